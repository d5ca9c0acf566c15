// SPDX-License-Identifier: Apache-2.0
// Pictures as SVG inside a page (ADR 0023).
#pragma once

#include "hcf/report/document.h"

#include <cstddef>
#include <string>

namespace hcf {

/// Appends the drawing of a picture and the key of its marks, without its title and its figures.
/// `number` is of the last picture on the page, and is counted up. Requires: the picture is not
/// empty.
void append_svg(std::string& out, const Picture& picture, std::size_t& number);

}  // namespace hcf
