// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/findings_output.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/messages.h"

#include <fmt/format.h>

namespace hcf::cli {
namespace {

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Format* format : all_formats()) {
        if (format->needs == Extra::none) names.push_back(format->name);
    }
    for (const FindingFormat* format : all_finding_formats()) names.push_back(format->name);
    return names;
}

std::string_view extension_of(std::string_view path) {
    const std::size_t name = path.rfind('/') + 1;
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos || dot <= name ? std::string_view() : path.substr(dot);
}

}  // namespace

std::string finding_format_names() {
    std::string list;
    for (const std::string_view name : format_names()) {
        if (!list.empty()) list += ", ";
        list += name;
    }
    return list;
}

std::optional<const FindingFormat*> take_finding_format(CommonOptions& options,
                                                        Environment& environment) {
    const FindingFormat* format =
        options.format.empty() ? find_finding_format_by_extension(extension_of(options.output))
                               : find_finding_format(options.format);
    if (format != nullptr) {
        options.format = "text";  // the bytes are made here; the destination is the same
        return format;
    }
    if (options.format.empty() || find_format(options.format) != nullptr) return nullptr;
    const std::string near = did_you_mean(options.format, format_names());
    say_error(environment, fmt::format("unknown format {}", in_quotes(options.format)),
              near.empty() ? "one of " + finding_format_names() : near);
    return std::nullopt;
}

bool FindingsOutput::begin(const std::vector<InputFile>& inputs) {
    if (!output_.open(inputs)) return false;
    if (format_ != nullptr) {
        std::string text;
        format_->begin(text, state_);
        output_.raw(text);
    } else if (!is_text()) {
        output_.begin(head_);
    }
    return true;
}

void FindingsOutput::tell(const Finding& finding) {
    std::string text;
    if (format_ != nullptr) {
        format_->finding(text, finding, state_);
    } else if (is_text()) {
        render(text, finding, {settings_.write.colour, true});
    } else {
        return output_.part(head_, finding_part(finding));
    }
    output_.raw(text);
}

void FindingsOutput::close_with(const Document& document) { closing_ = document; }

void FindingsOutput::end_file(const std::string& file) {
    if (format_ == nullptr) return;
    std::string text;
    format_->file(text, file, state_);
    output_.raw(text);
}

bool FindingsOutput::finish(const FindingCounts& counts, bool is_whole) {
    if (format_ != nullptr) {
        std::string text;
        format_->end(text, is_whole, state_);
        output_.raw(text);
    } else {
        ReportTail tail = findings_tail(counts);
        if (is_text()) tail.closing.clear();  // standard error has the counts
        append(tail.closing, std::move(closing_));
        if (is_text())
            output_.raw(write_report(*settings_.format, {}, {}, tail, settings_.write));
        else
            output_.end(head_, tail);
    }
    return output_.finish();
}

}  // namespace hcf::cli
