# SPDX-License-Identifier: Apache-2.0
"""Compares `hcf pathways` with paths found by trying everything, over the roles as the specification prints them.

    pathways.py --hcf PATH [--questions 250] [--seed 1] [--keep DIR]

Every ordered pair of the shipped roles, and drawn questions under drawn overlays: with `--via`, `--max-new` and people.
It also checks that pictures are such as Graphviz can read, and that every pair is proved under the example providers
(examples/providers). Exit codes: 0 all equal, 1 something differs, 2 the comparison could not be made.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, Framework, load_framework

AS_OF = "2026-11-22"
SHOWN_DIFFERENCES = 10
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Model = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """`start` is a role, or what a person meets."""

    start: str | frozenset[str]
    goal: str
    via: tuple[str, ...] = ()
    max_new: int | None = None


@dataclass(frozen=True)
class Found:
    roles: tuple[str, ...]
    largest: int
    new: tuple[frozenset[str], ...]


def asked(framework: Framework, role_id: str) -> frozenset[str]:
    role = framework.roles[role_id]
    own = {entry.competence for entry in role.entries if entry.essential}
    return framework.core[role.levels[0]] | own


def best_path(framework: Framework, question: Question) -> Found:
    """Every sequence of roles, in layers of one step more, for each largest step.

    Of those that come to the same held set and next stop, only the first goes on: the rest is the same for both.
    """
    sets = {role: asked(framework, role) for role in framework.roles}
    at_role = isinstance(question.start, str)
    held = sets[question.start] if at_role else question.start
    stops: list[str] = []
    for stop in (*question.via, question.goal):
        if stop != (stops[-1] if stops else question.start if at_role else None):
            stops.append(stop)
    if not stops:
        return Found((), 0, ())
    order = {role: position for position, role in enumerate(framework.roles)}
    largest = 0
    while True:
        layer: dict[tuple[frozenset[str], int], tuple[str, ...]] = {(held, 0): ()}
        seen = set(layer)
        while layer:
            following: dict[tuple[frozenset[str], int], tuple[str, ...]] = {}
            for (now, stop), roles in layer.items():
                for role, wanted in sets.items():
                    if len(wanted - now) > largest:
                        continue
                    state = (now | wanted, stop + (stops[stop] == role))
                    longer = (*roles, role)
                    known = following.get(state)
                    if known is None or [order[r] for r in longer] < [order[r] for r in known]:
                        following[state] = longer
            done = [
                (len(now), [order[r] for r in roles], roles)
                for (now, stop), roles in following.items()
                if stop == len(stops)
            ]
            if done:
                return _with_new(min(done)[2], sets, held, largest)
            layer = {state: roles for state, roles in following.items() if state not in seen}
            seen.update(layer)
        largest += 1


def _with_new(roles: tuple[str, ...], sets: dict[str, frozenset[str]], held: frozenset[str], largest: int) -> Found:
    new = []
    for role in roles:
        new.append(sets[role] - held)
        held |= sets[role]
    return Found(roles, largest, tuple(new))


def expected(framework: Framework, question: Question) -> Model:
    path = best_path(framework, question)
    limit = question.max_new
    reachable = limit is None or path.largest <= limit
    blocked = next((new for new in path.new if limit is not None and len(new) > limit), frozenset())

    def listed(ids: frozenset[str]) -> list[str]:
        return [c for c in framework.competences if c in ids]

    start = question.start
    return {
        "from": start if isinstance(start, str) else None,
        "to": question.goal,
        "person": None if isinstance(start, str) else "P-1",
        "reachable": reachable,
        "steps": [
            {"role": role, "level": framework.roles[role].levels[0], "new": listed(new)}
            for role, new in zip(path.roles, path.new, strict=True)
        ]
        if reachable
        else [],
        "largest_step": path.largest if reachable else None,
        "total_new": sum(map(len, path.new)) if reachable else None,
        "proved_optimal": True,
        "blocked_by": listed(blocked),
    }


def draw_overlay(random: Random, framework: Framework) -> Model:
    """Some 15 competences of roles, over at least a dozen roles."""
    ids = [f"own-{number:02d}" for number in range(random.randint(8, 16))]
    roles = random.sample(list(framework.roles), random.randint(12, 18))
    return {
        "hcf": "overlay/1",
        "overlay": {"id": "drawn", "version": "1", "title": "Drawn"},
        "competences": [{"id": key, "title": key.upper(), "kind": "role"} for key in ids],
        "roles": [
            {
                "id": role,
                "competences": [
                    {"id": key, "essential": random.random() < 0.9} for key in random.sample(ids, random.randint(1, 7))
                ],
            }
            for role in sorted(roles)
        ],
    }


def draw_question(random: Random, framework: Framework) -> Question:
    roles = list(framework.roles)
    start: str | frozenset[str] = random.choice(roles)
    if random.random() < 0.3:
        start = frozenset(c for c in framework.competences if random.random() < 0.6)
    via = tuple(random.choice(roles) for _ in range(random.choice([0, 0, 0, 1, 2])))
    return Question(start, random.choice(roles), via, random.choice([None, None, 2, 4, 6]))


def person_file(question: Question, framework: Framework) -> Model:
    assert not isinstance(question.start, str)
    ratings = {c: {"value": "met" if c in question.start else "partial"} for c in framework.competences}
    return {
        "hcf": "assessment/1",
        "person": {"id": "P-1", "level": LEVELS[0]},
        "assessed": "2026-01-01",
        "ratings": ratings,
    }


def arguments_of(
    question: Question, framework: Framework, overlay: Path | None, folder: Path, number: int
) -> list[str]:
    arguments = ["pathways", "--to", question.goal, "--as-of", AS_OF, "--no-config"]
    if isinstance(question.start, str):
        arguments += ["--from", question.start]
    else:
        file = folder / f"person-{number}.json"
        file.write_text(json.dumps(person_file(question, framework)), "utf-8")
        arguments.append(str(file))
    for role in question.via:
        arguments += ["--via", role]
    if question.max_new is not None:
        arguments += ["--max-new", str(question.max_new)]
    if overlay is not None:
        arguments += ["--overlay", str(overlay)]
    return arguments


def difference(hcf: str, arguments: list[str], want: Model) -> str | None:
    run = subprocess.run([hcf, *arguments, "--format", "json"], capture_output=True, text=True, timeout=60)
    if run.returncode != 0 or run.stderr:
        return f"{' '.join(arguments)}: exit {run.returncode}: {run.stderr.strip()}"
    got = json.loads(run.stdout)
    got["person"] = got["person"] and got["person"]["id"]
    for step in got["steps"]:
        step.pop("raised")
    for key, value in want.items():
        if got[key] != value:
            return f"{' '.join(arguments)}: {key}: expected {value}, got {got[key]}"
    return None


def unproved(hcf: str, arguments: list[str]) -> str | None:
    run = subprocess.run([hcf, *arguments, "--format", "json"], capture_output=True, text=True, timeout=60)
    if run.returncode == 0 and json.loads(run.stdout)["proved_optimal"]:
        return None
    return f"{' '.join(arguments)}: not proved: {run.stderr.strip()}"


_TEXT = r'"(?:[^"\\]|\\.)*"'
_ATTRIBUTES = rf'\[\w+=(?:{_TEXT}|\w+)(?:, \w+=(?:{_TEXT}|\w+))*\]'
_STATEMENT = re.compile(
    rf'\s*(?:\w+=(?:{_TEXT}|\w+);|(?:node|edge|graph|{_TEXT}) {_ATTRIBUTES};|{_TEXT} -> {_TEXT} {_ATTRIBUTES};'
    rf'|subgraph {_TEXT} \{{|\}})'
)


def picture_fault(text: str) -> str | None:
    """What Graphviz could not read in a picture, or would draw without its being named: by the grammar that is used."""
    lines = text.splitlines()
    if not lines or lines[0] != "digraph hcf {" or not text.endswith("}\n"):
        return "it is no digraph"
    depth = 1
    nodes = set(re.findall(rf"^ +({_TEXT}) \[label", text, re.M))
    for line in lines[1:]:
        if not _STATEMENT.fullmatch(line):
            return f"no statement: {line}"
        depth += line.endswith("{") - (line.strip() == "}")
        edge = re.match(rf" +({_TEXT}) -> ({_TEXT})", line)
        if edge and not set(edge.groups()) <= nodes:
            return f"an edge to no node: {line}"
    return None if depth == 0 else "its brackets are not balanced"


def picture_difference(hcf: str, arguments: list[str], want: Model) -> str | None:
    text = subprocess.run([hcf, *arguments, "--format", "dot"], capture_output=True, text=True, timeout=60).stdout
    fault = picture_fault(text)
    if fault is None and text.count("penwidth=3") != len(want["steps"]):
        fault = "not an edge for each step"
    return fault and f"{' '.join(arguments)}: {fault}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf pathways with paths found by trying everything.")
    parser.add_argument("--hcf", required=True)
    parser.add_argument("--questions", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    if not Path(options.hcf).is_file():
        print(f"pathways.py: no such program: {options.hcf}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as pool:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        jobs = []
        shipped = load_framework([])
        for start, goal in permutations(shipped.roles, 2):
            question = Question(start, goal)
            line = arguments_of(question, shipped, None, folder, 0)
            jobs.append(pool.submit(difference, options.hcf, line, expected(shipped, question)))
            for provider in sorted(EXAMPLES.glob("providers/*.yaml")):
                jobs.append(pool.submit(unproved, options.hcf, [*line, "--overlay", str(provider)]))
        random = Random(options.seed)
        for number in range(options.questions):
            overlay = draw_overlay(random, shipped)
            framework = load_framework([{**overlay, "id": overlay["overlay"]["id"]}])
            question = draw_question(random, framework)
            file = folder / f"overlay-{number}.json"
            file.write_text(json.dumps(overlay), "utf-8")
            line = arguments_of(question, framework, file, folder, number)
            want = expected(framework, question)
            jobs.append(pool.submit(difference, options.hcf, line, want))
            if number % 10 == 0:
                jobs.append(pool.submit(picture_difference, options.hcf, line, want))
        faults = [fault for job in jobs if (fault := job.result())]
    for fault in faults[:SHOWN_DIFFERENCES]:
        print(fault)
    print(f"{len(jobs)} answers compared, {len(faults)} differ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
