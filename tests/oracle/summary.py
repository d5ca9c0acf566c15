# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf summary`, and what has to hold of its parts and of what it withholds.

    summary.py --hcf PATH [--people 600] [--tables 60] [--seed 1] [--keep DIR]

Four things, from spec/3 and spec/5 alone: the figures over generated people; that 1, 7 and 64 parts, and parts of parts,
merge into the very same bytes in every format; that nothing is merged that does not belong together; and, with a solver,
that no figure withheld by --suppress-below can be worked out, over generated sums. Exit codes: 0 all holds, 1 something
does not, 2 it could not be tried.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, Framework, load_framework
from generate import generate
from oracle import Terms, analyse_person
from summary_hidden import check_tables

Model = dict[str, Any]

GROUP_FIGURES = ("people", "required", "applicable", "met", "planned", "gap", "ready", "assured")
COMPETENCE_FIGURES = ("needed", "met", "planned", "gap", "expired")
KINDS = ("organisation", "team", "role", "level")
FORMATS = (
    ["--format", "json"], ["--format", "jsonl"], ["--format", "csv"], ["--format", "text"], ["--format", "markdown"],
    ["--format", "csv", "--table", "competences"], ["--format", "json", "--suppress-below", "5"],
    ["--format", "text", "--suppress-below", "10", "--by", "organisation,level"], ["--partial"],
)  # fmt: skip
# (path, overlays, options); people of `people/plain` name nothing that an overlay brings.
CASES = (
    ("people/plain", (), {}),
    ("people/plain", (), {"accept": "supervisor", "as_of": "2026-02-28"}),
    ("people", ("north", "south"), {"in_context": True}),
)


class Runner:
    """Starts hcf in one directory, free of the caller's settings, and keeps what was wrong."""

    def __init__(self, hcf: Path, folder: Path) -> None:
        self.hcf, self.folder = hcf.resolve(), folder
        self.faults: list[str] = []
        self._environment = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [str(self.hcf), "summary", *arguments]
        return subprocess.run(command, cwd=self.folder, env=self._environment, capture_output=True, timeout=300)

    def expect(self, code: int, *arguments: str) -> bytes:
        done = self.run(*arguments)
        if done.returncode != code:
            self.fault(f"exit {done.returncode}, not {code}: summary {' '.join(arguments)[:300]}\n{done.stderr.decode()[:500]}")
        return done.stdout

    def fault(self, text: str) -> None:
        self.faults.append(text)


# --- the figures -----------------------------------------------------------------------------------------------------


def expected_summary(framework: Framework, people: list[Model], terms: Terms) -> tuple[list[Model], list[Model]]:
    """`groups` and `competences` of spec/5."""
    groups: dict[str, dict[Any, Counter[str]]] = {kind: {} for kind in KINDS}
    competences: dict[str, Counter[str]] = {}
    for person in people:
        (result,) = analyse_person(framework, person, terms)
        counts = _counts_of(result)
        for kind, key in _keys_of(framework, result["person"]).items():
            groups[kind].setdefault(key, Counter()).update(counts)
        for row in result["competences"]:
            if row["essential"] and row["assurance"] is not None:
                figures = competences.setdefault(row["competence"], Counter())
                figures.update(["needed", {"assured": "met"}.get(row["assurance"], row["assurance"])])
                figures.update(["expired"] if row["status"] == "expired" else [])
    rows = []
    for kind in KINDS:
        for key in sorted(groups[kind]):
            figures = groups[kind][key]
            rows.append({"by": kind, "key": key[-1], **{figure: figures[figure] for figure in GROUP_FIGURES}})
    return rows, [
        {"competence": c, **{figure: competences[c][figure] for figure in COMPETENCE_FIGURES}}
        for c in framework.competences
        if c in competences
    ]


def _counts_of(result: Model) -> Counter[str]:
    summary = result["summary"]
    counts = Counter({figure: summary[figure] for figure in GROUP_FIGURES[1:6]})
    counts["people"] = 1
    counts["ready"] = int(summary["readiness"] == 1)
    counts["assured"] = int(summary["assurance"] == 1)
    return counts


def _keys_of(framework: Framework, person: Model) -> dict[str, tuple[Any, ...]]:
    """Keys that stand in order as tuples: bytewise, or in framework order; those without one last."""
    organisation, team = person["organisation"], person["team"]
    role, level = person["role"], person["level"]
    team_key = f"{organisation or ''}/{team}" if team else None
    return {
        "organisation": (organisation is None, (organisation or "").encode(), organisation),
        "team": (team is None, (team_key or "").encode(), (organisation or "").encode() if team else b"", team_key),
        "role": (role is None, list(framework.roles).index(role) if role else 0, role),
        "level": (LEVELS.index(level), level),
    }


def compare_figures(runner: Runner, arguments: list[str], expected: tuple[list[Model], list[Model]]) -> None:
    document = json.loads(runner.expect(0, *arguments, "--format", "json"))
    groups, competences = expected
    people = sum(group["people"] for group in groups if group["by"] == "level")
    for what, want, got in (
        ("groups", groups, document["groups"]),
        ("competences", competences, document["competences"]),
        ("people", people, document["people"]),
        ("skipped", [], document["skipped"]),
        ("suppressed_below", None, document["suppressed_below"]),
    ):
        if want != got:
            runner.fault(f"{what} of {arguments}:\n  expected {_first_difference(want, got)}")
    for table, want in (("groups", groups), ("competences", competences)):
        text = runner.expect(0, *arguments, "--format", "csv", "--csv-raw", "--table", table).decode()
        got = list(csv.reader(io.StringIO(text, newline="")))
        rows = [["" if value is None else str(value) for value in row.values()] for row in want]
        if [list(want[0])] + rows != got:
            runner.fault(f"CSV {table} of {arguments}")


def _first_difference(want: Any, got: Any) -> str:
    if isinstance(want, list) and isinstance(got, list):
        for one, other in zip(want, got):
            if one != other:
                return f"{one}, got {other}"
        return f"{len(want)} rows, got {len(got)}"
    return f"{want}, got {got}"


# --- parts -----------------------------------------------------------------------------------------------------------


def write_parts(runner: Runner, files: list[str], parts: int, options: list[str], random: Random) -> list[str]:
    """Partials of the files, divided by chance; with many parts, some of nobody."""
    shares: list[list[str]] = [[] for _ in range(parts)]
    for file in files:
        random.choice(shares).append(file)
    names = []
    for number, share in enumerate(shares):
        if not share:
            continue
        name = f"part-{parts}-{number}.json"
        (runner.folder / name).write_bytes(runner.expect(0, *share, *options, "--partial"))
        names.append(name)
    random.shuffle(names)
    return names


def check_parts(runner: Runner, path: str, options: list[str], random: Random) -> int:
    files = sorted(str(file.relative_to(runner.folder)) for file in (runner.folder / path).rglob("*")
                   if file.suffix in (".yaml", ".yml", ".json") and not any(p.startswith(".") for p in file.parts)
                   and file.name != "notes.yaml")  # fmt: skip
    compared = 0
    whole = {" ".join(format): runner.expect(0, *files, *options, *format) for format in FORMATS}
    for parts in (1, 7, 64):
        names = write_parts(runner, files, parts, options, random)
        overlays = [option for i, option in enumerate(options) if "--overlay" in options[max(0, i - 1) : i + 1]]
        cut = random.randrange(len(names)) if len(names) > 1 else 0
        if cut:
            for name, share in (("left.json", names[:cut]), ("right.json", names[cut:])):
                (runner.folder / name).write_bytes(runner.expect(0, "--merge", *share, *overlays, "--partial"))
        for format in FORMATS:
            merged = [runner.expect(0, "--merge", *names, *overlays, *format)]
            if cut:
                merged.append(runner.expect(0, "--merge", "right.json", "left.json", *overlays, *format))
            for out in merged:
                compared += 1
                if out != whole[" ".join(format)]:
                    runner.fault(f"{parts} parts of {path} differ from one run: {' '.join(format)}")
    return compared


def check_refusals(runner: Runner) -> None:
    """What does not belong together is not merged, and nothing is written."""
    day = ["--as-of", "2025-02-28"]
    person = "hcf: assessment/1\nperson: {id: %s, level: supportive}\nratings: {}\n"
    for name in ("one", "two"):
        (runner.folder / f"{name}.yaml").write_text(person % name)
    overlay = "hcf: overlay/1\noverlay: {id: ours}\ncompetences:\n  - {id: hand-hygiene, refresh: P1Y}\n"
    (runner.folder / "ours.yaml").write_text(overlay)
    made = {
        "one": ["one.yaml", *day], "again": ["one.yaml", *day], "two": ["two.yaml", *day],
        "day": ["two.yaml", "--as-of", "2025-03-01"], "accept": ["two.yaml", *day, "--accept", "assessor"],
        "context": ["two.yaml", *day, "--in-context"], "overlay": ["two.yaml", *day, "--overlay", "ours.yaml"],
        "blind": ["one.yaml", *day, "--no-person-index"],
    }  # fmt: skip
    for name, arguments in made.items():
        (runner.folder / f"{name}.json").write_bytes(runner.expect(0, *arguments, "--partial"))
    whole = json.loads((runner.folder / "two.json").read_bytes())
    broken = {
        "figure": {**whole, "people": 2}, "key": {**whole, "more": 1}, "schema": {**whole, "schema": "hcf.summary/1"},
        "negative": {**whole, "people": -1}, "sums": {**whole, "posts": []}, "hashes": {**whole, "persons": "AAAA"},
        "large": {**whole, "people": 2**64 - 1},
    }  # fmt: skip
    for name, document in broken.items():
        (runner.folder / f"broken-{name}.json").write_text(json.dumps(document))
    (runner.folder / "broken-syntax.json").write_text((runner.folder / "two.json").read_text()[:-9])
    (runner.folder / "broken-twice.json").write_text('{"schema":"hcf.summary-partial/1","schema":"x"}')
    (runner.folder / "broken-deep.json").write_text("[" * 100_000)
    wrong = ["again", "day", "accept", "context", "overlay"] + [f"broken-{name}" for name in [*broken, "syntax", "twice", "deep"]]
    for name in wrong:
        for order in ([f"{name}.json", "one.json"], ["one.json", f"{name}.json"]):
            if runner.expect(2, "--merge", *order):
                runner.fault(f"merging {order} wrote something")
    runner.expect(0, "--merge", "one.json", "two.json")
    if b"counted twice" not in runner.run("--merge", "one.json", "two.json", "blind.json").stderr:
        runner.fault("a part that does not know who is in it is not told")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf summary with an independent calculation.")
    parser.add_argument("--hcf", type=Path, required=True)
    parser.add_argument("--people", type=int, default=600)
    parser.add_argument("--tables", type=int, default=60, help="sums whose withheld figures are tried to be worked out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if not os.access(options.hcf, os.X_OK) or options.hcf.is_dir():
        print("summary.py: --hcf must name the binary", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="hcf-summary-") as temporary:
        folder = options.keep or Path(temporary)
        generate(options.seed, options.people, folder)
        runner = Runner(options.hcf, folder)
        compared = _compare_cases(runner, options.seed)
        check_refusals(runner)
        tried = check_tables(runner, options.tables, options.seed) if options.tables else "no tables tried"
    for text in runner.faults[:10]:
        print(text)
    if runner.faults:
        print(f"{len(runner.faults)} faults")
        return 1
    print(f"{len(CASES)} summaries of {options.people} people, {compared} merges, no difference; {tried}")
    return 0


def _compare_cases(runner: Runner, seed: int) -> int:
    document = json.loads((runner.folder / "cases.json").read_text("utf-8"))
    people = json.loads((runner.folder / "people.json").read_text("utf-8"))["people"]
    compared = 0
    for path, overlays, choice in CASES:
        framework = load_framework([document["overlays"][name] for name in overlays])
        terms = Terms(**{"as_of": "2025-02-28", **choice})
        options = ["--as-of", terms.as_of, "--accept", terms.accept] + ["--in-context"] * terms.in_context
        options += [word for name in overlays for word in ("--overlay", f"overlays/{name}.yaml")]
        chosen = [person for person in people if person["file"].startswith(path + "/")]
        compare_figures(runner, [path, *options], expected_summary(framework, chosen, terms))
        compared += check_parts(runner, path, options, Random(f"{seed} {path} {choice}"))
    return compared


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
