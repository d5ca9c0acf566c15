// SPDX-License-Identifier: Apache-2.0
// What has to change in a document of people so that it says under one version of a framework what
// it says under another (spec 4, "migrate"). Nothing is guessed, nothing is dropped, and nothing
// comes to count as more than it did.
#pragma once

#include "hcf/base/vocabulary.h"
#include "hcf/load/fixes.h"
#include "hcf/model/counterparts.h"
#include "hcf/yaml/node.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hcf {

/// From one framework to another.
struct FrameworkMove {
    const Framework& from;
    const Framework& to;
    Counterparts counterparts;
};

enum class MovedThing { framework, level, competence, role, scale };
template <>
struct Words<MovedThing> {
    static constexpr std::array<std::string_view, 5> kList = {"framework", "level", "competence",
                                                              "role", "scale"};
};

/// A name that is written anew; `at` is a byte of the document, as everywhere here.
struct NameMove {
    std::uint32_t at = 0;
    MovedThing what = MovedThing::competence;
    std::string from;  ///< the id, whatever was written; of a framework, id and version
    std::string to;
};

/// An entry of a competence that has no new home: it stays where it is, under a key of the user's.
struct KeptEntry {
    std::uint32_t at = 0;
    std::string competence;  ///< its old id
    std::string key;         ///< "x-..."
};

/// A line of comment to be put before byte `at`, where a line begins; without its line break.
struct NoteLine {
    std::uint32_t at = 0;
    std::string text;
};

/// What only people can decide: the document has to stay as it is until they have.
struct MigrationProblem {
    std::uint32_t at = 0;
    std::string message;
    std::string help;
};

struct Migration {
    std::vector<Fix> fixes;  ///< in order of the document
    std::vector<NoteLine> notes;
    std::string line_break = "\n";  ///< the document's own
    std::vector<NameMove> moves;
    std::vector<KeptEntry> kept;
    std::vector<MigrationProblem> problems;
    std::vector<CompetenceId> look_at;  ///< of the second framework: rated, and titled anew there
};

/// Whether notes may be comments: not in JSON, where the key itself tells.
enum class Notes { comments, keys };

/// Plans the move of a document of a kind that names things of a framework:
/// - a name that still means the same thing stays as it is, however it is written;
/// - another one becomes the new id, or the new title where it was written by its title;
/// - an entry by a competence that has no counterpart is kept under `x-` and its old id, with a
///   note;
/// - `framework:` gets the new id and version; where it has them already, all stays as it is.
/// A problem is a role, level or scale that is gone, a competence that is gone from a list, one
/// with more than one possible counterpart, two ratings that would become one, a role whose own
/// level would silently be another, a value that would say more, another framework than the first,
/// and a name that means different things in both while the document does not say which it was
/// made against.
[[nodiscard]] Migration plan_migration(const yaml::Tree& tree, DocumentKind kind,
                                       const FrameworkMove& move, Notes notes);

}  // namespace hcf
