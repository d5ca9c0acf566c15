// SPDX-License-Identifier: Apache-2.0
// The tables of assessment/1 (spec 2): what stands here is what the reader accepts and what the
// JSON Schema says.
#include "hcf/base/assert.h"
#include "hcf/schema/assessment_doc.h"
#include "hcf/schema/team_doc.h"

namespace hcf {

const MappingSpec& PlanDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&PlanDoc::action>("action", "what will be done", Presence::required),
        key<&PlanDoc::due>("due", "the day until which it will be done"),
        key<&PlanDoc::supervisor>("supervisor", "who supervises until then; never the person"),
        key<&PlanDoc::review>("review", "the day on which progress is looked at; not after due"),
    };
    static constexpr MappingSpec kSpec = {"plan", kKeys};
    return kSpec;
}

const MappingSpec& EvidenceDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&EvidenceDoc::type>("type", "what sort of evidence it is"),
        key<&EvidenceDoc::title>("title", "what it is called"),
        key<&EvidenceDoc::date>("date", "the day it is from"),
        key<&EvidenceDoc::ref>("ref", "where it is kept"),
    };
    static constexpr MappingSpec kSpec = {"evidence", kKeys};
    return kSpec;
}

bool EvidenceDoc::read_short(Reader& reader, yaml::NodeRef node) {
    is_short = true;
    const auto text = Leaf<FreeText>::read(reader, node);
    if (text) title = Located<FreeText>{*text, node.span()};
    return text.has_value();
}

const MappingSpec& RatingDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&RatingDoc::value>(
            "value",
            "a value of the scale, or not-applicable; may be left out where there is a plan"),
        key<&RatingDoc::assessed>("assessed", "the day on which it was judged"),
        key<&RatingDoc::assessor>("assessor", "who judged"),
        key<&RatingDoc::basis>("basis", "in what capacity they judged"),
        key<&RatingDoc::level>(
            "level", "the level of practice at which it was shown; default: the person's"),
        key<&RatingDoc::valid_until>("valid_until", "the last day on which the value holds"),
        key<&RatingDoc::evidence>("evidence", "what shows it"),
        key<&RatingDoc::note>("note", "a remark; the reason where it is not applicable"),
        key<&RatingDoc::plan>("plan", "what will be done to meet it"),
    };
    static constexpr MappingSpec kSpec = {"rating", kKeys};
    return kSpec;
}

bool RatingDoc::read_short(Reader& reader, yaml::NodeRef node) {
    const auto text = Leaf<ValueText>::read(reader, node);
    if (text) value = Located<ValueText>{*text, node.span()};
    return text.has_value();
}

const MappingSpec& OverlapDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&OverlapDoc::level>("level", "the level of practice of that part of the work",
                                Presence::required),
        key<&OverlapDoc::competences>("competences", "the competences it asks", Presence::required),
    };
    static constexpr MappingSpec kSpec = {"overlap", kKeys};
    return kSpec;
}

const MappingSpec& PersonDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&PersonDoc::id>("id", "the person's id, compared exactly", Presence::required),
        key<&PersonDoc::name>("name", "the person's name; a pseudonymous file leaves it out"),
        key<&PersonDoc::organisation>("organisation", "who employs them"),
        key<&PersonDoc::team>("team", "the team they work in"),
        key<&PersonDoc::role>("role", "their role; role or level is required"),
        key<&PersonDoc::level>("level", "their level of practice; default: the role's first"),
        key<&PersonDoc::overlaps>("overlaps", "work done at another level"),
    };
    static constexpr MappingSpec kSpec = {"person", kKeys};
    return kSpec;
}

const MappingSpec& SupervisionDoc::mapping() {
    static constexpr KeySpec kKeys[] = {
        key<&SupervisionDoc::supervisor>("supervisor", "who supervises; never the person"),
        key<&SupervisionDoc::mode>("mode", "how they supervise"),
        key<&SupervisionDoc::until>("until", "the last day on which it is in force"),
    };
    static constexpr MappingSpec kSpec = {"supervision", kKeys};
    return kSpec;
}

namespace {

/// The table of an assessment that is read into `Object`, with `hcf` as its first key.
template <class Object>
constexpr KeySpec kAssessmentKeys[] = {
    key<&AssessmentDoc::hcf, Object>("hcf", "the kind of document and its version",
                                     Presence::required),
    key<&AssessmentDoc::framework, Object>(
        "framework", "the framework's id and version that was assessed against"),
    key<&AssessmentDoc::person, Object>("person", "who is assessed", Presence::required),
    key<&AssessmentDoc::scale, Object>("scale", "the scale of the values; default: status"),
    key<&AssessmentDoc::assessed, Object>("assessed", "the day of every rating that names none"),
    key<&AssessmentDoc::assessor, Object>("assessor",
                                          "the assessor of every rating that names none"),
    key<&AssessmentDoc::basis, Object>("basis", "the basis of every rating that names none"),
    key<&AssessmentDoc::supervision, Object>("supervision", "the supervision that is in force"),
    key<&AssessmentDoc::ratings, Object>("ratings", "the ratings by competence",
                                         Presence::required),
};

}  // namespace

const MappingSpec& AssessmentDoc::mapping() {
    static constexpr MappingSpec kSpec = {"assessment", kAssessmentKeys<AssessmentDoc>};
    return kSpec;
}

const MappingSpec& MemberDoc::mapping() {
    static constexpr MappingSpec kSpec = {
        "member", std::span<const KeySpec>(kAssessmentKeys<MemberDoc>).subspan(1)};
    return kSpec;
}

AssessmentDoc decode_assessment(const yaml::Tree& tree, Diagnostics& diags) {
    AssessmentDoc doc;
    const yaml::NodeRef root(tree, 0);
    HCF_ASSERT(root.is_mapping());
    Reader reader(diags);
    doc.at = item_anchor(root);
    const KeysRead keys = reader.read_mapping(root, doc.at, AssessmentDoc::mapping(), &doc);
    doc.seen_keys = keys.seen;
    doc.faulty_keys = keys.faulty;
    return doc;
}

}  // namespace hcf
