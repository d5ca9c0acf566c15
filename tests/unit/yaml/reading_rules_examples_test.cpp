// SPDX-License-Identifier: Apache-2.0
// The examples in the explanations of the reading rules do what they are there for.
#include "hcf/diag/reading_rules.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

TEST_SUITE("yaml") {
    namespace rules = hcf::reading_rules;

    TEST_CASE("a rule's wrong example breaks it, and its right one does not") {
        // The others need a file, or bytes that an explanation cannot show.
        const std::vector<const hcf::RuleInfo*> shown = {
            &rules::kEmptyDocument, &rules::kYamlSyntax, &rules::kUnclosedQuote,
            &rules::kMissingColon,  &rules::kEmptyItem,  &rules::kContentAfterDocument,
            &rules::kAnchorOrAlias, &rules::kKeyNotText, &rules::kDuplicateKey,
            &rules::kNestingTooDeep};
        for (const hcf::RuleInfo* rule : shown) {
            CAPTURE(rule->id);
            const hcf::tests::YamlRead wrong(rule->explanation.wrong);
            const auto& found = wrong.diags.all();
            CHECK(std::any_of(found.begin(), found.end(),
                              [rule](const hcf::Diagnostic& d) { return d.rule == rule; }));
            if (rule == &rules::kEmptyDocument) continue;  // its right example is a second document
            const hcf::tests::YamlRead right(rule->explanation.right);
            CHECK(right.whole);
            CHECK(right.diags.empty());
        }
    }
}
