// SPDX-License-Identifier: Apache-2.0
// Finds the same person in two documents of a run. Only a hash and a place are kept of each (style
// guide, section 2).
#pragma once

#include "hcf/base/date.h"
#include "hcf/diag/source.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

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
    [[nodiscard]] std::optional<PersonPlace> note_hash(std::uint64_t hash, PersonPlace place);

    std::unordered_map<std::uint64_t, PersonPlace> places_;
};

}  // namespace hcf
