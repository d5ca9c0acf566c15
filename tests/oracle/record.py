# SPDX-License-Identifier: Apache-2.0
"""`hcf record` over generated files in every style: read before and after by another parser.

    record.py --hcf PATH [--count 1000] [--seed 1] [--keep DIR]

What one rating has to say afterwards is worked out here from the rules of docs/adr/0018, everything else in the file has to
be the same, word for word and byte for byte. Exit codes: 0 all right, 1 something differs, 2 it could not be tried.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import Any

from framework import LEVELS, NOT_APPLICABLE, load_framework
from generate import generate
from oracle import Ask, Terms, count_ratings, own_asks, own_status
from people import PEOPLE_NAMES, EVIDENCE_TYPES
from yaml_writer import _COMMENTS

try:
    import yaml
except ImportError:
    print("python3-yaml is needed")
    sys.exit(77)

Model = dict[str, Any]
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

TODAY = "2026-12-31"
SHOWN = 10
TITLES = [
    "Two home visits", "yes", "null", "2026-10-01", "a: b", "# no comment", "- dash", "it's", '"quoted"', "[list]", "{map}",
    "first\nsecond", "trailing ", " leading", "tab\there", "café 日本 😀", "100%", "@at", "`tick`", "*star", "&and", "!bang", "|",
    "key: [a, b", "1_000", "~", "on", "0x1F", "back\\slash", "x" * 120, "?", "a, b", "=1", ">",
]  # fmt: skip
# What has to have been tried, or the files would prove little.
REACHED = [
    "short", "block", "flow", "flow over lines", "new in block", "new in brackets", "first", "json", "several documents",
    "carriage returns", "plan dropped", "plan kept", "older", "no reason", "who judged", "not applicable", "comment on it",
    "no last line break", "evidence added", "own keys",
]  # fmt: skip


class Trial:
    """One change of one file."""

    def __init__(self, run: "Run", person: Model, random: Random) -> None:
        self.run, self.person, self.random = run, person, random
        self.path = run.folder / person["file"]
        self.before = self.path.read_bytes()
        self.framework = run.framework

    def go(self) -> None:
        self._choose()
        code, out, err = self.run.hcf(self.arguments)
        after = self.path.read_bytes()
        if self.refusal:
            self.run.reached[self.refusal] += 1
            if code != 2 or after != self.before:
                self.fault(f"exit {code} where it should refuse: {self.refusal}", err)
            return
        if code != 0:
            return self.fault(f"exit {code}", err)
        if out:
            return self.fault("something on standard output", out)
        self._compare(after)
        if self.run.tried % 4 == 0 and (self.run.hcf(self.arguments)[0] != 0 or self.path.read_bytes() != after):
            self.fault("the second time changed something", "")

    def fault(self, text: str, more: str) -> None:
        self.run.fault(f"{self.path}: hcf {' '.join(map(repr, self.arguments))}\n    {text}\n    {more[:400]}")

    def _choose(self) -> None:
        random, person = self.random, self.person
        scale = self.framework.scales[person.get("scale") or "status"]
        rated = list(person["ratings"])
        if rated and random.random() < 0.75:
            self.competence = random.choice(rated)
        else:
            self.competence = random.choice(list(self.framework.competences))
        self.old = person["ratings"].get(self.competence)
        self.value = random.choice([*scale.order, NOT_APPLICABLE, *[v for v, c in scale.counts_as.items() if c == "met"]])
        self.by = random.choice([None, "Dr. O'Neil: # 1", "Chi Example", "yes"])
        self.basis = random.choice([None, "self", "supervisor", "assessor"])
        self.level = random.choice([None, None, *LEVELS])
        self.until = random.choice([None, None, "2027-12-31", TODAY])
        self.note = random.choice([None, *TITLES]) if random.random() < 0.6 else None
        self.assessed = random.choice([None, None, None, "2026-12-30", "2022-01-01"])
        self.evidence = [
            (random.choice([None, *EVIDENCE_TYPES]), random.choice(TITLES)) for _ in range(random.choice([0, 0, 1, 2]))
        ]
        self.plan = random.choice([None, None, None, "--drop-plan", "--keep-plan"])
        self.arguments = ["record", str(self.path), "--person", person["id"], "--competence", self.competence]
        self.arguments += [f"--value={self.value}", "--as-of", TODAY, "-q"]
        self.arguments[2:4] = [f"--person={person['id']}"]
        for name, value in (
            ("by", self.by), ("basis", self.basis), ("level", self.level), ("valid-until", self.until), ("note", self.note),
            ("assessed", self.assessed),
        ):  # fmt: skip
            if value is not None:
                self.arguments.append(f"--{name}={value}")
        for kind, title in self.evidence:
            self.arguments.append(f"--evidence={kind}: {title}" if kind else f"--evidence={title}")
        if self.plan:
            self.arguments.append(self.plan)
        self._expect()

    def _expect(self) -> None:
        """What the rating will say; or why the file has to stay as it is."""
        person, old = self.person, self.old or {}
        self.refusal = None
        assessed = self.assessed or TODAY
        # What is only planned has no rating that could be newer.
        last = (old.get("assessed") or person.get("assessed")) if "value" in old else None
        if last and assessed < last:
            self.refusal = "older"
        if self.value == NOT_APPLICABLE and not self.note:
            self.refusal = "no reason"
        by, basis = self.by, self.basis
        if basis is None and "basis" in person:
            basis = "self"
        if by is None and "assessor" in person:
            if basis in (None, "self"):
                by, basis = person["id"], "self"
            else:
                self.refusal = "who judged"
        if self.until and self.until < assessed:
            self.refusal = "ends before it begins"
        evidence = [dict(one) for one in old.get("evidence", [])]
        for kind, title in self.evidence:
            one = {"title": title} | ({"type": kind} if kind else {})
            # A title after a type loses the blanks before it.
            one["title"] = title.lstrip(" ") if kind else title
            if one not in evidence:
                evidence.append(one)
        self.expected = {"value": self.value, "assessed": assessed}
        for key, value in (("assessor", by), ("basis", basis), ("level", self.level), ("valid_until", self.until),
                           ("note", self.note)):  # fmt: skip
            if value is not None:
                self.expected[key] = value
        if evidence or "evidence" in old:
            self.expected["evidence"] = evidence
        if "plan" in old and not self._drops_plan():
            self.expected["plan"] = old["plan"]

    def _drops_plan(self) -> bool:
        if self.plan:
            return self.plan == "--drop-plan"
        person = {**self.person, "ratings": {self.competence: {"value": self.value, **self.expected}}}
        counted = count_ratings(person, self.framework)[self.competence]
        ask = own_asks(self.framework, person).get(self.competence, Ask(self.competence, None))
        return own_status(counted, ask, Terms(TODAY), self.framework) == "met"

    # --- afterwards ------------------------------------------------------------------------------

    def _compare(self, after: bytes) -> None:
        old_text, new_text = (text.decode("utf-8-sig") for text in (self.before, after))
        if after.startswith(b"\xef\xbb\xbf") != self.before.startswith(b"\xef\xbb\xbf"):
            self.fault("the byte order mark", "")
        old_docs, new_docs = self._read(old_text), self._read(new_text)
        place = self.person["document"] - 1
        if len(old_docs) != len(new_docs):
            return self.fault("another number of documents", "")
        key = self._key(old_docs[place])
        wanted = json.loads(json.dumps(old_docs))
        entry = dict(self.expected)
        was = old_docs[place]["ratings"].get(key)
        if isinstance(was, dict):
            entry |= {k: v for k, v in was.items() if k.startswith("x-")}
            self.run.reached["own keys"] += any(k.startswith("x-") for k in was)
        if "evidence" in entry:
            entry["evidence"] = [
                one["title"] if set(one) == {"title"} else one for one in map(dict, entry["evidence"])
            ]
        got = new_docs[place]["ratings"].get(key)
        if isinstance(got, dict) and "evidence" in got:
            got["evidence"] = [one["title"] if isinstance(one, dict) and set(one) == {"title"} else one
                               for one in got["evidence"]]  # fmt: skip
        wanted[place]["ratings"][key] = entry
        if _folded(wanted) != _folded(new_docs):
            return self.fault("it says something else", f"expected {entry}\n    got      {got}")
        if list(new_docs[place]["ratings"]) != list(wanted[place]["ratings"]):
            self.fault("another order of ratings", "")
        self._count(was, old_text)
        self._lines(key, was, old_text, new_text, place)

    def _count(self, was: Any, text: str) -> None:
        reached = self.run.reached
        reached["json"] += self.path.suffix == ".json"
        reached["several documents"] += text.count("\n---") > 1
        reached["carriage returns"] += "\r\n" in text
        reached["no last line break"] += not text.endswith("\n")
        reached["not applicable"] += self.value == NOT_APPLICABLE
        reached["evidence added"] += bool(self.evidence) and isinstance(was, dict) and bool(was.get("evidence"))
        if isinstance(was, dict) and "plan" in was:
            reached["plan kept" if "plan" in self.expected else "plan dropped"] += 1

    def _read(self, text: str) -> list[Any]:
        if self.path.suffix == ".json":
            return [_as_text(json.loads(text))]
        return [doc for doc in yaml.load_all(text, Loader=Loader) if doc]

    def _key(self, document: Model) -> str:
        """The name under which the file has the competence; ratings stand in the order of the model."""
        keys = [key for key in document["ratings"] if not key.startswith("x-")]
        names = dict(zip(self.person["ratings"], keys, strict=True))
        return names.get(self.competence, self.competence)

    def _lines(self, key: str, was: Any, old: str, new: str, place: int) -> None:
        loader = yaml.BaseLoader if self.path.suffix == ".json" else Loader
        spans = []
        for text in (old, new):
            root = [node for node in yaml.compose_all(text, Loader=loader) if node.value][place]
            ratings = next(value for name, value in root.value if name.value == "ratings")
            name, value = next(((k, v) for k, v in ratings.value if k.value == key), (None, None))
            spans.append((ratings, name, value))
        (old_ratings, old_key, old_value), (new_ratings, new_key, new_value) = spans
        reached = self.run.reached
        end_new = _end(new_value)
        if old_key is not None:
            at = old_key.end_mark.index
            if old[:at] != new[:at]:
                self.fault("something before it changed", "")
            flow = bool(old_ratings.flow_style)
            rest_old = old[_end(old_value):] if flow else old[_next_line(old, _end(old_value)):]
            rest_new = new[end_new:] if flow else new[_next_line(new, end_new):]
            rest_old, rest_new = rest_old.rstrip("\r\n"), rest_new.rstrip("\r\n")
            # A comment that stood before a line that went stands behind the entry now.
            more = rest_new.removesuffix(rest_old).splitlines()
            if not rest_new.endswith(rest_old) or any(
                line.strip() and (not line.lstrip().startswith("#") or line not in old.splitlines()) for line in more
            ):
                self.fault("something behind it changed", f"{rest_old[:80]!r} {rest_new[:80]!r}")
            if not isinstance(was, dict):
                reached["short"] += 1
            elif old_value.flow_style:
                over = "\n" in old[old_value.start_mark.index : old_value.end_mark.index]
                reached["flow over lines" if over else "flow"] += 1
            else:
                reached["block"] += 1
            self._comments(old[at : _end(old_value)], new[at:end_new], was)
        elif was is None and not old_ratings.value and not old_ratings.start_mark.column == 0 and new_ratings.flow_style is False:
            reached["first"] += 1
            at = old_ratings.start_mark.index
            if old[:at].rstrip(" ") != new[:at].rstrip(" \n\r")[: len(old[:at].rstrip(" "))]:
                self.fault("something before the first one changed", "")
        elif not new_ratings.flow_style:
            reached["new in block"] += 1
            begin = new.rfind("\n", 0, new_key.start_mark.index) + 1
            if (new[:begin] + new[_next_line(new, end_new):]).rstrip("\r\n") != old.rstrip("\r\n"):
                self.fault("more than the new lines", "")
        else:
            reached["new in brackets"] += 1
            head, tail = (re.sub(r"\s", "", part) for part in (new[: new_key.start_mark.index], new[end_new:]))
            plain = re.sub(r"\s", "", old)
            if plain not in (head + tail, head.removesuffix(",") + tail):
                self.fault("more than the new entry", "")
        for line in old.splitlines():
            if line.lstrip().startswith("#") and line not in new.splitlines():
                if not isinstance(was, dict):
                    self.fault("a comment is gone", line)
        if old.count("\r\n") and new.count("\n") != new.count("\r\n"):
            self.fault("another kind of line break", "")

    def _comments(self, old: str, new: str, was: Any) -> None:
        """A comment goes only with a line that goes."""
        gone = [line for tag, a, b, _, _ in SequenceMatcher(None, old.splitlines(), new.splitlines()).get_opcodes()
                if tag in ("delete", "replace") for line in old.splitlines()[a:b]]  # fmt: skip
        for line in gone:
            for comment in _COMMENTS:
                if not line.endswith("  # " + comment):
                    continue
                self.run.reached["comment on it"] += 1
                head = line.strip().split(":")[0].strip("'\"")
                stays = head in ("value", "assessed", *(key for key in ("basis", "level") if key in self.expected))
                if (stays or not isinstance(was, dict)) and comment not in new:
                    self.fault("a comment on a line that stays is gone", line)


def _end(node: Any) -> int:
    """Where the last thing ends that is written in a node."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return node.end_mark.index
    children = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return max(_end(child) for child in children)


def _next_line(text: str, at: int) -> int:
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _as_text(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _as_text(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_as_text(value) for value in node]
    if isinstance(node, bool):
        return str(node).lower()
    return str(node)


def _folded(node: Any) -> Any:
    """A block text keeps its last line break in one parser's eyes and not in another's."""
    if isinstance(node, dict):
        return {key: _folded(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_folded(value) for value in node]
    return node


class Run:
    def __init__(self, hcf: Path, folder: Path) -> None:
        self._hcf, self.folder = hcf, folder
        self.framework = load_framework([])
        self.reached: Counter[str] = Counter()
        self.faults = self.tried = 0
        self._environment = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}

    def hcf(self, arguments: list[str]) -> tuple[int, str, str]:
        done = subprocess.run([self._hcf, *arguments], env=self._environment, capture_output=True, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def fault(self, text: str) -> None:
        self.faults += 1
        if self.faults <= SHOWN:
            print(text)


def unsettle(folder: Path, random: Random) -> None:
    """What the generator does not do: carriage returns, no line break at the end, the user's own keys in a rating."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".yaml", ".yml"):
            continue
        data = path.read_bytes()
        if random.random() < 0.1 and b"\r" not in data:
            data = data.replace(b"\n", b"\r\n")
        if random.random() < 0.1 and not data.rstrip(b"\r\n").endswith(b"..."):
            data = data.rstrip(b"\r\n")
        if random.random() < 0.2:
            data = re.sub(rb"(?m)^( +)(value: \w+)(?=\n\1\w+: )", rb"\1\2\n\1x-own: {a: 1}  # mine", data)
            if b"\r\n" in data:
                data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        path.write_bytes(data)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Try hcf record on generated files.")
    parser.add_argument("--hcf", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        # Only three in ten of them name nothing but what is shipped.
        generate(options.seed, options.count * 10 // 3 + 10, folder)
        people = json.loads((folder / "people.json").read_text("utf-8"))["people"]
        people = [one for one in people if one["file"].startswith("people/plain/")][: options.count]
        random = Random(options.seed)
        unsettle(folder / "people" / "plain", random)
        run = Run(options.hcf.resolve(), folder)
        for person in people:
            Trial(run, person, random).go()
            run.tried += 1
    missing = [what for what in REACHED if not run.reached[what]]
    if missing and options.count >= 1000:
        run.faults += 1
        print("never tried:", ", ".join(missing))
    print(f"{run.tried} files, {run.faults} faults;", ", ".join(f"{what} {n}" for what, n in sorted(run.reached.items())))
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
