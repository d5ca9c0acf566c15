# SPDX-License-Identifier: Apache-2.0
"""Recomputes `hcf compare-roles` and `hcf fit` from the specification alone, and compares every field.

    roles.py --hcf PATH [--seeds 50] [--people 12] [--first 1] [--keep DIR]
    roles.py --self-test

All 1,640 ordered pairs of the shipped roles; then, for each seed, random overlays laid over them, and generated people.
Exit codes: 0 all equal, 1 something differs, 2 the comparison could not be made.
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
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import oracle
from compare import _unique_keys, differences
from framework import LEVELS, Framework, load_framework, rank
from generate import generate
from oracle import Ask, Exact, Model, Terms, shortest
from tabular import cell

FACETS = ("knowledge", "practice", "decisions", "accountability", "leadership", "development")
SHOWN = 10
COMPARE_COLUMNS = (
    "from,to,from_level,to_level,step,carried,new,left,transferability,similarity,new_competences".split(",")
)
FIT_COLUMNS = "person_id,kind,id,level,required,applicable,met,planned,readiness,assurance,missing".split(",")
FIGURES = ("required", "applicable", "met", "planned", "readiness", "assurance")


@dataclass(frozen=True)
class Thing:
    """A role at a level, or a level (`role` is None)."""

    role: str | None
    level: str

    @property
    def id(self) -> str:
        return self.role or self.level


@dataclass
class Tally:
    compared: int = 0
    wrong: int = 0
    shown: list[str] = field(default_factory=list)

    def see(self, where: str, expected: Any, got: Any) -> None:
        self.compared += 1
        for path, one, other in differences(expected, got):
            self.wrong += 1
            if len(self.shown) < SHOWN:
                self.shown.append(f"{where}: {path}\n    expected {one!r}\n    got      {other!r}"[:1200])


# --- compare-roles ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=None)
def asks(framework: Framework, thing: Thing) -> dict[str, Ask]:
    """The essential requirements, in framework order."""
    found = (
        oracle.role_asks(framework, thing.role, thing.level) if thing.role else oracle.level_asks(framework, thing.level)
    )
    return {c: found[c] for c in framework.competences if c in found and found[c].essential}


def share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(1)


def similarity(framework: Framework, a: Thing, b: Thing) -> Fraction:
    one, other = set(asks(framework, a)), set(asks(framework, b))
    return share(len(one & other), len(one | other))


def transferability(framework: Framework, a: Thing, b: Thing) -> Fraction:
    one, other = set(asks(framework, a)), set(asks(framework, b))
    return share(len(one & other), len(other))


def needs_more(framework: Framework, here: Ask, there: Ask) -> bool:
    """Whether a needs is asked there that what is asked here does not assure."""
    if there.needs is None:
        return False
    if here.needs is None or here.needs.scale != there.needs.scale:
        return True
    order = framework.scales[there.needs.scale].order
    return order[here.needs.value] < order[there.needs.value]


def pair(framework: Framework, descriptors: Model, a: Thing, b: Thing) -> Model:
    here, there = asks(framework, a), asks(framework, b)
    carried = [c for c in there if c in here]
    kinds = {framework.competences[c].kind for c in (*here, *there)}
    return {
        "from": a.id,
        "to": b.id,
        "from_level": a.level,
        "to_level": b.level,
        "step": rank(b.level) - rank(a.level),
        "core_only": kinds <= {"core"},
        "carried": carried,
        "new": [c for c in there if c not in here],
        "left": [c for c in here if c not in there],
        "needs_more": [c for c in carried if needs_more(framework, here[c], there[c])],
        "transferability": shortest(transferability(framework, a, b)),
        "similarity": shortest(similarity(framework, a, b)),
        "descriptor": [
            {"facet": facet, "from": descriptors[a.level].get(facet), "to": descriptors[b.level].get(facet)}
            for facet in FACETS
            if descriptors[a.level].get(facet) != descriptors[b.level].get(facet)
        ],
    }


def both_ways(pairs: list[tuple[Thing, Thing]]) -> Iterator[tuple[Thing, Thing]]:
    for a, b in pairs:
        yield a, b
        yield b, a


def all_pairs(things: list[Thing]) -> list[tuple[Thing, Thing]]:
    return [(a, b) for i, a in enumerate(things) for b in things[i + 1 :]]


def ranking(framework: Framework, a: Thing, things: list[Thing]) -> list[tuple[Thing, Thing]]:
    others = [b for b in things if b.id != a.id]
    others.sort(key=lambda b: (-similarity(framework, a, b), -transferability(framework, a, b)))
    return [(a, b) for b in others]


def compare_table(expected: list[Model]) -> list[list[str]]:
    rows = [COMPARE_COLUMNS]
    for one in expected:
        values = [len(one[key]) if key in ("carried", "new", "left") else one[key] for key in COMPARE_COLUMNS[:-1]]
        rows.append([*map(cell, values), " ".join(one["new"])])
    return rows


# --- fit -------------------------------------------------------------------------------------------------------------


def figures(framework: Framework, person: Model, ratings: Model, thing: Thing, terms: Terms) -> tuple[Model, bool]:
    """The figures of one target, and whether it is whole."""
    found = (
        oracle.role_asks(framework, thing.role, thing.level) if thing.role else oracle.level_asks(framework, thing.level)
    )
    rows = [
        oracle._row(framework, person, ratings, found[c], found, terms) for c in framework.competences if c in found
    ]
    essential = [row for row in rows if row["essential"]]
    _, summary = oracle.summarise(essential)
    result = {key: summary[key] for key in FIGURES}
    result["missing"] = [r["competence"] for r in essential if r["status"] not in ("met", oracle.NOT_APPLICABLE)]
    return result, all(row["status"] == "met" for row in essential)


def fit(framework: Framework, person: Model, terms: Terms) -> Model:
    ratings = oracle.count_ratings(person, framework)
    levels, roles, whole, candidates = [], [], [], []
    for level in LEVELS:
        found, is_whole = figures(framework, person, ratings, Thing(None, level), terms)
        levels.append({"level": level, **found})
        whole += [level] * is_whole
    own_level = oracle.own_level(person, framework)
    own = {c for c, ask in oracle.own_asks(framework, person).items() if ask.essential}
    for role in framework.roles.values():
        for level in role.levels:
            thing = Thing(role.id, level)
            found, is_whole = figures(framework, person, ratings, thing, terms)
            kinds = {framework.competences[c].kind for c in asks(framework, thing)}
            roles.append({"role": role.id, "level": level, "core_only": kinds <= {"core"}, **found})
            if not is_whole and rank(level) - rank(own_level) in (0, 1):
                wanted = set(asks(framework, thing))
                candidates.append((share(len(own & wanted), len(own | wanted)), thing))
    candidates.sort(key=lambda candidate: -candidate[0])
    return {
        "file": person["file"],
        "document": person["document"],
        "person": oracle._person_block(person, framework),
        "levels": levels,
        "roles": roles,
        "whole_levels": whole,
        "next": [{"role": thing.role, "level": thing.level} for _, thing in candidates[:5]],
    }


def fit_table(expected: list[Model]) -> list[list[str]]:
    rows = [FIT_COLUMNS]
    for one in expected:
        for kind, entries in (("level", one["levels"]), ("role", one["roles"])):
            for entry in entries:
                values = [one["person"]["id"], kind, entry[kind], entry["level"], *(entry[key] for key in FIGURES)]
                rows.append([*map(cell, values), " ".join(entry["missing"])])
    return rows


# --- running ---------------------------------------------------------------------------------------------------------


class Runner:
    def __init__(self, hcf: Path, folder: Path, tally: Tally) -> None:
        self._hcf = hcf.resolve()
        self._folder = folder
        self.tally = tally
        self._clean = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}

    def out(self, *arguments: str) -> bytes:
        done = subprocess.run(
            [self._hcf, *arguments], cwd=self._folder, env=self._clean, capture_output=True, timeout=300, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"hcf {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()[:2000]}")
        return done.stdout

    def json(self, *arguments: str) -> Model:
        return json.loads(self.out(*arguments, "--format", "json"), parse_float=Exact)

    def see(self, command: str, key: str, expected: list[Model], table: list[list[str]], *arguments: str) -> None:
        """Runs a command in JSON, JSON Lines and CSV, and compares everything that it says."""
        schema = f"hcf.{command}/1"
        where = f"hcf {command} {' '.join(arguments)}"
        document = self.json(command, *arguments)
        self.tally.see(where, schema, document["schema"])
        self._see_list(where, expected, document[key])
        lines = self.out(command, *arguments, "--format", "jsonl").decode().splitlines()
        got = [json.loads(line, parse_float=Exact, object_pairs_hook=_unique_keys) for line in lines]
        self._see_list(where + " (jsonl)", [{"schema": schema, **one} for one in expected], got)
        text = self.out(command, *arguments, "--format", "csv").decode()
        self._see_list(where + " (csv)", table, list(csv.reader(io.StringIO(text, newline=""), strict=True)))

    def _see_list(self, where: str, expected: list[Any], got: list[Any]) -> None:
        self.tally.see(where + ", count", len(expected), len(got))
        for number, (one, other) in enumerate(zip(expected, got), 1):
            self.tally.see(f"{where}, {number}", one, other)


def see_compare(runner: Runner, framework: Framework, overlays: list[str], random: Random, thorough: bool) -> None:
    options = [part for overlay in overlays for part in ("--overlay", overlay)]
    shown = runner.json("show", "levels", *options)
    descriptors = {level["id"]: level["descriptor"] for level in shown["levels"]}
    roles = [Thing(role.id, role.levels[0]) for role in framework.roles.values()]
    levels = [Thing(None, level) for level in LEVELS]

    def see(pairs: list[tuple[Thing, Thing]], *arguments: str) -> None:
        expected = [pair(framework, descriptors, a, b) for a, b in both_ways(pairs)]
        runner.see("compare-roles", "pairs", expected, compare_table(expected), *arguments, *options)

    see(all_pairs(roles))
    see(all_pairs(levels), "--levels")
    for role in roles if thorough else random.sample(roles, 2):
        see(ranking(framework, role, roles), role.id)
    for level in levels if thorough else random.sample(levels, 1):
        see(ranking(framework, level, levels), "--levels", level.id)
    everywhere = [Thing(role.id, level) for role in framework.roles.values() for level in role.levels]
    several = [thing for thing in everywhere if len(framework.roles[thing.id].levels) > 1]
    for a in random.sample(several, min(2, len(several))):
        b = random.choice([*several, *everywhere])
        see([(a, b)], f"{a.role}@{a.level}", f"{b.role}@{b.level}")
        see(ranking(framework, a, roles), f"{a.role}@{a.level}")
    see([(roles[0], roles[0])], roles[0].id, roles[0].id)


def see_fit(runner: Runner, framework: Framework, people: list[Model], arguments: list[str], terms: Terms) -> None:
    expected = [fit(framework, person, terms) for person in people]
    runner.see("fit", "results", expected, fit_table(expected), *arguments)


def see_seed(hcf: Path, seed: int, count: int, folder: Path, tally: Tally) -> None:
    random = Random(seed)
    generate(seed, count, folder)
    runner = Runner(hcf, folder, tally)
    people = json.loads((folder / "people.json").read_text("utf-8"))["people"]
    models = json.loads((folder / "cases.json").read_text("utf-8"))["overlays"]
    names = random.choice([["north"], ["south"], ["core"], ["north", "south"], ["south", "core"], [*models]])
    framework = load_framework([models[name] for name in names])
    overlays = [f"overlays/{name}.yaml" for name in names]
    see_compare(runner, framework, overlays, random, False)
    path = "people" if "north" in names else "people/plain"
    read = [person for person in people if person["file"].startswith(path + "/")]
    read.sort(key=lambda person: (person["file"].encode(), person["document"]))
    accept, in_context = random.choice(["self", "self", "supervisor", "assessor"]), random.random() < 0.5
    as_of = random.choice(json.loads((folder / "cases.json").read_text("utf-8"))["cases"])["as_of"]
    arguments = [path, "--as-of", as_of, "--accept", accept, *["--in-context"] * in_context]
    for overlay in overlays:
        arguments += ["--overlay", overlay]
    see_fit(runner, framework, read, arguments, Terms(as_of=as_of, accept=accept, in_context=in_context))


# --- the oracle itself -----------------------------------------------------------------------------------------------


def self_test() -> int:
    """Cases worked by hand from the matrix of spec/1, and that a difference is seen."""
    framework = load_framework([])
    no_words: Model = {level: {} for level in LEVELS}
    chief, support = Thing("superintendent-chief-pharmacist", "advanced"), Thing("support-worker", "supportive")
    found = pair(framework, no_words, chief, support)
    back = pair(framework, no_words, support, chief)
    # 14 are asked of supportive staff and 22 of advanced; 13 of both.
    assert (found["new"], len(found["carried"]), len(found["left"])) == (["develop-own-practice"], 13, 9), found
    assert (found["step"], found["core_only"], found["needs_more"]) == (-4, True, []), found
    assert found["transferability"] == Exact("0.9285") and found["similarity"] == Exact("0.5652"), found
    assert (back["new"], back["left"], back["step"]) == (found["left"], found["new"], 4), back
    itself = pair(framework, no_words, support, support)
    assert (itself["transferability"], itself["similarity"], itself["new"], itself["left"]) == (1, 1, [], []), itself
    roles = [Thing(role.id, role.levels[0]) for role in framework.roles.values()]
    assert len(list(both_ways(all_pairs(roles)))) == 1640
    nearest = [b.level for _, b in ranking(framework, Thing("nurse-educator", "enhanced"), roles)]
    assert nearest == ["autonomous"] * 8 + ["enhanced"] * 6 + ["advanced"] * 10 + ["supportive"] * 8 + ["associate"] * 8

    person = {"id": "p", "role": "nursing-associate", "file": "p", "document": 1, "ratings": {}}
    person["ratings"] = {c: {"value": "met"} for c in framework.core["supportive"]}
    stands = fit(framework, person, Terms(as_of="2026-11-22"))
    assert stands["whole_levels"] == ["supportive", "associate"], stands["whole_levels"]
    assert stands["levels"][2]["met"] == 13 and len(stands["levels"][2]["missing"]) == 7, stands["levels"][2]
    assert [one["level"] for one in stands["next"]] == ["autonomous"] * 5, stands["next"]
    person["ratings"]["filing-systems"] = {"value": "not-applicable", "note": "-"}
    stands = fit(framework, person, Terms(as_of="2026-11-22"))
    assert (stands["whole_levels"], stands["levels"][0]["readiness"], stands["levels"][0]["missing"]) == ([], 1, [])
    assert [one["level"] for one in stands["next"]] == ["associate"] * 5, stands["next"]

    tally = Tally()
    tally.see("itself", found, found)
    assert tally.wrong == 0
    for key in found:
        tally.see(key, found, {**found, key: "another"})
    tally.see("true for 1", {"met": 1}, {"met": True})
    assert tally.wrong == len(found) + 1
    print("self-test passed")
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf compare-roles and hcf fit with the oracle.")
    parser.add_argument("--hcf", type=Path, help="the binary")
    parser.add_argument("--self-test", action="store_true", help="test the oracle itself, without a binary")
    parser.add_argument("--seeds", type=int, default=50, help="how many random overlays")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--people", type=int, default=12, help="how many people for each")
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if options.self_test:
        return self_test()
    if options.hcf is None:
        parser.error("--hcf must name the binary")
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="hcf-roles-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            see_compare(Runner(options.hcf, folder, tally), load_framework([]), [], Random(0), True)
            for seed in range(options.first, options.first + options.seeds):
                before = tally.wrong
                see_seed(options.hcf, seed, options.people, folder / f"seed-{seed}", tally)
                print(f"seed {seed}: {tally.wrong - before} differences", file=sys.stderr)
        except (OSError, RuntimeError, ValueError, subprocess.TimeoutExpired) as error:
            print(f"roles.py: {error}", file=sys.stderr)
            return 2
    for text in tally.shown:
        print(text)
    print(f"{tally.compared} compared, {tally.wrong or 'no'} difference{'s' * (tally.wrong > 1)}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
