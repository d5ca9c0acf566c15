// SPDX-License-Identifier: Apache-2.0
// From a document of courses to the model (spec 2, "catalogue/1").
#pragma once

#include "hcf/load/kind_document.h"
#include "hcf/model/catalogue.h"
#include "hcf/model/framework.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

struct LoadedCatalogue {
    std::optional<Catalogue> catalogue;  ///< nothing where there were errors
    std::vector<Position> ids_at;        ///< where the id of each course stands
    std::vector<Finding> errors;
};

/// Decodes and checks a document; its courses are numbered from `first_position` on. Requires:
/// opened, and of its kind.
[[nodiscard]] LoadedCatalogue load_catalogue(KindDocument& document, const Framework& framework,
                                             std::string file, std::uint32_t number,
                                             std::uint32_t first_position);

}  // namespace hcf
