// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (!facts.role || !facts.doc->person) return;
    const PersonDoc& person = *facts.doc->person;
    const Role& role = facts.framework->at(*facts.role);
    if (role.levels.size() < 2 || was_seen(PersonDoc::mapping(), person.seen_keys, "level")) return;
    std::string levels;
    for (const LevelId level : role.levels)
        levels += (levels.empty() ? "'" : ", '") + facts.framework->at(level).id + "'";
    emit.report(person.role->span, "the role '" + role.id + "' stands at several levels",
                "say which: " + levels + "; the first is taken");
}

}  // namespace

constinit const Rule kRoleOfSeveralLevels = {
    .info = {"role-of-several-levels",
             Severity::warning,
             "a role of several levels of practice, without a level",
             {"That a person whose role stands at several levels has a `level`.",
              "The role's first level is taken, which may ask less than the person's work does.",
              "person: {id: EHC-0042, role: Subject Matter Expert}",
              "person: {id: EHC-0042, role: Subject Matter Expert, level: advanced}"}},
    .assessment = check};

}  // namespace hcf
