// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets do with their bytes; the ordinary tests replay the corpus and the kept
// crashes through it.
#pragma once

#include <string_view>

namespace hcf::tests {

/// The bytes as a file of the shipped framework's: validate, and gap with every format.
void fuzz_file(std::string_view bytes);

/// The bytes as an overlay on the shipped framework: validate, and show.
void fuzz_overlay(std::string_view bytes);

}  // namespace hcf::tests
