// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/paths.h"

#include "hcf/diag/reading_rules.h"
#include "hcf/load/document_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace hcf {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

class Expansion {
public:
    Expansion(const FileReader& files, const std::function<bool(std::string_view)>& is_excluded)
        : files_(files), is_excluded_(is_excluded) {}

    void add(const std::string& path) {
        if (path == "-") {
            if (!has_stdin_) result_.files.push_back({path, true});
            has_stdin_ = true;
            return;
        }
        const FileInfo info = files_.inspect(path);
        if (info.type == FileType::directory) return add_directory(path);
        if (info.type == FileType::regular) return add_file(path, info, true);
        add_unreadable(path, info);
    }

    [[nodiscard]] InputFiles take() { return std::move(result_); }

private:
    void add_unreadable(const std::string& path, const FileInfo& info) {
        std::string message;
        if (info.type == FileType::missing)
            message = "no such file or directory";
        else if (info.type == FileType::unreadable)
            message = info.why;
        else
            message = fmt::format("it is {}, not a regular file", describe(info.type));
        const bool is_stream = info.type == FileType::fifo || info.type == FileType::device;
        result_.findings.push_back(
            DocumentLoader::file_finding(reading_rules::kUnreadableFile, path, std::move(message),
                                         is_stream ? "to read a stream, use '-'" : ""));
    }

    void add_file(const std::string& path, const FileInfo& info, bool is_named) {
        const auto [place, is_new] =
            seen_.try_emplace({info.device, info.number}, result_.files.size());
        if (is_new) return result_.files.push_back({path, is_named});
        InputFile& known = result_.files[place->second];
        if (is_named && !known.is_named) known = {path, true};  // as it was named
    }

    void add_directory(const std::string& directory) {
        std::vector<std::string> found;
        walk(directory, "", found);
        std::sort(found.begin(), found.end());
        for (const std::string& relative : found) {
            const std::string path = join_path(directory, relative);
            const FileInfo info = files_.inspect(path);
            if (info.type == FileType::regular)
                add_file(path, info, false);
            else
                add_unreadable(path, info);
        }
    }

    void walk(const std::string& directory, const std::string& prefix,
              std::vector<std::string>& found) {
        const std::string here = prefix.empty() ? directory : join_path(directory, prefix);
        const auto entries = files_.list(here);
        if (!entries) {
            result_.findings.push_back(DocumentLoader::file_finding(reading_rules::kUnreadableFile,
                                                                    here, entries.error().message,
                                                                    entries.error().help));
            return;
        }
        for (const DirectoryEntry& entry : *entries) {
            if (entry.name.front() == '.') continue;
            const std::string relative =
                prefix.empty() ? entry.name : join_path(prefix, entry.name);
            if (is_excluded_ && is_excluded_(join_path(directory, relative))) continue;
            if (entry.type == FileType::directory) {
                if (!entry.is_link) walk(directory, relative, found);
            } else if (is_document_name(entry.name)) {
                found.push_back(relative);
            }
        }
    }

    const FileReader& files_;
    const std::function<bool(std::string_view)>& is_excluded_;
    InputFiles result_;
    bool has_stdin_ = false;
    /// The place of each file in the result, by device and number.
    std::map<FileKey, std::size_t> seen_;
};

}  // namespace

std::string_view describe(FileType type) {
    switch (type) {
        case FileType::missing: return "nothing";
        case FileType::regular: return "a regular file";
        case FileType::directory: return "a directory";
        case FileType::fifo: return "a FIFO";
        case FileType::socket: return "a socket";
        case FileType::device: return "a device";
        case FileType::unreadable: return "unreadable";
    }
    return {};
}

bool is_document_name(std::string_view name) {
    if (name.empty() || name.front() == '.' || name == "hcf.yaml") return false;
    return ends_with(name, ".yaml") || ends_with(name, ".yml") || ends_with(name, ".json");
}

std::string join_path(std::string_view directory, std::string_view name) {
    std::string path(directory);
    if (!path.empty() && path.back() != '/') path += '/';
    path += name;
    return path;
}

InputFiles expand_paths(const FileReader& files, const std::vector<std::string>& paths,
                        const std::function<bool(std::string_view)>& is_excluded) {
    Expansion expansion(files, is_excluded);
    for (const std::string& path : paths) expansion.add(path);
    return expansion.take();
}

}  // namespace hcf
