// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/format_rules.h"

#include <array>

namespace hcf::format_rules {

constinit const RuleInfo kMissingKind = {
    "missing-kind",
    Severity::error,
    "the document does not say what it is",
    {"That every document is a mapping with an `hcf` key that names its kind and format version.",
     "A file that nothing recognises is left out of every count, and with it the person it is "
     "about.",
     "person: {id: EHC-0042}\nratings: {}",
     "hcf: assessment/1\nperson: {id: EHC-0042, level: autonomous}\nratings: {}"}};

constinit const RuleInfo kUnknownKind = {
    "unknown-kind",
    Severity::error,
    "the `hcf` key names a kind of document that hcf does not know",
    {"That the word before the slash in the `hcf` key is one of levels, competences, roles, "
     "scales, overlay, assessment, "
     "team, service and catalogue.",
     "A misspelt kind would otherwise hide a whole record.", "hcf: assesment/1",
     "hcf: assessment/1"}};

constinit const RuleInfo kUnsupportedVersion = {
    "unsupported-version",
    Severity::error,
    "the `hcf` key names a format version that this hcf does not read",
    {"That the number behind the slash in the `hcf` key is a version that this hcf reads.",
     "A later format may mean something else by the same keys; guessing could turn a not-met into "
     "a met.",
     "hcf: assessment/9", "hcf: assessment/1"}};

constinit const RuleInfo kUnreadKind = {
    "unread-kind",
    Severity::error,
    "the command does not read this kind of document",
    {"That a file named on the command line is of a kind that the command reads. In a directory "
     "other kinds are passed over.",
     "Whoever names a file expects it to be counted.", "hcf gap framework/levels.yaml",
     "hcf gap people/alice.yaml"}};

constinit const RuleInfo kUnknownKey = {
    "unknown-key",
    Severity::error,
    "a key that the format does not have",
    {"That every key is one of the format's, or begins with `x-` and is your own.",
     "A misspelt `valid_until` would otherwise let a competence that has run out look met.",
     "valid_untill: 2027-09-12", "valid_until: 2027-09-12"}};

constinit const RuleInfo kMissingKey = {
    "missing-key",
    Severity::error,
    "a key that the format requires is not there",
    {"That required keys are there: `person.id`, a role or level, `ratings`, the action of a plan, "
     "and others.",
     "A rating that belongs to nobody, or a plan without an action, assures nobody of anything.",
     "plan: {due: 2027-01-31}", "plan: {action: Join the nurses' forum, due: 2027-01-31}"}};

constinit const RuleInfo kEmptyValue = {
    "empty-value",
    Severity::error,
    "a key or an item without a value",
    {"That nothing is left empty, `null` or `~`: what is not known is left out.",
     "An empty value may be a slip or a statement, and only its author knows which.",
     "valid_until:", "value: met    # and no valid_until"}};

constinit const RuleInfo kWrongType = {
    "wrong-type",
    Severity::error,
    "a value of another sort than the key wants",
    {"That lists are lists, mappings mappings, and single values single values.",
     "A list where one value belongs has no single meaning to count.", "overlaps: enhanced",
     "overlaps:\n  - {level: enhanced, competences: [professional-networks]}"}};

constinit const RuleInfo kUnknownWord = {"unknown-word",
                                         Severity::error,
                                         "a word that is not in the key's closed list",
                                         {"That `basis`, `mode`, the `type` of evidence and other "
                                          "keys with a closed list hold one of its words.",
                                          "Whether a judgement counts depends on who made it; a "
                                          "word that nobody knows cannot be weighed.",
                                          "basis: manager", "basis: supervisor"}};

constinit const RuleInfo kImpossibleDate = {
    "impossible-date",
    Severity::error,
    "a date that is not of the form YYYY-MM-DD, or not in the calendar",
    {"That every date is YYYY-MM-DD, and a day that exists.",
     "What has expired is decided by dates; 02/03/2026 is two different days in two offices.",
     "assessed: 2026-02-30", "assessed: 2026-02-28"}};

constinit const RuleInfo kMalformedPeriod = {
    "malformed-period",
    Severity::error,
    "a period that is not of the form PnYnMnD",
    {"That a period, such as a refresh, is years, months and days in this order: P1Y, P18M, P1Y6M, "
     "P90D.",
     "The period decides when a met competence has run out.", "refresh: 1 year", "refresh: P1Y"}};

constinit const RuleInfo kMalformedId = {
    "malformed-id",
    Severity::error,
    "an id that is not kebab-case",
    {"That ids of levels, competences, roles, scales, overlays, teams and courses are lower-case "
     "words joined by hyphens.",
     "Ids are typed, compared and looked up for years; one way to write them saves every later "
     "doubt.",
     "id: Hand_Hygiene", "id: hand-hygiene"}};

constinit const RuleInfo kNumberOutOfRange = {
    "number-out-of-range",
    Severity::error,
    "a number that is too small or too large for its key",
    {"That counts of people are at least 1, that a readiness is from 0 to 1, and that hours and "
     "costs are not negative.",
     "A post for nobody, or a readiness of 90, is a slip that would decide who may work where.",
     "min_readiness: 90", "min_readiness: 0.9"}};

constinit const RuleInfo kLookAlikeLetters = {
    "look-alike-letters",
    Severity::error,
    "Cyrillic or Greek letters among Latin ones in an id or a name",
    {"That an id or a name that is looked up does not mix Latin letters with Cyrillic or Greek "
     "ones that look the same.",
     "Two ids that look alike and are not would split one person or one competence in two, and "
     "nobody would see it.",
     "safegu\xD0\xB0rding: met    # the second a is the Cyrillic U+0430", "safeguarding: met"}};

namespace {

constexpr std::array kAll = {
    &kMissingKind,     &kUnknownKind, &kUnsupportedVersion, &kUnreadKind,      &kUnknownKey,
    &kMissingKey,      &kEmptyValue,  &kWrongType,          &kUnknownWord,     &kImpossibleDate,
    &kMalformedPeriod, &kMalformedId, &kNumberOutOfRange,   &kLookAlikeLetters};

}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::format_rules
