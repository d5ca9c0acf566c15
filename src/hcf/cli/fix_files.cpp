// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/fix_files.h"

#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/load/fixes.h"
#include "hcf/yaml/comments.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf::cli {
namespace {

/// Blanks with a tab among them at the end of a line, outside of any text.
void find_trailing_tabs(const yaml::Tree& tree, std::size_t offset, std::vector<Edit>& edits) {
    const std::string_view text = tree.text;
    for (std::size_t tab = text.find('\t'); tab != std::string_view::npos;
         tab = text.find('\t', tab + 1)) {
        const std::size_t end = std::min(text.find_first_not_of(" \t", tab), text.size());
        if (end != text.size() && text[end] != '\n' && text[end] != '\r') continue;
        const std::size_t before = text.find_last_not_of(" \t", tab);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        if (yaml::find_scalar_at(tree, begin) == nullptr &&
            yaml::find_scalar_at(tree, tab) == nullptr)
            edits.push_back({offset + begin, offset + end, ""});
        tab = end - 1;
    }
}

void find_line_breaks(const std::string& text, std::vector<Edit>& edits) {
    for (std::size_t at = text.find("\r\n"); at != std::string::npos;
         at = text.find("\r\n", at + 2))
        edits.push_back({at, at + 1, ""});
}

}  // namespace

/// Adds the edits and gives how many fixes they are: all line breaks of a file together are one.
std::size_t FileFixer::find_edits(const std::string& text, std::deque<FileDocument>& documents,
                                  std::vector<Edit>& edits) const {
    constexpr std::size_t kMarkBytes = 3;
    const std::size_t marks = has_byte_order_mark(text) ? 1 : 0;
    if (marks != 0) edits.push_back({0, kMarkBytes, ""});
    find_line_breaks(text, edits);
    std::size_t fixes = marks + (edits.size() > marks ? 1 : 0);
    for (FileDocument& document : documents) {
        if (!document.tree || document.head.state != DocumentHead::State::known) continue;
        for (Fix& fix : find_fixes(*document.tree, document.head.kind, *context_.framework)) {
            edits.push_back(
                {document.offset + fix.begin, document.offset + fix.end, fix.replacement});
            document.fixed[fix.node] = std::move(fix.text);
            ++fixes;
        }
        const std::size_t known = edits.size();
        find_trailing_tabs(*document.tree, document.offset, edits);
        fixes += edits.size() - known;
    }
    return fixes;
}

bool FileFixer::has_new_errors(const std::string& path, const std::deque<FileDocument>& before,
                               const std::deque<FileDocument>& now) {
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (loader_.load(path, now[i].raw()).errors > loader_.load(path, before[i].raw()).errors)
            return true;
    }
    return false;
}

std::optional<FixedFile> FileFixer::fix(const std::string& path) {
    auto text = read_whole(environment_, path);
    if (!text) return std::nullopt;
    std::deque<FileDocument> before = split_documents(path, *text);
    // Somebody else's YAML is none of our business.
    const bool is_ours =
        std::any_of(before.begin(), before.end(), [](const FileDocument& document) {
            return document.tree && document.head.state == DocumentHead::State::known;
        });
    if (!is_ours) return std::nullopt;
    std::vector<Edit> edits;
    FixedFile fixed;
    fixed.fixes = find_edits(*text, before, edits);
    if (edits.empty()) return std::nullopt;
    fixed.file.after = apply_edits(*text, edits);
    if (fixed.file.after == *text) return std::nullopt;
    const std::deque<FileDocument> now = split_documents(path, fixed.file.after);
    if (!is_faithful(before, now) || has_new_errors(path, before, now)) return std::nullopt;
    fixed.file.before = std::move(*text);
    set_shown(fixed.file, before, now, context_.mask_values);
    return fixed;
}

namespace {

/// What a run over several files comes to.
struct FixCounts {
    std::size_t fixes = 0;
    std::size_t files = 0;
    int code = kDone;
};

/// Mends one file, or shows how; false where nothing more can be shown. Nobody else changes it from
/// before it is read until it has been replaced.
bool fix_file(Environment& environment, FileFixer& fixer, const std::string& path, bool only_shows,
              FixCounts& counts) {
    std::unique_ptr<FileLock> lock;
    if (!only_shows) {
        auto locked = environment.writer.lock(path);
        if (!locked) {
            say_error(environment,
                      fmt::format("cannot mend '{}': {}", path, locked.error().message));
            counts.code = kNotDone;
            return true;
        }
        lock = std::move(*locked);
    }
    const auto fixed = fixer.fix(path);
    if (!fixed) return true;
    if (only_shows && !environment.out.write(diff_of(path, fixed->file))) return false;
    if (!only_shows && !write_in_place(environment, path, fixed->file, "mend")) {
        counts.code = kNotDone;
        return true;
    }
    counts.fixes += fixed->fixes;
    ++counts.files;
    return true;
}

}  // namespace

int fix_files(Environment& environment, const LoadContext& context, const InputFiles& inputs,
              bool only_shows, bool is_quiet) {
    FileFixer fixer(environment, context);
    FixCounts counts;
    if (!inputs.findings.empty()) counts.code = kNotDone;
    for (const InputFile& input : inputs.files) {
        if (!fix_file(environment, fixer, input.path, only_shows, counts)) return kNotDone;
    }
    if (!is_quiet && (counts.files != 0 || only_shows)) {
        say(environment, fmt::format("{} {} in {}", count_of(counts.fixes, "fix", "fixes"),
                                     only_shows ? "to be made" : "made",
                                     count_of(counts.files, "file", "files")));
    }
    if (only_shows && counts.files != 0 && context.mask_values && !is_quiet)
        say(environment, "private values are masked; --show-values gives a patch to apply");
    return only_shows && counts.files != 0 ? worse(counts.code, kFound) : counts.code;
}

}  // namespace hcf::cli
