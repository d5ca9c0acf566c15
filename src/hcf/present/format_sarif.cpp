// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 (OASIS), which code hosts and editors read. Results are written as they are met; the
// rules that were raised stand behind them, so nothing is kept but which these were.
#include "hcf/base/version.h"
#include "hcf/present/finding_format.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

constexpr std::string_view kRoot = "%SRCROOT%";

std::string dump(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~' || c == '/';
}

/// The path as a URI reference; a colon is encoded too, or a file "a:b.yaml" would have a scheme.
std::string to_uri(std::string_view path) {
    std::string uri;
    for (const char c : path) {
        if (is_unreserved(c))
            uri += c;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

Json artifact(const std::string& file) {
    const std::string_view path = plain_path(file);
    if (path.substr(0, 1) == "/") return {{"uri", "file://" + to_uri(path)}};
    return {{"uri", to_uri(path)}, {"uriBaseId", kRoot}};
}

/// A reader would make a link of "[text](target)".
std::string without_links(std::string text) {
    for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos; at += 2)
        text.insert(at + 1, " ");
    return text;
}

Json message(const std::string& text) { return {{"text", without_links(text)}}; }

Json location(const Finding& finding) {
    return {{"physicalLocation",
             {{"artifactLocation", artifact(finding.file)},
              {"region",
               {{"startLine", finding.begin.line},
                {"startColumn", finding.begin.column},
                {"endLine", finding.end.line},
                {"endColumn", finding.end.column}}}}}};
}

Json related_locations(const Finding& finding) {
    Json list = Json::array();
    for (const RelatedFinding& other : finding.related) {
        list.push_back(
            {{"id", list.size() + 1},
             {"message", message(other.message)},
             {"physicalLocation",
              {{"artifactLocation", artifact(other.file)},
               {"region", {{"startLine", other.at.line}, {"startColumn", other.at.column}}}}}});
    }
    return list;
}

std::size_t rule_index(const RuleInfo& rule, FindingWriteState& state) {
    const auto place = std::find(state.raised.begin(), state.raised.end(), &rule);
    const auto index = static_cast<std::size_t>(place - state.raised.begin());
    if (place == state.raised.end()) state.raised.push_back(&rule);
    return index;
}

Json rule_json(const RuleInfo& rule) {
    const Explanation& why = rule.explanation;
    const std::string_view level = to_string(rule.severity);
    return {{"id", rule.id},
            {"shortDescription", {{"text", rule.summary}}},
            {"fullDescription", {{"text", fmt::format("{} {}", why.checks, why.matters)}}},
            {"help",
             {{"text", fmt::format("{}\n\nWhy it matters: {}\n\nWrong:\n{}\n\nRight:\n{}\n",
                                   why.checks, why.matters, why.wrong, why.right)},
              {"markdown",
               fmt::format("{}\n\n**Why it matters.** {}\n\nWrong:\n\n```yaml\n{}\n```\n\nRight:"
                           "\n\n```yaml\n{}\n```\n",
                           why.checks, why.matters, why.wrong, why.right)}}},
            {"defaultConfiguration", {{"level", level}}},
            {"properties", {{"problem.severity", level}}}};
}

void begin(std::string& out, FindingWriteState&) {
    out +=
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
        "\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\n\"originalUriBaseIds\":";
    out += dump({{kRoot, {{"description", {{"text", "Where hcf was started."}}}}}});
    out += ",\n\"results\":[";
}

void write(std::string& out, const Finding& finding, FindingWriteState& state) {
    const std::uint32_t occurrence = count_occurrence(finding, state);
    Json result = {
        {"ruleId", finding.rule->id},
        {"ruleIndex", rule_index(*finding.rule, state)},
        {"level", to_string(finding.severity)},
        {"message", message(message_with_help(finding))},
        {"locations", Json::array({location(finding)})},
        {"partialFingerprints",
         {{"primaryLocationLineHash", fmt::format("{}:{}", fingerprint(finding), occurrence)}}}};
    if (!finding.related.empty()) result["relatedLocations"] = related_locations(finding);
    out += state.any ? ",\n" : "\n";
    out += dump(result);
    state.any = true;
}

void end(std::string& out, bool is_whole, FindingWriteState& state) {
    Json rules = Json::array();
    for (const RuleInfo* rule : state.raised) rules.push_back(rule_json(*rule));
    const Json tool = {
        {"driver", {{"name", "hcf"}, {"version", kVersion}, {"rules", std::move(rules)}}}};
    const Json invocations = Json::array({{{"executionSuccessful", is_whole}}});
    out += fmt::format("{}],\n\"tool\":{},\n\"invocations\":{}}}]}}\n", state.any ? "\n" : "",
                       dump(tool), dump(invocations));
}

}  // namespace

constinit const FindingFormat kSarif = {
    "sarif", ".sarif", "SARIF 2.1.0, for code hosts and editors", begin, write, no_file, end};

}  // namespace hcf
