// SPDX-License-Identifier: Apache-2.0
// Data of the framework for the scripts of a page, as JSON that can stand in an element. Private to
// site/.
#pragma once

#include "hcf/report/document.h"
#include "hcf/site/context.h"

#include <string>

namespace hcf {

/// JSON in which nothing ends the element that it stands in, whatever the data say.
[[nodiscard]] std::string embeddable(const Json& json);

/// What the comparison of two roles needs.
[[nodiscard]] Json comparison_page_data(const SiteContext& site);

/// One entry for each level, competence and role, in framework order.
[[nodiscard]] Json search_page_data(const SiteContext& site);

/// The whole framework for the assessment form ("hcf.form-data/1").
[[nodiscard]] Json form_page_data(const Framework& framework);

}  // namespace hcf
