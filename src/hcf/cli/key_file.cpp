// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/key_file.h"

#include "hcf/base/text.h"
#include "hcf/cli/messages.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace hcf::cli {
namespace {

constexpr std::size_t kLeastBytes = 16;
constexpr std::size_t kMostBytes = 4096;
constexpr std::string_view kHelp =
    "make one with: openssl rand -hex 32; keep it where only you can read it";

/// What looks like a key, and is none that anybody meant to make.
std::string_view fault_of(std::string_view key) {
    if (key.substr(0, 3) == "\xEF\xBB\xBF")
        return "it begins with a byte order mark, which other tools would take for a part of the "
               "key";
    if (key.find_first_not_of(" \t\r\n") == std::string_view::npos) return "it holds only spaces";
    return {};
}

Result<std::string> read_key(Environment& environment, const std::string& path) {
    auto source = environment.files.open(path);
    if (!source) return tl::unexpected(source.error());
    std::string key;
    std::array<char, 1024> buffer = {};
    for (;;) {
        const auto count = (*source)->read(buffer);
        if (!count) return tl::unexpected(count.error());
        if (*count == 0) break;
        key.append(buffer.data(), *count);
        if (key.size() > kMostBytes)
            return fail(fmt::format("the file holds more than {} bytes", kMostBytes));
    }
    // What an editor or `echo` puts at the end is no part of it.
    if (!key.empty() && key.back() == '\n') key.pop_back();
    if (!key.empty() && key.back() == '\r') key.pop_back();
    if (key.size() < kLeastBytes) {
        return fail(
            fmt::format("a key has at least {} bytes, this one has {}", kLeastBytes, key.size()),
            std::string(kHelp));
    }
    const std::string_view fault = fault_of(key);
    if (!fault.empty()) return fail(std::string(fault), std::string(kHelp));
    return key;
}

}  // namespace

std::optional<Pseudonyms> read_pseudonym_key(Environment& environment, const std::string& path) {
    auto key = read_key(environment, path);
    if (key) return Pseudonyms(std::move(*key));
    say_error(
        environment,
        fmt::format("--pseudonym-key: cannot use {}: {}", in_quotes(path), key.error().message),
        key.error().help);
    return std::nullopt;
}

}  // namespace hcf::cli
