// SPDX-License-Identifier: Apache-2.0
// A hash that is the same on every machine and in every version: for fingerprints that other
// programs keep. It is no secret-keeper: what must not be guessed has to be left out before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hcf {

/// FNV-1a over all bytes that were added, mixed once more when it is asked for.
class StableHash {
public:
    void add(char byte) { state_ = (state_ ^ static_cast<unsigned char>(byte)) * kPrime; }

    void add(std::string_view bytes) {
        for (const char byte : bytes) add(byte);
    }

    /// A text and an end mark, so that "ab", "c" and "a", "bc" differ.
    void add_field(std::string_view bytes) {
        add(bytes);
        add('\0');
    }

    [[nodiscard]] std::uint64_t value() const {
        std::uint64_t hash = state_;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
        return hash ^ (hash >> 31);
    }

private:
    static constexpr std::uint64_t kPrime = 0x100000001b3U;
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

/// Sixteen lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(std::uint64_t value);

}  // namespace hcf
