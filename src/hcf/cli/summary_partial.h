// SPDX-License-Identifier: Apache-2.0
// A partial: the sums over some people as a file (`hcf.summary-partial/1`), from which, with the
// partials of all others, the very summary of all comes (spec 3, "summary"; ADR 0017).
#pragma once

#include "hcf/analysis/summary.h"
#include "hcf/base/result.h"
#include "hcf/base/vocabulary.h"
#include "hcf/report/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::cli {

/// Under what people were judged: partials where it differs do not fit together.
struct PartialTerms {
    std::string framework;      ///< the digest of its content
    std::string card;           ///< in words, for messages
    std::string pseudonym_key;  ///< its fingerprint; empty: none
    Date as_of;
    Basis accept = Basis::self;
    bool in_context = false;
};

/// A file or document that was left out.
struct PartialSkipped {
    std::string file;
    std::optional<std::int64_t> document;
    std::int64_t errors = 1;
};
[[nodiscard]] bool operator<(const PartialSkipped& a, const PartialSkipped& b);

struct Partial {
    PartialTerms terms;
    SummarySums sums;
    std::vector<PartialSkipped> skipped;                ///< sorted
    std::optional<std::vector<std::uint64_t>> persons;  ///< hashes of ids, sorted; nothing: unknown
};

/// What a partial says of the framework and of how people were judged is read before anything that
/// only a framework can make sense of.
struct RawPartial {
    PartialTerms terms;
    Json json;
};

/// The bytes as JSON with the envelope of a partial. Errors say the line, or the key.
[[nodiscard]] Result<RawPartial> parse_partial(std::string_view text);

/// The sums of a partial. Requires: it was made under that framework. Errors say the key.
[[nodiscard]] Result<Partial> read_partial(const Framework& framework, RawPartial raw);

/// The report of a partial: the same sums give the same bytes.
struct PartialReport {
    ReportHead head;
    ReportPart part;
    ReportTail tail;
};
[[nodiscard]] PartialReport partial_report(const Framework& framework, const Partial& partial);

}  // namespace hcf::cli
