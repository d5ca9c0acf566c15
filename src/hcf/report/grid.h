// SPDX-License-Identifier: Apache-2.0
// Columns on a page of fixed-width letters: what the text writer sets tables and facts with.
#pragma once

#include "hcf/report/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Text that is ready to be set: invisible characters escaped, no space at either end.
struct GridCell {
    std::string text;
    Tone tone = Tone::plain;
};

/// A column of a grid.
struct GridColumn {
    Align align = Align::left;
    bool wraps = false;     ///< shrinks first where the page is too narrow
    bool hanging = false;   ///< the second and later lines of a cell are indented
    std::size_t width = 1;  ///< as `fit_columns` decides
};

using GridRow = std::vector<GridCell>;

/// Gives every column its width: that of its widest cell, or less where the page is too narrow and
/// a column wraps. Then the rows fit the page, unless it has not even a few letters for each
/// column. Requires: as many cells in each row as there are columns.
void fit_columns(std::vector<GridColumn>& columns, const std::vector<GridRow>& rows,
                 std::size_t page_width);

/// Appends a row as lines without trailing spaces, with two spaces between columns.
void append_row(std::string& out, const std::vector<GridColumn>& columns, const GridRow& row,
                bool colour);

/// Appends a line of dashes under each column.
void append_rule(std::string& out, const std::vector<GridColumn>& columns);

/// Appends text in the colour of its tone, where there are colours.
void append_toned(std::string& out, std::string_view text, Tone tone, bool colour);

}  // namespace hcf
