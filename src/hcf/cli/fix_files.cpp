// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/fix_files.h"

#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/load/fixes.h"
#include "hcf/load/private_values.h"
#include "hcf/report/unified_diff.h"
#include "hcf/schema/document_head.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <memory>

namespace hcf::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A text that is read like a file.
class TextSource : public ByteSource {
public:
    explicit TextSource(std::string_view text) : text_(text) {}
    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = std::min(buffer.size(), text_.size());
        std::copy_n(text_.begin(), count, buffer.begin());
        text_.remove_prefix(count);
        return count;
    }
    bool has_changed() override { return false; }

private:
    std::string_view text_;
};

/// Bytes [begin, end) of a file that get another text.
struct Edit {
    std::size_t begin;
    std::size_t end;
    std::string text;
};

/// Applies edits in order, of which none may overlap another.
std::string apply_edits(const std::string& text, std::vector<Edit>& edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t copied = 0;
    for (const Edit& edit : edits) {
        if (edit.begin < copied) continue;
        result.append(text, copied, edit.begin - copied).append(edit.text);
        copied = edit.end;
    }
    return result.append(text, copied, std::string::npos);
}

void mask(std::string& text, std::size_t offset, const std::vector<ByteRange>& ranges) {
    for (const ByteRange& range : ranges) {
        for (std::size_t at = offset + range.begin; at < offset + range.end; ++at) {
            if (text[at] != '\n' && text[at] != '\r') text[at] = '*';
        }
    }
}

/// Where each line of a text begins.
std::vector<std::size_t> line_starts(const std::string& text) {
    std::vector<std::size_t> starts = {0};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_lone = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (text[at] == '\n' || is_lone) starts.push_back(at + 1);
    }
    return starts;
}

bool is_in_scalar(const yaml::Tree& tree, std::size_t at) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const yaml::Node& node) {
        return node.kind == yaml::Kind::scalar && node.begin <= at && at < node.end;
    });
}

/// Blanks with a tab among them at the end of a line, outside of any text.
void find_trailing_tabs(const yaml::Tree& tree, std::size_t offset, std::vector<Edit>& edits) {
    const std::string_view text = tree.text;
    for (std::size_t tab = text.find('\t'); tab != std::string_view::npos;
         tab = text.find('\t', tab + 1)) {
        const std::size_t end = std::min(text.find_first_not_of(" \t", tab), text.size());
        if (end != text.size() && text[end] != '\n' && text[end] != '\r') continue;
        const std::size_t before = text.find_last_not_of(" \t", tab);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        if (!is_in_scalar(tree, begin) && !is_in_scalar(tree, tab))
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

/// One document of a file.
struct FileFixer::Document {
    std::size_t offset = 0;  ///< in the file
    std::string text;
    std::unique_ptr<yaml::Tree> tree;  ///< nullptr: it cannot be parsed
    DocumentHead head;
    std::size_t errors = 0;
    std::map<std::uint32_t, std::string> fixed;  ///< what scalars will say
    std::vector<ByteRange> masked;
};

std::optional<std::string> FileFixer::read(const std::string& path) {
    auto source = environment_.files.open(path);
    if (!source) return std::nullopt;
    std::string text;
    std::array<char, 16384> buffer;
    for (;;) {
        const auto count = (*source)->read(buffer);
        if (!count) return std::nullopt;
        if (*count == 0) break;
        text.append(buffer.data(), *count);
    }
    if ((*source)->has_changed()) return std::nullopt;
    return text;
}

std::deque<FileFixer::Document> FileFixer::documents(const std::string& path,
                                                     const std::string& text) {
    std::deque<Document> list;
    const std::vector<std::size_t> starts = line_starts(text);
    const bool has_mark = text.rfind(kByteOrderMark, 0) == 0;
    DocumentStream stream;
    stream.open(std::make_unique<TextSource>(text));
    for (;;) {
        const auto next = stream.next();
        if (!next || !*next) return list;
        const RawDocument& raw = **next;
        Document document;
        document.offset = starts[raw.first_line - 1];
        if (document.offset == 0 && has_mark) document.offset = kByteOrderMark.size();
        document.text = raw.text;
        document.errors = loader_.load(path, raw).errors + (raw.is_too_large ? 1 : 0);
        auto tree = std::make_unique<yaml::Tree>();
        SourceSet sources;
        Diagnostics diags;
        const SourceId source = sources.add({path, document.text, raw.first_line, raw.number});
        list.push_back(std::move(document));
        Document& kept = list.back();
        // The tree views the text where it is kept now.
        if (!raw.is_too_large && yaml::parse(source, kept.text, *tree, diags)) {
            kept.head = read_head(*tree);
            kept.masked = private_values(*tree);
            kept.tree = std::move(tree);
        } else {
            kept.masked = private_lines(kept.text);
        }
    }
}

/// The same nodes with the same texts, but for those that were meant to change, and no new error.
bool FileFixer::is_faithful(const std::string& path, const std::deque<Document>& before,
                            const std::string& after) {
    const std::deque<Document> now = documents(path, after);
    if (now.size() != before.size()) return false;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].errors > before[i].errors) return false;
        if ((now[i].tree == nullptr) != (before[i].tree == nullptr)) return false;
        if (now[i].tree == nullptr) continue;
        const yaml::Tree& old_tree = *before[i].tree;
        const yaml::Tree& new_tree = *now[i].tree;
        if (old_tree.nodes.size() != new_tree.nodes.size()) return false;
        for (std::uint32_t k = 0; k < old_tree.nodes.size(); ++k) {
            const yaml::NodeRef a(old_tree, k);
            const yaml::NodeRef b(new_tree, k);
            if (a.kind() != b.kind() || a.next().index() != b.next().index()) return false;
            if (!a.is_scalar()) continue;
            const auto fixed = before[i].fixed.find(k);
            const bool is_fixed = fixed != before[i].fixed.end();
            const std::string_view expected = is_fixed ? fixed->second : a.text();
            if (a.style() != b.style() || b.text() != expected) return false;
        }
    }
    return true;
}

std::optional<FixedFile> FileFixer::fix(const std::string& path) {
    auto text = read(path);
    if (!text) return std::nullopt;
    std::deque<Document> before = documents(path, *text);
    // Somebody else's YAML is none of our business.
    const bool is_ours = std::any_of(before.begin(), before.end(), [](const Document& document) {
        return document.tree && document.head.state == DocumentHead::State::known;
    });
    if (!is_ours) return std::nullopt;
    std::vector<Edit> edits;
    if (text->rfind(kByteOrderMark, 0) == 0) edits.push_back({0, kByteOrderMark.size(), ""});
    find_line_breaks(*text, edits);
    // All line breaks of a file together are one.
    const std::size_t marks = text->rfind(kByteOrderMark, 0) == 0 ? 1 : 0;
    std::size_t fixes = marks + (edits.size() > marks ? 1 : 0);
    for (Document& document : before) {
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
    if (edits.empty()) return std::nullopt;
    FixedFile file;
    file.after = apply_edits(*text, edits);
    if (file.after == *text || !is_faithful(path, before, file.after)) return std::nullopt;
    file.before = std::move(*text);
    file.fixes = fixes;
    file.shown_before = file.before;
    file.shown_after = file.after;
    if (context_.mask_values) {
        for (const Document& document : before)
            mask(file.shown_before, document.offset, document.masked);
        for (const Document& document : documents(path, file.after))
            mask(file.shown_after, document.offset, document.masked);
    }
    return file;
}

bool FileFixer::write(const std::string& path, const FixedFile& file) {
    // Nobody may have written to it meanwhile.
    if (read(path) != file.before) {
        say_error(environment_, fmt::format("cannot mend '{}': the file changed meanwhile", path));
        return false;
    }
    auto output = environment_.writer.replace(path);
    if (!output) {
        say_error(environment_, fmt::format("cannot write '{}': {}", path, output.error().message));
        return false;
    }
    auto written = (*output)->write(file.after);
    if (written) written = (*output)->commit();
    if (!written) {
        say_error(environment_,
                  fmt::format("cannot write '{}': {}", path, written.error().message));
    }
    return written.has_value();
}

namespace {

std::string diff_of(const std::string& path, const FixedFile& file) {
    const auto before = split_lines(file.before);
    const auto after = split_lines(file.after);
    const auto shown_before = split_lines(file.shown_before);
    const auto shown_after = split_lines(file.shown_after);
    std::vector<LinePair> lines;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
        lines.push_back({shown_before[i], shown_after[i], before[i] != after[i]});
    std::string out;
    append_unified_diff(out, path, lines);
    return out;
}

}  // namespace

int fix_files(Environment& environment, const LoadContext& context, const InputFiles& inputs,
              bool only_shows, bool is_quiet) {
    FileFixer fixer(environment, context);
    std::size_t fixes = 0;
    std::size_t files = 0;
    int code = inputs.findings.empty() ? kDone : kNotDone;
    for (const InputFile& input : inputs.files) {
        const auto file = fixer.fix(input.path);
        if (!file) continue;
        if (only_shows && !environment.out.write(diff_of(input.path, *file))) return kNotDone;
        if (!only_shows && !fixer.write(input.path, *file)) {
            code = kNotDone;
            continue;
        }
        fixes += file->fixes;
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
