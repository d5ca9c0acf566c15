// SPDX-License-Identifier: Apache-2.0
// Bytes as printable text, RFC 4648 with padding: for what JSON has to carry. libsodium does the
// work (ADR 0006).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hcf {

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// The bytes; nothing where the text is not exactly what `to_base64` makes of some.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace hcf
