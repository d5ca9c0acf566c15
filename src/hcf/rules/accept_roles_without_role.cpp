// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

void check(const ServiceFacts& facts, Emitter& emit) {
    const MappingSpec& spec = PostDoc::mapping();
    for (const PostFacts& post : facts.posts) {
        const PostDoc& doc = *post.doc;
        if (doc.accept_roles.empty() || was_seen(spec, doc.seen_keys, "role")) continue;
        if (!was_seen(spec, doc.seen_keys, "level")) continue;  // told as a post without either
        emit.report(doc.accept_roles.front().span,
                    "a post by level takes people of any role, not of these only",
                    "name the post's own role, or leave the list out");
    }
}

}  // namespace

constinit const Rule kAcceptRolesWithoutRole = {
    .info = {"accept-roles-without-role",
             Severity::error,
             "other roles that may fill a post which asks for no role",
             {"That only a post with a `role` has `accept_roles`.",
              "A post by level takes any role. The list looks like a limit, and would be none.",
              "posts: [{id: hca, level: supportive, accept_roles: [Support Worker]}]",
              "posts: [{id: hca, role: Health Care Assistant, accept_roles: [Support Worker]}]"}},
    .service = check};

}  // namespace hcf
