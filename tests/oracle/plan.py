# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf plan` by trying every set of courses, and its comparison with the binary.

    plan.py --hcf PATH [--cases 150] [--seed 1] [--keep DIR]
    plan.py --self-test

Written from spec/3 ("plan") and spec/5, and from the readings of hcf-plan(1). People and catalogues are small, so that
all sets of courses can be tried; nothing is shared with the binary. Exit codes: 0 all equal, 1 something differs, 2 the
comparison could not be made.
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
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, load_framework

Model = dict[str, Any]

AS_OF = "2026-11-22"
SHOWN = 10
COLUMNS = ["person_id", "course", "provider", "title", "closes", "hours", "cost"]
MEASURES = ("courses", "hours", "cost")
# What the generated cases must have reached, or they would prove little.
REACHED = [
    "courses", "hours", "cost", "limit", "beyond_limits", "uncovered", "taken_already", "to_reassess", "prerequisite",
    "completed", "retaken", "include_planned", "tie by place", "no plan", "together", "together, split", "level-bound",
]  # fmt: skip


@dataclass
class Tally:
    compared: int = 0
    differences: int = 0
    shown: list[str] = field(default_factory=list)
    reached: Counter[str] = field(default_factory=Counter)

    def see(self, where: str, expected: Any, got: Any) -> None:
        self.compared += 1
        if expected == got:
            return
        self.differences += 1
        if len(self.shown) < SHOWN:
            self.shown.append(f"{where}\n    expected {expected}\n    got      {got}")


# --- what is made up -------------------------------------------------------------------------------------------------


def make_courses(random: Random, competences: list[str]) -> list[Model]:
    """Courses of one or two providers; `after` names courses of the same provider."""
    courses: list[Model] = []
    count = random.randint(1, 9)
    split = random.choice([count, random.randint(0, count)])
    for number in range(count):
        provider = "Academy" if number < split else "School"
        course: Model = {"id": f"c{number if random.random() < 0.8 else number % 3}", "provider": provider}
        if any(other["id"] == course["id"] and other["provider"] == provider for other in courses):
            course["id"] = f"d{number}"
        course["develops"] = random.sample(competences, random.randint(1, min(3, len(competences))))
        if random.random() < 0.25:
            course["levels"] = random.sample(LEVELS, random.randint(1, 4))
        if random.random() < 0.85:
            course["hours"] = random.choice(["1", "2", "2.5", "7", "0.75"])
        if random.random() < 0.85:
            course["cost"] = random.choice(["10", "20.00", "20", "35.50", "0", "99.999999"])
        if courses and random.random() < 0.3:  # as good as another one, but for its place
            other = random.choice(courses)
            course |= {key: other[key] for key in ("develops", "levels", "hours", "cost") if key in other}
        earlier = [other["id"] for other in courses if other["provider"] == provider]
        if earlier and random.random() < 0.35:
            course["after"] = random.sample(earlier, random.randint(1, min(2, len(earlier))))
        courses.append(course)
    return courses


def make_person(random: Random, number: int, asked: dict[str, list[str]], courses: list[Model]) -> Model:
    level = random.choice(["supportive", "autonomous"])
    ratings: dict[str, Model] = {}
    gaps = set(random.sample(asked[level], random.randint(0, 6)))
    for competence in asked[level]:
        rating: Model = {"value": "met", "basis": "supervisor"}
        if competence in gaps:
            rating = random.choice(
                [
                    {"value": "partial", "basis": "supervisor"},
                    {"value": "not-met", "basis": "supervisor"},
                    {"value": "met", "basis": "supervisor", "valid_until": "2026-06-30"},
                    {"value": "met", "basis": "supervisor", "valid_until": "2026-06-30"},
                    {"value": "met", "basis": "self"},
                    {},
                ]
            ).copy()
            if rating and random.random() < 0.2:
                rating["plan"] = {"action": "Do it", "due": random.choice(["2027-03-01", "2026-01-31"]), "supervisor": "S"}
        if rating and courses and random.random() < 0.08:
            course = random.choice(courses)
            evidence: Model = {"type": "course", "ref": random.choice([course["id"], f"{course['provider']}/{course['id']}"])}
            day = random.choice([None, "2026-01-15", "2026-10-01"])
            if day:
                evidence["date"] = day
            rating["evidence"] = [{"title": "Attended", **evidence}]
        if rating:
            ratings[competence] = rating
    return {"id": f"P-{number}", "level": level, "ratings": ratings}


# --- the calculation -------------------------------------------------------------------------------------------------


@dataclass
class Learner:
    person: Model
    level: str
    needs: dict[str, str | None]  # competence -> the day on which it ran out, of an expired one
    to_reassess: list[str]
    completed: dict[int, str | None]


def learn(person: Model, level: str, asked: list[str], courses: list[Model], case: Model) -> Learner:
    learner = Learner(person, level, {}, [], {})
    for rating in person["ratings"].values():
        for evidence in rating.get("evidence", []):
            for number, course in enumerate(courses):
                if evidence["ref"] in (course["id"], f"{course['provider']}/{course['id']}"):
                    known = learner.completed.get(number)
                    learner.completed[number] = max(filter(None, [known, evidence.get("date")]), default=None)
    for number, course in enumerate(courses):
        if course["id"] in case["completed"] or f"{course['provider']}/{course['id']}" in case["completed"]:
            learner.completed[number] = AS_OF
    for competence in asked:
        rating = person["ratings"].get(competence, {})
        plan = rating.get("plan")
        expired = rating.get("value") == "met" and rating.get("valid_until", AS_OF) < AS_OF
        doubted = rating.get("value") == "met" and case["accept"] == "supervisor" and rating["basis"] == "self"
        if rating.get("value") == "met" and not expired and not doubted:
            continue
        if plan and plan["due"] >= AS_OF and not case["include_planned"]:
            continue
        if doubted and not expired:
            learner.to_reassess.append(competence)
        else:
            learner.needs[competence] = rating["valid_until"] if expired else None
    return learner


def closes(learner: Learner, number: int, course: Model, competence: str) -> bool:
    if competence not in course["develops"] or learner.level not in course.get("levels", LEVELS):
        return False
    if number not in learner.completed:
        return True
    ran_out, taken = learner.needs[competence], learner.completed[number]
    return ran_out is not None and (taken is None or taken <= ran_out)


def position_of(courses: list[Model], provider: str, course_id: str) -> int:
    return next(n for n, c in enumerate(courses) if c["provider"] == provider and c["id"] == course_id)


def still_before(learner: Learner, courses: list[Model], number: int) -> set[int]:
    found: set[int] = set()
    waiting = [number]
    while waiting:
        course = courses[waiting.pop()]
        for first in course.get("after", []):
            place = position_of(courses, course["provider"], first)
            if place not in learner.completed and place not in found:
                found.add(place)
                waiting.append(place)
    return found


def number_of(course: Model, measure: str) -> Decimal:
    return Decimal(1) if measure == "courses" else Decimal(course.get(measure, "0"))


def order_of(case: Model) -> list[str]:
    return [case["minimise"], *(m for m in ("courses", "cost", "hours") if m != case["minimise"])]


def closed_by(learner: Learner, courses: list[Model], chosen: set[int]) -> set[str]:
    """What a set closes for somebody who only takes courses whose predecessors are in it, too."""
    found = set()
    for number in chosen:
        if still_before(learner, courses, number) <= chosen:
            found |= {c for c in learner.needs if closes(learner, number, courses[number], c)}
    return found


def best(learners: list[Learner], courses: list[Model], case: Model, allowed: set[int], limits: bool) -> tuple[int, ...]:
    """The best set of courses by trying all; of one person every course of it must be takeable."""
    closable = [closed_by(learner, courses, allowed) for learner in learners]
    found: tuple[Any, tuple[int, ...]] | None = None
    for bits in product((False, True), repeat=len(courses)):
        chosen = {n for n, is_in in enumerate(bits) if is_in}
        if not chosen <= allowed:
            continue
        sums = {m: sum((number_of(courses[n], m) for n in chosen), Decimal(0)) for m in MEASURES}
        if limits and any(sums[m] > Decimal(case[f"max_{m}"]) for m in ("cost", "hours") if case[f"max_{m}"]):
            continue
        left = sum(len(can - closed_by(one, courses, chosen)) for one, can in zip(learners, closable))
        if left and not (limits and (case["max_cost"] or case["max_hours"])):
            continue
        key = (left, *(sums[m] for m in order_of(case)))
        candidate = (key, tuple(sorted(chosen)))
        if found is None or candidate < found:
            found = candidate
    assert found is not None
    return found[1]


def in_order(courses: list[Model], chosen: tuple[int, ...]) -> list[int]:
    order: list[int] = []

    def take(number: int) -> None:
        if number in order or number not in chosen:
            return
        course = courses[number]
        for place in sorted(position_of(courses, course["provider"], first) for first in course.get("after", [])):
            take(place)
        order.append(number)

    for number in chosen:
        take(number)
    return order


def as_number(text: str | None) -> Any:
    if text is None:
        return None
    return float(text) if Decimal(text) % 1 else int(Decimal(text))


def total(courses: list[Model], numbers: list[int]) -> Model:
    sums = {m: sum((number_of(courses[n], m) for n in numbers), Decimal(0)) for m in MEASURES}
    return {m: float(sums[m]) if sums[m] % 1 else int(sums[m]) for m in ("courses", "hours", "cost")}


def result(learner: Learner, courses: list[Model], case: Model, chosen: tuple[int, ...], ordered: list[str]) -> Model:
    numbers = in_order(courses, chosen)
    done = {c for n in chosen for c in learner.needs if closes(learner, n, courses[n], c)}
    possible = closed_by(learner, courses, set(range(len(courses))))
    uncovered = [c for c in ordered if c in learner.needs and c not in possible]
    taken = [
        {"competence": c, "courses": [f"{courses[n]['provider']}/{courses[n]['id']}" for n in sorted(learner.completed) if is_taken(learner, courses[n], c)]}
        for c in uncovered
    ]  # fmt: skip
    return {
        "person": learner.person["id"],
        "minimise": case["minimise"],
        "courses": [
            {
                "course": courses[n]["id"],
                "provider": courses[n]["provider"],
                "closes": [c for c in ordered if c in learner.needs and closes(learner, n, courses[n], c)],
                "hours": as_number(courses[n].get("hours")),
                "cost": as_number(courses[n].get("cost")),
            }
            for n in numbers
        ],
        "total": total(courses, numbers),
        "uncovered": uncovered,
        "taken_already": [one for one in taken if one["courses"]],
        "beyond_limits": [c for c in ordered if c in learner.needs and c in possible and c not in done],
        "to_reassess": [c for c in ordered if c in learner.to_reassess],
        "proved_optimal": True,
    }


def is_taken(learner: Learner, course: Model, competence: str) -> bool:
    return competence in course["develops"] and learner.level in course.get("levels", LEVELS)


# --- running ---------------------------------------------------------------------------------------------------------


def write_case(folder: Path, courses: list[Model], people: list[Model]) -> None:
    for provider in ("Academy", "School"):
        own = [{k: v for k, v in c.items() if k != "provider"} for c in courses if c["provider"] == provider]
        lines = [f"hcf: catalogue/1\nprovider: {provider}\ncourses:"]
        # Numbers stay as they are written: 20.00 is no float.
        for course in own:
            cells = ", ".join(f"{k}: [{', '.join(v)}]" if isinstance(v, list) else f"{k}: {v}" for k, v in course.items())
            lines.append(f"  - {{{cells}}}")
        if not own:
            lines[-1] += " []"
        (folder / f"{provider.lower()}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    for person in people:
        document = {"hcf": "assessment/1", "person": {"id": person["id"], "level": person["level"]}, "ratings": person["ratings"]}
        (folder / f"{person['id']}.json").write_text(json.dumps(document), "utf-8")
    members = "\n".join(f"  - {person['id']}.json" for person in people)
    (folder / "team.yaml").write_text(f"hcf: team/1\nteam: {{id: t}}\nmembers:\n{members}\n", "utf-8")


def arguments_of(case: Model) -> list[str]:
    arguments = ["--catalogue", "academy.yaml", "--catalogue", "school.yaml", "--as-of", AS_OF]
    arguments += ["--minimise", case["minimise"], "--accept", case["accept"]]
    for option in ("max_cost", "max_hours"):
        if case[option]:
            arguments += ["--" + option.replace("_", "-"), case[option]]
    for name in case["completed"]:
        arguments += ["--completed", name]
    return arguments + ["--include-planned"] * case["include_planned"]


def run(hcf: Path, folder: Path, *arguments: str) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}
    done = subprocess.run([hcf, "plan", *arguments], cwd=folder, env=clean, capture_output=True, timeout=120, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"hcf plan {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()[:2000]}")
    return done.stdout.decode()


def cut(found: Model, expected: Model) -> Model:
    """What is compared of a result: the fields of the calculation, the person by their id."""
    found = {**found, "person": found["person"]["id"], "courses": [dict(course) for course in found["courses"]]}
    for course in found["courses"]:
        for key in ("title", "mode", "due", "review"):
            course.pop(key)
    return {key: found[key] for key in expected}


def csv_of(results: list[Model]) -> list[list[str]]:
    rows = [COLUMNS]
    for one in results:
        for c in one["courses"]:
            numbers = ["" if c[k] is None else repr(c[k]) for k in ("hours", "cost")]
            rows.append([one["person"], c["course"], c["provider"], "", " ".join(c["closes"]), *numbers])
    return rows


def note(tally: Tally, results: list[Model], learners: list[Learner], courses: list[Model], case: Model) -> None:
    tally.reached[case["minimise"]] += 1
    tally.reached["limit"] += bool(case["max_cost"] or case["max_hours"])
    tally.reached["include_planned"] += case["include_planned"]
    for one, learner in zip(results, learners):
        for key in ("beyond_limits", "uncovered", "taken_already", "to_reassess"):
            tally.reached[key] += bool(one[key])
        tally.reached["no plan"] += not one["courses"]
        for course in one["courses"]:
            number = position_of(courses, course["provider"], course["course"])
            tally.reached["prerequisite"] += not course["closes"]
            tally.reached["retaken"] += number in learner.completed
            tally.reached["completed"] += any(
                position_of(courses, course["provider"], first) in learner.completed for first in courses[number].get("after", [])
            )
            tally.reached["level-bound"] += "levels" in courses[number]


def see_case(hcf: Path, number: int, seed: int, folder: Path, tally: Tally) -> None:
    random = Random(seed * 100_000 + number)
    framework = load_framework([])
    ordered = list(framework.competences)
    asked = {level: [c for c in ordered if c in framework.core[level]] for level in LEVELS}
    wanted = random.sample(ordered, random.randint(2, 8)) + ["hand-hygiene", "safeguarding"]
    courses = make_courses(random, list(dict.fromkeys(wanted)))
    courses.sort(key=lambda course: course["provider"])  # as the catalogues are given
    people = [make_person(random, n, asked, courses) for n in range(random.randint(1, 3))]
    case: Model = {
        "minimise": random.choice(MEASURES),
        "accept": random.choice(["self", "supervisor"]),
        "include_planned": random.random() < 0.3,
        "max_cost": random.choice([None, None, None, "0", "50", "60.25", "150"]),
        "max_hours": random.choice([None, None, None, "0", "4.75", "10"]),
        "completed": [random.choice(courses)["id"]] if random.random() < 0.25 else [],
    }
    folder.mkdir()
    write_case(folder, courses, people)
    arguments = arguments_of(case)
    everything = set(range(len(courses)))
    learners = [learn(person, person["level"], asked[person["level"]], courses, case) for person in people]
    expected = []
    for learner in learners:
        chosen = best([learner], courses, case, everything, True)
        expected.append(result(learner, courses, case, chosen, ordered))
        tally.reached["tie by place"] += is_tie(learner, courses, case, chosen)
    paths = [f"{person['id']}.json" for person in people]
    where = f"case {number}: hcf plan {' '.join(paths + arguments)}"
    found = json.loads(run(hcf, folder, *paths, *arguments, "--format", "json"))
    for one, got in zip(expected, found["results"], strict=True):
        tally.see(where, one, cut(got, one))
    lines = run(hcf, folder, *paths, *arguments, "--format", "csv")
    tally.see(where + " (csv)", csv_of(expected), list(csv.reader(io.StringIO(lines, newline=""), strict=True)))
    note(tally, expected, learners, courses, case)
    see_together(hcf, folder, arguments, learners, courses, case, ordered, tally)


def is_tie(learner: Learner, courses: list[Model], case: Model, chosen: tuple[int, ...]) -> bool:
    """True where the last course can be exchanged for a later one of the same weights."""
    if not chosen:
        return False
    same = [
        n for n in range(chosen[-1] + 1, len(courses))
        if all(number_of(courses[n], m) == number_of(courses[chosen[-1]], m) for m in MEASURES)
    ]  # fmt: skip
    mine = closed_by(learner, courses, set(chosen))
    return any(closed_by(learner, courses, {*chosen[:-1], n}) >= mine for n in same)


def see_together(
    hcf: Path, folder: Path, arguments: list[str], learners: list[Learner], courses: list[Model], case: Model,
    ordered: list[str], tally: Tally,
) -> None:  # fmt: skip
    sessions = best(learners, courses, case, set(range(len(courses))), True)
    parts = []
    for learner in learners:
        own = best([learner], courses, case, set(sessions), False)
        parts.append(result(learner, courses, case, own, ordered))
    found = json.loads(run(hcf, folder, "team.yaml", *arguments, "--format", "json"))
    where = f"together: {folder.name}: hcf plan team.yaml {' '.join(arguments)}"
    for one, got in zip(parts, found["results"], strict=True):
        tally.see(where, one, cut(got, one))
    together = found["together"]
    held = in_order(courses, sessions)
    tally.see(where, [courses[n]["id"] for n in held], [session["course"] for session in together["sessions"]])
    tally.see(where, total(courses, held), together["total"])
    tally.see(where, sum(len(learner.needs) for learner in learners), together["gaps"])
    closed = sum(len({c for course in part["courses"] for c in course["closes"]}) for part in parts)
    tally.see(where, closed, together["closed"])
    places = [[part["person"], course["course"]] for part in parts for course in part["courses"]]
    got = [[a["person_id"], s["course"]] for s in together["sessions"] for a in s["attendances"]]
    tally.see(where, sorted(places), sorted(got))
    most = max((sum(closes(one, n, c, need) for one in learners for need in one.needs) for n, c in enumerate(courses)), default=0)
    tally.see(where, most, together["closing_most"][0]["closes"] if together["closing_most"] else 0)
    tally.reached["together"] += len(learners) > 1
    tally.reached["together, split"] += any(
        len({frozenset(still_before(one, courses, n)) for one in learners}) > 1 for n in held
    )  # fmt: skip


def self_test() -> int:
    """Cases worked by hand, and that a difference is seen."""
    courses: list[Model] = [
        {"id": "a", "provider": "X", "develops": ["p"], "cost": "5"},
        {"id": "b", "provider": "X", "develops": ["q"], "cost": "5"},
        {"id": "both", "provider": "X", "develops": ["p", "q"], "cost": "11", "after": ["a"]},
        {"id": "again", "provider": "X", "develops": ["q"], "cost": "5"},
    ]
    case: Model = {"minimise": "courses", "max_cost": None, "max_hours": None}
    learner = Learner({"id": "P"}, "supportive", {"p": None, "q": None}, [], {})
    everything = {0, 1, 2, 3}
    # Two courses either way, so the cost decides; b stands before again.
    assert best([learner], courses, case, everything, True) == (0, 1)
    assert best([learner], courses, {**case, "minimise": "cost"}, everything, True) == (0, 1)
    # With a taken, both needs nothing before it; a itself closes nothing any more.
    taken = Learner({"id": "P"}, "supportive", {"p": None, "q": None}, [], {0: None})
    assert best([taken], courses, case, everything, True) == (2,)
    # What has run out since may be learnt again.
    lapsed = Learner({"id": "P"}, "supportive", {"p": "2026-06-30"}, [], {0: "2026-01-01"})
    assert closes(lapsed, 0, courses[0], "p") and not closes(taken, 0, courses[0], "p")
    assert best([learner], courses, {**case, "max_cost": "6"}, everything, True) == (0,)
    assert best([learner], courses, {**case, "max_cost": "4"}, everything, True) == ()
    assert in_order(courses, (0, 2)) == [0, 2]
    tally = Tally()
    tally.see("here", 1, 2)
    assert tally.differences == 1
    print("the cases worked by hand come out right")
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--hcf", type=Path)
    parser.add_argument("--cases", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args(arguments)
    if options.self_test:
        return self_test()
    if options.hcf is None:
        parser.error("--hcf is missing")
    hcf = options.hcf.resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        try:
            for number in range(options.cases):
                see_case(hcf, number, options.seed, folder / f"case-{number}", tally)
        except (OSError, RuntimeError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            print(f"the comparison could not be made: {type(error).__name__}: {error}", file=sys.stderr)
            return 2
    missed = [word for word in REACHED if not tally.reached[word]]
    for text in tally.shown:
        print(text)
    print(f"{options.cases} cases, {tally.compared} comparisons, {tally.differences} differences")
    if missed and options.cases >= 100:
        print(f"the cases never reached: {', '.join(missed)}")
        return 1
    return 1 if tally.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
