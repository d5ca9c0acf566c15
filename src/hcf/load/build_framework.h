// SPDX-License-Identifier: Apache-2.0
// Puts the documents of a framework, and the overlays on it, together (spec 2, "a framework" and
// "overlay/1").
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/model/framework.h"
#include "hcf/schema/framework_doc.h"

#include <optional>
#include <span>
#include <string>

namespace hcf {

/// The overlay number of what is the framework's own.
inline constexpr int kFrameworkItself = -1;

/// One document of the whole, in framework order: the framework's files first, then the overlays as
/// given.
struct FrameworkPart {
    FrameworkDoc doc;
    std::string file;
    int overlay = kFrameworkItself;  ///< else which overlay it belongs to, from 0
};

/// The framework that the parts make; nothing where there were errors. Requires: the parts' trees
/// are alive.
[[nodiscard]] std::optional<Framework> build_framework(std::span<const FrameworkPart> parts,
                                                       Diagnostics& diags);

}  // namespace hcf
