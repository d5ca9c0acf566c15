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

    /// The next document; nothing at the end. An error (reading failed) ends the stream.
    [[nodiscard]] Result<std::optional<RawDocument>> next();

    /// True where the source has been read to its end, though its last document may not be used
    /// yet.
    [[nodiscard]] bool is_drained() const { return at_end_; }

    /// True where the source was changed while it was read; ask once it is drained.
    [[nodiscard]] bool has_changed() { return source_ && source_->has_changed(); }

private:
    struct Scan;

    [[nodiscard]] Result<bool> read_more();
    [[nodiscard]] Result<bool> ensure_line(Scan& scan);
    void discard_scanned(Scan& scan);
    [[nodiscard]] RawDocument finish(const Scan& scan);

    std::unique_ptr<ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< where the current document begins in the buffer
    bool at_end_ = true;
    bool is_first_read_ = true;
    std::uint32_t line_ = 1;
    std::uint32_t number_ = 0;
};

}  // namespace hcf
