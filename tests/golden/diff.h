// SPDX-License-Identifier: Apache-2.0
// How an output differs from what was expected, for people.
#pragma once

#include <string>

namespace hcf::tests {

/// The lines that differ, by their longest common subsequence: "-" what was expected, "+" what
/// came. At most 60 of them.
[[nodiscard]] std::string diff(const std::string& expected, const std::string& got);

}  // namespace hcf::tests
