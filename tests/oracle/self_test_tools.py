# SPDX-License-Identifier: Apache-2.0
"""Tests of the generator and of the comparison, by the oracle that `self_test` has tested."""

from __future__ import annotations

import copy
import json
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from typing import Any

from compare import Run, Tally, compare_case
from framework import SHIPPED_SCALES
from generate import generate
from oracle import STATUSES, expected_results, plain_numbers
from people import AS_OF_DATES
from self_test import ALICE, Model, gap
from tabular import csv_table


class GeneratorTest(unittest.TestCase):
    def test_the_same_seed_gives_the_same_bytes(self) -> None:
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            generate(7, 60, Path(one))
            generate(7, 60, Path(two))
            self.assertEqual(_all_bytes(Path(one)), _all_bytes(Path(two)))

    def test_the_cases_reach_every_branch_of_the_specification(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            generate(1, 600, Path(folder))
            people = json.loads((Path(folder) / "people.json").read_text("utf-8"))["people"]
            document = json.loads((Path(folder) / "cases.json").read_text("utf-8"))
        self.assertEqual(len({one["id"] for one in people}), 600)
        seen: Counter[str] = Counter()
        for case in document["cases"]:
            _note_results(expected_results(people, document["overlays"], case), case["as_of"], seen)
        for one in people:
            seen[f"scale {one.get('scale')}"] += 1
            seen[f"document {one['document']}"] += 1
        self.assertEqual([feature for feature in _features() if not seen[feature]], [])


def _all_bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _features() -> list[str]:
    scales = [None, *SHIPPED_SCALES, "traffic-light"]
    reasons = ["no-plan", "plan-without-due", "plan-overdue", "plan-without-supervisor"]
    features = [f"status {one}" for one in STATUSES] + [f"reason {one}" for one in reasons]
    features += [f"basis {one}" for one in (None, "self", "supervisor", "assessor")]
    features += [f"assurance {one}" for one in ("gap", "planned", "assured", None)]
    features += [f"{state} on {day}" for day in AS_OF_DATES for state in ("ends", "due")]
    features += [f"scale {one}" for one in scales] + ["document 2", "document 3"]
    features += ["desirable", "raised by an overlap", "role kind", "beyond", "not core only", "no ratio", "whole"]
    return [*features, "through", "through without a rating", "through despite expired", "expired the day before"]


def _note_results(results: list[Model], as_of: str, seen: Counter[str]) -> None:
    for result in results:
        seen["beyond"] += bool(result["beyond"])
        seen["not core only"] += not result["core_only"]
        seen["no ratio"] += result["summary"]["readiness"] is None
        seen["whole"] += result["summary"]["readiness"] == 1
        for one in result["competences"]:
            _note_row(one, result["target"]["level"], as_of, seen)


def _note_row(one: Model, level: str, as_of: str, seen: Counter[str]) -> None:
    for key in ("status", "reason", "basis", "assurance"):
        seen[f"{key} {one[key]}"] += 1
    seen["desirable"] += not one["essential"]
    seen["role kind"] += one["kind"] == "role"
    seen["raised by an overlap"] += one["asked_at"] != level
    seen["through"] += one["through"] is not None
    seen["through without a rating"] += one["through"] is not None and one["value"] is None
    run_out = one["valid_until"] is not None and one["valid_until"] < as_of
    seen["through despite expired"] += one["through"] is not None and run_out
    seen[f"ends on {one['valid_until']}"] += one["status"] == "met" and one["valid_until"] == as_of
    seen["expired the day before"] += one["status"] == "expired" and one["valid_until"] == "2025-02-27"
    if one["plan"]:
        seen[f"due on {one['plan']['due']}"] += one["assurance"] == "planned" and one["plan"]["due"] == as_of


class CompareTest(unittest.TestCase):
    CASE = {"name": "c", "arguments": ["gap"], "as_of": "2026-11-01", "format": "json", "totals": False}

    def tally(self, results: list[Model], text: str, **case: Any) -> Tally:
        tally = Tally()
        compare_case({**self.CASE, **case}, Run(0, text.encode(), ""), results, tally)
        return tally

    def setUp(self) -> None:
        self.results = gap(ALICE, as_of="2026-11-01", levels=("supportive", "autonomous"))
        self.output = _output(self.results)

    def test_equal_output_has_no_difference(self) -> None:
        tally = self.tally(self.results, json.dumps(self.output))
        self.assertEqual((tally.compared, tally.rows, tally.differences), (2, 34, 0), tally.shown)

    def test_each_small_change_is_found(self) -> None:
        text = json.dumps(self.output)
        for before, after, field in (
            ('"document": 1', '"document": true', "document"),
            ('"status": "partial"', '"status": "not-met"', "status"),
            ('"essential": true', '"essential": 1', "essential"),
            ('"readiness": 0.1538', '"readiness": 0.15380', "summary.readiness"),
            ('"through": null, ', "", "through"),
            ('"skipped": []', '"skipped": [{}]', "skipped"),
            ('"due": "2027-01-31"', '"due": null', "plan.due"),
            ('"beyond": []', '"beyond": ["x"]', "beyond"),
        ):
            self.assertIn(before, text)
            tally = self.tally(self.results, text.replace(before, after, 1))
            self.assertEqual(tally.differences, 1, (before, tally.shown))
            self.assertIn(f"field {field}\n", tally.shown[0])

    def test_order_and_missing_results_are_found(self) -> None:
        changed = copy.deepcopy(self.output)
        changed["results"].reverse()
        self.assertIn("place of result 1", self.tally(self.results, json.dumps(changed)).shown[0])
        del changed["results"][0]
        self.assertIn("result for target", self.tally(self.results, json.dumps(changed)).shown[0])
        rows = copy.deepcopy(self.output)
        rows["results"][0]["competences"].reverse()
        self.assertIn("order of rows", self.tally(self.results, json.dumps(rows)).shown[0])

    def test_a_failed_run_is_a_difference(self) -> None:
        tally = Tally()
        compare_case(self.CASE, Run(2, b"", "hcf: error"), self.results, tally)
        self.assertEqual((tally.compared, tally.differences), (0, 1))

    def test_json_lines_and_csv_are_read(self) -> None:
        lines = "".join(json.dumps({"schema": "hcf.gap/1", **one}) + "\n" for one in self.output["results"])
        self.assertEqual(self.tally(self.results, lines, format="jsonl").shown, [])
        self.assertEqual(self.tally(self.results, lines.replace("gap/1", "gap/2", 1), format="jsonl").differences, 1)
        table = csv_table(self.results, totals=False)
        text = "".join(",".join(f'"{cell}"' for cell in line) + "\r\n" for line in table)
        self.assertEqual(self.tally(self.results, text, format="csv").shown, [])
        self.assertEqual(self.tally(self.results, text.replace("true", "1", 1), format="csv").differences, 1)


def _output(results: list[Model]) -> Model:
    envelope = {"schema": "hcf.gap/1", "hcf": "0", "framework": {}, "overlays": [], "as_of": "2026-11-01"}
    return {**envelope, "results": plain_numbers(results), "skipped": []}
