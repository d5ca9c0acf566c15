// SPDX-License-Identifier: Apache-2.0
// JSON Schemas (draft 2020-12) from the tables that the reader uses, with the loaded framework's
// names: an editor then completes competences and explains them. What a schema cannot say (dates
// that follow one another, the same thing twice, look-alike letters) is left to validate.
#pragma once

#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::cli {

/// The kinds that have a schema, in the order of the documentation; the last is `config`, which is
/// hcf.yaml.
[[nodiscard]] std::vector<std::string_view> schema_kinds();

/// The schema of a kind; nothing where there is none of that name.
[[nodiscard]] std::optional<Json> json_schema(std::string_view kind, const Framework& framework);

}  // namespace hcf::cli
