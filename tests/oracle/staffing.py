# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf staffing`, written from spec/2, spec/3, spec/5 and docs/formats.md.

    staffing.py --hcf build-release/hcf                    # 24 generated teams, each with several services
    staffing.py --hcf build-release/hcf --first 7 --seeds 1 --keep /tmp/s
    staffing.py --self-test                                # needs no binary

Teams come from the generator of the other oracles, services and catalogues from here. The best seating is found by
going through all ways to share out what is left of the seats, person after person; why seats stay empty, by looking at
every set of posts. Nothing is a float.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, NOT_APPLICABLE, Framework, load_framework
from generate import generate
from names import Names
from oracle import (
    LIFTED_BY_SUPERSESSION,
    Ask,
    Counted,
    Exact,
    Terms,
    count_ratings,
    level_asks,
    own_level,
    own_status,
    role_asks,
    shortest,
    superseded_through,
)
from people import WRITTEN, errors_in, person_document
from roles import Runner, Tally
from yaml_writer import Number, YamlWriter

Model = dict[str, Any]

NEAREST = 5


@dataclass(slots=True)
class Member:
    """Somebody as they count, and what is only supposed of them."""

    id: str
    role: str | None
    level: str
    ratings: dict[str, Counted]
    supposed: bool = False
    as_judged: "Member | None" = None
    completed: list[Model] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Standing:
    member: int
    applicable: int
    met: int
    readiness: Fraction | None
    missing: tuple[str, ...]
    not_applicable: tuple[str, ...]
    supposed_met: tuple[str, ...]
    supposed_not_applicable: tuple[str, ...]


def member_of(person: Model, framework: Framework) -> Member:
    return Member(person["id"], person.get("role"), own_level(person, framework), count_ratings(person, framework))


# --- what a post asks, and how somebody stands for it ----------------------------------------------------------------


def post_level(post: Model, framework: Framework) -> str:
    return post.get("level") or framework.roles[post["role"]].levels[0]


def post_asks(post: Model, framework: Framework) -> dict[str, Ask]:
    level = post_level(post, framework)
    asks = dict(role_asks(framework, post["role"], level) if "role" in post else level_asks(framework, level))
    for competence in post.get("competences", []):
        known = asks.get(competence)
        asks[competence] = Ask(competence, level, known.needs if known else None, True)
    return {c: asks[c] for c in framework.competences if c in asks}


def takes(post: Model, member: Member) -> bool:
    if "role" not in post:
        return True
    return member.role is not None and member.role in [post["role"], *post.get("accept_roles", [])]


def given_by_course(member: Member, level: str, competence: str) -> bool:
    return any(
        competence in course["develops"] and (not course.get("levels") or level in course["levels"])
        for course in member.completed
    )


def judged_state(framework: Framework, member: Member, ask: Ask, asks: dict[str, Ask], terms: Terms) -> str:
    status = own_status(member.ratings.get(ask.competence), ask, terms, framework)
    if status in LIFTED_BY_SUPERSESSION and superseded_through(ask, asks, member.ratings, terms, framework):
        return "met"
    return status


def judged_states(framework: Framework, member: Member, asks: dict[str, Ask], terms: Terms) -> dict[str, str]:
    return {c: judged_state(framework, member, ask, asks, terms) for c, ask in asks.items()}


def supposed_card(member: Member) -> list[str]:
    if member.as_judged is None:
        return []
    before = member.as_judged
    changed = {"role": before.role != member.role, "level": before.level != member.level}
    return [word for word, is_other in changed.items() if is_other]


def stand(framework: Framework, number: int, member: Member, post: Model, terms: Terms) -> Standing:
    asks = post_asks(post, framework)
    level = post_level(post, framework)
    missing, not_applicable, supposed, spared = [], [], [], []
    before = judged_states(framework, member.as_judged, asks, terms) if member.as_judged else {}
    met = applicable = required = 0
    for competence, ask in asks.items():
        if not ask.essential:
            continue
        required += 1
        status = judged_state(framework, member, ask, asks, terms)
        if status == NOT_APPLICABLE:
            not_applicable.append(competence)
            if before and before[competence] != NOT_APPLICABLE:
                spared.append(competence)
            continue
        applicable += 1
        if status == "met":
            met += 1
            if before and before[competence] != "met":
                supposed.append(competence)
        elif ask.needs is None and given_by_course(member, level, competence):
            met += 1
            supposed.append(competence)
        else:
            missing.append(competence)
    readiness = Fraction(1) if required == 0 else Fraction(met, applicable) if applicable else None
    return Standing(number, applicable, met, readiness, tuple(missing), tuple(not_applicable), tuple(supposed), tuple(spared))


def is_ready(standing: Standing, post: Model) -> bool:
    return standing.readiness is not None and standing.readiness >= Fraction(post.get("min_readiness", "1"))


# --- the best seating ------------------------------------------------------------------------------------------------

Prices = list[list["int | None"]]  # by person, then by post; None: may not


def best_value(prices: Prices, seats: list[int], fixed: dict[int, int]) -> tuple[int, int] | None:
    """The most seats that can be filled, and with them the least that is missing, as (filled, -missing)."""

    @lru_cache(maxsize=None)
    def best(person: int, left: tuple[int, ...]) -> tuple[int, int] | None:
        if person == len(prices):
            return (0, 0)
        choices = [fixed[person]] if person in fixed else [None, *range(len(seats))]
        found: tuple[int, int] | None = None
        for post in choices:
            if post is None:
                value = best(person + 1, left)
            else:
                price = prices[person][post]
                if price is None or left[post] == 0:
                    continue
                rest = best(person + 1, (*left[:post], left[post] - 1, *left[post + 1 :]))
                value = (rest[0] + 1, rest[1] - price) if rest else None
            if value is not None and (found is None or value > found):
                found = value
        return found

    # More seats than people are as good as so many.
    return best(0, tuple(min(count, len(prices)) for count in seats))


def best_seating(prices: Prices, seats: list[int]) -> list[int | None]:
    """Seat by seat in post order, people in their order: whoever can have it in a best seating, has it."""
    goal = best_value(prices, seats, {})
    fixed: dict[int, int] = {}
    for post, count in enumerate(seats):
        for person in range(len(prices)):
            if list(fixed.values()).count(post) == count:
                break
            if person in fixed or prices[person][post] is None:
                continue
            if best_value(prices, seats, {**fixed, person: post}) == goal:
                fixed[person] = post
    return [fixed.get(person) for person in range(len(prices))]


def conflicts_of(prices: Prices, seats: list[int]) -> list[tuple[list[int], list[int]]]:
    """The smallest set of posts that is short of most people, in parts that share nobody."""

    def able(posts: tuple[int, ...]) -> list[int]:
        return [i for i, row in enumerate(prices) if any(row[post] is not None for post in posts)]

    sets = [posts for size in range(len(seats) + 1) for posts in combinations(range(len(seats)), size)]
    shortage = {posts: sum(seats[post] for post in posts) - len(able(posts)) for posts in sets}
    most = max(shortage.values())
    if most == 0:
        return []
    smallest = set.intersection(*(set(posts) for posts in sets if shortage[posts] == most))
    assert shortage[tuple(sorted(smallest))] == most
    parts: list[set[int]] = []
    for post in sorted(smallest):
        joined = [part for part in parts if set(able((post,))) & set(able(tuple(part)))]
        parts = [part for part in parts if part not in joined] + [{post}.union(*joined)]
    return [(sorted(part), able(tuple(part))) for part in sorted(parts, key=min)]


# --- the report ------------------------------------------------------------------------------------------------------


class Staffed:
    """One team in one service."""

    def __init__(self, framework: Framework, service: Model, members: list[Member], terms: Terms) -> None:
        self.framework, self.service, self.members, self.terms = framework, service, members, terms
        self.posts = service["posts"]
        self.seats = [post.get("count", 1) for post in self.posts]
        self.standings = [
            [stand(framework, number, member, post, terms) for post in self.posts]
            for number, member in enumerate(members)
        ]
        self.prices: Prices = [
            [
                len(standing.missing) if takes(post, member) and is_ready(standing, post) else None
                for post, standing in zip(self.posts, row)
            ]
            for member, row in zip(members, self.standings)
        ]
        self.seating = best_seating(self.prices, self.seats)
        value = best_value(self.prices, self.seats, {})
        assert value is not None
        self.filled, self.missing = value[0], -value[1]
        self._conflicts = conflicts_of(self.prices, self.seats)
        self.contested = {post for posts, _ in self._conflicts for post in posts}

    def ids(self, members: Any) -> list[str]:
        return [self.members[member].id for member in members]

    def seated(self, post: int) -> list[int]:
        return [member for member, where in enumerate(self.seating) if where == post]

    def _standing_json(self, standing: Standing) -> Model:
        member = self.members[standing.member]
        return {
            "person_id": member.id,
            "readiness": shortest(standing.readiness),
            "missing": list(standing.missing),
            "applicable": standing.applicable,
            "met": standing.met,
            "not_applicable": list(standing.not_applicable),
            "supposed": member.supposed,
            "supposed_met": list(standing.supposed_met),
            "supposed_not_applicable": list(standing.supposed_not_applicable),
            "supposed_card": supposed_card(member),
        }

    def _would_fill(self, member: int, post: int) -> bool:
        prices = [list(row) for row in self.prices]
        prices[member][post] = 0
        value = best_value(prices, self.seats, {})
        assert value is not None
        return value[0] > self.filled

    def _short_by(self, standing: Standing, post: Model) -> int | None:
        if standing.readiness is None:
            return None
        threshold = Fraction(post.get("min_readiness", "1"))
        enough = next(n for n in range(standing.applicable + 1) if Fraction(n, standing.applicable) >= threshold)
        return enough - standing.met

    def _nearest(self, post: int, below: list[int]) -> list[Model]:
        def key(member: int) -> tuple[bool, Fraction, int, int]:
            standing = self.standings[member][post]
            ready = standing.readiness
            return (ready is None, -(ready or Fraction(0)), len(standing.missing), member)

        found = []
        for member in sorted(below, key=key)[:NEAREST]:
            standing = self.standings[member][post]
            where = self.seating[member]
            found.append(
                {
                    **self._standing_json(standing),
                    "short_by": self._short_by(standing, self.posts[post]),
                    "seat_in": None if where is None else self.posts[where]["id"],
                    "would_fill": self._would_fill(member, post),
                }
            )
        return found

    def filling(self, post: int) -> Model:
        seated = self.seated(post)
        of_role = [i for i, member in enumerate(self.members) if takes(self.posts[post], member)]
        below = [i for i in of_role if self.prices[i][post] is None]
        return {
            "filled": len(seated),
            "members": [self._standing_json(self.standings[member][post]) for member in seated],
            "nearest": self._nearest(post, below) if post in self.contested else [],
            "able": len(of_role) - len(below),
            "below": len(below),
        }

    def conflicts(self) -> list[Model]:
        found = []
        for posts, people in self._conflicts:
            seats = sum(self.seats[post] for post in posts)
            found.append(
                {
                    "posts": [self.posts[post]["id"] for post in posts],
                    "seats": seats,
                    "person_ids": self.ids(people),
                    "empty": seats - len(people),
                }
            )
        assert sum(one["empty"] for one in found) == sum(self.seats) - self.filled
        return found

    def summary(self) -> Model:
        return {"wanted": sum(self.seats), "filled": self.filled, "missing_competences": self.missing}

    def unassigned(self) -> list[str]:
        return self.ids(i for i, where in enumerate(self.seating) if where is None)


def exact(text: str) -> int | Exact:
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else Exact(text.rstrip("0"))


def asked_json(framework: Framework, service: Model) -> Model:
    levels: dict[str, int] = {}
    roles: dict[str, int] = {}
    competences: dict[str, int] = {}
    for post in service["posts"]:
        count = post.get("count", 1)
        level = post_level(post, framework)
        levels[level] = levels.get(level, 0) + count
        if "role" in post:
            roles[post["role"]] = roles.get(post["role"], 0) + count
        for competence, ask in post_asks(post, framework).items():
            if ask.essential:
                competences[competence] = competences.get(competence, 0) + count
    return {
        "levels": levels,
        "roles": roles,
        "competences": [{"competence": c, "seats": competences[c]} for c in framework.competences if c in competences],
    }


def is_core_only(framework: Framework, post: Model) -> bool:
    return all(
        framework.competences[c].kind == "core" for c, ask in post_asks(post, framework).items() if ask.essential
    )


def expected(framework: Framework, service: Model, team: Model, now: Staffed | None, what_if: Model | None) -> Model:
    posts = []
    for number, post in enumerate(service["posts"]):
        nobody: Model = {"filled": None, "members": [], "nearest": [], "able": None, "below": None}
        posts.append(
            {
                "post": post["id"],
                "wanted": post.get("count", 1),
                **(now.filling(number) if now else nobody),
                "role": post.get("role"),
                "level": post_level(post, framework),
                "accept_roles": post.get("accept_roles", []),
                "competences": post.get("competences", []),
                "required": [c for c, ask in post_asks(post, framework).items() if ask.essential],
                "min_readiness": exact(post.get("min_readiness", "1")),
                "core_only": is_core_only(framework, post),
                "what_if": what_if["staffed"].filling(number) if what_if else None,
            }
        )
    wanted = sum(post.get("count", 1) for post in service["posts"])
    return {
        "schema": "hcf.staffing/1",
        "service": {"id": service["id"], "name": service.get("name"), "commissioner": service.get("commissioner")},
        "team": {"id": team["id"], "name": None, "organisation": None} if now else None,
        "core_only": all(is_core_only(framework, post) for post in service["posts"]),
        "posts": posts,
        "unassigned": now.unassigned() if now else [],
        "summary": now.summary() if now else {"wanted": wanted, "filled": None, "missing_competences": None},
        "asks": asked_json(framework, service),
        "conflicts": now.conflicts() if now else [],
        "missing_members": [],
        "what_if": what_if_json(now, what_if) if now and what_if else None,
    }


def what_if_json(now: Staffed, what_if: Model) -> Model:
    after: Staffed = what_if["staffed"]

    def place(staffed: Staffed, member: int) -> str | None:
        where = staffed.seating[member] if member < len(staffed.seating) else None
        return None if where is None else staffed.posts[where]["id"]

    changes = [
        {"person_id": member.id, "from": place(now, i), "to": place(after, i)} for i, member in enumerate(after.members)
    ]
    return {
        "files": what_if["files"],
        "added": [member.id for member in after.members if member.supposed],
        "changed": [member.id for member in after.members if member.id in what_if["changed"]],
        "cards": [
            {
                "person_id": member.id,
                "from_role": member.as_judged.role,
                "from_level": member.as_judged.level,
                "to_role": member.role,
                "to_level": member.level,
            }
            for member in after.members
            if member.as_judged and supposed_card(member)
        ],
        "completed": what_if["completed"],
        "changes": [change for change in changes if change["from"] != change["to"]],
        "unassigned": after.unassigned(),
        "conflicts": after.conflicts(),
        "summary": after.summary(),
    }


def seat_table(now: Staffed, what_if: Model | None) -> list[list[str]]:
    def cells(staffed: Staffed, post: int, seat: int, with_supposed: bool) -> list[str]:
        seated = staffed.seated(post)
        if seat >= len(seated):
            return [""] * (6 if with_supposed else 3)
        standing = staffed.standings[seated[seat]][post]
        ready = shortest(standing.readiness)
        text = ready.text if isinstance(ready, Exact) else str(ready)
        person = staffed.members[seated[seat]].id
        row = ["'" + person if person[:1] in "=+-@\t\r" else person, text, " ".join(standing.missing)]
        supposed: list[Any] = [standing.supposed_met, standing.supposed_not_applicable]
        supposed.append(supposed_card(staffed.members[seated[seat]]))
        return row + [" ".join(words) for words in supposed] if with_supposed else row

    header = ["post", "seat", "person_id", "readiness", "missing"]
    if what_if:
        header += ["supposed_person_id", "supposed_readiness", "supposed_missing", "supposed_met"]
        header += ["supposed_not_applicable", "supposed_card"]
    rows = [header]
    for number, post in enumerate(now.posts):
        for seat in range(post.get("count", 1)):
            row = [post["id"], str(seat + 1), *cells(now, number, seat, False)]
            rows.append(row + cells(what_if["staffed"], number, seat, True) if what_if else row)
    return rows


# --- what is drawn ---------------------------------------------------------------------------------------------------


def draw_service(framework: Framework, members: list[Member], random: Random) -> Model:
    held = [member.role for member in members if member.role] or ["support-worker"]
    service: Model = {"id": "drawn", "posts": []}
    if random.random() < 0.5:
        service.update(name="Drawn: a service", commissioner="Example ICB")
    for number in range(random.choice([1, 2, 3, 3, 4])):
        post: Model = {"id": f"post-{number}"}
        if random.random() < 0.6:
            role = framework.roles[random.choice(held)]
            post["role"] = role.id
            if random.random() < 0.4:
                post["level"] = random.choice(role.levels)
            others = [other for other in dict.fromkeys(held) if other != role.id]
            if others and random.random() < 0.7:
                post["accept_roles"] = random.sample(others, random.randrange(1, min(len(others), 4) + 1))
        else:
            post["level"] = random.choice(LEVELS)
        if random.random() < 0.7:
            post["count"] = random.choice([1, 1, 2, 2, 3])
        if random.random() < 0.4:
            post["competences"] = random.sample(list(framework.competences), random.choice([1, 2, 3]))
        if random.random() < 0.8:
            post["min_readiness"] = random.choice(["0", "0.1", "0.3", "0.5", "0.50", "0.75", "0.9", "0.999999", "1.0"])
        service["posts"].append(post)
    return service


def draw_catalogue(framework: Framework, random: Random) -> Model:
    courses = []
    for number in range(random.choice([1, 2, 4])):
        course: Model = {
            "id": f"course-{number}",
            "title": f"Course {number}",
            "develops": random.sample(list(framework.competences), random.choice([1, 3, 8])),
        }
        if random.random() < 0.5:
            course["levels"] = random.sample(LEVELS, 2)
        courses.append(course)
    return {"provider": "Drawn", "courses": courses}


def service_document(service: Model, names: Names, random: Random) -> Model:
    card = {key: service[key] for key in ("id", "name", "commissioner") if key in service}
    posts = []
    for post in service["posts"]:
        written = dict(post)
        for key in ("count", "min_readiness"):
            if key in post:
                written[key] = Number(str(post[key]))
        if "role" in post:
            written["role"] = names.role(post["role"], random)
        if "level" in post:
            written["level"] = names.level(post["level"], random)
        if "accept_roles" in post:
            written["accept_roles"] = [names.role(role, random) for role in post["accept_roles"]]
        if "competences" in post:
            written["competences"] = [names.competence(c, random) for c in post["competences"]]
        posts.append(written)
    return {"hcf": "service/1", "service": card, "posts": posts}


def copied(members: list[Member]) -> list[Member]:
    return [Member(m.id, m.role, m.level, dict(m.ratings)) for m in members]


FEATURES = [
    "all seats filled",
    "several posts compete",
    "nobody may fill a post",
    "a conflict with people",
    "a filled post competes",
    "a seat with something missing",
    "a seat with something not applicable",
    "near, and would fill",
    "near, and has a seat that would be empty",
    "near, and has a seat that another can take",
    "near, and short by less than is missing",
    "more seats by what is supposed",
    "fewer seats by what is supposed",
    "supposed met in a seat",
    "supposed not applicable in a seat",
    "a supposed card in a seat",
    "somebody added has a seat",
    "somebody moves",
    "a tie that order decides",
]


def note_features(report: Model, staffed: Staffed, seen: set[str]) -> None:
    """What a report shows, so that a run that never met something says so."""
    flags = {
        "all seats filled": report["summary"]["filled"] == report["summary"]["wanted"],
        "several posts compete": any(len(one["posts"]) > 1 for one in report["conflicts"]),
        "nobody may fill a post": any(not one["person_ids"] for one in report["conflicts"]),
        "a conflict with people": any(one["person_ids"] for one in report["conflicts"]),
        "a tie that order decides": any(
            a != b and takes(post, staffed.members[a]) and staffed.prices[a][number] == staffed.prices[b][number]
            for number, post in enumerate(staffed.posts)
            for a in staffed.seated(number)
            for b, price in enumerate(row[number] for row in staffed.prices)
            if price is not None and staffed.seating[b] is None
        ),
    }
    sides = [(post, post) for post in report["posts"]]
    sides += [(post, post["what_if"]) for post in report["posts"] if post["what_if"]]
    for post, side in sides:
        near = side["nearest"]
        seen.update({"a filled post competes"} if near and side["filled"] == post["wanted"] else ())
        for one in side["members"]:
            seen.update({"a seat with something missing"} if one["missing"] else ())
            seen.update({"a seat with something not applicable"} if one["not_applicable"] else ())
            seen.update({"supposed met in a seat"} if one["supposed_met"] else ())
            seen.update({"supposed not applicable in a seat"} if one["supposed_not_applicable"] else ())
            seen.update({"a supposed card in a seat"} if one["supposed_card"] else ())
            seen.update({"somebody added has a seat"} if one["supposed"] else ())
        for one in near:
            seen.update({"near, and would fill"} if one["would_fill"] else ())
            if one["seat_in"]:
                seen.add("near, and has a seat that " + ("another can take" if one["would_fill"] else "would be empty"))
            if one["short_by"] and one["short_by"] < len(one["missing"]):
                seen.add("near, and short by less than is missing")
    if report["what_if"]:
        more = report["what_if"]["summary"]["filled"] - report["summary"]["filled"]
        flags["more seats by what is supposed"] = more > 0
        flags["fewer seats by what is supposed"] = more < 0
        flags["somebody moves"] = any(one["from"] and one["to"] for one in report["what_if"]["changes"])
    seen.update(name for name, is_so in flags.items() if is_so)


class Drawn:
    """One generated team, and everything that is asked of it."""

    def __init__(self, hcf: Path, seed: int, folder: Path, tally: Tally, most: int, seen: set[str]) -> None:
        self.random = Random(seed)
        self.seen = seen
        generate(seed, 80, folder)
        self.folder, self.tally = folder, tally
        self.runner = Runner(hcf, folder, tally)
        overlays = json.loads((folder / "cases.json").read_text("utf-8"))["overlays"]
        chosen = self.random.choice([["north"], ["north", "south"]])
        self.framework = load_framework([overlays[name] for name in chosen])
        self.names = Names(self.framework, [overlays[name] for name in chosen])
        everybody = json.loads((folder / "people.json").read_text("utf-8"))["people"]
        by_file: dict[str, list[Model]] = {}
        for person in everybody:
            by_file.setdefault(person["file"], []).append(person)
        files = self.random.sample(sorted(by_file), len(by_file))
        self.people: list[Model] = []
        self.files: list[str] = []
        for file in files:
            if len(self.people) >= most:
                break
            self.files.append(file)
            self.people += sorted(by_file[file], key=lambda person: person["document"])
        known = {person["id"] for person in self.people}
        self.others = [person for person in everybody if person["id"] not in known]
        self.terms = Terms(
            as_of=self.random.choice(["2025-02-28", "2025-03-31", "2026-02-28"]),
            accept=self.random.choice(["self", "self", "supervisor"]),
            in_context=self.random.random() < 0.3,
        )
        self.options = ["--as-of", self.terms.as_of, "--accept", self.terms.accept]
        self.options += ["--in-context"] * self.terms.in_context
        for name in chosen:
            self.options += ["--overlay", f"overlays/{name}.yaml"]
        team = {"hcf": "team/1", "team": {"id": "drawn-team"}, "members": self.files}
        (folder / "team.json").write_text(json.dumps(team), "utf-8")

    def write(self, name: str, document: Model) -> str:
        (self.folder / name).write_text(YamlWriter(self.random).document(document), "utf-8")
        return name

    def what_if(self, members: list[Member]) -> tuple[Model, list[str]]:
        """What is supposed, in one of its three ways, or in several at once."""
        supposed: Model = {"files": [], "changed": [], "completed": []}
        options: list[str] = []
        if self.random.random() < 0.5:
            for person in self.random.sample(self.others, 2):
                self._suppose_person(supposed, members, person)
        if self.random.random() < 0.6:
            for member in self.random.sample(members, min(2, len(members))):
                other = {**self.random.choice(self.others), "id": member.id}
                if not errors_in(other, self.framework) and member.id not in supposed["changed"]:
                    self._suppose_person(supposed, members, other)
        if not supposed["files"] or self.random.random() < 0.6:
            options += self._suppose_courses(supposed, members)
        for file in supposed["files"]:
            options += ["--what-if", file]
        return supposed, options

    def _suppose_person(self, supposed: Model, members: list[Member], person: Model) -> None:
        number = len(supposed["files"])
        supposed["files"].append(
            self.write(f"supposed-{number}.yaml", person_document(person, self.names, self.random))
        )
        known = next((member for member in members if member.id == person["id"]), None)
        card = member_of(person, self.framework)
        if known is None:
            card.supposed = True
            members.append(card)
            return
        if not known.supposed:
            supposed["changed"].append(known.id)
            known.as_judged = known.as_judged or replace(known, ratings=dict(known.ratings))
        if card.role is None and known.role and card.level in self.framework.roles[known.role].levels:
            card.role = known.role
        known.role, known.level = card.role, card.level
        for competence in person["ratings"]:
            known.ratings.pop(competence, None)
        known.ratings.update(card.ratings)

    def _suppose_courses(self, supposed: Model, members: list[Member]) -> list[str]:
        catalogue = draw_catalogue(self.framework, self.random)
        courses = []
        for course in catalogue["courses"]:
            written = {**course, "develops": [self.names.competence(c, self.random) for c in course["develops"]]}
            if "levels" in course:
                written["levels"] = [self.names.level(level, self.random) for level in course["levels"]]
            courses.append(written)
        document = {"hcf": "catalogue/1", "provider": catalogue["provider"], "courses": courses}
        supposed["files"].append(self.write("courses.yaml", document))
        options: list[str] = []
        chosen: list[tuple[Model, Member | None]] = [(course, None) for course in catalogue["courses"]]
        if self.random.random() < 0.5:
            chosen = [
                (self.random.choice(catalogue["courses"]), self.random.choice([None, *members])) for _ in range(2)
            ]
        for course, member in chosen:
            for one in members if member is None else [member]:
                one.completed.append(course)
            supposed["completed"].append(
                {"course": course["id"], "provider": "Drawn", "person_id": member.id if member else None}
            )
        if any(member for _, member in chosen) or [course for course, _ in chosen] != catalogue["courses"]:
            for course, member in chosen:
                options += ["--completed", f"{member.id}={course['id']}" if member else course["id"]]
        return options

    def see(self, number: int) -> None:
        members = [member_of(person, self.framework) for person in self.people]
        service = draw_service(self.framework, members, self.random)
        file = self.write(f"service-{number}.yaml", service_document(service, self.names, self.random))
        now = Staffed(self.framework, service, members, self.terms)
        self._compare(["staffing", file, *self.options], expected(self.framework, service, {}, None, None))
        arguments = ["staffing", file, "--team", "team.json", *self.options]
        team = {"id": "drawn-team"}
        self._compare(arguments, expected(self.framework, service, team, now, None))
        self._compare_table(arguments, seat_table(now, None))
        later = copied(members)
        supposed, options = self.what_if(later)
        supposed["staffed"] = Staffed(self.framework, service, later, self.terms)
        want = expected(self.framework, service, team, now, supposed)
        note_features(want, now, self.seen)
        self._compare([*arguments, *options], want)
        self._compare_table([*arguments, *options], seat_table(now, supposed))

    def _compare(self, arguments: list[str], want: Model) -> None:
        got = self.runner.json(*arguments)
        for key in ("hcf", "framework", "overlays", "as_of"):
            got.pop(key)
        where = f"{self.folder.name}: hcf {' '.join(arguments)}"
        posts, others = want.pop("posts"), got.pop("posts")
        self.tally.see(where + ", posts", len(posts), len(others))
        for one, other in zip(posts, others):
            self.tally.see(f"{where}, {one['post']}", one, other)
        for key in want:
            self.tally.see(f"{where}, {key}", want[key], got.get(key))
        self.tally.see(where + ", keys", sorted(want), sorted(got))
        want["posts"] = posts

    def _compare_table(self, arguments: list[str], want: list[list[str]]) -> None:
        text = self.runner.out(*arguments, "--format", "csv").decode()
        got = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.tally.see(f"{self.folder.name}: hcf {' '.join(arguments)}, csv", want, got)


# --- the oracle itself -----------------------------------------------------------------------------------------------


def self_test() -> int:
    """Seatings and conflicts worked by hand."""
    assert best_seating([[2, None], [0, 9]], [1, 1]) == [0, 1]  # as many seats as can be filled come first
    assert best_seating([[1, 1], [1, 1], [1, 1]], [1, 1]) == [0, 1, None]  # the first of the team, seat by seat
    assert best_seating([[0, 0], [0, 0]], [2, 2]) == [0, 0]
    assert best_seating([[0, 1], [1, 1]], [1, 1]) == [0, 1]  # the fewest that are missing
    assert best_seating([[1, 0], [0, 0]], [1, 1]) == [1, 0]
    assert best_seating([], [3]) == []
    assert conflicts_of([[0, 0], [0, 0]], [2, 2]) == [([0, 1], [0, 1])]
    assert conflicts_of([[0, None], [0, None]], [1, 2]) == [([1], [])]
    assert conflicts_of([[0, None], [None, 0]], [2, 3]) == [([0], [0]), ([1], [1])]
    assert conflicts_of([[0, 0]], [1, 1]) == [([0, 1], [0])]
    assert conflicts_of([[0]], [1]) == []
    framework = load_framework([])
    met = {"value": "met"}
    person = {"id": "p", "role": "support-worker", "ratings": {c: met for c in framework.core["supportive"]}}
    member = member_of(person, framework)
    terms = Terms(as_of=WRITTEN)
    assert stand(framework, 0, member, {"level": "associate"}, terms).readiness == 1
    above = stand(framework, 0, member, {"level": "autonomous"}, terms)
    assert (above.met, above.applicable, len(above.missing)) == (13, 20, 7), above
    member.completed = [{"develops": ["professional-networks", "reflective-practice"], "levels": ["advanced"]}]
    assert stand(framework, 0, member, {"level": "autonomous"}, terms).met == 13
    assert stand(framework, 0, member, {"level": "advanced"}, terms).supposed_met == (
        "professional-networks",
        "reflective-practice",
    )
    tally = Tally()
    tally.see("true for 1", {"would_fill": True}, {"would_fill": 1})
    assert tally.wrong == 1
    print("self-test passed")
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf staffing with an independent calculation.")
    parser.add_argument("--hcf", type=Path, help="the binary")
    parser.add_argument("--self-test", action="store_true", help="test the oracle itself, without a binary")
    parser.add_argument("--seeds", type=int, default=24, help="how many teams")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--services", type=int, default=3, help="how many services for each team")
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if options.self_test:
        return self_test()
    if options.hcf is None:
        parser.error("--hcf must name the binary")
    tally = Tally()
    seen: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="hcf-staffing-") as temporary:
        folder = options.keep or Path(temporary)
        try:
            for seed in range(options.first, options.first + options.seeds):
                # Now and then a larger team.
                drawn = Drawn(options.hcf, seed, folder / f"seed-{seed}", tally, 22 if seed % 8 == 0 else 9, seen)
                for number in range(options.services):
                    drawn.see(number)
        except (OSError, RuntimeError, ValueError, subprocess.TimeoutExpired) as error:
            print(f"staffing.py: {error}", file=sys.stderr)
            return 2
    for text in tally.shown:
        print(text)
    unseen = [feature for feature in FEATURES if feature not in seen]
    if unseen and options.seeds >= 20:
        print(f"never reached: {', '.join(unseen)}")
        return 1
    print(f"{tally.compared} compared, {tally.wrong or 'no'} difference{'s' * (tally.wrong > 1)}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
