# SPDX-License-Identifier: Apache-2.0
"""Tries to work out the figures that `hcf summary --suppress-below` withholds, with a solver.

The reader who tries knows all that can be known from a summary: how figures add up in a row, in a table and from table to
table (an organisation is its teams and its people without a team; a level is its roles, those of several levels in part);
that nothing is negative and no group listed is empty; that who is ready lacks nothing, and who is not lacks something;
and how many competences the framework asks at the least of whom. For each withheld figure, there must be two answers.

The sums are made here and given to the binary as a partial, so that hundreds of small workforces are tried in seconds.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

try:
    import z3
except ImportError:
    z3 = None

from framework import LEVELS, load_framework

Model = dict[str, Any]

GROUP_FIGURES = ("people", "required", "applicable", "met", "planned", "gap", "ready", "assured")
COMPETENCE_FIGURES = ("needed", "met", "planned", "gap", "expired")
SHIPPED = load_framework([])


def check_tables(runner: Any, tables: int, seed: int) -> str:
    if z3 is None:
        return "withheld figures not tried: there is no solver (python3-z3)"
    _check_solver(runner)
    (runner.folder / "nobody").mkdir()
    envelope = json.loads(runner.expect(0, "nobody", "--partial", "--allow-empty", "--as-of", "2025-02-28"))
    tried = withheld = shown = 0
    for number in range(tables):
        random = Random(f"hidden {seed} {number}")
        below = random.choice((2, 3, 5, 5, 10))
        partial = make_partial(envelope, random)
        path = runner.folder / "hidden.json"
        path.write_text(json.dumps(partial))
        out = runner.expect(0, "--merge", "hidden.json", "--suppress-below", str(below), "--format", "json")
        if not out:
            break
        summary = json.loads(out)
        for fault in _contract_faults(partial, summary, below):
            runner.fault(f"table {number}: {fault}")
        known, faults = work_out(summary)
        for fault in faults:
            runner.fault(f"table {number} (seed {seed}, below {below}): {fault}")
        tried, withheld, shown = tried + 1, withheld + known[0], shown + known[1]
        if len(runner.faults) > 20:
            break
    return f"{tried} tables in which {withheld} figures are withheld and {shown} shown, none worked out"


def _check_solver(runner: Any) -> None:
    """A solver that finds nothing would let everything pass: of two sums, it must see the one that can be worked out."""
    figures = {"people": 5, "required": 70, "applicable": 70, "met": 30, "planned": 20, "gap": 20, "ready": 1, "assured": 2}
    whole = {figure: 3 * value for figure, value in figures.items()}
    # Fourteen competences that add up to the same: 90 met, 60 planned, 60 a gap.
    competences = [
        {"competence": competence, "needed": 15, "met": 7 - (i < 8), "planned": 4 + (i < 4), "gap": 4 + (4 <= i < 8), "expired": 0}
        for i, competence in enumerate(sorted(SHIPPED.core["supportive"]))
    ]
    withheld = dict.fromkeys(figures)
    for hidden in (1, 2):
        groups = [{"by": "organisation", "key": str(i), **(withheld if i < hidden else figures)} for i in range(3)]
        groups += [{"by": "team", "key": None, **whole}, {"by": "role", "key": None, **whole}]
        groups += [{"by": "level", "key": "supportive", **whole}]
        _, faults = work_out({"people": 15, "groups": groups, "competences": competences})
        if bool(faults) != (hidden == 1):
            runner.fault(f"the solver is blind: with {hidden} of 3 groups withheld it says {faults[:3]}")
    for withholds_telling in (False, True):
        _, faults = work_out(_levels_withheld(withholds_telling))
        if bool(faults) == withholds_telling:
            runner.fault(f"the solver does not know who is asked for what: {withholds_telling}, {faults[:3]}")


def _levels_withheld(withholds_telling: bool) -> Model:
    """Four levels without roles, two of them withheld; who needs what only some of them are asked for is shown, or not."""
    sizes = {"supportive": 3, "associate": 30, "enhanced": 20, "advanced": 6}
    empty = dict.fromkeys(GROUP_FIGURES)
    sums = dict.fromkeys(GROUP_FIGURES, 0)
    groups, needed = [], dict.fromkeys(SHIPPED.competences, 0)
    for level, people in sizes.items():
        asked = len(SHIPPED.core[level]) * people
        figures = {"people": people, "required": asked, "applicable": asked, "met": asked - people, "planned": 0,
                   "gap": people, "ready": 0, "assured": 0}  # fmt: skip
        sums = {figure: sums[figure] + figures[figure] for figure in GROUP_FIGURES}
        groups.append({"by": "level", "key": level, **(empty if people < 20 else figures)})
        for competence in SHIPPED.core[level]:
            needed[competence] += people
    everybody = sum(sizes.values())
    lacking = "communicate-effectively"
    rows = []
    for competence, count in needed.items():
        if count == 0:
            continue
        gap = everybody if competence == lacking else 0
        row: Model = {"needed": count, "met": count - gap, "planned": 0, "gap": gap, "expired": 0}
        if withholds_telling and count != everybody:
            row = dict.fromkeys(COMPETENCE_FIGURES)
        rows.append({"competence": competence, **row})
    for kind in ("organisation", "team", "role"):
        groups.append({"by": kind, "key": "a" if kind == "organisation" else None, **sums})
    if withholds_telling:
        # What is withheld of the rows is withheld of nothing else, so that met can be anything of those withheld.
        for group in groups:
            group.update(dict.fromkeys(("met", "planned", "gap", "ready", "assured")))
    return {"people": everybody, "groups": groups, "competences": rows}


# --- workforces ------------------------------------------------------------------------------------------------------


def make_partial(envelope: Model, random: Random) -> Model:
    """A workforce of few to some hundreds, in organisations and teams of all sizes, as the sums of a partial."""
    posts = _posts(random)
    places = _places(random)
    rates = random.choice(((9, 1, 2, 1), (1, 0, 0, 0), (0, 0, 1, 0), (5, 0, 1, 0), (20, 1, 1, 0), (3, 3, 3, 3)))
    sums: dict[tuple[str, Any], dict[str, int]] = {}
    people = random.choice((1, 3, 8, 15, 30, 60, 150))
    is_plain = random.random() < 0.4  # everybody is asked for exactly what the framework says
    if is_plain:
        posts = [((level, None), _weight(random)) for level in random.sample(LEVELS, random.randrange(2, 6))]
        rates = random.choice(((9, 1, 2, 0), (1, 0, 0, 0), (4, 0, 1, 0)))
    for _ in range(people):
        post, place = _pick(posts, random), _pick(places, random)
        _count_person(post, place, rates, random, sums, 0 if is_plain else 0.1)
    level_order = {level: n for n, level in enumerate(LEVELS)}
    role_order = {role: n for n, role in enumerate(SHIPPED.roles)}
    last = "\U0010ffff"
    workplaces = sorted((key for kind, key in sums if kind == "place"),
                        key=lambda key: tuple((part is None, (part or "").encode()) for part in key))  # fmt: skip
    in_order = sorted((key for kind, key in sums if kind == "post"),
                      key=lambda key: (level_order[key[0]], role_order.get(key[1] or last, 10**6)))  # fmt: skip
    return {
        **envelope,
        "people": people,
        "workplaces": [{"organisation": o, "team": t, **sums["place", (o, t)]} for o, t in workplaces],
        "posts": [{"level": level, "role": role, **_with_rows(sums["post", (level, role)])} for level, role in in_order],
        "persons": None,
    }


def _with_rows(total: Model) -> Model:
    rows = total["competences"]
    return {**total, "competences": [{"competence": c, **rows[c]} for c in SHIPPED.competences if c in rows]}


def _pick(weighted: list[tuple[Any, int]], random: Random) -> Any:
    return random.choices([item for item, _ in weighted], [weight for _, weight in weighted])[0]


def _weight(random: Random) -> int:
    return random.choice((1, 1, 3, 10, 30))


def _posts(random: Random) -> list[tuple[Any, int]]:
    several = [role for role in SHIPPED.roles.values() if len(role.levels) > 1]
    posts: list[Any] = []
    for _ in range(random.randrange(1, 7)):
        role = random.choice(several if random.random() < 0.15 else list(SHIPPED.roles.values()))
        posts += [(level, role.id) for level in role.levels]
    posts += [(level, None) for level in LEVELS if random.random() < random.choice((0, 0.3))]
    return [(post, _weight(random)) for post in dict.fromkeys(posts)]


def _places(random: Random) -> list[tuple[Any, int]]:
    places: list[Any] = []
    for organisation in random.sample(["a", "b", "c", "d", None], random.randrange(1, 5)):
        teams = random.sample(["n", "s", "e", "w"], random.randrange(0, 4))
        places += [(organisation, team) for team in teams or [None]]
        if random.random() < 0.25:
            places.append((organisation, None))
    return [(place, _weight(random)) for place in dict.fromkeys(places)]


def _count_person(
    post: Any, place: Any, rates: tuple[int, ...], random: Random, sums: Model, overlapping: float
) -> None:  # fmt: skip
    asked = sorted(SHIPPED.core[post[0]])  # a set has another order in each run
    if random.random() < overlapping:
        asked += [c for c in SHIPPED.competences if c not in asked and random.random() < 0.2]
    states = random.choices(("met", "planned", "gap", "not-applicable"), rates, k=len(asked))
    if random.random() < 0.2:
        states = ["met"] * len(asked)
    figures = dict.fromkeys(GROUP_FIGURES, 0)
    competences = sums.setdefault(("post", post), {**figures, "competences": {}})["competences"]
    for competence, state in zip(asked, states):
        figures["required"] += 1
        if state == "not-applicable":
            continue
        figures["applicable"] += 1
        figures[state] += 1
        row = competences.setdefault(competence, dict.fromkeys(COMPETENCE_FIGURES, 0))
        row["needed"] += 1
        row[state] += 1
        row["expired"] += state != "met" and random.random() < 0.3
    figures["people"] = 1
    figures["ready"] = int(figures["applicable"] > 0 and figures["met"] == figures["applicable"])
    figures["assured"] = int(figures["applicable"] > 0 and figures["gap"] == 0)
    for key in (("place", place), ("post", post)):
        total = sums.setdefault(key, dict.fromkeys(GROUP_FIGURES, 0))
        for figure, value in figures.items():
            total[figure] += value


# --- the contract ----------------------------------------------------------------------------------------------------


def _contract_faults(partial: Model, summary: Model, below: int) -> list[str]:
    """What has to be withheld whatever else is; and what is shown is true."""
    faults = []
    truth = _true_groups(partial)
    for group in summary["groups"]:
        real = truth[group["by"], group["key"]]
        for figure in GROUP_FIGURES:
            if group[figure] is not None and (real["people"] < below or group[figure] != real[figure]):
                faults.append(f"{figure} of {group} is shown, of {real}")
    rows = true_rows(partial)
    for row in summary["competences"]:
        real = rows[row["competence"]]
        for figure in COMPETENCE_FIGURES:
            few = 0 < real[figure] < below or 0 < real["needed"] - real[figure] < below
            if row[figure] is not None and (few or row[figure] != real[figure]):
                faults.append(f"{figure} of {row} is shown, of {real}")
    if summary["people"] is not None and partial["people"] < below:
        faults.append("so few people are counted")
    if summary["suppressed_below"] != below:
        faults.append("suppressed_below is wrong")
    return faults


def true_rows(partial: Model) -> dict[str, dict[str, int]]:
    rows: dict[str, dict[str, int]] = {}
    for post in partial["posts"]:
        for row in post["competences"]:
            total = rows.setdefault(row["competence"], dict.fromkeys(COMPETENCE_FIGURES, 0))
            for figure in COMPETENCE_FIGURES:
                total[figure] += row[figure]
    return rows


def _true_groups(partial: Model) -> dict[tuple[str, str | None], dict[str, int]]:
    truth: dict[tuple[str, str | None], dict[str, int]] = {}

    def add(by: str, key: str | None, figures: Model) -> None:
        total = truth.setdefault((by, key), dict.fromkeys(GROUP_FIGURES, 0))
        for figure in GROUP_FIGURES:
            total[figure] += figures[figure]

    for place in partial["workplaces"]:
        add("organisation", place["organisation"], place)
        add("team", f"{place['organisation'] or ''}/{place['team']}" if place["team"] else None, place)
    for post in partial["posts"]:
        add("role", post["role"], post)
        add("level", post["level"], post)
    return truth


# --- what a reader knows ---------------------------------------------------------------------------------------------


def work_out(summary: Model) -> tuple[tuple[int, int], list[str]]:
    """How many figures are withheld and shown, and those that can be worked out."""
    solver = z3.Solver()
    if summary["people"] is None:
        # Nothing at all is shown, or something is wrong.
        shown = [row for row in summary["groups"] + summary["competences"]
                 if any(row[figure] is not None for figure in row if figure in GROUP_FIGURES + COMPETENCE_FIGURES)]  # fmt: skip
        return (0, 0), ["the people are withheld, and not everything else"] if shown else []
    hidden: dict[str, Any] = {}
    counted = [0, 0]

    def figure_of(row: Model, figure: str, name: str) -> Any:
        counted[row[figure] is not None] += 1
        if row[figure] is not None:
            return z3.IntVal(row[figure])
        hidden[name] = z3.Int(name)
        return hidden[name]

    groups = {
        (row["by"], row["key"]): {f: figure_of(row, f, f"{row['by']} {row['key']} {f}") for f in GROUP_FIGURES}
        for row in summary["groups"]
    }
    rows = [
        {f: figure_of(row, f, f"{row['competence']} {f}") for f in COMPETENCE_FIGURES} for row in summary["competences"]
    ]
    totals, posts = _add_strata(solver, groups, summary["people"])
    _add_asking(solver, posts, [row["competence"] for row in summary["competences"]], rows)
    for row in rows:
        solver.add(row["met"] + row["planned"] + row["gap"] == row["needed"], row["expired"] <= row["planned"] + row["gap"])
        solver.add(row["needed"] >= 1, row["needed"] <= summary["people"], *(row[f] >= 0 for f in COMPETENCE_FIGURES))
    for one, other in (("applicable", "needed"), ("met", "met"), ("planned", "planned"), ("gap", "gap")):
        solver.add(totals[one] == z3.Sum([row[other] for row in rows] or [z3.IntVal(0)]))
    return (counted[0], counted[1]), _worked_out(solver, hidden)


def _add_asking(solver: Any, posts: list[tuple[str, Model]], competences: list[str], rows: list[Model]) -> None:
    """What anybody can look up in the framework: who is asked for which competence.

    Of those of one level and role, everybody needs what is core there, but for whom it is not applicable; and others only
    by an overlap, which is required of them beyond their core. Fractions are let pass, which makes the solver fast and can
    only let it see less.
    """
    states = ("met", "planned", "gap")
    cells: list[list[Model]] = [[] for _ in competences]
    for number, (level, post) in enumerate(posts):
        beyond = []
        for column, competence in enumerate(competences):
            cell = {state: z3.Real(f"cell {number} {competence} {state}") for state in states}
            needed = z3.Sum(list(cell.values()))
            solver.add(*(count >= 0 for count in cell.values()), needed <= z3.ToReal(post["people"]))
            cells[column].append(cell)
            if competence not in SHIPPED.core[level]:
                beyond.append(needed)
        for state in states:
            solver.add(z3.Sum([column[number][state] for column in cells] or [z3.RealVal(0)]) == z3.ToReal(post[state]))
        if beyond:
            overlaps = post["required"] - len(SHIPPED.core[level]) * post["people"]
            solver.add(z3.Sum(beyond) <= z3.ToReal(overlaps))
    for row, column in zip(rows, cells):
        for state in states:
            solver.add(z3.Sum([cell[state] for cell in column]) == z3.ToReal(row[state]))


def _add_strata(solver: Any, groups: Model, people: int) -> tuple[Model, list[tuple[str, Model]]]:
    """Sums of what is not published: people of one organisation and team, of one level and role; the latter by level."""
    posts: list[tuple[str, Model]] = []
    totals: Model = {f: z3.Int(f"all {f}") for f in GROUP_FIGURES}
    solver.add(totals["people"] == people)
    least_anywhere = min(len(SHIPPED.core[level]) for level in LEVELS)
    keys = {by: [key for kind, key in groups if kind == by] for by in ("organisation", "team", "role", "level")}
    pairs = [("organisation", o, "team", t, least_anywhere) for t in keys["team"] for o in keys["organisation"]
             if t is None or t.rsplit("/", 1)[0] == (o or "")]  # fmt: skip
    pairs += [("level", level, "role", role, len(SHIPPED.core[level])) for role in keys["role"] for level in keys["level"]
              if role is None or level in SHIPPED.roles[role].levels]  # fmt: skip
    parts: dict[tuple[str, str | None], list[Model]] = {key: [] for key in groups}
    for parent_kind, parent, leaf_kind, leaf, least in pairs:
        stratum = {f: z3.Int(f"{parent_kind} {parent} {leaf} {f}") for f in GROUP_FIGURES}
        _add_stratum(solver, stratum, least)
        if parent_kind == "level":
            posts.append((parent, stratum))
        parts[parent_kind, parent].append(stratum)
        parts[leaf_kind, leaf].append(stratum)
    for key, strata in parts.items():
        solver.add(groups[key]["people"] >= 1)
        for figure in GROUP_FIGURES:
            solver.add(groups[key][figure] == z3.Sum([stratum[figure] for stratum in strata]))
    for kind in ("organisation", "level"):
        for figure in GROUP_FIGURES:
            solver.add(totals[figure] == z3.Sum([groups[kind, key][figure] for key in keys[kind]]))
    return totals, posts


def _add_stratum(solver: Any, s: Model, least: int) -> None:
    most = len(SHIPPED.competences)
    solver.add(*(s[f] >= 0 for f in GROUP_FIGURES))
    solver.add(s["met"] + s["planned"] + s["gap"] == s["applicable"], s["applicable"] <= s["required"])
    solver.add(s["ready"] <= s["assured"], s["assured"] <= s["people"])
    solver.add(s["required"] >= least * s["people"], s["required"] <= most * s["people"])
    not_ready, not_assured = s["people"] - s["ready"], s["people"] - s["assured"]
    lacking, left_out = s["planned"] + s["gap"], s["required"] - s["applicable"]
    solver.add(not_ready <= lacking + left_out, lacking <= most * not_ready)
    solver.add(not_assured <= s["gap"] + left_out, s["gap"] <= most * not_assured)
    solver.add(s["assured"] - s["ready"] <= s["planned"])


def _worked_out(solver: Any, hidden: dict[str, Any]) -> list[str]:
    """The hidden figures that have one value only."""
    if not hidden:
        return []
    if solver.check() != z3.sat:
        return ["the figures shown contradict what a reader knows"]
    model = solver.model()
    first = {name: model.eval(figure, model_completion=True) for name, figure in hidden.items()}
    left = dict(hidden)
    faults = []
    while left:
        name, figure = next(iter(left.items()))
        solver.push()
        solver.add(figure != first[name])
        answer = solver.check()
        if answer == z3.sat:
            model = solver.model()
            left = {n: f for n, f in left.items() if z3.eq(model.eval(f, model_completion=True), first[n])}
        else:
            faults.append(f"{name} can only be {first[name]}" if answer == z3.unsat else f"{name}: the solver gave up")
            del left[name]
        solver.pop()
    return faults
