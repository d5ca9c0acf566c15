#!/usr/bin/env bash
# Graphviz draws the pictures, without a word; every step is in the drawing.
source "${BASH_SOURCE%/*}/common.bash"

command -v dot >/dev/null || skip 'graphviz is not installed'

run pathways --from phlebotomist --to caldicott-guardian --as-of 2026-11-22 -o map.dot
expect_code 0
dot -Tsvg map.dot >map.svg 2>words || fault "dot does not draw it: $(cat words)"
expect_empty words
expect_text map.svg 'Caldicott Guardian'
expect_text map.svg 'step 2: 2 new'

# A name with everything that Graphviz takes for markup.
cat >odd.yaml <<'END'
hcf: assessment/1
person: {id: P-1, name: "\"Odd\" \\N <b>&amp;</b>", level: supportive}
ratings: {}
END
run pathways odd.yaml --to phlebotomist --as-of 2026-11-22 -o odd.gv
expect_code 0
dot -Tsvg odd.gv >odd.svg 2>words || fault "dot does not draw it: $(cat words)"
expect_empty words
expect_text odd.svg '\N'

finish
