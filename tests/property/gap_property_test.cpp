// SPDX-License-Identifier: Apache-2.0
// What holds of every gap analysis. No property assumes that a higher level includes a lower one:
// the random frameworks, like the real one, are full of levels that do not.
#include "hcf/analysis/gap.h"
#include "hcf/present/present_gap.h"

#include "support/random_case.h"
#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::Basis;
using hcf::GapAnalysis;
using hcf::Target;
using hcf::TargetKind;
using tests::Random;
using tests::RandomFramework;
using tests::RandomPerson;
using tests::RandomRating;

constexpr std::uint32_t kGapSeeds = 100;

/// What one seed makes: a framework, a person in it, and options.
struct GapCase {
    explicit GapCase(std::uint32_t seed, const tests::FrameworkTraits& traits = {})
        : random(seed), description(random, traits), person(random, description) {
        framework = description.build();
        options = {tests::random_day(), static_cast<Basis>(random.below(3)), random.chance(40)};
        if (random.chance(40)) options.accept = Basis::self;
        targets.push_back({TargetKind::own,
                           role_id(person.role),
                           {static_cast<std::uint32_t>(person.own_level(description))}});
        for (std::uint32_t level = 0; level < description.levels; ++level) {
            targets.push_back({TargetKind::level, std::nullopt, {level}});
        }
        for (std::uint32_t role = 0; role < description.roles.size(); ++role) {
            for (const std::size_t level : description.roles[role].levels) {
                targets.push_back(
                    {TargetKind::role, hcf::RoleId{role}, {static_cast<std::uint32_t>(level)}});
            }
        }
    }

    static std::optional<hcf::RoleId> role_id(std::optional<std::size_t> role) {
        if (!role) return std::nullopt;
        return hcf::RoleId{static_cast<std::uint32_t>(*role)};
    }

    [[nodiscard]] hcf::Assessment read(const std::string& text) const {
        return tests::assessment_of(framework, text, "2099-01-01");
    }

    Random random;
    RandomFramework description;
    RandomPerson person;
    hcf::Framework framework;
    hcf::JudgeOptions options;
    std::vector<Target> targets;
};

/// Everything that JSON says of an assessment against all targets.
std::string all_json(const GapCase& given, const hcf::Assessment& assessment) {
    std::string text;
    hcf::GapView view;
    view.evidence_lists = true;
    for (const Target& target : given.targets) {
        const GapAnalysis analysis =
            hcf::analyse_gap(given.framework, assessment, target, given.options);
        text += hcf::gap_json(given.framework, analysis, view).dump(1) + "\n";
    }
    return text;
}

/// One requirement as the description of the framework has it.
struct ExpectedRow {
    bool essential = true;
    std::size_t asked_at = 0;
    std::optional<int> needs;
};
using ExpectedRows = std::map<std::size_t, ExpectedRow>;

/// R(level) of spec 3.
ExpectedRows expected_of_level(const RandomFramework& framework, std::size_t level) {
    ExpectedRows rows;
    for (std::size_t i = 0; i < framework.competences.size(); ++i) {
        const auto& competence = framework.competences[i];
        if (competence.is_core && competence.marks[level]) rows[i] = {true, level, std::nullopt};
    }
    return rows;
}

/// R(role) at a level.
ExpectedRows expected_of_role(const RandomFramework& framework, std::size_t role,
                              std::size_t level) {
    ExpectedRows rows = expected_of_level(framework, level);
    for (const auto& entry : framework.roles[role].entries) {
        const bool is_core = rows.count(entry.competence) != 0;
        rows[entry.competence] = {is_core || entry.essential, level, entry.needs};
    }
    return rows;
}

/// R(person).
ExpectedRows expected_of_person(const RandomFramework& framework, const RandomPerson& person) {
    const std::size_t level = person.own_level(framework);
    ExpectedRows rows = person.role ? expected_of_role(framework, *person.role, level)
                                    : expected_of_level(framework, level);
    for (const auto& overlap : person.overlaps) {
        for (const std::size_t competence : overlap.competences) {
            const auto [place, is_new] = rows.try_emplace(competence, ExpectedRow{true, level, {}});
            place->second.essential = true;
            place->second.asked_at = std::max(place->second.asked_at, overlap.level);
        }
    }
    return rows;
}

ExpectedRows expected_rows(const GapCase& given, const Target& target) {
    switch (target.kind) {
        case TargetKind::own: return expected_of_person(given.description, given.person);
        case TargetKind::level: return expected_of_level(given.description, target.level.index);
        case TargetKind::role: break;
    }
    return expected_of_role(given.description, target.role->index, target.level.index);
}

int group_of_row(const hcf::GapRow& row) {
    if (!row.assurance) return 3;
    if (*row.assurance == hcf::Assurance::gap) return 0;
    return *row.assurance == hcf::Assurance::planned ? 1 : 2;
}

void check_sums(const GapAnalysis& analysis) {
    const hcf::GapSummary& summary = analysis.summary;
    CHECK(summary.met + summary.planned + summary.gap == summary.applicable);
    std::int64_t statuses = 0;
    for (const std::int64_t count : summary.statuses) statuses += count;
    CHECK(statuses == summary.required);
    const auto of = [&](hcf::Status status) {
        return summary.statuses.at(static_cast<std::size_t>(status));
    };
    CHECK(of(hcf::Status::met) == summary.met);
    CHECK(summary.required - of(hcf::Status::not_applicable) == summary.applicable);
    CHECK(summary.met_self <= summary.met);
    CHECK(summary.met_without_evidence <= summary.met);
    CHECK(summary.met_below_level <= summary.met);
    if (summary.required != 0 && summary.applicable == 0) {
        CHECK_FALSE(summary.readiness);
        CHECK_FALSE(summary.assurance);
        return;
    }
    REQUIRE(summary.readiness);
    REQUIRE(summary.assurance);
    CHECK_FALSE(*summary.assurance < *summary.readiness);
    if (summary.required == 0) {
        CHECK(*summary.readiness == hcf::Ratio{1, 1});
    } else {
        CHECK(*summary.readiness == hcf::Ratio{summary.met, summary.applicable});
    }
    // 100 % is said only when all are met.
    CHECK((hcf::whole_percent(*summary.readiness) == 100) == (summary.met == summary.applicable));
}

void check_row(const GapCase& given, const hcf::GapRow& row) {
    CHECK(row.reason.has_value() == (row.assurance == hcf::Assurance::gap));
    CHECK(row.assurance.has_value() == (row.status != hcf::Status::not_applicable));
    CHECK((row.assurance == hcf::Assurance::assured) == (row.status == hcf::Status::met));
    CHECK((row.doubt != hcf::Doubt::none) == (row.status == hcf::Status::unconfirmed));
    if (row.status == hcf::Status::expired) {
        REQUIRE(row.valid_until);
        CHECK(*row.valid_until < given.options.as_of);
    }
    if (!row.through) return;
    CHECK(row.status == hcf::Status::met);
    CHECK_FALSE(row.asked.needs);
    const auto& above = given.framework.at(row.asked.competence).superseded_by;
    CHECK(std::find(above.begin(), above.end(), *row.through) != above.end());
}

/// The strongest met that somebody can have of a competence.
RandomRating strongest(const GapCase& given, std::size_t competence) {
    RandomRating rating;
    rating.competence = competence;
    const auto& scale = given.framework.at(*given.framework.find_scale(given.person.scale));
    rating.value = scale.values.back().id;
    rating.assessed = 0;
    rating.basis = Basis::assessor;
    rating.level = given.description.levels - 1;
    return rating;
}

bool is_not_lower(const std::optional<hcf::Ratio>& after, const std::optional<hcf::Ratio>& before) {
    if (!before) return true;
    return after && !(*after < *before);
}

}  // namespace

TEST_CASE("for any framework and overlay the requirement sets are those of the specification") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        const GapCase given(seed);
        const hcf::Assessment assessment = given.read(given.person.text());
        for (const Target& target : given.targets) {
            const GapAnalysis analysis =
                hcf::analyse_gap(given.framework, assessment, target, given.options);
            const ExpectedRows expected = expected_rows(given, target);
            CHECK(analysis.rows.size() == expected.size());
            for (const hcf::GapRow& row : analysis.rows) {
                const auto place = expected.find(row.asked.competence.index);
                REQUIRE(place != expected.end());
                CHECK(row.asked.essential == place->second.essential);
                CHECK(row.asked.asked_at.index == place->second.asked_at);
                REQUIRE(row.asked.needs.has_value() == place->second.needs.has_value());
                if (row.asked.needs) {
                    CHECK(given.framework.at(row.asked.needs->scale).id == "zero-to-six");
                    CHECK(row.asked.needs->value ==
                          static_cast<std::uint32_t>(*place->second.needs));
                }
            }
        }
    }
}

TEST_CASE("met, planned and gap make up what is applicable, and statuses what is required") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        const GapCase given(seed);
        const hcf::Assessment assessment = given.read(given.person.text());
        for (const Target& target : given.targets) {
            const GapAnalysis analysis =
                hcf::analyse_gap(given.framework, assessment, target, given.options);
            check_sums(analysis);
            for (const hcf::GapRow& row : analysis.rows) check_row(given, row);
        }
    }
}

TEST_CASE("rows stand in their groups, then in framework order, and beyond is not asked") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        const GapCase given(seed);
        const hcf::Assessment assessment = given.read(given.person.text());
        for (const Target& target : given.targets) {
            const GapAnalysis analysis =
                hcf::analyse_gap(given.framework, assessment, target, given.options);
            for (std::size_t i = 1; i < analysis.rows.size(); ++i) {
                const auto key = [](const hcf::GapRow& row) {
                    return std::pair(group_of_row(row), row.asked.competence.index);
                };
                CHECK(key(analysis.rows[i - 1]) < key(analysis.rows[i]));
            }
            CHECK(std::is_sorted(analysis.beyond.begin(), analysis.beyond.end()));
            for (const hcf::GapRow& row : analysis.rows) {
                CHECK(std::find(analysis.beyond.begin(), analysis.beyond.end(),
                                row.asked.competence) == analysis.beyond.end());
            }
        }
    }
}

TEST_CASE("the strongest met of any competence never lowers readiness or assurance") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        GapCase given(seed);
        const hcf::Assessment before = given.read(given.person.text());
        const std::size_t competence = given.random.below(given.description.competences.size());
        RandomPerson improved = given.person;
        const auto place = std::find_if(
            improved.ratings.begin(), improved.ratings.end(),
            [&](const RandomRating& rating) { return rating.competence == competence; });
        if (place == improved.ratings.end()) {
            improved.ratings.push_back(strongest(given, competence));
        } else {
            *place = strongest(given, competence);
        }
        const hcf::Assessment after = given.read(improved.text());
        for (const Target& target : given.targets) {
            const GapAnalysis old_one =
                hcf::analyse_gap(given.framework, before, target, given.options);
            const GapAnalysis new_one =
                hcf::analyse_gap(given.framework, after, target, given.options);
            CHECK(is_not_lower(new_one.summary.readiness, old_one.summary.readiness));
            CHECK(new_one.summary.met >= old_one.summary.met);
            CHECK_FALSE(hcf::is_readier(old_one, new_one));
        }
    }
}

TEST_CASE("accepting less, or asking the context, never makes anybody readier") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        const GapCase given(seed);
        const hcf::Assessment assessment = given.read(given.person.text());
        const hcf::JudgeOptions lenient = {given.options.as_of, Basis::self, false};
        for (const Target& target : given.targets) {
            const GapAnalysis strict =
                hcf::analyse_gap(given.framework, assessment, target, given.options);
            const GapAnalysis loose =
                hcf::analyse_gap(given.framework, assessment, target, lenient);
            CHECK(strict.summary.met <= loose.summary.met);
            CHECK(strict.beyond.size() <= loose.beyond.size());
        }
    }
}

TEST_CASE("the order of ratings in the file changes nothing") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        GapCase given(seed);
        RandomPerson shuffled = given.person;
        given.random.shuffle(shuffled.ratings);
        CHECK(all_json(given, given.read(given.person.text())) ==
              all_json(given, given.read(shuffled.text())));
    }
}

TEST_CASE("which of their names things are called by changes nothing") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        const GapCase given(seed);
        tests::Writing renamed;
        renamed.name_seed = seed;
        CHECK(all_json(given, given.read(given.person.text())) ==
              all_json(given, given.read(given.person.text(renamed))));
    }
}

TEST_CASE("shifting all days together changes nothing where nothing is refreshed") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        GapCase given(seed, {.refresh = false, .supersedes = true});
        const int days = given.random.between(-3000, 3000);
        CAPTURE(days);
        tests::Writing writing;
        writing.shift_days = days;
        const hcf::Assessment plain = given.read(given.person.text());
        const hcf::Assessment shifted = given.read(given.person.text(writing));
        hcf::JudgeOptions later = given.options;
        later.as_of.days += days;
        for (const Target& target : given.targets) {
            const GapAnalysis a = hcf::analyse_gap(given.framework, plain, target, given.options);
            const GapAnalysis b = hcf::analyse_gap(given.framework, shifted, target, later);
            REQUIRE(a.rows.size() == b.rows.size());
            for (std::size_t i = 0; i < a.rows.size(); ++i) {
                CHECK(a.rows[i].asked.competence == b.rows[i].asked.competence);
                CHECK(a.rows[i].status == b.rows[i].status);
                CHECK(a.rows[i].assurance == b.rows[i].assurance);
                CHECK(a.rows[i].reason == b.rows[i].reason);
                CHECK(a.rows[i].through == b.rows[i].through);
                CHECK(a.rows[i].doubt == b.rows[i].doubt);
            }
            CHECK(a.summary.statuses == b.summary.statuses);
            CHECK(a.beyond == b.beyond);
        }
    }
}

TEST_CASE("what is met on a day and never expires is met on every later one") {
    for (std::uint32_t seed = 1; seed <= kGapSeeds; ++seed) {
        CAPTURE(seed);
        const GapCase given(seed);
        const hcf::Assessment assessment = given.read(given.person.text());
        hcf::JudgeOptions later = given.options;
        later.as_of.days += 500;
        for (const Target& target : given.targets) {
            const GapAnalysis now =
                hcf::analyse_gap(given.framework, assessment, target, given.options);
            const GapAnalysis then = hcf::analyse_gap(given.framework, assessment, target, later);
            // Time alone confirms nothing and meets nothing.
            CHECK(then.summary.met <= now.summary.met);
            CHECK(then.summary.required == now.summary.required);
            CHECK(then.summary.applicable == now.summary.applicable);
        }
    }
}
