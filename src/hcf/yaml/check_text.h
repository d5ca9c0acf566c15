// SPDX-License-Identifier: Apache-2.0
// The first look at a document's bytes: what may not stand in any YAML text is refused before
// anything is read, because yaml-cpp lets it through.
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/yaml/scalar.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hcf::yaml {

/// At most this many bad bytes and characters of one document are reported.
inline constexpr std::size_t kMaxBadCharacters = 20;

/// What the first look found that later steps must know.
struct TextFacts {
    bool ok = true;                               ///< false: reported, not to be read
    std::vector<std::uint32_t> byte_order_marks;  ///< allowed in quoted text only
};

/// Reports invalid UTF-8 and control characters (all but tab, LF, CR and U+0085). Adjusts
/// lone CRs, which yaml-cpp does not take for the line breaks that they are, and for tabs in lines
/// without anything else, which it takes for indentation.
[[nodiscard]] TextFacts check_text(SourceId source, std::string_view text, Adjustments& adjustments,
                                   Diagnostics& diags);

}  // namespace hcf::yaml
