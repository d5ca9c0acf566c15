// SPDX-License-Identifier: Apache-2.0
// The list of formats, and how one is chosen.
#include "hcf/report/format.h"

#include "hcf/base/text.h"

#include <algorithm>
#include <array>

namespace hcf {

namespace {

constexpr std::array kFormats = {
#define HCF_FORMAT(name) &name,
#include "hcf/report/all_formats.inc"
#undef HCF_FORMAT
};

}  // namespace

std::span<const Format* const> all_formats() { return kFormats; }

const Format* find_format(std::string_view name) {
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [name](const Format* format) { return format->name == name; });
    return found == kFormats.end() ? nullptr : *found;
}

const Format* find_format_by_extension(std::string_view extension) {
    if (extension.empty()) return nullptr;
    const std::string folded = case_fold(extension);
    const auto found =
        std::find_if(kFormats.begin(), kFormats.end(), [&folded](const Format* format) {
            return format->extension == folded || format->other_extension == folded;
        });
    return found == kFormats.end() ? nullptr : *found;
}

std::string write_report(const Format& format, const ReportHead& head, const ReportPart& part,
                         const ReportTail& tail, const WriteOptions& options) {
    std::string out;
    WriteState state;
    format.begin(out, head, options, state);
    format.part(out, head, part, options, state);
    format.end(out, head, tail, options, state);
    return out;
}

}  // namespace hcf
