// SPDX-License-Identifier: Apache-2.0
#include "support/reading.h"

#include "hcf/base/text.h"
#include "hcf/yaml/parse.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace hcf::tests {

Parsed::Parsed(std::string_view content) : text(content) {
    const SourceId source = sources.add({"", text});
    is_whole = yaml::parse(source, text, tree, diags);
}

std::string Parsed::told() const {
    std::vector<Finding> findings;
    for (const Diagnostic& diagnostic : diags.all()) {
        findings.push_back(resolve(diagnostic, sources));
    }
    sort_findings(findings);
    std::string out = hcf::tests::told(findings);
    // Without the file, which has no name here.
    std::string result;
    for_each_line(out, [&](std::string_view line) {
        if (line.starts_with(':')) line.remove_prefix(1);
        if (const std::size_t note = line.find("note: :"); note == 2) {
            result.append("  note: ").append(line.substr(9)).append("\n");
        } else if (!line.empty()) {
            result.append(line).append("\n");
        }
    });
    return result;
}

std::string told(std::span<const Finding> findings) {
    std::string out;
    for (const Finding& finding : findings) {
        out += fmt::format("{}:{}:{}: {}: {} [{}]\n", finding.file, finding.begin.line,
                           finding.begin.column, to_string(finding.severity), finding.message,
                           finding.rule->id);
        for (const RelatedFinding& related : finding.related) {
            out += fmt::format("  note: {}:{}:{}: {}\n", related.file, related.at.line,
                               related.at.column, related.message);
        }
        if (!finding.help.empty()) out += fmt::format("  help: {}\n", finding.help);
    }
    return out;
}

std::string rules_of(std::span<const Finding> findings) {
    std::string out;
    for (const Finding& finding : findings) {
        if (!out.empty()) out += ' ';
        out += finding.rule->id;
    }
    return out;
}

LoadedFramework load_texts(NamedTexts files, std::vector<std::string> overlays) {
    MemoryFiles memory;
    for (const auto& [path, text] : files) memory.add(std::string(path), text);
    return load_framework(memory, {"fw", std::move(overlays)});
}

namespace {

LoadedFramework load_numbered(std::string_view text,
                              const std::vector<std::string_view>& overlays) {
    MemoryFiles files;
    files.add("fw/a.yaml", text);
    FrameworkChoice choice = {"fw", {}};
    for (const std::string_view overlay : overlays) {
        choice.overlays.push_back(fmt::format("{}.yaml", choice.overlays.size() + 1));
        files.add(choice.overlays.back(), overlay);
    }
    return load_framework(files, choice);
}

}  // namespace

Framework framework_of(std::string_view text, std::vector<std::string_view> overlays) {
    LoadedFramework loaded = load_numbered(text, overlays);
    REQUIRE(told(loaded.findings) == "");
    REQUIRE(loaded.framework);
    return std::move(*loaded.framework);
}

std::string framework_told(std::string_view text, std::vector<std::string_view> overlays) {
    const LoadedFramework loaded = load_numbered(text, overlays);
    CHECK(loaded.framework.has_value() == loaded.findings.empty());
    return told(loaded.findings);
}

const Framework& shipped() {
    static const Framework kFramework = [] {
        LoadedFramework loaded = load_framework(MemoryFiles(), {});
        REQUIRE(told(loaded.findings) == "");
        REQUIRE(loaded.framework);
        return std::move(*loaded.framework);
    }();
    return kFramework;
}

const Framework& tiny() {
    static const Framework kFramework = framework_of(kTinyText);
    return kFramework;
}

Date day(std::string_view text) {
    const auto date = parse_date(text);
    REQUIRE_MESSAGE(date, std::string(text));
    return *date;
}

LoadedDocument load_document(const Framework& framework, std::string_view text, Date as_of,
                             bool mask_values) {
    const LoadContext context = {&framework, as_of, mask_values};
    DocumentLoader loader(context);
    return loader.load("a.yaml", {text, 1, 1, false});
}

Assessment assessment_of(const Framework& framework, std::string_view text,
                         std::string_view as_of) {
    LoadedDocument loaded = load_document(framework, text, day(as_of));
    REQUIRE(told(loaded.findings) == "");
    REQUIRE(loaded.assessment);
    return std::move(*loaded.assessment);
}

std::string assessment_told(const Framework& framework, std::string_view text,
                            std::string_view as_of) {
    const LoadedDocument loaded = load_document(framework, text, day(as_of));
    CHECK(loaded.assessment.has_value() == (loaded.errors == 0));
    return told(loaded.findings);
}

LevelId level_of(const Framework& framework, std::string_view name) {
    const auto id = framework.find_level(name);
    REQUIRE_MESSAGE(id, std::string(name));
    return *id;
}

CompetenceId competence_of(const Framework& framework, std::string_view name) {
    const auto id = framework.find_competence(name);
    REQUIRE_MESSAGE(id, std::string(name));
    return *id;
}

RoleId role_of(const Framework& framework, std::string_view name) {
    const auto id = framework.find_role(name);
    REQUIRE_MESSAGE(id, std::string(name));
    return *id;
}

}  // namespace hcf::tests
