// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/team_members.h"

#include "hcf/load/document_stream.h"
#include "hcf/load/path_pattern.h"
#include "hcf/rules/all_rules.h"
#include "hcf/rules/member_rules.h"
#include "hcf/schema/document_head.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace hcf {
namespace {

using Reference = Located<TextOf<TextKind::reference>>;

/// The directory of a file, as a path to begin others with; empty for the current one.
std::string directory_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    if (slash == std::string::npos) return {};
    return path.substr(0, slash == 0 ? 1 : slash);
}

/// True where a path is absolute or, read from left to right, leaves the directory it begins in.
bool leaves_tree(std::string_view path) {
    if (!path.empty() && path.front() == '/') return true;
    int depth = 0;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part == "..") {
            if (--depth < 0) return true;
        } else if (!part.empty() && part != ".") {
            ++depth;
        }
        begin = end + 1;
    }
    return false;
}

/// What a file holds that is no assessment: its first kind, or that it does not say.
struct OtherKind {
    std::optional<DocumentKind> kind;
};

/// The first document of a file that is well-formed and no assessment. A file is looked at until
/// something in it cannot be read: that is for whoever validates it to tell.
std::optional<OtherKind> find_other_kind(std::unique_ptr<ByteSource> source) {
    DocumentStream stream;
    stream.open(std::move(source));
    yaml::Tree tree;
    for (;;) {
        const auto next = stream.next();
        if (!next || !*next || (*next)->is_too_large) return std::nullopt;
        Diagnostics unheard;
        if (!yaml::parse(SourceId{}, (*next)->text, tree, unheard)) return std::nullopt;
        const DocumentHead head = read_head(tree);
        if (head.state == DocumentHead::State::wrong) return std::nullopt;
        if (head.state != DocumentHead::State::known) return OtherKind{};
        if (head.kind != DocumentKind::assessment) return OtherKind{head.kind};
    }
}

class MemberFinder {
public:
    MemberFinder(const std::string& team_file, const MemberSearch& search, Diagnostics& diags)
        : directory_(directory_of(team_file)),
          team_file_(search.files->inspect(team_file)),
          search_(search),
          diags_(diags) {
        if (search.allow_outside) return;
        if (const auto tree = search.files->real_path(directory_.empty() ? "." : directory_))
            tree_ = *tree == "/" ? *tree : *tree + "/";
    }

    /// The files that a reference leads to.
    [[nodiscard]] std::vector<InputFile> find(const Reference& reference) {
        members_.clear();
        add(reference);
        return std::move(members_);
    }

private:
    void add(const Reference& reference) {
        const std::string path(reference.value.text);
        if (path.find('\0') != std::string::npos)
            return missing(reference, "cannot be opened: its name holds a character U+0000");
        if (!search_.allow_outside && leaves_tree(path)) {
            outside(reference, "the member lies outside the directory of the team file");
        } else if (is_pattern(path)) {
            add_pattern(path, reference);
        } else {
            add_path(from_team(path), reference);
        }
    }

    [[nodiscard]] std::string from_team(const std::string& path) const {
        if (directory_.empty() || path.front() == '/') return path;
        return join_path(directory_, path);
    }

    /// Says what the member does or is, such as "cannot be opened".
    void missing(const Reference& reference, std::string_view what, std::string help = {}) {
        diags_.add(member_rules::kMissingMember, reference.span, fmt::format("the member {}", what),
                   std::move(help));
    }

    void outside(const Reference& reference, std::string message) {
        diags_.add(member_rules::kMemberOutsideTree, reference.span, std::move(message),
                   "move it there, or allow it with --allow-outside");
    }

    /// True where a path, links followed, ends below the directory of the team file.
    [[nodiscard]] bool is_inside(const std::string& path) const {
        if (search_.allow_outside) return true;
        const auto real = search_.files->real_path(path);
        return real && (*real + "/").starts_with(tree_);
    }

    void add_pattern(const std::string& pattern, const Reference& reference) {
        const bool is_absolute = pattern.front() == '/';
        const PatternMatches found =
            expand_pattern(*search_.files, is_absolute ? std::string("/") : directory_, pattern);
        if (found.fault)
            missing(reference, "cannot be looked for: " + found.fault->message, found.fault->help);
        if (found.paths.empty() && !found.fault) {
            diags_.add(member_rules::kEmptyMemberPattern, reference.span,
                       "no YAML or JSON file matches");
        }
        std::vector<std::string> paths;
        for (const std::string& path : found.paths)
            paths.push_back(is_absolute ? join_path("/", path) : from_team(path));
        add_files(paths, reference, false);
    }

    void add_path(const std::string& path, const Reference& reference) {
        const FileInfo info = search_.files->inspect(path);
        const bool is_there = info.type == FileType::regular || info.type == FileType::directory;
        if (is_there && !is_inside(path))
            return outside(reference, "a link leads out of the directory of the team file");
        switch (info.type) {
            case FileType::regular: return add_named(path, reference);
            case FileType::directory: return add_directory(path, reference);
            case FileType::missing:
                return missing(reference, "is not there", "paths are relative to the team file");
            case FileType::unreadable: return missing(reference, "cannot be read: " + info.why);
            case FileType::fifo:
            case FileType::socket:
            case FileType::device:
                return missing(reference,
                               fmt::format("is {}, not a regular file", describe(info.type)));
        }
    }

    void add_directory(const std::string& path, const Reference& reference) {
        const InputFiles found = expand_paths(*search_.files, {path});
        for (const Finding& finding : found.findings)
            missing(reference, "cannot be read wholly: " + finding.message);
        if (found.files.empty() && found.findings.empty()) {
            diags_.add(member_rules::kEmptyMemberPattern, reference.span,
                       "the directory holds no YAML or JSON file");
        }
        std::vector<std::string> paths;
        for (const InputFile& file : found.files) paths.push_back(file.path);
        add_files(paths, reference, false);
    }

    void add_named(const std::string& path, const Reference& reference) {
        if (is_same_file(team_file_, search_.files->inspect(path)))
            return other_kind(reference, DocumentKind::team);
        if (!search_.looks_inside) return add_files({path}, reference, true);
        auto source = search_.files->open(path);
        if (!source) return missing(reference, source.error().message, source.error().help);
        const auto other = find_other_kind(std::move(*source));
        if (!other) return add_files({path}, reference, true);
        if (!other->kind) {
            diags_.add(member_rules::kMemberNotAssessment, reference.span,
                       "the member does not say that it is an assessment",
                       "begin it with the line 'hcf: assessment/1'");
            return;
        }
        other_kind(reference, *other->kind);
    }

    void other_kind(const Reference& reference, DocumentKind kind) {
        diags_.add(member_rules::kMemberNotAssessment, reference.span,
                   fmt::format("expected an assessment, found '{}'", to_string(kind)),
                   kind == DocumentKind::team
                       ? "teams do not nest: name the members of the other team"
                       : std::string());
    }

    void add_files(const std::vector<std::string>& paths, const Reference& reference,
                   bool is_named) {
        std::size_t repeated = 0;
        std::size_t outside_files = 0;
        SourceSpan first;
        for (const std::string& path : paths) {
            if (!is_inside(path)) {
                ++outside_files;
                continue;
            }
            const auto [place, is_new] =
                known_.try_emplace(key_of(search_.files->inspect(path)), reference.span);
            if (is_new)
                members_.push_back({path, is_named});
            else if (repeated++ == 0)
                first = place->second;
        }
        if (outside_files != 0) {
            outside(reference,
                    fmt::format("links lead {} of its files out of the directory of the team file",
                                outside_files));
        }
        if (repeated == 0) return;
        std::string message = "this member is listed already; it counts once";
        if (!is_named) {
            message = fmt::format("{} of its files {} listed already; {} once", repeated,
                                  repeated == 1 ? "is" : "are",
                                  repeated == 1 ? "it counts" : "each counts");
        }
        diags_.add({&kRepeatedMember.info,
                    std::move(message),
                    reference.span,
                    {{first, "first listed here"}}});
    }

    std::string directory_;
    FileInfo team_file_;
    std::string tree_;  ///< the real path of the directory with a slash behind it; not shown
    const MemberSearch& search_;
    Diagnostics& diags_;
    std::vector<InputFile> members_;
    std::map<FileKey, SourceSpan> known_;
};

}  // namespace

std::vector<std::vector<InputFile>> find_members(const TeamDoc& team, const std::string& team_file,
                                                 const MemberSearch& search, Diagnostics& diags) {
    MemberFinder finder(team_file, search, diags);
    std::vector<std::vector<InputFile>> members(team.members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (team.members[i].reference) members[i] = finder.find(*team.members[i].reference);
    }
    return members;
}

std::string path_from_team(const std::string& team_file, std::string_view path) {
    const std::string directory = directory_of(team_file);
    if (directory.empty() || path.starts_with('/')) return std::string(path);
    return join_path(directory, path);
}

void append_members(const FileReader& files, InputFiles& inputs,
                    const std::vector<InputFile>& members) {
    if (members.empty()) return;
    std::set<FileKey> known;
    const auto is_new = [&](const InputFile& file) {
        return known.insert(key_of(files.inspect(file.path))).second;
    };
    for (const InputFile& input : inputs.files) {
        if (input.path != "-") (void)is_new(input);
    }
    for (const InputFile& member : members) {
        if (is_new(member)) inputs.files.push_back(member);
    }
}

}  // namespace hcf
