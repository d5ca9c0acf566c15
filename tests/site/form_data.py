# SPDX-License-Identifier: Apache-2.0
"""The framework as the assessment form wants it (src/hcf/site/README.md), from the oracle's own transcription.

    form_data.py [--models CASES.json] [OVERLAY...]    prints the JSON object that stands for @DATA@

An OVERLAY is a YAML file, or with --models the name of an overlay model in the `cases.json` of generate.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/oracle"))

from framework import LEVEL_NAMES, LEVELS, Framework, Role, load_framework  # noqa: E402
from names import Names  # noqa: E402

Model = dict[str, Any]


def form_data(overlays: list[Model]) -> Model:
    """The overlays are models, in the order in which they are laid over the framework."""
    framework = load_framework(overlays)
    names = _Names(framework, overlays)
    return {
        "schema": "hcf.form-data/1",
        "framework": {
            "id": "clinical-homecare",
            "title": "Clinical Homecare Career and Competence Framework",
            "version": "4.5",
            "status": "draft for consultation",
        },
        "overlays": [{"id": one["id"], "version": "1", "title": one["id"]} for one in overlays],
        "levels": [
            {"id": level, "title": LEVEL_NAMES[level][0], "names": names.beside("levels", level, LEVEL_NAMES[level][0])}
            for level in LEVELS
        ],
        "scales": [_scale(framework, key, overlays) for key in framework.scales],
        "competences": [
            {
                "id": c.id,
                "title": c.title,
                "names": names.beside("competences", c.id, c.title),
                "kind": c.kind,
                "levels": [level for level in LEVELS if level in c.levels],
                "refresh": c.refresh,
                "superseded_by": list(framework.superseders[c.id]),
            }
            for c in framework.competences.values()
        ],
        "roles": [_role(role, names) for role in framework.roles.values()],
    }


class _Names(Names):
    def beside(self, kind: str, key: str, title: str) -> list[str]:
        """The names that are neither id nor title."""
        return [name for name in self._names[kind][key] if name not in (key, title)]


def _scale(framework: Framework, key: str, overlays: list[Model]) -> Model:
    scale = framework.scales[key]
    titles = {
        value["id"]: value["title"]
        for overlay in overlays
        for one in overlay.get("scales", [])
        if one["id"] == key
        for value in one["values"]
    }
    values = [{"id": v, "title": titles.get(v), "counts_as": scale.counts_as[v]} for v in scale.order]
    return {"id": key, "title": key, "values": values}


def _role(role: Role, names: _Names) -> Model:
    return {
        "id": role.id,
        "title": role.title,
        "names": names.beside("roles", role.id, role.title),
        "levels": list(role.levels),
        "competences": [
            {
                "id": entry.competence,
                "needs": {"scale": entry.needs.scale, "value": entry.needs.value} if entry.needs else None,
                "essential": entry.essential,
            }
            for entry in role.entries
        ],
    }


def read_overlay(path: str) -> Model:
    document = yaml.safe_load(Path(path).read_text("utf-8"))
    return {**document.pop("overlay"), **document}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="The data of the assessment form.")
    parser.add_argument("--models", type=Path, help="cases.json of generate.py")
    parser.add_argument("overlays", nargs="*")
    options = parser.parse_args(arguments)
    if options.models:
        models = json.loads(options.models.read_text("utf-8"))["overlays"]
        overlays = [models[name] for name in options.overlays]
    else:
        overlays = [read_overlay(path) for path in options.overlays]
    json.dump(form_data(overlays), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
