// SPDX-License-Identifier: Apache-2.0
// A picture before it has a format: things, groups of them, and what leads from one to another.
// Writers decide how it looks (ADR 0010).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

struct GraphNode {
    std::string id;     ///< unique in its graph, and the same for the same thing in every graph
    std::string label;  ///< what is read
    std::optional<std::size_t> cluster;
    bool is_strong = false;  ///< stands out
};

/// Nodes that stand together; clusters stand in their order.
struct GraphCluster {
    std::string id;
    std::string label;
};

struct GraphEdge {
    std::size_t from = 0;  ///< positions of nodes
    std::size_t to = 0;
    std::string label;
    bool is_strong = false;
};

struct Graph {
    std::string title;
    std::vector<std::string> notes;  ///< under the title, a line each
    std::vector<GraphCluster> clusters;
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
};

}  // namespace hcf
