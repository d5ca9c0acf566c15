// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (!facts.doc->person) return;
    const PersonDoc& person = *facts.doc->person;
    const MappingSpec& spec = PersonDoc::mapping();
    if (was_seen(spec, person.seen_keys, "role") || was_seen(spec, person.seen_keys, "level"))
        return;
    emit.report(person.at, "missing key 'role' or 'level' in person",
                "a role, a level of practice, or both");
}

}  // namespace

constinit const Rule kMissingRoleAndLevel = {
    {"missing-role-and-level",
     Severity::error,
     "a person without a role and a level",
     {"That a person has a role, a level of practice, or both.",
      "Without either, nothing says what is asked of them.", "person: {id: EHC-0042}",
      "person: {id: EHC-0042, level: autonomous}"}},
    check};

}  // namespace hcf
