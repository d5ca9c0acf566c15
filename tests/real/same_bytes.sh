#!/usr/bin/env bash
# The same input gives the same bytes: whatever the locale, the time zone, the directory, the terminal's size.
source "${BASH_SOURCE%/*}/common.bash"

cp -r "$tree/examples" .
commands=(
    'gap examples --as-of 2026-11-22'
    'gap examples --as-of 2026-11-22 --format json'
    'gap examples --as-of 2026-11-22 --format csv --level autonomous --level associate'
    'gap examples --as-of 2026-11-22 --format markdown --overlay examples/overlays/refresh.yaml'
    'validate examples --as-of 2026-11-22'
    'show roles --as-of 2026-11-22'
    'fit examples --as-of 2026-11-22'
    'team examples/teams/nursing.yaml --as-of 2026-11-22'
    'team examples/teams/nursing.yaml --assurance --evidence --as-of 2026-11-22'
    'team examples/teams/pharmacy.yaml --assurance --as-of 2026-11-22 --format json --overlay examples/overlays/refresh.yaml'
    'compare-roles --as-of 2026-11-22'
    'compare-roles registered-nurse-adult --as-of 2026-11-22 --format json --overlay examples/overlays/refresh.yaml'
)

# all ENVIRONMENT...: everything that they write.
all() {
    for command in "${commands[@]}"; do
        # shellcheck disable=SC2086
        env "$@" timeout 30 "$hcf" $command 2>&1
        printf 'exit %d\n' $?
    done
}

all LC_ALL=C >expected
[[ $(grep -c '^exit' expected) == "${#commands[@]}" ]] || fault 'not everything ran'
for setting in LC_ALL=tr_TR.UTF-8 LC_ALL=de_DE.UTF-8 LC_ALL=C.UTF-8 LANG=ja_JP.UTF-8 LC_ALL=nonsense TZ=Pacific/Kiritimati \
    TZ=Etc/GMT+12 TZ=nonsense COLUMNS=40 TERM=dumb HOME=/nonexistent; do
    all "$setting" >got
    cmp -s expected got || { fault "another output under $setting" && diff expected got | head -n 5; }
done
all -i >got
cmp -s expected got || fault 'another output without any variable'
all LC_ALL=C >got
cmp -s expected got || fault 'another output the second time'

# Any number of threads, and standard input.
mkdir people
for ((i = 1; i <= 300; i++)); do
    printf 'hcf: assessment/1\nperson: {id: P-%d, level: suportive}\nratings: {}\n---\n%s\n' "$i" \
        "$(assessment "Q-$((i % 50))")" >"people/$i.yaml"
done
for format in text json sarif github gitlab junit; do
    "$hcf" validate people -j1 --format "$format" >one 2>&1
    for jobs in 2 7; do
        "$hcf" validate people -j "$jobs" --format "$format" >got 2>&1
        cmp -s one got || fault "$format: other bytes with $jobs threads"
    done
done
[[ $(grep -c unknown-level one) -ge 300 ]] || fault 'not every file was read'
"$hcf" validate people/7.yaml >expected-7 2>&1
"$hcf" validate - --stdin-filename people/7.yaml <people/7.yaml >got 2>&1
cmp -s expected-7 got || fault 'other bytes from standard input'

# Without --as-of, today is the local day.
for zone in Pacific/Kiritimati Etc/GMT+12 UTC; do
    today=$(TZ=$zone date +%F)
    TZ=$zone "$hcf" show levels --format json >"$out"
    [[ $(TZ=$zone date +%F) == "$today" ]] || continue
    ran="hcf show levels in $zone"
    expect_text "$out" "\"as_of\":\"$today\""
done

# Without colour where nobody looks, and a copy elsewhere says the same.
grep -q $'\x1b' expected && fault 'colours without a terminal'
mkdir elsewhere
cp -r examples elsewhere
cd elsewhere || exit 1
all LC_ALL=C >../got
cmp -s ../expected ../got || fault 'another output in another directory'

finish
