// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/person_index.h"

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
    const auto [known, is_new] = places_.try_emplace(mix(hash), place);
    if (is_new) return std::nullopt;
    return known->second;
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
