// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/portfolio.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a portfolio counts what is asked, and keeps what is not") {
    namespace tests = hcf::tests;
    const hcf::Framework& framework = tests::tiny();
    const hcf::Assessment assessment = tests::assessment_of(
        framework,
        "hcf: assessment/1\n"
        "person: {id: p, role: nurse}\n"
        "ratings:\n"
        "  wash: {value: met, evidence: [A, {title: B, date: 2026-01-01}, {title: C, date: "
        "2026-02-01}]}\n"
        "  talk: {value: not-applicable, note: alone}\n"
        "  infuse: {plan: {action: D}, evidence: [E]}\n"
        "  guard: {value: met, evidence: [F]}\n");
    hcf::JudgeOptions options;
    options.as_of = tests::day("2026-11-22");
    const hcf::Portfolio portfolio = hcf::make_portfolio(
        framework, assessment,
        {hcf::TargetKind::own, assessment.person.role, assessment.person.level}, options);
    std::string entries;
    for (const hcf::PortfolioEntry& entry : portfolio.entries) {
        entries += framework.at(entry.row.asked.competence).id;
        for (const hcf::Evidence* piece : entry.evidence) entries += " " + piece->title;
        entries += hcf::lacks_evidence(entry) ? " lacks; " : "; ";
    }
    CHECK(entries == "wash C B A; talk; lead lacks; infuse E; track lacks; ");
    REQUIRE(portfolio.extras.size() == 1);
    CHECK(framework.at(portfolio.extras[0].rating->competence).id == "guard");
    CHECK(portfolio.summary.applicable == 3);
    CHECK(portfolio.summary.with_evidence == 2);
    CHECK(portfolio.summary.without_evidence == 1);
    CHECK(portfolio.summary.pieces == 5);
    CHECK(portfolio.summary.pieces_not_asked == 1);
    CHECK(portfolio.summary.undated == 3);
    CHECK(portfolio.summary.oldest == tests::day("2026-01-01"));
    CHECK(portfolio.summary.newest == tests::day("2026-02-01"));
}
