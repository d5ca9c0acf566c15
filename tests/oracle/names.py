# SPDX-License-Identifier: Apache-2.0
"""The ways in which a file may name a level, a role or a competence: id, alias or title, in any case."""

from __future__ import annotations

from random import Random
from typing import Any

from framework import LEVEL_NAMES, Framework

Model = dict[str, Any]


class Names:
    """All names that `framework` and the aliases of `overlays` give."""

    def __init__(self, framework: Framework, overlays: list[Model]) -> None:
        self._names: dict[str, dict[str, list[str]]] = {
            "levels": {level: [level, *names] for level, names in LEVEL_NAMES.items()},
            "roles": {role.id: [role.id, role.title] for role in framework.roles.values()},
            "competences": {c.id: [c.id, c.title] for c in framework.competences.values()},
        }
        for overlay in overlays:
            for kind, aliases in overlay.get("aliases", {}).items():
                for word, key in aliases.items():
                    self._names[kind][key].append(word)

    def level(self, key: str, random: Random) -> str:
        return self._spell("levels", key, random)

    def role(self, key: str, random: Random) -> str:
        return self._spell("roles", key, random)

    def competence(self, key: str, random: Random) -> str:
        return self._spell("competences", key, random)

    def _spell(self, kind: str, key: str, random: Random) -> str:
        name = key if random.random() < 0.4 else random.choice(self._names[kind][key])
        # Only ASCII: the specification does not say how far "without regard to case" goes beyond it.
        if not name.isascii() or random.random() < 0.6:
            return name
        return random.choice([str.upper, str.lower, str.title, str.swapcase])(name)
