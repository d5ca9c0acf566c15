// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/format.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string write(const hcf::Calendar& calendar) {
    hcf::ReportPart part;
    part.calendar = calendar;
    return hcf::write_report(*hcf::find_format("ics"), {}, part, {}, {});
}

hcf::Calendar one_event(std::string summary, std::string description = {}) {
    return {*hcf::make_date(2026, 11, 22),
            {{"u-1@hcf", *hcf::make_date(2026, 12, 31), std::move(summary), std::move(description),
              "Development plan"}}};
}

}  // namespace

TEST_CASE("a calendar of one day") {
    const std::string text = write(one_event("P-1: due, Ideas"));
    CHECK(text.find("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hcf//hcf//EN\r\n") == 0);
    CHECK(text.find("BEGIN:VEVENT\r\n"
                    "UID:u-1@hcf\r\n"
                    "DTSTAMP:20261122T000000Z\r\n"
                    "DTSTART;VALUE=DATE:20261231\r\n"
                    "DTEND;VALUE=DATE:20270101\r\n"
                    "SUMMARY:P-1: due\\, Ideas\r\n"
                    "CATEGORIES:Development plan\r\n"
                    "CLASS:PRIVATE\r\n"
                    "TRANSP:TRANSPARENT\r\n"
                    "END:VEVENT\r\n"
                    "END:VCALENDAR\r\n") != std::string::npos);
}

TEST_CASE("texts are escaped, and what cannot be seen is shown") {
    const std::string text = write(one_event("a;b,c\\d\x01", "one\ntwo\n"));
    CHECK(text.find("SUMMARY:a\\;b\\,c\\\\d") != std::string::npos);
    CHECK(text.find('\x01') == std::string::npos);
    CHECK(text.find("DESCRIPTION:one\\ntwo\\n\r\n") != std::string::npos);
}

TEST_CASE("no line is longer than 75 bytes, and no character is cut") {
    std::string summary;
    for (int i = 0; i < 120; ++i) summary += i % 3 == 0 ? "\u1ec5" : i % 3 == 1 ? "\u00e9" : "x";
    const std::string text = write(one_event(summary));
    std::string unfolded;
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find("\r\n", begin)) != std::string::npos; begin = end + 2) {
        const std::string line = text.substr(begin, end - begin);
        CHECK(line.size() <= 75);
        CHECK((line.empty() || (static_cast<unsigned char>(line[0]) & 0xc0U) != 0x80U));
        unfolded += line[0] == ' ' ? line.substr(1) : "\n" + line;
    }
    CHECK(begin == text.size());
    CHECK(unfolded.find("\nSUMMARY:" + summary + "\n") != std::string::npos);
}

TEST_CASE("the last day of the calendar has no day after it") {
    hcf::Calendar calendar = one_event("x");
    calendar.events[0].day = *hcf::make_date(9999, 12, 31);
    const std::string text = write(calendar);
    CHECK(text.find("DTSTART;VALUE=DATE:99991231\r\n") != std::string::npos);
    CHECK(text.find("DTEND") == std::string::npos);
}
