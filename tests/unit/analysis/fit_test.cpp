// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/fit.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

using hcf::FitAnalysis;
using hcf::FitTargets;

/// The tiny framework with more roles, some of which ask what others do.
const hcf::Framework& three_rungs() {
    static const hcf::Framework kFramework = tests::framework_of(
        tests::kTinyText, {"hcf: overlay/1\n"
                           "overlay: {id: o}\n"
                           "competences:\n"
                           "  - {id: guard, supersedes: [talk]}\n"
                           "roles:\n"
                           "  - {id: porter, title: Porter, levels: [low]}\n"
                           "  - {id: driver, title: Driver, levels: [low, mid]}\n"
                           "  - {id: runner, title: Runner, levels: [mid], competences: [track]}\n"
                           "  - {id: head, title: Head, levels: [high]}\n"
                           "  - {id: chief, title: Chief, levels: [high]}\n"});
    return kFramework;
}

/// A person and where they stand.
struct Stands {
    explicit Stands(std::string_view person, std::string_view ratings,
                    hcf::JudgeOptions options = {})
        : targets(hcf::make_fit_targets(three_rungs())),
          assessment(tests::assessment_of(three_rungs(),
                                          "hcf: assessment/1\nperson: " + std::string(person) +
                                              "\nratings: " + std::string(ratings) + "\n")) {
        options.as_of = tests::day("2026-11-22");
        analysis = hcf::analyse_fit(three_rungs(), targets, assessment, options);
    }
    Stands(const Stands&) = delete;
    Stands& operator=(const Stands&) = delete;

    /// "low: 1 of 2, misses talk\n" for each level.
    [[nodiscard]] std::string levels() const {
        std::string text;
        for (const hcf::FitLevel& level : targets.levels)
            text += three_rungs().at(level.level).id + figures(level.set);
        return text;
    }

    /// The same for a role at a level.
    [[nodiscard]] std::string role(std::string_view name, std::string_view level) const {
        for (const hcf::FitRole& role : targets.roles) {
            if (role.role.role == tests::role_of(three_rungs(), name) &&
                role.role.level == tests::level_of(three_rungs(), level))
                return figures(role.set).substr(2);
        }
        return "none";
    }

    [[nodiscard]] std::string next() const {
        std::string text;
        for (const std::size_t i : analysis.next) {
            const hcf::RoleAtLevel& role = targets.roles[i].role;
            text += (text.empty() ? "" : " ") + three_rungs().at(role.role).id + "@" +
                    three_rungs().at(role.level).id;
        }
        return text;
    }

    FitTargets targets;
    hcf::Assessment assessment;
    FitAnalysis analysis;

private:
    [[nodiscard]] std::string figures(std::size_t set) const {
        const hcf::JudgedRequirements& judged = analysis.judged[set];
        std::string text = ": " + std::to_string(judged.summary.met) + " of " +
                           std::to_string(judged.summary.applicable);
        const std::string missing = tests::ids_of(three_rungs(), hcf::missing_of(judged));
        if (!missing.empty()) text += ", misses " + missing;
        return text + "\n";
    }
};

TEST_CASE("every level, and every role at each of its levels, in framework order") {
    const FitTargets targets = hcf::make_fit_targets(three_rungs());
    std::string roles;
    for (const hcf::FitRole& role : targets.roles)
        roles +=
            three_rungs().at(role.role.role).id + "@" + three_rungs().at(role.role.level).id + " ";
    CHECK(roles ==
          "carer@low nurse@mid nurse@high porter@low driver@low driver@mid runner@mid head@high "
          "chief@high ");
    CHECK(targets.levels.size() == 3);
    // low with its three roles, mid with driver, high with head and chief, nurse twice, runner.
    CHECK(targets.sets.size() == 6);
    for (const hcf::FitRole& role : targets.roles) {
        const hcf::CompetenceSet own = hcf::essential_set(three_rungs(), role.role);
        CHECK(targets.sets[role.set].essential == own);
    }
}

TEST_CASE("what is met and missing, level by level, with what an overlap holds") {
    const Stands stands("{id: a, role: carer}",
                        "{wash: met, talk: partial, lead: met, guard: not-met}");
    CHECK(stands.levels() ==
          "low: 1 of 2, misses talk\n"
          "mid: 2 of 3, misses talk\n"
          "high: 2 of 3, misses guard\n");
    CHECK(stands.role("nurse", "mid") == "1 of 4, misses talk lead infuse\n");
    CHECK(stands.analysis.whole_levels.empty());
}

TEST_CASE("people are whole at several levels at once, or at none below the one they are at") {
    const Stands both("{id: a, role: carer}", "{wash: met, talk: met, lead: met}");
    CHECK(tests::ids_of(three_rungs(), both.analysis.whole_levels) == "low mid");
    const Stands top("{id: a, role: head}", "{wash: met, lead: met, guard: partial}");
    CHECK(top.analysis.whole_levels.empty());
    // An overlay lets guard supersede talk; it must be met itself.
    const Stands through("{id: a, role: head}", "{wash: met, lead: met, guard: met}");
    CHECK(tests::ids_of(three_rungs(), through.analysis.whole_levels) == "low mid high");
}

TEST_CASE("what is not applicable leaves a level short of whole, and is not missing") {
    const Stands stands("{id: a, role: carer}",
                        "{wash: met, talk: {value: not-applicable, note: Alone}}");
    CHECK(stands.levels() ==
          "low: 1 of 1\n"
          "mid: 1 of 2, misses lead\n"
          "high: 1 of 3, misses lead guard\n");
    CHECK(stands.analysis.whole_levels.empty());
    CHECK_FALSE(hcf::is_whole(stands.analysis.judged[stands.targets.levels[0].set].summary));
}

TEST_CASE("the next roles: not whole, at the level or the one above, most similar first") {
    // Their own set is wash, talk. At low three roles ask just that, and miss nothing.
    const Stands whole("{id: a, role: carer}", "{wash: met, talk: met}");
    // driver@mid: 2 of 3; nurse@mid and runner@mid: 2 of 4.
    CHECK(whole.next() == "driver@mid nurse@mid runner@mid");
    // Their own role is one of them until it is whole; five at most, ties in framework order.
    const Stands none("{id: a, role: carer}", "{wash: met}");
    CHECK(none.next() == "carer@low porter@low driver@low driver@mid nurse@mid");
    // An overlap belongs to what is asked of them, and brings a role nearer.
    const Stands overlap(
        "{id: a, role: carer, overlaps: [{level: mid, competences: [track, lead]}]}",
        "{wash: met, talk: met}");
    CHECK(overlap.next() == "runner@mid driver@mid nurse@mid");
    // Nothing stands above the highest level.
    const Stands top("{id: a, level: high}", "{wash: met, lead: met, guard: met}");
    CHECK(top.next() == "nurse@high");
}

TEST_CASE("the options of the judgement hold for every target at its own level") {
    hcf::JudgeOptions options;
    options.in_context = true;
    const Stands stands("{id: a, role: carer}", "{wash: met, talk: met, lead: met}", options);
    CHECK(stands.levels() ==
          "low: 2 of 2\n"
          "mid: 0 of 3, misses wash talk lead\n"
          "high: 0 of 3, misses wash lead guard\n");
    options.accept = hcf::Basis::supervisor;
    const Stands strict("{id: a, role: carer}", "{wash: met, talk: met, lead: met}", options);
    CHECK(strict.levels().substr(0, 27) == "low: 0 of 2, misses wash ta");
}

TEST_CASE("the figures are those of the gap analysis against the same target") {
    const Stands stands("{id: a, role: nurse, level: high}",
                        "{wash: met, lead: met, infuse: {plan: {action: Learn, due: 2027-01-01, "
                        "supervisor: Bo}}}");
    for (const hcf::FitRole& role : stands.targets.roles) {
        const hcf::GapAnalysis gap = hcf::analyse_gap(
            three_rungs(), stands.assessment,
            {hcf::TargetKind::role, role.role.role, role.role.level}, {tests::day("2026-11-22")});
        const hcf::GapSummary& summary = stands.analysis.judged[role.set].summary;
        CHECK(summary.statuses == gap.summary.statuses);
        CHECK(summary.planned == gap.summary.planned);
        CHECK(summary.readiness == gap.summary.readiness);
        CHECK(summary.assurance == gap.summary.assurance);
    }
    CHECK(stands.analysis.own.target.kind == hcf::TargetKind::own);
}

}  // namespace
