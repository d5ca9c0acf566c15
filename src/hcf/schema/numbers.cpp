// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/numbers.h"

namespace hcf {

std::optional<Count> Leaf<Count>::read(Reader& reader, yaml::NodeRef node) {
    const auto number = reader.read_number(node, kSpec);
    if (!number) return std::nullopt;
    return Count{number->digits};
}

std::optional<CountOrAll> Leaf<CountOrAll>::read(Reader& reader, yaml::NodeRef node) {
    if (node.is_scalar() && node.text() == kSpec.range->word) return CountOrAll{};
    const auto number = reader.read_number(node, kSpec);
    if (!number) return std::nullopt;
    return CountOrAll{number->digits};
}

std::optional<Share> Leaf<Share>::read(Reader& reader, yaml::NodeRef node) {
    const auto number = reader.read_number(node, kSpec);
    if (!number) return std::nullopt;
    return Share{*number};
}

}  // namespace hcf
