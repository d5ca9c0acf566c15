// SPDX-License-Identifier: Apache-2.0
// The tables of levels/1, competences/1, roles/1, scales/1 and overlay/1 (spec 2): what stands here
// is what the reader accepts and what the JSON Schemas say.
#include "hcf/base/assert.h"
#include "hcf/schema/framework_doc.h"

namespace hcf {
namespace {

constexpr std::string_view kHcfSummary = "the kind of document and its version";
constexpr std::string_view kFrameworkSummary = "the framework's card; on one of its documents";

template <auto List>
const MappingSpec& list_document(std::string_view name, std::string_view summary) {
    static const KeySpec kKeys[] = {
        key<&FrameworkDoc::hcf>("hcf", kHcfSummary, Presence::required),
        key<&FrameworkDoc::framework>("framework", kFrameworkSummary),
        key<List>(name, summary, Presence::required),
    };
    static const MappingSpec kSpec = {name, kKeys};
    return kSpec;
}

const MappingSpec& overlay_document() {
    static constexpr KeySpec kKeys[] = {
        key<&FrameworkDoc::hcf>("hcf", kHcfSummary, Presence::required),
        key<&FrameworkDoc::overlay>("overlay", "the overlay's card", Presence::required),
        key<&FrameworkDoc::competences>("competences",
                                        "new competences, or more for existing ones, by id"),
        key<&FrameworkDoc::roles>("roles",
                                  "new roles, or more competences for existing ones, by id"),
        key<&FrameworkDoc::scales>("scales", "new scales"),
        key<&FrameworkDoc::aliases>("aliases", "further names"),
    };
    static constexpr MappingSpec kSpec = {"overlay", kKeys};
    return kSpec;
}

}  // namespace

const MappingSpec& FrameworkInfoDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&FrameworkInfoDoc::id>("id", "the framework's id", Presence::required),
        key<&FrameworkInfoDoc::title>("title", "its title", Presence::required),
        key<&FrameworkInfoDoc::version>("version", "its version", Presence::required),
        key<&FrameworkInfoDoc::status>("status", "such as draft, published or withdrawn"),
        key<&FrameworkInfoDoc::date>("date", "the day of this version"),
        key<&FrameworkInfoDoc::source>("source", "who made it, and where it is found"),
    };
    static constexpr MappingSpec kSpec = {"framework", kKeys};
    return kSpec;
}

const MappingSpec& DescriptorDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&DescriptorDoc::knowledge>("knowledge", "what people at the level know"),
        key<&DescriptorDoc::practice>("practice", "what they do, for whom, and with whom"),
        key<&DescriptorDoc::decisions>("decisions", "what they decide"),
        key<&DescriptorDoc::accountability>("accountability", "what they answer for"),
        key<&DescriptorDoc::leadership>("leadership", "whom they lead, supervise or teach"),
        key<&DescriptorDoc::development>("development", "how they develop themselves and services"),
    };
    static constexpr MappingSpec kSpec = {"descriptor", kKeys};
    return kSpec;
}

const MappingSpec& LevelDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&LevelDoc::id>("id", "the level's id", Presence::required),
        key<&LevelDoc::title>("title", "its title", Presence::required),
        key<&LevelDoc::printed_as>("printed_as",
                                   "how the source prints the title, where that differs"),
        key<&LevelDoc::aliases>("aliases", "further names"),
        key<&LevelDoc::descriptor>("descriptor", "what the level is, facet by facet"),
        key<&LevelDoc::source>("source", "the part of the source that this condenses"),
    };
    static constexpr MappingSpec kSpec = {"level", kKeys};
    return kSpec;
}

const MappingSpec& NosDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&NosDoc::code>("code", "the code of the National Occupational Standard",
                           Presence::required),
        key<&NosDoc::status>("status",
                             "whether it was seen in a public source; default: unverified"),
        key<&NosDoc::seen>("seen", "where it was seen"),
    };
    static constexpr MappingSpec kSpec = {"nos", kKeys};
    return kSpec;
}

const MappingSpec& CompetenceDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&CompetenceDoc::id>("id", "the competence's id", Presence::required),
        key<&CompetenceDoc::title>("title", "its title"),
        key<&CompetenceDoc::printed_as>("printed_as",
                                        "how the source prints the title, where that differs"),
        key<&CompetenceDoc::aliases>("aliases", "further names"),
        key<&CompetenceDoc::kind>("kind", "core: asked by level; role: asked by roles"),
        key<&CompetenceDoc::levels>("levels", "the levels of practice that ask a core competence"),
        key<&CompetenceDoc::theme>("theme", "a group of competences"),
        key<&CompetenceDoc::nos>("nos", "the National Occupational Standard that it is"),
        key<&CompetenceDoc::refresh>("refresh", "how long a met lasts"),
        key<&CompetenceDoc::assess_at>("assess_at", "the lowest level of practice of an assessor"),
        key<&CompetenceDoc::same_as>("same_as",
                                     "the same competence in other frameworks or overlays"),
        key<&CompetenceDoc::supersedes>(
            "supersedes", "competences that need no separate proof of who holds this one"),
        key<&CompetenceDoc::description>("description", "what it is"),
        key<&CompetenceDoc::source>("source", "where it comes from"),
    };
    static constexpr MappingSpec kSpec = {"competence", kKeys};
    return kSpec;
}

const MappingSpec& RoleCompetenceDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&RoleCompetenceDoc::id>("id", "the competence", Presence::required),
        key<&RoleCompetenceDoc::needs>("needs", "the lowest value that will do, as SCALE/VALUE"),
        key<&RoleCompetenceDoc::essential>("essential",
                                           "false: desirable, left out of every count"),
    };
    static constexpr MappingSpec kSpec = {"role competence", kKeys};
    return kSpec;
}

bool RoleCompetenceDoc::read_short(Reader& reader, yaml::NodeRef node) {
    const auto text = Leaf<CompetenceName>::read(reader, node);
    if (text) id = Located<CompetenceName>{*text, node.span()};
    return text.has_value();
}

const MappingSpec& RoleDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&RoleDoc::id>("id", "the role's id", Presence::required),
        key<&RoleDoc::title>("title", "its title"),
        key<&RoleDoc::printed_as>("printed_as",
                                  "how the source prints the title, where that differs"),
        key<&RoleDoc::aliases>("aliases", "further names"),
        key<&RoleDoc::levels>("levels", "the levels of practice at which it stands, its own first"),
        key<&RoleDoc::competences>("competences",
                                   "what it asks beside its level's core competences"),
        key<&RoleDoc::summary>("summary", "what it is for"),
        key<&RoleDoc::family>("family", "a group of roles"),
        key<&RoleDoc::source>("source", "where it comes from"),
    };
    static constexpr MappingSpec kSpec = {"role", kKeys};
    return kSpec;
}

const MappingSpec& ScaleValueDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&ScaleValueDoc::id>("id", "the value as it is written in assessments",
                                Presence::required),
        key<&ScaleValueDoc::title>("title", "its title"),
        key<&ScaleValueDoc::counts_as>("counts_as", "what it counts as", Presence::required),
        key<&ScaleValueDoc::may_assess>("may_assess", "whether who holds it may assess others"),
    };
    static constexpr MappingSpec kSpec = {"scale value", kKeys};
    return kSpec;
}

const MappingSpec& ScaleDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&ScaleDoc::id>("id", "the scale's id", Presence::required),
        key<&ScaleDoc::title>("title", "its title"),
        key<&ScaleDoc::values>("values", "its values, lowest first", Presence::required),
        key<&ScaleDoc::source>("source", "where it comes from"),
    };
    static constexpr MappingSpec kSpec = {"scale", kKeys};
    return kSpec;
}

const MappingSpec& OverlayInfoDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&OverlayInfoDoc::id>("id", "the overlay's id", Presence::required),
        key<&OverlayInfoDoc::version>("version", "its version"),
        key<&OverlayInfoDoc::title>("title", "its title"),
    };
    static constexpr MappingSpec kSpec = {"overlay", kKeys};
    return kSpec;
}

const MappingSpec& AliasesDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&AliasesDoc::levels>("levels", "further names of levels of practice"),
        key<&AliasesDoc::roles>("roles", "further names of roles"),
        key<&AliasesDoc::competences>("competences", "further names of competences"),
    };
    static constexpr MappingSpec kSpec = {"aliases", kKeys};
    return kSpec;
}

bool is_framework_kind(DocumentKind kind) { return kind <= DocumentKind::overlay; }

const MappingSpec& FrameworkDoc::mapping(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::levels:
            return list_document<&FrameworkDoc::levels>("levels", "the levels, lowest first");
        case DocumentKind::competences:
            return list_document<&FrameworkDoc::competences>("competences",
                                                             "the competences, in framework order");
        case DocumentKind::roles:
            return list_document<&FrameworkDoc::roles>("roles", "the roles, in framework order");
        case DocumentKind::scales:
            return list_document<&FrameworkDoc::scales>("scales", "the scales");
        case DocumentKind::overlay: return overlay_document();
        case DocumentKind::assessment:
        case DocumentKind::team:
        case DocumentKind::service:
        case DocumentKind::catalogue: break;
    }
    HCF_ASSERT(false);
    return overlay_document();
}

FrameworkDoc decode_framework(const yaml::Tree& tree, DocumentKind kind, Diagnostics& diags) {
    FrameworkDoc doc;
    const yaml::NodeRef root(tree, 0);
    HCF_ASSERT(root.is_mapping());
    Reader reader(diags);
    doc.kind = kind;
    doc.at = item_anchor(root);
    reader.read_mapping(root, doc.at, FrameworkDoc::mapping(kind), &doc);
    return doc;
}

}  // namespace hcf
