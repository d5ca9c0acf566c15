// SPDX-License-Identifier: Apache-2.0
#include "hcf/yaml/node.h"

namespace hcf::yaml {

bool NodeRef::is_null() const {
    const Node& n = node();
    if (n.kind != Kind::scalar) return false;
    if (n.absent) return true;
    if (n.style != Style::plain || (n.size != 1 && n.size != 4)) return false;
    const std::string_view value = text();
    return value == "~" || value == "null" || value == "Null" || value == "NULL";
}

}  // namespace hcf::yaml
