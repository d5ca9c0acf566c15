# SPDX-License-Identifier: Apache-2.0
"""An independent calculation of `hcf gap`, written from spec/2, spec/3 and spec/5 alone.

    oracle.py --dir DIR --case NAME    prints the expected `results` of one case of a generated directory
    oracle.py --self-test              runs the hand-worked cases

Dates stay ISO text, which orders as dates do; ratios are fractions; nothing is a float.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from framework import LEVELS, NOT_APPLICABLE, Framework, Needs, add_period, load_framework, rank

Model = dict[str, Any]
Row = dict[str, Any]

STATUSES = ("met", "expired", "unconfirmed", "partial", "not-met", "not-assessed", NOT_APPLICABLE)
LIFTED_BY_SUPERSESSION = frozenset({"not-assessed", "expired", "unconfirmed"})
BASES = ("self", "supervisor", "assessor")
ASSURANCE_ORDER = {"gap": 0, "planned": 1, "assured": 2, None: 3}


class Exact(NamedTuple):
    """A JSON number that is not an integer, kept as the text it was written with: 0.5 and 0.50 differ."""

    text: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What one run asks: the options of a case."""

    as_of: str
    accept: str = "self"
    in_context: bool = False
    evidence: bool = False
    totals: bool = False
    levels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    kind: str
    role: str | None
    level: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One competence as a target asks it; without `asked_at` nothing asks at which level it was shown."""

    competence: str
    asked_at: str | None
    needs: Needs | None = None
    essential: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """A rating that has a value, after defaults and refresh."""

    scale: str
    value: str
    counts_as: str
    shown_at: str
    basis: str | None
    assessor: str | None
    assessed: str | None
    valid_until: str | None
    evidence: list[Model]
    dated: bool


def own_level(person: Model, framework: Framework) -> str:
    level: str | None = person.get("level")
    return level if level is not None else framework.roles[person["role"]].levels[0]


def count_ratings(person: Model, framework: Framework) -> dict[str, Counted]:
    """The ratings that have a value; an entry with only a plan is no rating."""
    scale = framework.scales[person.get("scale") or "status"]
    level = own_level(person, framework)
    return {
        competence: _count(rating, person, scale.id, scale.counts_as, level, framework.competences[competence].refresh)
        for competence, rating in person["ratings"].items()
        if "value" in rating
    }


def _count(
    rating: Model, person: Model, scale: str, counts_as: dict[str, str], level: str, refresh: str | None
) -> Counted:
    assessed = rating.get("assessed") or person.get("assessed")
    given_until = rating.get("valid_until")
    refreshed_until = add_period(assessed, refresh) if refresh and assessed else None
    ends = [end for end in (given_until, refreshed_until) if end]
    value = rating["value"]
    return Counted(
        scale=scale,
        value=value,
        counts_as=NOT_APPLICABLE if value == NOT_APPLICABLE else counts_as[value],
        shown_at=rating.get("level") or level,
        basis=rating.get("basis") or person.get("basis"),
        assessor=rating.get("assessor") or person.get("assessor"),
        assessed=assessed,
        valid_until=min(ends) if ends else None,
        evidence=rating.get("evidence", []),
        dated=not refresh or bool(assessed or given_until),
    )


def counted_plan(person: Model, competence: str, as_of: str) -> Model | None:
    plan = person["ratings"].get(competence, {}).get("plan")
    if plan is None:
        return None
    return {
        "action": plan["action"],
        "due": plan.get("due"),
        "supervisor": plan.get("supervisor") or supervisor_in_force(person, as_of),
        "review": plan.get("review"),
    }


def supervisor_in_force(person: Model, as_of: str) -> str | None:
    supervision = person.get("supervision")
    if supervision is None or supervision.get("until", as_of) < as_of:
        return None
    supervisor: str | None = supervision.get("supervisor")
    return supervisor


@lru_cache(maxsize=None)
def level_asks(framework: Framework, level: str) -> dict[str, Ask]:
    return {c: Ask(c, level) for c in framework.core[level]}


@lru_cache(maxsize=None)
def role_asks(framework: Framework, role: str, level: str) -> dict[str, Ask]:
    asks = dict(level_asks(framework, level))
    for entry in framework.roles[role].entries:
        asked_by_level = entry.competence in asks
        asks[entry.competence] = Ask(entry.competence, level, entry.needs, asked_by_level or entry.essential)
    return asks


def own_asks(framework: Framework, person: Model) -> dict[str, Ask]:
    level = own_level(person, framework)
    role = person.get("role")
    asks = dict(role_asks(framework, role, level) if role else level_asks(framework, level))
    for overlap in person.get("overlaps", []):
        for competence in overlap["competences"]:
            known = asks.get(competence, Ask(competence, level))
            asked_at = max(known.asked_at or level, overlap["level"], key=rank)
            asks[competence] = Ask(competence, asked_at, known.needs)
    return asks


def asks_of(framework: Framework, person: Model, target: Target) -> list[Ask]:
    if target.kind == "own":
        asks = own_asks(framework, person)
    elif target.role is not None:
        asks = role_asks(framework, target.role, target.level)
    else:
        asks = level_asks(framework, target.level)
    return [asks[c] for c in framework.competences if c in asks]


def targets_of(framework: Framework, person: Model, terms: Terms) -> list[Target]:
    """Every target once, in the order given."""
    if terms.roles:
        targets = [Target("role", role, _role_level(framework, person, role, terms)) for role in terms.roles]
    elif terms.levels:
        targets = [Target("level", None, level) for level in terms.levels]
    else:
        targets = [Target("own", person.get("role"), own_level(person, framework))]
    return list(dict.fromkeys(targets))


def _role_level(framework: Framework, person: Model, role: str, terms: Terms) -> str:
    if terms.levels:
        (level,) = terms.levels
        return level
    if person.get("role") == role:
        return own_level(person, framework)
    return framework.roles[role].levels[0]


@lru_cache(maxsize=None)
def same_core_as(framework: Framework, level: str) -> tuple[str, ...]:
    core = framework.core[level]
    return tuple(other for other in LEVELS if core and other != level and framework.core[other] == core)


def own_status(rating: Counted | None, ask: Ask, terms: Terms, framework: Framework) -> str:
    """The status that the rating itself earns, before supersession."""
    if rating is None:
        return "not-assessed"
    if rating.counts_as in ("partial", "not-met"):
        return rating.counts_as
    if rating.counts_as == "met":
        if _below_needs(rating, ask, framework):
            return "partial"
        if rating.valid_until and rating.valid_until < terms.as_of:
            return "expired"
    return rating.counts_as if _accepted(rating, ask, terms) else "unconfirmed"


def _below_needs(rating: Counted, ask: Ask, framework: Framework) -> bool:
    if ask.needs is None or ask.needs.scale != rating.scale:
        return False
    order = framework.scales[rating.scale].order
    return order[rating.value] < order[ask.needs.value]


def _accepted(rating: Counted, ask: Ask, terms: Terms) -> bool:
    if BASES.index(rating.basis or "self") < BASES.index(terms.accept):
        return False
    if terms.in_context and ask.asked_at and rank(rating.shown_at) < rank(ask.asked_at):
        return False
    if ask.needs and ask.needs.scale != rating.scale:
        return False
    return rating.dated


def superseded_through(
    ask: Ask, asks: dict[str, Ask], ratings: dict[str, Counted], terms: Terms, framework: Framework
) -> str | None:
    """The first competence that, met by its own rating at the level asked here, makes this proof needless."""
    rating = ratings.get(ask.competence)
    if ask.needs or (rating and rating.counts_as == NOT_APPLICABLE):
        return None
    for holder in framework.superseders[ask.competence]:
        row = asks.get(holder)
        as_here = Ask(holder, ask.asked_at, row.needs if row else None)
        if own_status(ratings.get(holder), as_here, terms, framework) == "met":
            return holder
    return None


def assurance_of(status: str, plan: Model | None, as_of: str) -> tuple[str | None, str | None]:
    if status == NOT_APPLICABLE:
        return None, None
    if status == "met":
        return "assured", None
    reason = _gap_reason(plan, as_of)
    return ("gap", reason) if reason else ("planned", None)


def _gap_reason(plan: Model | None, as_of: str) -> str | None:
    if plan is None:
        return "no-plan"
    if plan["due"] is None:
        return "plan-without-due"
    if plan["due"] < as_of:
        return "plan-overdue"
    return None if plan["supervisor"] else "plan-without-supervisor"


def analyse(framework: Framework, people: list[Model], terms: Terms) -> list[Model]:
    """The `results` of spec/5."""
    return [result for person in people for result in analyse_person(framework, person, terms)]


def analyse_person(framework: Framework, person: Model, terms: Terms) -> list[Model]:
    ratings = count_ratings(person, framework)
    analysed = [
        _analyse_target(framework, person, ratings, target, terms) for target in targets_of(framework, person, terms)
    ]
    analysed.sort(key=lambda pair: pair[0], reverse=True)
    return [result for _, result in analysed]


def _analyse_target(
    framework: Framework, person: Model, ratings: dict[str, Counted], target: Target, terms: Terms
) -> tuple[Fraction, Model]:
    ask_list = asks_of(framework, person, target)
    asks = {ask.competence: ask for ask in ask_list}
    rows = [_row(framework, person, ratings, ask, asks, terms) for ask in ask_list]
    essential = [row for row in rows if row["essential"]]
    readiness, summary = summarise(essential)
    beyond = [c for c in framework.competences if c not in asks and _held_anyway(c, ratings, terms, framework)]
    result = {
        "file": person["file"],
        "document": person["document"],
        "person": _person_block(person, framework),
        "target": {"kind": target.kind, "role": target.role, "level": target.level},
        "core_only": all(row["kind"] == "core" for row in essential),
        "same_core_as": list(same_core_as(framework, target.level)),
        "summary": summary,
        "competences": [] if terms.totals else sorted(rows, key=lambda row: ASSURANCE_ORDER[row["assurance"]]),
        "beyond": [] if terms.totals else beyond,
    }
    return readiness, result


def _held_anyway(competence: str, ratings: dict[str, Counted], terms: Terms, framework: Framework) -> bool:
    return own_status(ratings.get(competence), Ask(competence, None), terms, framework) == "met"


def _person_block(person: Model, framework: Framework) -> Model:
    block = {key: person.get(key) for key in ("id", "name", "organisation", "team", "role")}
    block["level"] = own_level(person, framework)
    return block


def _row(
    framework: Framework,
    person: Model,
    ratings: dict[str, Counted],
    ask: Ask,
    asks: dict[str, Ask],
    terms: Terms,
) -> Row:
    competence = framework.competences[ask.competence]
    rating = ratings.get(ask.competence)
    status = own_status(rating, ask, terms, framework)
    through = None
    if status in LIFTED_BY_SUPERSESSION:
        through = superseded_through(ask, asks, ratings, terms, framework)
        status = "met" if through else status
    plan = counted_plan(person, ask.competence, terms.as_of)
    assurance, reason = assurance_of(status, plan, terms.as_of)
    return {
        "competence": competence.id,
        "title": competence.title,
        "kind": competence.kind,
        "essential": ask.essential,
        "asked_at": ask.asked_at,
        "status": status,
        "assurance": assurance,
        "reason": reason,
        "through": through,
        **_rating_block(rating, terms.evidence),
        "plan": plan,
    }


def _rating_block(rating: Counted | None, evidence: bool) -> Row:
    if rating is None:
        return dict.fromkeys(("value", "shown_at", "basis", "assessor", "assessed", "valid_until", "evidence"))
    return {
        "value": rating.value,
        "shown_at": rating.shown_at,
        "basis": rating.basis,
        "assessor": rating.assessor,
        "assessed": rating.assessed,
        "valid_until": rating.valid_until,
        "evidence": [_evidence_block(one) for one in rating.evidence] if evidence else len(rating.evidence),
    }


def _evidence_block(evidence: Model) -> Model:
    return {key: evidence.get(key) for key in ("type", "title", "date", "ref")}


def summarise(essential: list[Row]) -> tuple[Fraction, Model]:
    """The summary block, and the readiness that orders the targets (below zero where there is none)."""
    met_rows = [row for row in essential if row["status"] == "met"]
    planned = sum(row["assurance"] == "planned" for row in essential)
    counts = Counter(row["status"] for row in essential)
    statuses = {status: counts[status] for status in STATUSES}
    required, met = len(essential), len(met_rows)
    applicable = required - statuses[NOT_APPLICABLE]
    readiness = _share(met, applicable, required)
    assurance = _share(met + planned, applicable, required)
    summary = {
        "required": required,
        "applicable": applicable,
        "met": met,
        "planned": planned,
        "gap": applicable - met - planned,
        "readiness": shortest(readiness),
        "assurance": shortest(assurance),
        "met_self": sum(row["basis"] in (None, "self") for row in met_rows),
        "met_without_evidence": sum(not row["evidence"] for row in met_rows),
        "met_below_level": sum(_shown_below(row) for row in met_rows),
        "statuses": statuses,
    }
    return (Fraction(-1) if readiness is None else readiness), summary


def _shown_below(row: Row) -> bool:
    return row["shown_at"] is not None and rank(row["shown_at"]) < rank(row["asked_at"])


def _share(part: int, applicable: int, required: int) -> Fraction | None:
    if required == 0:
        return Fraction(1)
    return Fraction(part, applicable) if applicable else None


def shortest(ratio: Fraction | None) -> int | Exact | None:
    """At most four decimals, rounded down, without trailing zeros."""
    if ratio is None:
        return None
    whole, rest = divmod(ratio.numerator * 10_000 // ratio.denominator, 10_000)
    return Exact(f"{whole}.{rest:04d}".rstrip("0")) if rest else whole


def terms_of(case: Model) -> Terms:
    return Terms(
        as_of=case["as_of"],
        accept=case["accept"],
        in_context=case["in_context"],
        evidence=case["evidence"],
        totals=case["totals"],
        levels=tuple(case["levels"]),
        roles=tuple(case["roles"]),
    )


def people_of(people: list[Model], case: Model) -> list[Model]:
    """The people below the case's directory, in the order in which hcf walks it."""
    below = [person for person in people if person["file"].startswith(case["path"] + "/")]
    return sorted(below, key=lambda person: (person["file"].encode(), person["document"]))


def expected_results(people: list[Model], overlays: Model, case: Model) -> list[Model]:
    framework = load_framework([overlays[name] for name in case["overlays"]])
    return analyse(framework, people_of(people, case), terms_of(case))


def plain_numbers(value: Any) -> Any:
    """For printing only: at most four decimals survive the way through a float unchanged."""
    if isinstance(value, Exact):
        return float(value.text)
    if isinstance(value, dict):
        return {key: plain_numbers(inner) for key, inner in value.items()}
    return [plain_numbers(inner) for inner in value] if isinstance(value, list) else value


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Calculate what `hcf gap` should say.")
    parser.add_argument("--dir", type=Path, help="a directory written by generate.py")
    parser.add_argument("--case", help="the name of a case in its cases.json")
    parser.add_argument("--self-test", action="store_true", help="run the hand-worked cases")
    options = parser.parse_args(arguments)
    if options.self_test:
        import self_test  # it imports this module

        return self_test.run()
    if options.dir is None or options.case is None:
        parser.error("--dir and --case are needed")
    document = json.loads((options.dir / "cases.json").read_text("utf-8"))
    people = json.loads((options.dir / "people.json").read_text("utf-8"))["people"]
    cases = {case["name"]: case for case in document["cases"]}
    if options.case not in cases:
        parser.error(f"no such case; there are: {', '.join(cases)}")
    results = expected_results(people, document["overlays"], cases[options.case])
    json.dump(plain_numbers(results), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
