// SPDX-License-Identifier: Apache-2.0
// Which file says what (spec 2, "overlay/1"): a thing comes from one file, and overlays add to it
// or amend it. Only what another file says is kept, so that a framework without overlays pays
// nothing.
#pragma once

#include "hcf/base/vocabulary.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// What can be said of a level, a competence or a role, and amended by an overlay.
enum class Fact {
    title,
    printed_as,
    alias,
    kind,
    mark,  ///< a level that asks a competence
    theme,
    nos,
    nos_seen,
    refresh,
    assess_at,
    same_as,
    supersedes,
    description,
    source,
    family,
    summary,
    needs,
    essential
};
/// The keys under which they stand in the JSON of the framework.
template <>
struct Words<Fact> {
    static constexpr std::array<std::string_view, 18> kList = {
        "title",       "printed_as", "aliases", "kind",      "levels",  "theme",
        "nos",         "nos.seen",   "refresh", "assess_at", "same_as", "supersedes",
        "description", "source",     "family",  "summary",   "needs",   "essential"};
};

/// What other files than a thing's own say of it. An `item` tells the facts of a list apart: the
/// position of an alias or a same_as, the index of the level of a mark, of the competence that is
/// superseded, or of the one that a role needs; 0 of what stands once.
class Provenance {
public:
    struct Amendment {
        Fact fact;
        std::uint32_t item;
        std::string file;
    };

    void add(Fact fact, std::uint32_t item, std::string file) {
        amendments_.push_back({fact, item, std::move(file)});
    }

    /// The file that says it; nullptr where the thing's own does.
    [[nodiscard]] const std::string* find(Fact fact, std::uint32_t item = 0) const;

    /// In the order in which the files were read.
    [[nodiscard]] const std::vector<Amendment>& all() const { return amendments_; }

private:
    std::vector<Amendment> amendments_;
};

/// The file that says a fact of a level, a competence or a role.
template <class Thing>
[[nodiscard]] const std::string& said_in(const Thing& thing, Fact fact, std::uint32_t item = 0) {
    const std::string* file = thing.amended.find(fact, item);
    return file != nullptr ? *file : thing.from;
}

}  // namespace hcf
