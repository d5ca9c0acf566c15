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

int fix_files(Environment& environment, const LoadContext& context, const InputFiles& inputs,
              bool only_shows, bool is_quiet) {
    FileFixer fixer(environment, context);
    std::size_t fixes = 0;
    std::size_t files = 0;
    int code = inputs.findings.empty() ? kDone : kNotDone;
    for (const InputFile& input : inputs.files) {
        const auto fixed = fixer.fix(input.path);
        if (!fixed) continue;
        if (only_shows && !environment.out.write(diff_of(input.path, fixed->file))) return kNotDone;
        if (!only_shows && !write_in_place(environment, input.path, fixed->file, "mend")) {
            code = kNotDone;
            continue;
        }
        fixes += fixed->fixes;
        ++files;
    }
    if (!is_quiet && (files != 0 || only_shows)) {
        say(environment,
            fmt::format("{} {} in {}", count_of(fixes, "fix", "fixes"),
                        only_shows ? "to be made" : "made", count_of(files, "file", "files")));
    }
    if (only_shows && files != 0 && context.mask_values && !is_quiet)
        say(environment, "private values are masked; --show-values gives a patch to apply");
    return only_shows && files != 0 ? worse(code, kFound) : code;
}

}  // namespace hcf::cli
