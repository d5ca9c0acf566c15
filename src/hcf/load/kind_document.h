// SPDX-License-Identifier: Apache-2.0
// One document of a kind that a command asks for beside people, such as a catalogue: parsed, its
// head read, and what was found turned into findings. DocumentLoader does the same for people.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/diag/finding.h"
#include "hcf/load/document_stream.h"
#include "hcf/yaml/node.h"

#include <string>
#include <vector>

namespace hcf {

/// Reads one document after another; everything it uses is reused for the next one.
class KindDocument {
public:
    enum class Outcome {
        of_kind,     ///< the tree may be decoded
        other_kind,  ///< hcf's, and of another kind: `told_kind` says which
        foreign,     ///< a mapping without an `hcf` key: somebody else's
        broken       ///< no document could be made of it; the findings say why
    };

    /// Parses the document and reads what it says it is.
    [[nodiscard]] Outcome open(const std::string& file, const RawDocument& raw,
                               DocumentKind wanted);

    /// The tree, and where what is wrong in it is to be reported. Requires: `of_kind`.
    [[nodiscard]] const yaml::Tree& tree() const { return tree_; }
    [[nodiscard]] Diagnostics& diags() { return diags_; }

    /// The place of a span of the tree.
    [[nodiscard]] Position place_of(SourceSpan span) const;

    /// The kind that a document of another kind has.
    [[nodiscard]] DocumentKind told_kind() const { return told_kind_; }

    /// The errors so far, sorted, with the lines that they are about; warnings are for `validate`.
    /// Of a document that could not be read it is not known whose lines these are: what may be
    /// private is masked.
    [[nodiscard]] std::vector<Finding> errors() const;

    /// What to say of a document of another kind, or of none, that was named outright.
    [[nodiscard]] Finding unread(const std::string& file, const RawDocument& raw,
                                 DocumentKind wanted) const;

private:
    SourceSet sources_;
    yaml::Tree tree_;
    Diagnostics diags_;
    std::vector<ByteRange> masked_;
    bool is_foreign_ = false;
    DocumentKind told_kind_ = DocumentKind::assessment;
    Position head_at_;
};

}  // namespace hcf
