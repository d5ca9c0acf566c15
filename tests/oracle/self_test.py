# SPDX-License-Identifier: Apache-2.0
"""Tests of the oracle: each expectation is worked by hand from the specification."""

from __future__ import annotations

import unittest
from fractions import Fraction
from typing import Any

from framework import LEVELS, MATRIX, SHIPPED_SCALES, add_period, load_framework, shipped_roles
from oracle import Exact, Terms, analyse, shortest
from tabular import csv_table

Model = dict[str, Any]

DAY = "2025-02-28"
AUTONOMOUS = [key for key, _, marks in MATRIX if marks[2] == "x"]


def person(**fields: Any) -> Model:
    given = {"file": "people/p.yaml", "document": 1, "id": "P-1", "ratings": {}, **fields}
    return given if "role" in given or "level" in given else {**given, "level": "autonomous"}


def gap(one: Model, *overlays: Model, as_of: str = DAY, **terms: Any) -> list[Model]:
    return analyse(load_framework(list(overlays)), [one], Terms(as_of, **terms))


def row(result: Model, competence: str) -> Model:
    found: Model = next(one for one in result["competences"] if one["competence"] == competence)
    return found


def status(rating: Model, *overlays: Model, competence: str = "safeguarding", **rest: Any) -> str:
    """The status of one rating of an autonomous person, by their own target."""
    terms = {key: rest.pop(key) for key in ("as_of", "accept", "in_context") if key in rest}
    (result,) = gap(person(ratings={competence: rating}, **rest), *overlays, **terms)
    found: str = row(result, competence)["status"]
    return found


def amends(competence: str, **fields: Any) -> Model:
    return {"id": "o", "competences": [{"id": competence, **fields}]}


def nurse_needs(competence: str, needs: str, **fields: Any) -> Model:
    entry = {"id": competence, "needs": needs, **fields}
    return {"id": "o", "roles": [{"id": "registered-nurse-adult", "competences": [entry]}]}


ALICE = person(
    id="EHC-0042",
    name="Alice Example",
    organisation="Example Homecare",
    team="north-nursing",
    role="registered-nurse-adult",
    level="autonomous",
    overlaps=[{"level": "enhanced", "competences": ["professional-networks"]}],
    scale="status",
    assessed="2026-10-01",
    assessor="Bola Example",
    basis="supervisor",
    supervision={"supervisor": "Bola Example", "mode": "indirect", "until": "2027-10-01"},
    ratings={
        "communicate-effectively": {"value": "met"},
        "hand-hygiene": {
            "value": "met",
            "assessed": "2026-09-12",
            "assessor": "Chi Example",
            "basis": "assessor",
            "level": "supportive",
            "valid_until": "2027-09-12",
            "evidence": [
                {"title": "Observed at three home visits"},
                {"type": "certificate", "title": "Hand hygiene update", "date": "2026-09-12", "ref": "LMS-8812"},
            ],
        },
        "professional-networks": {
            "value": "partial",
            "plan": {
                "action": "Join the regional homecare nurses' forum",
                "due": "2027-01-31",
                "supervisor": "Bola Example",
                "review": "2026-12-15",
            },
        },
        "filing-systems": {"value": "not-applicable", "note": "Records are kept by the hub", "basis": "supervisor"},
    },
)


class FrameworkTest(unittest.TestCase):
    def test_the_matrix_has_the_totals_of_the_specification(self) -> None:
        core = [len(load_framework([]).core[level]) for level in LEVELS]
        self.assertEqual((len(MATRIX), core, sum(core)), (23, [14, 14, 20, 20, 22], 90))

    def test_forty_two_listings_make_forty_one_roles(self) -> None:
        roles = shipped_roles()
        self.assertEqual((len(roles), sum(len(role.levels) for role in roles.values())), (41, 42))
        self.assertEqual(roles["subject-matter-expert"].levels, ("enhanced", "advanced"))
        for role in ("registered-nurse-adult", "despatch-delivery-co-ordinator", "director-board-member"):
            self.assertIn(role, roles)

    def test_a_period_holds_the_day_to_the_end_of_the_month_before_it_counts_days(self) -> None:
        for start, period, end in (
            ("2024-02-29", "P1Y", "2025-02-28"),
            ("2024-02-29", "P4Y", "2028-02-29"),
            ("2025-01-31", "P1M", "2025-02-28"),
            ("2024-01-31", "P1M", "2024-02-29"),
            ("2024-10-31", "P4M", "2025-02-28"),
            ("2023-12-31", "P1Y2M3D", "2025-03-03"),
            ("2024-12-30", "P1M1D", "2025-01-31"),
            ("2024-11-30", "P90D", "2025-02-28"),
            ("2023-08-31", "P18M", "2025-02-28"),
        ):
            self.assertEqual(add_period(start, period), end, (start, period))

    def test_ratios_are_short_and_rounded_down(self) -> None:
        cases = {(13, 20): "0.65", (2, 3): "0.6666", (1, 14): "0.0714", (13, 14): "0.9285", (99_999, 100_000): "0.9999"}
        for (part, whole), text in cases.items():
            self.assertEqual(shortest(Fraction(part, whole)), Exact(text))
        self.assertEqual([shortest(Fraction(1)), shortest(Fraction(0)), shortest(None)], [1, 0, None])


class AliceTest(unittest.TestCase):
    """The example of spec/2, worked by hand."""

    def test_the_summary_counts_nineteen_applicable(self) -> None:
        (result,) = gap(ALICE, as_of="2026-11-01")
        self.assertEqual(result["target"], {"kind": "own", "role": "registered-nurse-adult", "level": "autonomous"})
        self.assertEqual((result["core_only"], result["same_core_as"], result["beyond"]), (True, ["enhanced"], []))
        summary = {
            "required": 20,
            "applicable": 19,
            "met": 2,
            "planned": 1,
            "gap": 16,
            "readiness": Exact("0.1052"),
            "assurance": Exact("0.1578"),
            "met_self": 0,
            "met_without_evidence": 1,
            "met_below_level": 1,
            "statuses": {
                "met": 2,
                "expired": 0,
                "unconfirmed": 0,
                "partial": 1,
                "not-met": 0,
                "not-assessed": 16,
                "not-applicable": 1,
            },
        }
        self.assertEqual(result["summary"], summary)

    def test_rows_stand_gap_planned_assured_not_applicable(self) -> None:
        (result,) = gap(ALICE, as_of="2026-11-01")
        order = [one["competence"] for one in result["competences"]]
        last = ["professional-networks", "communicate-effectively", "hand-hygiene", "filing-systems"]
        self.assertEqual(order, [c for c in AUTONOMOUS if c not in last] + last)

    def test_a_row_shows_what_was_counted(self) -> None:
        (result,) = gap(ALICE, as_of="2026-11-01", evidence=True)
        wanted = {
            "competence": "hand-hygiene",
            "title": "Perform hand hygiene to prevent the spread of infection",
            "kind": "core",
            "essential": True,
            "asked_at": "autonomous",
            "status": "met",
            "assurance": "assured",
            "reason": None,
            "through": None,
            "value": "met",
            "shown_at": "supportive",
            "basis": "assessor",
            "assessor": "Chi Example",
            "assessed": "2026-09-12",
            "valid_until": "2027-09-12",
            "evidence": [
                {"type": None, "title": "Observed at three home visits", "date": None, "ref": None},
                {"type": "certificate", "title": "Hand hygiene update", "date": "2026-09-12", "ref": "LMS-8812"},
            ],
            "plan": None,
        }
        self.assertEqual(row(result, "hand-hygiene"), wanted)
        self.assertEqual(row(result, "professional-networks")["asked_at"], "enhanced")

    def test_a_year_later_it_has_run_out(self) -> None:
        (result,) = gap(ALICE, as_of="2027-10-02")
        self.assertEqual(row(result, "hand-hygiene")["status"], "expired")
        self.assertEqual(row(result, "professional-networks")["reason"], "plan-overdue")

    def test_assessors_alone_are_accepted_of_them(self) -> None:
        (result,) = gap(ALICE, as_of="2026-11-01", accept="assessor")
        self.assertEqual(row(result, "communicate-effectively")["status"], "unconfirmed")
        self.assertEqual(row(result, "filing-systems")["status"], "unconfirmed")
        self.assertEqual((result["summary"]["applicable"], result["summary"]["met"]), (20, 1))

    def test_in_context_asks_for_the_level_at_which_it_was_shown(self) -> None:
        (result,) = gap(ALICE, as_of="2026-11-01", in_context=True)
        self.assertEqual(row(result, "hand-hygiene")["status"], "unconfirmed")
        (lower,) = gap(ALICE, as_of="2026-11-01", in_context=True, levels=("supportive",))
        self.assertEqual(row(lower, "hand-hygiene")["status"], "met")

    def test_the_csv_has_one_line_per_competence(self) -> None:
        table = csv_table(gap(ALICE, as_of="2026-11-01"), totals=False)
        self.assertEqual((len(table), {len(line) for line in table}), (21, {28}))
        self.assertEqual(
            ",".join(table[17]),
            "EHC-0042,Alice Example,Example Homecare,north-nursing,registered-nurse-adult,autonomous,own,"
            "registered-nurse-adult,autonomous,professional-networks,Develop and maintain your professional networks,"
            "core,true,enhanced,partial,planned,,,partial,autonomous,supervisor,Bola Example,2026-10-01,,0,"
            "Join the regional homecare nurses' forum,2027-01-31,Bola Example",
        )

    def test_the_csv_of_totals_has_one_line_per_target(self) -> None:
        results = gap(ALICE, as_of="2026-11-01", totals=True, levels=("supportive",))
        self.assertEqual((results[0]["competences"], results[0]["beyond"]), ([], []))
        # 14 asked, filing-systems not applicable; communicate-effectively and hand-hygiene are met: 2 of 13.
        line = csv_table(results, totals=True)[1]
        self.assertEqual(",".join(line[6:]), "level,,supportive,14,13,2,0,11,0.1538,0.1538")


class StatusTest(unittest.TestCase):
    def test_each_shipped_scale_counts_as_it_says(self) -> None:
        partial, missed = {"partial", "1", "2", "advanced-beginner"}, {"not-met", "not-yet-competent", "0", "novice"}
        for scale, values in SHIPPED_SCALES.items():
            for value, _ in values:
                wanted = "partial" if value in partial else "not-met" if value in missed else "met"
                self.assertEqual(status({"value": value}, scale=scale), wanted, (scale, value))

    def test_the_last_valid_day_is_still_valid(self) -> None:
        self.assertEqual(status({"value": "met", "valid_until": DAY}), "met")
        self.assertEqual(status({"value": "met", "valid_until": "2025-02-27"}), "expired")

    def test_the_earlier_of_both_ends_counts(self) -> None:
        yearly = amends("safeguarding", refresh="P1Y")
        for assessed, until, wanted in (
            ("2024-02-29", "2030-01-01", "met"),
            ("2024-02-27", "2030-01-01", "expired"),
            ("2025-01-01", "2025-02-01", "expired"),
        ):
            rating = {"value": "met", "assessed": assessed, "valid_until": until}
            self.assertEqual(status(rating, yearly), wanted, rating)

    def test_undated_under_a_refresh_is_unconfirmed(self) -> None:
        yearly = amends("safeguarding", refresh="P1Y")
        self.assertEqual(status({"value": "met"}, yearly), "unconfirmed")
        self.assertEqual(status({"value": "met", "valid_until": DAY}, yearly), "met")
        self.assertEqual(status({"value": "met"}, yearly, assessed="2025-01-01"), "met")
        self.assertEqual(status({"value": "not-applicable"}, yearly), "unconfirmed")

    def test_not_applicable_does_not_expire(self) -> None:
        self.assertEqual(status({"value": "not-applicable", "valid_until": "2020-01-01"}), "not-applicable")

    def test_not_applicable_is_bound_to_basis_and_level_like_met(self) -> None:
        self.assertEqual(status({"value": "not-applicable"}, accept="supervisor"), "unconfirmed")
        self.assertEqual(status({"value": "not-applicable", "level": "supportive"}, in_context=True), "unconfirmed")
        self.assertEqual(status({"value": "not-met", "level": "supportive"}, in_context=True), "not-met")

    def test_no_basis_counts_as_self(self) -> None:
        self.assertEqual(status({"value": "met"}, accept="self"), "met")
        self.assertEqual(status({"value": "met"}, accept="supervisor"), "unconfirmed")
        self.assertEqual(status({"value": "met"}, accept="supervisor", basis="assessor"), "met")
        own = {"value": "met", "basis": "self"}
        self.assertEqual(status(own, accept="supervisor", basis="assessor"), "unconfirmed")
        self.assertEqual(status({"value": "partial"}, accept="assessor"), "partial")

    def test_expired_goes_before_unconfirmed(self) -> None:
        self.assertEqual(status({"value": "met", "valid_until": "2025-01-01"}, accept="assessor"), "expired")

    def test_below_needs_is_partial_and_goes_before_expired(self) -> None:
        needs = nurse_needs("safeguarding", "zero-to-six/4")
        nurse = {"role": "registered-nurse-adult", "scale": "zero-to-six"}
        self.assertEqual(status({"value": "3", "valid_until": "2020-01-01"}, needs, **nurse), "partial")
        self.assertEqual(status({"value": "4", "valid_until": "2020-01-01"}, needs, **nurse), "expired")
        self.assertEqual(status({"value": "4"}, needs, **nurse), "met")
        self.assertEqual(status({"value": "0"}, needs, **nurse), "not-met")

    def test_needs_on_another_scale_leaves_met_unconfirmed(self) -> None:
        needs = nurse_needs("safeguarding", "proficient")
        nurse = {"role": "registered-nurse-adult", "scale": "status"}
        self.assertEqual(status({"value": "met"}, needs, **nurse), "unconfirmed")
        self.assertEqual(status({"value": "not-applicable"}, needs, **nurse), "unconfirmed")
        self.assertEqual(status({"value": "partial"}, needs, **nurse), "partial")

    def test_needs_of_a_partial_value_lift_nothing(self) -> None:
        needs = nurse_needs("safeguarding", "2")
        nurse = {"role": "registered-nurse-adult", "scale": "zero-to-six"}
        self.assertEqual(status({"value": "2"}, needs, **nurse), "partial")

    def test_a_level_asks_no_needs_of_a_role(self) -> None:
        one = person(role="registered-nurse-adult", ratings={"safeguarding": {"value": "met"}})
        (result,) = gap(one, nurse_needs("safeguarding", "expert"), levels=("autonomous",))
        self.assertEqual(row(result, "safeguarding")["status"], "met")


class PlanTest(unittest.TestCase):
    def outcome(self, plan: Model | None, **fields: Any) -> tuple[str, str | None]:
        rating: Model = {"value": "not-met"} if plan is None else {"plan": {"action": "Learn", **plan}}
        found = row(gap(person(ratings={"safeguarding": rating}, **fields))[0], "safeguarding")
        return found["assurance"], found["reason"]

    def test_the_first_reason_that_holds_is_given(self) -> None:
        in_force = {"supervision": {"supervisor": "Bola", "until": DAY}}
        run_out = {"supervision": {"supervisor": "Bola", "until": "2025-02-27"}}
        self.assertEqual(self.outcome(None, **in_force), ("gap", "no-plan"))
        self.assertEqual(self.outcome({}, **in_force), ("gap", "plan-without-due"))
        self.assertEqual(self.outcome({"due": "2025-02-27"}), ("gap", "plan-overdue"))
        self.assertEqual(self.outcome({"due": DAY}), ("gap", "plan-without-supervisor"))
        self.assertEqual(self.outcome({"due": DAY}, **run_out), ("gap", "plan-without-supervisor"))
        self.assertEqual(self.outcome({"due": DAY}, **in_force), ("planned", None))
        self.assertEqual(self.outcome({"due": DAY}, supervision={"supervisor": "Bola"}), ("planned", None))
        self.assertEqual(self.outcome({"due": DAY, "supervisor": "Chi"}, **run_out), ("planned", None))

    def test_a_plan_without_a_value_is_no_rating(self) -> None:
        rating = {"basis": "supervisor", "plan": {"action": "Learn", "due": DAY}}
        one = person(ratings={"safeguarding": rating}, assessed=DAY, supervision={"supervisor": "Bola"})
        found = row(gap(one)[0], "safeguarding")
        self.assertEqual((found["status"], found["assurance"]), ("not-assessed", "planned"))
        for key in ("value", "shown_at", "basis", "assessor", "assessed", "valid_until", "evidence"):
            self.assertIsNone(found[key], key)
        self.assertEqual(found["plan"], {"action": "Learn", "due": DAY, "supervisor": "Bola", "review": None})


class RequirementTest(unittest.TestCase):
    def test_an_overlap_is_asked_at_the_highest_level_that_names_it(self) -> None:
        overlaps = [
            {"level": "supportive", "competences": ["develop-own-practice", "safeguarding"]},
            {"level": "advanced", "competences": ["implement-change", "safeguarding"]},
            {"level": "enhanced", "competences": ["implement-change"]},
        ]
        (result,) = gap(person(overlaps=overlaps))
        asked = {c: row(result, c)["asked_at"] for c in ("develop-own-practice", "safeguarding", "implement-change")}
        wanted = {"develop-own-practice": "autonomous", "safeguarding": "advanced", "implement-change": "advanced"}
        self.assertEqual((asked, result["summary"]["required"]), (wanted, 22))

    def test_an_overlap_makes_a_desirable_competence_essential(self) -> None:
        desirable = nurse_needs("implement-change", "met", essential=False)
        (result,) = gap(person(role="registered-nurse-adult"), desirable)
        self.assertEqual((row(result, "implement-change")["essential"], result["summary"]["required"]), (False, 20))
        overlaps = [{"level": "advanced", "competences": ["implement-change"]}]
        (result,) = gap(person(role="registered-nurse-adult", overlaps=overlaps), desirable)
        self.assertEqual((row(result, "implement-change")["essential"], result["summary"]["required"]), (True, 21))

    def test_overlaps_belong_to_the_own_target_only(self) -> None:
        overlaps = [{"level": "advanced", "competences": ["implement-change"]}]
        (result,) = gap(person(role="nurse-educator", overlaps=overlaps), roles=("nurse-educator",))
        self.assertEqual(result["summary"]["required"], 20)

    def test_a_role_is_taken_at_the_own_level_where_it_is_the_own_role(self) -> None:
        expert = person(role="subject-matter-expert", level="advanced")
        for one, levels, wanted in (
            (expert, (), "advanced"),
            (expert, ("enhanced",), "enhanced"),
            (person(role="subject-matter-expert"), (), "enhanced"),
            (person(role="safeguarding-lead"), (), "enhanced"),
        ):
            (result,) = gap(one, roles=("subject-matter-expert",), levels=levels)
            self.assertEqual(result["target"], {"kind": "role", "role": "subject-matter-expert", "level": wanted})

    def test_targets_stand_from_the_readiest_and_once(self) -> None:
        # develop-own-practice is 1 of 14 below, and beyond the 20 of autonomous and the 22 of advanced.
        one = person(ratings={"develop-own-practice": {"value": "met"}})
        results = gap(one, levels=("advanced", "associate", "autonomous", "supportive", "associate"))
        self.assertEqual([r["target"]["level"] for r in results], ["associate", "supportive", "advanced", "autonomous"])
        self.assertEqual([r["beyond"] for r in results], [[], [], ["develop-own-practice"], ["develop-own-practice"]])

    def test_nothing_applicable_has_no_ratio_and_stands_last(self) -> None:
        ratings = {c: {"value": "not-applicable"} for c, _, marks in MATRIX if marks[0] == "x"}
        results = gap(person(ratings=ratings), levels=("supportive", "autonomous"))
        self.assertEqual([r["summary"]["readiness"] for r in results], [0, None])
        self.assertEqual(results[1]["summary"]["applicable"], 0)

    def test_a_new_core_competence_parts_equal_levels(self) -> None:
        new = {"id": "c", "title": "C", "kind": "core", "levels": ["associate"]}
        one = person(level="supportive")
        (before,), (after,) = gap(one), gap(one, {"id": "o", "competences": [new]})
        self.assertEqual((before["same_core_as"], after["same_core_as"]), (["associate"], []))


class SupersessionTest(unittest.TestCase):
    SUPERSEDES = amends("synthesise-new-knowledge", supersedes=["develop-own-practice"])

    def lifted(self, ratings: Model, *overlays: Model, **terms: Any) -> tuple[str, str | None]:
        (result,) = gap(person(ratings=ratings), *overlays, levels=("supportive",), **terms)
        found = row(result, "develop-own-practice")
        return found["status"], found["through"]

    def test_it_lifts_what_is_not_assessed_expired_or_unconfirmed(self) -> None:
        met = {"synthesise-new-knowledge": {"value": "met", "basis": "assessor"}}
        through = ("met", "synthesise-new-knowledge")
        self.assertEqual(self.lifted(met, self.SUPERSEDES), through)
        expired = {"develop-own-practice": {"value": "met", "valid_until": "2020-01-01"}}
        self.assertEqual(self.lifted({**met, **expired}, self.SUPERSEDES), through)
        own = {"develop-own-practice": {"value": "met"}}
        self.assertEqual(self.lifted({**met, **own}, self.SUPERSEDES, accept="assessor"), through)
        self.assertEqual(self.lifted({**met, **own}, self.SUPERSEDES), ("met", None))

    def test_it_lifts_nothing_that_was_said(self) -> None:
        met = {"synthesise-new-knowledge": {"value": "met", "basis": "assessor"}}
        for value in ("not-met", "partial", "not-applicable"):
            said = {**met, "develop-own-practice": {"value": value}}
            self.assertEqual(self.lifted(said, self.SUPERSEDES), (value, None))
        said = {**met, "develop-own-practice": {"value": "not-applicable"}}
        self.assertEqual(self.lifted(said, self.SUPERSEDES, accept="assessor"), ("unconfirmed", None))

    def test_the_superseding_one_must_be_met_itself(self) -> None:
        for rating in ({"value": "partial"}, {"value": "met", "valid_until": "2020-01-01"}, {"plan": {"action": "Go"}}):
            self.assertEqual(self.lifted({"synthesise-new-knowledge": rating}, self.SUPERSEDES), ("not-assessed", None))
        self.assertEqual(
            self.lifted({"synthesise-new-knowledge": {"value": "met"}}, self.SUPERSEDES, accept="supervisor"),
            ("not-assessed", None),
        )

    def test_it_is_asked_at_the_level_of_the_row_that_it_lifts(self) -> None:
        shown = {"synthesise-new-knowledge": {"value": "met", "level": "supportive"}}
        (low,) = gap(person(ratings=shown), self.SUPERSEDES, levels=("supportive",), in_context=True)
        (high,) = gap(person(ratings=shown), self.SUPERSEDES, levels=("associate",), in_context=True)
        self.assertEqual(row(low, "develop-own-practice")["through"], "synthesise-new-knowledge")
        self.assertEqual(row(high, "develop-own-practice")["status"], "not-assessed")

    def test_it_holds_over_several_steps_and_names_the_first_in_framework_order(self) -> None:
        chain: Model = {
            "id": "o",
            "competences": [
                {"id": "implement-change", "supersedes": ["synthesise-new-knowledge"]},
                {"id": "synthesise-new-knowledge", "supersedes": ["develop-own-practice"]},
                {"id": "professional-networks", "supersedes": ["develop-own-practice"]},
            ],
        }
        met = {"value": "met"}
        self.assertEqual(self.lifted({"implement-change": met}, chain), ("met", "implement-change"))
        both = {"implement-change": met, "professional-networks": met}
        self.assertEqual(self.lifted(both, chain), ("met", "professional-networks"))

    def test_needs_block_it_on_the_row_and_bind_it_on_its_own(self) -> None:
        nurse = person(role="registered-nurse-adult", scale="zero-to-six", ratings={"safeguarding": {"value": "3"}})
        supersedes = amends("safeguarding", supersedes=["hand-hygiene"])
        cases: list[tuple[Model, str]] = [
            ({}, "met"),
            (nurse_needs("hand-hygiene", "3"), "not-assessed"),
            (nurse_needs("safeguarding", "4"), "not-assessed"),
            (nurse_needs("safeguarding", "3"), "met"),
        ]
        for needs, wanted in cases:
            (result,) = gap(nurse, supersedes, needs)
            self.assertEqual(row(result, "hand-hygiene")["status"], wanted, needs)

    def test_a_row_met_through_another_names_no_basis_and_no_evidence(self) -> None:
        ratings = {"synthesise-new-knowledge": {"value": "met", "basis": "assessor", "evidence": [{"title": "Seen"}]}}
        (result,) = gap(person(ratings=ratings), self.SUPERSEDES, levels=("supportive",))
        summary = result["summary"]
        counts = [summary[key] for key in ("met", "met_self", "met_without_evidence", "met_below_level")]
        self.assertEqual((counts, result["beyond"]), ([1, 1, 1, 0], ["synthesise-new-knowledge"]))


def run() -> int:
    """Runs these tests and those of the tools; 0 if all pass, else 1."""
    loader = unittest.defaultTestLoader
    suite = unittest.TestSuite(loader.loadTestsFromName(name) for name in ("self_test", "self_test_tools"))
    return 0 if unittest.TextTestRunner(verbosity=1).run(suite).wasSuccessful() else 1
