// SPDX-License-Identifier: Apache-2.0
// Level descriptors side by side, facet by facet.
#pragma once

#include "hcf/model/framework.h"
#include "hcf/report/document.h"

namespace hcf {

/// The facets in which two levels differ, one row each; a facet that a level does not have is
/// empty.
[[nodiscard]] Table compare_descriptors(const Framework& framework, LevelId a, LevelId b);

}  // namespace hcf
