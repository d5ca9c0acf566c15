// SPDX-License-Identifier: Apache-2.0
// The framework as web pages (spec 4, "hcf site"; ADR 0025): files that need no server and no
// network, and no script but for search, the comparison of two roles and the assessment form.
#pragma once

#include "hcf/base/date.h"
#include "hcf/model/framework.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// One file of the site. Its name is made of ids alone, and holds no slash.
struct SiteFile {
    std::string name;
    std::string text;
};

struct SiteOptions {
    std::optional<Date> as_of;  ///< the day that the pages name; nothing: they name none
};

/// All files in byte order of their names, the manifest among them. The same framework and options
/// give the same bytes.
[[nodiscard]] std::vector<SiteFile> make_site(const Framework& framework,
                                              const SiteOptions& options);

}  // namespace hcf
