// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/list_rules.h"

#include <array>

namespace hcf::list_rules {

constinit const RuleInfo kDuplicateId = {
    "duplicate-id",
    Severity::error,
    "two posts, or two courses, of one id",
    {"That every post of a service, and every course of a catalogue, has an id of its own.",
     "A report names posts and courses by their ids; of two that share one, nobody knows which is "
     "filled.",
     "posts: [{id: nurse, level: autonomous}, {id: nurse, level: enhanced}]",
     "posts: [{id: nurse, level: autonomous}, {id: lead-nurse, level: enhanced}]"}};

constinit const RuleInfo kUnknownCourse = {
    "unknown-course",
    Severity::error,
    "a course that comes first, and that the catalogue does not have",
    {"That every course named in `after` is one of the same catalogue, by its id.",
     "A plan that books a course without what has to come first cannot be carried out.",
     "after: [network-1]", "after: [networks-1]"}};

namespace {
constexpr std::array kAll = {&kDuplicateId, &kUnknownCourse};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::list_rules
