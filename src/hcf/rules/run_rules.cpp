// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/run_rules.h"

#include <array>

namespace hcf::run_rules {

constinit const RuleInfo kSamePersonTwice = {
    "same-person-twice",
    Severity::error,
    "the same person in two documents",
    {"That a person's id stands in one document of a run; `validate` and `progress` allow several "
     "that were assessed on different days.",
     "Somebody counted twice makes a team look better staffed than it is.",
     "alice.yaml and copy-of-alice.yaml, both with person.id EHC-0042", "alice.yaml alone"}};

constinit const RuleInfo kAssessorBelowLevel = {
    "assessor-below-level",
    Severity::warning,
    "an assessor below the level of practice that the competence asks of assessors",
    {"That whoever judged somebody else's competence, where their own assessment is in the run "
     "too, is at the competence's `assess_at` or above. They are found by the id or the name that "
     "the rating gives; a name that two people in the run share says nothing.",
     "A met is worth as much as the judgement behind it.",
     "safeguarding (assess_at: autonomous) assessed by ben.yaml's person, level supportive",
     "safeguarding (assess_at: autonomous) assessed by chi.yaml's person, level autonomous"}};

constinit const RuleInfo kAssessorMayNotAssess = {
    "assessor-may-not-assess",
    Severity::warning,
    "an assessor whose own rating does not let them assess others",
    {"That whoever judged somebody else's competence, where their own assessment is in the run "
     "too, has no rating of it whose value says `may_assess: false`. One's own judgement of "
     "oneself is not meant.",
     "Who is still learning a task can do it, and not yet tell whether somebody else can.",
     "hand-hygiene assessed by somebody whose own hand-hygiene is a 3 on zero-to-six",
     "hand-hygiene assessed by somebody whose own hand-hygiene is a 4 on zero-to-six"}};

namespace {
constexpr std::array kAll = {&kSamePersonTwice, &kAssessorBelowLevel, &kAssessorMayNotAssess};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::run_rules
