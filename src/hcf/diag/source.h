// SPDX-License-Identifier: Apache-2.0
// Where text came from, and how a byte offset becomes a line and a column. Texts are viewed, not
// owned: they live as long as the document that is being read (spec 4: columns count code points,
// both are 1-based).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Names one document of a SourceSet.
struct SourceId {
    std::uint32_t value = 0;
    friend constexpr bool operator==(SourceId, SourceId) = default;
};

/// Bytes [begin, end) of one document.
struct SourceSpan {
    SourceId source = {};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend constexpr bool operator==(SourceSpan, SourceSpan) = default;
};

/// A value and where it stands.
template <class T>
struct Located {
    T value = {};
    SourceSpan span = {};
};

/// A place as people and editors count it.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend constexpr bool operator==(Position, Position) = default;
};

/// One document: a whole file, or a part of a stream that starts at `first_line` of its file.
struct Source {
    std::string file;       ///< as given, joined with '/'
    std::string_view text;  ///< valid UTF-8 without a byte order mark
    std::uint32_t first_line = 1;
    std::uint32_t document = 1;  ///< 1-based in its file

    /// For long texts, by SourceSet::add: lines and columns at every kLandmarkBytes, counted from 1
    /// in the document.
    std::vector<Position> landmarks = {};
};

inline constexpr std::uint32_t kLandmarkBytes = 4096;

/// The documents that are being read.
class SourceSet {
public:
    /// Adds a document; Requires: the text outlives its use here.
    SourceId add(Source source);

    /// The document of an id that `add` gave since the last `clear`.
    [[nodiscard]] const Source& at(SourceId id) const;

    /// Forgets all documents; ids start anew.
    void clear() { sources_.clear(); }

private:
    std::vector<Source> sources_;
};

/// Line and column in the file of a byte offset in a document; an offset past the end is held to
/// it. A line ends at LF, CR LF or a lone CR.
[[nodiscard]] Position locate(const Source& source, std::uint32_t offset);

/// The whole line that holds the offset, without its line break, and where it begins in the
/// document.
struct SourceLine {
    std::string_view text;
    std::uint32_t begin = 0;
};
[[nodiscard]] SourceLine line_at(const Source& source, std::uint32_t offset);

}  // namespace hcf
