// SPDX-License-Identifier: Apache-2.0
// Which table describes which kind of document.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/schema/spec.h"

namespace hcf {

/// The table of the root of a kind of document.
[[nodiscard]] const MappingSpec& document_mapping(DocumentKind kind);

/// True for the kinds whose names of levels, roles and competences are those of the framework in
/// use: the parts of a framework may name what they bring themselves.
[[nodiscard]] bool takes_names_of_framework(DocumentKind kind);

}  // namespace hcf
