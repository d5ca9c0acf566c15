# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf curriculum`, and its comparison with the binary over drawn catalogues and people.

    curriculum.py --hcf PATH [--questions 80] [--seed 1] [--keep DIR]

Written from spec/3, spec/5 and hcf-curriculum(1). Sets and comprehensions over the framework as the specification prints
it; who lacks what comes from the oracle of `hcf gap`. Exit codes: 0 all equal, 1 something differs, 2 the comparison
could not be made.
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
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, Framework, load_framework, rank
from names import Names
from oracle import Target, Terms, analyse_person, level_asks, role_asks
from overlays import make_overlays, overlay_document
from people import PersonMaker, World, errors_in, person_document
from yaml_writer import YamlWriter

Model = dict[str, Any]
Cell = tuple[str, str]  # a competence, and a level that asks for it

AS_OF = "2025-02-28"
SHOWN_DIFFERENCES = 10
FAMILIES = ["nursing", "pharmacy", "care support", "logistics"]
TABLES = {
    "competences": "competence,courses,course_ids",
    "levels": "competence,level,courses,course_ids,lacking",
    "courses": "course,provider,title,covers,alone,reach,idle,before",
    "joint": "session,families,levels,competence,roles,courses,course_ids,lacking",
}
# What the drawn questions must have reached, or they would prove little.
REACHED = [
    "covered", "uncovered", "partly covered", "duplicated", "duplicated and uncovered", "idle not-required",
    "idle desirable", "idle other-level", "same id", "joint", "joint by level", "joint without a course", "hidden",
    "shown though suppressed", "asked beside the framework", "role at a level", "nobody shown", "alone", "before",
]  # fmt: skip


@dataclass
class Question:
    framework: Framework
    families: dict[str, str]  # by role
    catalogues: list[Model]
    people: list[Model]
    target: Target | None = None
    terms: Terms = field(default_factory=lambda: Terms(AS_OF))
    below: int | None = None


def demand_of(question: Question) -> dict[Cell, bool]:
    """What is asked where; true where it is essential."""
    framework, target = question.framework, question.target
    asked = []
    if target is None:
        asked += [level_asks(framework, level) for level in LEVELS]
        asked += [role_asks(framework, role.id, level) for role in framework.roles.values() for level in role.levels]
    elif target.role is None:
        asked.append(level_asks(framework, target.level))
    else:
        asked.append(role_asks(framework, target.role, target.level))
    demand: dict[Cell, bool] = {}
    for asks in asked:
        for ask in asks.values():
            assert ask.asked_at is not None
            cell = (ask.competence, ask.asked_at)
            demand[cell] = demand.get(cell, False) or ask.essential
    return demand


@dataclass
class Count:
    asked: int = 0
    lacking: int = 0


def count_people(question: Question) -> tuple[dict[Cell, Count], Counter[tuple[str, str]]]:
    cells: dict[Cell, Count] = {}
    by_family: Counter[tuple[str, str]] = Counter()
    target = question.target
    for person in question.people:
        terms = question.terms
        if target is not None:
            roles = (target.role,) if target.role else ()
            terms = Terms(terms.as_of, terms.accept, terms.in_context, levels=(target.level,), roles=roles)
        (result,) = analyse_person(question.framework, {"file": "", "document": 1, **person}, terms)
        for row in result["competences"]:
            if not row["essential"]:
                continue
            count = cells.setdefault((row["competence"], row["asked_at"]), Count())
            if row["assurance"] is None:
                continue
            count.asked += 1
            if row["assurance"] == "gap":
                count.lacking += 1
                family = question.families.get(person.get("role", ""))
                if family:
                    by_family[row["competence"], family] += 1
    return cells, by_family


def shown(count: Count, people: int, below: int | None) -> int | None:
    if below is not None:
        told = (count.lacking, count.asked - count.lacking, people - count.lacking)
        # Of two people, a blank below 2 could only be 1.
        least = 3 if below == 2 else below
        if any(1 <= number < below for number in told) or any(1 <= number < least for number in (people, count.asked)):
            return None
    return count.lacking


def expected(question: Question) -> Model:
    framework = question.framework
    demand = demand_of(question)
    counts, by_family = count_people(question)
    if question.target is None:
        demand |= {cell: True for cell in counts}
    order = {c: n for n, c in enumerate(framework.competences)}
    cells = sorted((cell for cell, needed in demand.items() if needed), key=lambda cell: (order[cell[0]], rank(cell[1])))
    courses = [{**course, "provider": one["provider"]} for one in question.catalogues for course in one["courses"]]
    uses = Counter(course["id"] for course in courses)
    names = [c["id"] if uses[c["id"]] == 1 else f"{c['provider']}/{c['id']}" for c in courses]
    known = len(question.people)
    is_known = question.below is None or not 1 <= known < question.below

    def covers(course: Model, cell: Cell) -> bool:
        return cell[0] in course["develops"] and cell[1] in (course.get("levels") or LEVELS)

    def lacking(cell: Cell) -> int | None:
        if not question.people or not is_known:
            return None
        return shown(counts.get(cell, Count()), known, question.below)

    at = {cell: [n for n, course in enumerate(courses) if covers(course, cell)] for cell in cells}
    rows: dict[str, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell[0], []).append(cell)
    covered = [c for c, own in rows.items() if all(at[cell] for cell in own)]
    listed = []
    for n, course in enumerate(courses):
        mine = [cell for cell in cells if n in at[cell]]
        figures = [lacking(cell) for cell in mine]
        followers = [m for m, other in enumerate(courses)
                     if other["provider"] == course["provider"] and course["id"] in other.get("after", [])]  # fmt: skip
        idle = None
        if not mine:
            same = [(cell, needed) for cell, needed in demand.items() if cell[0] in course["develops"]]
            idle = "not-required"
            if any(needed for _, needed in same):
                idle = "other-level"
            elif any(covers(course, cell) for cell, _ in same):
                idle = "desirable"
        hidden = not question.people or any(figure is None for figure in figures)
        listed.append({
            "course": names[n], "provider": course["provider"], "title": course.get("title"),
            "covers": [c for c in rows if any(cell[0] == c for cell in mine)],
            "alone": [c for c in rows if any(cell[0] == c and at[cell] == [n] for cell in mine)],
            "reach": None if hidden else sum(figure or 0 for figure in figures),
            "idle": idle, "before": [names[m] for m in followers],
        })  # fmt: skip
    return {
        "target": question.target and vars_of(question.target),
        "core_only": all(framework.competences[c].kind == "core" for c in rows),
        "covered": [
            {"competence": c, "courses": [names[n] for n in sorted({n for cell in rows[c] for n in at[cell]})]}
            for c in covered
        ],
        "uncovered": [c for c in rows if c not in covered],
        "duplicated": [c for c, own in rows.items() if any(len(at[cell]) > 1 for cell in own)],
        "idle": [one["course"] for one in listed if one["idle"]],
        "people": known if question.people and is_known else None,
        "suppressed_below": question.below,
        "coverage": [
            {"competence": c, "level": level, "courses": [names[n] for n in at[c, level]], "lacking": lacking((c, level))}
            for c, level in cells
        ],
        "courses": listed,
        "joint": joint_sessions(question, rows, at, names, by_family),
        "catalogues": [[one["provider"], len(one["courses"])] for one in question.catalogues],
    }


def vars_of(target: Target) -> Model:
    return {"kind": target.kind, "role": target.role, "level": target.level}


def joint_sessions(
    question: Question, rows: dict[str, list[Cell]], at: dict[Cell, list[int]], names: list[str],
    by_family: Counter[tuple[str, str]],
) -> list[Model]:  # fmt: skip
    framework, families = question.framework, question.families
    ordered = list(dict.fromkeys(families[role] for role in framework.roles if role in families))
    sessions: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Model]] = {}
    for competence, own in rows.items():
        needing = [
            (role.id, level)
            for role in framework.roles.values()
            for level in role.levels
            if (competence, level) in own
            and (not families or role.id in families)
            and competence in (asks := role_asks(framework, role.id, level))
            and asks[competence].essential
        ]
        # By level: who needs it there. A level counts where two families do.
        there = {level: {families[role] for role, one in needing if one == level and families} for level in LEVELS}
        where = tuple(
            level
            for level in LEVELS
            if (len(there[level]) > 1 if families else any(one == level for _, one in needing))
        )
        if len(where) < (1 if families else 2):
            continue
        needing = [(role, level) for role, level in needing if level in where]
        who = tuple(f for f in ordered if any(f in there[level] for level in where))
        open_to_all = set.intersection(*(set(at[competence, level]) for level in where))
        figure = sum(by_family[competence, family] for family in who)
        has_figure = bool(question.people and families and question.below is None)
        sessions.setdefault((who, where), []).append({
            "competence": competence,
            "roles": [role for role in framework.roles if any(role == one for one, _ in needing)],
            "courses": [names[n] for n in sorted(open_to_all)],
            "lacking": figure if has_figure else None,
        })  # fmt: skip
    ranked = sorted(sessions.items(), key=lambda item: (-len(item[0][0]), -len(item[0][1])))
    return [{"families": list(who), "levels": list(where), "competences": list_} for (who, where), list_ in ranked]


def cell_text(value: Any) -> str:
    return "" if value is None else str(value)


def expected_csv(want: Model, question: Question, table: str) -> list[list[str]]:
    def ids(courses: list[str]) -> str:
        return " ".join(name.rpartition("/")[2] for name in courses)

    rows: list[list[Any]] = []
    if table == "competences":
        by_id = {one["competence"]: one["courses"] for one in want["covered"]}
        for competence in dict.fromkeys(one["competence"] for one in want["coverage"]):
            courses = by_id.get(competence, [])
            rows.append([competence, len(courses), ids(courses)])
    elif table == "levels":
        for one in want["coverage"]:
            rows.append([one["competence"], one["level"], len(one["courses"]), ids(one["courses"]), one["lacking"]])
    elif table == "courses":
        for one in want["courses"]:
            lists = [" ".join(one["covers"]), " ".join(one["alone"])]
            fixed = [ids([one["course"]]), one["provider"], one["title"], *lists]
            rows.append([*fixed, one["reach"], one["idle"], ids(one["before"])])
    else:
        for number, one in enumerate(want["joint"], 1):
            head = [number, ", ".join(one["families"]), " ".join(one["levels"])]
            for c in one["competences"]:
                rows.append([*head, c["competence"], len(c["roles"]), len(c["courses"]), ids(c["courses"]), c["lacking"]])
    return [TABLES[table].split(","), *([cell_text(value) for value in row] for row in rows)]


# --- drawing ---------------------------------------------------------------------------------------------------------


def draw_catalogues(random: Random, framework: Framework) -> list[Model]:
    every = list(framework.competences)
    # Some are left to chance, so that something is uncovered; a few are offered often.
    offered = random.sample(every, max(3, len(every) * random.randint(5, 9) // 10))
    catalogues = []
    for number in range(random.randint(1, 3)):
        courses: list[Model] = []
        for place in range(random.randint(3, 14)):
            course: Model = {"id": f"c-{place if random.random() < 0.3 else f'{number}-{place}'}"}
            if random.random() < 0.8:
                course["title"] = f"Course {number} {place}"
            course["develops"] = random.sample(offered, min(len(offered), random.choice([1, 1, 2, 3, 5])))
            if random.random() < 0.5:
                course["levels"] = random.sample(LEVELS, random.randint(1, 4))
            if courses and random.random() < 0.3:
                course["after"] = [random.choice(courses)["id"]]
            if course["id"] not in {other["id"] for other in courses}:
                courses.append(course)
        catalogues.append({"provider": f"Provider {number}", "courses": courses})
    return catalogues


def draw_target(random: Random, framework: Framework) -> Target | None:
    choice = random.random()
    if choice < 0.45:
        return None
    if choice < 0.7:
        return Target("level", None, random.choice(LEVELS))
    several = [role for role in framework.roles.values() if len(role.levels) > 1]
    role = random.choice(several if random.random() < 0.3 else list(framework.roles.values()))
    return Target("role", role.id, random.choice(role.levels))


def draw_people(random: Random, framework: Framework, names: Names) -> list[Model]:
    refresh = {c.id: c.refresh for c in framework.competences.values() if c.refresh}
    maker = PersonMaker(World(framework, names, refresh), random)
    people: list[Model] = []
    wanted = random.choice([0, 0, 1, 4, 25, 60])
    while len(people) < wanted:
        person = maker.person(len(people))
        if not errors_in(person, framework):
            people.append(person)
    return people


class Comparison:
    def __init__(self, hcf: Path) -> None:
        self.hcf = hcf
        self.faults = 0
        self.compared = 0
        self.reached: Counter[str] = Counter()

    def fault(self, text: str) -> None:
        self.faults += 1
        if self.faults <= SHOWN_DIFFERENCES:
            print(text)

    def run(self, arguments: list[str], folder: Path) -> str | None:
        run = subprocess.run([str(self.hcf), *arguments], cwd=folder, capture_output=True, text=True, timeout=120)
        if run.returncode == 0 and not run.stderr:
            return run.stdout
        self.fault(f"{folder}: {' '.join(arguments)}: exit {run.returncode}: {run.stderr.strip()}")
        return None

    def compare(self, question: Question, arguments: list[str], folder: Path) -> None:
        want = expected(question)
        self.note(question, want)
        out = self.run([*arguments, "--format", "json"], folder)
        if out is None:
            return
        got = json.loads(out)
        got["catalogues"] = [[one["provider"], one["courses"]] for one in got["catalogues"]]
        for key, value in want.items():
            self.compared += 1
            if got.get(key, "missing") != value:
                self.fault(f"{folder}: {' '.join(arguments)}: {key}:\n  expected {value}\n  got      {got.get(key)}")
        for table in TABLES:
            out = self.run([*arguments, "--format", "csv", "--table", table], folder)
            self.compared += 1
            rows = list(csv.reader(io.StringIO(out or "")))
            if rows != (wanted := expected_csv(want, question, table)):
                self.fault(f"{folder}: {' '.join(arguments)}: table {table}:\n  expected {wanted}\n  got      {rows}")

    def note(self, question: Question, want: Model) -> None:
        """What this question has reached."""
        offered = {one["competence"] for one in want["coverage"] if one["courses"]}
        asked = demand_of(question)
        for name, is_reached in {
            "covered": want["covered"],
            "uncovered": want["uncovered"],
            "partly covered": offered & set(want["uncovered"]),
            "duplicated": want["duplicated"],
            "duplicated and uncovered": set(want["duplicated"]) & set(want["uncovered"]),
            "same id": any("/" in one["course"] for one in want["courses"]),
            "joint": any(one["families"] for one in want["joint"]),
            "joint by level": any(not one["families"] for one in want["joint"]),
            "joint without a course": any(not c["courses"] for one in want["joint"] for c in one["competences"]),
            "hidden": want["people"] and any(one["lacking"] is None for one in want["coverage"]),
            "shown though suppressed": question.below and any(one["lacking"] for one in want["coverage"]),
            "asked beside the framework": any((c["competence"], c["level"]) not in asked for c in want["coverage"]),
            "role at a level": question.target
            and question.target.role
            and question.target.level != question.framework.roles[question.target.role].levels[0],
            "nobody shown": question.people and want["people"] is None,
            "alone": any(one["alone"] for one in want["courses"]),
            "before": any(one["before"] for one in want["courses"]),
        }.items():
            self.reached[name] += bool(is_reached)
        for one in want["courses"]:
            if one["idle"]:
                self.reached[f"idle {one['idle']}"] += 1

    def question(self, random: Random, folder: Path) -> None:
        folder.mkdir(parents=True)
        overlay = make_overlays(random)["north"]
        framework = load_framework([overlay])
        names = Names(framework, [overlay])
        share = random.choice([0, 0.3, 0.8])
        families = {role: random.choice(FAMILIES) for role in framework.roles if random.random() < share}
        question = Question(framework, families, draw_catalogues(random, framework), draw_people(random, framework, names))
        question.target = draw_target(random, framework)
        question.terms = Terms(AS_OF, random.choice(["self", "supervisor", "assessor"]), random.random() < 0.3)
        if question.people and random.random() < 0.6:
            question.below = random.choice([1, 3, 5, 10])
        self.write(question, overlay, names, folder, random)
        self.compare(question, self.arguments(question), folder)

    def write(self, question: Question, overlay: Model, names: Names, folder: Path, random: Random) -> None:
        own = Names(load_framework([overlay]), [overlay])
        document = overlay_document("north", overlay, own, random)
        (folder / "north.yaml").write_text(YamlWriter(random).document(document), "utf-8")
        roles = [{"id": role, "family": family} for role, family in question.families.items()]
        families = {"hcf": "overlay/1", "overlay": {"id": "families", "version": "1", "title": "Families"}, "roles": roles}
        (folder / "families.json").write_text(json.dumps(families), "utf-8")
        (folder / "catalogues").mkdir()
        for number, catalogue in enumerate(question.catalogues):
            text = json.dumps({"hcf": "catalogue/1", **catalogue})
            (folder / "catalogues" / f"{number}.json").write_text(text, "utf-8")
        documents = [person_document(person, names, random) for person in question.people]
        text = "---\n".join(YamlWriter(random).document(document) for document in documents)
        (folder / "people.yaml").write_text(text, "utf-8")

    def arguments(self, question: Question) -> list[str]:
        target, terms = question.target, question.terms
        arguments = ["curriculum", "catalogues", "--overlay", "north.yaml", "--as-of", terms.as_of, "--no-config"]
        if question.families:
            arguments += ["--overlay", "families.json"]
        if target is not None and target.role:
            first = question.framework.roles[target.role].levels[0]
            arguments += ["--role", target.role if target.level == first else f"{target.role}@{target.level}"]
        elif target is not None:
            arguments += ["--level", target.level]
        if question.people:
            arguments += ["--people", "people.yaml", "--accept", terms.accept]
            arguments += ["--in-context"] if terms.in_context else []
        if question.below is not None:
            arguments += ["--suppress-below", str(question.below)]
        return arguments


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf curriculum with the oracle.")
    parser.add_argument("--hcf", type=Path, required=True, help="the binary")
    parser.add_argument("--questions", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if not os.access(options.hcf, os.X_OK) or options.hcf.is_dir():
        print("curriculum.py: --hcf must name the binary", file=sys.stderr)
        return 2
    comparison = Comparison(options.hcf.resolve())
    random = Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="hcf-curriculum-") as temporary:
        folder = options.keep or Path(temporary)
        for number in range(options.questions):
            comparison.question(random, folder / f"{number:03d}")
    missing = [one for one in REACHED if not comparison.reached[one]]
    if missing and options.questions >= 80:
        comparison.fault(f"never reached: {', '.join(missing)}")
    if comparison.faults:
        print(f"{comparison.faults} differences in {comparison.compared} compared")
        return 1
    print(f"{comparison.compared} compared, no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
