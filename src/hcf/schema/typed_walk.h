// SPDX-License-Identifier: Apache-2.0
// A tree and the tables of its kind, side by side: what goes through a document by what its values
// mean, to mend or to migrate it, asks here which part of the table a node stands for. Nodes that
// do not have the shape that the table wants are passed over: the reader tells of them.
#pragma once

#include "hcf/schema/spec.h"
#include "hcf/yaml/node.h"

namespace hcf {

/// Calls walker.visit_scalar(node, type), walker.visit_mapping(node, spec) or
/// walker.visit_entries(node, type): for the node, or for each item of a list, in order.
template <class Walker>
void walk_typed(Walker& walker, yaml::NodeRef node, const TypeSpec& type) {
    if (type.shape == Shape::either) {
        if (node.is_scalar()) return walk_typed(walker, node, *type.item);
        if (node.is_mapping()) walker.visit_mapping(node, type.mapping());
    } else if (type.shape == Shape::list) {
        if (!node.is_sequence()) return;
        yaml::for_each_item(node,
                            [&](yaml::NodeRef item) { walk_typed(walker, item, *type.item); });
    } else if (type.shape == Shape::mapping) {
        if (node.is_mapping()) walker.visit_mapping(node, type.mapping());
    } else if (type.shape == Shape::entries) {
        if (node.is_mapping()) walker.visit_entries(node, type);
    } else if (node.is_scalar()) {
        walker.visit_scalar(node, type);
    }
}

}  // namespace hcf
