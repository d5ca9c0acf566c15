// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/team_facts.h"

#include "hcf/rules/list_rules.h"
#include "hcf/rules/names.h"

namespace hcf {

TeamFacts resolve_team(const TeamDoc& doc, const Framework& framework, Date as_of,
                       Diagnostics& diags) {
    TeamFacts facts;
    facts.doc = &doc;
    facts.framework = &framework;
    for (const MemberDoc& member : doc.members) {
        if (!member.reference)
            facts.members.push_back(resolve_assessment(member, framework, as_of, diags));
    }
    if (!doc.expect || !doc.expect->competences) return facts;
    for (const ExpectedDoc& expected : doc.expect->competences->items) {
        const auto id =
            resolve_competence(framework, expected.name.value, expected.name.span, diags);
        if (!id) continue;
        facts.expected.push_back({*id, expected.name.span});
        facts.expected_docs.push_back(&expected);
    }
    report_repeated(framework, facts.expected, "competence", diags);
    return facts;
}

}  // namespace hcf
