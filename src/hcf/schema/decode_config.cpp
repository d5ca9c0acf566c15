// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/assert.h"
#include "hcf/schema/config_doc.h"

namespace hcf {

bool WarningDoc::read_short(Reader& reader, yaml::NodeRef node) {
    const auto word = Leaf<WarningSetting>::read(reader, node);
    if (word) setting = Located<WarningSetting>{*word, node.span()};
    return word.has_value();
}

const MappingSpec& ConfigDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&ConfigDoc::framework>("framework",
                                   "the directory of the framework, from where hcf.yaml stands"),
        key<&ConfigDoc::overlays>("overlays", "overlays to add, from where hcf.yaml stands"),
        key<&ConfigDoc::accept>("accept", "the weakest basis that counts"),
        key<&ConfigDoc::warnings>("warnings",
                                  "rules that are warnings, each off, warning or error"),
        key<&ConfigDoc::exclude>("exclude", "patterns of what a walk of directories leaves out"),
    };
    static constexpr MappingSpec kSpec = {"hcf.yaml", kKeys};
    return kSpec;
}

ConfigDoc decode_config(const yaml::Tree& tree, Diagnostics& diags) {
    ConfigDoc doc;
    const yaml::NodeRef root(tree, 0);
    HCF_ASSERT(root.is_mapping());
    Reader reader(diags);
    doc.at = item_anchor(root);
    reader.read_mapping(root, doc.at, ConfigDoc::mapping(), &doc);
    return doc;
}

}  // namespace hcf
