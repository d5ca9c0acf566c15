// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/what_if.h"

#include <algorithm>

namespace hcf {
namespace {

void replace_card(const Framework& framework, Person person, Person& card) {
    if (!person.role && card.role && stands_at(framework.at(*card.role), person.level))
        person.role = card.role;
    if (person.name.empty()) person.name = card.name;
    card = std::move(person);
}

void replace_ratings(std::vector<Rating> ratings, std::vector<Rating>& known) {
    for (Rating& rating : ratings) {
        const auto place =
            std::lower_bound(known.begin(), known.end(), rating.competence,
                             [](const Rating& a, CompetenceId id) { return a.competence < id; });
        if (place != known.end() && place->competence == rating.competence)
            *place = std::move(rating);
        else
            known.insert(place, std::move(rating));
    }
}

std::optional<std::size_t> post_in(const Seating& seating, std::size_t member) {
    if (member >= seating.size() || seating[member] == kNoPost) return std::nullopt;
    return seating[member];
}

void insert_sorted(std::vector<std::size_t>& list, std::size_t member) {
    const auto place = std::lower_bound(list.begin(), list.end(), member);
    if (place == list.end() || *place != member) list.insert(place, member);
}

}  // namespace

StaffingMember* find_member(WhatIf& what_if, const std::string& person_id) {
    const auto place = std::find_if(
        what_if.members.begin(), what_if.members.end(),
        [&](const StaffingMember& member) { return member.assessment.person.id == person_id; });
    return place == what_if.members.end() ? nullptr : &*place;
}

void suppose_assessment(const Framework& framework, Assessment assessment, WhatIf& what_if) {
    StaffingMember* member = find_member(what_if, assessment.person.id);
    if (member == nullptr) {
        what_if.added.push_back(what_if.members.size());
        what_if.members.push_back({std::move(assessment), true, {}, {}});
        return;
    }
    const auto place = static_cast<std::size_t>(member - what_if.members.data());
    if (!member->is_supposed) {
        insert_sorted(what_if.changed, place);
        if (!member->as_judged) member->as_judged = member->assessment;
    }
    replace_card(framework, std::move(assessment.person), member->assessment.person);
    replace_ratings(std::move(assessment.ratings), member->assessment.ratings);
}

std::vector<SeatChange> compare_seats(const Seating& before, const Seating& after) {
    std::vector<SeatChange> changes;
    for (std::size_t member = 0; member < after.size(); ++member) {
        const SeatChange change = {member, post_in(before, member), post_in(after, member)};
        if (change.from != change.to) changes.push_back(change);
    }
    return changes;
}

}  // namespace hcf
