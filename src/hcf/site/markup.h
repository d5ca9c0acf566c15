// SPDX-License-Identifier: Apache-2.0
// HTML as it is put together: markup can only come from literals of the program, so whatever a
// framework or an overlay says is text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hcf {

/// Markup that stands in the program: only a constant can become one.
class Literal {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): that a string can be written is the point
    consteval Literal(const char* text) : text_(text) {}
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

class Markup {
public:
    /// Markup of the program.
    Markup& raw(Literal markup) {
        out_ += markup.text();
        return *this;
    }

    /// Data, of which nothing is taken for markup; in elements and in quoted attributes.
    Markup& text(std::string_view data);

    /// The same, with a line break for each in the data.
    Markup& lines(std::string_view data);

    Markup& number(std::size_t value);

    /// What was put together already.
    Markup& add(const Markup& more) {
        out_ += more.out_;
        return *this;
    }

    /// A link with a text. Requires: `href` is made by the program.
    Markup& link(std::string_view href, std::string_view data);

    /// An element that holds data alone: "<p>", "</p>\n".
    Markup& element(Literal open, std::string_view data, Literal close) {
        return raw(open).text(data).raw(close);
    }

    [[nodiscard]] bool is_empty() const { return out_.empty(); }
    [[nodiscard]] const std::string& str() const { return out_; }

private:
    std::string out_;
};

}  // namespace hcf
