// SPDX-License-Identifier: Apache-2.0
// Changes of a document that have one right answer: they say the same in the form that is expected,
// and change nothing else.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/model/framework.h"
#include "hcf/yaml/node.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hcf {

/// Bytes [begin, end) of a document that get another text.
struct Fix {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string replacement;  ///< as it is written, in quotes where there were some
    std::uint32_t node = 0;   ///< the scalar that it is about
    std::string text;         ///< what that scalar says then
};

/// The fixes of a document of that kind, in order:
/// - levels, roles and competences by alias, or by id in another case, become the id (a title
/// stays:
///   it is written to be read), where the document's kind takes them from the loaded framework;
/// - look-alike letters in ids and names become Latin where that makes a known name or an id;
/// - ids, words of a list and keys in another case become what they have to be;
/// - `2026-9-1` and `2026/09/01` become `2026-09-01`.
/// Values of scales are never touched: what counts as met is for people to write.
[[nodiscard]] std::vector<Fix> find_fixes(const yaml::Tree& tree, DocumentKind kind,
                                          const Framework& framework);

}  // namespace hcf
