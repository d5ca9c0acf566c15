// SPDX-License-Identifier: Apache-2.0
// A set of competences as bits, in framework order; requirement sets are compared and counted with
// it.
#pragma once

#include "hcf/base/id.h"

#include <bit>
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

    /// Adds every member of another set.
    void insert(const CompetenceSet& other) {
        if (other.words_.size() > words_.size()) words_.resize(other.words_.size());
        for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    }

    /// How many there are.
    [[nodiscard]] std::size_t size() const {
        std::size_t count = 0;
        for (const std::uint64_t word : words_) count += bits_in(word);
        return count;
    }

    /// How many are in both.
    [[nodiscard]] std::size_t size_of_common(const CompetenceSet& other) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < words_.size() && i < other.words_.size(); ++i)
            count += bits_in(words_[i] & other.words_[i]);
        return count;
    }

    /// How many are here and not in the other.
    [[nodiscard]] std::size_t size_without(const CompetenceSet& other) const {
        return size() - size_of_common(other);
    }

    /// Those in both, and those that are here and not in the other; in framework order.
    [[nodiscard]] std::vector<CompetenceId> common(const CompetenceSet& other) const {
        return members_where([&](CompetenceId id) { return other.contains(id); });
    }
    [[nodiscard]] std::vector<CompetenceId> without(const CompetenceSet& other) const {
        return members_where([&](CompetenceId id) { return !other.contains(id); });
    }

    /// All of them, in framework order.
    [[nodiscard]] std::vector<CompetenceId> members() const {
        return members_where([](CompetenceId) { return true; });
    }

    /// Same members.
    friend bool operator==(const CompetenceSet&, const CompetenceSet&) = default;

private:
    static std::size_t bits_in(std::uint64_t word) {
        return static_cast<std::size_t>(std::popcount(word));
    }

    template <class Test>
    [[nodiscard]] std::vector<CompetenceId> members_where(Test test) const {
        std::vector<CompetenceId> result;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
                const CompetenceId id{static_cast<std::uint32_t>(
                    i * 64 + static_cast<std::size_t>(std::countr_zero(word)))};
                if (test(id)) result.push_back(id);
            }
        }
        return result;
    }

    std::vector<std::uint64_t> words_;  // no trailing zero words: only insert grows it
};

}  // namespace hcf
