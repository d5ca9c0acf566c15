// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string dot_of(hcf::Graph graph) {
    hcf::ReportPart part;
    part.graph = std::move(graph);
    return hcf::write_report(hcf::kDot, {}, part, {}, {});
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a picture has its nodes in clusters, the clusters in order, and the edges") {
    hcf::Graph graph;
    graph.title = "A map";
    graph.notes = {"of two"};
    graph.clusters = {{"low", "Low"}, {"empty", "Empty"}, {"high", "High"}};
    graph.nodes = {{"a", "A", 0, true}, {"b", "B", 2, false}, {"c", "C", {}, false}};
    graph.edges = {{0, 1, "3 new", true}, {1, 2, "", false}};
    CHECK(dot_of(graph) ==
          "digraph hcf {\n"
          "  label=\"A map\\nof two\";\n"
          "  labelloc=t;\n"
          "  newrank=true;\n"
          "  rankdir=LR;\n"
          "  node [shape=box, style=rounded, fillcolor=\"#e8f1fa\", fontname=\"sans-serif\"];\n"
          "  edge [fontname=\"sans-serif\"];\n"
          "  graph [fontname=\"sans-serif\"];\n"
          "  subgraph \"cluster_low\" {\n    label=\"Low\";\n    rank=same;\n"
          "    \"a\" [label=\"A\", style=\"rounded,bold,filled\"];\n  }\n"
          "  subgraph \"cluster_empty\" {\n    label=\"Empty\";\n    rank=same;\n  }\n"
          "  subgraph \"cluster_high\" {\n    label=\"High\";\n    rank=same;\n"
          "    \"b\" [label=\"B\"];\n  }\n"
          "  \"c\" [label=\"C\"];\n"
          "  \"a\" -> \"b\" [style=invis];\n"
          "  \"a\" -> \"b\" [label=\"3 new\", constraint=false, style=bold, penwidth=3];\n"
          "  \"b\" -> \"c\" [label=\"\", constraint=false];\n"
          "}\n");
}

TEST_CASE("nothing of the data is taken for markup of a picture") {
    hcf::Graph graph;
    graph.title = "a\"b\\N &lt;\n\x1b[1m";
    graph.nodes = {{"n", "one \"two\" and \\l three that is long enough", {}, false}};
    const std::string dot = dot_of(graph);
    CHECK(holds(dot, "label=\"a\\\"b\\\\N &amp;lt;\\\\n\\\\u{1b}[1m\";"));
    CHECK(holds(dot, "[label=\"one \\\"two\\\" and \\\\l three\\nthat is long enough\"]"));
}

TEST_CASE("a picture goes by two extensions") {
    CHECK(hcf::find_format_by_extension(".gv") == &hcf::kDot);
    CHECK(hcf::find_format_by_extension("") == nullptr);
}
