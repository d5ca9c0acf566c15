// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/document_stream.h"

#include <cstring>

namespace hcf {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

/// Line breaks: LF, CR LF or a lone CR.
std::uint32_t count_lines(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            ++count;
    }
    return count;
}

}  // namespace

/// How far the search for the end of the current document has come.
struct DocumentStream::Scan {
    std::size_t position = 0;  ///< of the line that is looked at, in the buffer
    std::size_t line_end = 0;  ///< one past its line feed, or the end of the data
    std::uint32_t dropped_lines = 0;
    bool has_marker = false;
    bool has_content = false;
    bool is_too_large = false;
};

void DocumentStream::open(std::unique_ptr<ByteSource> source) {
    source_ = std::move(source);
    buffer_.clear();
    begin_ = 0;
    at_end_ = false;
    is_first_read_ = true;
    line_ = 1;
    number_ = 0;
}

Result<bool> DocumentStream::read_more() {
    if (at_end_) return false;
    const std::size_t old_size = buffer_.size();
    buffer_.resize(old_size + kReadBytes);
    const auto count = source_->read(std::span(buffer_).subspan(old_size));
    if (!count) {
        buffer_.resize(old_size);
        at_end_ = true;
        return fail(count.error().message, count.error().help);
    }
    buffer_.resize(old_size + *count);
    at_end_ = *count == 0;
    return !at_end_;
}

/// Makes `line_end` the end of the line at `position`, reading on as needed; false where there is
/// no line left.
Result<bool> DocumentStream::ensure_line(Scan& scan) {
    std::size_t searched = scan.position;
    for (;;) {
        const std::size_t found = buffer_.find('\n', searched);
        if (found != std::string::npos) {
            scan.line_end = found + 1;
            return true;
        }
        searched = buffer_.size();
        if (searched - begin_ > kMaxDocumentBytes) {
            // A line that is longer than a document may be: drop what is known of it, but keep its
            // first bytes, so that a marker is still seen as one.
            scan.is_too_large = true;
            constexpr std::size_t kKept = 8;
            if (searched - scan.position > kKept) {
                const std::size_t drop_from = scan.position + kKept;
                scan.dropped_lines +=
                    count_lines(std::string_view(buffer_).substr(begin_, scan.position - begin_));
                buffer_.erase(drop_from);
                buffer_.erase(begin_, scan.position - begin_);
                scan.position = begin_;
                searched = buffer_.size();
            }
        }
        const auto more = read_more();
        if (!more) return fail(more.error().message, more.error().help);
        if (!*more) {
            scan.line_end = buffer_.size();
            return scan.line_end > scan.position;
        }
    }
}

/// Forgets the lines of a document that is too large anyway.
void DocumentStream::discard_scanned(Scan& scan) {
    scan.is_too_large = true;
    scan.dropped_lines +=
        count_lines(std::string_view(buffer_).substr(begin_, scan.position - begin_));
    buffer_.erase(begin_, scan.position - begin_);
    scan.position = begin_;
}

/// Gives the document that ends where the scan stands, and moves behind it.
RawDocument DocumentStream::finish(const Scan& scan) {
    RawDocument document;
    const std::string_view text = std::string_view(buffer_).substr(begin_, scan.position - begin_);
    document.first_line = line_;
    document.number = ++number_;
    document.is_too_large = scan.is_too_large || text.size() > kMaxDocumentBytes;
    if (!document.is_too_large) document.text = text;
    const bool has_more = !at_end_ || scan.position < buffer_.size();
    if (has_more) line_ += scan.dropped_lines + count_lines(text);
    begin_ = scan.position;
    return document;
}

Result<std::optional<RawDocument>> DocumentStream::next() {
    if (!source_) return std::optional<RawDocument>();
    if (begin_ > kReadBytes) {  // give back what has been read, before it is viewed again
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    Scan scan;
    scan.position = begin_;
    for (;;) {
        const auto has_line = ensure_line(scan);
        if (!has_line) return fail(has_line.error().message, has_line.error().help);
        if (!*has_line) break;
        if (is_first_read_) {
            is_first_read_ = false;
            if (std::string_view(buffer_).substr(begin_, 3) == kByteOrderMark) {
                begin_ += 3;
                scan.position = begin_;
            }
        }
        const std::string_view line =
            std::string_view(buffer_).substr(scan.position, scan.line_end - scan.position);
        if (is_marker(line, "---")) {
            if (scan.has_marker || scan.has_content) return std::optional(finish(scan));
            scan.has_marker = true;
        } else if (is_marker(line, "...")) {
            scan.position = scan.line_end;
            if (scan.has_marker || scan.has_content) return std::optional(finish(scan));
            line_ += scan.dropped_lines +
                     count_lines(std::string_view(buffer_).substr(begin_, scan.position - begin_));
            begin_ = scan.position;
            scan = Scan{};
            scan.position = begin_;
            continue;
        } else if (!scan.has_content && !is_blank_or_comment(line) &&
                   (scan.has_marker || line.front() != '%')) {
            scan.has_content = true;
        }
        scan.position = scan.line_end;
        if (scan.position - begin_ > kMaxDocumentBytes) discard_scanned(scan);
    }
    if (!scan.has_marker && !scan.has_content) return std::optional<RawDocument>();
    scan.position = buffer_.size();
    RawDocument last = finish(scan);
    return std::optional(last);
}

}  // namespace hcf
