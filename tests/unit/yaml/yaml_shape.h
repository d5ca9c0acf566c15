// SPDX-License-Identifier: Apache-2.0
// Trees and diagnostics as short texts, for the tests of the YAML layer.
#pragma once

#include "hcf/base/text.h"
#include "hcf/diag/diagnostic.h"
#include "hcf/yaml/node.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace hcf::tests {

/// One document parsed, with all that the tree views.
struct YamlRead {
    explicit YamlRead(std::string_view content) : text(content) {
        const SourceId source = sources.add({.file = "a.yaml", .text = text});
        whole = yaml::parse(source, text, tree, diags);
    }

    YamlRead(const YamlRead&) = delete;
    YamlRead& operator=(const YamlRead&) = delete;

    std::string text;
    SourceSet sources;
    yaml::Tree tree;
    Diagnostics diags;
    bool whole = false;
};

/// `{key: [plain, 'single', "double", |block|], empty: <none>}`
inline std::string shape_of(yaml::NodeRef node) {
    std::string out;
    if (node.is_sequence()) {
        yaml::for_each_item(node, [&out](yaml::NodeRef item) {
            out += (out.empty() ? "" : ", ") + shape_of(item);
        });
        return "[" + out + "]";
    }
    if (node.is_mapping()) {
        yaml::for_each_pair(node, [&out](yaml::NodeRef key, yaml::NodeRef value) {
            out += (out.empty() ? "" : ", ") + shape_of(key) + ": " + shape_of(value);
        });
        return "{" + out + "}";
    }
    if (node.is_absent()) return "<none>";
    const std::string text = escape_invisible(node.text());
    switch (node.style()) {
        case yaml::Style::plain: return text;
        case yaml::Style::single_quoted: return "'" + text + "'";
        case yaml::Style::double_quoted: return "\"" + text + "\"";
        case yaml::Style::block: return "|" + text + "|";
    }
    return {};
}

/// What each node covers of the text, in preorder; line breaks as \n.
inline std::vector<std::string> covered_by(const YamlRead& read) {
    std::vector<std::string> result;
    for (const yaml::Node& node : read.tree.nodes) {
        result.push_back(escape_invisible(
            std::string_view(read.text).substr(node.begin, node.end - node.begin)));
    }
    return result;
}

/// The tree, or nothing where there is none, and every diagnostic as
/// `rule [begin,end) message; note [begin,end) message; help: help`, each on a line of its own.
inline std::string outcome_of(std::string_view text) {
    const YamlRead read(text);
    std::string out;
    if (read.whole) out = shape_of(yaml::NodeRef(read.tree, 0)) + "\n";
    for (const Diagnostic& diagnostic : read.diags.all()) {
        out += fmt::format("{} [{},{}) {}", diagnostic.rule->id, diagnostic.span.begin,
                           diagnostic.span.end, diagnostic.message);
        for (const Related& related : diagnostic.related) {
            out += fmt::format("; note [{},{}) {}", related.span.begin, related.span.end,
                               related.message);
        }
        if (!diagnostic.help.empty()) out += "; help: " + diagnostic.help;
        out += "\n";
    }
    return out;
}

}  // namespace hcf::tests
