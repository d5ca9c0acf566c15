// SPDX-License-Identifier: Apache-2.0
// The evidence pack of a team as JSON, as CSV rows and as pages to read and sign (issue 5,
// "assurance"; ADR 0015).
#pragma once

#include "hcf/analysis/assurance_pack.h"
#include "hcf/analysis/team_coverage.h"
#include "hcf/base/digest.h"
#include "hcf/present/present_team.h"
#include "hcf/report/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// What an input of a pack is.
enum class PackInputKind { settings, embedded, framework, overlay, team, member, passed_over };
template <>
struct Words<PackInputKind> {
    static constexpr std::array<std::string_view, 7> kList = {
        "settings", "embedded", "framework", "overlay", "team", "member", "passed-over"};
};

/// A file that was read for a pack, and the digest of the bytes that were analysed.
struct PackInput {
    std::string file;
    PackInputKind kind = PackInputKind::member;
    std::optional<std::int64_t> bytes;  ///< nothing where it was not read to its end
    std::string sha256;                 ///< likewise empty
};

/// All that a pack says, apart from the framework. Views its parts.
struct AssurancePack {
    const TeamCoverage& coverage;  ///< of the same people, in the same order
    const std::vector<AssuredPerson>& people;
    std::vector<MissingMember> missing;
    std::vector<PackInput> inputs;  ///< in the order in which they were read
    Json envelope;                  ///< with `complete`, and without `pack`
    JudgeOptions judge;
    Period within;
    std::size_t passed_over = 0;  ///< documents of other kinds in directories of members

    /// False where some member is left out, or there is none.
    [[nodiscard]] bool is_complete() const { return missing.empty() && !people.empty(); }
};

/// Which table the CSV is.
enum class PackTable { states, evidence, inputs, missing };
template <>
struct Words<PackTable> {
    static constexpr std::array<std::string_view, 4> kList = {"states", "evidence", "inputs",
                                                              "missing"};
};

/// The fields of the report beside the envelope, its `members` and its `pack`.
[[nodiscard]] Json pack_fields(const Framework& framework, const AssurancePack& pack);

/// An element of `members`; with `evidence_lists`, the evidence itself in place of its count.
[[nodiscard]] Json pack_member_json(const Framework& framework, const AssuredPerson& person,
                                    bool evidence_lists);

/// The digest of what a pack says, 64 hexadecimal digits: of lines of JSON with sorted keys and
/// without spaces, first all but `pack`, `hcf` and `members`, then each member with lists of
/// evidence. So it is the same in every format, and anybody can work it out from the JSON.
[[nodiscard]] std::string pack_digest(const Framework& framework, const AssurancePack& pack);

[[nodiscard]] std::span<const std::string_view> pack_columns(PackTable table);

/// The rows of one member, of a table that is not of inputs; `digest` is that of the pack.
[[nodiscard]] std::vector<Record> pack_member_records(const Framework& framework,
                                                      const AssurancePack& pack,
                                                      const AssuredPerson& person, PackTable table,
                                                      const std::string& digest);
[[nodiscard]] std::vector<Record> pack_input_records(const AssurancePack& pack,
                                                     const std::string& digest);
[[nodiscard]] std::vector<Record> pack_missing_records(const AssurancePack& pack,
                                                       const std::string& digest);

/// The pages: what the pack answers and the statement for the team, each person, how the pack was
/// made, and lines to sign.
[[nodiscard]] Document pack_opening(const Framework& framework, const AssurancePack& pack);
[[nodiscard]] Document pack_member_document(const Framework& framework, const AssuredPerson& person,
                                            bool evidence_lists);
[[nodiscard]] Document pack_closing(const Framework& framework, const AssurancePack& pack,
                                    const std::string& digest);

}  // namespace hcf
