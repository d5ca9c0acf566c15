// SPDX-License-Identifier: Apache-2.0
// What all writers ask of blocks and cells.
#include "hcf/report/document.h"

#include <array>
#include <charconv>
#include <iterator>

namespace hcf {

namespace {

/// Tells whether a block shows nothing.
struct Emptiness {
    bool operator()(const Heading& heading) const { return heading.text.empty(); }
    bool operator()(const Paragraph& paragraph) const { return paragraph.text.empty(); }
    bool operator()(const Facts& facts) const { return facts.rows.empty(); }
    bool operator()(const List& list) const { return list.items.empty(); }
    bool operator()(const Table& table) const { return table.columns.empty(); }
    bool operator()(const Code& code) const { return code.text.empty(); }
    bool operator()(const Picture& picture) const { return is_empty(picture.shape); }
};

/// Prints a cell's value.
struct ValuePrinter {
    std::string& out;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { out += text; }
    void operator()(std::int64_t number) const {
        std::array<char, 20> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        out.append(digits.data(), end);
    }
    void operator()(Ratio ratio) const {
        (*this)(whole_percent(ratio));
        out += " %";
    }
};

}  // namespace

void append(Document& document, Document more) {
    document.insert(document.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

bool is_empty(const Block& block) { return std::visit(Emptiness{}, block); }

bool is_wordless(const Block& block) {
    return std::holds_alternative<Picture>(block) || is_empty(block);
}

void append_value(std::string& out, const CellValue& value) {
    std::visit(ValuePrinter{out}, value);
}

Json to_json(Ratio ratio) {
    const std::int64_t value = ten_thousandths(ratio);
    if (value % 10000 == 0) return value / 10000;
    return static_cast<double>(value) / 10000;
}

}  // namespace hcf
