// SPDX-License-Identifier: Apache-2.0
// The exit codes of every command (spec 4).
#pragma once

namespace hcf::cli {

inline constexpr int kDone = 0;
inline constexpr int kFound = 1;    ///< done, and something was found that was to be told
inline constexpr int kNotDone = 2;  ///< could not be done, or not wholly

/// 2 beats 1, 1 beats 0.
[[nodiscard]] constexpr int worse(int a, int b) { return a > b ? a : b; }

}  // namespace hcf::cli
