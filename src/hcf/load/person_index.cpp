// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/person_index.h"

#include <algorithm>

namespace hcf {
namespace {

constexpr std::uint64_t kOffset = 0xcbf29ce484222325U;

/// FNV-1a, then a mix: the same on every machine.
std::uint64_t hash_bytes(std::uint64_t hash, std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

std::uint64_t mix(std::uint64_t hash) {
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

}  // namespace

std::uint64_t hash_text(std::string_view text) { return mix(hash_bytes(kOffset, text)); }

std::optional<PersonPlace> PersonIndex::note_hash(std::uint64_t hash, PersonPlace place) {
    if (lists_.empty()) lists_.resize(std::size_t{1} << kListBits);
    const std::uint64_t mixed = mix(hash);
    std::vector<Entry>& list = lists_[mixed >> (64U - kListBits)];
    const auto at = std::lower_bound(
        list.begin(), list.end(), mixed,
        [](const Entry& entry, std::uint64_t wanted) { return entry.hash() < wanted; });
    if (at != list.end() && at->hash() == mixed) return at->place;
    const auto position = at - list.begin();
    // By a sixteenth, where a vector by itself would double.
    if (list.size() == list.capacity()) list.reserve(list.size() + 2 + list.size() / 16);
    list.insert(list.begin() + position, {static_cast<std::uint32_t>(mixed >> 32U),
                                          static_cast<std::uint32_t>(mixed), place});
    return std::nullopt;
}

std::optional<PersonPlace> PersonIndex::note(std::string_view person_id, PersonPlace place) {
    return note_hash(hash_bytes(kOffset, person_id), place);
}

std::optional<PersonPlace> PersonIndex::note(std::string_view person_id,
                                             std::optional<Date> assessed, PersonPlace place) {
    const std::string day = assessed ? to_string(*assessed) : std::string("never");
    const std::string_view separator("\0", 1);
    return note_hash(hash_bytes(hash_bytes(hash_bytes(kOffset, person_id), separator), day), place);
}

}  // namespace hcf
