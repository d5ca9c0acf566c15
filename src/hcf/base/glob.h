// SPDX-License-Identifier: Apache-2.0
// File name patterns, without a file system.
#pragma once

#include <string_view>

namespace hcf {

/// True where the whole path fits the pattern: `?` is one character, `[a-c]` one of a list,
/// `[!a-c]` one that is not in it, and `*` any number, but never a '/'; `**` is any number of any,
/// and `**/` also no folder at all. Everything else, a `[` without its `]` too, is itself. Takes
/// time in proportion to both lengths, whatever the pattern.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace hcf
