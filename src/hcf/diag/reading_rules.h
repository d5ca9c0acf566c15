// SPDX-License-Identifier: Apache-2.0
// The rules that are raised while a document is read, before anything knows what kind of document
// it is.
#pragma once

#include "hcf/diag/rule_info.h"

#include <span>

namespace hcf::reading_rules {

extern const RuleInfo kUnreadableFile;    ///< cannot be opened, read, or is no regular file
extern const RuleInfo kFileChanged;       ///< changed while it was read
extern const RuleInfo kEmptyDocument;     ///< nothing in the file, or in one of its documents
extern const RuleInfo kDocumentTooLarge;  ///< over 8 MiB
extern const RuleInfo kInvalidUtf8;
extern const RuleInfo kControlCharacter;
extern const RuleInfo kYamlSyntax;  ///< what yaml-cpp reports
extern const RuleInfo kUnclosedQuote;
extern const RuleInfo kContentAfterDocument;
extern const RuleInfo kMissingColon;   ///< a key without ':' (`foo: bar` then `baz`)
extern const RuleInfo kEmptyItem;      ///< `[1,,2]`
extern const RuleInfo kAnchorOrAlias;  ///< anchors, aliases, merge keys and tags
extern const RuleInfo kKeyNotText;     ///< a key that is a list or a mapping
extern const RuleInfo kKeyTooLong;     ///< over 1,024 characters
extern const RuleInfo kDuplicateKey;
extern const RuleInfo kNestingTooDeep;  ///< over 64
extern const RuleInfo kScalarTooLong;   ///< over 1 MiB

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::reading_rules
