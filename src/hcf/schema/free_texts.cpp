// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/free_texts.h"

#include "hcf/schema/reader.h"

#include <algorithm>

namespace hcf {
namespace {

using Visit = std::function<void(const TextPlace&)>;

class Walk {
public:
    Walk(const yaml::Tree& tree, const Visit& visit) : tree_(tree), visit_(visit) {}

    void mapping(yaml::NodeRef node, const MappingSpec& spec) const {
        if (!node.is_mapping()) return;
        yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
            const auto known = std::find_if(
                spec.keys.begin(), spec.keys.end(),
                [&](const KeySpec& candidate) { return candidate.name == key.text(); });
            if (known == spec.keys.end())
                everything(key.text(), value);  // the user's own, or misspelt
            else
                typed(key.text(), value, *known->type);
        });
    }

private:
    void typed(std::string_view key, yaml::NodeRef node, const TypeSpec& type) const {
        switch (type.shape) {
            case Shape::text:
                if (type.text == TextKind::free && node.is_scalar()) tell(key, node);
                return;
            case Shape::list:
                if (!node.is_sequence()) return;
                yaml::for_each_item(node,
                                    [&](yaml::NodeRef item) { typed(key, item, *type.item); });
                return;
            case Shape::mapping: return mapping(node, type.mapping());
            case Shape::entries:
                if (!node.is_mapping()) return;
                yaml::for_each_pair(node, [&](yaml::NodeRef entry_key, yaml::NodeRef value) {
                    if (is_own_key(entry_key.text()))
                        everything(entry_key.text(), value);
                    else
                        typed(key, value, *type.item);
                });
                return;
            case Shape::either:
                if (node.is_scalar()) return typed(key, node, *type.item);
                return mapping(node, type.mapping());
            case Shape::date:
            case Shape::period:
            case Shape::boolean:
            case Shape::number:
            case Shape::choice: return;
        }
    }

    void everything(std::string_view key, yaml::NodeRef node) const {
        if (node.is_scalar()) return tell(key, node);
        if (node.is_sequence()) {
            yaml::for_each_item(node, [&](yaml::NodeRef item) { everything(key, item); });
            return;
        }
        yaml::for_each_pair(node, [&](yaml::NodeRef inner, yaml::NodeRef value) {
            everything(inner.text(), value);
        });
    }

    void tell(std::string_view key, yaml::NodeRef node) const {
        TextPlace place;
        place.key = key;
        place.text = node.text();
        place.span = node.span();
        const char* const begin = tree_.text.data();
        const std::less_equal<> not_after;
        if (!place.text.empty() && not_after(begin, place.text.data()) &&
            not_after(place.text.data() + place.text.size(), begin + tree_.text.size())) {
            place.is_verbatim = true;
            place.begins = static_cast<std::uint32_t>(place.text.data() - begin);
        }
        visit_(place);
    }

    const yaml::Tree& tree_;
    const Visit& visit_;
};

}  // namespace

SourceSpan TextPlace::part(std::size_t offset, std::size_t size) const {
    if (!is_verbatim) return span;
    const auto begin = static_cast<std::uint32_t>(begins + offset);
    return {span.source, begin, static_cast<std::uint32_t>(begin + size)};
}

void FreeTexts::for_each(const Visit& visit) const {
    Walk(*tree_, visit).mapping(yaml::NodeRef(*tree_, 0), *spec_);
}

}  // namespace hcf
