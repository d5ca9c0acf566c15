// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/team.h"

#include <algorithm>

namespace hcf {
namespace {

const ExpectedHolders* find(const Team& team, CompetenceId competence) {
    const auto place = std::find_if(
        team.expected.begin(), team.expected.end(),
        [&](const ExpectedHolders& expected) { return expected.competence == competence; });
    return place == team.expected.end() ? nullptr : &*place;
}

}  // namespace

std::int64_t Team::expected_holders(CompetenceId competence, std::int64_t needed) const {
    const ExpectedHolders* own = find(*this, competence);
    if (own == nullptr) return std::min(holders, needed);
    return std::min(own->count.value_or(needed), needed);
}

bool Team::names(CompetenceId competence) const { return find(*this, competence) != nullptr; }

}  // namespace hcf
