// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/path_pattern.h"

#include "hcf/base/glob.h"
#include "hcf/load/paths.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace hcf {
namespace {

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
        if (part == parts_.size() || !seen_.emplace(here, part).second) return;
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

    /// Where a path leads, without steps down and up again: links to directories are not followed.
    static std::string below(const std::string& here, std::string_view name) {
        if (name == ".") return here;
        const std::size_t slash = here.find_last_of('/');
        const std::string last = here.substr(slash == std::string::npos ? 0 : slash + 1);
        if (name == ".." && !last.empty() && last != "..")
            return slash == std::string::npos ? std::string() : here.substr(0, slash);
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
    std::set<std::pair<std::string, std::size_t>> seen_;  ///< each is walked once
};

}  // namespace

bool is_pattern(std::string_view path) {
    return path.find_first_of("*?[") != std::string_view::npos;
}

bool matches(std::string_view pattern, std::string_view name) {
    if (!name.empty() && name.front() == '.' && (pattern.empty() || pattern.front() != '.'))
        return false;
    return glob_matches(pattern, name);
}

PatternMatches expand_pattern(const FileReader& files, const std::string& base,
                              std::string_view pattern) {
    return Expansion(files, base, pattern).run();
}

}  // namespace hcf
