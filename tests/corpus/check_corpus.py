#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds what `hcf validate` finds in the corpus of broken documents against the marks in it; see README.md.

usage: check_corpus.py --hcf BINARY [--self-test] [FILE...]
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
TINY = HERE.parent / "golden" / "tiny"
FILES = ("yaml", "assessment", "team", "service", "catalogue", "overlay", "second-overlay", "framework")
# What hcf is given besides.
OPTIONS = {"second-overlay": ["--overlay", str(HERE / "first-overlay.yaml")]}
FEWEST = 150
OPEN, CLOSE = "\u27e6", "\u27e7"
COMMENT = "# \t東京\tGro\u0308ße 👩🏽\u200d⚕️\n"
BEFORE = {"framework": "hcf: catalogue/1\nprovider: 東京 Größe\ncourses: []\n---\n"}
BEFORE_OTHERS = ("hcf: assessment/1\nperson: {id: é東京-%s, level: low}\n"
                 "ratings: {wash: not-met, talk: not-met}\n---\n")
# Advice on what a record lacks, which most of the small documents here lack: compared only where the heading names it.
ADVICE = {"met-without-evidence", "required-not-assessed"}


class Finding(NamedTuple):
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str

    def __str__(self):
        return f"{self.path}:{self.line}:{self.column}-{self.end_line}:{self.end_column} {self.rule}"


class Part(NamedTuple):
    """A file of an entry: its name, whether it is given to hcf, and its text with the marks."""
    name: str
    is_given: bool
    text: str


class Entry(NamedTuple):
    corpus: str
    number: int
    line: int
    rules: list
    without: set
    parts: list

    def title(self):
        return f"{self.corpus}.txt:{self.line}: entry {self.number}, {' '.join(self.rules)}"


def read_corpus(corpus, whole):
    """The entries of one file of the corpus."""
    entries, name, is_given, lines = [], None, True, []

    def finish():
        if name is not None:
            # An empty line before the next heading is for the eye.
            if lines and lines[-1] == "":
                lines.pop()
            text = "".join(line + "\n" for line in lines)
            entries[-1].parts.append(Part(spelt_out(name, entries[-1]), is_given, text))

    for number, line in enumerate(whole.removesuffix("\n").split("\n"), 1):
        if not line.startswith("=== "):
            lines.append(line)
            continue
        finish()
        lines = []
        words = line.split()[1:]
        if words[0] in ("file", "beside"):
            name, is_given = words[1], words[0] == "file"
            continue
        name, is_given = "a.yaml", True
        rules, without = words, set()
        if "without" in words:
            cut = words.index("without")
            rules, without = words[:cut], set(words[cut + 1:])
            if without - set(VARIANTS):
                sys.exit(f"{corpus}.txt:{number}: there is no variant {without - set(VARIANTS)}")
        entries.append(Entry(corpus, len(entries) + 1, number, rules, without, []))
    finish()
    return entries


def spelt_out(text, entry):
    """What stands between ‹ and ›: a code point, a raw byte, repeated text, or a person of this entry alone."""
    def one(match):
        word = match[1]
        if word.startswith("id"):
            return f"{entry.corpus}-{entry.number}{word[2:]}"
        if "*" in word:
            sign, times = word.split("*")
            return sign * int(times)
        if word.startswith("x"):
            return bytes([int(word[1:], 16)]).decode("utf-8", "surrogateescape")
        return chr(int(word, 16))
    return re.sub("‹([^›]+)›", one, text)


# What goes in front of a document, and its line ends.
VARIANTS = {
    "plain": lambda text, before: text,
    "crlf": lambda text, before: text.replace("\n", "\r\n"),
    "bom": lambda text, before: "\ufeff" + text,
    "comment": lambda text, before: COMMENT + text,
    "stream": lambda text, before: before + text,
}


def take_marks(marked):
    """The text without its marks, and the spans that they enclose, in the order of their beginnings."""
    text, spans, open_spans = [], [], []
    line, column = 1, 1
    for sign in marked:
        if sign == OPEN:
            open_spans.append(len(spans))
            spans.append([line, column])
        elif sign == CLOSE:
            spans[open_spans.pop()] += [line, column]
        else:
            text.append(sign)
            if sign == "\n":
                line, column = line + 1, 1
            elif sign != "\r" and not (sign == "\ufeff" and len(text) == 1):
                column += 1
    if open_spans:
        raise ValueError("a mark is never closed")
    return "".join(text), [tuple(span) for span in spans]


def write_entry(entry, variant, folder):
    """Writes the files of an entry; gives the paths to name to hcf, and what is expected."""
    home = f"{entry.corpus}-{entry.number}"
    given, expected, rules = [], [], list(entry.rules)
    for part in entry.parts:
        before = BEFORE.get(entry.corpus, BEFORE_OTHERS % f"{home}-{part.name}")
        marked = VARIANTS[variant](spelt_out(part.text, entry), before)
        text, spans = take_marks(marked)
        path = f"{home}/{part.name}"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8", "surrogateescape"))
        if part.is_given:
            given.append(path)
        for span in spans:
            if not rules:
                raise ValueError(f"{entry.title()}: more marks than rules")
            expected.append(Finding(path, *span, rules.pop(0)))
    if rules:
        raise ValueError(f"{entry.title()}: more rules than marks")
    # A framework is judged whole, so hcf is given its directory.
    return [home] if entry.corpus == "framework" else given, expected


def run(binary, folder, paths, options):
    """What hcf finds, by the folder of the entry."""
    command = [binary, "validate", *paths, "--format", "jsonl", "--as-of", "2026-11-22", "--no-config"]
    done = subprocess.run([*command, "--framework", str(TINY), *options], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode != 1:
        sys.exit(f"exit {done.returncode}, and 1 is expected: {done.stderr.decode(errors='replace')}")
    found = {}
    for line in done.stdout.decode("utf-8").splitlines():
        row = json.loads(line)
        if "rule" not in row:
            continue
        path = row["file"].removeprefix("./")
        found.setdefault(path.split("/")[0], []).append(
            Finding(path, row["line"], row["column"], row["end_line"], row["end_column"], row["rule"]))
    return found


def differences(entry, expected, found):
    """Lines that say what was expected and not found (-), and what was found and not expected (+)."""
    silent = ADVICE - set(entry.rules)
    found = Counter(finding for finding in found if finding.rule not in silent)
    expected = Counter(expected)
    return ([f"  - {finding}" for finding in sorted((expected - found).elements())] +
            [f"  + {finding}" for finding in sorted((found - expected).elements())])


def judge(binary, entries, variant):
    """For each entry that has the variant, what is expected and what is found."""
    with tempfile.TemporaryDirectory() as name:
        folder, paths, expected = Path(name), [], []
        chosen = [entry for entry in entries if variant not in entry.without]
        for entry in chosen:
            given, wanted = write_entry(entry, variant, folder)
            paths += given
            expected.append(wanted)
        found = run(binary, folder, paths, OPTIONS.get(entries[0].corpus, [])) if paths else {}
    homes = [f"{entry.corpus}-{entry.number}" for entry in chosen]
    strange = set(found) - set(homes)
    if strange:
        sys.exit(f"findings in files that are none of the corpus's: {strange}")
    return [(entry, wanted, found.get(home, [])) for entry, wanted, home in zip(chosen, expected, homes)]


def check(binary, corpora):
    documents, faults = 0, 0
    for entries in corpora:
        documents += len(entries)
        for variant in VARIANTS:
            for entry, expected, found in judge(binary, entries, variant):
                lines = differences(entry, expected, found)
                if lines:
                    faults += 1
                    print(f"{entry.title()} ({variant})", *lines, sep="\n")
    named = {rule for entries in corpora for entry in entries for rule in entry.rules}
    print(f"{documents} broken documents, {len(named)} rules, {len(VARIANTS)} variants: {faults} differ")
    return documents, faults


def rules_without_entry(binary, corpora, left_out):
    """The rules of `hcf explain` that no entry raises, and those that the list of left-out ones names in vain."""
    table = subprocess.run([binary, "explain", "--format", "jsonl"], stdout=subprocess.PIPE, check=True).stdout
    known = {row["rule"] for row in map(json.loads, table.decode().splitlines()) if "rule" in row}
    named = {rule for entries in corpora for entry in entries for rule in entry.rules}
    return sorted(known - named - left_out), sorted((left_out & named) | (left_out - known) | (named - known))


def left_out_rules():
    """The rules that README.md lists as left out, each at the head of a list item."""
    text = (HERE / "README.md").read_text("utf-8")
    return set(re.findall(r"^- `([a-z0-9-]+)`:", text.partition("## Left out")[2], re.MULTILINE))


def self_test(binary, corpora):
    """A checker that sees no wrong mark would pass for ever: every mark, moved or dropped, must be told."""
    wrong = {
        "a column moved": lambda f: [f[0]._replace(column=f[0].column + 1), *f[1:]],
        "a line moved": lambda f: [f[0]._replace(line=f[0].line + 1), *f[1:]],
        "an end moved": lambda f: [f[0]._replace(end_column=f[0].end_column + 1), *f[1:]],
        "an end line moved": lambda f: [f[0]._replace(end_line=f[0].end_line + 1), *f[1:]],
        "another rule": lambda f: [f[0]._replace(rule="no-rule"), *f[1:]],
        "one too few": lambda f: f[1:],
        "one twice": lambda f: [f[0], *f],
    }
    unseen = 0
    for entries in corpora:
        for entry, expected, found in judge(binary, entries, "plain"):
            for what, change in wrong.items():
                if not differences(entry, change(expected), found):
                    unseen += 1
                    print(f"{entry.title()}: {what}, and nobody sees it")
    # And by way of the text itself.
    text = ("a prose head\n=== unknown-key\nhcf: assessment/1\n"
            "person: {id: ‹id›, level: low, name: 東京é, n⟦ope: 1⟧}\nratings: {}\n")
    for moved, is_right in ((text, False), (text.replace("n⟦ope: 1⟧", "⟦nope⟧: 1"), True)):
        [(entry, expected, found)] = judge(binary, read_corpus("yaml", moved), "stream")
        if bool(differences(entry, expected, found)) == is_right:
            unseen += 1
            print(f"the mark in the text: {expected}, {found}")
    print(f"self-test: {unseen} wrong marks unseen")
    return unseen


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hcf", required=True, help="the binary")
    parser.add_argument("--self-test", action="store_true", help="check the checker")
    parser.add_argument("file", nargs="*", help="only these of the corpus, such as yaml")
    options = parser.parse_args()
    binary = str(Path(options.hcf).resolve())
    corpora = [read_corpus(name, (HERE / f"{name}.txt").read_text("utf-8")) for name in options.file or FILES]
    if options.self_test:
        return 1 if self_test(binary, corpora) else 0
    documents, faults = check(binary, corpora)
    if options.file:
        return 1 if faults else 0
    missing, vain = rules_without_entry(binary, corpora, left_out_rules())
    for rule in missing:
        print(f"no entry raises the rule {rule}, and README.md does not say why")
    for rule in vain:
        print(f"README.md leaves out {rule}, which an entry raises, or which is no rule")
    if documents < FEWEST:
        print(f"{documents} documents, and at least {FEWEST} are promised")
    return 1 if faults or missing or vain or documents < FEWEST else 0


if __name__ == "__main__":
    sys.exit(main())
