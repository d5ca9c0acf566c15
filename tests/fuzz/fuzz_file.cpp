// SPDX-License-Identifier: Apache-2.0
// A libFuzzer target; run it on tests/fuzz/corpus, and keep what it finds in tests/fuzz/crashes.
#include "fuzz/fuzz_bodies.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    hcf::tests::fuzz_file({reinterpret_cast<const char*>(data), size});
    return 0;
}
