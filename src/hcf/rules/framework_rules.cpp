// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/framework_rules.h"

#include <array>

namespace hcf::framework_rules {

constinit const RuleInfo kFrameworkIncomplete = {
    "framework-incomplete",
    Severity::error,
    "a framework without its card, or without levels or competences",
    {"That a framework has one `framework` mapping, at least one level of practice and at least "
     "one competence.",
     "Against an empty framework everybody would be ready for everything.",
     "a directory with scales.yaml alone",
     "framework: {id: clinical-homecare, title: ..., version: \"4.5\"}"}};

constinit const RuleInfo kDuplicateCard = {
    "duplicate-card",
    Severity::error,
    "two framework cards",
    {"That only one document of a framework carries `framework`, and that no two overlays have one "
     "id.",
     "Every report is stamped with the card; it must be clear which.",
     "framework: ... in both levels.yaml and roles.yaml", "framework: ... in levels.yaml"}};

constinit const RuleInfo kDuplicateName = {
    "duplicate-name",
    Severity::error,
    "an id, alias or title that is another's",
    {"That no id, alias or title equals another's of the same kind, without regard to case.",
     "A name with two meanings would have to be guessed.",
     "aliases: {levels: {support: associate}}", "aliases: {levels: {aap: associate}}"}};

constinit const RuleInfo kCoreWithoutLevels = {
    "core-without-levels",
    Severity::error,
    "a core competence that no level asks",
    {"That a competence of kind core names the levels of practice that ask it.",
     "A core competence without a mark is asked of nobody, and nobody would notice.",
     "{id: hand-hygiene, title: ..., kind: core}",
     "{id: hand-hygiene, title: ..., kind: core, levels: [supportive, associate]}"}};

constinit const RuleInfo kLevelsOfRoleKind = {
    "levels-of-role-kind",
    Severity::error,
    "levels on a competence that roles ask",
    {"That only core competences have `levels`; what is role-specific is asked by roles.",
     "It would look asked of a whole level and be asked of nobody.",
     "{id: infusion, title: ..., kind: role, levels: [autonomous]}",
     "{id: infusion, title: ..., kind: role}"}};

constinit const RuleInfo kRoleWithoutLevel = {
    "role-without-level",
    Severity::error,
    "a role that stands at no level of practice",
    {"That every role names at least one level, its own first.",
     "What is asked of a role begins with what its level asks.",
     "{id: nurse-educator, title: Nurse Educator}",
     "{id: nurse-educator, title: Nurse Educator, levels: [enhanced]}"}};

constinit const RuleInfo kRepeatedItem = {
    "repeated-item",
    Severity::error,
    "the same thing twice in one list",
    {"That a list of levels, competences or values names each once.",
     "Two entries for one thing may say different things.", "levels: [enhanced, enhanced]",
     "levels: [enhanced]"}};

constinit const RuleInfo kSupersedesCycle = {
    "supersedes-cycle",
    Severity::error,
    "a competence that supersedes itself, over any number of steps",
    {"That `supersedes` never leads back to where it began.",
     "In a circle each would prove the other, and nothing would prove any.",
     "a supersedes b, b supersedes a", "a supersedes b"}};

constinit const RuleInfo kAmbiguousNeeds = {
    "ambiguous-needs",
    Severity::error,
    "a value without its scale that several scales have",
    {"That `needs` names its scale where more than one loaded scale has the value.",
     "Competent on one scale may be a beginning on another.", "needs: competent",
     "needs: novice-to-expert/competent"}};

constinit const RuleInfo kEssentialCore = {
    "essential-core",
    Severity::error,
    "`essential: false` on a competence that the level already asks",
    {"That a role does not call desirable what its level of practice asks of everybody.",
     "Core competences are those that all staff are expected to demonstrate.",
     "competences: [{id: hand-hygiene, essential: false}]",
     "competences: [{id: hand-hygiene, needs: zero-to-six/4}]"}};

constinit const RuleInfo kReservedValue = {
    "reserved-value",
    Severity::error,
    "a scale that defines `not-applicable`",
    {"That no scale has a value `not-applicable`: it is reserved in every scale.",
     "Not applicable is no grade; it is left out of every count, with a reason.",
     "values: [{id: not-applicable, counts_as: met}]", "values: [{id: met, counts_as: met}]"}};

constinit const RuleInfo kOverlaySoftens = {
    "overlay-softens",
    Severity::error,
    "an overlay that takes away or changes what the framework counts",
    {"That an overlay adds: it may not remove a mark, rename or retitle, change a scale, or make "
     "what is essential desirable.",
     "Nothing may soften what counts, or two providers could no longer trust each other's met.",
     "competences: [{id: hand-hygiene, levels: [advanced]}]",
     "competences: [{id: hand-hygiene, refresh: P1Y}]"}};

constinit const RuleInfo kOverlayConflict = {
    "overlay-conflict",
    Severity::error,
    "two overlays that say different things of one",
    {"That overlays loaded together do not give different values for one thing, or define one new "
     "id differently.",
     "Which of them is right is for people to settle.",
     "refresh: P1Y in one overlay and refresh: P2Y in another", "refresh: P1Y in both"}};

namespace {
constexpr std::array kAll = {&kFrameworkIncomplete, &kDuplicateCard,    &kDuplicateName,
                             &kCoreWithoutLevels,   &kLevelsOfRoleKind, &kRoleWithoutLevel,
                             &kRepeatedItem,        &kSupersedesCycle,  &kAmbiguousNeeds,
                             &kEssentialCore,       &kReservedValue,    &kOverlaySoftens,
                             &kOverlayConflict};
}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::framework_rules
