// SPDX-License-Identifier: Apache-2.0
// What the reader of blocks and the reader of brackets share: the place in the text, the tree that
// grows, and one way to say what is wrong.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/yaml/duplicate_keys.h"
#include "hcf/yaml/scalar.h"
#include "hcf/yaml/text_cursor.h"
#include "hcf/yaml/tree_builder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::yaml {

inline constexpr std::size_t kMaxNesting = 64;
inline constexpr std::uint32_t kMaxScalarBytes = 1U << 20U;
inline constexpr std::uint32_t kMaxKeyCharacters = 1024;

/// The state of reading one document. Functions that give bool give false where nothing behind the
/// fault that they report can be made sense of.
class ReadState {
public:
    /// Requires: the tree is reset to the document.
    ReadState(Tree& tree, Adjustments& for_library, Diagnostics& diags)
        : cursor(SourceText(tree.text)),
          adjustments(for_library),
          tree_(tree),
          diags_(diags),
          builder_(tree) {}

    TextCursor cursor;
    Adjustments& adjustments;
    std::string made;               ///< the text of a scalar that had to be made
    std::uint32_t content_end = 0;  ///< behind the last thing that went into the tree
    bool whole = true;              ///< false: a fault was reported after which reading went on

    /// Puts a scalar into the tree and moves behind it.
    [[nodiscard]] bool add(const Scalar& scalar);

    /// Puts a key into the tree and moves behind it.
    [[nodiscard]] bool add_key(const Scalar& key);

    /// Puts nothing into the tree, at the end of what wanted something.
    void add_absent(std::uint32_t at) { builder_.absent(at); }

    [[nodiscard]] bool begin(Kind kind, std::uint32_t at);

    /// Ends the innermost collection; the keys of a mapping are compared.
    void end(std::uint32_t at);

    /// The node that is added next.
    [[nodiscard]] std::uint32_t next_index() const {
        return static_cast<std::uint32_t>(tree_.nodes.size());
    }

    /// True for a scalar without quotes that is already in the tree.
    [[nodiscard]] bool is_plain(std::uint32_t index) const {
        return NodeRef(tree_, index).style() == Style::plain;
    }

    /// Shortens a key for yaml-cpp 0.7, which counts bytes where YAML counts characters.
    void adjust_key(const Scalar& key, std::uint32_t colon);

    /// Checks a key that was read as a node of its own (behind `?`).
    [[nodiscard]] bool check_explicit_key(std::uint32_t index);

    /// Reports a `:` that has no key before it, like `report`.
    [[nodiscard]] bool report_empty_key();

    /// Reports a fault after which reading goes on, but the tree is not given out. False where
    /// there were so many that it does not.
    [[nodiscard]] bool report(const RuleInfo& rule, std::uint32_t begin, std::uint32_t end,
                              std::string_view message, std::string_view help);

    /// These report, and give false.
    bool fail(const RuleInfo& rule, std::uint32_t begin, std::uint32_t end,
              std::string_view message, std::string_view help);
    bool fail(const Problem& problem);
    bool fail_at_property();

    /// Reports what stands at the cursor in the words that fit its first character, or in these.
    bool fail_here(std::string_view message, std::string_view help);

    /// Reports a list or mapping [begin, end) that is used as a key.
    bool fail_at_collection_key(std::uint32_t begin, std::uint32_t end);

    /// `at` moved to the end of its line, without the blanks there.
    [[nodiscard]] std::uint32_t rest_of_line(std::uint32_t at) const;

private:
    [[nodiscard]] bool check_key(std::uint32_t index);
    [[nodiscard]] std::uint32_t word_end(std::uint32_t at) const;

    Tree& tree_;
    Diagnostics& diags_;
    TreeBuilder builder_;
    DuplicateKeys duplicates_;
    std::size_t faults_ = 0;
};

}  // namespace hcf::yaml
