# SPDX-License-Identifier: Apache-2.0
"""Compares the hcf binary with the oracle, case by case, row by row, field by field.

    compare.py --hcf PATH [--count 2000] [--seed 1] [--case NAME]... [--keep DIR]
    compare.py --self-test

Exit codes: 0 all equal, 1 something differs, 2 the comparison could not be made.
"""

from __future__ import annotations

import argparse
import csv
import gc
import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple

from generate import generate
from oracle import Exact, Model, expected_results
from tabular import csv_table

SHOWN_DIFFERENCES = 10
STRICTLY_COMPARED = 100
TIME_LIMIT = 300
ABSENT = "(absent)"

ResultKey = tuple[str, str, str | None, str]


class Difference(NamedTuple):
    person: str
    competence: str
    field: str
    expected: Any
    got: Any


@dataclass(slots=True)
class Tally:
    """What has been compared, and the differences, of which only the first are shown."""

    compared: int = 0
    rows: int = 0
    differences: int = 0
    shown: list[str] = field(default_factory=list)

    def add(self, case: Model, difference: Difference) -> None:
        self.differences += 1
        if len(self.shown) < SHOWN_DIFFERENCES:
            self.shown.append(_describe(case, difference))


def _describe(case: Model, difference: Difference) -> str:
    return (
        f"person {difference.person}, competence {difference.competence or '-'}, field {difference.field}\n"
        f"    expected {_shown(difference.expected)}\n"
        f"    got      {_shown(difference.got)}\n"
        f"    case {case['name']}: {' '.join(map(_quoted, case['arguments']))}"
    )


def _shown(value: Any) -> str:
    if isinstance(value, Exact):
        return value.text
    text = ABSENT if value == ABSENT else repr(value)
    return text if len(text) <= 300 else text[:300] + "..."


def _quoted(argument: str) -> str:
    return f"'{argument}'" if " " in argument else argument


class Run(NamedTuple):
    code: int
    out: bytes
    err: str


class Running:
    """One started hcf, so that the oracle can calculate meanwhile."""

    def __init__(self, hcf: Path, case: Model, folder: Path) -> None:
        self._out: IO[bytes] = tempfile.TemporaryFile()
        self._err: IO[bytes] = tempfile.TemporaryFile()
        # Nothing of the caller's settings may leak into what is compared.
        clean = {key: value for key, value in os.environ.items() if not key.startswith("HCF_")}
        command = [str(hcf), *case["arguments"]]
        self._process = subprocess.Popen(command, cwd=folder, stdout=self._out, stderr=self._err, env=clean)

    def finish(self) -> Run:
        try:
            code = self._process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        return Run(code, _content(self._out), _content(self._err).decode(errors="replace"))


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    with file:
        return file.read()


def compare_case(case: Model, run: Run, expected: list[Model], tally: Tally) -> None:
    if run.code != 0 or not run.out:
        problem = f"exit {run.code}; stderr: {run.err.strip()[:2000] or '(empty)'}"
        tally.add(case, Difference("-", "", "run", "exit 0", problem))
    if not run.out:
        return
    compare = {"json": compare_json, "jsonl": compare_jsonl, "csv": compare_csv}[case["format"]]
    try:
        for difference in compare(case, run.out, expected):
            tally.add(case, difference)
    except (ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
        tally.add(case, Difference("-", "", "output", "the layout of spec/5", f"{type(error).__name__}: {error}"))
    tally.compared += len(expected)
    tally.rows += sum(len(result["competences"]) for result in expected)


def _unique_keys(pairs: list[tuple[str, Any]]) -> Model:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(f"a key twice in {[key for key, _ in pairs]}")
    return found


def compare_json(case: Model, out: bytes, expected: list[Model]) -> Iterator[Difference]:
    document = json.loads(out, parse_float=Exact)
    for key, value in (("schema", "hcf.gap/1"), ("as_of", case["as_of"]), ("skipped", [])):
        if document.get(key, ABSENT) != value:
            yield Difference("-", "", key, value, document.get(key, ABSENT))
    for key in ("hcf", "framework", "overlays", "results"):
        if key not in document:
            yield Difference("-", "", key, "a value", ABSENT)
    yield from compare_results(expected, document.get("results", []))


def compare_jsonl(case: Model, out: bytes, expected: list[Model]) -> Iterator[Difference]:
    if not out.endswith(b"\n"):
        yield Difference("-", "", "last line", "a line break at its end", out[-40:])
    lines = out.decode().removesuffix("\n").split("\n")
    # Too slow for every format; the same writer makes both JSON formats.
    results = [json.loads(line, parse_float=Exact, object_pairs_hook=_unique_keys) for line in lines]
    for number, result in enumerate(results, 1):
        schema = result.pop("schema", ABSENT)
        if schema != "hcf.gap/1":
            yield Difference("-", "", f"schema of line {number}", "hcf.gap/1", schema)
    yield from compare_results(expected, results)


def compare_results(expected: list[Model], got: list[Model]) -> Iterator[Difference]:
    wanted_keys = [_result_key(result) for result in expected]
    got_keys = [_result_key(result) for result in got]
    if wanted_keys == got_keys:
        pairs = list(zip(expected, got, strict=True))
    else:
        yield from _order_differences(wanted_keys, got_keys)
        by_key = dict(zip(got_keys, got, strict=True))
        pairs = [(one, by_key[key]) for one, key in zip(expected, wanted_keys, strict=True) if key in by_key]
    for number, (one, other) in enumerate(pairs):
        # `==` is fast, but takes 1 for true: who confuses the two does so from the first result on.
        if number < STRICTLY_COMPARED or one != other:
            yield from _result_differences(one, other)


def _result_key(result: Model) -> ResultKey:
    target = result["target"]
    return (result["person"]["id"], target["kind"], target["role"], target["level"])


def _order_differences(wanted: list[ResultKey], got: list[ResultKey]) -> Iterator[Difference]:
    """Results that are missing, too many, or, where there are none of these, out of order."""
    missing, surplus = Counter(wanted), Counter(got)
    missing.subtract(got)
    surplus.subtract(wanted)
    for key in (+missing).elements():
        yield Difference(key[0], "", "result for target", key[1:], ABSENT)
    for key in (+surplus).elements():
        yield Difference(key[0], "", "result for target", ABSENT, key[1:])
    if Counter(wanted) == Counter(got):
        place = next(n for n, (one, other) in enumerate(zip(wanted, got, strict=True)) if one != other)
        yield Difference(wanted[place][0], "", f"place of result {place + 1}", wanted[place], got[place])


def _result_differences(expected: Model, got: Model) -> Iterator[Difference]:
    person = expected["person"]["id"]
    for path, one, other in differences(_without_rows(expected), _without_rows(got)):
        yield Difference(person, "", path, one, other)
    got_rows = {row["competence"]: row for row in got["competences"]}
    wanted_order = [row["competence"] for row in expected["competences"]]
    got_order = [row["competence"] for row in got["competences"]]
    if wanted_order != got_order:
        yield Difference(person, "", "order of rows", *_first_departure(wanted_order, got_order))
    for row in expected["competences"]:
        if row["competence"] in got_rows:
            for path, one, other in differences(row, got_rows[row["competence"]]):
                yield Difference(person, row["competence"], path, one, other)


def _without_rows(result: Model) -> Model:
    return {key: value for key, value in result.items() if key != "competences"}


def _first_departure(wanted: list[str], got: list[str]) -> tuple[str, str]:
    place = 0
    while place < min(len(wanted), len(got)) and wanted[place] == got[place]:
        place += 1

    def tail(rows: list[str]) -> str:
        return f"{len(rows)} rows, from row {place + 1}: {' '.join(rows[place : place + 4])}"

    return tail(wanted), tail(got)


def differences(expected: Any, got: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every leaf that differs, with the path to it; unlike `==` it tells `true` from `1`."""
    if type(expected) is not type(got):
        yield path, expected, got
    elif isinstance(expected, dict):
        prefix = path + "." if path else ""
        for key in expected | got:
            if key not in got or key not in expected:
                yield prefix + key, expected.get(key, ABSENT), got.get(key, ABSENT)
            elif expected[key] is not got[key]:
                yield from differences(expected[key], got[key], prefix + key)
    elif isinstance(expected, list) and len(expected) == len(got):
        for number, (one, other) in enumerate(zip(expected, got, strict=True)):
            yield from differences(one, other, f"{path}[{number}]")
    elif expected != got:
        yield path, expected, got


def compare_csv(case: Model, out: bytes, expected: list[Model]) -> Iterator[Difference]:
    wanted = csv_table(expected, case["totals"])
    got = list(csv.reader(io.StringIO(out.decode(), newline=""), strict=True))
    header = wanted[0]
    if got[:1] != wanted[:1]:
        yield Difference("-", "", "CSV header", ",".join(header), ",".join(got[0] if got else []))
    if len(got) != len(wanted):
        yield Difference("-", "", "CSV rows", len(wanted), len(got))
    for one, other in zip(wanted[1:], got[1:]):
        if one != other:
            yield from _cell_differences(header, one, other)


def _cell_differences(header: list[str], wanted: list[str], got: list[str]) -> Iterator[Difference]:
    competence = wanted[header.index("competence")] if "competence" in header else ""
    if len(wanted) != len(got):
        yield Difference(wanted[0], competence, "CSV cells", len(wanted), len(got))
    for column, one, other in zip(header, wanted, got):
        if one != other:
            yield Difference(wanted[0], competence, column, one, other)


def compare_all(hcf: Path, folder: Path, only: list[str]) -> Tally:
    people = json.loads((folder / "people.json").read_text("utf-8"))["people"]
    document = json.loads((folder / "cases.json").read_text("utf-8"))
    cases = [case for case in document["cases"] if not only or case["name"] in only]
    tally = Tally()
    for case in cases:
        running = Running(hcf, case, folder)
        expected = expected_results(people, document["overlays"], case)
        before = tally.differences
        compare_case(case, running.finish(), expected, tally)
        print(f"{case['name']}: {len(expected)} results, {tally.differences - before} differences", file=sys.stderr)
    return tally


def report(tally: Tally) -> int:
    for text in tally.shown:
        print(text)
    if tally.differences:
        print(f"{tally.differences} differences in {tally.compared} compared")
        return 1
    print(f"{tally.compared} compared ({tally.rows} rows), no difference")
    return 0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare hcf with the oracle.")
    parser.add_argument("--hcf", type=Path, help="the binary")
    parser.add_argument("--count", type=int, default=2000, help="how many people")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", action="append", default=[], help="only this case (repeatable)")
    parser.add_argument("--keep", type=Path, help="generate into this directory and leave it there")
    parser.add_argument("--self-test", action="store_true", help="test the oracle itself, without a binary")
    options = parser.parse_args(arguments)
    if options.self_test:
        import self_test  # it imports this module

        return self_test.run()
    if options.hcf is None or not os.access(options.hcf, os.X_OK) or options.hcf.is_dir():
        print("compare.py: --hcf must name the binary", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="hcf-oracle-") as temporary:
        folder = options.keep or Path(temporary)
        # Hundreds of megabytes of plain values without a cycle: the collector would only go through them in vain.
        gc.disable()
        generate(options.seed, options.count, folder)
        tally = compare_all(options.hcf.resolve(), folder, options.case)
    if tally.compared or tally.differences:
        return report(tally)
    print("compare.py: no such case, or nobody to compare", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
