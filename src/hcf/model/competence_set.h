// SPDX-License-Identifier: Apache-2.0
// A set of competences as bits, in framework order; requirement sets are compared and counted with
// it.
#pragma once

#include "hcf/base/id.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hcf {

/// A set of competences of one framework.
class CompetenceSet {
public:
    /// Adds one; the set grows as needed.
    void insert(CompetenceId id) {
        const std::size_t word = id.index / 64;
        if (word >= words_.size()) words_.resize(word + 1);
        words_[word] |= std::uint64_t{1} << (id.index % 64);
    }

    [[nodiscard]] bool contains(CompetenceId id) const {
        const std::size_t word = id.index / 64;
        return word < words_.size() && ((words_[word] >> (id.index % 64)) & 1U) != 0;
    }

    /// Same members.
    friend bool operator==(const CompetenceSet&, const CompetenceSet&) = default;

private:
    std::vector<std::uint64_t> words_;  // no trailing zero words: only insert grows it
};

}  // namespace hcf
