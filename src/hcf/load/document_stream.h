// SPDX-License-Identifier: Apache-2.0
// Cuts a file into its documents, one at a time: the memory is that of one document, and a bad one
// spoils no other (spec 2; style guide, section 7). Document markers stand at the beginning of a
// line, which is exact in YAML.
#pragma once

#include "hcf/base/result.h"
#include "hcf/load/file_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hcf {

/// The most bytes that a document may have (spec 4).
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{8} * 1024 * 1024;

/// One document's bytes, unchecked, valid until the next one is asked for.
struct RawDocument {
    std::string_view text;         ///< without a byte order mark; empty where it is too large
    std::uint32_t first_line = 1;  ///< in its file
    std::uint32_t number = 1;      ///< in its file, 1-based
    bool is_too_large = false;
};

/// Reads the documents of one source after another; its buffer is reused.
class DocumentStream {
public:
    /// Begins with a new source; the old one is closed.
    void open(std::unique_ptr<ByteSource> source);

    /// The next document; nothing at the end. An error (reading failed) ends the stream; what was
    /// not whole by then is not given.
    [[nodiscard]] Result<std::optional<RawDocument>> next();

    /// True where the source has been read to its end, though its last document may not be used
    /// yet.
    [[nodiscard]] bool is_drained() const { return at_end_; }

    /// True where the source was changed while it was read; ask once it is drained.
    [[nodiscard]] bool has_changed() { return source_ && source_->has_changed(); }

private:
    struct Scan;

    [[nodiscard]] std::string_view filled() const { return {buffer_.data(), end_}; }
    [[nodiscard]] Result<bool> read_more();
    [[nodiscard]] Result<bool> ensure(std::size_t end);
    [[nodiscard]] std::optional<std::size_t> find_line_end(std::size_t from) const;
    [[nodiscard]] Result<bool> pass_line(Scan& scan);
    [[nodiscard]] Result<std::optional<RawDocument>> scan_document();
    void drop(std::size_t begin, std::size_t end);
    void drop_too_large(Scan& scan);
    [[nodiscard]] RawDocument finish(const Scan& scan);

    std::unique_ptr<ByteSource> source_;
    std::string buffer_;     ///< as large as it ever had to be; the data end at `end_`
    std::size_t begin_ = 0;  ///< where the current document begins in the buffer
    std::size_t end_ = 0;
    bool at_end_ = true;
    bool is_at_start_ = true;  ///< of the source, before its byte order mark
    std::uint32_t line_ = 1;
    std::uint32_t number_ = 0;
};

}  // namespace hcf
