// SPDX-License-Identifier: Apache-2.0
// The one way in which a leaf function says that it could not make a value (style guide, section
// 6).
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace hcf {

/// Why a leaf could not make its value: lower case, no full stop; `help` says what to do instead,
/// or is empty.
struct Error {
    std::string message;
    std::string help = {};
    friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or the error that stood in its way; the caller, who knows the place, makes it a
/// diagnostic.
template <class T>
using Result = tl::expected<T, Error>;

/// An error ready to be returned from a function that gives a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string message, std::string help = {}) {
    return tl::unexpected<Error>(Error{std::move(message), std::move(help)});
}

}  // namespace hcf
