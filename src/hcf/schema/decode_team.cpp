// SPDX-License-Identifier: Apache-2.0
// The tables of team/1 (spec 2): what stands here is what the reader accepts and what the JSON
// Schema says. The table of a member's own assessment stands with assessment/1.
#include "hcf/base/assert.h"
#include "hcf/schema/team_doc.h"

namespace hcf {

const MappingSpec& TeamInfoDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&TeamInfoDoc::id>("id", "the team's id", Presence::required),
        key<&TeamInfoDoc::name>("name", "what it is called"),
        key<&TeamInfoDoc::organisation>("organisation", "whose team it is"),
    };
    static constexpr MappingSpec kSpec = {"team", kKeys};
    return kSpec;
}

bool MemberDoc::read_short(Reader& reader, yaml::NodeRef node) {
    const auto path = Leaf<TextOf<TextKind::reference>>::read(reader, node);
    if (path) reference = Located<TextOf<TextKind::reference>>{*path, node.span()};
    return path.has_value();
}

bool ExpectedDoc::read_short(Reader& reader, yaml::NodeRef node) {
    const auto number = Leaf<CountOrAll>::read(reader, node);
    if (number) holders = Located<CountOrAll>{*number, node.span()};
    return number.has_value();
}

const MappingSpec& ExpectationsDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&ExpectationsDoc::holders>(
            "holders",
            "how many members must hold each competence that the team needs; default: 1"),
        key<&ExpectationsDoc::competences>("competences",
                                           "how many, or all, must hold one competence"),
    };
    static constexpr MappingSpec kSpec = {"expect", kKeys};
    return kSpec;
}

const MappingSpec& TeamDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&TeamDoc::hcf>("hcf", "the kind of document and its version", Presence::required),
        key<&TeamDoc::team>("team", "the team's card", Presence::required),
        key<&TeamDoc::members>(
            "members",
            "paths relative to this file, globs, directories, or the assessments themselves",
            Presence::required),
        key<&TeamDoc::expect>("expect", "how many must hold what"),
    };
    static constexpr MappingSpec kSpec = {"team document", kKeys};
    return kSpec;
}

TeamDoc decode_team(const yaml::Tree& tree, Diagnostics& diags) {
    TeamDoc doc;
    const yaml::NodeRef root(tree, 0);
    HCF_ASSERT(root.is_mapping());
    Reader reader(diags);
    doc.at = item_anchor(root);
    reader.read_mapping(root, doc.at, TeamDoc::mapping(), &doc);
    for (MemberDoc& member : doc.members) {
        // The bits of a whole assessment's table, in which `hcf` comes first: rules ask by that.
        member.seen_keys <<= 1;
        member.faulty_keys <<= 1;
    }
    return doc;
}

}  // namespace hcf
