// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/assessment.h"

#include <algorithm>

namespace hcf {

const Rating* Assessment::find(CompetenceId competence) const {
    const auto place = std::lower_bound(
        ratings.begin(), ratings.end(), competence,
        [](const Rating& rating, CompetenceId id) { return rating.competence < id; });
    return place != ratings.end() && place->competence == competence ? &*place : nullptr;
}

}  // namespace hcf
