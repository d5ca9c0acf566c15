# SPDX-License-Identifier: Apache-2.0
"""Recomputes `hcf progress`, `hcf portfolio` and `hcf review` from the specification, and compares every field.

    progress.py --hcf PATH [--seeds 6] [--people 20] [--first 1] [--keep DIR]
    progress.py --self-test

For each seed: random overlays, and people with one to five assessments on different days, in files in any order; some
have no day, some are of a day that was read before, some name another framework. What each is worth on a day is the
oracle's of `hcf gap`.
Exit codes: 0 all equal, 1 something differs, 2 the comparison could not be made.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import oracle
from cases import make_cases  # noqa: F401  (the overlays of a seed are those of the other comparisons)
from framework import LEVELS, Framework, add_period, load_framework
from names import Names
from oracle import Model, Terms
from overlays import make_overlays, overlay_document
from people import AS_OF_DATES, PersonMaker, World, errors_in, person_document
from roles import Runner, Tally
from tabular import PERSON_COLUMNS, cell
from yaml_writer import YamlWriter

FRAMEWORK = "clinical-homecare"
CHANGES = ("newly-required", "no-longer-required", "lapsed", "lost", "gained", "changed")
OUTCOMES = ("met", "not-applicable", "not-asked", "dropped", "overdue", "undated", "planned-again", "open")
CHANGE_COLUMNS = ["person_id", "competence", "before", "after", "change"]
COUNTS = ["required", "applicable", "met", "planned", "gap", "readiness", "assurance"]
READINESS_COLUMNS = [*PERSON_COLUMNS, "assessed", "as_of", *COUNTS]
PORTFOLIO_COLUMNS = [
    *PERSON_COLUMNS, "competence", "title", "asked", "essential", "status", "assessed", "valid_until",
    "evidence_type", "evidence_title", "evidence_date", "evidence_ref", "age_days",
]  # fmt: skip
REVIEW_COLUMNS = (
    "person_id,topic,competence,title,status,assurance,reason,outcome,day,action,supervisor".split(",")
)


class Told(Runner):
    """A runner that expects an exit code."""

    code = 0

    def out(self, *arguments: str) -> bytes:
        done = subprocess.run(
            [self._hcf, *arguments], cwd=self._folder, env=self._clean, capture_output=True, timeout=300, check=False
        )
        if done.returncode != self.code:
            raise RuntimeError(f"hcf {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()[:2000]}")
        return done.stdout


# --- judging ---------------------------------------------------------------------------------------------------------


def latest_day(person: Model) -> str | None:
    days = [person.get("assessed")]
    days += [rating.get("assessed") for rating in person["ratings"].values() if "value" in rating]
    return max((day for day in days if day), default=None)


def judge(framework: Framework, person: Model, terms: Terms) -> Model:
    (result,) = oracle.analyse_person(framework, person, terms)
    return result


def statuses(result: Model) -> dict[str, str]:
    return {row["competence"]: row["status"] for row in result["competences"] if row["essential"]}


def change_of(before: str | None, after: str | None) -> str | None:
    """The first that holds."""
    if before == after:
        return None
    if before is None:
        return "newly-required"
    if after is None:
        return "no-longer-required"
    if before == "met":
        return "lapsed" if after == "expired" else "lost"
    return "gained" if after == "met" else "changed"


def changes_between(framework: Framework, before: Model, after: Model) -> list[Model]:
    old, new = statuses(before), statuses(after)
    found = []
    for competence in framework.competences:
        was, now = old.get(competence), new.get(competence)
        if change := change_of(was, now):
            found.append({"competence": competence, "before": was, "after": now, "change": change})
    return found


# --- progress --------------------------------------------------------------------------------------------------------


@dataclass
class Read:
    """What a reading of a series takes, by person in the order of their first assessment, and what it leaves out."""

    people: dict[str, list[Model]]
    skipped: int


def read_series(people: list[Model]) -> Read:
    taken: dict[str, list[Model]] = {}
    skipped = 0
    for person in people:
        day, known = latest_day(person), taken.get(person["id"], [])
        foreign = person["framework_id"] not in (None, FRAMEWORK)
        if day is None or foreign or day in map(latest_day, known):
            skipped += 1
        else:
            taken.setdefault(person["id"], []).append(person)
    return Read(taken, skipped)


def terms_for(framework: Framework, last: Model, terms: Terms) -> Terms:
    """A role without a level is taken at the level that it has for the latest assessment, on every day."""
    if not terms.roles or terms.levels:
        return terms
    return replace(terms, levels=(oracle._role_level(framework, last, terms.roles[0], terms),))


def point(framework: Framework, person: Model, result: Model, as_of: str) -> Model:
    return {
        "file": person["file"],
        "document": person["document"],
        "assessed": latest_day(person),
        "as_of": as_of,
        "framework_version": person["framework_version"],
        "role": person.get("role"),
        "level": oracle.own_level(person, framework),
        "readiness": result["summary"]["readiness"],
        "assurance": result["summary"]["assurance"],
        "summary": result["summary"],
    }


def progress(framework: Framework, assessments: list[Model], terms: Terms) -> tuple[Model, list[Model]]:
    """One element of `results`, and the judgement of each point."""
    by_day = sorted(assessments, key=lambda person: latest_day(person) or "")
    fixed = terms_for(framework, by_day[-1], terms)
    judged, points = [], []
    for person, day in [*((person, latest_day(person)) for person in by_day), (by_day[-1], terms.as_of)]:
        assert day is not None
        result = judge(framework, person, replace(fixed, as_of=day))
        judged.append(result)
        points.append(point(framework, person, result, day))
    last = judged[-1]
    return {
        "person": last["person"],
        "target": last["target"],
        "core_only": all(result["core_only"] for result in judged),
        "same_core_as": last["same_core_as"],
        "assessments": points,
        "changes": changes_between(framework, judged[0], last),
        "steps": [
            {"from": one["as_of"], "to": two["as_of"], "changes": changes_between(framework, before, after)}
            for one, two, before, after in zip(points, points[1:], judged, judged[1:])
        ],
    }, judged


def change_table(expected: list[Model]) -> list[list[str]]:
    rows = [CHANGE_COLUMNS]
    for one in expected:
        rows += [
            [cell(one["person"]["id"]), *(cell(change[key]) for key in CHANGE_COLUMNS[1:])] for change in one["changes"]
        ]
    return rows


def lead(person: Model, target: Model) -> list[Any]:
    values = [person[key] for key in ("id", "name", "organisation", "team", "role", "level")]
    return [*values, target["kind"], target["role"], target["level"]]


def readiness_table(expected: list[Model]) -> list[list[str]]:
    rows = [READINESS_COLUMNS]
    for one in expected:
        for at in one["assessments"]:
            then = {**one["person"], "role": at["role"], "level": at["level"]}
            own = {"kind": "own", "role": at["role"], "level": at["level"]}
            target = own if one["target"]["kind"] == "own" else one["target"]
            values = [*lead(then, target), at["assessed"], at["as_of"], *(at["summary"][key] for key in COUNTS)]
            rows.append([cell(value) for value in values])
    return rows


# --- portfolio -------------------------------------------------------------------------------------------------------


def evidence_of(person: Model, competence: str, as_of: str) -> list[Model]:
    """The newest first, undated last, ties as in the file."""
    given = person["ratings"].get(competence, {}).get("evidence", [])
    dated = sorted((one for one in given if "date" in one), key=lambda one: one["date"], reverse=True)
    return [
        {**{key: one.get(key) for key in ("type", "title", "date", "ref")}, "age_days": age(one.get("date"), as_of)}
        for one in [*dated, *(one for one in given if "date" not in one)]
    ]


def age(day: str | None, as_of: str) -> int | None:
    return (date.fromisoformat(as_of) - date.fromisoformat(day)).days if day else None


def portfolio(framework: Framework, person: Model, terms: Terms) -> Model:
    result = judge(framework, person, terms)
    rows = {row["competence"]: row for row in result["competences"]}
    counted = oracle.count_ratings(person, framework)
    asked, extras = [], []
    for id_, competence in framework.competences.items():
        evidence = evidence_of(person, id_, terms.as_of)
        if row := rows.get(id_):
            keys = ("competence", "title", "essential", "asked_at", "status", "through", "assessed", "valid_until")
            asked.append({**{key: row[key] for key in keys}, "evidence": evidence})
        elif evidence:
            status = oracle.own_status(counted.get(id_), oracle.Ask(id_, None), terms, framework)
            extras.append({"competence": id_, "title": competence.title, "status": status, "evidence": evidence})
    lacking = [one for one in asked if not one["evidence"] and one["status"] != "not-applicable"]
    applicable = result["summary"]["applicable"]
    without = sum(one["essential"] for one in lacking)
    pieces = [piece for one in [*asked, *extras] for piece in one["evidence"]]
    days = [piece["date"] for piece in pieces if piece["date"]]
    return {
        **{key: result[key] for key in ("file", "document", "person", "target", "core_only", "same_core_as")},
        "summary": {
            "applicable": applicable,
            "with_evidence": applicable - without,
            "without_evidence": without,
            "pieces": len(pieces),
            "pieces_not_asked": sum(len(one["evidence"]) for one in extras),
            "undated": len(pieces) - len(days),
            "oldest": min(days, default=None),
            "newest": max(days, default=None),
        },
        "competences": asked,
        "without_evidence": [one["competence"] for one in lacking],
        "not_asked": extras,
    }


def portfolio_table(framework: Framework, people: list[Model], expected: list[Model]) -> list[list[str]]:
    rows = [PORTFOLIO_COLUMNS]
    for person, one in zip(people, expected):
        counted = oracle.count_ratings(person, framework)
        for is_asked, entry in [*((True, e) for e in one["competences"]), *((False, e) for e in one["not_asked"])]:
            rating = counted.get(entry["competence"])
            dates = [rating.assessed, rating.valid_until] if rating else [None, None]
            start = [*lead(one["person"], one["target"]), entry["competence"], entry["title"], is_asked]
            start += [entry.get("essential"), entry["status"], *dates]
            for piece in entry["evidence"] or [dict.fromkeys(("type", "title", "date", "ref", "age_days"))]:
                rows.append([cell(value) for value in [*start, *piece.values()]])
    return rows


# --- review ----------------------------------------------------------------------------------------------------------


def outcome_of(then: Model, row: Model | None, as_of: str) -> str:
    """The first that holds."""
    if row is None:
        return "not-asked"
    if row["status"] in ("met", "not-applicable"):
        status: str = row["status"]
        return status
    now = row["plan"]
    if now is None:
        return "dropped"
    if now["due"] is None:
        return "undated"
    if now["due"] < as_of:
        return "overdue"
    return "open" if (now["action"], now["due"]) == (then["action"], then.get("due")) else "planned-again"


def last_day(framework: Framework, person: Model, row: Model) -> str | None:
    if row["through"] is None:
        until: str | None = row["valid_until"]
        return until
    return oracle.count_ratings(person, framework)[row["through"]].valid_until


def review(
    framework: Framework, person: Model, since: Model | None, within: str, terms: Terms
) -> Model:
    now = judge(framework, person, terms)
    rows = {row["competence"]: row for row in now["competences"]}
    order = list(framework.competences)
    looked_at, day = (since, latest_day(since)) if since else (person, terms.as_of)
    assert day is not None
    plans = []
    for competence in order:
        if plan := looked_at["ratings"].get(competence, {}).get("plan"):
            counted = oracle.counted_plan(looked_at, competence, day)
            assert counted is not None
            row = rows.get(competence)
            plans.append(
                {
                    "competence": competence,
                    "title": framework.competences[competence].title,
                    **counted,
                    "outcome": outcome_of(plan, row, terms.as_of),
                    "status": row["status"] if row else None,
                }
            )
    plans.sort(key=lambda plan: plan["due"] or "9999-99-99")
    until = add_period(terms.as_of, within)
    running = []
    for row in sorted(now["competences"], key=lambda row: order.index(row["competence"])):
        end = last_day(framework, person, row) if row["status"] == "met" and row["essential"] else None
        if end and terms.as_of <= end <= until:
            running.append({**{key: row[key] for key in ("competence", "title", "through")}, "valid_until": end})
    running.sort(key=lambda one: one["valid_until"])
    then = judge(framework, since, replace(terms_for(framework, person, terms), as_of=day)) if since else None
    return {
        **{key: now[key] for key in ("file", "document", "person", "target", "core_only", "same_core_as")},
        "since": since
        and then
        and {
            "file": since["file"],
            "document": since["document"],
            "assessed": day,
            "summary": then["summary"],
            "changes": changes_between(framework, then, now),
        },
        "plans": plans,
        "summary": now["summary"],
        "until": until,
        "running_out": running,
        "needs": [row for row in now["competences"] if row["assurance"] in ("gap", "planned")],
    }


def review_table(expected: list[Model]) -> list[list[str]]:
    rows: list[list[Any]] = [REVIEW_COLUMNS]
    for one in expected:
        id_ = one["person"]["id"]
        for plan in one["plans"]:
            start = [id_, "plan", plan["competence"], plan["title"], plan["status"], None, None, plan["outcome"]]
            rows.append([*start, plan["due"], plan["action"], plan["supervisor"]])
        for row in one["running_out"]:
            start = [id_, "running-out", row["competence"], row["title"], "met", "assured", None, None]
            rows.append([*start, row["valid_until"], None, None])
        for row in one["needs"]:
            plan = row["plan"] or dict.fromkeys(("due", "action", "supervisor"))
            start = [id_, "need", row["competence"], row["title"], row["status"], row["assurance"], row["reason"], None]
            rows.append([*start, plan["due"], plan["action"], plan["supervisor"]])
    return [rows[0], *([cell(value) for value in row] for row in rows[1:])]


# --- generated series ------------------------------------------------------------------------------------------------


@dataclass
class World_:
    """A seed's people, one file an assessment, in the order in which a walk meets them."""

    framework: Framework
    overlays: list[str]
    people: list[Model]


def write_series(seed: int, count: int, folder: Path) -> World_:
    random = Random(seed)
    overlays = make_overlays(random)
    framework = load_framework([overlays["north"]])
    names = Names(framework, [overlays["north"]])
    refresh = {c.id: c.refresh for c in framework.competences.values() if c.refresh}
    maker = PersonMaker(World(framework, names, refresh), random)
    (folder / "series").mkdir(parents=True)
    document = overlay_document("north", overlays["north"], names, random)
    (folder / "north.yaml").write_text(YamlWriter(random).document(document), "utf-8")
    people: list[Model] = []
    for number in range(count):
        first = maker.person(number)
        for copy in range(random.choice([1, 2, 2, 3, 4, 5])):
            people.append(_write_one(maker, names, random, folder, first, number, copy, framework))
    people.sort(key=lambda person: person["file"].encode())
    return World_(framework, ["--overlay", "north.yaml"], people)


def _write_one(
    maker: PersonMaker, names: Names, random: Random, folder: Path, first: Model, number: int, copy: int,
    framework: Framework,
) -> Model:  # fmt: skip
    """One more assessment of somebody: another one of the same id, or the first with a few ratings changed."""
    person = maker.person(number) if copy else dict(first)
    if copy and random.random() < 0.6:
        for key in ("role", "level", "overlaps", "scale"):
            person.pop(key, None)
            if key in first:
                person[key] = first[key]
        person["ratings"] = {c: dict(r) for c, r in first["ratings"].items() if random.random() < 0.95}
        for competence in random.sample(list(person["ratings"]), len(person["ratings"]) // 3):
            fresh = maker._rating(person, competence, "mixed", 0.3)
            maker._mend(person, fresh)
            person["ratings"][competence] = fresh
    person["id"] = first["id"]
    for rating in person["ratings"].values():
        maker._mend(person, rating)
    if errors_in(person, framework):  # the defaults of another document may not fit: then another person altogether
        person = {**maker.person(number), "id": first["id"]}
        for rating in person["ratings"].values():
            maker._mend(person, rating)
    assert not errors_in(person, framework), (person, errors_in(person, framework))
    document = person_document(person, names, random)
    if random.random() < 0.03:
        document["framework"] = random.choice(["elsewhere 1", "Clinical-homecare 4.5", "elsewhere"])
    named = document.get("framework", "").split() + ["", ""]
    file = f"series/{random.randrange(10**6):06d}-{number}-{copy}.yaml"
    (folder / file).write_text(YamlWriter(random).document(document), "utf-8")
    return {
        **person,
        "file": file,
        "document": 1,
        "framework_id": named[0] or None,
        "framework_version": named[1] or None,
    }


# --- comparing -------------------------------------------------------------------------------------------------------


def see_progress(told: Told, world: World_, terms: Terms, arguments: list[str], seen: Counter[str]) -> None:
    read = read_series(world.people)
    told.code = 2 if read.skipped else 0
    several = [series for series in read.people.values() if len(series) > 1]
    results = [progress(world.framework, series, terms) for series in several]
    expected = [one for one, _ in results]
    seen.update(change["change"] for one in expected for change in one["changes"])
    told.see("progress", "results", expected, change_table(expected), "series", *arguments)
    document = told.json("progress", "series", *arguments)
    told.tally.see("skipped", read.skipped, len(document["skipped"]))
    single = [series[0] for series in read.people.values() if len(series) == 1]
    told.tally.see(
        "single",
        [
            {
                "file": person["file"],
                "document": 1,
                "person": oracle._person_block(person, world.framework),
                "assessed": latest_day(person),
            }
            for person in single
        ],
        document["single"],
    )
    told._see_list(
        "readiness",
        readiness_table(expected),
        _csv(told.out("progress", "series", *arguments, "--table", "readiness", "--format", "csv")),
    )


def _csv(data: bytes) -> list[list[str]]:
    import csv
    import io

    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def see_forms(
    told: Told, world: World_, terms: Terms, arguments: list[str], random: Random, folder: Path, seen: Counter[str]
) -> None:
    """Portfolio and review of the latest assessments; the review with and without the earlier ones."""
    framework = world.framework
    read = read_series(world.people)
    told.code = 0
    now, before = folder / "now", folder / "before"
    now.mkdir()
    before.mkdir()
    current: list[Model] = []
    earlier: dict[str, Model] = {}
    for series in read.people.values():
        by_day = sorted(series, key=lambda person: latest_day(person) or "")
        stem = Path(by_day[-1]["file"]).name
        (now / stem).write_bytes((folder / by_day[-1]["file"]).read_bytes())
        current.append({**by_day[-1], "file": f"now/{stem}"})
        for person in by_day[:-1]:
            stem = Path(person["file"]).name
            (before / stem).write_bytes((folder / person["file"]).read_bytes())
            earlier[person["id"]] = {**person, "file": f"before/{stem}"}
    current.sort(key=lambda person: person["file"].encode())
    expected = [portfolio(framework, person, terms) for person in current]
    told.see("portfolio", "results", expected, portfolio_table(framework, current, expected), "now", *arguments)
    within = random.choice(["P90D", "P1M", "P1Y", "P2Y6M"])
    arguments = [*arguments, "--within", within]
    for since in (False, True) if earlier else (False,):
        expected = [
            review(framework, person, earlier.get(person["id"]) if since else None, within, terms)
            for person in current
        ]
        seen.update(plan["outcome"] for one in expected for plan in one["plans"])
        more = ["--since", "before"] if since else []
        told.see("review", "results", expected, review_table(expected), "now", *arguments, *more)


def see_seed(hcf: Path, seed: int, count: int, folder: Path, tally: Tally, seen: Counter[str]) -> None:
    random = Random(seed)
    folder.mkdir(parents=True)
    world = write_series(seed, count, folder)
    told = Told(hcf, folder, tally)
    accept, in_context = random.choice(["self", "self", "supervisor"]), random.random() < 0.3
    terms = Terms(as_of=random.choice(AS_OF_DATES), accept=accept, in_context=in_context)
    arguments = ["--as-of", terms.as_of, "--accept", accept, *["--in-context"] * in_context, *world.overlays]
    several = [role.id for role in world.framework.roles.values() if len(role.levels) > 1]
    held = Counter(person["role"] for person in world.people if "role" in person)
    choices: Iterator[tuple[Terms, list[str]]] = iter(
        [
            (terms, []),
            _at(terms, level=random.choice(LEVELS)),
            _at(terms, role=random.choice(list(held) or several)),
            _at(terms, role=random.choice(several)),
        ]
    )
    for number, (asked, options) in enumerate(choices):
        see_progress(told, world, asked, [*arguments, *options], seen)
        if number == seed % 4:
            see_forms(told, world, asked, [*arguments, *options], random, folder, seen)


def _at(terms: Terms, level: str | None = None, role: str | None = None) -> tuple[Terms, list[str]]:
    if level:
        return replace(terms, levels=(level,)), ["--level", level]
    assert role
    return replace(terms, roles=(role,)), ["--role", role]


# --- the oracle itself -----------------------------------------------------------------------------------------------


def self_test() -> int:
    """A series worked by hand, and that a difference is seen."""
    framework = load_framework([])
    core = framework.core
    base: Model = {"id": "p", "document": 1, "framework_id": None, "framework_version": None}
    first: Model = {
        **base,
        "file": "a",
        "role": "nursing-associate",
        "assessed": "2024-05-01",
        "ratings": {c: {"value": "met"} for c in core["associate"]},
    }
    first["ratings"]["hand-hygiene"] = {"value": "partial", "plan": {"action": "A", "due": "2025-01-01"}}
    second: Model = {
        **base,
        "file": "b",
        "role": "registered-nurse-adult",
        "assessed": "2025-05-01",
        "ratings": {c: {"value": "met"} for c in core["autonomous"]},
    }
    second["ratings"]["safeguarding"] = {"value": "met", "valid_until": "2025-06-01"}
    second["ratings"]["filing-systems"] = {"value": "not-met"}
    result, judged = progress(framework, [second, first], Terms(as_of="2026-01-01"))
    assert [one["as_of"] for one in result["assessments"]] == ["2024-05-01", "2025-05-01", "2026-01-01"]
    found = Counter(change["change"] for change in result["changes"])
    expected = {"newly-required": 7, "no-longer-required": 1, "lapsed": 1, "lost": 1, "gained": 1}
    assert found == expected, found
    assert [len(step["changes"]) for step in result["steps"]] == [10, 1], result["steps"]
    assert result["changes"][0]["competence"] == "develop-own-practice", result["changes"]
    assert read_series([first, {**first, "file": "c"}, {**second, "framework_id": "x"}]).skipped == 2
    assert read_series([{**first, "assessed": None}]).people == {}
    form = review(framework, second, first, "P1Y", Terms(as_of="2025-05-20"))
    assert [(one["competence"], one["outcome"]) for one in form["plans"]] == [("hand-hygiene", "met")], form["plans"]
    assert [one["competence"] for one in form["running_out"]] == ["safeguarding"], form["running_out"]
    assert [one["competence"] for one in form["needs"]] == ["filing-systems"], form["needs"]
    second["ratings"]["hand-hygiene"]["evidence"] = [
        {"title": "old", "date": "2024-01-01"}, {"title": "none"}, {"title": "new", "date": "2025-01-01"}
    ]  # fmt: skip
    found_ = portfolio(framework, second, Terms(as_of="2025-01-31"))
    (entry,) = [one for one in found_["competences"] if one["evidence"]]
    assert [piece["title"] for piece in entry["evidence"]] == ["new", "old", "none"], entry
    assert [piece["age_days"] for piece in entry["evidence"]] == [30, 396, None], entry
    assert found_["summary"]["without_evidence"] == 19, found_["summary"]
    tally = Tally()
    tally.see("itself", result, result)
    assert tally.wrong == 0
    for key in result:
        tally.see(key, result, {**result, key: "another"})
    assert tally.wrong == len(result) and len(judged) == 3
    print("self-test passed")
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf progress, portfolio and review with the oracle.")
    parser.add_argument("--hcf", type=Path, help="the binary")
    parser.add_argument("--self-test", action="store_true", help="test the oracle itself, without a binary")
    parser.add_argument("--seeds", type=int, default=6, help="how many sets of people")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--people", type=int, default=20, help="how many people for each")
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if options.self_test:
        return self_test()
    if options.hcf is None:
        parser.error("--hcf must name the binary")
    tally, seen = Tally(), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="hcf-progress-") as temporary:
        folder = options.keep or Path(temporary)
        try:
            for seed in range(options.first, options.first + options.seeds):
                before = tally.wrong
                see_seed(options.hcf.resolve(), seed, options.people, folder / f"seed-{seed}", tally, seen)
                print(f"seed {seed}: {tally.wrong - before} differences", file=sys.stderr)
        except (OSError, RuntimeError, ValueError, subprocess.TimeoutExpired, json.JSONDecodeError) as error:
            print(f"progress.py: {error}", file=sys.stderr)
            return 2
    for text in tally.shown:
        print(text)
    missing = [word for word in (*CHANGES, *OUTCOMES) if not seen[word]]
    if missing and options.seeds >= 6:
        print(f"never reached: {', '.join(missing)}")
        return 1
    print(f"{tally.compared} compared, {tally.wrong or 'no'} difference{'s' * (tally.wrong > 1)}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
