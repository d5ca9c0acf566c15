// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/load_service.h"

#include "hcf/base/assert.h"
#include "hcf/rules/rule.h"
#include "hcf/schema/service_doc.h"

namespace hcf {
namespace {

template <TextKind Kind>
std::string text_or_empty(const Given<TextOf<Kind>>& field) {
    return field ? std::string(field->value.text) : std::string();
}

Post build_post(const Framework& framework, const PostFacts& facts) {
    HCF_ASSERT(facts.role || facts.level);
    const PostDoc& doc = *facts.doc;
    Post post;
    post.id = text_or_empty(doc.id);
    post.role = facts.role;
    post.level = facts.level ? *facts.level : framework.at(*facts.role).levels.front();
    for (const auto& role : facts.accept_roles) post.accept_roles.push_back(role.value);
    for (const auto& competence : facts.competences) post.competences.push_back(competence.value);
    if (doc.count) post.count = doc.count->value.number;
    if (doc.min_readiness) post.min_readiness = doc.min_readiness->value.value;
    return post;
}

}  // namespace

LoadedService load_service(KindDocument& document, const Framework& framework) {
    LoadedService loaded;
    Diagnostics& diags = document.diags();
    const ServiceDoc doc = decode_service(document.tree(), diags);
    const ServiceFacts facts = resolve_service(doc, framework, diags);
    check_service(facts, diags);
    if (diags.has_errors()) {
        loaded.errors = document.errors();
        return loaded;
    }
    Service service;
    service.id = text_or_empty(doc.service->id);
    service.name = text_or_empty(doc.service->name);
    service.commissioner = text_or_empty(doc.service->commissioner);
    for (const PostFacts& post : facts.posts) service.posts.push_back(build_post(framework, post));
    loaded.service = std::move(service);
    return loaded;
}

}  // namespace hcf
