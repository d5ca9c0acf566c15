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
