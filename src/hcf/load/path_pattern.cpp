// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/path_pattern.h"

#include "hcf/base/text.h"
#include "hcf/load/paths.h"

#include <algorithm>
#include <cstddef>

namespace hcf {
namespace {

/// Matches one character against the list that begins behind `[`; moves the pattern behind `]`.
/// Nothing where the list is not closed: then `[` is a character like any other.
std::optional<bool> matches_list(std::string_view pattern, std::size_t& at, char32_t character) {
    std::size_t here = at;
    const bool is_negated = here < pattern.size() && (pattern[here] == '!' || pattern[here] == '^');
    if (is_negated) ++here;
    bool is_listed = false;
    for (bool is_first = true; here < pattern.size(); is_first = false) {
        if (pattern[here] == ']' && !is_first) {
            at = here + 1;
            return is_listed != is_negated;
        }
        const char32_t low = next_code_point(pattern, here);
        char32_t high = low;
        if (here + 1 < pattern.size() && pattern[here] == '-' && pattern[here + 1] != ']') {
            ++here;
            high = next_code_point(pattern, here);
        }
        is_listed = is_listed || (low <= character && character <= high);
    }
    return std::nullopt;
}

/// Matches one character against what the pattern has at `at`, which is moved behind it.
bool matches_one(std::string_view pattern, std::size_t& at, char32_t character) {
    const char sign = pattern[at];
    if (sign == '?') {
        ++at;
        return true;
    }
    if (sign == '[') {
        std::size_t behind = at + 1;
        if (const auto result = matches_list(pattern, behind, character)) {
            at = behind;
            return *result;
        }
    }
    return next_code_point(pattern, at) == character;
}

class Expansion {
public:
    Expansion(const FileReader& files, const std::string& base, std::string_view pattern)
        : files_(files), base_(base) {
        for (std::size_t begin = 0; begin <= pattern.size();) {
            const std::size_t end = std::min(pattern.find('/', begin), pattern.size());
            const std::string_view part = pattern.substr(begin, end - begin);
            const bool repeats = part == "**" && !parts_.empty() && parts_.back() == "**";
            if (!part.empty() && part != "." && !repeats) parts_.emplace_back(part);
            begin = end + 1;
        }
        if (!parts_.empty() && parts_.back() == "**") parts_.emplace_back("*");
    }

    PatternMatches run() {
        walk({}, 0);
        auto& paths = result_.paths;
        std::sort(paths.begin(), paths.end());
        paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
        return std::move(result_);
    }

private:
    /// Follows the parts from `part` on, below the directory `here` (relative to the base).
    void walk(const std::string& here, std::size_t part) {
        if (part == parts_.size()) return;
        const std::string& name = parts_[part];
        if (name == "**") {
            walk(here, part + 1);
            for (const std::string& directory : directories(here, "*")) walk(directory, part);
        } else if (!is_pattern(name)) {
            follow(below(here, name), part);
        } else if (part + 1 == parts_.size()) {
            take_files(here, name);
        } else {
            for (const std::string& directory : directories(here, name)) walk(directory, part + 1);
        }
    }

    void follow(const std::string& path, std::size_t part) {
        const FileType type = files_.inspect(full(path)).type;
        if (part + 1 == parts_.size()) {
            if (type == FileType::regular) result_.paths.push_back(path);
        } else if (type == FileType::directory) {
            walk(path, part + 1);
        }
    }

    [[nodiscard]] std::vector<DirectoryEntry> list(const std::string& here) {
        const std::string path = full(here);
        if (files_.inspect(path).type != FileType::directory) return {};
        auto entries = files_.list(path);
        if (entries) return std::move(*entries);
        if (!result_.fault) result_.fault = entries.error();
        return {};
    }

    [[nodiscard]] std::vector<std::string> directories(const std::string& here,
                                                       std::string_view pattern) {
        std::vector<std::string> result;
        for (const DirectoryEntry& entry : list(here)) {
            if (entry.type == FileType::directory && !entry.is_link && matches(pattern, entry.name))
                result.push_back(below(here, entry.name));
        }
        return result;
    }

    void take_files(const std::string& here, std::string_view pattern) {
        for (const DirectoryEntry& entry : list(here)) {
            if (entry.type != FileType::directory && is_document_name(entry.name) &&
                matches(pattern, entry.name))
                result_.paths.push_back(below(here, entry.name));
        }
    }

    static std::string below(const std::string& here, std::string_view name) {
        return here.empty() ? std::string(name) : join_path(here, name);
    }

    [[nodiscard]] std::string full(const std::string& path) const {
        if (base_.empty()) return path.empty() ? "." : path;
        return path.empty() ? base_ : join_path(base_, path);
    }

    const FileReader& files_;
    const std::string& base_;
    std::vector<std::string> parts_;
    PatternMatches result_;
};

}  // namespace

bool is_pattern(std::string_view path) {
    return path.find_first_of("*?[") != std::string_view::npos;
}

bool matches(std::string_view pattern, std::string_view name) {
    if (!name.empty() && name.front() == '.' && (pattern.empty() || pattern.front() != '.'))
        return false;
    // The usual two pointers: after a mismatch, the last `*` takes one character more.
    std::size_t at = 0;
    std::size_t in_name = 0;
    std::optional<std::size_t> star;
    std::size_t star_end = 0;
    while (in_name < name.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = ++at;
            star_end = in_name;
            continue;
        }
        std::size_t next_in_name = in_name;
        const char32_t character = next_code_point(name, next_in_name);
        if (at < pattern.size() && matches_one(pattern, at, character)) {
            in_name = next_in_name;
            continue;
        }
        if (!star) return false;
        at = *star;
        (void)next_code_point(name, star_end);
        in_name = star_end;
    }
    while (at < pattern.size() && pattern[at] == '*') ++at;
    return at == pattern.size();
}

PatternMatches expand_pattern(const FileReader& files, const std::string& base,
                              std::string_view pattern) {
    return Expansion(files, base, pattern).run();
}

}  // namespace hcf
