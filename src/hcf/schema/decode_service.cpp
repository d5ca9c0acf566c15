// SPDX-License-Identifier: Apache-2.0
// The tables of service/1 (spec 2): what stands here is what the reader accepts and what the JSON
// Schema says.
#include "hcf/base/assert.h"
#include "hcf/schema/service_doc.h"

namespace hcf {

const MappingSpec& ServiceInfoDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&ServiceInfoDoc::id>("id", "the service's id", Presence::required),
        key<&ServiceInfoDoc::name>("name", "what it is called"),
        key<&ServiceInfoDoc::commissioner>("commissioner", "who asks for it"),
    };
    static constexpr MappingSpec kSpec = {"service", kKeys};
    return kSpec;
}

const MappingSpec& PostDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&PostDoc::id>("id", "the post's id", Presence::required),
        key<&PostDoc::role>("role", "whose post it is; role or level is required"),
        key<&PostDoc::level>(
            "level", "the level of practice: of the role, or, without one, of people of any role"),
        key<&PostDoc::accept_roles>("accept_roles", "other roles that may fill it"),
        key<&PostDoc::count>("count", "how many are wanted; default: 1"),
        key<&PostDoc::competences>("competences",
                                   "what is asked beside what the role or level asks"),
        key<&PostDoc::min_readiness>("min_readiness",
                                     "the least readiness, from 0 to 1; default: 1"),
    };
    static constexpr MappingSpec kSpec = {"post", kKeys};
    return kSpec;
}

const MappingSpec& ServiceDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&ServiceDoc::hcf>("hcf", "the kind of document and its version", Presence::required),
        key<&ServiceDoc::service>("service", "the service's card", Presence::required),
        key<&ServiceDoc::posts>("posts", "who is wanted", Presence::required),
    };
    static constexpr MappingSpec kSpec = {"service document", kKeys};
    return kSpec;
}

ServiceDoc decode_service(const yaml::Tree& tree, Diagnostics& diags) {
    ServiceDoc doc;
    const yaml::NodeRef root(tree, 0);
    HCF_ASSERT(root.is_mapping());
    Reader reader(diags);
    doc.at = item_anchor(root);
    reader.read_mapping(root, doc.at, ServiceDoc::mapping(), &doc);
    return doc;
}

}  // namespace hcf
