// SPDX-License-Identifier: Apache-2.0
// From inline text to what a test looks at: trees, diagnostics as they are told, frameworks,
// people.
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/load_framework.h"
#include "hcf/model/assessment.h"
#include "hcf/model/framework.h"
#include "hcf/yaml/node.h"

#include "support/memory_environment.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hcf::tests {

/// A text parsed as one document, together with all that its nodes and spans view.
class Parsed {
public:
    explicit Parsed(std::string_view content);
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;

    [[nodiscard]] yaml::NodeRef root() const { return {tree, 0}; }

    /// What has been found, as `told` has it, without the name of the file.
    [[nodiscard]] std::string told() const;

    std::string text;
    SourceSet sources;
    yaml::Tree tree;
    Diagnostics diags;
    bool is_whole = false;  ///< there is a tree
};

/// Whole findings, in their order, each as
///   FILE:LINE:COLUMN: SEVERITY: MESSAGE [RULE]
///     note: FILE:LINE:COLUMN: MESSAGE
///     help: HELP
[[nodiscard]] std::string told(std::span<const Finding> findings);

/// The ids of the rules of findings, in their order, joined by spaces.
[[nodiscard]] std::string rules_of(std::span<const Finding> findings);

using NamedTexts = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The framework in the folder "fw" of these files, with the overlays of these names.
[[nodiscard]] LoadedFramework load_texts(NamedTexts files, std::vector<std::string> overlays = {});

/// The framework of one text (one or more documents) with overlays of these texts; a test fails
/// where something is wrong with it.
[[nodiscard]] Framework framework_of(std::string_view text,
                                     std::vector<std::string_view> overlays = {});

/// What is told of the framework of one text and overlays of these texts, which are called
/// "fw/a.yaml", "1.yaml", "2.yaml", ...
[[nodiscard]] std::string framework_told(std::string_view text,
                                         std::vector<std::string_view> overlays = {});

/// The framework that ships inside the binary.
[[nodiscard]] const Framework& shipped();

/// A framework small enough to be held in mind: three levels, four core competences (low and mid
/// do not lie inside one another, nor mid and high), two of roles, and the shipped scales.
///          low  mid  high
///   wash    x    x    x      (also called hands)
///   talk    x    x
///   lead         x    x
///   guard             x
///   infuse, track: of roles; nurse asks infuse, has track as desirable, needs 4 of 6 of lead
inline constexpr std::string_view kTinyText =
    "hcf: levels/1\n"
    "framework: {id: tiny, title: Tiny framework, version: '1'}\n"
    "levels:\n"
    "  - {id: low, title: Low Practice, aliases: [bottom]}\n"
    "  - {id: mid, title: Mid Practice}\n"
    "  - {id: high, title: High Practice}\n"
    "---\n"
    "hcf: competences/1\n"
    "competences:\n"
    "  - {id: wash, title: Wash hands, kind: core, levels: [low, mid, high], aliases: [hands]}\n"
    "  - {id: talk, title: Talk clearly, kind: core, levels: [low, mid]}\n"
    "  - {id: lead, title: Lead others, kind: core, levels: [mid, high]}\n"
    "  - {id: guard, title: Guard a service, kind: core, levels: [high]}\n"
    "  - {id: infuse, title: Infuse at home, kind: role}\n"
    "  - {id: track, title: Track from afar, kind: role}\n"
    "---\n"
    "hcf: roles/1\n"
    "roles:\n"
    "  - {id: carer, title: Carer, levels: [low]}\n"
    "  - id: nurse\n"
    "    title: Nurse - Adult\n"
    "    levels: [mid, high]\n"
    "    competences: [{id: track, essential: false}, infuse, {id: lead, needs: zero-to-six/4}]\n";

/// That framework.
[[nodiscard]] const Framework& tiny();

/// The day of a text; a test fails where it is none.
[[nodiscard]] Date day(std::string_view text);

/// What becomes of one document of a file "a.yaml".
[[nodiscard]] LoadedDocument load_document(const Framework& framework, std::string_view text,
                                           Date as_of, bool mask_values = true);

/// The assessment in a text; a test fails where something is wrong with it.
[[nodiscard]] Assessment assessment_of(const Framework& framework, std::string_view text,
                                       std::string_view as_of = "2026-11-22");

/// What is told of the assessment in a text.
[[nodiscard]] std::string assessment_told(const Framework& framework, std::string_view text,
                                          std::string_view as_of = "2026-11-22");

/// Ids of things of the framework; a test fails where there is no such name.
[[nodiscard]] LevelId level_of(const Framework& framework, std::string_view name);
[[nodiscard]] CompetenceId competence_of(const Framework& framework, std::string_view name);
[[nodiscard]] RoleId role_of(const Framework& framework, std::string_view name);

/// The ids of these, joined by spaces.
template <class Id>
[[nodiscard]] std::string ids_of(const Framework& framework, const std::vector<Id>& ids) {
    std::string result;
    for (const Id id : ids) result += (result.empty() ? "" : " ") + framework.at(id).id;
    return result;
}

}  // namespace hcf::tests
