// SPDX-License-Identifier: Apache-2.0
// iCalendar (RFC 5545): whole days, for any calendar program. Lines end with CR LF and are folded
// at 75 bytes, never inside a character.
#include "hcf/base/text.h"
#include "hcf/report/format.h"

#include <fmt/format.h>

namespace hcf {

namespace {

constexpr std::size_t kLongestLine = 75;
constexpr Date kLastDay = {2932896};  // 9999-12-31

/// A text as a property's value; what no reader could see is shown escaped.
std::string ics_text(std::string_view text) {
    std::string result;
    bool is_first = true;
    for_each_line(text, [&](std::string_view line) {
        if (!is_first) result += "\\n";
        is_first = false;
        for (const char c : escape_invisible(line)) {
            if (c == '\\' || c == ';' || c == ',') result += '\\';
            result += c;
        }
    });
    return result;
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

void append_line(std::string& out, std::string_view line) {
    std::size_t room = kLongestLine;
    while (line.size() > room) {
        std::size_t end = room;
        while (!begins_character(line[end])) --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = kLongestLine - 1;  // the blank of the fold counts
    }
    out.append(line).append("\r\n");
}

/// YYYYMMDD.
std::string basic_date(Date day) {
    std::string text = to_string(day);
    text.erase(7, 1).erase(4, 1);
    return text;
}

void append_event(std::string& out, const CalendarEvent& event, Date made_on) {
    const auto line = [&](std::string_view text) { append_line(out, text); };
    line("BEGIN:VEVENT");
    line(fmt::format("UID:{}", ics_text(event.uid)));
    line(fmt::format("DTSTAMP:{}T000000Z", basic_date(made_on)));
    line(fmt::format("DTSTART;VALUE=DATE:{}", basic_date(event.day)));
    // The end is the day after; without one a whole day lasts until its end, too.
    if (event.day < kLastDay)
        line(fmt::format("DTEND;VALUE=DATE:{}", basic_date(Date{event.day.days + 1})));
    line(fmt::format("SUMMARY:{}", ics_text(event.summary)));
    if (!event.description.empty())
        line(fmt::format("DESCRIPTION:{}", ics_text(event.description)));
    line(fmt::format("CATEGORIES:{}", ics_text(event.category)));
    line("CLASS:PRIVATE");
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
}

void begin(std::string& out, const ReportHead&, const WriteOptions&, WriteState&) {
    append_line(out, "BEGIN:VCALENDAR");
    append_line(out, "VERSION:2.0");
    append_line(out, "PRODID:-//hcf//hcf//EN");
}

void part(std::string& out, const ReportHead&, const ReportPart& part, const WriteOptions&,
          WriteState&) {
    for (const CalendarEvent& event : part.calendar.events)
        append_event(out, event, part.calendar.made_on);
}

void end(std::string& out, const ReportHead&, const ReportTail&, const WriteOptions&, WriteState&) {
    append_line(out, "END:VCALENDAR");
}

}  // namespace

constinit const Format kIcs = {
    "ics", ".ics",         "a calendar of due and review dates", Reads::document, begin, part,
    end,   Extra::calendar};

}  // namespace hcf
