// SPDX-License-Identifier: Apache-2.0
// How much a search may do: counts that it touches, never time, so that every machine gives the
// same answer.
#pragma once

#include <algorithm>
#include <cstdint>

namespace hcf {

/// What is left of the work.
class Budget {
public:
    explicit Budget(std::uint64_t work) : left_(work) {}

    void spend(std::uint64_t work) { left_ -= std::min(left_, work); }

    /// Sets a part of what is left apart, so that a search cannot use up what others need.
    [[nodiscard]] Budget take(std::uint64_t parts_of_four) {
        Budget part(left_ / 4 * parts_of_four);
        left_ -= part.left_;
        return part;
    }
    void give_back(const Budget& part) { left_ += part.left_; }

    [[nodiscard]] bool is_spent() const { return left_ == 0; }

private:
    std::uint64_t left_;
};

}  // namespace hcf
