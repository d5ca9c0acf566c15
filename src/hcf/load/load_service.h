// SPDX-License-Identifier: Apache-2.0
// From a document of posts to the model (spec 2, "service/1").
#pragma once

#include "hcf/load/kind_document.h"
#include "hcf/model/framework.h"
#include "hcf/model/service.h"

#include <optional>
#include <vector>

namespace hcf {

struct LoadedService {
    std::optional<Service> service;  ///< nothing where there were errors
    std::vector<Finding> errors;
};

/// Decodes and checks a document. Requires: opened, and of its kind.
[[nodiscard]] LoadedService load_service(KindDocument& document, const Framework& framework);

}  // namespace hcf
