// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/prose.h"

#include <algorithm>

namespace hcf {

std::string prose(std::string_view word) {
    std::string text(word);
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

}  // namespace hcf
