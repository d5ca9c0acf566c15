// SPDX-License-Identifier: Apache-2.0
// A golden case as it stands in its file: blocks that begin with `=== WORD ...`. README.md lists
// the words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::tests {

/// How a block writes the bytes down.
enum class Notation { plain, crlf, escaped };

/// One block, or the prose before the first one (no words).
struct CaseBlock {
    std::size_t line = 1;            ///< of its header, from 1
    std::string header;              ///< without "=== "
    std::vector<std::string> words;  ///< of the header, unquoted; the notation is not among them
    Notation notation = Notation::plain;
    std::string body;  ///< as it stands in the file

    [[nodiscard]] std::string_view word() const;
    [[nodiscard]] bool is_expectation() const;
    /// The bytes that the body stands for.
    [[nodiscard]] std::string bytes() const;
};

struct CaseFile {
    std::vector<CaseBlock> blocks;
    std::string error;  ///< what stands in the way of running it, with its line; else empty
};

/// Takes a case's text apart.
[[nodiscard]] CaseFile parse_case(std::string_view text);

/// Puts it together again.
[[nodiscard]] std::string write_case(const CaseFile& file);

/// A block that shows bytes in the plainest notation that can.
[[nodiscard]] CaseBlock make_block(const std::string& header, std::string_view bytes);

/// Words as a shell would split them: spaces, single and double quotes, backslashes; nothing where
/// a quote stays open.
[[nodiscard]] std::optional<std::vector<std::string>> split_words(std::string_view line);

}  // namespace hcf::tests
