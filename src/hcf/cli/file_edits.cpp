// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/file_edits.h"

#include "hcf/cli/messages.h"
#include "hcf/load/private_values.h"
#include "hcf/report/unified_diff.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

void mask(std::string& text, std::size_t offset, const std::vector<ByteRange>& ranges) {
    for (const ByteRange& range : ranges) {
        for (std::size_t at = offset + range.begin; at < offset + range.end; ++at) {
            if (text[at] != '\n' && text[at] != '\r') text[at] = '*';
        }
    }
}

/// The tree views the text where it is kept.
void parse(const std::string& path, FileDocument& document) {
    auto tree = std::make_unique<yaml::Tree>();
    SourceSet sources;
    Diagnostics diags;
    const SourceId source =
        sources.add({path, document.text, document.first_line, document.number});
    if (!document.is_too_large && yaml::parse(source, document.text, *tree, diags)) {
        document.head = read_head(*tree);
        document.masked = private_values(*tree);
        document.tree = std::move(tree);
    } else {
        document.masked = private_lines(document.text);
    }
}

bool is_same_tree(const FileDocument& before, const yaml::Tree& now) {
    const yaml::Tree& old = *before.tree;
    if (old.nodes.size() != now.nodes.size()) return false;
    for (std::uint32_t k = 0; k < old.nodes.size(); ++k) {
        const yaml::NodeRef a(old, k);
        const yaml::NodeRef b(now, k);
        if (a.kind() != b.kind() || a.next().index() != b.next().index()) return false;
        if (!a.is_scalar()) continue;
        const auto fixed = before.fixed.find(k);
        if (fixed == before.fixed.end()) {
            if (a.style() != b.style() || b.text() != a.text()) return false;
        } else if (b.text() != fixed->second) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::vector<std::size_t> line_starts(const std::string& text) {
    std::vector<std::size_t> starts = {0};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_lone = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (text[at] == '\n' || is_lone) starts.push_back(at + 1);
    }
    return starts;
}

bool has_byte_order_mark(std::string_view text) {
    return text.substr(0, kByteOrderMark.size()) == kByteOrderMark;
}

Result<std::string> read_whole(Environment& environment, const std::string& path) {
    auto source = environment.files.open(path);
    if (!source) return fail(source.error().message, source.error().help);
    std::string text;
    std::array<char, 16384> buffer;
    for (;;) {
        const auto count = (*source)->read(buffer);
        if (!count) return fail(count.error().message, count.error().help);
        if (*count == 0) break;
        text.append(buffer.data(), *count);
    }
    if ((*source)->has_changed()) return fail("the file changed while it was read");
    return text;
}

std::deque<FileDocument> split_documents(const std::string& path, const std::string& text) {
    std::deque<FileDocument> list;
    const std::vector<std::size_t> starts = line_starts(text);
    DocumentStream stream;
    stream.open(std::make_unique<TextSource>(text));
    for (;;) {
        const auto next = stream.next();
        if (!next || !*next) return list;
        const RawDocument& raw = **next;
        FileDocument& document = list.emplace_back();
        document.offset = starts[raw.first_line - 1];
        if (document.offset == 0 && has_byte_order_mark(text))
            document.offset = kByteOrderMark.size();
        document.text = raw.text;
        document.first_line = raw.first_line;
        document.number = raw.number;
        document.is_too_large = raw.is_too_large;
        parse(path, document);
    }
}

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

bool is_faithful(const std::deque<FileDocument>& before, const std::deque<FileDocument>& now) {
    if (now.size() != before.size()) return false;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if ((now[i].tree == nullptr) != (before[i].tree == nullptr)) return false;
        if (now[i].tree != nullptr && !is_same_tree(before[i], *now[i].tree)) return false;
    }
    return true;
}

void set_shown(EditedFile& file, const std::deque<FileDocument>& before,
               const std::deque<FileDocument>& after, bool masks) {
    file.shown_before = file.before;
    file.shown_after = file.after;
    if (!masks) return;
    for (const FileDocument& document : before)
        mask(file.shown_before, document.offset, document.masked);
    for (const FileDocument& document : after)
        mask(file.shown_after, document.offset, document.masked);
}

std::vector<std::size_t> added_lines(const std::string& before, const std::vector<Edit>& edits) {
    std::vector<std::size_t> added;
    std::size_t counted = 0;
    std::size_t line = 0;
    for (const Edit& edit : edits) {
        line += static_cast<std::size_t>(
            std::count(before.begin() + static_cast<std::ptrdiff_t>(counted),
                       before.begin() + static_cast<std::ptrdiff_t>(edit.begin), '\n'));
        counted = edit.begin;
        if (edit.begin == edit.end && !edit.text.empty() && edit.text.back() == '\n')
            added.push_back(line + added.size());
    }
    return added;
}

std::string diff_of(const std::string& path, const EditedFile& file) {
    const auto before = split_lines(file.before);
    const auto after = split_lines(file.after);
    const auto shown_before = split_lines(file.shown_before);
    const auto shown_after = split_lines(file.shown_after);
    std::vector<LinePair> lines;
    auto added = file.added.begin();
    for (std::size_t i = 0, old = 0; i < after.size(); ++i) {
        if (added != file.added.end() && *added == i) {
            lines.push_back({{}, shown_after[i], true, true});
            ++added;
        } else if (old < before.size()) {
            lines.push_back({shown_before[old], shown_after[i], before[old] != after[i]});
            ++old;
        }
    }
    std::string out;
    append_unified_diff(out, path, lines);
    return out;
}

std::string diff_of_lines(const std::string& path, const EditedFile& file) {
    std::string out;
    append_unified_diff(out, path,
                        match_lines(split_lines(file.before), split_lines(file.after),
                                    split_lines(file.shown_before), split_lines(file.shown_after)));
    return out;
}

bool write_in_place(Environment& environment, const std::string& path, const EditedFile& file,
                    std::string_view verb) {
    // Nobody may have written to it meanwhile.
    const auto now = read_whole(environment, path);
    if (!now || *now != file.before) {
        say_error(environment,
                  fmt::format("cannot {} '{}': the file changed meanwhile", verb, path));
        return false;
    }
    auto output = environment.writer.replace(path);
    if (!output) {
        say_error(environment, fmt::format("cannot write '{}': {}", path, output.error().message));
        return false;
    }
    auto written = (*output)->write(file.after);
    if (written) written = (*output)->commit();
    if (!written)
        say_error(environment, fmt::format("cannot write '{}': {}", path, written.error().message));
    return written.has_value();
}

}  // namespace hcf::cli
