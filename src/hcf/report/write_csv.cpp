// SPDX-License-Identifier: Apache-2.0
// CSV as RFC 4180 has it, line ends included: what spreadsheets and statistics programs read. Text
// that a spreadsheet would run as a formula is defused with an apostrophe.
#include "hcf/base/assert.h"
#include "hcf/report/format.h"

#include <array>
#include <charconv>

namespace hcf {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool is_formula(std::string_view text) {
    if (text.empty()) return false;
    switch (text.front()) {
        case '=':
        case '+':
        case '-':
        case '@':
        case '\t':
        case '\r': return true;
        default: return false;
    }
}

/// Tells by character what divides fields and records; a search for any of four is much slower.
constexpr std::array<bool, 256> kDivides = [] {
    std::array<bool, 256> divides = {};
    for (const char c : std::string_view(",\"\r\n")) divides[static_cast<unsigned char>(c)] = true;
    return divides;
}();

bool needs_quotes(std::string_view text) {
    for (const char c : text) {
        if (kDivides[static_cast<unsigned char>(c)]) return true;
    }
    return false;
}

/// Appends text as it is read back: in quotes where it holds what divides fields and records.
void append_text(std::string& out, std::string_view text, bool raw) {
    const bool defused = !raw && is_formula(text);
    if (!needs_quotes(text)) {
        if (defused) out += '\'';
        out += text;
        return;
    }
    out += defused ? "\"'" : "\"";
    for (std::size_t begin = 0;;) {
        const std::size_t quote = text.find('"', begin);
        if (quote == text.npos) {
            out += text.substr(begin);
            break;
        }
        out += text.substr(begin, quote + 1 - begin);
        out += '"';
        begin = quote + 1;
    }
    out += '"';
}

/// Prints one field.
struct FieldPrinter {
    std::string& out;
    bool raw;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { append_text(out, text, raw); }
    void operator()(std::int64_t number) const {
        std::array<char, 20> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        out.append(digits.data(), end);
    }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(Ratio ratio) const { out += to_decimal(ratio); }
};

void begin(std::string& out, const ReportHead& head, const WriteOptions&, WriteState&) {
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
        if (i != 0) out += ',';
        append_text(out, head.columns[i], true);
    }
    out += kLineEnd;
}

void part(std::string& out, const ReportHead& head, const ReportPart& part,
          const WriteOptions& options, WriteState&) {
    for (const Record& record : part.records) {
        HCF_ASSERT(record.size() == head.columns.size());
        const std::size_t start = out.size();
        for (std::size_t i = 0; i < record.size(); ++i) {
            if (i != 0) out += ',';
            std::visit(FieldPrinter{out, options.csv_raw}, record[i]);
        }
        // Many readers skip a line without anything on it.
        if (out.size() == start) out += "\"\"";
        out += kLineEnd;
    }
}

void end(std::string&, const ReportHead&, const ReportTail&, const WriteOptions&, WriteState&) {}

}  // namespace

constinit const Format kCsv = {
    "csv", ".csv", "one fact per row, for spreadsheets (RFC 4180)", Reads::records, begin,
    part,  end};

}  // namespace hcf
