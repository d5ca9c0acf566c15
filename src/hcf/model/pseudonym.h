// SPDX-License-Identifier: Apache-2.0
// People without their names: what tells who somebody is becomes a keyed digest, the same under the
// same key, and what anybody may have written freely is left out (ADR 0017).
#pragma once

#include "hcf/model/assessment.h"

#include <string>
#include <string_view>

namespace hcf {

/// Replaces what names people. Whoever has the key can make the pseudonym of an id again; nobody
/// else can find out more than that two are the same.
class Pseudonyms {
public:
    explicit Pseudonyms(std::string key) : key_(std::move(key)) {}

    /// "p-" and the first 24 hexadecimal digits of the HMAC-SHA-256 of "p-" and the id.
    [[nodiscard]] std::string of_person(std::string_view id) const { return make("p-", id); }

    /// "f-..." of a path, which may hold a name as well.
    [[nodiscard]] std::string of_file(std::string_view path) const { return make("f-", path); }

    /// Tells keys apart without telling anything else of them.
    [[nodiscard]] std::string fingerprint() const;

    /// The assessment without a name: the ids of the person and, as "n-...", of assessors and
    /// supervisors replaced, the file too, and all free text left out. No figure changes.
    [[nodiscard]] Assessment hide(Assessment assessment) const;

private:
    [[nodiscard]] std::string make(std::string_view prefix, std::string_view text) const;
    void hide_name(std::string& name) const;
    void hide_rating(Rating& rating) const;

    std::string key_;
};

}  // namespace hcf
