# SPDX-License-Identifier: Apache-2.0
"""The CSV of `hcf gap`, computed from the oracle's results."""

from __future__ import annotations

from typing import Any

from oracle import Exact, Model

PERSON_COLUMNS = ["person_id", "name", "organisation", "team", "role", "level", "target", "target_role", "target_level"]
ROW_KEYS = (
    "competence title kind essential asked_at status assurance reason through "
    "value shown_at basis assessor assessed valid_until"
).split()
ROW_COLUMNS = [*PERSON_COLUMNS, *ROW_KEYS, "evidence", "plan_action", "plan_due", "plan_supervisor"]
TOTAL_KEYS = ["required", "applicable", "met", "planned", "gap", "readiness", "assurance"]
TOTAL_COLUMNS = [*PERSON_COLUMNS, *TOTAL_KEYS]

DEFUSED = ("=", "+", "-", "@", "\t", "\r")


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Exact):
        return value.text
    if isinstance(value, str) and value.startswith(DEFUSED):
        return "'" + value
    return str(value)


def csv_table(results: list[Model], totals: bool) -> list[list[str]]:
    """The header and every row, as cells."""
    if totals:
        rows = [_person_values(result) + _total_values(result) for result in results]
        return [TOTAL_COLUMNS, *([cell(value) for value in row] for row in rows)]
    rows = [_person_values(result) + _row_values(row) for result in results for row in result["competences"]]
    return [ROW_COLUMNS, *([cell(value) for value in row] for row in rows)]


def _person_values(result: Model) -> list[Any]:
    person, target = result["person"], result["target"]
    values = [person[key] for key in ("id", "name", "organisation", "team", "role", "level")]
    return [*values, target["kind"], target["role"], target["level"]]


def _total_values(result: Model) -> list[Any]:
    return [result["summary"][key] for key in TOTAL_KEYS]


def _row_values(row: Model) -> list[Any]:
    plan = row["plan"] or {}
    evidence = row["evidence"]
    count = len(evidence) if isinstance(evidence, list) else evidence
    return [*(row[key] for key in ROW_KEYS), count, plan.get("action"), plan.get("due"), plan.get("supervisor")]
