// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/document_stream.h"

#include <algorithm>
#include <cstring>

namespace hcf {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMarkerBytes = 4;  ///< `---` and what shows that it is one

/// `---` or `...` alone or before white space: a document marker at the beginning of a line.
bool is_marker(std::string_view line, std::string_view marker) {
    if (line.substr(0, 3) != marker) return false;
    return line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r' ||
           line[3] == '\n';
}

bool is_blank_or_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || line[first] == '#';
}

}  // namespace

/// How far the search for the end of the current document has come.
struct DocumentStream::Scan {
    std::size_t position = 0;  ///< of the line that is looked at, in the buffer
    std::uint32_t lines = 0;   ///< passed, dropped ones too
    bool has_marker = false;
    bool has_content = false;
    bool is_too_large = false;

    [[nodiscard]] bool has_document() const { return has_marker || has_content; }
};

void DocumentStream::open(std::unique_ptr<ByteSource> source) {
    source_ = std::move(source);
    begin_ = 0;
    end_ = 0;
    at_end_ = false;
    is_at_start_ = true;
    line_ = 1;
    number_ = 0;
}

/// Reads on; false at the end.
Result<bool> DocumentStream::read_more() {
    if (at_end_) return false;
    if (buffer_.size() < end_ + kReadBytes) buffer_.resize(end_ + kReadBytes);
    const auto count = source_->read(std::span(buffer_).subspan(end_, kReadBytes));
    if (!count) return fail(count.error().message, count.error().help);
    end_ += *count;
    at_end_ = *count == 0;
    return !at_end_;
}

/// Reads on until there is data up to that place; false where the source ends before.
Result<bool> DocumentStream::ensure(std::size_t end) {
    while (end_ < end) {
        auto more = read_more();
        if (!more || !*more) return more;
    }
    return true;
}

/// One past the next line break (LF, CR LF or a lone CR) in what has been read.
std::optional<std::size_t> DocumentStream::find_line_end(std::size_t from) const {
    const char* const begin = buffer_.data() + from;
    const auto* feed = static_cast<const char*>(std::memchr(begin, '\n', end_ - from));
    const std::size_t until =
        feed == nullptr ? end_ : from + static_cast<std::size_t>(feed - begin);
    if (const void* found = std::memchr(begin, '\r', until - from)) {
        const auto next =
            from + static_cast<std::size_t>(static_cast<const char*>(found) - begin) + 1;
        if (next < end_) return buffer_[next] == '\n' ? next + 1 : next;
        return at_end_ ? std::optional(next) : std::nullopt;  // a LF may follow
    }
    return feed == nullptr ? std::nullopt : std::optional(until + 1);
}

void DocumentStream::drop(std::size_t begin, std::size_t end) {
    std::memmove(buffer_.data() + begin, buffer_.data() + end, end_ - end);
    end_ -= end - begin;
}

/// Forgets what has been passed of a document that is too large anyway.
void DocumentStream::drop_too_large(Scan& scan) {
    scan.is_too_large = true;
    scan.has_content = true;
    drop(begin_, scan.position);
    scan.position = begin_;
}

/// Moves behind the line at `position`, reading on as needed.
Result<bool> DocumentStream::pass_line(Scan& scan) {
    std::size_t searched = scan.position;
    std::optional<std::size_t> line_end;
    while (!(line_end = find_line_end(searched))) {
        searched = end_ != searched && buffer_[end_ - 1] == '\r' ? end_ - 1 : end_;
        if (searched - begin_ > kMaxDocumentBytes) {
            scan.position = searched;
            drop_too_large(scan);
            searched = scan.position;
        }
        auto more = read_more();
        if (!more) return more;
        if (!*more && !(line_end = find_line_end(searched))) line_end = end_;
        if (line_end) break;
    }
    const std::string_view line = filled().substr(scan.position, *line_end - scan.position);
    if (!scan.has_content && !is_blank_or_comment(line) && (scan.has_marker || line[0] != '%'))
        scan.has_content = true;
    scan.position = *line_end;
    ++scan.lines;
    if (scan.position - begin_ > kMaxDocumentBytes) drop_too_large(scan);
    return true;
}

/// Gives the document that ends where the scan stands, and moves behind it.
RawDocument DocumentStream::finish(const Scan& scan) {
    RawDocument document;
    document.first_line = line_;
    document.number = ++number_;
    document.is_too_large = scan.is_too_large;
    if (!scan.is_too_large) document.text = filled().substr(begin_, scan.position - begin_);
    line_ += scan.lines;
    begin_ = scan.position;
    return document;
}

Result<std::optional<RawDocument>> DocumentStream::scan_document() {
    Scan scan;
    scan.position = begin_;
    for (;;) {
        const auto has_marker_bytes = ensure(scan.position + kMarkerBytes);
        if (!has_marker_bytes)
            return fail(has_marker_bytes.error().message, has_marker_bytes.error().help);
        if (is_at_start_) {
            is_at_start_ = false;
            if (filled().substr(0, kByteOrderMark.size()) == kByteOrderMark) {
                begin_ = scan.position = kByteOrderMark.size();
                continue;
            }
        }
        if (scan.position == end_) break;
        const std::string_view ahead = filled().substr(scan.position, kMarkerBytes);
        const bool is_end = is_marker(ahead, "...");
        if (is_marker(ahead, "---")) {
            if (scan.has_document()) break;
            scan.has_marker = true;
        }
        const bool had_document = scan.has_document();
        const auto passed = pass_line(scan);
        if (!passed) return fail(passed.error().message, passed.error().help);
        if (!is_end) continue;
        if (had_document) break;
        line_ += scan.lines;
        begin_ = scan.position;
        scan = Scan{};
        scan.position = begin_;
    }
    if (!scan.has_document()) return std::optional<RawDocument>();
    return std::optional(finish(scan));
}

Result<std::optional<RawDocument>> DocumentStream::next() {
    if (!source_) return std::optional<RawDocument>();
    if (begin_ > kReadBytes) {  // give back what has been read, before it is viewed again
        drop(0, begin_);
        begin_ = 0;
    }
    auto document = scan_document();
    if (!document) {
        at_end_ = true;
        begin_ = end_;
    }
    return document;
}

}  // namespace hcf
