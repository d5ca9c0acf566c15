// SPDX-License-Identifier: Apache-2.0
// Finds NHS numbers in what people wrote: ten digits, in one run or as 3, 3 and 4 with spaces or
// hyphens between, whose last is the check digit of the others (modulus 11).
#include "hcf/rules/all_rules.h"

#include <algorithm>
#include <array>

namespace hcf {
namespace {

constexpr std::size_t kDigits = 10;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool has_check_digit(const std::array<int, kDigits>& digits) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < kDigits; ++i) sum += digits[i] * static_cast<int>(kDigits - i);
    const int check = (11 - sum % 11) % 11;  // 10 is no digit: no number has it
    return check == digits.back();
}

/// The size of the number that begins at an offset of the text; 0 where none does.
std::size_t number_at(std::string_view text, std::size_t begin) {
    std::array<int, kDigits> digits = {};
    char separator = 0;  // that between the third and the fourth digit, 0 for none
    std::size_t at = begin;
    for (std::size_t count = 0; count < kDigits; ++count) {
        if (count == 3 && at < text.size() && (text[at] == ' ' || text[at] == '-')) {
            separator = text[at++];
        } else if (count == 6 && separator != 0) {
            if (at >= text.size() || text[at] != separator) return 0;
            ++at;
        }
        if (at >= text.size() || !is_digit(text[at])) return 0;
        digits[count] = text[at++] - '0';
    }
    if (at < text.size() && is_word(text[at])) return 0;
    return has_check_digit(digits) ? at - begin : 0;
}

/// True where a number that begins there goes on to the left: a longer one, a reference such as
/// LMS-8812, or a telephone number with its country.
bool continues(const TextPlace& place, std::size_t begin) {
    const std::string_view text = place.text;
    if (begin == 0) return false;
    const char before = text[begin - 1];
    if (is_word(before)) return true;
    if (place.key == "ref" && (before == '-' || before == '/')) return true;
    std::size_t at = begin;
    while (at != 0 && (is_digit(text[at - 1]) || text[at - 1] == ' ' || text[at - 1] == '-')) --at;
    return at != 0 && text[at - 1] == '+';
}

/// Ids of staff may be ten digits, too: who judged or supervises may be named by one.
bool may_be_staff_id(const TextPlace& place) {
    const bool names_staff =
        place.key == "id" || place.key == "assessor" || place.key == "supervisor";
    return names_staff && std::all_of(place.text.begin(), place.text.end(), is_digit);
}

void check(const FreeTexts& texts, Emitter& emit) {
    texts.for_each([&](const TextPlace& place) {
        if (place.text.size() < kDigits || may_be_staff_id(place)) return;
        for (std::size_t at = 0; at + kDigits <= place.text.size(); ++at) {
            if (!is_digit(place.text[at]) || continues(place, at)) continue;
            const std::size_t size = number_at(place.text, at);
            if (size == 0) continue;
            emit.report(place.part(at, size), "ten digits that may be somebody's NHS number",
                        "take it out: a record of competence needs no patient's number");
            if (!place.is_verbatim) return;  // the next would point at the same place
            at += size - 1;
        }
    });
}

}  // namespace

constinit const Rule kNhsNumber = {
    .info = {"nhs-number",
             Severity::warning,
             "ten digits in free text that may be an NHS number",
             {"That no note, title, plan, name or other free text holds ten digits that pass the "
              "check of NHS numbers (modulus 11), in one run or as 3, 3 and 4.",
              "Evidence tends to name the patient it was gathered with; files about staff are "
              "copied to where no patient's data belongs.",
              "evidence: [Port flush for patient 999 000 1103]",
              "evidence: [Port flush at a home visit]"}},
    .texts = check};

}  // namespace hcf
