# SPDX-License-Identifier: Apache-2.0
"""Writes a generated framework of any size as a directory that `hcf --framework` takes.

    make_framework.py DIR [--roles 1000] [--competences 500] [--levels 7] [--seed 1]
                          [--needs 0.1] [--desirable 0.1] [--people 0]

The same options write the same bytes. Ids are `level-1`, `competence-001`, `role-0001`, padded to one width, so that
framework order is also the order of the ids. What it draws is shaped like real frameworks, so that the answers are not
trivial: core competences that come and go from level to level, families of roles that share a pool of competences, twins
that ask exactly the same as another role, roles at several levels. `--needs` and `--desirable` are the shares of a
role's own competences that ask for a value of the scale `grade`, or are desirable. `--people N` also writes N assessments
into DIR-people.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

GRADES = [("aware", "partial"), ("working", "met"), ("practitioner", "met"), ("expert", "met")]
STATUS = [("not-met", "not-met"), ("partial", "partial"), ("met", "met")]
FACETS = ["knowledge", "practice", "decisions", "accountability", "leadership", "development"]
SUBJECTS = ["infusion", "dispensing", "delivery", "records", "safety", "training", "nutrition", "respiratory", "audit"]
ROLES_A_FAMILY = 25


@dataclass
class Role:
    id: str
    family: str
    levels: list[int]
    own: list[str] = field(default_factory=list)  # the lines of its competences


@dataclass
class Sizes:
    roles: int
    competences: int
    levels: int
    needs: float
    desirable: float


def level_id(number: int) -> str:
    return f"level-{number + 1}"


def numbered(word: str, number: int, count: int) -> str:
    return f"{word}-{number + 1:0{len(str(count))}d}"


class Maker:
    """Draws one framework; every draw comes from one generator, in a fixed order."""

    def __init__(self, sizes: Sizes, random: Random) -> None:
        self._sizes = sizes
        self._random = random
        self._ids = [numbered("competence", n, sizes.competences) for n in range(sizes.competences)]
        # Half of a small framework, and at most 60 of a large one, is core.
        self.core_marks = self._draw_core(min(60, (sizes.competences + 1) // 2))
        self.role_specific = self._ids[len(self.core_marks) :]
        self.roles = self._draw_roles()

    def _draw_core(self, count: int) -> dict[str, list[int]]:
        """The levels of each core competence: mostly all, some from a level on, some only the lower ones."""
        levels = list(range(self._sizes.levels))
        marks: dict[str, list[int]] = {}
        for competence in self._ids[:count]:
            cut = self._random.randrange(self._sizes.levels)
            shape = self._random.choice(["all", "all", "from", "from", "until", "some"])
            drawn = {"all": levels, "from": levels[cut:], "until": levels[: cut + 1]}.get(shape)
            marks[competence] = drawn or sorted(self._random.sample(levels, self._random.randint(1, len(levels))))
        return marks

    def _draw_roles(self) -> list[Role]:
        roles: list[Role] = []
        pools = [self._draw_pool() for _ in range(1 + self._sizes.roles // ROLES_A_FAMILY)]
        for number in range(self._sizes.roles):
            role_id = numbered("role", number, self._sizes.roles)
            if roles and self._random.random() < 0.1:
                twin = self._random.choice(roles)
                roles.append(Role(role_id, twin.family, twin.levels, twin.own))
            else:
                roles.append(self._draw_role(role_id, self._random.randrange(len(pools)), pools))
        return roles

    def _draw_pool(self) -> list[str]:
        most = len(self.role_specific)
        return self._random.sample(self.role_specific, min(most, self._random.randint(20, 60)))

    def _draw_role(self, role_id: str, family: int, pools: list[list[str]]) -> Role:
        count = self._random.choice([1, 1, 1, 1, 1, 1, 1, 2, 2, 3])
        levels = sorted(self._random.sample(range(self._sizes.levels), min(count, self._sizes.levels)))
        if self._random.random() < 0.1:
            levels.reverse()  # a role's own level is its first, not its lowest
        pool = pools[family]
        own = self._random.sample(pool, self._random.randint(0, min(len(pool), 20)))
        # A few from anywhere, core ones too: a role may ask what its level does not.
        own += [c for c in self._random.sample(self._ids, min(2, len(self._ids))) if c not in own]
        lines = [self._own_line(competence, levels) for competence in sorted(own)]
        return Role(role_id, f"family-{family + 1:02d}", levels, lines)

    def _own_line(self, competence: str, levels: list[int]) -> str:
        if self._random.random() < self._sizes.needs:
            grade = self._random.choice([grade for grade, counts_as in GRADES if counts_as == "met"])
            return f"{{id: {competence}, needs: grade/{grade}}}"
        asked_by_level = set(self.core_marks.get(competence, [])) & set(levels)
        if not asked_by_level and self._random.random() < self._sizes.desirable:
            return f"{{id: {competence}, essential: false}}"
        return competence

    def levels_text(self) -> str:
        lines = [
            "hcf: levels/1",
            "framework:",
            "  id: generated",
            "  title: A generated framework",
            '  version: "1"',
            "  status: generated",
            "levels:",
        ]
        for number in range(self._sizes.levels):
            lines += [f"  - id: {level_id(number)}", f"    title: Level {number + 1} of practice", "    descriptor:"]
            drawn = [facet for facet in FACETS if self._random.random() < 0.8] or FACETS[:1]
            lines += [f"      {facet}: What level {number + 1} says of {facet}." for facet in drawn]
        return text_of(lines)

    def competences_text(self) -> str:
        lines = ["hcf: competences/1", "competences:"]
        for competence in self._ids:
            number = competence.rpartition("-")[2]
            subject = self._random.choice(SUBJECTS)
            lines += [f"  - id: {competence}", f"    title: Do {subject} task {number} well and safely"]
            marks = self.core_marks.get(competence)
            if marks is None:
                lines.append("    kind: role")
            else:
                lines += ["    kind: core", f"    levels: [{', '.join(map(level_id, marks))}]"]
        return text_of(lines)

    def roles_text(self) -> str:
        lines = ["hcf: roles/1", "roles:"]
        for role in self.roles:
            number = role.id.rpartition("-")[2]
            lines += [f"  - id: {role.id}", f"    title: Holder of post {number}", f"    family: {role.family}"]
            lines.append(f"    levels: [{', '.join(map(level_id, role.levels))}]")
            if role.own:
                lines.append("    competences:")
                lines += [f"      - {line}" for line in role.own]
        return text_of(lines)

    def person_text(self, number: int, count: int) -> str:
        role = self._random.choice(self.roles)
        level = level_id(self._random.choice(role.levels))
        lines = [
            "hcf: assessment/1",
            f"person: {{id: {numbered('P', number, count)}, role: {role.id}, level: {level}}}",
            "assessed: 2026-01-15",
            f"scale: {self._random.choice(['status', 'grade'])}",
            "ratings:",
        ]
        values = ["met", "met", "partial", "not-met"] if lines[3] == "scale: status" else [v for v, _ in GRADES]
        rated = self._random.sample(self._ids, self._random.randint(0, len(self._ids)))
        lines += [f"  {competence}: {self._random.choice(values)}" for competence in sorted(rated)]
        if not rated:
            lines[-1] = "ratings: {}"
        return text_of(lines)


def scales_text() -> str:
    lines = ["hcf: scales/1", "scales:"]
    for scale, values in (("status", STATUS), ("grade", GRADES)):
        lines += [f"  - id: {scale}", "    values:"]
        lines += [f"      - {{id: {value}, counts_as: {counts_as}}}" for value, counts_as in values]
    return text_of(lines)


def text_of(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def write_framework(folder: Path, sizes: Sizes, seed: int, people: int = 0) -> None:
    maker = Maker(sizes, Random(seed))
    texts = {
        "1-levels.yaml": maker.levels_text(),
        "2-competences.yaml": maker.competences_text(),
        "3-roles.yaml": maker.roles_text(),
        "4-scales.yaml": scales_text(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    if people:
        crowd = folder.with_name(folder.name + "-people")
        crowd.mkdir(parents=True, exist_ok=True)
        for number in range(people):
            name = numbered("p", number, people) + ".yaml"
            (crowd / name).write_text(maker.person_text(number, people), "utf-8")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Write a generated framework.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="written into, never emptied")
    parser.add_argument("--roles", type=int, default=1000)
    parser.add_argument("--competences", type=int, default=500)
    parser.add_argument("--levels", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--needs", type=float, default=0.1, help="share of a role's own competences with a needs")
    parser.add_argument("--desirable", type=float, default=0.1, help="share of those that are desirable")
    parser.add_argument("--people", type=int, default=0, help="also write so many assessments into DIR-people")
    options = parser.parse_args(arguments)
    if min(options.roles, options.competences, options.levels) < 1:
        parser.error("at least one role, one competence and one level")
    sizes = Sizes(options.roles, options.competences, options.levels, options.needs, options.desirable)
    write_framework(options.folder, sizes, options.seed, options.people)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
