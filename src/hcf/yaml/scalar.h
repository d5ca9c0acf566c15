// SPDX-License-Identifier: Apache-2.0
// The four ways to write a scalar in YAML 1.2: where each ends, and what it says. Pure functions of
// the text; the reader decides which of them stands where.
#pragma once

#include "hcf/diag/rule_info.h"
#include "hcf/yaml/node.h"
#include "hcf/yaml/source_text.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::yaml {

/// What is wrong at bytes [begin, end); the texts have static storage.
struct Problem {
    const RuleInfo* rule;
    std::uint32_t begin;
    std::uint32_t end;
    std::string_view message;
    std::string_view help;
};

/// A scalar that was found in the text.
struct Scalar {
    std::uint32_t begin = 0;   ///< an opening quote or block header included
    std::uint32_t end = 0;     ///< behind the last character that is seen, or the closing quote
    std::uint32_t resume = 0;  ///< where reading goes on
    std::uint32_t resume_line = 0;  ///< where the line of `resume` begins
    std::uint32_t text = 0;         ///< where the text stands, unless it is made
    std::uint32_t size = 0;
    Style style = Style::plain;
    bool made = false;  ///< the text had to be made, and is in the buffer given
    bool one_line = true;
    bool key_like = false;  ///< plain, and a `:` that ends a key follows
};

/// A place in the text, and where its line begins.
struct Cursor {
    std::uint32_t at = 0;
    std::uint32_t line = 0;
};

/// One byte to be changed in the copy that yaml-cpp is given.
struct Patch {
    std::uint32_t at;
    char byte;
};

/// Bytes [begin, end) to be left out of that copy.
struct Cut {
    std::uint32_t begin;
    std::uint32_t end;
};

/// Where yaml-cpp 0.7 is wrong about YAML, and the text can be changed so that it is not. What a
/// scalar says is never taken from it, so that only the structure must stay as it is.
struct Adjustments {
    std::vector<Patch> patches;
    std::vector<Cut> cuts;  ///< in the order of the text
};

using ScalarOrProblem = tl::expected<Scalar, Problem>;

/// True where a plain scalar may begin with the character at `at`.
[[nodiscard]] bool starts_plain(SourceText text, std::uint32_t at, bool in_flow);

/// The plain scalar at the cursor, as far as it goes on its line. Requires: starts_plain.
[[nodiscard]] Scalar scan_plain_line(SourceText text, Cursor cursor, bool in_flow);

/// Gives `first` the lines that continue it, which are indented by `indent` spaces or more; `made`
/// is overwritten. Requires: first came from scan_plain_line and is not key_like.
[[nodiscard]] Scalar continue_plain(SourceText text, Scalar first, bool in_flow,
                                    std::uint32_t indent, std::string& made);

/// The quoted scalar at the cursor, whose later lines must be indented by `indent` spaces;
/// `made` is overwritten where it is needed.
[[nodiscard]] ScalarOrProblem scan_quoted(SourceText text, Cursor cursor, std::uint32_t indent,
                                          std::string& made, Adjustments& adjustments);

/// The block scalar whose `|` or `>` is at `at`, inside a collection indented by `parent` columns
/// (-1: none).
[[nodiscard]] ScalarOrProblem scan_block(SourceText text, std::uint32_t at, int parent,
                                         std::string& made);

}  // namespace hcf::yaml
