// SPDX-License-Identifier: Apache-2.0
// What every JSON document says of itself, and the stamp on every report for readers (spec 4,
// "Formats").
#pragma once

#include "hcf/base/date.h"
#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <string>
#include <string_view>

namespace hcf {

/// {"schema", "hcf", "framework", "overlays", "as_of"}.
[[nodiscard]] Json make_envelope(std::string_view schema, const Framework& framework, Date as_of);

/// "Framework: clinical-homecare 4.5 (draft for consultation), as of 2026-11-22".
[[nodiscard]] std::string make_stamp(const Framework& framework, Date as_of);

}  // namespace hcf
