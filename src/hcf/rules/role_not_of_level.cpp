// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (!facts.role || !facts.given_level || !facts.doc->person) return;
    const Role& role = facts.framework->at(*facts.role);
    if (stands_at(role, *facts.given_level)) return;
    std::string help = "it stands at";
    for (std::size_t i = 0; i < role.levels.size(); ++i) {
        help += (i == 0 ? " '" : ", '") + facts.framework->at(role.levels[i]).id + "'";
    }
    const PersonDoc& person = *facts.doc->person;
    emit.report(person.level->span,
                "the role '" + role.id + "' does not stand at the level '" +
                    facts.framework->at(*facts.given_level).id + "'",
                help + "; work at another level is an overlap", {{person.role->span, "the role"}});
}

}  // namespace

constinit const Rule kRoleNotOfLevel = {
    {"role-not-of-level",
     Severity::error,
     "a level of practice at which the role does not stand",
     {"That where a person has both a role and a level, the role stands at that level.",
      "Role and level together say what is asked of a person; if they differ, nobody knows which "
      "set counts.",
      "person: {id: EHC-0042, role: Registered Nurse - Adult, level: supportive}",
      "person: {id: EHC-0042, role: Registered Nurse - Adult, level: autonomous}"}},
    check};

}  // namespace hcf
