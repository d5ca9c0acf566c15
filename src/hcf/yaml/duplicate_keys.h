// SPDX-License-Identifier: Apache-2.0
// Equal keys of one mapping, which YAML forbids and yaml-cpp lets through.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/yaml/node.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hcf::yaml {

inline constexpr std::size_t kMaxFaults = 1000;  ///< told of one document

/// Finds duplicate keys; its memory is used again for every mapping.
class DuplicateKeys {
public:
    /// Reports the second and every later one of equal keys, in the order of the text. Keys are
    /// compared as they read, not as they are written; nulls and collections are passed over. After
    /// kMaxFaults in all mappings together, one more diagnostic says that there are others.
    /// `keys_whole` is false where keys may lack their ':', which has been reported: those are
    /// passed over.
    void check(const Tree& tree, std::uint32_t mapping, bool keys_whole, Diagnostics& diags);

private:
    struct Key {
        std::string_view text;
        std::uint32_t node;
    };

    void collect(const Tree& tree, std::uint32_t mapping, bool keys_whole);
    [[nodiscard]] bool any_equal_among_few() const;
    void sort();

    std::vector<Key> keys_;
    std::size_t reported_ = 0;
};

}  // namespace hcf::yaml
