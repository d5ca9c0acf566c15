// SPDX-License-Identifier: Apache-2.0
// The status of one competence on one day (spec 3). Where a rule could go either way, it goes
// against met.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/model/requirements.h"

#include <array>
#include <optional>
#include <string_view>

namespace hcf {

enum class Status { met, expired, unconfirmed, partial, not_met, not_assessed, not_applicable };
template <>
struct Words<Status> {
    static constexpr std::array<std::string_view, 7> kList = {
        "met", "expired", "unconfirmed", "partial", "not-met", "not-assessed", "not-applicable"};
};

/// What a judgement is held against.
struct JudgeOptions {
    Date as_of;
    Basis accept = Basis::self;  ///< the weakest basis that is accepted
    bool in_context = false;     ///< what was shown below the level asked is not accepted
};

/// True where the rating's value counts as met on its scale, whatever has become of it since.
[[nodiscard]] bool says_met(const Framework& framework, const Rating& rating);

/// The last day on which a rating holds: the earlier of its own valid_until and assessed + the
/// competence's refresh; nothing where neither is known.
[[nodiscard]] std::optional<Date> last_valid_day(const Competence& competence,
                                                 const Rating& rating);

/// The status by the rating itself, supersession aside. `rating` may be nullptr; `asked_at` is
/// nothing where the competence is not asked.
[[nodiscard]] Status judge(const Framework& framework, CompetenceId competence,
                           const Rating* rating, std::optional<LevelId> asked_at,
                           std::optional<Needs> needs, const JudgeOptions& options);

/// Why a value that counts as met (or says not applicable) is not accepted; for readers.
enum class Doubt { none, weaker_basis, shown_below, undated, other_scale };
[[nodiscard]] Doubt doubt_of(const Framework& framework, CompetenceId competence,
                             const Rating& rating, std::optional<LevelId> asked_at,
                             std::optional<Needs> needs, const JudgeOptions& options);

}  // namespace hcf
