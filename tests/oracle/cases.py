# SPDX-License-Identifier: Apache-2.0
"""The option sets that a comparison runs: for the oracle as resolved ids, for hcf as arguments."""

from __future__ import annotations

from random import Random
from typing import Any

from framework import LEVELS, load_framework
from names import Names
from people import AS_OF_DATES

Model = dict[str, Any]

DAY_ONE, DAY_TWO, MONTH_END, YEAR_ON = AS_OF_DATES

ALL, PLAIN = "people", "people/plain"
BOTH = ("north", "south")

# Only what departs from `_DEFAULTS`. People of `people/plain` name nothing that an overlay brings.
_CASES: list[Model] = [
    {"name": "own"},
    {"name": "own-evidence-jsonl", "evidence": True, "format": "jsonl"},
    {"name": "own-csv", "format": "csv", "as_of": DAY_TWO},
    {"name": "own-next-day", "as_of": DAY_TWO},
    {"name": "own-year-on", "as_of": YEAR_ON, "evidence": True},
    {"name": "own-accept-supervisor", "accept": "supervisor", "as_of": MONTH_END},
    {"name": "own-accept-assessor-in-context", "accept": "assessor", "in_context": True},
    {"name": "own-in-context", "in_context": True},
    {"name": "own-north", "overlays": ["north"], "in_context": True, "as_of": DAY_TWO},
    {"name": "level", "levels": 1},
    {"name": "two-levels", "levels": 2, "again": True},
    {"name": "two-levels-in-context-csv", "levels": 2, "in_context": True, "format": "csv"},
    {"name": "role", "roles": ["subject-matter-expert"]},
    {"name": "role-at-level", "roles": ["subject-matter-expert"], "levels": ["advanced"], "in_context": True},
    {"name": "roles-at-level", "roles": ["infusion-nurse", "nurse-educator"], "levels": ["enhanced"]},
    {"name": "three-roles", "roles": ["infusion-nurse", "registered-nurse-adult", "clinic-runner"], "again": True},
    {"name": "totals-levels", "levels": 2, "totals": True, "accept": "supervisor"},
    {"name": "totals-roles-csv", "roles": ["health-care-assistant", "infusion-nurse"], "totals": True, "format": "csv"},
    {"name": "totals-own-jsonl", "totals": True, "format": "jsonl", "as_of": YEAR_ON},
    {"name": "plain-own", "path": PLAIN, "overlays": []},
    {"name": "plain-every-level", "path": PLAIN, "overlays": [], "levels": 5},
    {"name": "plain-two-roles", "path": PLAIN, "overlays": [], "roles": 2, "as_of": MONTH_END},
    {"name": "plain-south", "path": PLAIN, "overlays": ["south"]},
    {"name": "plain-core", "path": PLAIN, "overlays": ["core"], "levels": 3},
    {"name": "plain-core-own", "path": PLAIN, "overlays": ["south", "core"], "as_of": DAY_TWO},
]

_DEFAULTS: Model = {
    "path": ALL,
    "overlays": list(BOTH),
    "as_of": DAY_ONE,
    "accept": "self",
    "in_context": False,
    "evidence": False,
    "totals": False,
    "format": "json",
    "levels": [],
    "roles": [],
}


def make_cases(overlays: dict[str, Model], random: Random) -> list[Model]:
    """Every case with all its fields, and `arguments` for hcf (after `hcf`, run in the generated directory)."""
    return [_make_case({**_DEFAULTS, **case}, overlays, random) for case in _CASES]


def _make_case(case: Model, overlays: dict[str, Model], random: Random) -> Model:
    loaded = [overlays[name] for name in case["overlays"]]
    framework = load_framework(loaded)
    names = Names(framework, loaded)
    case["levels"] = _drawn(case["levels"], list(LEVELS), random)
    case["roles"] = _drawn(case["roles"], list(framework.roles), random)
    if case.pop("again", False):
        for key in ("levels", "roles"):
            case[key] = case[key] + case[key][:1]
    case["arguments"] = _arguments(case, names, random)
    return case


def _drawn(wanted: int | list[str], keys: list[str], random: Random) -> list[str]:
    return random.sample(keys, wanted) if isinstance(wanted, int) else list(wanted)


def _arguments(case: Model, names: Names, random: Random) -> list[str]:
    arguments = ["gap", case["path"], "--format", case["format"], "--as-of", case["as_of"]]
    for overlay in case["overlays"]:
        arguments += ["--overlay", f"overlays/{overlay}.yaml"]
    for level in case["levels"]:
        arguments += ["--level", names.level(level, random)]
    for role in case["roles"]:
        arguments += ["--role", names.role(role, random)]
    if case["accept"] != "self":
        arguments += ["--accept", case["accept"]]
    for key in ("in_context", "evidence", "totals"):
        if case[key]:
            arguments.append("--" + key.replace("_", "-"))
    return arguments
