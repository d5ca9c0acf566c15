// SPDX-License-Identifier: Apache-2.0
// Names of one kind (levels, roles or competences): ids, aliases and titles, found without regard
// to case (spec 2).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hcf {

/// Maps every name of a kind to the position of what it names.
class NameTable {
public:
    /// Adds a name. Gives nothing when it was free or already means the same thing, else what it
    /// means.
    std::optional<std::uint32_t> add(std::string_view name, std::uint32_t index);

    /// What the name means, exact spelling first, then without regard to case.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;

    /// All names as they were first written, in the order added: for "did you mean".
    [[nodiscard]] std::vector<std::string_view> all() const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Map = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    Map exact_;
    Map folded_;
    std::vector<std::string> in_order_;
};

}  // namespace hcf
