// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/duplicate_keys.h"

#include "hcf/base/text.h"
#include "hcf/diag/reading_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace hcf::yaml {

namespace {

/// Up to this many keys each is compared with each, which is quicker than sorting them.
constexpr std::size_t kFewKeys = 24;

/// A longer key is not repeated in the message.
constexpr std::size_t kShownKeyBytes = 80;

std::string message_for(std::string_view key) {
    if (key.size() > kShownKeyBytes) return "duplicate key";
    return fmt::format("duplicate key '{}'", escape_invisible(key));
}

}  // namespace

void DuplicateKeys::check(const Tree& tree, std::uint32_t mapping, bool keys_whole,
                          Diagnostics& diags) {
    collect(tree, mapping, keys_whole);
    if (keys_.size() <= kFewKeys && !any_equal_among_few()) return;
    sort();
    struct Duplicate {
        std::uint32_t node;
        std::uint32_t first;
    };
    std::vector<Duplicate> found;
    std::size_t first = 0;
    for (std::size_t i = 1; i < keys_.size(); ++i) {
        if (keys_[i].text == keys_[first].text) {
            found.push_back({keys_[i].node, keys_[first].node});
        } else {
            first = i;
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Duplicate& a, const Duplicate& b) { return a.node < b.node; });
    for (const Duplicate& duplicate : found) {
        const NodeRef key(tree, duplicate.node);
        if (reported_ > kMaxFaults) return;
        if (reported_++ == kMaxFaults) {
            diags.add(reading_rules::kDuplicateKey, key.span(),
                      "further duplicate keys are not listed");
            return;
        }
        diags.add(Diagnostic{&reading_rules::kDuplicateKey,
                             message_for(key.text()),
                             key.span(),
                             {{NodeRef(tree, duplicate.first).span(), "first given here"}},
                             "keep one of the two"});
    }
}

void DuplicateKeys::collect(const Tree& tree, std::uint32_t mapping, bool keys_whole) {
    keys_.clear();
    for_each_pair(NodeRef(tree, mapping), [&](NodeRef key, NodeRef value) {
        if (!key.is_scalar() || key.is_null()) return;
        const bool no_colon = value.is_absent() && value.span().begin == key.span().end;
        if (keys_whole || !no_colon) keys_.push_back({key.text(), key.index()});
    });
}

bool DuplicateKeys::any_equal_among_few() const {
    for (std::size_t i = 1; i < keys_.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (keys_[i].text == keys_[j].text) return true;
        }
    }
    return false;
}

/// By size before content, which tells most keys apart at once; equal ones in the order of the
/// text. Sorting keeps its pace whatever the keys are, which a hash table does not.
void DuplicateKeys::sort() {
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
        if (a.text.size() != b.text.size()) return a.text.size() < b.text.size();
        const int order = a.text.compare(b.text);
        return order != 0 ? order < 0 : a.node < b.node;
    });
}

}  // namespace hcf::yaml
