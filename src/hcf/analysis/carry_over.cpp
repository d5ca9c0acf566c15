// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/carry_over.h"

#include <algorithm>

namespace hcf {
namespace {

class Carrier {
public:
    Carrier(const Framework& from, const Framework& to, const Counterparts& counterparts)
        : from_(from), to_(to), counterparts_(counterparts) {}

    CarriedAssessment carry(const Assessment& assessment);

private:
    [[nodiscard]] Obstacle carry_person(Person& person) const;
    [[nodiscard]] bool carry_overlap(Overlap& overlap) const;
    [[nodiscard]] bool carry_rating(Rating& rating) const;

    const Framework& from_;
    const Framework& to_;
    const Counterparts& counterparts_;
};

Obstacle Carrier::carry_person(Person& person) const {
    const auto level = counterparts_.of(person.level).id;
    if (!level) return Obstacle::level_gone;
    if (person.role) {
        person.role = counterparts_.of(*person.role).id;
        if (!person.role) return Obstacle::role_gone;
        if (!stands_at(to_.at(*person.role), *level)) return Obstacle::role_not_of_level;
    }
    person.level = *level;
    for (Overlap& overlap : person.overlaps) {
        if (!carry_overlap(overlap)) return Obstacle::level_gone;
    }
    return Obstacle::none;
}

bool Carrier::carry_overlap(Overlap& overlap) const {
    const auto level = counterparts_.of(overlap.level).id;
    if (!level) return false;
    overlap.level = *level;
    std::vector<CompetenceId> carried;
    for (const CompetenceId competence : overlap.competences) {
        if (const auto id = counterparts_.of(competence).id) carried.push_back(*id);
    }
    overlap.competences = std::move(carried);
    return true;
}

bool Carrier::carry_rating(Rating& rating) const {
    const auto competence = counterparts_.of(rating.competence).id;
    const auto level = counterparts_.of(rating.shown_at).id;
    if (!competence || !level) return false;
    rating.competence = *competence;
    rating.shown_at = *level;
    if (!rating.value) return true;
    const auto scale = counterparts_.of(rating.value->scale).id;
    if (!scale) return false;
    if (!rating.value->not_applicable) {
        const auto value =
            carried_value(from_.at(rating.value->scale), rating.value->value, to_.at(*scale));
        if (!value) return false;
        rating.value->value = *value;
    }
    rating.value->scale = *scale;
    return true;
}

CarriedAssessment Carrier::carry(const Assessment& assessment) {
    CarriedAssessment result;
    Assessment carried = assessment;
    result.obstacle = carry_person(carried.person);
    const auto scale = counterparts_.of(assessment.scale).id;
    if (scale)
        carried.scale = *scale;
    else if (result.obstacle == Obstacle::none)
        result.obstacle = Obstacle::scale_gone;
    carried.ratings.clear();
    for (const Rating& rating : assessment.ratings) {
        Rating copy = rating;
        if (carry_rating(copy))
            carried.ratings.push_back(std::move(copy));
        else
            result.lost.push_back(rating.competence);
    }
    std::sort(carried.ratings.begin(), carried.ratings.end(),
              [](const Rating& a, const Rating& b) { return a.competence < b.competence; });
    if (result.obstacle == Obstacle::none) result.assessment = std::move(carried);
    return result;
}

}  // namespace

CarriedAssessment carry_over(const Assessment& assessment, const Framework& from,
                             const Framework& to, const Counterparts& counterparts) {
    return Carrier(from, to, counterparts).carry(assessment);
}

}  // namespace hcf
