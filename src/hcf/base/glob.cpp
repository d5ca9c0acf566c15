// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/glob.h"

#include "hcf/base/text.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace hcf {
namespace {

/// The offsets in a path up to which the pattern so far can reach; one more than it has bytes.
using Reach = std::vector<bool>;

Reach after_folders(const Reach& from, std::string_view path) {
    Reach to = from;
    bool any = false;
    for (std::size_t at = 0; at < path.size(); ++at) {
        any = any || from[at];
        if (any && path[at] == '/') to[at + 1] = true;
    }
    return to;
}

Reach after_any(const Reach& from, std::string_view path, bool may_cross) {
    Reach to = from;
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (to[at] && (may_cross || path[at] != '/')) to[at + 1] = true;
    }
    return to;
}

Reach after_one(const Reach& from, std::string_view path) {
    Reach to(from.size());
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (!from[at] || path[at] == '/') continue;
        std::size_t end = at;
        (void)next_code_point(path, end);
        to[end] = true;
    }
    return to;
}

Reach after_byte(const Reach& from, std::string_view path, char byte) {
    Reach to(from.size());
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (from[at] && path[at] == byte) to[at + 1] = true;
    }
    return to;
}

/// Matches one character against the list that begins behind `[` at `at`, which is moved behind
/// `]`. Nothing where the list is not closed: then `[` is a character like any other.
std::optional<bool> matches_list(std::string_view pattern, std::size_t& at, char32_t character) {
    std::size_t here = at;
    const bool is_negated = here < pattern.size() && (pattern[here] == '!' || pattern[here] == '^');
    if (is_negated) ++here;
    bool is_listed = false;
    for (bool is_first = true; here < pattern.size(); is_first = false) {
        if (pattern[here] == ']' && !is_first) {
            at = here + 1;
            return is_listed != is_negated;
        }
        const char32_t low = next_code_point(pattern, here);
        char32_t high = low;
        if (here + 1 < pattern.size() && pattern[here] == '-' && pattern[here + 1] != ']') {
            ++here;
            high = next_code_point(pattern, here);
        }
        is_listed = is_listed || (low <= character && character <= high);
    }
    return std::nullopt;
}

/// Nothing where the list that begins behind `[` is not closed; else moves `at` behind it.
std::optional<Reach> after_list(const Reach& from, std::string_view path, std::string_view pattern,
                                std::size_t& at) {
    std::size_t behind = at + 1;
    if (!matches_list(pattern, behind, U' ')) return std::nullopt;
    Reach to(from.size());
    for (std::size_t place = 0; place < path.size(); ++place) {
        if (!from[place] || path[place] == '/') continue;
        std::size_t end = place;
        const char32_t character = next_code_point(path, end);
        std::size_t list = at + 1;
        if (*matches_list(pattern, list, character)) to[end] = true;
    }
    at = behind;
    return to;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
    Reach reach(path.size() + 1);
    reach[0] = true;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::string_view rest = pattern.substr(at);
        if (rest.substr(0, 3) == "**/") {
            reach = after_folders(reach, path);
            at += 3;
        } else if (rest.substr(0, 2) == "**") {
            reach = after_any(reach, path, true);
            at += 2;
        } else if (rest.front() == '*') {
            reach = after_any(reach, path, false);
            ++at;
        } else if (rest.front() == '?') {
            reach = after_one(reach, path);
            ++at;
        } else if (auto listed =
                       rest.front() == '[' ? after_list(reach, path, pattern, at) : std::nullopt) {
            reach = std::move(*listed);
        } else {
            reach = after_byte(reach, path, rest.front());
            ++at;
        }
    }
    return reach[path.size()];
}

}  // namespace hcf
