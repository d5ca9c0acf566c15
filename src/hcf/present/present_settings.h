// SPDX-License-Identifier: Apache-2.0
// What hcf would work with, and where each setting came from.
#pragma once

#include "hcf/report/document.h"

#include <string>
#include <vector>

namespace hcf {

/// One setting; one that may be given several times stands once for each.
struct SettingValue {
    std::string name;
    std::string value;   ///< empty: nothing is set
    std::string origin;  ///< an option, a variable, a file, or "default"
};

/// Envelope and columns (`hcf.info/1`).
[[nodiscard]] ReportHead settings_head();

[[nodiscard]] ReportPart settings_part(const std::vector<SettingValue>& values);

}  // namespace hcf
