#!/usr/bin/env bash
# A provider change: thousands of people in constant memory; one person against a large framework in under a second.
source "${BASH_SOURCE%/*}/common.bash"

# overlay ID OTHER FILE: ten competences, each tied to the one of the same number at the other provider.
overlay() {
    printf 'hcf: overlay/1\noverlay: {id: %s}\ncompetences:\n' "$1"
    for ((i = 1; i <= 10; i++)); do
        printf '  - {id: %s-%d, title: %s %d, kind: role, same_as: [%s/%s-%d]}\n' "$1" "$i" "$1" "$i" "$2" "$2" "$i"
    done
    printf 'roles:\n  - id: nurse-educator\n    competences: ['
    for ((i = 1; i <= 10; i++)); do printf '%s-%d, ' "$1" "$i"; done
    printf ']\n'
}
overlay ours theirs >ours.yaml
overlay theirs ours >theirs.yaml

mkdir few many
for ((i = 1; i <= 3000; i++)); do
    printf 'hcf: assessment/1\nperson: {id: P-%d, role: nurse-educator}\nratings: {hand-hygiene: met, ours-1: met, ours-2: partial}\n' \
        "$i" >"$(printf 'many/%05d.yaml' "$i")"
done
cp many/000[0-9][0-9].yaml few

for format in json csv text; do
    limited 30 102400 transfer --overlay ours.yaml --to-overlay theirs.yaml --format "$format" few
    expect_code 0
    few_peak=$peak
    limited 30 102400 transfer --overlay ours.yaml --to-overlay theirs.yaml --format "$format" many
    expect_code 0
    printf '%s: %d KiB for 99 people, %d KiB for 3000, %d ms\n' "$format" "$few_peak" "$peak" "$milliseconds"
    ((peak < few_peak + 3000)) || fault "$ran: $peak KiB for 3000 people, $few_peak KiB for 99"
done
expect_text "$out" 'People  3000'
expect_text "$out" '6000 of 90000 recognised (3000 as another), 0 to reconfirm, 84000 new'

# 500 competences, 1,000 roles, 7 levels; the overlays tie a chain through all of it.
mkdir large
{
    printf 'hcf: levels/1\nframework: {id: large, title: Large, version: "1"}\nlevels:\n'
    for ((i = 1; i <= 7; i++)); do printf '  - {id: level-%d, title: Level %d}\n' "$i" "$i"; done
    printf -- '---\nhcf: competences/1\ncompetences:\n'
    for ((i = 1; i <= 500; i++)); do
        printf '  - {id: c-%d, title: Competence %d, kind: core, levels: [level-%d], same_as: [large/c-%d]}\n' \
            "$i" "$i" $((i % 7 + 1)) $((i + 1))
    done
    printf -- '---\nhcf: roles/1\nroles:\n'
    for ((i = 1; i <= 1000; i++)); do
        printf '  - {id: r-%d, title: Role %d, levels: [level-%d], competences: [c-%d, c-%d]}\n' \
            "$i" "$i" $((i % 7 + 1)) $((i % 500 + 1)) $(((i * 7 + 3) % 500 + 1))
    done
} >large/all.yaml
printf 'hcf: assessment/1\nperson: {id: P, role: r-1}\nratings: {c-1: met, c-8: met, c-40: met}\n' >one.yaml
limited 1 102400 transfer --framework large one.yaml --role r-500
expect_code 0
printf 'one person, 1000 roles: %d ms, %d KiB\n' "$milliseconds" "$peak"

finish
