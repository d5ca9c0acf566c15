// SPDX-License-Identifier: Apache-2.0
// The tables of catalogue/1 (spec 2): what stands here is what the reader accepts and what the JSON
// Schema says.
#include "hcf/base/assert.h"
#include "hcf/schema/catalogue_doc.h"

namespace hcf {

const MappingSpec& CourseDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&CourseDoc::id>("id", "the course's id", Presence::required),
        key<&CourseDoc::title>("title", "what it is called"),
        key<&CourseDoc::develops>("develops", "the competences that it develops",
                                  Presence::required),
        key<&CourseDoc::levels>("levels", "the levels of practice that it is for; default: all"),
        key<&CourseDoc::hours>("hours", "how long it takes"),
        key<&CourseDoc::cost>("cost", "what it costs a person"),
        key<&CourseDoc::mode>("mode", "how it is held, such as online or blended"),
        key<&CourseDoc::after>("after", "courses of this catalogue that come first, by id"),
    };
    static constexpr MappingSpec kSpec = {"course", kKeys};
    return kSpec;
}

const MappingSpec& CatalogueDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&CatalogueDoc::hcf>("hcf", "the kind of document and its version", Presence::required),
        key<&CatalogueDoc::provider>("provider", "who offers the courses"),
        key<&CatalogueDoc::courses>("courses", "what is offered", Presence::required),
    };
    static constexpr MappingSpec kSpec = {"catalogue", kKeys};
    return kSpec;
}

CatalogueDoc decode_catalogue(const yaml::Tree& tree, Diagnostics& diags) {
    CatalogueDoc doc;
    const yaml::NodeRef root(tree, 0);
    HCF_ASSERT(root.is_mapping());
    Reader reader(diags);
    doc.at = item_anchor(root);
    reader.read_mapping(root, doc.at, CatalogueDoc::mapping(), &doc);
    return doc;
}

}  // namespace hcf
