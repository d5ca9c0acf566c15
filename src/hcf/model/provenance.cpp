// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/provenance.h"

#include <algorithm>

namespace hcf {

const std::string* Provenance::find(Fact fact, std::uint32_t item) const {
    const auto last = std::find_if(
        amendments_.rbegin(), amendments_.rend(),
        [&](const Amendment& known) { return known.fact == fact && known.item == item; });
    return last != amendments_.rend() ? &last->file : nullptr;
}

}  // namespace hcf
