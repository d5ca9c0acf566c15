# SPDX-License-Identifier: Apache-2.0
"""Generated pairs of providers for `hcf transfer`: two overlays with ids in common, links and codes between them, chains
over lists that nobody has loaded, scales of their own, and people who are rated under the first."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from framework import CONFIRMED_CODES, MATRIX, SHIPPED_SCALES, Framework, load_framework
from names import Names
from overlays import PERIODS, overlay_document
from people import PersonMaker, World, errors_in, person_document
from yaml_writer import YamlWriter

Model = dict[str, Any]

CORE = [key for key, _, _ in MATRIX]
# Few names, so that both providers often have the same one.
NAMES = "infusion line-care feeding cold-chain monitoring recall phlebotomy ports waste incidents training visits".split()
CODES = ["ILLUS-1", "ILLUS-2", "ILLUS-3", "ILLUS-4", "SFHGEN97", "PROHSS1"]
GHOSTS = ["passport/one", "passport/two", "charter/three"]
ROLES = ["registered-nurse-adult", "subject-matter-expert", "phlebotomist", "nurse-educator", "health-care-assistant"]

STEPS = [("watched", "not-met"), ("helped", "partial"), ("alone", "met"), ("teaches", "met")]
SCALES: list[list[Model]] = [
    [],
    [{"id": "steps", "values": STEPS}],
    # The same id, and one value that counts otherwise: not the same scale.
    [{"id": "steps", "values": [("watched", "not-met"), ("helped", "met"), ("alone", "met"), ("teaches", "met")]}],
    [{"id": "stages", "values": STEPS}],
    [{"id": "other", "values": [("no", "not-met"), ("yes", "met")]}, {"id": "steps", "values": STEPS}],
]


class Pair(NamedTuple):
    source: list[Model]
    target: list[Model]
    people: list[Model]


def make_pair(random: Random, number: int, count: int) -> Pair:
    """Two lists of no or one overlay, and people under the first."""
    here = _overlay("alpha", random)
    there = _overlay("beta", random)
    if number % 10 == 3:  # the same provider, in another version or not
        there["id"] = here["id"]
        there["version"] = random.choice([here["version"], "later"])
        for competence in there["competences"]:
            twin = next((one for one in here["competences"] if one["id"] == competence["id"]), None)
            if twin and "title" in twin and random.random() < 0.7:
                competence["title"] = twin["title"]
    source = [] if number % 10 == 5 else [here]
    target = [] if number % 10 == 6 else source if number % 10 == 7 else [there]
    return Pair(source, target, _people(source, target, random, number, count))


def _overlay(name: str, random: Random) -> Model:
    own = random.sample(NAMES, random.randrange(6, 11))
    version = random.choice(["1", "1", "2", None])
    order = random.sample(own, len(own))
    competences = [_new_competence(name, key, order, random) for key in own]
    for key in random.sample(CORE, 6):
        competences.append(_amendment(name, key, own, random))
    overlay: Model = {"id": name, "version": version, "competences": competences, "scales": []}
    for scale in random.choice(SCALES):
        values = [{"id": v, "title": v.title(), "counts_as": c, "may_assess": False} for v, c in scale["values"]]
        overlay["scales"].append({"id": scale["id"], "values": values})
    overlay["roles"] = _roles(name, overlay, own, random)
    return overlay


def _new_competence(name: str, key: str, order: list[str], random: Random) -> Model:
    competence: Model = {"id": key, "title": f"{key.title()} as {name} has it", "kind": "role"}
    if random.random() < 0.5:
        competence["refresh"] = random.choice(PERIODS)
    if random.random() < 0.4:
        status = random.choice(["confirmed", "confirmed", "unverified"])
        competence["nos"] = {"code": random.choice(CODES), "status": status}
    links = _links(name, random)
    if links:
        competence["same_as"] = links
    if random.random() < 0.25:
        below = order[: order.index(key)]
        if below:
            competence["supersedes"] = random.sample(below, 1)
    return competence


def _links(name: str, random: Random) -> list[str]:
    """Ends of links: the other provider, the framework, lists that nobody has, itself."""
    other = {"alpha": "beta", "beta": "alpha"}[name]
    links: list[str] = []
    while random.random() < 0.35:
        owner = random.choice([other, other, other, "clinical-homecare", name, "ghost"])
        if owner == "ghost":
            link = random.choice(GHOSTS)
        else:
            link = f"{owner}/{random.choice(CORE if owner == 'clinical-homecare' else NAMES)}"
        if link not in links:
            links.append(link)
    return links


def _amendment(name: str, key: str, own: list[str], random: Random) -> Model:
    amendment: Model = {"id": key}
    if random.random() < 0.6:
        amendment["refresh"] = random.choice(PERIODS)
    if random.random() < 0.3 and key not in CONFIRMED_CODES:
        amendment["nos"] = {"code": random.choice(CODES[:4]), "status": random.choice(["confirmed", "unverified"])}
    links = _links(name, random)
    if links:
        amendment["same_as"] = links
    if random.random() < 0.3:
        amendment["supersedes"] = random.sample(own, 1)
    return amendment


def _roles(name: str, overlay: Model, own: list[str], random: Random) -> list[Model]:
    framework = load_framework([{**overlay, "roles": []}])
    roles = [{"id": role, "competences": _entries(framework, own, random)} for role in random.sample(ROLES, 3)]
    # Half of the providers have it, so that some who hold it find it nowhere there.
    if random.random() < 0.5:
        levels = random.choice([["autonomous", "enhanced"], ["autonomous"]])
        new = {"id": "visiting-nurse", "title": "Visiting Nurse", "levels": levels}
        roles.append({**new, "competences": _entries(framework, own, random)})
    return roles


def _entries(framework: Framework, own: list[str], random: Random) -> list[Model | str]:
    at_every_level = [key for key, _, marks in MATRIX if marks == "xxxxx"]
    entries: list[Model | str] = []
    for key in random.sample(own, min(len(own), 6)) + random.sample(at_every_level, 2):
        entry: Model = {"id": key}
        if key in at_every_level or random.random() < 0.3:
            entry["needs"] = _needs(framework, random)
        if key in own and random.random() < 0.2:
            entry["essential"] = False
        entries.append(entry)
    return entries


def _needs(framework: Framework, random: Random) -> str:
    scales = ["zero-to-six", "status", *(s for s in framework.scales if s not in SHIPPED_SCALES)]
    scale = framework.scales[random.choice(scales)]
    return f"{scale.id}/{random.choice([value for value, counts in scale.counts_as.items() if counts == 'met'])}"


def _people(source: list[Model], target: list[Model], random: Random, number: int, count: int) -> list[Model]:
    framework = load_framework(source)
    refresh = {c.id: c.refresh for c in framework.competences.values() if c.refresh}
    refresh |= {c.id: c.refresh for c in load_framework(target).competences.values() if c.refresh}
    maker = PersonMaker(World(framework, Names(framework, source), refresh), random)
    own = {c for overlay in source for c in (one["id"] for one in overlay["competences"])}
    people: list[Model] = []
    while len(people) < count:
        person = maker.person(len(people))
        person["id"] = f"{number}-{len(people)}"
        # Enough of what is the provider's own, in every state, to be weighed there.
        for donor in (maker.person(0) for _ in range(3)):
            if donor.get("scale") == person.get("scale"):
                person["ratings"] |= {c: r for c, r in donor["ratings"].items() if c in own}
        if not errors_in(person, framework):
            people.append(person)
    return people


def write_pair(pair: Pair, folder: Path, random: Random) -> None:
    """`people.yaml` and the overlays, `source.yaml` and `target.yaml`, into a new folder."""
    folder.mkdir()
    names = Names(load_framework(pair.source), pair.source)
    documents = [person_document(person, names, random) for person in pair.people]
    text = "---\n".join(YamlWriter(random).document(document) for document in documents)
    (folder / "people.yaml").write_text(text, "utf-8")
    for name, overlays in (("source", pair.source), ("target", pair.target)):
        for overlay in overlays:
            document = overlay_document(name, overlay, Names(load_framework([overlay]), [overlay]), random)
            document["overlay"] = {"id": overlay["id"], "title": name}
            if overlay["version"]:
                document["overlay"]["version"] = overlay["version"]
            (folder / f"{name}.yaml").write_text(YamlWriter(random).document(document), "utf-8")
