// SPDX-License-Identifier: Apache-2.0
// Reads dates and periods strictly; what it refuses but understands, it says how to write.
#include "hcf/base/date.h"

#include "hcf/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace hcf {

namespace {

namespace chrono = std::chrono;

constexpr Date kLastDay{2932896};  // 9999-12-31
constexpr int kLastYear = 9999;
constexpr int kLargestPart = 9999;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trim(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// Digits taken from the front of the text; values past 99,999,999 are not told apart.
struct Number {
    int value = 0;
    std::size_t digits = 0;
};

Number take_number(std::string_view& text) {
    constexpr int kMost = 99'999'999;
    Number number;
    while (!text.empty() && is_digit(text.front())) {
        number.value = number.value > kMost / 10 ? kMost : number.value * 10 + (text.front() - '0');
        ++number.digits;
        text.remove_prefix(1);
    }
    return number;
}

chrono::year_month_day to_calendar(Date date) {
    return chrono::year_month_day(chrono::sys_days(chrono::days(date.days)));
}

int last_day_of(int year, int month) {
    const chrono::year_month_day_last last(
        chrono::year(year), chrono::month_day_last(chrono::month(static_cast<unsigned>(month))));
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// The day that a text in another common form means: 2026-9-1, 2026/09/01, 1.9.2026, 20260901, with
/// a time behind it.
std::optional<Date> guess_date(std::string_view text) {
    text = trim(text);
    std::array<Number, 3> numbers;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i != 0) {
            if (text.empty() ||
                std::string_view("-/.").find(text.front()) == std::string_view::npos) {
                break;
            }
            text.remove_prefix(1);
        }
        numbers[i] = take_number(text);
        if (numbers[i].digits == 0) return std::nullopt;
    }
    if (!text.empty() && text.front() != 'T' && text.front() != ' ') return std::nullopt;
    const auto [a, b, c] = numbers;
    if (a.digits == 8 && b.digits == 0) {
        return make_date(a.value / 10000, a.value / 100 % 100, a.value % 100);
    }
    if (a.digits == 4 && b.digits <= 2 && c.digits <= 2)
        return make_date(a.value, b.value, c.value);
    if (c.digits == 4 && a.digits <= 2 && b.digits <= 2)
        return make_date(c.value, b.value, a.value);
    return std::nullopt;
}

tl::unexpected<Error> no_such_day(std::string_view text, int year, int month) {
    std::string help = "years go from 0001 to 9999";
    if (year >= 1 && (month < 1 || month > 12)) {
        help = "months go from 01 to 12";
    } else if (year >= 1) {
        help = fmt::format("{} {} has the days 01 to {}",
                           kMonths.at(static_cast<std::size_t>(month - 1)), year,
                           last_day_of(year, month));
    }
    return fail(fmt::format("there is no such day as {}", in_quotes(text)), std::move(help));
}

/// The parts of a period, as somebody may write them.
struct PeriodText {
    std::array<int, 4> parts = {};  ///< years, months, weeks, days
    bool readable = false;          ///< we know what is meant
    bool strict = false;            ///< it is written as PnYnMnD
};

constexpr std::array<std::string_view, 4> kUnits = {"year", "month", "week", "day"};

/// Which unit a word names: "Y", "y", "year", "years"; nothing for another word.
std::optional<std::size_t> find_unit(std::string_view word) {
    const std::string folded = case_fold(word);
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        const std::string_view unit = kUnits.at(i);
        if (folded == unit.substr(0, 1) || folded == unit || folded == std::string(unit) + "s")
            return i;
    }
    return std::nullopt;
}

PeriodText scan_period(std::string_view text) {
    PeriodText result;
    const std::string_view trimmed = trim(text);
    result.strict = trimmed == text && !text.empty() && text.front() == 'P';
    text = trimmed;
    if (!text.empty() && (text.front() == 'P' || text.front() == 'p')) text.remove_prefix(1);
    std::array<bool, 4> seen = {};
    std::size_t next = 0;  // units before this one are out of order
    while (!text.empty()) {
        const Number number = take_number(text);
        const std::string_view rest = trim(text);
        const auto is_letter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        const auto end = std::find_if_not(rest.begin(), rest.end(), is_letter);
        const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
        const std::optional<std::size_t> unit = find_unit(word);
        if (number.digits == 0 || !unit || seen.at(*unit)) return result;
        seen.at(*unit) = true;
        result.parts.at(*unit) = number.value;
        const bool as_it_must =
            rest.data() == text.data() && word.size() == 1 && word.front() < 'a';
        result.strict = result.strict && as_it_must && *unit != 2 && *unit >= next;
        next = *unit + 1;
        text = rest.substr(word.size());
        if (trim(text).size() != text.size()) result.strict = false;
        text = trim(text);
    }
    result.readable = next != 0;
    return result;
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1 || year > kLastYear || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > last_day_of(year, month)) return std::nullopt;
    const chrono::sys_days days(chrono::year_month_day(chrono::year(year),
                                                       chrono::month(static_cast<unsigned>(month)),
                                                       chrono::day(static_cast<unsigned>(day))));
    return Date{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

Result<Date> parse_date(std::string_view text) {
    constexpr std::string_view kForm = "0000-00-00";
    const auto fits = [](char c, char form) { return form == '0' ? is_digit(c) : c == form; };
    if (text.size() == kForm.size() && std::equal(text.begin(), text.end(), kForm.begin(), fits)) {
        std::string_view rest = text;
        const int year = take_number(rest).value;
        rest.remove_prefix(1);
        const int month = take_number(rest).value;
        rest.remove_prefix(1);
        if (const auto date = make_date(year, month, take_number(rest).value)) return *date;
        return no_such_day(text, year, month);
    }
    std::string help = "write it as YYYY-MM-DD, such as '2026-09-01'";
    if (const auto date = guess_date(text)) {
        help = fmt::format("write it as '{}'", to_string(*date));
    }
    return fail(fmt::format("{} is not a date in the form YYYY-MM-DD", in_quotes(text)),
                std::move(help));
}

std::string to_string(Date date) {
    const chrono::year_month_day calendar = to_calendar(date);
    std::string text = "0000-00-00";
    const auto put = [&text](std::size_t end, unsigned value) {
        for (; value != 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
    };
    put(4, static_cast<unsigned>(static_cast<int>(calendar.year())));
    put(7, static_cast<unsigned>(calendar.month()));
    put(10, static_cast<unsigned>(calendar.day()));
    return text;
}

Result<Period> parse_period(std::string_view text) {
    const PeriodText scanned = scan_period(text);
    const auto [years, months, weeks, days] = scanned.parts;
    const Period period{years, months, weeks * 7 + days};
    const bool is_zero = period == Period{};
    const bool too_long = std::max({period.years, period.months, period.days}) > kLargestPart;
    if (scanned.readable && scanned.strict && is_zero) {
        return fail(fmt::format("{} is no length of time", in_quotes(text)),
                    "a period is at least one day: 'P1D'");
    }
    if (scanned.readable && scanned.strict && too_long) {
        return fail(fmt::format("{} is too long for a period", in_quotes(text)),
                    "years, months and days are at most 9999 each");
    }
    if (scanned.readable && scanned.strict) return period;
    std::string help = "write it as PnYnMnD, such as 'P1Y' or 'P18M'";
    if (scanned.readable && !is_zero && !too_long) {
        help = fmt::format("write it as '{}'", to_string(period));
    }
    return fail(fmt::format("{} is not a period in the form PnYnMnD", in_quotes(text)),
                std::move(help));
}

Result<Period> parse_short_period(std::string_view text) {
    const bool is_short = text.size() > 1 && text.back() == 'd' &&
                          text.find_first_not_of("0123456789") == text.size() - 1;
    if (!is_short) return parse_period(text);
    return parse_period(fmt::format("P{}D", text.substr(0, text.size() - 1)));
}

std::string to_string(Period period) {
    std::string text = "P";
    const auto put = [&text](std::int32_t value, char unit) {
        if (value != 0) text.append(std::to_string(value)) += unit;
    };
    put(period.years, 'Y');
    put(period.months, 'M');
    put(period.days, 'D');
    return text;
}

Date operator+(Date date, Period period) {
    const chrono::year_month_day calendar = to_calendar(date);
    const int months_before = static_cast<int>(calendar.year()) * 12 +
                              static_cast<int>(static_cast<unsigned>(calendar.month())) - 1;
    const int months = months_before + period.years * 12 + period.months;
    const int year = months / 12;
    if (year > kLastYear) return kLastDay;
    const int month = months % 12 + 1;
    const int day = static_cast<int>(static_cast<unsigned>(calendar.day()));
    const auto held = make_date(year, month, std::min(day, last_day_of(year, month)));
    return std::min(kLastDay, Date{held->days + period.days});
}

}  // namespace hcf
