// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/reading_rules.h"

#include <array>

namespace hcf::reading_rules {

constinit const RuleInfo kUnreadableFile = {
    "unreadable-file",
    Severity::error,
    "a file cannot be opened or read, or is no regular file",
    {"That every file asked for can be read, and is an ordinary file.",
     "Whoever asks about a team must be told which of its members are missing from the answer.",
     "members:\n  - people/alcie.yaml    # there is no such file",
     "members:\n  - people/alice.yaml"}};

constinit const RuleInfo kFileChanged = {
    "file-changed",
    Severity::error,
    "a file changed while it was read",
    {"That a file is the same when its last byte is read as when its first was.",
     "Half of an old record and half of a new one together are nobody's record.",
     "# saved by another program while hcf was reading it\nratings:\n  hand-hygiene: me",
     "# run again when the file has been saved\nratings:\n  hand-hygiene: met"}};

constinit const RuleInfo kEmptyDocument = {
    "empty-document",
    Severity::error,
    "a document holds nothing",
    {"That there is something between the start of a document and its end, other than comments.",
     "An empty file is more often a lost record than a person without one.",
     "---\n# nothing here\n---\nhcf: assessment/1", "---\nhcf: assessment/1"}};

constinit const RuleInfo kDocumentTooLarge = {
    "document-too-large",
    Severity::error,
    "a document is larger than 8 MiB",
    {"That a document is at most 8 MiB long. A file may hold any number of documents.",
     "A record of one person has some thousand bytes; more than that is not what it was taken for, "
     "and could stop the reading of all others.",
     "hcf: team/1\nmembers:\n  - {person: {id: EHC-0001}, ratings: {}}    # and 100,000 more",
     "hcf: assessment/1\nperson: {id: EHC-0001}\n---\nhcf: assessment/1\nperson: {id: EHC-0002}"}};

constinit const RuleInfo kInvalidUtf8 = {
    "invalid-utf8",
    Severity::error,
    "the file is not UTF-8 text",
    {"That every byte belongs to a character in UTF-8.",
     "In another encoding a name like 'Zoë' cannot be known for what it is, and one person would "
     "be "
     "counted as two.",
     "name: Zo\xEF\xBF\xBD Example    # saved as Latin-1: the byte 0xEB",
     "name: Zoë Example    # saved as UTF-8"}};

constinit const RuleInfo kControlCharacter = {
    "control-character",
    Severity::error,
    "a character that is not seen stands in the text",
    {"That the text has no control characters but tabs and line breaks, and no byte order mark but "
     "at its beginning.",
     "Such characters come from damaged files and from pasting; two words that look the same would "
     "not be the same.",
     "note: seen\\u0007by the supervisor    # a bell that came with pasted text",
     "note: seen by the supervisor"}};

constinit const RuleInfo kYamlSyntax = {
    "yaml-syntax",
    Severity::error,
    "the text breaks a rule of YAML",
    {"That the document is YAML 1.2, and that it can be read in one way only.",
     "A record that two programs read differently says nothing reliable about a person.",
     "note: seen: at three home visits", "note: 'seen: at three home visits'"}};

constinit const RuleInfo kUnclosedQuote = {
    "unclosed-quote",
    Severity::error,
    "quoted text is never closed",
    {"That every quote that is opened is closed.",
     "Everything behind the quote would be taken for its text, and the ratings in it lost.",
     "name: \"Alice Example\nratings: {hand-hygiene: met}",
     "name: \"Alice Example\"\nratings: {hand-hygiene: met}"}};

constinit const RuleInfo kContentAfterDocument = {
    "content-after-document",
    Severity::error,
    "something follows after the end of the document",
    {"That nothing but comments follows after the outermost list, mapping or text.",
     "It belongs to nothing: a program that passes over it drops a part of the record.",
     "- hand-hygiene\nlevel: autonomous", "competences:\n  - hand-hygiene\nlevel: autonomous"}};

constinit const RuleInfo kMissingColon = {
    "missing-colon",
    Severity::error,
    "a key has no ':' and no value",
    {"That every key is followed by a ':' and a space.",
     "The line could be a rating whose value was forgotten, or text that belongs elsewhere.",
     "ratings:\n  hand-hygiene: met\n  safeguarding:met",
     "ratings:\n  hand-hygiene: met\n  safeguarding: met"}};

constinit const RuleInfo kEmptyItem = {
    "empty-item",
    Severity::error,
    "nothing stands before a comma",
    {"That there is an item before every comma inside brackets. A last comma may be left over.",
     "Something was probably deleted there, and was meant to be replaced.",
     "competences: [hand-hygiene,, safeguarding]", "competences: [hand-hygiene, safeguarding]"}};

constinit const RuleInfo kAnchorOrAlias = {
    "anchor-or-alias",
    Severity::error,
    "an anchor, an alias, a merge key or a tag is used",
    {"That a document says what it says in full: no '&name', '*name', '<<' or '!tag'. Text that "
     "begins with one of these signs needs quotes.",
     "What is said in one place and meant in another is overlooked when one of the two is changed, "
     "and a few nested aliases can fill any memory.",
     "safeguarding: &seen {value: met, basis: assessor}\nhand-hygiene: *seen",
     "safeguarding: {value: met, basis: assessor}\nhand-hygiene: {value: met, basis: assessor}"}};

constinit const RuleInfo kKeyNotText = {
    "key-not-text",
    Severity::error,
    "a key is empty, null, a list or a mapping",
    {"That every key is text.",
     "No format has such keys; mostly a name is missing, or a bracket was meant as text.",
     "ratings:\n  [hand-hygiene]: met", "ratings:\n  hand-hygiene: met"}};

constinit const RuleInfo kKeyTooLong = {
    "key-too-long",
    Severity::error,
    "a key is longer than 1,024 characters",
    {"That a key has at most 1,024 characters, as YAML wants it.",
     "A longer one is text that has lost its own key.",
     "Observed at three home visits, and so on for a whole page: met",
     "hand-hygiene:\n  value: met\n  note: Observed at three home visits, and so on for a whole "
     "page"}};

constinit const RuleInfo kDuplicateKey = {
    "duplicate-key",
    Severity::error,
    "a key is given twice in one mapping",
    {"That no mapping has a key twice, however it is written: 'level' and \"level\" are the same.",
     "Programs take the first or the last of them without a word; a met could hide a not-met.",
     "ratings:\n  hand-hygiene: met\n  hand-hygiene: not-met",
     "ratings:\n  hand-hygiene: not-met"}};

constinit const RuleInfo kNestingTooDeep = {
    "nesting-too-deep",
    Severity::error,
    "lists and mappings are nested deeper than 64 levels",
    {"That no list or mapping has more than 63 others around it.",
     "No format goes deeper than six; such a file is damaged, or made to do harm.",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
     "[[x]]"}};

constinit const RuleInfo kScalarTooLong = {
    "scalar-too-long",
    Severity::error,
    "a value is longer than 1 MiB",
    {"That no text in a document is longer than 1 MiB.",
     "That is some five hundred pages; a note so long is a file that was pasted in.",
     "note: |\n  # the whole of a scanned report as text",
     "evidence:\n  - {type: log, title: Home visits 2026, ref: LMS-8812}"}};

namespace {

constexpr std::array kAll = {
    &kUnreadableFile,   &kFileChanged,   &kEmptyDocument, &kDocumentTooLarge,     &kInvalidUtf8,
    &kControlCharacter, &kYamlSyntax,    &kUnclosedQuote, &kContentAfterDocument, &kMissingColon,
    &kEmptyItem,        &kAnchorOrAlias, &kKeyNotText,    &kKeyTooLong,           &kDuplicateKey,
    &kNestingTooDeep,   &kScalarTooLong};

}  // namespace

std::span<const RuleInfo* const> all() { return kAll; }

}  // namespace hcf::reading_rules
