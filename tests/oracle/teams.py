# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf team` and of its evidence pack, and its comparison with the binary over generated
teams.

    teams.py --hcf PATH [--teams 200] [--seed 1] [--keep DIR]

Written from spec/2 ("team/1"), spec/3 ("Assurance", "team"), spec/5 ("team") and docs/formats.md ("team --assurance"), on
the rows that `oracle.py` calculates for each person. The digests are hashlib's, over the files as they lie there. Exit
codes: 0 all equal, 1 something differs, 2 the comparison could not be made.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from compare import differences
from framework import LEVELS, Framework, add_period, load_framework
from names import Names
from oracle import Counted, Exact, Terms, analyse_person, count_ratings, own_asks, supervisor_in_force
from overlays import make_overlays, overlay_document
from people import AS_OF_DATES, ORGANISATIONS, PEOPLE_NAMES, WRITTEN, PersonMaker, World, errors_in, person_document
from tabular import cell
from yaml_writer import Number, YamlWriter

Model = dict[str, Any]

SHOWN_DIFFERENCES = 10
FLAGS = ("no-holder", "single-holder", "below-expected")
WITHIN = ["P90D", "P1Y", "30d", "P1D", "P3M"]
SHIPPED = Path(__file__).resolve().parents[2] / "framework"

# As the draft prints it, under "Who is this framework for?", "Employers".
SENTENCE = """\
The framework supports recruitment, retention and workforce flexibility enables employers and managers to demonstrate that \
the staff they employ/manage meet core competences or have developmental plans in place along with the necessary \
supervision to ensure patient safety and meet the needs of individuals."""

FRAMEWORK = "clinical-homecare 4.5"  # the one that is shipped

GRID_COLUMNS = "person_id name level role competence essential status assurance valid_until".split()
COMPETENCE_COLUMNS = "competence needed holders share expected flag held_by".split()
STATE_COLUMNS = """
pack complete person_id name organisation team role level standing competence title kind essential asked_at status
assurance reason through value shown_at basis assessor assessed valid_until evidence plan_action plan_due plan_supervisor
plan_review note supervisor supervision_mode supervision_until supervision_in_force file document as_of framework
made_under""".split()
EVIDENCE_COLUMNS = "pack complete person_id competence type title date ref as_of framework".split()
INPUT_COLUMNS = "pack complete file kind bytes sha256 as_of framework".split()

# What the generated teams must have reached, or they would prove little.
REACHED = [
    *FLAGS, "ok", "named and not needed", "expected all", "desirable", "expiring", "expiring through", "plan", "overdue",
    "plan without due", "unassured", "missing", "standing assured", "standing planned", "standing gap", "standing None",
    "supervised", "no longer supervised", "rests on", "rests on what is not asked", "not applicable", "exit 0", "exit 1",
    "exit 2", "inline", "path", "glob", "directory",
]  # fmt: skip


class Member(NamedTuple):
    """One who could be read, and from where."""

    person: Model
    file: str


@dataclass
class Team:
    """A generated team: its document, and what has to come of it."""

    card: Model
    expect: Model
    members: list[Member] = field(default_factory=list)
    missing: list[Model] = field(default_factory=list)
    read: list[str] = field(default_factory=list)  # the files of members, in the order of their reading
    ways: set[str] = field(default_factory=set)


class TeamMaker:
    """Writes teams below a folder, in which hcf is started."""

    def __init__(self, root: Path, random: Random) -> None:
        self.root, self.random = root, random
        overlays = make_overlays(random)
        self.overlays = [overlays["north"], overlays["south"]]
        self.framework = load_framework(self.overlays)
        self.north = north = load_framework([overlays["north"]])
        refresh = {c.id: c.refresh for c in self.framework.competences.values() if c.refresh}
        self.names = Names(north, [overlays["north"]])
        self.maker = PersonMaker(World(north, self.names, refresh), random)
        for overlay in self.overlays:
            names = Names(load_framework([overlay]), [overlay])
            text = YamlWriter(random).document(overlay_document(overlay["id"], overlay, names, random))
            (root / f"{overlay['id']}.yaml").write_text(text, "utf-8")

    def team(self, number: int) -> Team:
        self.folder = f"{number:03d}"
        self.number = number
        self.made = 0
        team = Team({"id": f"team-{number}"}, {})
        for key, pool in (("name", [*PEOPLE_NAMES, "Team: nights"]), ("organisation", ORGANISATIONS)):
            if self.random.random() < 0.6:
                team.card[key] = self.random.choice(pool)
        (self.root / self.folder).mkdir()
        entries = [self._entry(team, n) for n in range(self.random.choice([1, 2, 3, 3, 4, 5, 6]))]
        self._expect(team)
        document: Model = {"hcf": "team/1", "team": team.card, "members": entries}
        if team.expect:
            document["expect"] = self._expect_block(team)
        text = YamlWriter(self.random).document(document)
        (self.root / self.folder / "team.yaml").write_text(text, "utf-8")
        return team

    def _person(self) -> Model:
        while True:
            person = self.maker.person(self.made)
            person["id"] = f"{self.number}/{self.made}"
            # Some with a plan for everything: a team of ruins has few states.
            drawn = self.random.random()
            if drawn < 0.3:
                self._better(person, has_met=drawn < 0.15)
            if not errors_in(person, self.north):
                self.made += 1
                return person

    def _better(self, person: Model, has_met: bool) -> None:
        """Makes everything that is asked met, or planned where it is not."""
        scale = self.north.scales[person.get("scale", "status")]
        best = [value for value in scale.order if scale.counts_as[value] == "met"][-1]
        plan = {"action": "Whatever it takes", "due": self.random.choice(["2026-02-28", "2027-03-31"]), "supervisor": "Zed"}
        for competence in own_asks(self.north, person):
            rating = person["ratings"].setdefault(competence, {})
            if has_met:
                person["ratings"][competence] = {"value": best, "assessed": WRITTEN, "assessor": "Zed", "basis": "assessor"}
            elif rating.get("value") != "not-applicable":
                rating["plan"] = dict(plan)

    def _document(self, person: Model) -> Model:
        return person_document(person, self.names, self.random)

    def _write(self, team: Team, path: str, person: Model | None = None) -> None:
        """A member's file; now and then one that is wrong, or somebody who was read before."""
        file = f"{self.folder}/{path}"
        target = self.root / file
        target.parent.mkdir(exist_ok=True)
        team.read.append(file)
        drawn = self.random.random()
        if drawn < 0.03:
            target.write_text("hcf: assessment/1\nperson: {id: X, level: nowhere}\nratings: {}\n", "utf-8")
            team.missing.append({"file": file, "reason": "unknown-level"})
            return
        again = drawn < 0.05 and team.members
        person = self.random.choice(team.members).person if again else person or self._person()
        target.write_text(YamlWriter(self.random).document(self._document(person)), "utf-8")
        if again:
            team.missing.append({"file": file, "reason": "same-person-twice"})
        else:
            team.members.append(Member(person, file))

    def _entry(self, team: Team, number: int) -> Any:
        way = self.random.choice(["path", "path", "inline", "inline", "glob", "directory", "lost", "outside"])
        if way in ("lost", "outside") and self.random.random() < 0.7:
            way = "path"
        team.ways.add(way)
        if way == "path":
            self._write(team, f"p{number}.yaml")
            return f"p{number}.yaml"
        if way == "inline":
            return self._inline(team)
        if way == "lost":
            team.missing.append({"file": f"{self.folder}/lost{number}.yaml", "reason": "missing-member"})
            return f"lost{number}.yaml"
        if way == "outside":
            team.missing.append({"file": f"{self.folder}/../../etc/passwd", "reason": "member-outside-tree"})
            return "../../etc/passwd"
        # The path of a directory is told as it was given.
        place = f"./d{number}" if way == "directory" and self.random.random() < 0.3 else f"d{number}"
        for name in ("a0.yaml", "b1.yaml", "c.yml")[: self.random.choice([1, 2, 3])]:
            self._write(team, f"{place}/{name}")
        if way == "directory":
            return place + self.random.choice(["", "/"])
        return f"{place}/*.y*ml"

    def _inline(self, team: Team) -> Model:
        person = self._person()
        document = self._document(person)
        del document["hcf"]
        if self.random.random() < 0.05:
            document["rating"] = {}
            team.missing.append({"file": f"{self.folder}/team.yaml", "reason": "unknown-key"})
        else:
            team.members.append(Member(person, f"{self.folder}/team.yaml"))
        return document

    def _expect(self, team: Team) -> None:
        if self.random.random() < 0.6:
            team.expect["holders"] = self.random.randint(1, 4)
        if self.random.random() < 0.6:
            chosen = self.random.sample(list(self.north.competences), self.random.randint(1, 6))
            team.expect["competences"] = {c: self.random.choice(["all", "all", 1, 2, 3, 5]) for c in chosen}

    def _expect_block(self, team: Team) -> Model:
        block = {key: Number(value) for key, value in team.expect.items() if key == "holders"}
        if "competences" in team.expect:
            block["competences"] = {
                self.names.competence(c, self.random): value if value == "all" else Number(value)
                for c, value in team.expect["competences"].items()
            }
        return block


class Expected:
    """What hcf has to say of a team under some terms."""

    def __init__(self, framework: Framework, team: Team, terms: Terms, within: str) -> None:
        self.framework, self.team, self.terms = framework, team, terms
        self.until = add_period(terms.as_of, within if within.startswith("P") else f"P{within.upper()}")
        self.order = {c: n for n, c in enumerate(framework.competences)}
        self.results: list[Model] = []
        self.ratings: list[dict[str, Counted]] = []
        for member in team.members:
            model = {**member.person, "file": member.file, "document": 1}
            (result,) = analyse_person(framework, model, terms)
            self.results.append(result)
            self.ratings.append(count_ratings(member.person, framework))

    def rows(self, number: int) -> list[Model]:
        """What is asked of a member, in framework order."""
        return sorted(self.results[number]["competences"], key=lambda row: self.order[row["competence"]])

    def essential(self) -> Iterator[tuple[int, str, Model]]:
        for number, result in enumerate(self.results):
            for row in self.rows(number):
                if row["essential"]:
                    yield number, result["person"]["id"], row

    def competences(self) -> list[Model]:
        needed: Counter[str] = Counter()
        held: dict[str, list[str]] = {}
        for _, person, row in self.essential():
            if row["status"] == "not-applicable":
                continue
            needed[row["competence"]] += 1
            if row["status"] == "met":
                held.setdefault(row["competence"], []).append(person)
        named = self.team.expect.get("competences", {})
        found = []
        for competence in self.framework.competences:
            count = needed[competence]
            if count == 0 and competence not in named:
                continue
            asked = named.get(competence, self.team.expect.get("holders", 1))
            expected = count if asked == "all" else min(asked, count)
            holders = held.get(competence, [])
            found.append(
                {
                    "competence": competence,
                    "needed": count,
                    "holders": len(holders),
                    "share": _share(len(holders), count),
                    "expected": expected,
                    "flag": _flag(len(holders), count, expected),
                    "held_by": holders,
                }
            )
        return found

    def last_day(self, number: int, row: Model) -> str | None:
        if row["through"]:
            return self.ratings[number][row["through"]].valid_until
        return row["valid_until"]

    def expiring(self) -> list[Model]:
        found = []
        for number, person, row in self.essential():
            day = self.last_day(number, row) if row["status"] == "met" else None
            if day and self.terms.as_of <= day <= self.until:
                found.append({"person_id": person, "competence": row["competence"], "valid_until": day})
        return sorted(found, key=lambda one: one["valid_until"])

    def plans(self) -> list[Model]:
        found = []
        for _, person, row in self.essential():
            if row["status"] in ("met", "not-applicable") or row["plan"] is None:
                continue
            due = row["plan"]["due"]
            overdue = due is not None and due < self.terms.as_of
            found.append({"person_id": person, "competence": row["competence"], "due": due, "overdue": overdue})
        return sorted(found, key=lambda one: one["due"] or "9999-99-99")

    def unassured(self) -> list[Model]:
        return [
            {"person_id": person, "competence": row["competence"], "reason": row["reason"]}
            for _, person, row in self.essential()
            if row["assurance"] == "gap"
        ]

    def headcount(self) -> Model:
        levels = Counter(result["person"]["level"] for result in self.results)
        roles = Counter(result["person"]["role"] for result in self.results)
        return {
            "levels": {level: levels[level] for level in LEVELS if levels[level]},
            "roles": {role: roles[role] for role in self.framework.roles if roles[role]},
        }

    def card(self) -> Model:
        return {key: self.team.card.get(key) for key in ("id", "name", "organisation")}

    def core_only(self) -> bool:
        return all(result["core_only"] for result in self.results)

    def report(self) -> Model:
        return {
            "members": [
                {key: result[key] for key in ("file", "document", "person", "summary")} for result in self.results
            ],
            "team": self.card(),
            "core_only": self.core_only(),
            "competences": self.competences(),
            "grid": [
                {
                    "person_id": result["person"]["id"],
                    "statuses": {row["competence"]: row["status"] for row in self.rows(number)},
                }
                for number, result in enumerate(self.results)
            ],
            "expiring": self.expiring(),
            "plans": self.plans(),
            "unassured": self.unassured(),
            "headcount": self.headcount(),
            "missing_members": self.team.missing,
        }

    def grid_csv(self) -> list[list[str]]:
        table = [GRID_COLUMNS]
        for number, result in enumerate(self.results):
            who = result["person"]
            for row in self.rows(number):
                values = [who["id"], who["name"], who["level"], who["role"], row["competence"], row["essential"]]
                table.append([cell(v) for v in [*values, row["status"], row["assurance"], row["valid_until"]]])
        return table

    def competence_csv(self) -> list[list[str]]:
        rows = [{**one, "held_by": " ".join(one["held_by"]) or None} for one in self.competences()]
        return [COMPETENCE_COLUMNS, *([cell(row[key]) for key in COMPETENCE_COLUMNS] for row in rows)]

    def alarms(self) -> set[str]:
        """What --fail-on could tell."""
        found = {"unassured"} if self.unassured() else set()
        for one in self.competences():
            if one["flag"] in ("no-holder", "single-holder"):
                found.add(one["flag"])
            if one["holders"] < one["expected"]:
                found.add("below-expected")
        return found

    # --- the evidence pack ---

    def standing(self, number: int) -> str | None:
        summary = self.results[number]["summary"]
        if summary["assurance"] is None:
            return None
        return "gap" if summary["gap"] else "planned" if summary["planned"] else "assured"

    def supervision(self, number: int) -> Model | None:
        person = self.team.members[number].person
        given = person.get("supervision")
        if given is None:
            return None
        in_force = supervisor_in_force(person, self.terms.as_of) is not None
        return {**{key: given.get(key) for key in ("supervisor", "mode", "until")}, "in_force": in_force}

    def rests_on(self, number: int, row: Model, lists: bool) -> Model | None:
        if row["through"] is None:
            return None
        rating = self.ratings[number][row["through"]]
        keys = ("value", "shown_at", "basis", "assessor", "assessed", "valid_until")
        return {
            "competence": row["through"],
            **{key: getattr(rating, key) for key in keys},
            "evidence": [_evidence(one) for one in rating.evidence] if lists else len(rating.evidence),
        }

    def note(self, number: int, row: Model) -> str | None:
        if row["status"] != "not-applicable":
            return None
        note: str = self.team.members[number].person["ratings"][row["competence"]]["note"]
        return note

    def pack_members(self, lists: bool) -> list[Model]:
        found = []
        for number, result in enumerate(self.results):
            rows = []
            for row in result["competences"]:
                evidence = row["evidence"]
                if lists and evidence is not None:
                    evidence = [_evidence(one) for one in self.ratings[number][row["competence"]].evidence]
                rows.append(
                    {
                        **row,
                        "evidence": evidence,
                        "rests_on": self.rests_on(number, row, lists),
                        "note": self.note(number, row),
                    }
                )
            found.append(
                {
                    **result,
                    "competences": rows,
                    "standing": self.standing(number),
                    "supervision": self.supervision(number),
                    "made_under": None,
                }
            )
        return found

    def pack_report(self, lists: bool, within: str, inputs: list[Model]) -> Model:
        standings = [self.standing(number) for number in range(len(self.results))]
        ids = [result["person"]["id"] for result in self.results]
        in_gap = [person for person, standing in zip(ids, standings, strict=True) if standing == "gap"]
        nothing_applies = [person for person, standing in zip(ids, standings, strict=True) if standing is None]
        return {
            "members": self.pack_members(lists),
            "team": self.card(),
            "complete": not self.team.missing,
            "core_only": self.core_only(),
            "statement": {
                "members": len(standings),
                "assured": standings.count("assured"),
                "planned": standings.count("planned"),
                "gap": len(in_gap),
                "not_assured": len(in_gap) + len(nothing_applies),
                "missing": len(self.team.missing),
                "in_gap": in_gap,
                "nothing_applies": nothing_applies,
            },
            "answers": {
                "sentence": SENTENCE,
                "document": "Clinical Homecare Career and Competence Framework, DRAFT for Consultation V4.5 27.11.24",
                "section": "Who is this framework for?",
                "heading": "Employers",
            },
            "options": {
                "accept": self.terms.accept,
                "in_context": self.terms.in_context,
                "within": within if within.startswith("P") else f"P{within.upper()}",
            },
            "unassured": self.unassured(),
            "expiring": self.expiring(),
            "missing_members": self.team.missing,
            "passed_over": 0,
            "inputs": inputs,
        }

    def state_csv(self, pack: str) -> list[list[str]]:
        table = [STATE_COLUMNS]
        for number, member in enumerate(self.pack_members(False)):
            who, supervision = member["person"], member["supervision"] or {}
            for row in member["competences"]:
                plan = row["plan"] or {}
                values = {
                    "pack": pack,
                    "complete": not self.team.missing,
                    **{key: row[key] for key in row if key in STATE_COLUMNS},
                    **{key: who[key] for key in ("name", "organisation", "team", "role", "level")},
                    **{f"plan_{key}": plan.get(key) for key in ("action", "due", "supervisor", "review")},
                    "person_id": who["id"],
                    "standing": member["standing"],
                    "supervisor": supervision.get("supervisor"),
                    "supervision_mode": supervision.get("mode"),
                    "supervision_until": supervision.get("until"),
                    "supervision_in_force": supervision.get("in_force"),
                    "file": self.team.members[number].file,
                    "document": 1,
                    "as_of": self.terms.as_of,
                    "framework": FRAMEWORK,
                    "made_under": member["made_under"],
                }
                table.append([cell(values[column]) for column in STATE_COLUMNS])
        return table

    def evidence_csv(self, pack: str) -> list[list[str]]:
        table = [EVIDENCE_COLUMNS]
        for member in self.pack_members(True):
            told: set[str] = set()
            for row in member["competences"]:
                behind = row["rests_on"] or {"competence": None, "evidence": None}
                for one in (row, behind):
                    if one["evidence"] is None or one["competence"] in told:
                        continue
                    told.add(one["competence"])
                    for evidence in one["evidence"]:
                        values = [pack, not self.team.missing, member["person"]["id"], one["competence"]]
                        table.append([cell(value) for value in [*values, *evidence.values(), self.terms.as_of, FRAMEWORK]])
        return table

    def input_csv(self, pack: str, inputs: list[Model]) -> list[list[str]]:
        rows = [[pack, not self.team.missing, *one.values(), self.terms.as_of, FRAMEWORK] for one in inputs]
        return [INPUT_COLUMNS, *([cell(value) for value in row] for row in rows)]


def _evidence(evidence: Model) -> Model:
    return {key: evidence.get(key) for key in ("type", "title", "date", "ref")}


def _share(part: int, whole: int) -> int | Exact | None:
    """In its shortest form, at most four decimals, rounded down."""
    if whole == 0:
        return None
    first, rest = divmod(part * 10_000 // whole, 10_000)
    return Exact(f"{first}.{rest:04d}".rstrip("0")) if rest else first


def _flag(holders: int, needed: int, expected: int) -> str:
    if needed and not holders:
        return "no-holder"
    if needed > 1 and holders == 1:
        return "single-holder"
    return "below-expected" if holders < expected else "ok"


def pack_of(report: Model) -> str:
    """The digest of a pack, from its JSON with lists of evidence, as docs/formats.md says."""
    head = {key: value for key, value in report.items() if key not in ("pack", "hcf", "members")}
    lines = [json.dumps(one, sort_keys=True, separators=(",", ":"), ensure_ascii=False) for one in (head, *report["members"])]
    return hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()


class Comparison:
    def __init__(self, hcf: Path, maker: TeamMaker) -> None:
        self.hcf, self.maker = hcf, maker
        self.random = maker.random
        self.runs = self.rows = self.faults = 0
        self.reached: Counter[str] = Counter()
        self.where = ""

    def fault(self, text: str) -> None:
        self.faults += 1
        if self.faults <= SHOWN_DIFFERENCES:
            print(f"{self.where}\n    {text}")

    def run(self, arguments: list[str], code: int) -> bytes:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}
        command = [str(self.hcf), *arguments]
        ran = subprocess.run(command, cwd=self.maker.root, capture_output=True, env=clean, timeout=300, check=False)
        self.where = "hcf " + " ".join(arguments)
        self.runs += 1
        self.reached[f"exit {code}"] += 1
        if ran.returncode != code:
            self.fault(f"exit {ran.returncode}, not {code}: {ran.stderr.decode(errors='replace')[:500]}")
        return ran.stdout

    def json(self, out: bytes, schema: str, expected: Model, as_of: str) -> None:
        try:
            got = json.loads(out, parse_float=Exact)
        except ValueError as error:
            return self.fault(f"no JSON: {error}")
        if got.get("schema") != schema or got.get("as_of") != as_of:
            self.fault(f"the envelope says {got.get('schema')}, {got.get('as_of')}")
        said = {key: got.get(key, "(absent)") for key in expected}
        for path, one, other in list(differences(expected, said))[:3]:
            self.fault(f"{path}\n    expected {one!r}\n    got      {other!r}")
        # The order of these keys is told, too.
        for kind, counts in expected.get("headcount", {}).items():
            if list(counts) != list(got["headcount"][kind]):
                self.fault(f"headcount by {kind} out of order")
        beyond = set(got) - set(expected) - {"schema", "hcf", "framework", "overlays", "as_of", "pack"}
        if beyond:
            self.fault(f"keys beyond what is documented: {beyond}")
        return None

    def csv(self, out: bytes, table: list[list[str]]) -> None:
        got = list(csv.reader(io.StringIO(out.decode(), newline=""), strict=True))
        if got == table:
            return
        pairs = zip(table, got, strict=False)
        first = next((pair for pair in pairs if pair[0] != pair[1]), (f"{len(table)} rows", f"{len(got)} rows"))
        self.fault(f"the CSV differs\n    expected {first[0]}\n    got      {first[1]}")

    def team(self, number: int) -> None:
        team = self.maker.team(number)
        random = self.random
        within = random.choice(WITHIN)
        terms = Terms(random.choice(AS_OF_DATES), random.choice(["self", "self", "supervisor", "assessor"]), random.random() < 0.4)
        expected = Expected(self.maker.framework, team, terms, within)
        arguments = ["team", f"{number:03d}/team.yaml", "--as-of", terms.as_of, "--within", within]
        arguments += ["--overlay", "north.yaml", "--overlay", "south.yaml", "--accept", terms.accept]
        arguments += ["--in-context"] if terms.in_context else []
        code = 2 if team.missing or not team.members else 0
        asked = random.sample(["unassured", *FLAGS], random.randint(1, 3))
        alarmed = max(code, 1 if expected.alarms() & set(asked) else 0)
        out = self.run([*arguments, "--fail-on", ",".join(asked), "--format", "json"], alarmed)
        self.json(out, "hcf.team/1", expected.report(), terms.as_of)
        if number % 6 == 0:
            self.csv(self.run([*arguments, "--format", "csv"], code), expected.grid_csv())
        elif number % 6 == 1:
            out = self.run([*arguments, "--format", "csv", "--table", "competences"], code)
            self.csv(out, expected.competence_csv())
        self.pack(number, [*arguments, "--assurance"], code, expected, within)
        self.note(expected)

    def pack(self, number: int, arguments: list[str], code: int, expected: Expected, within: str) -> None:
        inputs = self.inputs(expected.team, number)
        as_of = expected.terms.as_of
        out = self.run([*arguments, "--format", "json", "--evidence"], code)
        self.json(out, "hcf.assurance/1", expected.pack_report(True, within, inputs), as_of)
        report = json.loads(out)
        pack = report["pack"]
        if pack != pack_of(report):
            self.fault(f"the digest of the pack is {pack}, not {pack_of(report)}")
        turn = number % 6
        if turn < 2:
            if number % 4 == 1:
                return self.width(self.run(arguments[: arguments.index("--assurance")], code))
            out = self.run([*arguments, "--format", "json"], code)
            self.json(out, "hcf.assurance/1", expected.pack_report(False, within, inputs), as_of)
            if json.loads(out)["pack"] != pack:
                self.fault("another digest without --evidence")
        elif turn == 5:
            out = self.run(arguments, code)
            if f"\n{pack}\n".encode() not in out or (b"\nINCOMPLETE: " in out[:600]) == (not expected.team.missing):
                self.fault("the text says another digest, or not whether it is complete")
            self.width(out)
        else:
            table = ["states", "evidence", "inputs"][turn - 2]
            wanted = {
                "states": lambda: expected.state_csv(pack),
                "evidence": lambda: expected.evidence_csv(pack),
                "inputs": lambda: expected.input_csv(pack, inputs),
            }[table]()
            self.csv(self.run([*arguments, "--format", "csv", "--table", table], code), wanted)
        return None

    def width(self, out: bytes) -> None:
        """A path may be longer than a page; nothing else is."""
        for line in out.decode().split("\n"):
            if len(line) > 80 and line.isascii() and "/" not in line:
                self.fault(f"a line of more than 80 letters: {line}")

    def inputs(self, team: Team, number: int) -> list[Model]:
        files = [(f"framework/{path.name}", "embedded", path) for path in sorted(SHIPPED.glob("*.yaml"))]
        named = [("north.yaml", "overlay"), ("south.yaml", "overlay"), (f"{number:03d}/team.yaml", "team")]
        named += [(file, "member") for file in team.read]
        files += [(file, kind, self.maker.root / file) for file, kind in named]
        found = []
        for file, kind, path in files:
            data = path.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            found.append({"file": file, "kind": kind, "bytes": len(data), "sha256": digest})
        return found

    def note(self, expected: Expected) -> None:
        """What this team has reached."""
        team = expected.team
        reached = [one["flag"] for one in expected.competences()]
        reached += ["named and not needed" for one in expected.competences() if not one["needed"]]
        reached += ["expected all" for one in team.expect.get("competences", {}).values() if one == "all"]
        reached += ["expiring"] * len(expected.expiring()) + ["unassured"] * len(expected.unassured())
        for plan in expected.plans():
            reached.append("plan without due" if plan["due"] is None else "overdue" if plan["overdue"] else "plan")
        for number, result in enumerate(expected.results):
            reached.append(f"standing {expected.standing(number)}")
            supervision = expected.supervision(number)
            if supervision:
                reached.append("supervised" if supervision["in_force"] else "no longer supervised")
            asked = {row["competence"] for row in result["competences"]}
            for row in result["competences"]:
                self.rows += 1
                reached += ["desirable"] if not row["essential"] else []
                reached += ["not applicable"] if row["status"] == "not-applicable" else []
                if row["through"]:
                    reached.append("rests on" if row["through"] in asked else "rests on what is not asked")
                    day = expected.last_day(number, row)
                    told = row["essential"] and day and expected.terms.as_of <= day <= expected.until
                    reached += ["expiring through"] if told else []
        self.reached.update(reached)
        self.reached.update(team.ways)
        self.reached["missing"] += len(team.missing)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf team with the oracle.")
    parser.add_argument("--hcf", type=Path, required=True, help="the binary")
    parser.add_argument("--teams", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if not os.access(options.hcf, os.X_OK) or options.hcf.is_dir():
        print("teams.py: --hcf must name the binary", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="hcf-teams-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        comparison = Comparison(options.hcf.resolve(), TeamMaker(folder, Random(options.seed)))
        for number in range(options.teams):
            comparison.team(number)
    comparison.where = "all teams"
    missing = [one for one in REACHED if not comparison.reached[one]]
    if missing and options.teams >= 200:
        comparison.fault(f"never reached: {', '.join(missing)}")
    if comparison.faults:
        print(f"{comparison.faults} differences in {comparison.runs} runs")
        return 1
    print(f"{options.teams} teams, {comparison.runs} runs ({comparison.rows} rows) compared, no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
