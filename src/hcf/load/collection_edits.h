// SPDX-License-Identifier: Apache-2.0
// Changes of a mapping or a list that somebody else wrote, by byte: comments, order and layout of
// all that is not changed stay as they are. Nothing is promised of odd layouts: who edits reads the
// result again and holds it against what was meant.
#pragma once

#include "hcf/load/rewriting.h"
#include "hcf/yaml/node.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Bytes [begin, end) of a document that get another text.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// How a document is written.
struct Layout {
    std::string line_break = "\n";
    std::string step = "  ";  ///< the indentation of what stands one deeper
    Quotes quotes = Quotes::where_needed;
};

/// A value to be written.
struct NewValue {
    std::string text;                ///< on one line; all there is in brackets
    std::vector<std::string> lines;  ///< where it is to stand below its key; empty: the text
};

/// A key of a mapping that gets a value, or goes.
struct PairEdit {
    std::string key;
    std::optional<NewValue> value;  ///< nothing: it goes, where it is there
};

/// Makes the changes of a mapping. A new key stands behind the nearest one that comes before it in
/// `order`, else first; without an order, last. Gives false where the layout does not allow it.
[[nodiscard]] bool edit_mapping(yaml::NodeRef mapping, std::span<const PairEdit> changes,
                                std::span<const std::string_view> order, const Layout& layout,
                                std::vector<TextEdit>& edits);

/// Adds items, each written on one line, at the end of a list.
[[nodiscard]] bool add_items(yaml::NodeRef list, const std::vector<std::string>& items,
                             const Layout& layout, std::vector<TextEdit>& edits);

/// Gives a key of a mapping in block style another value, in place of a scalar or of an empty
/// collection that stands on the key's line: its lines below the key.
[[nodiscard]] bool put_below(yaml::NodeRef key, yaml::NodeRef value,
                             const std::vector<std::string>& lines, const Layout& layout,
                             std::vector<TextEdit>& edits);

/// True for a collection in brackets.
[[nodiscard]] bool is_flow(yaml::NodeRef node);

/// Where the last thing ends that is written in a node.
[[nodiscard]] std::size_t end_of(yaml::NodeRef node);

/// What stands before a byte on its line; nothing where that is more than spaces.
[[nodiscard]] std::optional<std::string> indentation_of(const yaml::Tree& tree, std::size_t at);

/// Puts edits in order of the text: what is put in at a byte comes before what goes there.
void sort_edits(std::vector<TextEdit>& edits);

}  // namespace hcf
