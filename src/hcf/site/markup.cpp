// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/markup.h"

#include "hcf/report/html_text.h"

namespace hcf {

Markup& Markup::text(std::string_view data) {
    append_html_text(out_, data);
    return *this;
}

Markup& Markup::lines(std::string_view data) {
    append_html_lines(out_, data);
    return *this;
}

Markup& Markup::number(std::size_t value) {
    out_ += std::to_string(value);
    return *this;
}

Markup& Markup::link(std::string_view href, std::string_view data) {
    return raw("<a href=\"").text(href).raw("\">").text(data).raw("</a>");
}

}  // namespace hcf
