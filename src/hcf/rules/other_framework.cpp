// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/text.h"
#include "hcf/rules/all_rules.h"

#include <fmt/format.h>

namespace hcf {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// "clinical-homecare 4.5" as id and version; the version is empty where none is given.
std::pair<std::string_view, std::string_view> split(std::string_view text) {
    text = trimmed(text);
    const std::size_t space = text.find_first_of(kBlank);
    if (space == std::string_view::npos) return {text, {}};
    return {text.substr(0, space), trimmed(text.substr(space))};
}

void check(const AssessmentFacts& facts, Emitter& emit) {
    if (!facts.doc->framework) return;
    const auto [id, version] = split(facts.doc->framework->value.text);
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
