# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf transfer`, and its comparison with the binary over generated pairs of providers.

    transfer.py --hcf PATH [--pairs 50] [--people 30] [--seed 1] [--keep DIR]

Written from spec/2, spec/3 and spec/5, and from the reasons that hcf-transfer(1) lists. Ties are edges of a graph over the
names `owner/competence`, walked step by step; nothing is shared with the binary. Exit codes: 0 all equal, 1 something
differs, 2 the comparison could not be made.
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
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from framework import NOT_APPLICABLE, Framework, Scale, add_period, load_framework, rank, shipped_roles
from names import Names
from oracle import Ask, analyse_person, asks_of, own_level, Target, Terms
from people import AS_OF_DATES
from tabular import cell
from transfer_pairs import Pair, make_pair, write_pair

Model = dict[str, Any]

SHOWN_DIFFERENCES = 10
BASES = ("self", "supervisor", "assessor")
COLUMNS = ["person_id", "competence", "recognition", "from", "reason"]
FAVOURABLE = ("met", "expired", "not-accepted", "shown-below-level", "undated", "other-scale")
# What the generated pairs must have reached, or they would prove little.
REACHED = [
    "recognised", "recognised-as", "recognised superseded", "reconfirm ambiguous", "reconfirm chain",
    "reconfirm other-version", "reconfirm expired", "reconfirm not-accepted", "reconfirm shown-below-level",
    "reconfirm undated", "reconfirm other-scale", "new same-id-only", "new below-needs", "new partial", "new not-met",
    "new not-applicable", "new not-assessed", "new no-counterpart", "unmatched", "beyond", "left out",
]  # fmt: skip


@dataclass
class Ties:
    """What the source has for each competence of the target, by ids of both."""

    same: dict[str, str] = field(default_factory=dict)
    other_version: set[str] = field(default_factory=set)
    tied: dict[str, list[str]] = field(default_factory=dict)
    chained: dict[str, list[str]] = field(default_factory=dict)
    same_id_only: set[str] = field(default_factory=set)
    tied_there: dict[str, list[str]] = field(default_factory=dict)


def find_ties(source: Framework, target: Framework, versions: tuple[Model, Model]) -> Ties:
    """`versions`: the version of each overlay, by its id, on either side."""
    edges: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    here = {f"{c.owner}/{c.id}": c for c in source.competences.values()}
    there = {f"{c.owner}/{c.id}": c for c in target.competences.values()}
    for side in (here, there):
        for name, competence in side.items():
            for link in competence.same_as:
                edges[name].add(link)
                edges[link].add(name)
            if competence.code:
                holders[competence.code].add(name)
    for names in holders.values():
        for name in names:
            edges[name] |= names
    ties = Ties(tied_there={c: [] for c in source.competences})
    for name, competence in there.items():
        distance = _distances(name, edges)
        found = [(distance[other], c.id) for other, c in here.items() if other in distance]
        ties.tied[competence.id] = [key for steps, key in found if steps == 1]
        ties.chained[competence.id] = [key for steps, key in found if steps > 1]
        for key in ties.tied[competence.id]:
            ties.tied_there[key].append(competence.id)
        twin = here.get(name)
        if twin:
            ties.same[competence.id] = twin.id
            if versions[0].get(twin.owner) != versions[1].get(twin.owner) or twin.title != competence.title:
                ties.other_version.add(competence.id)
        elif competence.id in source.competences and all(key != competence.id for _, key in found):
            ties.same_id_only.add(competence.id)
    return ties


def role_definers(overlays: list[Model]) -> dict[str | None, tuple[str, str]]:
    """The overlay, with its version, that defines a role; those of the framework have none."""
    shipped, definers = shipped_roles(), {}
    for overlay in overlays:
        for role in overlay.get("roles", []):
            if role["id"] not in shipped:
                definers.setdefault(role["id"], (overlay["id"], overlay["version"]))
    return definers


def _distances(start: str, edges: dict[str, set[str]]) -> dict[str, int]:
    distance, fringe = {start: 0}, [start]
    while fringe:
        following = []
        for name in fringe:
            for other in edges.get(name, ()):
                if other not in distance:
                    distance[other] = distance[name] + 1
                    following.append(other)
        fringe = following
    return distance


@dataclass(frozen=True)
class Verdict:
    """What one rating says of one competence that is asked: `met`, or what keeps it from being so."""

    word: str
    until: str | None


class Move:
    def __init__(self, pair: Pair) -> None:
        self.source, self.target = load_framework(pair.source), load_framework(pair.target)
        versions = tuple({one["id"]: one["version"] for one in side} for side in (pair.source, pair.target))
        self.ties = find_ties(self.source, self.target, versions)
        self.definers = (role_definers(pair.source), role_definers(pair.target))

    def results(self, people: list[Model], target: Target | None, terms: Terms) -> tuple[list[Model], list[Model]]:
        """The `results` and the `skipped` of spec/5."""
        results: list[Model] = []
        skipped: list[Model] = []
        for number, person in enumerate(people, 1):
            place = {"file": "people.yaml", "document": number}
            moved = self._moved(person)
            if moved is None and target is None:
                skipped.append({**place, "errors": 1})
                continue
            results.append({**place, **self._result(person, moved, target, terms)})
        return results, skipped

    def _moved(self, person: Model) -> Model | None:
        """The person in their own role and level there; nothing where that role is not."""
        level, role = own_level(person, self.source), person.get("role")
        if role is not None and level not in getattr(self.target.roles.get(role), "levels", ()):
            return None
        if self.definers[0].get(role) != self.definers[1].get(role):
            return None  # both define it, each for itself
        moved: Model = {"level": level, "overlaps": []}
        if role is not None:
            moved["role"] = role
        same_there = {s: t for t, s in self.ties.same.items() if t not in self.ties.other_version}
        for overlap in person.get("overlaps", []):
            known = [same_there[c] for c in overlap["competences"] if c in same_there]
            moved["overlaps"].append({"level": overlap["level"], "competences": known})
        return moved

    def _result(self, person: Model, moved: Model | None, target: Target | None, terms: Terms) -> Model:
        if target is None:
            assert moved is not None
            target = Target("own", moved.get("role"), moved["level"])
        elif target.kind == "role" and not target.level:
            role = self.target.roles[str(target.role)]
            is_own = moved is not None and moved.get("role") == role.id
            target = Target("role", role.id, moved["level"] if moved and is_own else role.levels[0])
        asks = asks_of(self.target, moved or {}, target)
        essential = [ask for ask in asks if ask.essential]
        rows = [self._row(person, ask, asks, terms) for ask in essential]
        held = self.held(person, terms)
        seen = {key for row in rows for key in row["counterparts"]}
        unmatched = [key for key in held if key not in seen]
        known = {s for s, ts in self.ties.tied_there.items() if ts} | set(self.ties.same.values())
        words = Counter(row["recognition"] for row in rows)
        block = {key: person.get(key) for key in ("id", "name", "organisation", "team", "role")}
        return {
            "person": {**block, "level": own_level(person, self.source)},
            "target": {"kind": target.kind, "role": target.role, "level": target.level},
            "core_only": all(self.target.competences[ask.competence].kind == "core" for ask in essential),
            "summary": {
                "required": len(rows),
                "recognised": words["recognised"] + words["recognised-as"],
                "reconfirm": words["reconfirm"],
                "new": words["new"],
            },
            "competences": rows,
            "induction": [row["competence"] for row in rows if row["recognition"] in ("reconfirm", "new")],
            "unmatched": unmatched,
            "beyond": [key for key in unmatched if key in known],
        }

    def held(self, person: Model, terms: Terms) -> list[str]:
        """What is met under the source by its own rating."""
        return [
            key
            for key, competence in self.source.competences.items()
            if "value" in person["ratings"].get(key, {})
            and self._verdict(person, key, Ask(key, None), competence.refresh, self.source, terms).word == "met"
        ]

    def _verdict(
        self, person: Model, key: str, ask: Ask, refresh: str | None, framework: Framework, terms: Terms
    ) -> Verdict:
        """What the rating of `key` says of what is asked, under that refresh and the scales of that framework."""
        rating = person["ratings"][key]
        value = rating["value"]
        scale = self.source.scales[person.get("scale") or "status"]
        assessed = rating.get("assessed") or person.get("assessed")
        ends = [rating["valid_until"]] if rating.get("valid_until") else []
        if refresh and assessed:
            ends.append(add_period(assessed, refresh))
        until = min(ends) if ends else None
        if value == NOT_APPLICABLE:
            return Verdict(NOT_APPLICABLE, until)
        if scale.counts_as[value] != "met":
            return Verdict(scale.counts_as[value], until)
        there = framework.scales.get(scale.id)
        if there and there.counts_as.get(value, "met") != "met":  # it counts for no more than on either side
            return Verdict(there.counts_as[value], until)
        needs = ask.needs
        on_that_scale = needs is None or _same_scale(framework.scales[needs.scale], scale)
        if needs and on_that_scale and scale.order[value] < scale.order[needs.value]:
            return Verdict("below-needs", until)
        if until and until < terms.as_of:
            return Verdict("expired", until)
        basis = rating.get("basis") or person.get("basis") or "self"
        if BASES.index(basis) < BASES.index(terms.accept):
            return Verdict("not-accepted", until)
        shown = rating.get("level") or own_level(person, self.source)
        if terms.in_context and ask.asked_at and rank(shown) < rank(ask.asked_at):
            return Verdict("shown-below-level", until)
        if refresh and not assessed and not ends:
            return Verdict("undated", until)
        return Verdict("met" if on_that_scale else "other-scale", until)

    def _there(self, person: Model, key: str, ask: Ask, terms: Terms) -> Verdict | None:
        """The verdict of the rating of `key` on the competence asked there; nothing where there is none."""
        if "value" not in person["ratings"].get(key, {}):
            return None
        refresh = self.target.competences[ask.competence].refresh
        return self._verdict(person, key, ask, refresh, self.target, terms)

    def _through(self, person: Model, ask: Ask, asks: list[Ask], own: Verdict | None, terms: Terms) -> str | None:
        """The first competence of the target that supersedes the one asked, and is met by its own rating there."""
        if ask.needs or (own and own.word not in FAVOURABLE):
            return None
        for above in self.target.superseders[ask.competence]:
            same = self.ties.same.get(above)
            if same is None or above in self.ties.other_version:
                continue
            row = next((one for one in asks if one.competence == above), None)
            as_here = Ask(above, ask.asked_at, row.needs if row else None)
            verdict = self._there(person, same, as_here, terms)
            if verdict and verdict.word == "met":
                return above
        return None

    def _row(self, person: Model, ask: Ask, asks: list[Ask], terms: Terms) -> Model:
        key, ties = ask.competence, self.ties
        same = ties.same.get(key)
        near = [c for c in self.source.competences if c == same or c in ties.tied[key]]
        row: Model = {
            "competence": key, "recognition": "new", "from": None, "reason": None, "valid_until": None,
            "counterparts": near,
        }  # fmt: skip
        said = {c: verdict for c in near if (verdict := self._there(person, c, ask, terms))}
        is_twin = same is not None and key not in ties.other_version
        if is_twin and same in said and said[same].word == "met":
            return {**row, "recognition": "recognised", "from": same, "valid_until": said[same].until}
        # What was said outright is not lifted; where the very competence is not known here, its counterparts say it.
        far = {c: verdict for c in ties.chained[key] if (verdict := self._there(person, c, ask, terms))}
        outright = [verdict for verdict in (*said.values(), *far.values()) if verdict.word not in FAVOURABLE]
        refused = not is_twin and bool(outright)
        own = said.get(same) if is_twin and same else None
        above = None if refused else self._through(person, ask, asks, own, terms)
        if above:
            held = ties.same[above]
            until = self._there(person, held, Ask(above, None), terms)
            reason = {"from": held, "reason": "superseded", "valid_until": until.until if until else None}
            return {**row, "recognition": "recognised", **reason}
        good = [c for c, verdict in said.items() if verdict.word in FAVOURABLE]
        if good:
            return {**row, "from": good[0], "valid_until": said[good[0]].until, **self._weighed(key, good[0], said)}
        far_good = [c for c, verdict in far.items() if verdict.word in FAVOURABLE]
        if far_good:
            named = [c for c in self.source.competences if c in near or c in far_good]
            until = far[far_good[0]].until
            chain = {"reason": "chain", "from": far_good[0], "valid_until": until, "counterparts": named}
            return {**row, "recognition": "reconfirm", **chain}
        return {**row, "reason": self._why_new(key, same, said, far)}

    def _weighed(self, key: str, good: str, said: dict[str, Verdict]) -> Model:
        is_same = self.ties.same.get(key) == good
        rivals = not is_same and (len(self.ties.tied[key]) > 1 or len(self.ties.tied_there[good]) > 1)
        if len(said) > 1 or rivals:
            return {"recognition": "reconfirm", "reason": "ambiguous"}
        if is_same and key in self.ties.other_version:
            return {"recognition": "reconfirm", "reason": "other-version"}
        if said[good].word == "met":
            return {"recognition": "recognised-as", "reason": None}
        return {"recognition": "reconfirm", "reason": said[good].word}

    def _why_new(self, key: str, same: str | None, said: dict[str, Verdict], far: dict[str, Verdict]) -> str:
        if same in said:
            return said[same].word
        for verdicts in (said, far):
            if verdicts:
                return next(iter(verdicts.values())).word
        if key in self.ties.same_id_only:
            return "same-id-only"
        if same or self.ties.tied[key] or self.ties.chained[key]:
            return "not-assessed"
        return "no-counterpart"


def _same_scale(one: Scale, other: Scale) -> bool:
    return one.id == other.id and list(one.counts_as.items()) == list(other.counts_as.items())


# --- the comparison ------------------------------------------------------------------------------


class Comparison:
    def __init__(self, hcf: Path) -> None:
        self._hcf = hcf
        self.compared = self.rows = self.faults = 0
        self.reached: Counter[str] = Counter()

    def fault(self, text: str) -> None:
        self.faults += 1
        if self.faults <= SHOWN_DIFFERENCES:
            print(text)

    def run(self, folder: Path, arguments: list[str]) -> tuple[int, str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}
        done = subprocess.run([self._hcf, *arguments], cwd=folder, env=clean, capture_output=True, timeout=300)
        return done.returncode, done.stdout.decode()

    def pair(self, pair: Pair, folder: Path, random: Random) -> None:
        move = Move(pair)
        names = Names(move.target, pair.target)
        roles = [None, *random.sample(["registered-nurse-adult", "subject-matter-expert", "nurse-educator"], 2)]
        for role in roles:
            terms = Terms(
                random.choice(AS_OF_DATES), random.choice(["self", "self", "supervisor"]), random.random() < 0.3
            )
            arguments = ["transfer", "people.yaml", "--as-of", terms.as_of, "--accept", terms.accept]
            target = None
            if role:
                level = random.choice(["", move.target.roles[role].levels[-1]])
                spelled = names.role(role, random)
                arguments += ["--role", f"{spelled}@{level}" if level else spelled]
                target = Target("role", role, level)
            for name, side in (("--overlay", pair.source), ("--to-overlay", pair.target)):
                file = "target.yaml" if side is pair.target and name == "--to-overlay" else "source.yaml"
                arguments += [name, file] if side else []
            arguments += ["--in-context"] if terms.in_context else []
            wanted, skipped = move.results(pair.people, target, terms)
            self._json(folder, arguments, wanted, skipped)
            self._csv(folder, arguments, wanted, skipped)
            self._properties(pair, move, wanted, terms)

    def _json(self, folder: Path, arguments: list[str], wanted: list[Model], skipped: list[Model]) -> None:
        code, out = self.run(folder, [*arguments, "--format", "json"])
        where = f"{folder}: hcf {' '.join(arguments)}"
        if code != (2 if skipped else 0) or not out:
            return self.fault(f"{where}: exit {code}")
        got = json.loads(out)
        if got["skipped"] != skipped:
            self.fault(f"{where}: skipped\n    expected {skipped}\n    got      {got['skipped']}")
        if len(got["results"]) != len(wanted):
            return self.fault(f"{where}: {len(wanted)} results expected, {len(got['results'])} found")
        for one, other in zip(wanted, got["results"], strict=True):
            self.compared += 1
            self.rows += len(one["competences"])
            for path, a, b in _differences(one, other, ""):
                self.fault(f"{where}\n    person {one['person']['id']}, {path}\n    expected {a}\n    got      {b}")
        self.reached["left out"] += len(skipped)
        return None

    def _csv(self, folder: Path, arguments: list[str], wanted: list[Model], skipped: list[Model]) -> None:
        code, out = self.run(folder, [*arguments, "--format", "csv"])
        table = [COLUMNS]
        for one in wanted:
            table += [[one["person"]["id"], *(cell(row[key]) for key in COLUMNS[1:])] for row in one["competences"]]
        got = list(csv.reader(io.StringIO(out, newline=""), strict=True))
        if got != table or code != (2 if skipped else 0):
            self.fault(f"{folder}: hcf {' '.join(arguments)}: the CSV differs, or exit {code}")

    def _properties(self, pair: Pair, move: Move, results: list[Model], terms: Terms) -> None:
        for result in results:
            person = pair.people[result["document"] - 1]
            for row in result["competences"]:
                reason = f" {row['reason']}" if row["reason"] else ""
                self.reached[row["recognition"] + reason] += 1
            for key in ("unmatched", "beyond"):
                self.reached[key] += len(result[key])
            # Nothing that was held is lost.
            named = {key for row in result["competences"] for key in row["counterparts"]} | set(result["unmatched"])
            if not set(move.held(person, terms)) <= named:
                self.fault(f"{person['id']}: something held is lost")
            # To where one comes from, exactly what `gap` calls met is recognised.
            if pair.source is pair.target and result["target"]["kind"] == "own":
                (gap,) = analyse_person(move.source, {**person, "file": "", "document": 1}, terms)
                met = {row["competence"] for row in gap["competences"] if row["essential"] and row["status"] == "met"}
                found = {r["competence"] for r in result["competences"] if r["recognition"] == "recognised"}
                if met != found:
                    self.fault(f"{person['id']}: a move to where one is does not recognise what is met")


def _differences(one: Any, other: Any, path: str) -> list[tuple[str, Any, Any]]:
    if type(one) is not type(other):
        return [(path, one, other)]
    if isinstance(one, dict):
        keys = list(dict.fromkeys([*one, *other]))
        return [d for key in keys for d in _differences(one.get(key, "?"), other.get(key, "?"), f"{path}.{key}")]
    if isinstance(one, list) and len(one) == len(other):
        return [d for n, pair in enumerate(zip(one, other, strict=True)) for d in _differences(*pair, f"{path}[{n}]")]
    return [(path, one, other)] if one != other else []


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf transfer with the oracle.")
    parser.add_argument("--hcf", type=Path, required=True, help="the binary")
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--people", type=int, default=30, help="how many a pair")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    options = parser.parse_args(arguments)
    if not os.access(options.hcf, os.X_OK) or options.hcf.is_dir():
        print("transfer.py: --hcf must name the binary", file=sys.stderr)
        return 2
    comparison = Comparison(options.hcf.resolve())
    random = Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="hcf-transfer-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        for number in range(options.pairs):
            pair = make_pair(random, number, options.people)
            write_pair(pair, folder / f"{number:02d}", random)
            comparison.pair(pair, folder / f"{number:02d}", random)
    missing = [one for one in REACHED if not comparison.reached[one]]
    if missing and options.pairs >= 50:
        comparison.fault(f"never reached: {', '.join(missing)}")
    if comparison.faults:
        print(f"{comparison.faults} differences in {comparison.compared} compared")
        return 1
    print(f"{comparison.compared} compared ({comparison.rows} rows), no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
