// SPDX-License-Identifier: Apache-2.0
// Lists that name things: each thing stands in them once, and has an id of its own.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/model/framework.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/schema/reader.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hcf::list_rules {

extern const RuleInfo kDuplicateId;    ///< two posts or courses of one id
extern const RuleInfo kUnknownCourse;  ///< `after` names what the catalogue does not have

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::list_rules

namespace hcf {

/// Reports every item of a list that stands in it before, under whichever name.
template <class Id>
void report_repeated(const Framework& framework, const std::vector<Located<Id>>& items,
                     std::string_view what, Diagnostics& diags) {
    std::unordered_map<std::uint32_t, SourceSpan> first;
    for (const Located<Id>& item : items) {
        const auto [place, is_new] = first.try_emplace(item.value.index, item.span);
        if (is_new) continue;
        std::string message = "the ";
        message.append(what).append(" '").append(framework.at(item.value).id);
        message += "' stands twice in the list";
        diags.add({&framework_rules::kRepeatedItem,
                   std::move(message),
                   item.span,
                   {{place->second, "first named here"}},
                   "keep one of them"});
    }
}

/// The positions of things (posts, courses) by their ids; an id that another has before it is
/// reported, and means the first.
template <class Doc>
std::unordered_map<std::string_view, std::size_t> index_by_id(const std::vector<Doc>& docs,
                                                              std::string_view what,
                                                              Diagnostics& diags) {
    std::unordered_map<std::string_view, std::size_t> positions;
    for (std::size_t i = 0; i < docs.size(); ++i) {
        if (!docs[i].id) continue;
        const auto [place, is_new] = positions.try_emplace(docs[i].id->value.text, i);
        if (is_new) continue;
        std::string message = "two ";
        message.append(what).append("s have the id '").append(docs[i].id->value.text) += '\'';
        diags.add({&list_rules::kDuplicateId,
                   std::move(message),
                   docs[i].id->span,
                   {{docs[place->second].id->span, "first given here"}},
                   "give each an id of its own"});
    }
    return positions;
}

}  // namespace hcf
