# SPDX-License-Identifier: Apache-2.0
"""The framework as the specification prints it, and overlays laid over it.

Transcribed by hand from spec/1 (levels, matrix, roles) and spec/2 (scales). It never looks at `framework/`,
so that a slip in the shipped data shows up as a difference.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

Model = dict[str, Any]

LEVELS = ("supportive", "associate", "autonomous", "enhanced", "advanced")

LEVEL_NAMES: dict[str, list[str]] = {
    "supportive": ["Supportive Level Practice", "support"],
    "associate": ["Associate Level / Assistant Practitioner Level Practice", "assistant", "assistant-practitioner"],
    "autonomous": ["Autonomous Level Practice", "registered-practice"],
    "enhanced": ["Enhanced Level Practice"],
    "advanced": ["Advanced Level Practice"],
}

# One character per level, lowest first.
MATRIX: list[tuple[str, str, str]] = [
    ("communicate-effectively", "Communicate effectively in a healthcare environment", "xxxxx"),
    ("develop-own-practice", "Develop your own knowledge and practice", "xx..."),
    ("synthesise-new-knowledge", "Synthesise new knowledge into the development of your own practice", "..xxx"),
    ("professional-networks", "Develop and maintain your professional networks", "..xxx"),
    ("monitor-own-practice", "Monitor your own work practices", "xxxxx"),
    ("reflective-practice", "Develop your practice through reflection and learning", "..xxx"),
    (
        "cpd-self-and-others",
        "Take responsibility for the continuing professional development of yourself and others",
        "..xxx",
    ),
    ("hand-hygiene", "Perform hand hygiene to prevent the spread of infection", "xxxxx"),
    ("reduce-own-risks", "Make sure your own actions reduce risks to health and safety", "xxxxx"),
    ("safe-working-culture", "Make sure your actions contribute to a positive and safe working culture", "xxxxx"),
    ("safeguarding", "Support the safeguarding of individuals", "xxxxx"),
    ("innovation-improvement", "Identify and evaluate opportunities for innovation and improvement", "..xxx"),
    ("limits-of-competence", "Act within the limits of your competence and authority", "xxxxx"),
    ("manage-own-time", "Manage and organise your own time and activities", "xxxxx"),
    (
        "inter-agency-services",
        "Monitor, evaluate and improve inter-agency services for addressing health and wellbeing",
        "....x",
    ),
    ("uphold-rights", "Uphold the rights of individuals", "xxxxx"),
    ("promote-rights-diversity", "Promote the rights and diversity of individuals", "..xxx"),
    ("confidentiality", "Comply with legal requirements for maintaining confidentiality in healthcare", "xxxxx"),
    ("filing-systems", "Store and retrieve information using a filing system", "xxxxx"),
    ("team-effectiveness", "Contribute to the effectiveness of teams", "xxxxx"),
    ("working-relationships", "Develop and sustain productive working relationships with colleagues", "..xxx"),
    ("digital-communications", "Use digital communications", "xxxxx"),
    ("implement-change", "Implement and evaluate change", "....x"),
]

# Not in the specification: the codes that the shipped file says to have been seen in the standards themselves.
CONFIRMED_CODES: dict[str, str] = {
    "communicate-effectively": "SFHGEN97",
    "develop-own-practice": "SCDHSC0023",
    "synthesise-new-knowledge": "SFHGEN13",
    "professional-networks": "CFAM&LAA3",
    "monitor-own-practice": "SFHGEN23",
    "reflective-practice": "SCDHSC0033",
    "reduce-own-risks": "PROHSS1",
    "safeguarding": "SCDHSC0024",
    "innovation-improvement": "CFAM&LCA1",
    "confidentiality": "SFHCHS169",
    "digital-communications": "ESKITU020",
}

ROLES_BY_LEVEL: dict[str, str] = {
    "supportive": (
        "Health Care Assistant; Health Care Support Worker; Support Worker; Phlebotomist; Customer Services "
        "Representative; Patient Services Co-ordinator; Despatch/Delivery Co-ordinator; Homecare Pharmacy Assistant"
    ),
    "associate": (
        "Senior Patient Services Co-ordinator; Specialist Health Care Support Worker; Homecare Pharmacy Team Member; "
        "Homecare Clinical Technician; Service Administrator; Nursing Associate; Assistant Clinical Practitioner; "
        "Pharmacovigilance Officer"
    ),
    "autonomous": (
        "Specialist Homecare Nurse Practitioner; Registered Nurse - Adult; Registered Nurse - Children; Clinical "
        "Trainer; Physiotherapist; Senior Pharmacovigilance Officer; Homecare Pharmacist; Homecare Pharmacy Technician"
    ),
    "enhanced": (
        "Nurse Educator; Clinical Homecare Service Manager/Leader; Clinical Homecare Logistics Manager/Leader; "
        "Safeguarding Officer; Clinical Governance Manager/Leader; Enhanced Clinical Practitioner; "
        "Subject Matter Expert"
    ),
    "advanced": (
        "Superintendent/Chief Pharmacist; Chief Nurse/Clinical Homecare Service Director; CQC Registered Manager; NHS "
        "Regional Homecare Specialist; Data Protection Officer; Caldicott Guardian; Safeguarding Lead; "
        "Subject Matter Expert; Lead Decision Maker; Advanced Clinical Practitioner; Director / Board Member"
    ),
}

# Values in order; the second word is what the value counts as.
SHIPPED_SCALES: dict[str, list[tuple[str, str]]] = {
    "status": [("not-met", "not-met"), ("partial", "partial"), ("met", "met")],
    "competent": [("not-yet-competent", "not-met"), ("competent", "met")],
    "zero-to-six": [
        ("0", "not-met"),
        ("1", "partial"),
        ("2", "partial"),
        ("3", "met"),
        ("4", "met"),
        ("5", "met"),
        ("6", "met"),
    ],
    "novice-to-expert": [
        ("novice", "not-met"),
        ("advanced-beginner", "partial"),
        ("competent", "met"),
        ("proficient", "met"),
        ("expert", "met"),
    ],
}

NOT_APPLICABLE = "not-applicable"

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


@lru_cache(maxsize=None)
def add_period(start: str, period: str) -> str:
    """Years and months first, the day held to the month's last, then days (spec/2)."""
    found = _PERIOD.fullmatch(period)
    if found is None or not any(found.groups()):
        raise ValueError(f"not a period: {period!r}")
    years, months, days = (int(part or 0) for part in found.groups())
    begin = date.fromisoformat(start)
    month_index = (begin.year + years) * 12 + begin.month - 1 + months
    year, month = month_index // 12, month_index % 12 + 1
    last_day = calendar.monthrange(year, month)[1]
    return (date(year, month, min(begin.day, last_day)) + timedelta(days=days)).isoformat()


@dataclass(frozen=True, slots=True)
class Scale:
    """`order` is the rank of each value, `counts_as` what it counts as."""

    id: str
    order: dict[str, int]
    counts_as: dict[str, str]


@dataclass(frozen=True, slots=True)
class Needs:
    scale: str
    value: str


@dataclass(frozen=True, slots=True)
class RoleEntry:
    competence: str
    needs: Needs | None
    essential: bool


@dataclass(frozen=True, slots=True)
class Role:
    id: str
    title: str
    levels: tuple[str, ...]
    entries: tuple[RoleEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Competence:
    id: str
    title: str
    kind: str
    levels: frozenset[str]
    refresh: str | None = None
    supersedes: tuple[str, ...] = ()
    owner: str = "clinical-homecare"  # the framework or overlay that defines it
    same_as: tuple[str, ...] = ()
    code: str | None = None  # of a confirmed National Occupational Standard


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity, so that what follows from it can be cached
class Framework:
    """Competences and roles stand in framework order; `core` is the core set of each level."""

    competences: dict[str, Competence]
    roles: dict[str, Role]
    scales: dict[str, Scale]
    core: dict[str, frozenset[str]]
    superseders: dict[str, tuple[str, ...]]

    def scale_with(self, value: str) -> str:
        """The only loaded scale that has `value`."""
        (scale,) = (s.id for s in self.scales.values() if value in s.order)
        return scale


def rank(level: str) -> int:
    return LEVELS.index(level)


def role_id(title: str) -> str:
    return re.sub(r"[ /-]+", "-", title).lower()


def make_scale(scale_id: str, values: list[tuple[str, str]]) -> Scale:
    return Scale(scale_id, {value: n for n, (value, _) in enumerate(values)}, dict(values))


def shipped_competences() -> dict[str, Competence]:
    def levels(marks: str) -> frozenset[str]:
        return frozenset(level for level, mark in zip(LEVELS, marks, strict=True) if mark == "x")

    return {
        key: Competence(key, title, "core", levels(marks), code=CONFIRMED_CODES.get(key))
        for key, title, marks in MATRIX
    }


def shipped_roles() -> dict[str, Role]:
    roles: dict[str, Role] = {}
    for level, titles in ROLES_BY_LEVEL.items():
        for title in titles.split("; "):
            key = role_id(title)
            known = roles.get(key, Role(key, title, ()))
            roles[key] = replace(known, levels=(*known.levels, level))
    return roles


def load_framework(overlays: list[Model]) -> Framework:
    """The shipped framework with the models of `overlays` laid over it in the order given."""
    competences = shipped_competences()
    roles = shipped_roles()
    scales = {key: make_scale(key, values) for key, values in SHIPPED_SCALES.items()}
    for overlay in overlays:
        for scale in overlay.get("scales", []):
            values = [(value["id"], value["counts_as"]) for value in scale["values"]]
            scales[scale["id"]] = make_scale(scale["id"], values)
    # Scales of every overlay come first: a `needs` may leave out the scale only if one loaded scale has its value.
    lookup = Framework({}, {}, scales, {}, {})
    for overlay in overlays:
        for competence in overlay.get("competences", []):
            competences[competence["id"]] = _merge_competence(competences, competence, overlay["id"])
        for role in overlay.get("roles", []):
            roles[role["id"]] = _merge_role(roles, role, lookup)
    return Framework(competences, roles, scales, _core_sets(competences), _superseders(competences))


def _core_sets(competences: dict[str, Competence]) -> dict[str, frozenset[str]]:
    core = [c for c in competences.values() if c.kind == "core"]
    return {level: frozenset(c.id for c in core if level in c.levels) for level in LEVELS}


def _merge_competence(known: dict[str, Competence], given: Model, owner: str) -> Competence:
    before = known.get(given["id"])
    if before is None:
        levels = frozenset(given.get("levels", []))
        before = Competence(given["id"], given["title"], given["kind"], levels, owner=owner)
    nos = given.get("nos", {})
    return replace(
        before,
        refresh=given.get("refresh", before.refresh),
        supersedes=(*before.supersedes, *given.get("supersedes", [])),
        same_as=(*before.same_as, *given.get("same_as", [])),
        code=nos["code"] if nos.get("status") == "confirmed" else before.code,
    )


def _merge_role(known: dict[str, Role], given: Model, lookup: Framework) -> Role:
    before = known.get(given["id"])
    if before is None:
        before = Role(given["id"], given["title"], tuple(given["levels"]))
    entries = tuple(_role_entry(entry, lookup) for entry in given.get("competences", []))
    return replace(before, entries=(*before.entries, *entries))


def _role_entry(given: Model | str, lookup: Framework) -> RoleEntry:
    if isinstance(given, str):
        return RoleEntry(given, None, True)
    needs = parse_needs(given["needs"], lookup) if "needs" in given else None
    return RoleEntry(given["id"], needs, given.get("essential", True))


def parse_needs(text: str, lookup: Framework) -> Needs:
    scale, slash, value = text.rpartition("/")
    return Needs(scale if slash else lookup.scale_with(value), value)


def _superseders(competences: dict[str, Competence]) -> dict[str, tuple[str, ...]]:
    """For each competence all that supersede it, over any number of steps, in framework order."""
    direct: dict[str, set[str]] = {key: set() for key in competences}
    for holder in competences.values():
        for superseded in holder.supersedes:
            direct[superseded].add(holder.id)
    closed: dict[str, tuple[str, ...]] = {}
    for key in competences:
        reached: set[str] = set()
        open_keys = list(direct[key])
        while open_keys:
            holder_id = open_keys.pop()
            if holder_id not in reached:
                reached.add(holder_id)
                open_keys.extend(direct[holder_id])
        closed[key] = tuple(c for c in competences if c in reached)
    return closed
