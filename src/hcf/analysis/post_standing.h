// SPDX-License-Identifier: Apache-2.0
// How somebody stands for a post (spec 3, "staffing"): by what the post asks, and not by what their
// own role and overlaps do. What is only supposed of them (ADR 0016) is kept apart from what was
// judged.
#pragma once

#include "hcf/analysis/gap.h"
#include "hcf/model/catalogue.h"
#include "hcf/model/service.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hcf {

/// Somebody who may take a seat, and what is only supposed of them.
struct StaffingMember {
    Assessment assessment;
    bool is_supposed = false;              ///< they are not in the team: somebody asks what if
    std::optional<Assessment> as_judged;   ///< theirs, where another one is supposed
    std::vector<const Course*> completed;  ///< supposed to be: what these develop counts as met
};

/// What of somebody's card is only supposed.
struct SupposedCard {
    bool role = false;
    bool level = false;
};
[[nodiscard]] SupposedCard supposed_card(const StaffingMember& member);

/// What a post asks, shared by posts that ask the same.
struct PostDemand {
    RequirementSet requirements;
    LevelId level;
    std::uint32_t required = 0;  ///< how many are essential
    bool core_only = false;
};

/// The counts of one member for one demand, over what is essential.
struct PostFigures {
    std::uint32_t applicable = 0;
    std::uint32_t met = 0;

    [[nodiscard]] std::uint32_t missing() const { return applicable - met; }
};

/// met / applicable; nothing where some are required and none is applicable.
[[nodiscard]] std::optional<Ratio> readiness_of(const PostFigures& figures,
                                                const PostDemand& demand);

/// Counts for many demands, member after member, what these have in common once.
class FigureCounter {
public:
    FigureCounter(const Framework& framework, const JudgeOptions& options)
        : framework_(framework), options_(options) {}

    /// From now on it counts for this member, who stays alive.
    void begin(const StaffingMember& member);

    [[nodiscard]] PostFigures count(const PostDemand& demand);

private:
    [[nodiscard]] Status status_of(const PostDemand& demand, const Requirement& asked);

    const Framework& framework_;
    const JudgeOptions& options_;
    const StaffingMember* member_ = nullptr;
    std::vector<std::optional<Status>> known_;  // by level and competence
};

/// The whole standing of one member for one demand. Views the member.
struct PostStanding {
    std::size_t member = 0;
    PostFigures figures;
    std::optional<Ratio> readiness;
    std::vector<GapRow> missing;               ///< essential, applicable, not met; framework order
    std::vector<CompetenceId> not_applicable;  ///< essential, and said not to be applicable
    std::vector<CompetenceId> supposed;        ///< met, and only because it was supposed
    std::vector<CompetenceId> supposed_not_applicable;  ///< of `not_applicable`, likewise
    GapSummary judged;  ///< without what courses are supposed to give
};

[[nodiscard]] PostStanding stand_for_post(const Framework& framework,
                                          const std::vector<StaffingMember>& members,
                                          std::size_t member, const PostDemand& demand,
                                          const JudgeOptions& options);

}  // namespace hcf
