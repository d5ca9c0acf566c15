// SPDX-License-Identifier: Apache-2.0
// The texts of a document that people wrote in their own words, found by the same tables by which
// it is read: notes, titles, names, plans, and whatever stands below the user's own keys.
#pragma once

#include "hcf/schema/spec.h"

#include <functional>
#include <string_view>

namespace hcf {

/// One text, and where it stands.
struct TextPlace {
    std::string_view key;      ///< whose value it is; of a list, that of the list
    std::string_view text;     ///< unescaped and folded
    SourceSpan span;           ///< of the whole scalar, quotes included
    bool is_verbatim = false;  ///< the text stands in the file as it is here, from `begins`
    std::uint32_t begins = 0;

    /// Where a part of the text stands; the whole scalar where that cannot be told.
    [[nodiscard]] SourceSpan part(std::size_t offset, std::size_t size) const;
};

/// The texts of one document. Views its tree.
class FreeTexts {
public:
    /// The document whose root the table describes. Requires: the tree is not empty.
    FreeTexts(const yaml::Tree& tree, const MappingSpec& spec) : tree_(&tree), spec_(&spec) {}

    /// Calls visit for every text, in the order of the file.
    void for_each(const std::function<void(const TextPlace&)>& visit) const;

private:
    const yaml::Tree* tree_;
    const MappingSpec* spec_;
};

}  // namespace hcf
