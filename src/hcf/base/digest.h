// SPDX-License-Identifier: Apache-2.0
// Digests for people to compare and keep: of what was read (SHA-256, as `sha256sum` prints it) and,
// under a key, of what has to stay secret (HMAC-SHA-256). libsodium does the work (ADR 0006).
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace hcf {

using Digest = std::array<unsigned char, 32>;

/// SHA-256 over all bytes that were added, in order.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);

    /// The digest of what was added. Requires: nothing is added afterwards.
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// HMAC-SHA-256 of a text. A key may have any length; whether it is long enough to keep a secret is
/// for the caller to say.
[[nodiscard]] Digest keyed_digest(std::string_view key, std::string_view text);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(const Digest& digest);

}  // namespace hcf
