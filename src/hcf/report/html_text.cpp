// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/html_text.h"

#include "hcf/base/text.h"

#include <algorithm>

namespace hcf {
namespace {

constexpr std::string_view kDate = "dddd-dd-dd";

/// True where a date stands at the beginning of a text.
bool begins_with_date(std::string_view text) {
    return text.size() >= kDate.size() &&
           std::equal(kDate.begin(), kDate.end(), text.begin(), [](char expected, char c) {
               return expected == 'd' ? c >= '0' && c <= '9' : c == expected;
           });
}

/// Appends one line.
void append_line(std::string& out, std::string_view line) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i + kDate.size() <= line.size(); ++i) {
        if (!begins_with_date(line.substr(i))) continue;
        append_html_text(out, line.substr(copied, i - copied));
        out.append("<span class=\"date\">").append(line.substr(i, kDate.size())).append("</span>");
        copied = i + kDate.size();
        i = copied - 1;
    }
    append_html_text(out, line.substr(copied));
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
    for (const char c : escape_invisible(text)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
}

void append_html_lines(std::string& out, std::string_view text) {
    bool is_first = true;
    for_each_line(text, [&](std::string_view line) {
        if (!is_first) out += "<br>";
        append_line(out, line);
        is_first = false;
    });
}

}  // namespace hcf
