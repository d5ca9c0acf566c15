// SPDX-License-Identifier: Apache-2.0
// Which bytes of a document are nobody's business in a log: names, notes, titles of evidence,
// plans, and the user's own keys (spec 4, "Diagnostics").
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/diag/finding.h"
#include "hcf/yaml/node.h"

#include <vector>

namespace hcf {

/// The private values of a document that has a tree, in order.
[[nodiscard]] std::vector<ByteRange> private_values(const yaml::Tree& tree);

/// Adds the places of diagnostics that point at what is private wherever it stands, such as an NHS
/// number; keeps the order.
void add_private_places(const Diagnostics& diags, std::vector<ByteRange>& ranges);

/// For a document without a tree: everything that may be a private value, judged line by line.
[[nodiscard]] std::vector<ByteRange> private_lines(std::string_view text);

}  // namespace hcf
