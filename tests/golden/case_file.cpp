// SPDX-License-Identifier: Apache-2.0
#include "golden/case_file.h"

#include "hcf/base/text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace hcf::tests {
namespace {

constexpr std::string_view kMark = "===";
constexpr std::string_view kCarriageReturn = "\xe2\x90\x8d";  // U+240D, a picture of CR

bool is_header(std::string_view line) { return line == kMark || line.starts_with("=== "); }

/// A line of the text begins there that would be read as a header.
bool is_header_at(std::string_view text, std::size_t at) {
    if (at != 0 && text[at - 1] != '\n') return false;
    text.remove_prefix(at);
    return is_header(text.substr(0, text.find('\n')));
}

/// Nothing of it is seen, or it is seen as something else.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/// Line by line: a picture of CR at each end stands for one.
std::string from_crlf(std::string_view body) {
    std::string bytes;
    std::size_t at = 0;
    while (at < body.size()) {
        const std::size_t end = body.find('\n', at);
        std::string_view line = body.substr(at, end - at);
        if (line.ends_with(kCarriageReturn)) {
            line.remove_suffix(kCarriageReturn.size());
            bytes.append(line).append("\r");
        } else {
            bytes += line;
        }
        bytes += '\n';
        at = end + 1;
    }
    return bytes;
}

/// Reads what follows a backslash; gives the number of characters read.
std::size_t unescape(std::string_view text, std::string& bytes) {
    unsigned number = 0;
    switch (text.front()) {
        case 'n': bytes += '\n'; return 1;
        case 'r': bytes += '\r'; return 1;
        case 't': bytes += '\t'; return 1;
        case '0': bytes += '\0'; return 1;
        case '\n': return 1;  // the line goes on
        case 'x':
            if (text.size() < 3) break;
            std::from_chars(text.data() + 1, text.data() + 3, number, 16);
            bytes += static_cast<char>(number);
            return 3;
        case 'u': {
            const std::size_t end = text.find('}');
            if (end == std::string_view::npos || text.size() < 3) break;
            std::from_chars(text.data() + 2, text.data() + end, number, 16);
            append_code_point(bytes, number);
            return end + 1;
        }
        default: break;
    }
    bytes += text.front();
    return 1;
}

std::string from_escaped(std::string_view body) {
    std::string bytes;
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] == '\\' && at + 1 < body.size()) {
            at += unescape(body.substr(at + 1), bytes);
        } else {
            bytes += body[at];
        }
    }
    return bytes;
}

std::string to_crlf(std::string_view bytes) {
    std::string body;
    for (const char c : bytes) {
        if (c == '\r') {
            body += kCarriageReturn;
        } else {
            body += c;
        }
    }
    return body;
}

void append_as_escaped(std::string& body, std::string_view bytes, std::size_t& at) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    const std::string_view raw = bytes.substr(begin, at - begin);
    if (c == '\n') {
        body += '\n';
    } else if (c == '\r' || c == '\t') {
        body += c == '\r' ? "\\r" : "\\t";
    } else if (c == '\\') {
        body += "\\\\";
    } else if (find_invalid_utf8(raw) || c < 0x80) {
        for (const char byte : raw) {
            const bool is_seen = byte >= 0x20 && byte < 0x7f;
            body += is_seen ? std::string(1, byte)
                            : fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
        }
    } else {
        body += is_invisible(c) ? fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c))
                                : std::string(raw);
    }
}

std::string to_escaped(std::string_view bytes) {
    std::string body;
    for (std::size_t at = 0; at < bytes.size();) {
        if (is_header_at(bytes, at)) {
            body += "\\x3d";
            ++at;
            continue;
        }
        append_as_escaped(body, bytes, at);
    }
    if (!body.empty() && body.back() != '\n') body += "\\\n";
    return body;
}

Notation plainest(std::string_view bytes) {
    if (bytes.empty()) return Notation::plain;
    if (bytes.back() != '\n' || find_invalid_utf8(bytes) ||
        bytes.find(kCarriageReturn) != std::string_view::npos) {
        return Notation::escaped;
    }
    bool has_cr = false;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        if (is_header_at(bytes, begin)) return Notation::escaped;
        const char32_t c = next_code_point(bytes, at);
        if (c == '\n') continue;
        if (c == '\r' && at < bytes.size() && bytes[at] == '\n') {
            has_cr = true;
        } else if (is_invisible(c)) {
            return Notation::escaped;
        }
    }
    return has_cr ? Notation::crlf : Notation::plain;
}

void take_notation(CaseBlock& block) {
    constexpr std::array<std::string_view, 6> kWithBytes = {"file",   "append", "stdin",
                                                            "stdout", "stderr", "output"};
    bool has_bytes = false;
    for (const std::string_view word : kWithBytes) has_bytes = has_bytes || block.word() == word;
    if (!has_bytes || block.words.size() < 2) return;
    if (block.words.back() == "crlf") {
        block.notation = Notation::crlf;
    } else if (block.words.back() == "escaped") {
        block.notation = Notation::escaped;
    } else {
        return;
    }
    block.words.pop_back();
}

}  // namespace

std::string_view CaseBlock::word() const {
    return words.empty() ? std::string_view() : words.front();
}

bool CaseBlock::is_expectation() const {
    return word() == "stdout" || word() == "stderr" || word() == "exit" || word() == "output" ||
           word() == "no-output";
}

std::string CaseBlock::bytes() const {
    switch (notation) {
        case Notation::plain: return body;
        case Notation::crlf: return from_crlf(body);
        case Notation::escaped: return from_escaped(body);
    }
    return body;
}

CaseFile parse_case(std::string_view text) {
    CaseFile file;
    file.blocks.emplace_back();
    if (!text.empty() && text.back() != '\n') file.error = "the file does not end with a line feed";
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        ++number;
        if (!is_header(line)) {
            file.blocks.back().body.append(line).append("\n");
            continue;
        }
        CaseBlock block;
        block.line = number;
        block.header =
            line.size() > kMark.size() ? line.substr(kMark.size() + 1) : std::string_view();
        const auto words = split_words(block.header);
        if (!words) file.error = fmt::format("line {}: a quote stays open", number);
        block.words = words.value_or(std::vector<std::string>());
        take_notation(block);
        file.blocks.push_back(std::move(block));
    }
    return file;
}

std::string write_case(const CaseFile& file) {
    std::string text;
    for (const CaseBlock& block : file.blocks) {
        if (&block != &file.blocks.front()) {
            text += block.header.empty() ? std::string(kMark)
                                         : fmt::format("{} {}", kMark, block.header);
            text += '\n';
        }
        text += block.body;
    }
    return text;
}

CaseBlock make_block(const std::string& header, std::string_view bytes) {
    CaseBlock block;
    block.header = header;
    block.words = split_words(header).value_or(std::vector<std::string>());
    block.notation = plainest(bytes);
    switch (block.notation) {
        case Notation::plain: block.body = bytes; break;
        case Notation::crlf:
            block.header += " crlf";
            block.body = to_crlf(bytes);
            break;
        case Notation::escaped:
            block.header += " escaped";
            block.body = to_escaped(bytes);
            break;
    }
    return block;
}

std::optional<std::vector<std::string>> split_words(std::string_view line) {
    std::vector<std::string> words;
    bool in_word = false;
    char quote = '\0';
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (quote == '\0' && c == ' ') {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote && quote != '\0') {
            quote = '\0';
        } else if (c == '\\' && quote != '\'' && at + 1 < line.size()) {
            words.back() += line[++at];
        } else {
            words.back() += c;
        }
    }
    if (quote != '\0') return std::nullopt;
    return words;
}

}  // namespace hcf::tests
