// SPDX-License-Identifier: Apache-2.0
// A catalogue as it stands in its file (spec 2, "catalogue/1"): the courses that a training
// provider offers. Texts view the document's tree.
#pragma once

#include "hcf/schema/reader.h"

#include <vector>

namespace hcf {

struct CourseDoc {
    SourceSpan at;
    std::uint64_t faulty_keys = 0;
    std::uint64_t seen_keys = 0;
    Given<IdText> id;
    Given<FreeText> title;
    std::vector<Located<CompetenceName>> develops;
    std::vector<Located<LevelName>> levels;
    Given<Decimal> hours;
    Given<Decimal> cost;
    Given<FreeText> mode;
    std::vector<Located<IdText>> after;
    static constexpr std::string_view kWording = "a course (id, title, develops, ...)";
    static const MappingSpec& mapping();
};

struct CatalogueDoc {
    SourceSpan at;
    Given<KindText> hcf;
    Given<FreeText> provider;
    std::vector<CourseDoc> courses;
    static constexpr std::string_view kWording = "a catalogue";
    static const MappingSpec& mapping();
};

/// Reads a document whose head says that it is a catalogue.
[[nodiscard]] CatalogueDoc decode_catalogue(const yaml::Tree& tree, Diagnostics& diags);

}  // namespace hcf
