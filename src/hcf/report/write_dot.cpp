// SPDX-License-Identifier: Apache-2.0
// Graphviz, for pictures: `dot -Tsvg` draws it. Clusters stand in columns from left to right, in
// their order; what leads from one node to another does not move them.
#include "hcf/base/assert.h"
#include "hcf/base/text.h"
#include "hcf/report/format.h"

#include <fmt/format.h>

namespace hcf {

namespace {

/// A quoted text of which nothing is taken for markup: Graphviz reads backslashes in labels, and
/// character references in every text.
std::string dot_text(std::string_view text) {
    std::string result = "\"";
    for (const char c : escape_invisible(text)) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '&')
            result += "&amp;";
        else
            result += c;
    }
    return result + '"';
}

/// A label of several lines.
std::string dot_lines(const std::vector<std::string>& lines) {
    std::string result;
    for (const std::string& line : lines) {
        const std::string text = dot_text(line);
        result += (result.empty() ? "" : "\\n") + text.substr(1, text.size() - 2);
    }
    return '"' + result + '"';
}

/// A label in lines that a node has room for.
std::string dot_label(std::string_view text) {
    constexpr std::size_t kWidth = 24;
    return dot_lines(wrap(escape_invisible(text), kWidth));
}

void append_node(std::string& out, const GraphNode& node, std::string_view indent) {
    out += fmt::format("{}{} [label={}{}];\n", indent, dot_text(node.id), dot_label(node.label),
                       node.is_strong ? ", style=\"rounded,bold,filled\"" : "");
}

void append_cluster(std::string& out, const Graph& graph, std::size_t number) {
    const GraphCluster& cluster = graph.clusters[number];
    out += fmt::format("  subgraph {} {{\n    label={};\n    rank=same;\n",
                       dot_text("cluster_" + cluster.id), dot_label(cluster.label));
    for (const GraphNode& node : graph.nodes) {
        if (node.cluster == number) append_node(out, node, "    ");
    }
    out += "  }\n";
}

/// The first node of each cluster, tied to the next by what is not seen: that is what puts the
/// clusters in their order.
void append_order(std::string& out, const Graph& graph) {
    const GraphNode* before = nullptr;
    for (std::size_t i = 0; i < graph.clusters.size(); ++i) {
        for (const GraphNode& node : graph.nodes) {
            if (node.cluster != i) continue;
            if (before != nullptr)
                out += fmt::format("  {} -> {} [style=invis];\n", dot_text(before->id),
                                   dot_text(node.id));
            before = &node;
            break;
        }
    }
}

void append_edge(std::string& out, const Graph& graph, const GraphEdge& edge) {
    HCF_ASSERT(edge.from < graph.nodes.size() && edge.to < graph.nodes.size());
    out += fmt::format("  {} -> {} [label={}, constraint=false{}];\n",
                       dot_text(graph.nodes[edge.from].id), dot_text(graph.nodes[edge.to].id),
                       dot_text(edge.label), edge.is_strong ? ", style=bold, penwidth=3" : "");
}

void begin(std::string&, const ReportHead&, const WriteOptions&, WriteState&) {}

void part(std::string& out, const ReportHead&, const ReportPart& part, const WriteOptions&,
          WriteState&) {
    const Graph& graph = part.graph;
    std::vector<std::string> title = {graph.title};
    for (const std::string& note : graph.notes) title.push_back(note);
    out += fmt::format(
        "digraph hcf {{\n"
        "  label={};\n"
        "  labelloc=t;\n"
        "  newrank=true;\n"
        "  rankdir=LR;\n"
        "  node [shape=box, style=rounded, fillcolor=\"#e8f1fa\", fontname=\"sans-serif\"];\n"
        "  edge [fontname=\"sans-serif\"];\n"
        "  graph [fontname=\"sans-serif\"];\n",
        dot_lines(title));
    for (std::size_t i = 0; i < graph.clusters.size(); ++i) append_cluster(out, graph, i);
    for (const GraphNode& node : graph.nodes) {
        if (!node.cluster) append_node(out, node, "  ");
    }
    append_order(out, graph);
    for (const GraphEdge& edge : graph.edges) append_edge(out, graph, edge);
    out += "}\n";
}

void end(std::string&, const ReportHead&, const ReportTail&, const WriteOptions&, WriteState&) {}

}  // namespace

constinit const Format kDot = {
    "dot",        ".dot", "a picture, to be drawn by Graphviz", Reads::document, begin, part, end,
    Extra::graph, ".gv"};

}  // namespace hcf
