// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/pseudonym.h"

#include "hcf/base/digest.h"

#include <utility>

namespace hcf {
namespace {

constexpr std::size_t kDigits = 24;
constexpr std::string_view kWithheld = "(withheld)";

}  // namespace

std::string Pseudonyms::make(std::string_view prefix, std::string_view text) const {
    // What it is of is digested as well: an id, a name and a path of one text have nothing in
    // common.
    std::string result(prefix);
    return result + to_hex(keyed_digest(key_, result + std::string(text))).substr(0, kDigits);
}

std::string Pseudonyms::fingerprint() const { return make("", "the fingerprint of a key of hcf"); }

void Pseudonyms::hide_name(std::string& name) const {
    if (!name.empty()) name = make("n-", name);
}

void Pseudonyms::hide_rating(Rating& rating) const {
    hide_name(rating.assessor);
    rating.note.clear();
    for (Evidence& evidence : rating.evidence) {
        evidence.title = kWithheld;
        evidence.ref.clear();
    }
    if (!rating.plan) return;
    rating.plan->action = kWithheld;
    hide_name(rating.plan->supervisor);
}

Assessment Pseudonyms::hide(Assessment assessment) const {
    assessment.file = of_file(assessment.file);
    assessment.person.id = of_person(assessment.person.id);
    assessment.person.name.clear();
    if (assessment.supervision) hide_name(assessment.supervision->supervisor);
    for (Rating& rating : assessment.ratings) hide_rating(rating);
    return assessment;
}

}  // namespace hcf
