// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hcf/base/date.h"

#include <string>

namespace hcf {

/// How long ago a day was, in whole units rounded down: "today", "12 days", "5 months", "3 years".
/// Requires: `from` is not after `to`.
[[nodiscard]] std::string age_text(Date from, Date to);

}  // namespace hcf
