// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/status.h"

#include <algorithm>

namespace hcf {

bool says_met(const Framework& framework, const Rating& rating) {
    if (!rating.value || rating.value->not_applicable) return false;
    const Scale& scale = framework.at(rating.value->scale);
    return scale.values[rating.value->value].counts_as == CountsAs::met;
}

std::optional<Date> last_valid_day(const Competence& competence, const Rating& rating) {
    std::optional<Date> day = rating.valid_until;
    if (competence.refresh && rating.assessed) {
        const Date by_refresh = *rating.assessed + *competence.refresh;
        day = day ? std::min(*day, by_refresh) : by_refresh;
    }
    return day;
}

Doubt doubt_of(const Framework& framework, CompetenceId competence, const Rating& rating,
               std::optional<LevelId> asked_at, std::optional<Needs> needs,
               const JudgeOptions& options) {
    if (rating.basis.value_or(Basis::self) < options.accept) return Doubt::weaker_basis;
    if (options.in_context && asked_at && rating.shown_at < *asked_at) return Doubt::shown_below;
    const bool is_dated = rating.assessed || rating.valid_until;
    if (framework.at(competence).refresh && !is_dated) return Doubt::undated;
    if (needs && !(needs->scale == rating.value->scale)) return Doubt::other_scale;
    return Doubt::none;
}

Status judge(const Framework& framework, CompetenceId competence, const Rating* rating,
             std::optional<LevelId> asked_at, std::optional<Needs> needs,
             const JudgeOptions& options) {
    if (rating == nullptr || !rating->value) return Status::not_assessed;
    const RatingValue& value = *rating->value;
    if (!value.not_applicable) {
        switch (framework.at(value.scale).values[value.value].counts_as) {
            case CountsAs::not_met: return Status::not_met;
            case CountsAs::partial: return Status::partial;
            case CountsAs::met: break;
        }
        if (needs && needs->scale == value.scale && value.value < needs->value)
            return Status::partial;
        const auto last_day = last_valid_day(framework.at(competence), *rating);
        if (last_day && *last_day < options.as_of) return Status::expired;
    }
    if (doubt_of(framework, competence, *rating, asked_at, needs, options) != Doubt::none)
        return Status::unconfirmed;
    return value.not_applicable ? Status::not_applicable : Status::met;
}

}  // namespace hcf
