// SPDX-License-Identifier: Apache-2.0
// JSON and JSON Lines, for programs. JSON is one document with one element of its list per line, so
// that a file of many people can be compared and cut by line tools too; JSON Lines is those
// elements alone.
#include "hcf/base/assert.h"
#include "hcf/report/format.h"

namespace hcf {

namespace {

/// Compact, UTF-8 kept. A file name may hold bytes that are no UTF-8: they become U+FFFD, since
/// JSON cannot say them.
std::string dump(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
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
