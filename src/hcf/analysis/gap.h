// SPDX-License-Identifier: Apache-2.0
// A person against a level, a role or their own (spec 3, "gap"): what is missing, what is planned,
// what is assured.
#pragma once

#include "hcf/base/ratio.h"
#include "hcf/model/requirements.h"
#include "hcf/model/status.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// The draft's three states of what is asked and applicable.
enum class Assurance { assured, planned, gap };
template <>
struct Words<Assurance> {
    static constexpr std::array<std::string_view, 3> kList = {"assured", "planned", "gap"};
};

/// Why something is a gap: the first of these that holds.
enum class GapReason { no_plan, plan_without_due, plan_overdue, plan_without_supervisor };
template <>
struct Words<GapReason> {
    static constexpr std::array<std::string_view, 4> kList = {
        "no-plan", "plan-without-due", "plan-overdue", "plan-without-supervisor"};
};

enum class TargetKind { own, level, role };
template <>
struct Words<TargetKind> {
    static constexpr std::array<std::string_view, 3> kList = {"own", "level", "role"};
};

/// What a person is held against.
struct Target {
    TargetKind kind = TargetKind::own;
    std::optional<RoleId> role;
    LevelId level;
    friend bool operator==(const Target&, const Target&) = default;
};

/// What a target asks of a person.
[[nodiscard]] RequirementSet requirements_of(const Framework& framework, const Person& person,
                                             const Target& target);

/// One competence asked of one person. What it says of a rating is what was counted.
struct GapRow {
    Requirement asked;
    Status status = Status::not_assessed;
    std::optional<Assurance> assurance;   ///< nothing where not applicable
    std::optional<GapReason> reason;      ///< of a gap
    std::optional<CompetenceId> through;  ///< the competence that supersedes it and is met
    Doubt doubt = Doubt::none;            ///< of an unconfirmed one
    const Rating* rating = nullptr;       ///< nothing where there is no value
    const Plan* plan = nullptr;
    std::optional<Date> valid_until;  ///< the last valid day, refresh included
    std::string plan_supervisor;      ///< the one that counts; empty: none
};

/// Counts over essential requirements.
struct GapSummary {
    std::int64_t required = 0;
    std::int64_t applicable = 0;
    std::int64_t met = 0;
    std::int64_t planned = 0;
    std::int64_t gap = 0;
    std::int64_t met_self = 0;              ///< of the met: judged by oneself, or without a basis
    std::int64_t met_without_evidence = 0;  ///< of the met
    std::int64_t met_below_level = 0;  ///< of the met: shown below the level at which it is asked
    std::array<std::int64_t, Words<Status>::kList.size()> statuses =
        {};  ///< by Status; sums to required
    std::optional<Ratio>
        readiness;  ///< met / applicable; nothing where some are required and none is applicable
    std::optional<Ratio> assurance;  ///< (met + planned) / applicable, likewise
};

/// Requirements judged for one person. Views the assessment and is valid as long as it is.
struct JudgedRequirements {
    GapSummary summary;
    std::vector<GapRow> rows;  ///< gap, planned, assured, not applicable; then framework order
};
[[nodiscard]] JudgedRequirements judge_requirements(const Framework& framework,
                                                    const Assessment& assessment,
                                                    const RequirementSet& requirements,
                                                    const JudgeOptions& options);

/// One person against one target. Views the assessment and is valid as long as it is.
struct GapAnalysis {
    const Assessment* assessment = nullptr;
    Target target;
    bool core_only = false;
    std::vector<LevelId>
        same_core_as;  ///< other levels with the target level's core set, in framework order
    GapSummary summary;
    std::vector<GapRow> rows;  ///< gap, planned, assured, not applicable; then framework order
    std::vector<CompetenceId>
        beyond;  ///< met by their own rating and not asked, in framework order
};

/// The analysis of one person against one target on the day of the options.
[[nodiscard]] GapAnalysis analyse_gap(const Framework& framework, const Assessment& assessment,
                                      const Target& target, const JudgeOptions& options);

/// True where the first is readier than the second; n/a is the least ready.
[[nodiscard]] bool is_readier(const GapAnalysis& a, const GapAnalysis& b);

}  // namespace hcf
