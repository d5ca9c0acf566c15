// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/service_facts.h"

#include "hcf/rules/list_rules.h"
#include "hcf/rules/names.h"

namespace hcf {
namespace {

/// The roles that may fill the post, its own first: it needs no second mention.
void report_repeated_roles(const Framework& framework, const PostFacts& post, Diagnostics& diags) {
    std::vector<Located<RoleId>> roles;
    if (post.role) roles.push_back({*post.role, post.doc->role->span});
    roles.insert(roles.end(), post.accept_roles.begin(), post.accept_roles.end());
    report_repeated(framework, roles, "role", diags);
}

PostFacts resolve_post(const PostDoc& doc, const Framework& framework, Diagnostics& diags) {
    PostFacts post;
    post.doc = &doc;
    if (doc.role) post.role = resolve_role(framework, doc.role->value.text, doc.role->span, diags);
    if (doc.level)
        post.level = resolve_level(framework, doc.level->value.text, doc.level->span, diags);
    for (const auto& name : doc.accept_roles) {
        if (const auto role = resolve_role(framework, name.value.text, name.span, diags))
            post.accept_roles.push_back({*role, name.span});
    }
    for (const auto& name : doc.competences) {
        if (const auto id = resolve_competence(framework, name.value.text, name.span, diags))
            post.competences.push_back({*id, name.span});
    }
    report_repeated_roles(framework, post, diags);
    report_repeated(framework, post.competences, "competence", diags);
    return post;
}

}  // namespace

ServiceFacts resolve_service(const ServiceDoc& doc, const Framework& framework,
                             Diagnostics& diags) {
    ServiceFacts facts;
    facts.doc = &doc;
    facts.framework = &framework;
    facts.posts.reserve(doc.posts.size());
    for (const PostDoc& post : doc.posts)
        facts.posts.push_back(resolve_post(post, framework, diags));
    (void)index_by_id(doc.posts, "post", diags);
    return facts;
}

}  // namespace hcf
