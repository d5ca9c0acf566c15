// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

/// Says that a role does not stand at a level; both are named in the document.
void report(const Framework& framework, RoleId role_id, LevelId level, SourceSpan role_at,
            SourceSpan level_at, std::string_view advice, Emitter& emit) {
    const Role& role = framework.at(role_id);
    if (stands_at(role, level)) return;
    std::string help = "it stands at";
    for (std::size_t i = 0; i < role.levels.size(); ++i)
        help += (i == 0 ? " '" : ", '") + framework.at(role.levels[i]).id + "'";
    emit.report(
        level_at,
        "the role '" + role.id + "' does not stand at the level '" + framework.at(level).id + "'",
        help.append(advice), {{role_at, "the role"}});
}

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (!facts.role || !facts.given_level || !facts.doc->person) return;
    const PersonDoc& person = *facts.doc->person;
    report(*facts.framework, *facts.role, *facts.given_level, person.role->span, person.level->span,
           "; work at another level is an overlap", emit);
}

void check_posts(const ServiceFacts& facts, Emitter& emit) {
    for (const PostFacts& post : facts.posts) {
        if (!post.role || !post.level) continue;
        report(*facts.framework, *post.role, *post.level, post.doc->role->span,
               post.doc->level->span, {}, emit);
    }
}

}  // namespace

constinit const Rule kRoleNotOfLevel = {
    .info = {"role-not-of-level",
             Severity::error,
             "a level of practice at which the role does not stand",
             {"That where a person, or a post of a service, has both a role and a level, the role "
              "stands at that level.",
              "Role and level together say what is asked of a person; if they differ, nobody knows "
              "which set counts.",
              "person: {id: EHC-0042, role: Registered Nurse - Adult, level: supportive}",
              "person: {id: EHC-0042, role: Registered Nurse - Adult, level: autonomous}"}},
    .assessment = check,
    .service = check_posts};

}  // namespace hcf
