// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/glob.h"

#include "hcf/base/text.h"

#include <cstddef>
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
        } else {
            reach = after_byte(reach, path, rest.front());
            ++at;
        }
    }
    return reach[path.size()];
}

}  // namespace hcf
