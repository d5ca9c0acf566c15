#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/scale.md with GNU parallel: shards that are counted apart and merged are, byte for byte, one run over everybody; a
# shard that was killed leaves nothing behind and is done again; JSON Lines go through pipes.
#   parallel.sh BINARY     77: skipped, where GNU parallel is not installed
source "${BASH_SOURCE%/*}/../real/common.bash"

parallel --version 2>/dev/null | grep -q '^GNU parallel' || skip 'GNU parallel is not installed'
command -v python3 >/dev/null || skip 'python3 is not installed'
export PATH=$work/bin:$PATH
mkdir bin && ln -s "$hcf" bin/hcf

people=${HCF_PEOPLE:-400} shards=8
each=$((people / shards))
python3 "$tree/bench/corpus.py" --count "$people" --stream all.yaml || fault 'no corpus'
mkdir shards
for ((shard = 0; shard < shards; shard++)); do
    python3 "$tree/bench/corpus.py" --count "$each" --first $((shard * each)) --stream "shards/$shard.yaml"
done
export day=2026-11-22

# What a single run says.
run summary all.yaml --as-of $day --format json
expect_code 0
mv "$out" single.json
run gap all.yaml --totals --as-of $day --format jsonl --stdin-filename all.yaml
expect_code 0
mv "$out" single.jsonl

# The job of one shard. Shard 3 is killed at its first try, with its input open and the work not done; it must leave no
# partial behind.
cat >count_shard <<'JOB'
#!/bin/bash
name=$(basename "$1" .yaml)
if [[ $name == 3 && ! -e tried ]]; then
    touch tried
    mkfifo never-ends
    hcf summary --partial - --as-of "$day" -o "parts/$name.json" <never-ends &
    exec 9>never-ends
    head -c 20000 "$1" >&9
    kill -9 $!
    wait $!
    exit
fi
exec hcf summary --partial "$1" --as-of "$day" -o "parts/$name.json" --force
JOB
chmod +x count_shard
mkdir parts
ran='parallel, with a shard killed'
parallel --will-cite --jobs 2 --joblog log ./count_shard ::: shards/*.yaml >"$out" 2>"$err" </dev/null
code=$?
expect_code 1
[[ ! -e parts/3.json ]] || fault "$ran: it left a partial behind"
(($(find parts -name '*.json' | wc -l) == shards - 1)) || fault "$ran: the other shards are not all there: $(ls parts)"
[[ $(find parts -type f | wc -l) == $((shards - 1)) ]] || fault "$ran: something else was left behind: $(ls -A parts)"

# A merge of what is there would be of fewer people; so the log is asked first, and the failed shard is done again.
awk 'NR > 1 && $7 != 0' log | grep -q '3.yaml' || fault "$ran: the log does not tell of it"
before=$(stat -c %Y.%i parts/0.json)
ran='parallel --resume-failed'
parallel --will-cite --jobs 2 --joblog log --resume-failed ./count_shard ::: shards/*.yaml >"$out" 2>"$err" </dev/null
code=$?
expect_code 0
[[ $(stat -c %Y.%i parts/0.json) == "$before" ]] || fault "$ran: did more than the shard that failed"

for format in json csv text; do
    run summary all.yaml --as-of $day --format $format
    expect_code 0
    mv "$out" single
    run summary --merge parts/*.json --as-of $day --format $format
    expect_code 0
    cmp -s single "$out" || fault "the merged shards are not the single run, in $format"
done

# Partials merge to partials: a tree of merges, the same bytes.
run summary --merge parts/[0-3].json --partial -o left.json --as-of $day
expect_code 0
run summary --merge parts/[4-7].json --partial -o right.json --as-of $day
expect_code 0
run summary --merge right.json left.json --as-of $day --format json
expect_code 0
cmp -s single.json "$out" || fault 'a tree of merges is not the single run'

# A file that is named twice counts once; a shard in two files is seen, since its people are in two parts.
run summary --merge parts/*.json parts/3.json --as-of $day --format json
expect_code 0
cmp -s single.json "$out" || fault 'a part that is named twice counts twice'
cp parts/3.json again.json
run summary --merge parts/*.json again.json --as-of $day --format json
expect_code 2
expect_empty "$out"

# Rows of people: shards in their order, joined, are the single run, but for the names and numbers of documents.
neutral() { sed -e 's/"file":"[^"]*","document":[0-9]*,//'; }
parallel --will-cite --keep-order --jobs 2 hcf gap {} --totals --as-of $day --format jsonl ::: shards/*.yaml >rows.jsonl 2>"$err" </dev/null ||
    fault 'parallel: rows of the shards'
neutral <single.jsonl >a && neutral <rows.jsonl >b
[[ $(wc -l <b) == "$people" ]] || fault "$(wc -l <b) rows for $people people"
cmp -s a b || fault 'the rows of the shards are not those of the single run'

# A stream from one pipe, cut at documents by parallel itself.
parallel --will-cite --keep-order --jobs 2 --pipe --recstart '---\n' -N "$each" hcf gap - --totals --as-of $day --format jsonl \
    <all.yaml >rows.jsonl 2>"$err" || fault 'parallel --pipe'
neutral <rows.jsonl >b
cmp -s a b || fault 'the rows of parallel --pipe are not those of the single run'

# JSON Lines: one assessment a line, and a `--- ` before each makes it a stream of documents.
if python3 -c 'import yaml' 2>/dev/null; then
    python3 - >all.jsonl 2>"$err" <<'PY' || fault 'no JSON Lines'
import json, sys, yaml
class Text(getattr(yaml, "CSafeLoader", yaml.SafeLoader)): pass
Text.yaml_implicit_resolvers = {}
for document in yaml.load_all(open("all.yaml", encoding="utf-8"), Text):
    print(json.dumps(document, ensure_ascii=False))
PY
    parallel --will-cite --keep-order --jobs 2 --pipe -N "$each" "sed 's/^/--- /' | hcf gap - --totals --as-of $day --format jsonl" \
        <all.jsonl >rows.jsonl 2>"$err" || fault 'JSON Lines through pipes'
    neutral <rows.jsonl >b
    cmp -s a b || fault 'the rows of JSON Lines are not those of YAML'
    sed 's/^/--- /' all.jsonl | "$hcf" summary - --as-of $day --format json >b
    cmp -s single.json b || fault 'the summary of JSON Lines is not that of YAML'
else
    printf 'not tried: JSON Lines, for want of python3-yaml\n'
fi

printf '%d people in %d shards\n' "$people" "$shards"
finish
