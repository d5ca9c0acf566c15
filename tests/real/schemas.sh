#!/usr/bin/env bash
# A real JSON Schema validator and `hcf validate` agree; and what `hcf new` writes is right by both.
source "${BASH_SOURCE%/*}/common.bash"

python=/usr/bin/python3
"$python" -c 'import jsonschema, yaml' 2>/dev/null || skip 'python3-jsonschema or python3-yaml is not installed'
"$python" "$tree/tests/readers/check_schema.py" "$hcf" "$tree" --count 1000 --seed 1 || fault 'the schema and validate do not agree'

mkdir framework
for kind in levels competences roles scales overlay assessment team service catalogue; do
    folder=.
    [[ $kind != levels && $kind != competences && $kind != roles && $kind != scales ]] || folder=framework
    run new "$kind" -o "$folder/$kind.yaml"
    expect_code 0
    run schema "$kind" -o "$folder/$kind.schema.json"
    expect_code 0
    [[ $(head -n 1 "$folder/$kind.yaml") == "# yaml-language-server: \$schema=$kind.schema.json" ]] || fault "$kind: no line for editors"
    "$python" - "$folder/$kind.yaml" "$folder/$kind.schema.json" <<'END' || fault "$kind: the schema refuses what hcf new writes"
import json, sys, yaml, jsonschema
jsonschema.Draft202012Validator(json.load(open(sys.argv[2]))).validate(yaml.load(open(sys.argv[1]), yaml.BaseLoader))
END
done
rm -f ./*.schema.json framework/*.schema.json
run validate assessment.yaml overlay.yaml framework
expect_code 0
run validate team.yaml service.yaml catalogue.yaml
expect_code 0
run gap assessment.yaml --totals --format csv
expect_text "$out" ',0,0,'
run new config -o hcf.yaml
run validate assessment.yaml
expect_code 0
run new assessment -o assessment.yaml
expect_code 2

finish
