// SPDX-License-Identifier: Apache-2.0
// HCF_ASSERT: for our own bugs only, in every build type; never for what a file or a user may do.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace hcf {

/// Prints where an invariant of our own broke, and aborts.
[[noreturn]] inline void assertion_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "hcf: internal error: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace hcf

#define HCF_ASSERT(condition) \
    ((condition) ? void(0) : ::hcf::assertion_failed(#condition, __FILE__, __LINE__))
