# SPDX-License-Identifier: Apache-2.0
"""Generated overlays: refresh periods, needs, desirable competences, supersessions, new roles, scales and aliases.

- `north` brings everything that is new; most people of the provider need it;
- `south` only amends what is shipped, so that it stands alone and on top of `north`;
- `core` adds one core competence, which parts two levels whose core sets were equal.
"""

from __future__ import annotations

from random import Random
from typing import Any

from framework import MATRIX, NOT_APPLICABLE, SHIPPED_SCALES, Framework, load_framework
from names import Names
from yaml_writer import Boolean

Model = dict[str, Any]

PERIODS = ["P1Y", "P1M", "P6M", "P2Y", "P90D", "P1Y2M3D", "P3M", "P1M1D", "P18M", "P30D"]
CORE = [key for key, _, _ in MATRIX]

NEW_SCALE: Model = {
    "id": "traffic-light",
    "values": [
        {"id": "red", "title": "Stop", "counts_as": "not-met", "may_assess": False},
        {"id": "amber", "title": "Under watch", "counts_as": "partial", "may_assess": False},
        {"id": "green", "title": "Alone", "counts_as": "met", "may_assess": False},
        {"id": "gold", "title": "Teaches it", "counts_as": "met", "may_assess": True},
    ],
}

NEW_COMPETENCES: list[Model] = [
    {
        "id": "iv-infusion",
        "title": "Administer intravenous infusions at home",
        "kind": "role",
        "assess_at": "autonomous",
    },
    {"id": "pump-management", "title": "Gérer les pompes à domicile", "kind": "role"},
    {"id": "venepuncture", "title": "在宅採血 Venepuncture", "kind": "role"},
    {"id": "cold-chain", "title": "Keep the cold chain", "kind": "role", "description": "Two to eight degrees."},
]
SOUTH_COMPETENCE: Model = {"id": "oxygen-therapy", "title": "Set up oxygen at home", "kind": "role"}
CORE_COMPETENCE: Model = {
    "id": "digital-consent",
    "title": "Record consent digitally",
    "kind": "core",
    "levels": ["associate", "advanced"],
}

NORTH_ROLES: list[Model] = [
    {"id": "infusion-nurse", "title": "Homecare Infusion Nurse", "levels": ["autonomous", "enhanced", "advanced"]},
    {"id": "clinic-runner", "title": "Clinic Runner", "levels": ["supportive", "associate"]},
    {"id": "cold-chain-lead", "title": "Cold Chain Lead", "levels": ["associate"]},
]
NORTH_AMENDED = ["registered-nurse-adult", "health-care-assistant", "subject-matter-expert", "nurse-educator"]
SOUTH_AMENDED = ["registered-nurse-adult", "physiotherapist", "service-administrator", "subject-matter-expert"]

NORTH_ALIASES: Model = {
    "levels": {"band-3": "associate", "Reg": "autonomous"},
    "roles": {"RN": "registered-nurse-adult", "hca": "health-care-assistant", "sme": "subject-matter-expert"},
    "competences": {"gloves": "hand-hygiene", "iv": "iv-infusion", "filing": "filing-systems"},
}
SOUTH_ALIASES: Model = {"competences": {"handwash": "hand-hygiene"}, "roles": {"physio": "physiotherapist"}}


def make_overlays(random: Random) -> dict[str, Model]:
    """The models of the overlays, by name."""
    north_refresh, south_refresh = _refresh_periods(random)
    north_supersedes, south_supersedes = _supersessions(random)
    north_new = [
        {**new, "refresh": random.choice(PERIODS)} if random.random() < 0.5 else new for new in NEW_COMPETENCES
    ]
    north: Model = {
        "id": "north",
        "scales": [NEW_SCALE],
        "competences": _with_amendments(north_new, north_refresh, north_supersedes, random),
        "aliases": NORTH_ALIASES,
    }
    south: Model = {
        "id": "south",
        "competences": _with_amendments([SOUTH_COMPETENCE], south_refresh, south_supersedes, random),
        "aliases": SOUTH_ALIASES,
    }
    _add_roles(north, south, random)
    _need_the_new_scale(north)
    return {"north": north, "south": south, "core": {"id": "core", "competences": [CORE_COMPETENCE]}}


def _refresh_periods(random: Random) -> tuple[dict[str, str], dict[str, str]]:
    """Disjoint on purpose: two overlays that give different values for one thing are an error."""
    chosen = random.sample(CORE, 12)
    # Every period of the list is in use, whatever the seed.
    periods = random.sample(PERIODS, len(PERIODS)) + random.choices(PERIODS, k=2)
    pairs = list(zip(chosen, periods, strict=True))
    return dict(pairs[:8]), dict(pairs[8:])


def _supersessions(random: Random) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Competences supersede only later ones of one drawn order, so that no cycle can arise."""
    # Asked of the same levels, so that a whole chain can stand in one requirement set.
    everywhere = random.sample([key for key, _, marks in MATRIX if marks == "xxxxx"], 6)
    from_autonomous = [key for key, _, marks in MATRIX if marks == "..xxx"]
    higher = random.sample([key for key in from_autonomous if key != "synthesise-new-knowledge"], 3)
    north = {
        "synthesise-new-knowledge": ["develop-own-practice"],
        "iv-infusion": ["pump-management", everywhere[3]],
        "pump-management": ["cold-chain"],
        "cold-chain": [everywhere[5]],
        higher[0]: [everywhere[0]],
        everywhere[0]: [everywhere[1]],
        everywhere[1]: [everywhere[2], everywhere[3]],
    }
    south = {
        higher[1]: [higher[0]],
        everywhere[3]: [everywhere[4]],
        "implement-change": [higher[1], higher[2]],
    }
    return north, south


def _with_amendments(
    new: list[Model], refresh: dict[str, str], supersedes: dict[str, list[str]], random: Random
) -> list[Model]:
    known = {competence["id"] for competence in new}
    competences = [dict(competence) for competence in new]
    for competence in competences:
        if competence["id"] in supersedes:
            competence["supersedes"] = supersedes[competence["id"]]
    amended = [key for key in CORE if key in refresh or key in supersedes]
    for key in random.sample(amended, len(amended)):
        amendment: Model = {"id": key}
        if key in refresh:
            amendment["refresh"] = refresh[key]
        if key in supersedes:
            amendment["supersedes"] = supersedes[key]
        competences.append(amendment)
    assert all(key in known or key in CORE for key in supersedes)
    return competences


def _add_roles(north: Model, south: Model, random: Random) -> None:
    shipped = load_framework([])
    both = load_framework([north, south])
    taken: dict[str, set[str]] = {}
    north["roles"] = [
        {**role, "competences": _entries(role["id"], role["levels"], _pool(north), both, taken, random)}
        for role in NORTH_ROLES
    ] + [_amended_role(role, _pool(north), shipped, both, taken, random) for role in NORTH_AMENDED]
    south["roles"] = [_amended_role(role, _pool(south), shipped, both, taken, random) for role in SOUTH_AMENDED]


def _pool(overlay: Model) -> list[str]:
    return [c["id"] for c in overlay["competences"] if "kind" in c]


def _amended_role(
    role: str, new: list[str], shipped: Framework, both: Framework, taken: dict[str, set[str]], random: Random
) -> Model:
    return {"id": role, "competences": _entries(role, shipped.roles[role].levels, new, both, taken, random)}


def _entries(
    role: str, levels: Any, new: list[str], both: Framework, taken: dict[str, set[str]], random: Random
) -> list[Model | str]:
    """Competences that the role adds, and ones of its levels that it asks more of; none twice in one role."""
    used = taken.setdefault(role, set())
    marked = {c for level in levels for c in both.core[level]}
    at_every_level = set.intersection(*(set(both.core[level]) for level in levels))
    asked = random.sample([c for c in CORE if c in at_every_level and c not in used], 3)
    unmarked = [c for c in CORE if c not in marked and c not in used]
    added = random.sample(new, min(len(new), random.choice([2, 3]))) + random.sample(unmarked, min(len(unmarked), 2))
    used.update(asked, added)
    demands = [{"id": c, "needs": _needs(both, random)} for c in asked]
    return [*demands, *(_added_entry(c, both, random) for c in added)]


def _added_entry(competence: str, both: Framework, random: Random) -> Model | str:
    entry: Model = {"id": competence}
    if random.random() < 0.4:
        entry["needs"] = _needs(both, random)
    if random.random() < 0.5:
        entry["essential"] = False
    elif random.random() < 0.2:
        entry["essential"] = True
    return entry if len(entry) > 1 or random.random() < 0.3 else competence


def _needs(both: Framework, random: Random) -> str:
    """Mostly a value that counts as met; sometimes a partial one, which must lift nothing."""
    # Only shipped scales: `south` must make sense without `north`.
    scale = both.scales[random.choice(list(SHIPPED_SCALES))]
    wanted = "partial" if random.random() < 0.1 else "met"
    values = [value for value, counts in scale.counts_as.items() if counts == wanted] or ["competent"]
    value = random.choice(values)
    holders = [one for one in both.scales.values() if value in one.order]
    return value if len(holders) == 1 and random.random() < 0.5 else f"{scale.id}/{value}"


def _need_the_new_scale(north: Model) -> None:
    """Two roles of `north` ask for values of the scale that it brings, with and without its name."""
    for role, needs in (("infusion-nurse", "gold"), ("registered-nurse-adult", "traffic-light/green")):
        entries = next(one["competences"] for one in north["roles"] if one["id"] == role)
        entry = next(one for one in entries if isinstance(one, dict) and "needs" in one)
        entry["needs"] = needs


def overlay_document(name: str, overlay: Model, names: Names, random: Random) -> Model:
    """The document that says what the model says, with names spelled in any of their ways."""
    document: Model = {
        "hcf": "overlay/1",
        "overlay": {"id": overlay["id"], "version": "2025.1", "title": f"Provider {name.title()} — généré"},
    }
    for key in random.sample(["competences", "roles", "scales", "aliases"], 4):
        if key in overlay:
            document[key] = overlay[key]
    document["competences"] = [_competence_entry(c, names, random) for c in overlay["competences"]]
    if "roles" in overlay:
        document["roles"] = [_role_block(role, names, random) for role in overlay["roles"]]
    if "scales" in overlay:
        document["scales"] = [_scale_block(scale) for scale in overlay["scales"]]
    return document


def _competence_entry(competence: Model, names: Names, random: Random) -> Model:
    block = dict(competence)
    if "supersedes" in block:
        block["supersedes"] = [names.competence(c, random) for c in block["supersedes"]]
    if "levels" in block:
        block["levels"] = [names.level(level, random) for level in block["levels"]]
    return block


def _role_block(role: Model, names: Names, random: Random) -> Model:
    block = dict(role)
    if "levels" in block:
        block["levels"] = [names.level(level, random) for level in block["levels"]]
    block["competences"] = [_entry_block(entry, names, random) for entry in role["competences"]]
    return block


def _entry_block(entry: Model | str, names: Names, random: Random) -> Model | str:
    if isinstance(entry, str):
        return names.competence(entry, random)
    block: Model = {**entry, "id": names.competence(entry["id"], random)}
    if "essential" in block:
        block["essential"] = _boolean(block["essential"])
    return block


def _boolean(value: bool) -> Boolean:
    return Boolean("true" if value else "false")


def _scale_block(scale: Model) -> Model:
    values = [{**value, "may_assess": _boolean(value["may_assess"])} for value in scale["values"]]
    assert all(value["id"] != NOT_APPLICABLE for value in values)
    return {"id": scale["id"], "values": values}
