// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/finding_format.h"

#include "hcf/base/hash.h"

namespace hcf {
namespace {

constexpr const FindingFormat* kFormats[] = {
#define HCF_FINDING_FORMAT(name) &name,
#include "hcf/present/all_finding_formats.inc"
#undef HCF_FINDING_FORMAT
};

}  // namespace

std::span<const FindingFormat* const> all_finding_formats() { return kFormats; }

const FindingFormat* find_finding_format(std::string_view name) {
    for (const FindingFormat* format : kFormats) {
        if (format->name == name) return format;
    }
    return nullptr;
}

const FindingFormat* find_finding_format_by_extension(std::string_view extension) {
    if (extension.empty()) return nullptr;
    for (const FindingFormat* format : kFormats) {
        if (format->extension == extension) return format;
    }
    return nullptr;
}

std::uint32_t count_occurrence(const Finding& finding, FindingWriteState& state) {
    if (state.file != finding.file) {
        state.file = finding.file;
        state.seen_in_file.clear();
    }
    return ++state.seen_in_file[{finding.rule, finding.line_hash}];
}

std::string fingerprint(const Finding& finding) {
    StableHash hash;
    hash.add_field(finding.rule->id);
    hash.add_field(to_hex(finding.line_hash));
    return to_hex(hash.value());
}

std::string_view plain_path(std::string_view path) {
    while (path.substr(0, 2) == "./" && path.size() > 2) path.remove_prefix(2);
    return path;
}

std::string message_with_help(const Finding& finding) {
    if (finding.help.empty()) return finding.message;
    return finding.message + ": " + finding.help;
}

}  // namespace hcf
