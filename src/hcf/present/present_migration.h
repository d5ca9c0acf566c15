// SPDX-License-Identifier: Apache-2.0
// What migrate would change, or has changed, document by document (`hcf.migrate/1`).
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/model/framework.h"
#include "hcf/report/document.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// What became of a document.
enum class MigrationState {
    unchanged,  ///< it says under the new framework what it said
    to_move,    ///< it would be changed
    moved,      ///< it has been
    left_alone  ///< something is for people to decide first, or another document of its file
};
template <>
struct Words<MigrationState> {
    static constexpr std::array<std::string_view, 4> kList = {"unchanged", "to-move", "moved",
                                                              "left-alone"};
};

/// One name that is written anew.
struct MigratedName {
    std::uint32_t line = 1;
    std::string_view what;  ///< framework, level, competence, role or scale
    std::string from;
    std::string to;
};

/// An entry that has no new home.
struct MigratedEntry {
    std::uint32_t line = 1;
    std::string competence;
    std::string key;
};

struct MigrationObstacle {
    std::uint32_t line = 1;
    std::string message;
    std::string help;
};

struct MigratedDocument {
    std::string file;
    std::uint32_t document = 1;
    std::uint32_t first_line = 1;  ///< of the document in its file
    std::string_view kind;         ///< assessment, team, service, catalogue
    std::string person_id;         ///< of an assessment; else empty
    MigrationState state = MigrationState::unchanged;
    std::vector<MigratedName> changes;
    std::vector<MigratedEntry> kept;
    std::vector<std::string> look_at;  ///< ids: rated, and titled anew in the new framework
    std::vector<MigrationObstacle> obstacles;
};

/// How many documents came to what.
struct MigrationCounts {
    std::array<std::size_t, Words<MigrationState>::kList.size()> of_state = {};
    std::size_t kept = 0;
};

[[nodiscard]] ReportHead migration_head(const Framework& from, const Framework& to, Date as_of);

/// What stands before the first document, for readers.
[[nodiscard]] Document migration_opening(const Framework& from, const Framework& to);

[[nodiscard]] ReportPart migration_part(const MigratedDocument& document);

/// Without `skipped`, which the caller knows. `writes`: it was to be done, not only planned.
[[nodiscard]] ReportTail migration_tail(const MigrationCounts& counts, bool writes);

}  // namespace hcf
