// SPDX-License-Identifier: Apache-2.0
// Changes in the files of people: by byte, never by writing YAML anew, so that comments and layout
// stay. What comes out is read again and held against what was there before it may take the file's
// place.
#pragma once

#include "hcf/base/result.h"
#include "hcf/cli/environment.h"
#include "hcf/diag/finding.h"
#include "hcf/load/document_stream.h"
#include "hcf/schema/document_head.h"
#include "hcf/yaml/node.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hcf::cli {

/// One document of a file that may be edited.
struct FileDocument {
    std::size_t offset = 0;  ///< of its text in the file
    std::string text;
    std::uint32_t first_line = 1;
    std::uint32_t number = 1;
    bool is_too_large = false;
    std::unique_ptr<yaml::Tree> tree;  ///< nullptr: it cannot be parsed
    DocumentHead head;
    std::map<std::uint32_t, std::string> fixed;  ///< what scalars will say
    std::vector<ByteRange> masked;               ///< private values

    /// For a loader.
    [[nodiscard]] RawDocument raw() const { return {text, first_line, number, is_too_large}; }
};

/// All of a file; an error where it cannot be read, or changes meanwhile.
[[nodiscard]] Result<std::string> read_whole(Environment& environment, const std::string& path);

/// The documents of a file's text.
[[nodiscard]] std::deque<FileDocument> split_documents(const std::string& path,
                                                       const std::string& text);

/// True where a file's text begins with a byte order mark.
[[nodiscard]] bool has_byte_order_mark(std::string_view text);

/// Where each line of a text begins.
[[nodiscard]] std::vector<std::size_t> line_starts(const std::string& text);

/// Bytes [begin, end) of a file that get another text.
struct Edit {
    std::size_t begin;
    std::size_t end;
    std::string text;
};

/// Applies edits, which it sorts; of two that overlap the second is left out.
[[nodiscard]] std::string apply_edits(const std::string& text, std::vector<Edit>& edits);

/// True where the documents are the same nodes with the same texts, but for those that were meant
/// to change (`fixed`).
[[nodiscard]] bool is_faithful(const std::deque<FileDocument>& before,
                               const std::deque<FileDocument>& now);

/// A file and what it would be.
struct EditedFile {
    std::string before;
    std::string after;
    std::string shown_before;  ///< both with private values masked; as many lines each
    std::string shown_after;
    std::vector<std::size_t> added;  ///< lines of `after`, from 0, that were not there before
};

/// Both texts as they may be shown; `mask`: without private values.
void set_shown(EditedFile& file, const std::deque<FileDocument>& before,
               const std::deque<FileDocument>& after, bool mask);

/// The lines of the new text that edits added, as whole lines. Requires: sorted edits.
[[nodiscard]] std::vector<std::size_t> added_lines(const std::string& before,
                                                   const std::vector<Edit>& edits);

/// The change as a unified diff, where lines may have come and gone; `added` is not asked.
[[nodiscard]] std::string diff_of_lines(const std::string& path, const EditedFile& file);

/// The change as a unified diff.
[[nodiscard]] std::string diff_of(const std::string& path, const EditedFile& file);

/// Puts it in the file's place, whole or not at all; false after saying why not. `verb` is what
/// cannot be done: "mend".
[[nodiscard]] bool write_in_place(Environment& environment, const std::string& path,
                                  const EditedFile& file, std::string_view verb);

}  // namespace hcf::cli
