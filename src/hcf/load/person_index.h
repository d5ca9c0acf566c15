// SPDX-License-Identifier: Apache-2.0
// Finds the same person in two documents of a run. Only a hash and a place are kept of each (style
// guide, section 2), in less than 24 bytes a person, growth included: the one thing of a run over a
// whole workforce that grows with it.
#pragma once

#include "hcf/base/date.h"
#include "hcf/diag/source.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hcf {

/// Where a person was first read.
struct PersonPlace {
    std::uint32_t file = 0;  ///< a number of the caller's
    Position at;
};

/// A hash that is the same on every machine, well mixed; of a different text, as good as never the
/// same.
[[nodiscard]] std::uint64_t hash_text(std::string_view text);

class PersonIndex {
public:
    /// Notes a person; where they were noted before, gives that place. With `assessed`, the same
    /// person on another day is somebody else (`validate`, spec 4).
    [[nodiscard]] std::optional<PersonPlace> note(std::string_view person_id, PersonPlace place);
    [[nodiscard]] std::optional<PersonPlace> note(std::string_view person_id,
                                                  std::optional<Date> assessed, PersonPlace place);

private:
    /// Twenty bytes: a 64-bit member would make it 24.
    struct Entry {
        std::uint32_t hash_high = 0;
        std::uint32_t hash_low = 0;
        PersonPlace place;

        [[nodiscard]] std::uint64_t hash() const {
            return (std::uint64_t{hash_high} << 32U) | hash_low;
        }
    };
    static_assert(sizeof(Entry) == 20);

    /// By the first bits of the hash, so that a list is short: a new entry moves few others, and a
    /// list that grows is the only one for that moment in memory twice.
    static constexpr unsigned kListBits = 12;

    [[nodiscard]] std::optional<PersonPlace> note_hash(std::uint64_t hash, PersonPlace place);

    std::vector<std::vector<Entry>> lists_;  ///< each sorted by hash; none before the first person
};

}  // namespace hcf
