// SPDX-License-Identifier: Apache-2.0
// The YAML adapter: bytes of one document in, a positioned tree out. parse.cpp is the only file
// that includes yaml-cpp.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/yaml/node.h"

namespace hcf::yaml {

/// Reads one document (spec 2, "Rules for all of them"; spec 4, syntax errors) into `tree`, which
/// is reset first. Gives true where there is a whole tree, even one with duplicate keys or nulls in
/// it (those diagnostics are added too where they are errors wherever they stand: duplicate and
/// over-long keys); false after a syntax error, an anchor, alias, merge key or tag, too deep a
/// nesting, too long a scalar, invalid UTF-8 or a control character, or when the document holds
/// nothing. Requires: the source is in a SourceSet under `source`, at most 8 MiB, split at its
/// markers (it may begin with directives and one `---`, and end with `...`).
[[nodiscard]] bool parse(SourceId source, std::string_view text, Tree& tree, Diagnostics& diags);

/// The same for a text that yaml-cpp has confirmed before: the embedded framework, which a unit
/// test puts before `parse`. It saves asking again at every start (two thirds of the time of a
/// short run).
[[nodiscard]] bool parse_confirmed(SourceId source, std::string_view text, Tree& tree,
                                   Diagnostics& diags);

}  // namespace hcf::yaml
