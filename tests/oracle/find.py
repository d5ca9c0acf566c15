# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf find`, and its comparison with the binary over generated people.

    find.py --hcf PATH [--count 600] [--seed 1] [--keep DIR]

Written from spec/3, spec/5 and docs/adr/0018, on the statuses of `oracle.py`. Exit codes: 0 all equal, 1 something differs.
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
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, NOT_APPLICABLE, Framework, add_period, load_framework, rank
from generate import generate
from names import Names
from oracle import (
    LIFTED_BY_SUPERSESSION, Ask, Counted, Terms, assurance_of, count_ratings, counted_plan, own_asks, own_level,
    own_status, superseded_through,
)  # fmt: skip
from people import AS_OF_DATES
from tabular import cell

Model = dict[str, Any]

SHOWN = 10
COLUMNS = ["person_id", "name", "organisation", "team", "role", "level", "status", "valid_until"]
ORDER = ["unconfirmed", "expired", "partial", "not-met", "not-assessed"]
PERIODS = ["P90D", "30d", "P1Y", "P3M", "1d"]
REACHED = [
    "holder", "through", "runs out", "not asked", "unconfirmed", "expired", "partial", "not-met", "not-assessed", "planned",
    "weaker-basis", "shown-below-level", "undated", "other-scale", "neither not-applicable", "neither not-met",
]  # fmt: skip


def until_of(day: str, within: str) -> str:
    if within.endswith("d"):
        return (date.fromisoformat(day) + timedelta(days=int(within[:-1]))).isoformat()
    return add_period(day, within)


class Question:
    def __init__(self, framework: Framework, competence: str, level: str | None, terms: Terms, until: str) -> None:
        self.framework, self.competence, self.level, self.until = framework, competence, level, until
        in_context = terms.in_context or level is not None
        self.terms = Terms(terms.as_of, terms.accept, in_context)

    def judge(self, person: Model) -> Model:
        framework, terms, competence = self.framework, self.terms, self.competence
        asks = own_asks(framework, person)
        ratings = count_ratings(person, framework)
        own = asks.get(competence)
        ask = own or Ask(competence, None)
        if self.level:
            ask = Ask(competence, self.level, ask.needs, ask.essential)
            if own:
                asks = {**asks, competence: ask}
        status = own_status(ratings.get(competence), ask, terms, framework)
        reason = self._doubt(ratings[competence], ask) if status == "unconfirmed" else None
        through = None
        # What nobody asks at any level is held by its own rating, or not at all.
        if status in LIFTED_BY_SUPERSESSION and ask.asked_at:
            through = superseded_through(ask, asks, ratings, terms, framework)
            status, reason = ("met", None) if through else (status, reason)
        counted = ratings.get(through or competence)
        plan = counted_plan(person, competence, terms.as_of)
        return {
            "file": person["file"],
            "document": person["document"],
            "person": {**{key: person.get(key) for key in ("id", "name", "organisation", "team", "role")},
                       "level": own_level(person, framework)},
            "status": status,
            "valid_until": counted.valid_until if counted else None,
            "through": through,
            "reason": reason,
            "asked": own is not None,
            "shown_at": counted.shown_at if counted else None,
            "basis": counted.basis if counted else None,
            "plan_due": plan["due"] if plan else None,
            "not_applicable": bool(counted and counted.counts_as == NOT_APPLICABLE),
            "planned": assurance_of(status, plan, terms.as_of)[0] == "planned",
        }  # fmt: skip

    def _doubt(self, rating: Counted, ask: Ask) -> str:
        bases = ("self", "supervisor", "assessor")
        if bases.index(rating.basis or "self") < bases.index(self.terms.accept):
            return "weaker-basis"
        if self.terms.in_context and ask.asked_at and rank(rating.shown_at) < rank(ask.asked_at):
            return "shown-below-level"
        return "other-scale" if rating.dated else "undated"

    def answer(self, people: list[Model]) -> tuple[list[Model], list[Model], Counter[str]]:
        holders, near, neither = [], [], Counter[str]()
        for found in map(self.judge, people):
            if found.pop("not_applicable"):
                neither[NOT_APPLICABLE] += 1
            elif found["status"] == "met":
                holders.append(found)
            elif found["status"] in ("unconfirmed", "expired", "partial") or found["planned"]:
                near.append(found)
            else:
                neither[found["status"]] += 1
        # Three sorts, the last of them the strongest; each keeps the order of what it finds equal.
        near.sort(key=lambda one: one["plan_due"] if one["planned"] else "9")
        near.sort(key=lambda one: one["valid_until"] if one["status"] == "expired" else "", reverse=True)
        near.sort(key=lambda one: ORDER.index(one["status"]))
        return holders, near, neither


class Comparison:
    def __init__(self, hcf: Path, folder: Path) -> None:
        self._hcf, self._folder = hcf, folder
        self._environment = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}
        self.faults = self.people = self.questions = 0
        self.reached: Counter[str] = Counter()

    def fault(self, text: str) -> None:
        self.faults += 1
        if self.faults <= SHOWN:
            print(text)

    def _run(self, arguments: list[str]) -> str:
        done = subprocess.run(
            [self._hcf, *arguments], cwd=self._folder, env=self._environment, capture_output=True, timeout=300
        )
        if done.returncode != 0:
            self.fault(f"hcf {' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()[:300]}")
        return done.stdout.decode()

    def ask(self, question: Question, people: list[Model], arguments: list[str]) -> None:
        holders, near, neither = question.answer(people)
        self.questions += 1
        self.people += len(people)
        where = f"hcf {' '.join(arguments)}"
        got = json.loads(self._run([*arguments, "--format", "json"]) or "{}")
        if (got.get("competence"), got.get("level"), got.get("until")) != (
            question.competence, question.level, question.until,
        ):  # fmt: skip
            self.fault(f"{where}: another question: {got.get('competence')}, {got.get('level')}, {got.get('until')}")
        for found in holders:
            found["runs_out"] = bool(found["valid_until"] and found["valid_until"] <= question.until)
        self._compare(where, "holders", holders, got.get("holders", []))
        self._compare(where, "near", near, got.get("near", []))
        wanted = {
            "people": len(people), "holders": len(holders), "runs_out": sum(one["runs_out"] for one in holders),
            "near": len(near),
            "neither": {key: neither[key] for key in ("not-met", "not-assessed", NOT_APPLICABLE)},
        }  # fmt: skip
        if got.get("counts") != wanted:
            self.fault(f"{where}: counts\n    expected {wanted}\n    got      {got.get('counts')}")
        table = [COLUMNS] + [
            [cell(value) for value in (*one["person"].values(), one["status"], one["valid_until"])]
            for one in (*holders, *near)
        ]
        rows = list(csv.reader(io.StringIO(self._run([*arguments, "--format", "csv"]), newline=""), strict=True))
        if rows != table:
            self.fault(f"{where}: the CSV differs")
        lines = [json.loads(line) for line in self._run([*arguments, "--format", "jsonl"]).splitlines()]
        if [line["person"]["id"] for line in lines] != [one["person"]["id"] for one in holders]:
            self.fault(f"{where}: the lines differ")
        self._reach(holders, near, neither)

    def _compare(self, where: str, name: str, wanted: list[Model], got: list[Model]) -> None:
        if len(wanted) != len(got):
            return self.fault(f"{where}: {len(wanted)} {name} expected, {len(got)} found")
        for one, other in zip(wanted, got, strict=True):
            for key, value in other.items():
                if key not in one or one[key] != value:
                    self.fault(f"{where}: {name}, {other['person']['id']}, {key}\n    expected {one.get(key)}\n    got      {value}")
        return None

    def _reach(self, holders: list[Model], near: list[Model], neither: Counter[str]) -> None:
        reached = self.reached
        for one in holders:
            reached["holder"] += 1
            reached["through"] += one["through"] is not None
            reached["runs out"] += one["runs_out"]
            reached["not asked"] += not one["asked"]
        for one in near:
            reached[one["status"]] += 1
            reached["planned"] += one["planned"]
            reached[one["reason"] or "no reason"] += 1
        for status, count in neither.items():
            reached["neither " + status] += count


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf find with an independent calculation.")
    parser.add_argument("--hcf", type=Path, required=True)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        generate(options.seed, options.count, folder)
        people = json.loads((folder / "people.json").read_text("utf-8"))["people"]
        overlays = json.loads((folder / "cases.json").read_text("utf-8"))["overlays"]
        loaded = [overlays["north"], overlays["south"]]
        framework = load_framework(loaded)
        names = Names(framework, loaded)
        random = Random(options.seed)
        comparison = Comparison(options.hcf.resolve(), folder)
        # A walk gives the files by whole path, bytewise.
        people.sort(key=lambda one: (one["file"].encode(), one["document"]))
        for competence in framework.competences:
            level = random.choice([None, None, *LEVELS])
            terms = Terms(random.choice(AS_OF_DATES), random.choice(["self", "self", "supervisor", "assessor"]),
                          random.random() < 0.3)  # fmt: skip
            within = random.choice(PERIODS)
            asked = ["find", "people", "--competence", names.competence(competence, random), "--as-of", terms.as_of]
            asked += ["--accept", terms.accept, "--within", within, "--overlay", "overlays/north.yaml"]
            asked += ["--overlay", "overlays/south.yaml"]
            asked += ["--level", names.level(level, random)] if level else []
            asked += ["--in-context"] if terms.in_context else []
            question = Question(framework, competence, level, terms, until_of(terms.as_of, within))
            comparison.ask(question, people, asked)
    missing = [what for what in REACHED if not comparison.reached[what]]
    if missing and options.count >= 600:
        comparison.faults += 1
        print("never reached:", ", ".join(missing))
    print(f"{comparison.questions} questions about {comparison.people} people, {comparison.faults} differences")
    return 1 if comparison.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
