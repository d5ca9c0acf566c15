#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A real JSON Schema validator (python3-jsonschema) and `hcf validate` agree on everything that a schema can express.

usage: check_schema.py HCF ROOT [--count N] [--seed N]

The documents are the examples, the framework, every document of the golden cases, and N of the right ones with one thing
changed at random. A document agrees if the schema refuses it exactly where validate reports one of the rules below that
a schema can express.
"""
import argparse
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

# What a schema says of every kind.
EXPRESSED = {
    "unknown-key", "missing-key", "empty-value", "wrong-type", "unknown-word", "impossible-date", "malformed-period",
    "malformed-id", "unknown-kind", "unsupported-version", "missing-kind", "empty-evidence", "rating-without-value",
    "not-applicable-without-reason", "missing-role-and-level", "look-alike-letters",
    "accept-roles-without-role", "course-without-competence", "number-out-of-range",
}
# Names: an assessment's are those of the framework; parts of a framework may name what other parts bring.
EXPRESSED_OF_ASSESSMENTS = {"unknown-level", "unknown-role", "unknown-competence", "unknown-scale", "unknown-value"}
# What it cannot, and why. A rule that is in none of these lists is a fault of this test.
NOT_EXPRESSED = {
    "date-after-as-of": "the day of the report is not in the file",
    "valid-until-before-assessed": "compares two dates",
    "review-after-due": "compares two dates",
    "assessor-is-person": "compares two texts",
    "supervisor-is-person": "compares two texts",
    "duplicate-rating": "two names of one competence",
    "role-not-of-level": "two names, in any form, that have to fit",
    "same-person-twice": "two files",
    "duplicate-id": "compares entries of a list", "unknown-course": "an id of the same file",
    "course-cycle": "follows the ids of the same file",
    "missing-member": "another file", "member-outside-tree": "another file",
    "empty-member-pattern": "other files", "member-not-assessment": "another file",
    "duplicate-key": "gone before a schema is asked",
    "duplicate-name": "the whole framework", "duplicate-card": "the whole framework",
    "framework-incomplete": "the whole framework", "core-without-levels": "the whole framework",
    "levels-of-role-kind": "the whole framework", "role-without-level": "the whole framework",
    "repeated-item": "two names of one thing", "supersedes-cycle": "the whole framework",
    "ambiguous-needs": "the whole framework", "essential-core": "the whole framework",
    "reserved-value": "a text that is refused for what it means", "overlay-softens": "another file",
    "overlay-conflict": "another file",
    "missing-key-of-new": "required only where no other document brings it",
    "look-alike-elsewhere": "a person's id may be of any script, only not of two; a name may be another document's",
}
# What ends before there is a document for a schema to judge.
UNREADABLE = {
    "unreadable-file", "file-changed", "empty-document", "document-too-large", "invalid-utf8", "control-character",
    "yaml-syntax", "unclosed-quote", "content-after-document", "missing-colon", "empty-item", "anchor-or-alias",
    "key-not-text", "key-too-long", "duplicate-key", "nesting-too-deep", "scalar-too-long", "unread-kind",
}
KINDS = ["levels", "competences", "roles", "scales", "overlay", "assessment", "team", "service", "catalogue"]
TAKES_NAMES = {"assessment", "team", "service", "catalogue"}

CORE = [
    (re.compile(r"(null|Null|NULL|~|)$"), lambda text: None),
    (re.compile(r"(true|True|TRUE|false|False|FALSE)$"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+$"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), float),
]


def build(node):
    """A node as YAML 1.2's core schema has it, which editors use."""
    if isinstance(node, yaml.SequenceNode):
        return [build(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        pairs = [(key.value, build(value)) for key, value in node.value]
        if len(dict(pairs)) != len(pairs):
            raise ValueError("duplicate key")
        return dict(pairs)
    if node.style is None:
        for form, make in CORE:
            if form.match(node.value):
                return make(node.value)
    return node.value


def documents(text):
    """The documents of a text; none where it cannot be read."""
    try:
        return [build(node) for node in yaml.compose_all(text, Loader=yaml.BaseLoader) if node is not None]
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return []


def fixtures(root):
    for path in sorted(root.glob("examples/**/*.yaml")) + sorted(root.glob("framework/*.yaml")):
        yield str(path.relative_to(root)), documents(path.read_text(encoding="utf-8"))
    for path in sorted(root.glob("tests/golden/**/*.case")):
        blocks = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)
        for block in blocks:
            if re.match(r"file [^\n]*\.(yaml|yml|json)\n", block):
                yield f"{path.name}: {block.split(chr(10))[0]}", documents(block.split("\n", 1)[1])


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, path + (index,))


TEXTS = ["", " ", "x", "met", "Met", "partial", "not-applicable", "3", "enhanced", "ENHANCED", "Advanced Level Practice",
         "hand-hygiene", "hand-hygiеne", "Registered Nurse - Adult", "2026-02-29", "2026-10-1", "2026-10-01", "P1Y", "P0D",
         "90d", "self", "Self", "true", "no", "status", "zero-to-six", "A Text", "a-b", "a--b", "assessment/2", "core"]
VALUES = [None, True, False, 0, 3, 7, -1, 2.5, [], {}, [None], ["x"], {"x-own": 1}, {"title": "x"}, {"id": "x"}]
KEYS = ["x-own", "note", "value", "level", "Level", "id", "hand-hygiene", "HAND-HYGIENE", "nonsense", "plan", "name"]


def mutate(document, rng):
    """The document with one thing changed."""
    document = copy.deepcopy(document)
    path = rng.choice([p for p in places(document) if p])
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    last = path[-1]
    what = rng.randrange(5)
    if what == 0:
        del holder[last]
    elif what == 1:
        holder[last] = rng.choice(TEXTS)
    elif what == 2:
        holder[last] = copy.deepcopy(rng.choice(VALUES))
    elif isinstance(holder, dict):
        key = rng.choice(KEYS)
        value = holder[last] if rng.randrange(2) else rng.choice(TEXTS)
        if what == 3:
            del holder[last]
        holder[key] = value
    else:
        holder.append(copy.deepcopy(rng.choice(VALUES + TEXTS)))
    return document


def rule_of(finding, kind):
    """The rule, or a narrower word for a part of it that no schema can say."""
    if finding["rule"] == "look-alike-letters":
        # An id of its own is of Latin letters to the schema too; a person's id may be of any, and a name may be new.
        of_person = kind in TAKES_NAMES and finding["message"].startswith("id ")
        of_name = kind not in TAKES_NAMES and not finding["message"].startswith("the id ")
        return "look-alike-elsewhere" if of_person or of_name else "look-alike-letters"
    is_new = re.search("missing key '(title|kind|levels)'", finding["message"]) and kind not in TAKES_NAMES
    if finding["rule"] == "missing-key" and is_new and kind not in ("levels", "scales"):
        return "missing-key-of-new"
    return finding["rule"]


class Checker:
    def __init__(self, hcf, folder):
        self.hcf = hcf
        self.folder = folder
        self.schemas = {}
        for kind in KINDS:
            text = subprocess.run([hcf, "schema", kind], check=True, capture_output=True).stdout
            schema = json.loads(text)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.schemas[kind] = jsonschema.Draft202012Validator(
                schema, format_checker=jsonschema.FormatChecker(formats=["date"]))
        self.cases = []

    def add(self, name, document, kind=None):
        if kind is None:
            head = document.get("hcf") if isinstance(document, dict) else None
            kind = str(head).split("/")[0]
        if kind not in KINDS:
            return
        text = json.dumps(document, ensure_ascii=False)
        if re.search("[\ud800-\udfff]", text):
            return  # no text of any encoding
        # Parts of a framework are judged with those beside them: each has a folder of its own.
        path = self.folder / f"{len(self.cases):05d}" / "case.json"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        self.cases.append((name, kind, document, path))

    def findings(self):
        """The errors by file."""
        found = {}
        run = subprocess.run(
            [self.hcf, "validate", "--format", "jsonl", "--as-of", "2099-01-01", "-q"] + [str(case[3]) for case in self.cases],
            capture_output=True, text=True, encoding="utf-8")
        if run.returncode not in (0, 1):
            sys.exit(f"validate ended with {run.returncode}: {run.stderr}")
        for line in run.stdout.splitlines():
            finding = json.loads(line)
            if finding["severity"] == "error":
                found.setdefault(finding["file"], []).append(finding)
        return found

    def check(self):
        found = self.findings()
        faults = refused = accepted = 0
        for name, kind, document, path in self.cases:
            findings = found.get(str(path), [])
            rules = {rule_of(finding, kind) for finding in findings}
            if rules & UNREADABLE:
                continue
            if kind == "team" and "unknown-value" in rules:
                continue  # of members that stand in the team, a schema says the values of all scales
            expressed = EXPRESSED | (EXPRESSED_OF_ASSESSMENTS if kind in TAKES_NAMES else set())
            other = set(NOT_EXPRESSED) | EXPRESSED_OF_ASSESSMENTS
            if rules - expressed - other:
                print(f"{name}: {rules - expressed - other}: not known to this test")
                faults += 1
            wrong = bool(rules & expressed)
            errors = list(self.schemas[kind].iter_errors(document))
            refused += bool(errors)
            accepted += not errors
            if wrong != bool(errors):
                faults += 1
                if faults <= 20:
                    print(f"{name} ({kind}): validate says {sorted(rules)}, the schema "
                          f"{[(list(e.path), e.message[:100]) for e in errors[:3]]}")
                    print("   ", json.dumps(document, ensure_ascii=False)[:600])
        print(f"{len(self.cases)} documents: {accepted} accepted, {refused} refused, {faults} faults")
        return faults == 0 and accepted > 0 and refused > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hcf")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(options.hcf, pathlib.Path(folder))
        right = []
        for name, list_of_documents in fixtures(options.root):
            for document in list_of_documents:
                checker.add(name, document)
                if name.startswith(("examples/", "framework/")) and "broken" not in name:
                    right.append((name, document))
        assessments = [item for item in right if str(item[1].get("hcf")).startswith("assessment")]
        for number in range(options.count):
            name, document = rng.choice(assessments if number % 4 else right)
            checker.add(f"{name}, mutation {number} of seed {options.seed}", mutate(document, rng),
                        str(document["hcf"]).split("/")[0])
        sys.exit(not checker.check())


main()
