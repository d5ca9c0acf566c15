// SPDX-License-Identifier: Apache-2.0
// One level, one competence, one role for readers, each fact with the file that says it where that
// is not the file of the whole; private to present/.
#pragma once

#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <string>

namespace hcf {

/// An item of a list, and the overlay that put it there.
[[nodiscard]] std::string listed_from(const Framework& framework, const std::string& text,
                                      const std::string& file);

void add_level_page(const Framework& framework, LevelId id, Document& document);
void add_competence_page(const Framework& framework, CompetenceId id, Document& document);
void add_role_page(const Framework& framework, RoleId id, Document& document);

}  // namespace hcf
