// SPDX-License-Identifier: Apache-2.0
// A person who moves from one provider to another (spec 3, "transfer"): what is recognised there,
// what has to be confirmed, what is new. Where a rule could go either way, it goes against
// recognising.
#pragma once

#include "hcf/analysis/crosswalk.h"
#include "hcf/analysis/gap.h"
#include "hcf/model/assessment.h"
#include "hcf/model/status.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hcf {

enum class Recognition { recognised, recognised_as, reconfirm, new_there };
template <>
struct Words<Recognition> {
    static constexpr std::array<std::string_view, 4> kList = {"recognised", "recognised-as",
                                                              "reconfirm", "new"};
};

/// Why a row is as it is: the first of these that holds.
enum class TransferReason {
    superseded,  ///< recognised: one that supersedes it there is
    // To be confirmed.
    ambiguous,      ///< several are tied to it, or it speaks of several there, or two ratings do
    chain,          ///< only two ties or more lead to what is held
    other_version,  ///< its overlay has another version, or title for it, there
    expired,        ///< under the refresh that runs there
    not_accepted,   ///< judged on a basis weaker than is accepted
    shown_below,    ///< shown below the level at which it is asked there
    undated,        ///< it must be refreshed there, and has no date
    other_scale,    ///< needed there on a scale on which it was not rated
    // New.
    same_id_only,    ///< the same id, defined by both overlays, and nothing ties the two
    below_needs,     ///< counts as met, and the role there needs more
    partial,         ///< judged so
    not_met,         ///< judged so
    not_applicable,  ///< said to be so: nothing was shown
    not_assessed,    ///< known here, and not judged
    no_counterpart   ///< not known here
};
template <>
struct Words<TransferReason> {
    static constexpr std::array<std::string_view, 16> kList = {
        "superseded",    "ambiguous",         "chain",   "other-version",  "expired",
        "not-accepted",  "shown-below-level", "undated", "other-scale",    "same-id-only",
        "below-needs",   "partial",           "not-met", "not-applicable", "not-assessed",
        "no-counterpart"};
};

/// One competence that is essential in the target. Competences of the source stand in its framework
/// order.
struct TransferRow {
    CompetenceId competence;  ///< of the target
    LevelId asked_at;
    std::optional<Needs> needs;  ///< the lowest value that will do there
    Recognition recognition = Recognition::new_there;
    std::optional<TransferReason> reason;  ///< nothing where it is recognised by its own rating
    std::optional<CompetenceId> from;  ///< of the source: what it rests on; nothing of a new one
    const Rating* rating = nullptr;    ///< of `from`
    std::optional<Date> valid_until;   ///< the last day on which that holds there
    /// Of the source: the same one, those tied to it, and those of a chain where it rests on one.
    std::vector<CompetenceId> counterparts;
    /// Of the target: others to which the ambiguous `from` is tied, too.
    std::vector<CompetenceId> also_there;
};

/// Counts over the rows.
struct TransferSummary {
    std::int64_t required = 0;
    std::int64_t recognised = 0;  ///< those recognised as another included
    std::int64_t as_another = 0;  ///< of the recognised
    std::int64_t reconfirm = 0;
    std::int64_t new_there = 0;
    std::int64_t by_themselves = 0;     ///< of the recognised: judged by oneself, or no basis named
    std::int64_t without_evidence = 0;  ///< of the recognised
    std::int64_t shown_below = 0;       ///< of the recognised: below the level at which it is asked
};

/// One person who moves to one target. Views the assessment and is valid as long as it is.
struct TransferAnalysis {
    const Assessment* assessment = nullptr;
    Target target;  ///< of the target framework
    bool core_only = false;
    std::vector<LevelId> same_core_as;    ///< other levels with the target level's core set
    std::vector<TransferRow> rows;        ///< in the target's framework order
    std::vector<CompetenceId> unmatched;  ///< of the source: held, and no row's counterpart
    /// Those of the unmatched that the target knows, the same or tied, and does not ask.
    std::vector<CompetenceId> beyond;
    TransferSummary summary;
};

/// From where to where people move. Both are the same framework, each with overlays of its own:
/// levels are the same, scales and competences need not be.
class Move {
public:
    /// Requires: `source` outlives the move.
    Move(const Framework& source, Framework target);

    [[nodiscard]] const Framework& source() const { return source_; }

    /// The target. Behind its own scales stand those on which people were rated that it lacks.
    [[nodiscard]] const Framework& target() const { return target_; }

    [[nodiscard]] const Crosswalk& crosswalk() const { return crosswalk_; }

    /// Who a person would be there, in their own role and level, with those overlaps that are known
    /// there; nothing where their role is not.
    [[nodiscard]] std::optional<Person> carry(const Person& person) const;

    /// A rating as the target reads it: the value on the target's own scale where that is the same.
    /// The competence stays the source's; evidence and notes stay behind.
    [[nodiscard]] Rating carry(const Rating& rating) const;

private:
    const Framework& source_;
    Framework target_;
    Crosswalk crosswalk_;
    std::vector<ScaleId> scale_there_;
    std::size_t own_scales_ = 0;  ///< of the target; behind them stand those of the source alone
};

/// The analysis of one person on the day of the options. `target` is one of the target framework;
/// Requires: for their own role, the move can carry the person.
[[nodiscard]] TransferAnalysis analyse_transfer(const Move& move, const Assessment& assessment,
                                                const Target& target, const JudgeOptions& options);

}  // namespace hcf
