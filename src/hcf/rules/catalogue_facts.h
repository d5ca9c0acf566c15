// SPDX-License-Identifier: Apache-2.0
// A catalogue document with its references looked up: what the rules judge.
#pragma once

#include "hcf/model/framework.h"
#include "hcf/schema/catalogue_doc.h"

#include <cstddef>
#include <vector>

namespace hcf {

/// One course; what could not be looked up is left out, and has been reported.
struct CourseFacts {
    const CourseDoc* doc = nullptr;
    std::vector<Located<CompetenceId>> develops;
    std::vector<Located<LevelId>> levels;
    std::vector<Located<std::size_t>> after;  ///< positions in the catalogue
};

struct CatalogueFacts {
    const CatalogueDoc* doc = nullptr;
    const Framework* framework = nullptr;
    std::vector<CourseFacts> courses;  ///< in the order of the file
};

/// Looks up everything that the document names; unknown and repeated names are reported.
[[nodiscard]] CatalogueFacts resolve_catalogue(const CatalogueDoc& doc, const Framework& framework,
                                               Diagnostics& diags);

}  // namespace hcf
