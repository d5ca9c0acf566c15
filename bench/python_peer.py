#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same work in Python, as somebody would write it: PyYAML's C loader, jsonschema, and a script that counts gaps.

    python_peer.py parse|validate|gap FRAMEWORK-DIR SCHEMA FILE-OR-DIRECTORY COUNT

parse loads COUNT files; validate also holds each against the JSON Schema that `hcf schema assessment` prints; gap also
counts what is missing for the person's own level, and writes CSV to nowhere. The last line on standard output has the
seconds of the loop alone: starting Python and importing libraries is not counted.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import time
from datetime import date

import yaml

AS_OF = date(2026, 11, 22)


class TextLoader(yaml.CSafeLoader):
    """Dates stay text, as the schema wants them."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(path: str):
    with open(path, "rb") as file:
        return yaml.load(file, TextLoader)


def past(text: str | None) -> bool:
    return text is not None and date.fromisoformat(text) < AS_OF


def standing(assessment: dict, rating) -> str:
    """What one rating comes to: met, planned or gap."""
    if rating is None:
        return "gap"
    if isinstance(rating, str):
        rating = {"value": rating}
    if rating["value"] == "met" and not past(rating.get("valid_until")):
        return "met"
    plan = rating.get("plan")
    if plan and plan.get("due") and not past(plan["due"]):
        supervisor = plan.get("supervisor") or (assessment.get("supervision") or {}).get("supervisor")
        if supervisor and supervisor != assessment["person"].get("name"):
            return "planned"
    return "gap"


def asked_at(framework: str) -> dict[str, list[str]]:
    asked: dict[str, list[str]] = {}
    for competence in load(os.path.join(framework, "competences.yaml"))["competences"]:
        for level in competence.get("levels", ()):
            asked.setdefault(level, []).append(competence["id"])
    return asked


def main() -> int:
    mode, framework, schema, where, count = sys.argv[1:]
    paths = sorted(entry.path for entry in os.scandir(where))[: int(count)]
    validator = None
    if mode != "parse":
        import jsonschema

        with open(schema, encoding="utf-8") as file:
            validator = jsonschema.Draft202012Validator(json.load(file))
    asked = asked_at(framework)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        out = csv.writer(nowhere)
        faults = met = 0
        begin, begin_cpu = time.perf_counter(), time.process_time()
        for path in paths:
            assessment = load(path)
            if validator is not None:
                faults += sum(1 for _ in validator.iter_errors(assessment))
            if mode == "gap":
                ratings, counts = assessment["ratings"], {"met": 0, "planned": 0, "gap": 0}
                for competence in asked[assessment["person"]["level"]]:
                    state = standing(assessment, ratings.get(competence))
                    counts[state] += 1
                    out.writerow((assessment["person"]["id"], competence, state))
                met += counts["met"]
        seconds, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
    print(json.dumps({"documents": len(paths), "faults": faults, "met": met, "seconds": seconds, "cpu": cpu}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
