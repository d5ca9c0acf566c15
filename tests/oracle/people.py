# SPDX-License-Identifier: Apache-2.0
"""Generated people: the model of each, and the document that says the same in one of many ways.

A model holds only what its file gives (defaults are the oracle's business), with every name resolved to its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from framework import LEVELS, NOT_APPLICABLE, Framework, Role, add_period
from names import Names
from yaml_writer import Number

Model = dict[str, Any]

# The first is the day on which the files are written: nothing in them is judged later than that.
AS_OF_DATES = ("2025-02-28", "2025-03-01", "2025-03-31", "2026-02-28")
WRITTEN = AS_OF_DATES[0]

PEOPLE_NAMES = [
    "Alice Example", "Zoë Ångström", "日本 太郎", "Seán O'Neill", "Anne-Marie D’Arcy", "Łukasz Żółć", "=SUM(A1)",
    "Ada: the first", "-Dash", "Bola Example", "Chi # Example", "Ewa Żak", "Grace {Hopper}", "ليلى", "Jo \"J\" Smith",
    "😀 Emoji", "Mbeki, Thandi", "Null Island", "Renée", "@home",
]  # fmt: skip
ORGANISATIONS = ["Example Homecare", "Łódź Care", "=North", "Home & Away, Ltd", "+44 Care", "在宅ケア", "true"]
TEAMS = ["north-nursing", "South: nights", "@west", "équipe 3", "0042"]
ACTIONS = [
    "Join the regional homecare nurses' forum",
    "Shadow a colleague: two visits, then one alone",
    "-> observe, then practise",
    "Lire le guide, puis en parler",
    "研修に参加する",
    "First line\nSecond line, with a comma",
]
EVIDENCE_TYPES = (
    "observation discussion reflection feedback work-product certificate course simulation log transfer other"
).split()
EVIDENCE_TITLES = ["Observed at three home visits", "Hand hygiene update", "Réunion d'équipe", "=cmd", "Log: week 7"]
REASONS = ["Records are kept by the hub", "Not in this post", "n/a: no visits"]

PROFILES = ["mixed", "mixed", "mixed", "met", "met", "sparse", "met-only", "empty", "not-applicable", "refused"]
# How often a rating of the profile is met, partial, not met, not applicable, planned without a value.
WEIGHTS = {
    "mixed": (62, 12, 10, 7, 9),
    "met": (92, 2, 1, 2, 3),
    "met-only": (1, 0, 0, 0, 0),
    "sparse": (55, 10, 5, 5, 25),
    "not-applicable": (0, 0, 0, 1, 0),
    "refused": (0, 45, 45, 8, 2),
}
OUTCOMES = ("met", "partial", "not-met", NOT_APPLICABLE, "plan-only")


@dataclass(frozen=True, slots=True)
class World:
    """What a group of people may refer to; `refresh` is that of all overlays, for dates at the boundary."""

    framework: Framework
    names: Names
    refresh: dict[str, str]


def days_after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@lru_cache(maxsize=None)
def boundary_dates(period: str) -> list[str]:
    """Days from which the period ends on, just before or just after one of the as-of dates."""
    ends = {days_after(day, shift) for day in AS_OF_DATES for shift in (-1, 0, 1)}
    days = (days_after(WRITTEN, -n) for n in range(1, 1200))
    return [day for day in days if add_period(day, period) in ends]


SPECIAL_DATES = ["2024-02-29", "2025-01-31", "2025-01-30", "2024-08-31", "2023-12-31", "2024-11-30", WRITTEN]


class PersonMaker:
    """Draws one person after another from one source of chance."""

    def __init__(self, world: World, random: Random) -> None:
        self._world = world
        self._random = random

    def _chance(self, probability: float) -> bool:
        return self._random.random() < probability

    def person(self, number: int) -> Model:
        person: Model = {"id": self._person_id(number)}
        for key, pool, probability in (
            ("name", PEOPLE_NAMES, 0.85),
            ("organisation", ORGANISATIONS, 0.7),
            ("team", TEAMS, 0.6),
        ):
            if self._chance(probability):
                person[key] = self._random.choice(pool)
        self._add_post(person)
        self._add_overlaps(person)
        self._add_scale(person)
        self._add_defaults(person)
        self._add_supervision(person)
        person["ratings"] = self._ratings(person)
        return person

    def _person_id(self, number: int) -> str:
        forms = [
            # Two neighbours differ in case alone: ids are compared exactly.
            f"{'ehc' if number % 2 else 'EHC'}-{number // 2:04d}",
            f"EX-{number:04d}", f"{number:06d}", f"{number}.50", f"0x{number:04X}", f"{number}e3", f"Müller {number}",
            f"NO:{number}", f"{number}", f"'{number}'", f"-{number}",
        ]  # fmt: skip
        return self._random.choice(forms[:3] if self._chance(0.6) else forms)

    def _add_post(self, person: Model) -> None:
        if self._chance(0.18):
            person["level"] = self._random.choice(LEVELS)
            return
        role = self._role()
        person["role"] = role.id
        if self._chance(0.55 if len(role.levels) > 1 else 0.3):
            person["level"] = self._random.choice(role.levels)

    def _role(self) -> Role:
        roles = list(self._world.framework.roles.values())
        asking_more = [role for role in roles if role.entries]
        of_levels = [role for role in roles if len(role.levels) > 1]
        return self._random.choice(self._random.choice([asking_more or roles, asking_more or roles, of_levels, roles]))

    def _level(self, person: Model) -> str:
        level: str = person.get("level") or self._world.framework.roles[person["role"]].levels[0]
        return level

    def _entries(self, person: Model) -> dict[str, bool]:
        """The competences that the role names, and whether they are essential."""
        role = person.get("role")
        return {e.competence: e.essential for e in self._world.framework.roles[role].entries} if role else {}

    def _add_overlaps(self, person: Model) -> None:
        if self._chance(0.6):
            return
        everything = list(self._world.framework.competences)
        pool = self._random.sample(everything, 4)
        pool += [c for c, essential in self._entries(person).items() if not essential and c not in pool]
        person["overlaps"] = [
            {
                "level": self._random.choice(LEVELS),
                "competences": self._random.sample(pool, self._random.choice([1, 1, 2, 3])),
            }
            for _ in range(self._random.choice([1, 1, 2, 3]))
        ]

    def _add_scale(self, person: Model) -> None:
        role = person.get("role")
        entries = self._world.framework.roles[role].entries if role else ()
        needed = [e.needs.scale for e in entries if e.needs]
        if needed and self._chance(0.6):
            person["scale"] = self._random.choice(needed)
        elif self._chance(0.6):
            person["scale"] = self._random.choice(list(self._world.framework.scales))

    def _add_defaults(self, person: Model) -> None:
        if self._chance(0.6):
            person["assessed"] = self._day_before()
        if self._chance(0.6):
            person["basis"] = self._random.choice(["self", "supervisor", "assessor"])
        if self._chance(0.6):
            person["assessor"] = self._judge(person, person.get("basis"))

    def _add_supervision(self, person: Model) -> None:
        if self._chance(0.5):
            return
        supervision: Model = {"supervisor": self._other(person)}
        if self._chance(0.6):
            supervision["mode"] = self._random.choice(["direct", "indirect", "remote"])
        if self._chance(0.7):
            supervision["until"] = self._day_around()
        person["supervision"] = supervision

    def _ratings(self, person: Model) -> dict[str, Model]:
        profile = self._random.choice(PROFILES)
        if profile == "empty":
            return {}
        likely = set(self._world.framework.core[self._level(person)]) | set(self._entries(person))
        likely.update(c for overlap in person.get("overlaps", []) for c in overlap["competences"])
        often = {"sparse": 0.4, "mixed": 0.8, "met": 0.97, "refused": 0.97}.get(profile, 1.0)
        rated = [
            c
            for c, competence in self._world.framework.competences.items()
            if self._chance(often if c in likely else 0.4 if competence.supersedes else 0.15)
        ]
        # Forms differ from person to person more than within one file.
        short = self._random.choice([0.0, 0.2, 0.8])
        ratings = {c: self._rating(person, c, profile, short) for c in self._random.sample(rated, len(rated))}
        for rating in ratings.values():
            self._mend(person, rating)
        return ratings

    def _rating(self, person: Model, competence: str, profile: str, short: float) -> Model:
        outcome = self._random.choices(OUTCOMES, WEIGHTS[profile])[0]
        if outcome == "plan-only":
            rating: Model = {"plan": self._plan(person)}
            if self._chance(0.2):
                rating["basis"] = "supervisor"
            return rating
        rating = {"value": self._value(person, outcome)}
        if outcome == NOT_APPLICABLE:
            rating["note"] = self._random.choice(REASONS)
        elif self._chance(short):
            return rating
        self._add_details(rating, person, competence)
        if self._chance(0.08 if outcome == "met" else 0.6):
            rating["plan"] = self._plan(person)
        return rating

    def _value(self, person: Model, outcome: str) -> str:
        if outcome == NOT_APPLICABLE:
            return NOT_APPLICABLE
        scale = self._world.framework.scales[person.get("scale", "status")]
        values = [value for value, counts in scale.counts_as.items() if counts == outcome]
        return self._random.choice(values or list(scale.order)[:1])

    def _add_details(self, rating: Model, person: Model, competence: str) -> None:
        if self._chance(0.45):
            rating["assessed"] = self._assessed(competence)
        if self._chance(0.4):
            rating["basis"] = self._random.choice(["self", "supervisor", "assessor"])
        if self._chance(0.3):
            rating["assessor"] = self._judge(person, rating.get("basis"))
        if self._chance(0.3):
            rating["level"] = self._random.choice(LEVELS)
        if self._chance(0.3):
            rating["valid_until"] = self._day_around()
        if self._chance(0.4):
            rating["evidence"] = [self._evidence() for _ in range(self._random.choice([0, 1, 1, 2, 3]))]
        if self._chance(0.1) and "note" not in rating:
            rating["note"] = "Glove choice discussed"

    def _evidence(self) -> Model:
        evidence: Model = {"title": self._random.choice(EVIDENCE_TITLES)}
        if self._chance(0.4):
            return evidence
        if self._chance(0.8):
            evidence["type"] = self._random.choice(EVIDENCE_TYPES)
        if self._chance(0.6):
            evidence["date"] = self._day_before()
        if self._chance(0.4):
            evidence["ref"] = self._random.choice(["LMS-8812", "0815", "urn:x:y#1"])
        return evidence

    def _plan(self, person: Model) -> Model:
        plan: Model = {"action": self._random.choice(ACTIONS)}
        if self._chance(0.75):
            plan["due"] = self._day_around()
        if self._chance(0.45):
            plan["supervisor"] = self._other(person)
        if self._chance(0.4):
            review = self._day_around()
            plan["review"] = min(review, plan.get("due", review))
        return plan

    def _mend(self, person: Model, rating: Model) -> None:
        """Takes back what chance has put together and the specification calls an error."""
        if rating.get("assessor", person.get("assessor")) in _selves(person):
            if rating.get("basis", person.get("basis")) != "self":
                rating["assessor"] = self._other(person)
        assessed = rating.get("assessed", person.get("assessed"))
        if assessed and rating.get("valid_until", assessed) < assessed:
            rating["valid_until"] = assessed

    def _other(self, person: Model) -> str:
        return self._random.choice([name for name in PEOPLE_NAMES if name not in _selves(person)])

    def _judge(self, person: Model, basis: str | None) -> str:
        if basis == "self" and self._chance(0.5):
            return self._random.choice(_selves(person))
        return self._other(person)

    def _assessed(self, competence: str) -> str:
        period = self._world.refresh.get(competence)
        if period and self._chance(0.7):
            return self._random.choice(boundary_dates(period) or SPECIAL_DATES)
        return self._day_before()

    def _day_before(self) -> str:
        if self._chance(0.4):
            return self._random.choice(SPECIAL_DATES)
        return days_after(WRITTEN, -self._random.randrange(0, 1000))

    def _day_around(self) -> str:
        if self._chance(0.7):
            return days_after(self._random.choice(AS_OF_DATES), self._random.choice([-1, 0, 1]))
        return days_after(WRITTEN, self._random.randrange(-500, 900))


def _selves(person: Model) -> list[str]:
    return [person[key] for key in ("id", "name") if key in person]


def errors_in(person: Model, framework: Framework) -> list[str]:
    """What spec/2 and spec/4 would call an error in this model: the generator's own check."""
    found: list[str] = []
    if not {"role", "level"} & set(person):
        found.append("neither role nor level")
    if "role" in person and "level" in person and person["level"] not in framework.roles[person["role"]].levels:
        found.append("role is not of the level")
    if person.get("supervision", {}).get("supervisor") in _selves(person):
        found.append("supervised by the person")
    for competence, rating in person["ratings"].items():
        found += [f"{competence}: {error}" for error in _rating_errors(person, rating, framework)]
    return found


def _rating_errors(person: Model, rating: Model, framework: Framework) -> list[str]:
    plan = rating.get("plan", {})
    value = rating.get("value", NOT_APPLICABLE)
    assessed = rating.get("assessed", person.get("assessed", ""))
    own_judge = rating.get("assessor", person.get("assessor")) in _selves(person)
    days = [assessed, *(evidence.get("date", "") for evidence in rating.get("evidence", []))]
    checks = {
        "neither value nor plan": "value" not in rating and not plan,
        "unknown value": value not in {NOT_APPLICABLE, *framework.scales[person.get("scale", "status")].order},
        "no reason": rating.get("value") == NOT_APPLICABLE and "note" not in rating,
        "assessed by the person": own_judge and rating.get("basis", person.get("basis")) != "self",
        "judged in the future": max(days) > WRITTEN,
        "ends before it begins": rating.get("valid_until", assessed) < assessed,
        "no action": bool(plan) and "action" not in plan,
        "review after due": plan.get("review", "") > plan.get("due", "9999"),
        "supervised by the person": plan.get("supervisor") in _selves(person),
    }
    return [name for name, wrong in checks.items() if wrong]


def person_document(person: Model, names: Names, random: Random) -> Model:
    """The document that says what the model says, with names spelled in any of their ways."""
    block: Model = {key: person[key] for key in ("id", "name", "organisation", "team") if key in person}
    if "role" in person:
        block["role"] = names.role(person["role"], random)
    if "level" in person:
        block["level"] = names.level(person["level"], random)
    if "overlaps" in person:
        block["overlaps"] = [_overlap_block(overlap, names, random) for overlap in person["overlaps"]]
    document: Model = {"person": _shuffled(block, random, 0.3)}
    if random.random() < 0.2:
        document["framework"] = random.choice(["clinical-homecare 4.5"] * 9 + ["clinical-homecare 4.4"])
    for key in ("scale", "assessed", "assessor", "basis", "supervision"):
        if key in person:
            document[key] = person[key]
    document["ratings"] = _ratings_block(person["ratings"], names, random)
    if random.random() < 0.1:
        document["x-local"] = {"kept": ["as", "it is"], "hcf": "not-a-kind/1"}
    return _with_kind_line(_shuffled(document, random, 0.25), random)


def _with_kind_line(document: Model, random: Random) -> Model:
    kind = {"hcf": "assessment/1"}
    if random.random() < 0.9:
        return {**kind, **document}
    items = list(document.items())
    place = random.randrange(len(items) + 1)
    return {**dict(items[:place]), **kind, **dict(items[place:])}


def _shuffled(block: Model, random: Random, probability: float) -> Model:
    items = list(block.items())
    return dict(random.sample(items, len(items))) if random.random() < probability else block


def _overlap_block(overlap: Model, names: Names, random: Random) -> Model:
    return {
        "level": names.level(overlap["level"], random),
        "competences": [names.competence(c, random) for c in overlap["competences"]],
    }


def _ratings_block(ratings: dict[str, Model], names: Names, random: Random) -> Model:
    block = {names.competence(c, random): _rating_block(rating, names, random) for c, rating in ratings.items()}
    if random.random() < 0.1:
        block["x-local-note"] = "anything"
    return block


def _rating_block(rating: Model, names: Names, random: Random) -> Any:
    block = dict(rating)
    if "value" in block:
        value = block["value"]
        block["value"] = Number(value) if value.isdecimal() else value
        if len(block) == 1 and random.random() < 0.8:
            return block["value"]
    if "level" in block:
        block["level"] = names.level(block["level"], random)
    if "evidence" in block:
        block["evidence"] = [_evidence_block(evidence, random) for evidence in block["evidence"]]
    if random.random() < 0.04:
        block["x-seen"] = ["once", "twice"]
    return _shuffled(block, random, 0.3)


def _evidence_block(evidence: Model, random: Random) -> Any:
    short = len(evidence) == 1 and random.random() < 0.8
    return evidence["title"] if short else _shuffled(dict(evidence), random, 0.3)
