// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/text.h"
#include "hcf/rules/all_rules.h"

#include <fmt/format.h>

namespace hcf {
namespace {

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (!facts.doc->framework) return;
    const auto [id, version] = named_framework(facts.doc->framework->value.text);
    const FrameworkInfo& loaded = facts.framework->info;
    if (id == loaded.id && (version.empty() || version == loaded.version)) return;
    emit.report(facts.doc->framework->span,
                fmt::format("the assessment was made against another framework than the one that "
                            "is loaded, '{} {}'",
                            loaded.id, loaded.version),
                "load the other with --framework, or look through the ratings and change the line");
}

}  // namespace

constinit const Rule kOtherFramework = {
    .info = {"other-framework",
             Severity::warning,
             "an assessment against a framework, or a version of it, that is not the loaded one",
             {"That `framework`, where an assessment says it, is the id and version of the "
              "framework that is loaded.",
              "Another version may ask other competences; ratings may then answer questions that "
              "nobody asks any more.",
              "framework: clinical-homecare 4.4    # while 4.5 is loaded",
              "framework: clinical-homecare 4.5"}},
    .assessment = check};

}  // namespace hcf
