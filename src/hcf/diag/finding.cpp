// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/finding.h"

#include "hcf/base/hash.h"
#include "hcf/base/text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace hcf {

namespace {

/// Characters kept on either side of the place in a long line; rendering shows 100 columns at most.
constexpr std::size_t kKeptCharacters = 200;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

bool is_break(char c) { return c == '\n' || c == '\r'; }

/// The part of a line around a place, as offsets in the document.
struct Window {
    std::size_t begin;
    std::size_t end;
    bool cut_before = false;
    bool cut_behind = false;
};

Window window_around(std::string_view text, std::size_t at) {
    Window window = {at, at};
    std::size_t kept = 0;
    while (window.begin > 0 && !is_break(text[window.begin - 1])) {
        if (kept == kKeptCharacters) {
            window.cut_before = true;
            break;
        }
        --window.begin;
        if (begins_character(text[window.begin])) ++kept;
    }
    kept = 0;
    while (window.end < text.size() && !is_break(text[window.end])) {
        if (begins_character(text[window.end]) && kept++ == kKeptCharacters) {
            window.cut_behind = true;
            break;
        }
        ++window.end;
    }
    return window;
}

/// Copies a part of a document character by character, so that it can be shown to anyone.
class FrameWriter {
public:
    FrameWriter(std::string_view text, std::span<const ByteRange> masked)
        : text_(text), masked_(masked) {}

    /// Appends [begin, end): private characters as '*', bytes that are no UTF-8 as U+FFFD.
    void append(std::string& out, std::size_t begin, std::size_t end) const {
        const std::string_view part = text_.substr(begin, end - begin);
        std::size_t invalid = next_invalid(part, 0);
        for (std::size_t at = 0; at < part.size();) {
            if (at == invalid) {
                out += "\xEF\xBF\xBD";
                invalid = next_invalid(part, ++at);
                continue;
            }
            const std::size_t from = at;
            (void)next_code_point(part, at);
            const std::string_view character = part.substr(from, at - from);
            if (is_masked(begin + from)) {
                out.append(character == "\t" ? 1 : display_width(character), '*');
            } else {
                out += character;
            }
        }
    }

private:
    static std::size_t next_invalid(std::string_view part, std::size_t from) {
        const std::optional<std::size_t> found = find_invalid_utf8(part.substr(from));
        return found ? from + *found : std::string_view::npos;
    }

    bool is_masked(std::size_t at) const {
        const auto after =
            std::upper_bound(masked_.begin(), masked_.end(), at,
                             [](std::size_t value, const ByteRange& r) { return value < r.begin; });
        return after != masked_.begin() && at < (after - 1)->end;
    }

    std::string_view text_;
    std::span<const ByteRange> masked_;
};

/// The frame as fingerprints see it: indentation, alignment and the length of what is masked do not
/// count.
std::uint64_t hash_line(std::string_view frame) {
    StableHash hash;
    char last = ' ';
    for (const char c : frame) {
        const char seen = c == '\t' ? ' ' : c;
        const bool is_run = seen == last && (seen == ' ' || seen == '*');
        if (!is_run) hash.add(seen);
        last = seen;
    }
    return hash.value();
}

void write_frame(Finding& finding, const Window& window, std::size_t at, std::size_t end,
                 const FrameWriter& writer) {
    finding.frame.clear();
    writer.append(finding.frame, window.begin, at);
    finding.caret_begin = static_cast<std::uint32_t>(finding.frame.size());
    writer.append(finding.frame, at, end);
    finding.caret_end = static_cast<std::uint32_t>(finding.frame.size());
    writer.append(finding.frame, end, window.end);
}

void add_frame(Finding& finding, const Source& source, SourceSpan span,
               std::span<const ByteRange> masked, PrivateValues values) {
    const std::size_t at = std::min<std::size_t>(span.begin, source.text.size());
    const Window window = window_around(source.text, at);
    const std::size_t end = std::clamp<std::size_t>(span.end, at, window.end);
    write_frame(finding, window, at, end, FrameWriter(source.text, masked));
    finding.line_hash = hash_line(finding.frame);
    if (values == PrivateValues::shown && !masked.empty())
        write_frame(finding, window, at, end, FrameWriter(source.text, {}));
    finding.cut_before = window.cut_before;
    finding.cut_behind = window.cut_behind;
    finding.has_frame = true;
}

}  // namespace

Finding resolve(const Diagnostic& diagnostic, const SourceSet& sources,
                std::span<const ByteRange> masked, PrivateValues values) {
    const Source& source = sources.at(diagnostic.span.source);
    Finding finding;
    finding.rule = diagnostic.rule;
    finding.severity = diagnostic.rule->severity;
    finding.file = source.file;
    finding.document = source.document;
    finding.begin = locate(source, diagnostic.span.begin);
    finding.end = locate(source, std::max(diagnostic.span.begin, diagnostic.span.end));
    finding.message = diagnostic.message;
    finding.help = diagnostic.help;
    for (const Related& related : diagnostic.related) {
        const Source& other = sources.at(related.span.source);
        finding.related.push_back({other.file, locate(other, related.span.begin), related.message});
    }
    if (!source.text.empty()) add_frame(finding, source, diagnostic.span, masked, values);
    return finding;
}

void sort_findings(std::span<Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.begin.line, a.begin.column, a.rule->id) <
               std::tie(b.begin.line, b.begin.column, b.rule->id);
    });
}

}  // namespace hcf
