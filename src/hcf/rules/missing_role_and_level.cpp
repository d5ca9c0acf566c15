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

void check_posts(const ServiceFacts& facts, Emitter& emit) {
    const MappingSpec& spec = PostDoc::mapping();
    for (const PostFacts& post : facts.posts) {
        const PostDoc& doc = *post.doc;
        if (was_seen(spec, doc.seen_keys, "role") || was_seen(spec, doc.seen_keys, "level"))
            continue;
        emit.report(doc.at, "missing key 'role' or 'level' in post",
                    "a role, a level of practice, or both");
    }
}

}  // namespace

constinit const Rule kMissingRoleAndLevel = {
    .info = {"missing-role-and-level",
             Severity::error,
             "a person, or a post, without a role and a level",
             {"That a person, and a post of a service, has a role, a level of practice, or both.",
              "Without either, nothing says what is asked of them.", "person: {id: EHC-0042}",
              "person: {id: EHC-0042, level: autonomous}"}},
    .assessment = check,
    .service = check_posts};

}  // namespace hcf
