// SPDX-License-Identifier: Apache-2.0
// What is different between two frameworks, and who is affected (spec 5, "framework diff").
#pragma once

#include "hcf/analysis/carry_over.h"
#include "hcf/base/ratio.h"
#include "hcf/model/counterparts.h"
#include "hcf/model/status.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// What a change is about; `mark` is the levels that a competence is marked for.
enum class DiffKind { level, competence, role, mark, scale };
template <>
struct Words<DiffKind> {
    static constexpr std::array<std::string_view, 5> kList = {"level", "competence", "role", "mark",
                                                              "scale"};
};

enum class DiffChange { added, removed, renamed, retitled, re_marked, amended };
template <>
struct Words<DiffChange> {
    static constexpr std::array<std::string_view, 6> kList = {"added",    "removed",   "renamed",
                                                              "retitled", "re-marked", "amended"};
};

/// One fact that is different. An amended thing has a change for each of its facts.
struct FrameworkChange {
    DiffKind kind = DiffKind::level;
    DiffChange change = DiffChange::added;
    std::string id;      ///< in the first framework; of what was added, in the second
    std::string to_id;   ///< in the second, where that is another id; else empty
    std::string detail;  ///< for people: "refresh: none -> P1Y"; may be empty
    friend bool operator==(const FrameworkChange&, const FrameworkChange&) = default;
};

/// Every change, by kind in the order of DiffKind. Within a kind things stand in the order of the
/// second framework, one that was removed behind the last thing before it that is still there; for
/// one thing renamed, retitled, then what is amended. Where something came from (`source`, the
/// file) is no change, nor is the framework's own card.
[[nodiscard]] std::vector<FrameworkChange> diff_frameworks(const Framework& from,
                                                           const Framework& to,
                                                           const Counterparts& counterparts);

/// Somebody of whom something else is asked, or whose readiness for their own role and level is
/// another.
struct AffectedPerson {
    std::string person_id;
    std::optional<Ratio> before;  ///< readiness; nothing is n/a
    std::optional<Ratio> after;   ///< nothing also where there is an obstacle
    Obstacle obstacle = Obstacle::none;
    bool core_only = false;                       ///< one of both rests on core competences alone
    std::vector<CompetenceId> newly_required;     ///< in the second framework, essential
    std::vector<CompetenceId> asked_differently;  ///< likewise: at another level, or a value needed
    std::vector<CompetenceId> no_longer_required;  ///< in the first framework, essential
    std::vector<CompetenceId> lost;                ///< in the first: rated, and nowhere to go
};

/// How one person is affected; nothing where they are not.
[[nodiscard]] std::optional<AffectedPerson> find_effect(const Framework& from, const Framework& to,
                                                        const Counterparts& counterparts,
                                                        const Assessment& assessment,
                                                        const JudgeOptions& options);

}  // namespace hcf
