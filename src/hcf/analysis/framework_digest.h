// SPDX-License-Identifier: Apache-2.0
// One digest of all that a framework and its overlays say about who is asked what, and what counts:
// figures that were made apart fit together only where it is the same (spec 3, "summary").
#pragma once

#include "hcf/base/digest.h"
#include "hcf/model/framework.h"

namespace hcf {

/// Of the content, ids and titles included, not of the files: where they lie, their comments and
/// their layout change nothing.
[[nodiscard]] Digest framework_digest(const Framework& framework);

}  // namespace hcf
