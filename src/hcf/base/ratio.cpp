// SPDX-License-Identifier: Apache-2.0
// Prints ratios without ever passing through floating point.
#include "hcf/base/ratio.h"

namespace hcf {

std::string to_decimal(Ratio ratio) {
    const std::int64_t value = ten_thousandths(ratio);
    std::string text = std::to_string(value / 10000);
    std::int64_t rest = value % 10000;
    if (rest == 0) return text;
    text += '.';
    for (std::int64_t place = 1000; rest != 0; place /= 10) {
        text += static_cast<char>('0' + rest / place);
        rest %= place;
    }
    return text;
}

}  // namespace hcf
