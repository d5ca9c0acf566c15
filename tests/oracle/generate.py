# SPDX-License-Identifier: Apache-2.0
"""Writes generated assessments, overlays, and the models and cases for the oracle.

    generate.py --seed N --count N --out DIR

    DIR/people/plain/     people who name only what is shipped
    DIR/people/provider/  people who also name what the overlay `north` brings
    DIR/overlays/         north.yaml, south.yaml, core.yaml
    DIR/people.json       the model of every person, in the order in which they were written
    DIR/cases.json        the models of the overlays, and the option sets to run
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from random import Random
from typing import Any

from cases import make_cases
from framework import load_framework
from names import Names
from overlays import make_overlays, overlay_document
from people import PersonMaker, World, errors_in, person_document
from yaml_writer import YamlWriter, json_document

Model = dict[str, Any]

# Bytewise order of whole paths puts `a-b/` and `a.b/` before `a/`, and `Z/` before `a/`.
FOLDERS = ["", "", "", "a/", "a-b/", "a.b/", "Z/", "équipe/", "a/深い/"]

# Passed over in a walk: hidden files, mappings without `hcf`, other extensions.
BYSTANDERS = {
    ".hidden.yaml": "{ not: [closed\n",
    ".folder/person.yaml": "{ not: [closed\n",
    "notes.yaml": "title: rota\nweeks: [1, 2]\n",
    "readme.txt": "hcf: assessment/1\n",
}


def generate(seed: int, count: int, out: Path) -> None:
    random = Random(seed)
    overlays = make_overlays(random)
    worlds = _worlds(overlays)
    people: list[Model] = []
    plain = count * 3 // 10
    for group, number, until in (("plain", 0, plain), ("provider", plain, count)):
        people += _write_group(worlds[group], f"people/{group}", range(number, until), out, random)
        _write_bystanders(out / "people" / group)
    _write_overlays(overlays, out / "overlays", random)
    _write_json(out / "people.json", {"seed": seed, "people": people})
    _write_json(out / "cases.json", {"seed": seed, "overlays": overlays, "cases": make_cases(overlays, random)})


def _worlds(overlays: dict[str, Model]) -> dict[str, World]:
    shipped, north = load_framework([]), load_framework([overlays["north"]])
    amended = load_framework([overlays["north"], overlays["south"]])
    refresh = {c.id: c.refresh for c in amended.competences.values() if c.refresh}
    return {
        "plain": World(shipped, Names(shipped, []), refresh),
        "provider": World(north, Names(north, [overlays["north"]]), refresh),
    }


def _write_group(world: World, folder: str, numbers: range, out: Path, random: Random) -> list[Model]:
    maker = PersonMaker(world, random)
    left = list(numbers)
    people: list[Model] = []
    while left:
        together = min(len(left), random.choice([1] * 12 + [2, 3]))
        batch = [maker.person(number) for number in left[:together]]
        for person in batch:
            errors = errors_in(person, world.framework)
            assert not errors, (person, errors)
        stem = f"{folder}/{random.choice(FOLDERS)}{random.choice('pP')}{left[0]:05d}"
        left = left[together:]
        file = _write_file(out, stem, batch, world.names, random)
        people += [{"file": file, "document": n, **person} for n, person in enumerate(batch, 1)]
    return people


def _write_file(out: Path, stem: str, batch: list[Model], names: Names, random: Random) -> str:
    """One or more documents in one file; returns its path."""
    documents = [person_document(person, names, random) for person in batch]
    if len(batch) == 1 and random.random() < 0.2:
        file, text = stem + ".json", json_document(documents[0], random)
    else:
        file, text = stem + random.choice([".yaml", ".yaml", ".yml"]), _yaml_stream(documents, random)
    path = out / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return file


def _yaml_stream(documents: list[Model], random: Random) -> str:
    texts = [YamlWriter(random).document(document) for document in documents]
    text = "---\n".join(texts)
    if random.random() < 0.15:
        text = random.choice(["---\n", "# An assessment: see the guide\n---\n"]) + text
    if random.random() < 0.05:
        text += "...\n"
    if random.random() < 0.03:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if random.random() < 0.03 else text


def _write_bystanders(folder: Path) -> None:
    for name, text in BYSTANDERS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _write_overlays(overlays: dict[str, Model], folder: Path, random: Random) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, overlay in overlays.items():
        names = Names(load_framework([overlay]), [overlay])
        document = overlay_document(name, overlay, names, random)
        (folder / f"{name}.yaml").write_text(YamlWriter(random).document(document), "utf-8")


def _write_json(path: Path, value: Model) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Generate assessments for the comparison of hcf with the oracle.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="how many people")
    parser.add_argument("--out", type=Path, required=True, help="a directory; written into, never emptied")
    options = parser.parse_args(arguments)
    generate(options.seed, options.count, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
