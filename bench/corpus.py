#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A workforce that nobody has: assessments for measuring, the same bytes on every machine.

    corpus.py --count N [--first K] [--broken-every N] (--files DIR | --stream FILE)

Each document depends on its number alone, so a corpus of 100 is the beginning of one of 10,000. A document has about
2.7 kB: names with accents, evidence, development plans, expiry dates, comments. Of a hundred documents, some twenty hold
a block scalar, and twenty hold values that no simple reader takes (flow lists, quotes with escapes).

--files writes EHC-0000000.yaml and so on into DIR; --stream writes them all to FILE (- for standard output), with `---`
lines between them. --broken-every N leaves a quote open in each N-th document.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import Iterator

EVERYBODY = ("supportive", "associate", "autonomous", "enhanced", "advanced")
REGISTERED = ("autonomous", "enhanced", "advanced")

# Competences of the draft framework, with the levels that ask for them.
COMPETENCES = (
    ("communicate-effectively", EVERYBODY),
    ("develop-own-practice", ("supportive", "associate")),
    ("synthesise-new-knowledge", REGISTERED),
    ("professional-networks", REGISTERED),
    ("monitor-own-practice", EVERYBODY),
    ("reflective-practice", REGISTERED),
    ("cpd-self-and-others", REGISTERED),
    ("hand-hygiene", EVERYBODY),
    ("reduce-own-risks", EVERYBODY),
    ("safe-working-culture", EVERYBODY),
    ("safeguarding", EVERYBODY),
    ("innovation-improvement", REGISTERED),
    ("limits-of-competence", EVERYBODY),
    ("manage-own-time", EVERYBODY),
    ("inter-agency-services", ("advanced",)),
    ("uphold-rights", EVERYBODY),
    ("promote-rights-diversity", REGISTERED),
    ("confidentiality", EVERYBODY),
    ("filing-systems", EVERYBODY),
    ("team-effectiveness", EVERYBODY),
    ("working-relationships", REGISTERED),
    ("digital-communications", EVERYBODY),
    ("implement-change", ("advanced",)),
)

ROLES = (
    ("supportive", ("health-care-assistant", "support-worker", "phlebotomist", "Patient Services Co-ordinator")),
    ("associate", ("nursing-associate", "homecare-clinical-technician", "Assistant Clinical Practitioner")),
    ("autonomous", ("registered-nurse-adult", "Registered Nurse - Children", "homecare-pharmacist", "physiotherapist")),
    ("enhanced", ("nurse-educator", "safeguarding-officer", "Enhanced Clinical Practitioner")),
    ("advanced", ("caldicott-guardian", "Safeguarding Lead", "cqc-registered-manager")),
)
# How many of twenty people work at each level.
LEVELS = (0,) * 7 + (1,) * 4 + (2,) * 5 + (3,) * 3 + (4,)

GIVEN = ("Alice", "Bola", "Chi", "Zoë", "Siân", "José", "Łucja", "Søren", "Aoife", "Grażyna", "Mireille", "Dafydd", "Nguyệt",
         "Ayşe", "Renée", "Oluwaseun", "Jürgen", "Françoise", "Ieuan", "Priya", "Samuel", "Órla", "Tomáš", "Ingrid")
FAMILY = ("Byrne", "Adeyemi", "Nguyễn", "Kowalczyk", "O'Neill", "García", "Þórsson", "Müller", "Lefèvre", "Jones", "Dvořák",
          "Şahin", "Patel", "Ó Briain", "Llewellyn", "Håkansson", "Okafor", "Smith-Jones", "Çelik", "Brontë", "Nowak")
ORGANISATIONS = ("Example Homecare", "Example Homecare North", "Invented Infusions", "Nowhere Nursing", "Sample Care Wales")
TEAMS = ("north-nursing", "south-nursing", "pharmacy", "night", "logistics", "valleys", "coast", "city", "islands")
EVIDENCE = (
    ("observation", "Three home visits with a colleague"),
    ("feedback", "Comments from two families after the first month"),
    ("work-product", "Teaching sheet on a new infusion device"),
    ("log", "Own audit of visit records, second quarter"),
    ("reflection", "Account of a missed delivery and what came of it"),
    ("certificate", "Yearly update, level 3"),
    ("discussion", "How a near miss was raised and followed up"),
    ("course", "Safeguarding adults and children"),
    ("simulation", "Deteriorating patient at home (résumé kept)"),
)
ACTIONS = ("Lead two study sessions for health care assistants", "Join the regional homecare nurses' forum",
           "Shadow a colleague on four visits", "Repeat the audit, and bring it to the team's meeting",
           "Complete the e-learning, then be observed twice")
NOTES = ("Keeps up her own development, and has still to take part in that of others.",
         "Confident with families; hesitates on the telephone, and knows it.",
         "Seen twice in summer. Both visits went well, the second without help.",
         "Worked abroad before (Málaga, Kraków): papers seen, copies kept.")
COMMENTS = ("# Seen at the yearly review.", "# To be looked at again in spring.", "# Told by the team's lead.",
            "# The paper original is in the filing cabinet, drawer 3.")


class Dice:
    """SplitMix64: the same numbers in every version of Python."""

    def __init__(self, seed: int) -> None:
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & 0xFFFFFFFFFFFFFFFF

    def below(self, limit: int) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) % limit

    def of(self, choices: tuple):
        return choices[self.below(len(choices))]

    def percent(self, share: int) -> bool:
        return self.below(100) < share


def day(dice: Dice, year: int, months: int = 12) -> str:
    return f"{year}-{1 + dice.below(months):02d}-{1 + dice.below(28):02d}"


class Document:
    """One person's assessment, as lines of YAML."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.dice = Dice(number)
        self.has_block_scalar = self.dice.percent(20)
        self.has_hard_values = self.dice.percent(20)
        self.lines: list[str] = []

    def write(self, *lines: str) -> None:
        self.lines.extend(lines)

    def name(self) -> str:
        return f"{self.dice.of(GIVEN)} {self.dice.of(FAMILY)}"

    def text(self) -> str:
        dice = self.dice
        if dice.percent(60):
            self.write(f"# Record {self.number}, kept by the service. Everybody here is invented.")
        level, roles = ROLES[dice.of(LEVELS)]
        self.assessor = self.name()
        self.write("hcf: assessment/1", "framework: clinical-homecare 4.5", "", "person:", f"  id: EHC-{self.number:07d}",
                   f"  name: {self.name()} {self.number % 97}", f"  organisation: {dice.of(ORGANISATIONS)}",
                   f"  team: {dice.of(TEAMS)}",
                   f"  role: {dice.of(roles)}" + ("        # a title or an id" if dice.percent(30) else ""),
                   f"  level: {level}", "", f"assessed: {day(dice, 2026, 10)}", f"assessor: {self.assessor}",
                   f"basis: {'supervisor' if dice.percent(80) else 'assessor'}")
        self.write("", "ratings:")
        for competence, levels in COMPETENCES:
            if level in levels and not dice.percent(10):
                self.rating(competence)
        if dice.percent(30):
            self.write("", f"x-next-meeting: {day(dice, 2027)}")
        return "\n".join(self.lines) + "\n"

    def rating(self, competence: str) -> None:
        dice = self.dice
        if dice.percent(8):
            self.write(f"  {dice.of(COMMENTS)}")
        if dice.percent(2):
            self.write(f"  {competence}: met")
            return
        outcome = dice.below(100)
        self.write(f"  {competence}:")
        if outcome < 80:
            self.write("    value: met")
            if dice.percent(12):
                self.write(f"    assessed: {day(dice, 2026, 10)}", f"    valid_until: {day(dice, 2027)}")
            self.evidence()
        elif outcome < 82:
            self.write("    value: met", f"    assessed: {day(dice, 2023)}", f"    valid_until: {day(dice, 2025)}")
            self.evidence()
        elif outcome < 92:
            self.write("    value: partial")
            self.plan()
        else:
            self.write("    value: not-met")
            if dice.percent(60):
                self.plan()
        self.note()

    def evidence(self) -> None:
        dice = self.dice
        self.write("    evidence:")
        for _ in range(1 + (dice.below(100) < 8)):
            kind, title = dice.of(EVIDENCE)
            when = day(dice, 2026, 10)
            if self.has_hard_values and dice.percent(25):
                self.write(f"      - {{type: {kind}, title: {title.split(',')[0]}, date: {when}}}")
                continue
            if dice.percent(45):
                self.write(f"      - {title}")
                continue
            self.write(f"      - type: {kind}", f"        title: {title}", f"        date: {when}")
            if dice.percent(15):
                self.write(f"        ref: LMS-{dice.below(9000) + 1000}")

    def plan(self) -> None:
        dice = self.dice
        action = dice.of(ACTIONS)
        if dice.percent(20):
            action = "'" + action.replace("'", "''") + "'"
        self.write("    plan:", f"      action: {action}", f"      due: {day(dice, 2027)}",
                   f"      supervisor: Dr {self.name()}")
        if dice.percent(40):
            self.write(f"      review: 2026-12-{1 + dice.below(28):02d}")

    def note(self) -> None:
        dice = self.dice
        if self.has_block_scalar:
            self.has_block_scalar = False
            self.write("    note: |" if dice.percent(50) else "    note: >-", f"      {dice.of(NOTES)}", "",
                       f"      {dice.of(NOTES)}")
        elif self.has_hard_values and dice.percent(10):
            self.write(f'    note: "Said: \\"{dice.of(NOTES)}\\""')
        elif dice.percent(10):
            note = dice.of(NOTES)
            self.write(f'    note: "{note}"' if ": " in note else f"    note: {note}")


def document(number: int, broken: bool = False) -> str:
    text = Document(number).text()
    if broken:
        head, mark, rest = text.partition("organisation: ")
        return head + mark + '"' + rest
    return text


def documents(count: int, first: int = 0, broken_every: int = 0) -> Iterator[tuple[int, bytes]]:
    for number in range(first, first + count):
        broken = broken_every > 0 and number % broken_every == broken_every - 1
        yield number, document(number, broken).encode()


def write_files(directory: str, count: int, first: int = 0, broken_every: int = 0) -> int:
    os.makedirs(directory, exist_ok=True)
    total = 0
    for number, text in documents(count, first, broken_every):
        with open(os.path.join(directory, f"EHC-{number:07d}.yaml"), "wb") as out:
            out.write(text)
        total += len(text)
    return total


def write_stream(out, count: int, first: int = 0, broken_every: int = 0) -> int:
    total = 0
    for number, text in documents(count, first, broken_every):
        total += out.write((b"" if number == first else b"---\n") + text)
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--broken-every", type=int, default=0)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--files")
    where.add_argument("--stream")
    chosen = parser.parse_args()
    numbers = (chosen.count, chosen.first, chosen.broken_every)
    if chosen.files:
        write_files(chosen.files, *numbers)
    elif chosen.stream == "-":
        write_stream(sys.stdout.buffer, *numbers)
    else:
        with open(chosen.stream, "wb") as out:
            write_stream(out, *numbers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
