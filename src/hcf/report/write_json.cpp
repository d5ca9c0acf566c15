// SPDX-License-Identifier: Apache-2.0
// JSON and JSON Lines, for programs. JSON is one document with one element of its list per line, so
// that a file of many people can be compared and cut by line tools too; JSON Lines is those
// elements alone.
#include "hcf/base/assert.h"
#include "hcf/report/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {

namespace {

/// The code point of up to three bytes that stands there and that YAML does not print (DEL, the C1
/// controls, U+FFFE and U+FFFF); 0 for any other.
unsigned unprintable_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(at) == 0x7F) return 0x7F;
    if (byte(at) == 0xC2 && byte(at + 1) >= 0x80 && byte(at + 1) <= 0x9F) return byte(at + 1);
    if (byte(at) == 0xEF && byte(at + 1) == 0xBF && byte(at + 2) >= 0xBE)
        return 0xFFC0 + (byte(at + 2) & 0x3FU);
    return 0;
}

/// Escapes what JSON lets stand in a text but YAML does not, so that hcf reads its own output.
std::string escape_unprintable(std::string text) {
    const auto is_suspect = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x7F || byte == 0xC2 || byte == 0xEF;
    };
    auto next = std::find_if(text.begin(), text.end(), is_suspect);
    if (next == text.end()) return text;
    std::string result;
    std::size_t done = 0;
    for (; next != text.end(); next = std::find_if(next + 1, text.end(), is_suspect)) {
        const auto at = static_cast<std::size_t>(next - text.begin());
        const unsigned code_point = unprintable_at(text, at);
        if (code_point == 0) continue;
        result.append(text, done, at - done);
        result += fmt::format("\\u{:04x}", code_point);
        done = at + (code_point == 0x7F ? 1U : code_point < 0x800 ? 2U : 3U);
    }
    return result.append(text, done);
}

/// Compact, UTF-8 kept. A file name may hold bytes that are no UTF-8: they become U+FFFD, since
/// JSON cannot say them.
std::string dump(const Json& value) {
    return escape_unprintable(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void append_field(std::string& out, const std::string& key, const Json& value) {
    out += dump(Json(key));
    out += ':';
    out += dump(value);
}

void begin_json(std::string& out, const ReportHead& head, const WriteOptions&, WriteState&) {
    out += '{';
    std::string_view separator;
    for (const auto& [key, value] : head.envelope.items()) {
        out += separator;
        append_field(out, key, value);
        separator = ",";
    }
    if (head.list.empty()) return;
    if (!head.envelope.empty()) out += ",\n";
    out += dump(Json(head.list));
    out += ":[";
}

void part_json(std::string& out, const ReportHead& head, const ReportPart& part,
               const WriteOptions&, WriteState& state) {
    HCF_ASSERT(part.elements.empty() || !head.list.empty());
    for (const Json& element : part.elements) {
        out += state.any_element ? ",\n" : "\n";
        out += dump(element);
        state.any_element = true;
    }
}

void end_json(std::string& out, const ReportHead& head, const ReportTail& tail, const WriteOptions&,
              WriteState& state) {
    if (!head.list.empty()) out += state.any_element ? "\n]" : "]";
    bool first = head.envelope.empty() && head.list.empty();
    for (const auto& [key, value] : tail.fields.items()) {
        if (!first) out += ",\n";
        append_field(out, key, value);
        first = false;
    }
    out += "}\n";
}

void begin_jsonl(std::string&, const ReportHead&, const WriteOptions&, WriteState&) {}

void part_jsonl(std::string& out, const ReportHead& head, const ReportPart& part,
                const WriteOptions&, WriteState& state) {
    if (part.elements.empty()) return;
    const auto schema = head.envelope.find("schema");
    HCF_ASSERT(schema != head.envelope.end());
    std::string opening = "{";
    append_field(opening, "schema", *schema);
    for (const Json& element : part.elements) {
        HCF_ASSERT(element.is_object());
        out += opening;
        if (!element.empty()) out += ',';
        out.append(dump(element), 1);
        out += '\n';
        state.any_element = true;
    }
}

void end_jsonl(std::string&, const ReportHead&, const ReportTail&, const WriteOptions&,
               WriteState&) {}

}  // namespace

constinit const Format kJson = {"json",          ".json",    "one document, for programs",
                                Reads::elements, begin_json, part_json,
                                end_json};

constinit const Format kJsonl = {"jsonl",         ".jsonl",    "one result per line, for programs",
                                 Reads::elements, begin_jsonl, part_jsonl,
                                 end_jsonl};

}  // namespace hcf
