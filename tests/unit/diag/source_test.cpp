// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/source.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hcf::Position;

/// The place of every byte, and of the end, by counting from the beginning each time.
std::vector<Position> counted_positions(std::string_view text) {
    std::vector<Position> positions;
    for (std::size_t end = 0; end <= text.size(); ++end) {
        Position position;
        for (std::size_t at = 0; at < end; ++at) {
            const bool crlf = text.substr(at, 2) == "\r\n";
            if (text[at] == '\n' || (text[at] == '\r' && !crlf)) {
                ++position.line;
                position.column = 1;
            } else if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {
                ++position.column;
            }
        }
        positions.push_back(position);
    }
    return positions;
}

std::string_view line_text(const hcf::Source& source, std::uint32_t offset) {
    return hcf::line_at(source, offset).text;
}

}  // namespace

TEST_SUITE("diag") {
    TEST_CASE("lines and columns begin at 1, and columns count code points") {
        const hcf::Source source = {.file = "a", .text = "é日\xF0\x9F\x98\x80x\nb\n"};
        CHECK(hcf::locate(source, 0) == Position{1, 1});
        CHECK(hcf::locate(source, 2) == Position{1, 2});
        CHECK(hcf::locate(source, 5) == Position{1, 3});
        CHECK(hcf::locate(source, 9) == Position{1, 4});
        CHECK(hcf::locate(source, 10) == Position{1, 5});
        CHECK(hcf::locate(source, 11) == Position{2, 1});
        CHECK(hcf::locate(source, 13) == Position{3, 1});
    }

    TEST_CASE("a place past the end is held to the end") {
        const hcf::Source source = {.file = "a", .text = "ab\nc"};
        CHECK(hcf::locate(source, 99) == Position{2, 2});
        CHECK(hcf::locate({.file = "a", .text = ""}, 5) == Position{1, 1});
    }

    TEST_CASE("a line ends at LF, CR LF or a lone CR") {
        const hcf::Source source = {.file = "a", .text = "a\r\nb\rc\n\rd"};
        CHECK(hcf::locate(source, 3) == Position{2, 1});
        CHECK(hcf::locate(source, 5) == Position{3, 1});
        CHECK(hcf::locate(source, 7) == Position{4, 1});
        CHECK(hcf::locate(source, 8) == Position{5, 1});
        CHECK(line_text(source, 0) == "a");
        CHECK(line_text(source, 1) == "a");
        CHECK(line_text(source, 2) == "a");
        CHECK(line_text(source, 3) == "b");
        CHECK(line_text(source, 5) == "c");
        CHECK(line_text(source, 7).empty());
        CHECK(line_text(source, 8) == "d");
        CHECK(hcf::line_at(source, 9).begin == 8);
    }

    TEST_CASE("a part of a stream counts from its first line") {
        const hcf::Source source = {.file = "-", .text = "a\nb", .first_line = 100, .document = 7};
        CHECK(hcf::locate(source, 0) == Position{100, 1});
        CHECK(hcf::locate(source, 2) == Position{101, 1});
    }

    TEST_CASE("a set gives back what was added, and begins anew when cleared") {
        hcf::SourceSet sources;
        const hcf::SourceId first = sources.add({.file = "a", .text = "x"});
        const hcf::SourceId second = sources.add({.file = "b", .text = "y"});
        CHECK(sources.at(first).file == "a");
        CHECK(sources.at(second).text == "y");
        sources.clear();
        CHECK(sources.add({.file = "c", .text = "z"}) == first);
        CHECK(sources.at(first).file == "c");
    }

    TEST_CASE("places in a long text are those that counting gives") {
        // Lines of all kinds, so that landmarks fall into characters and between CR and LF.
        std::string text;
        for (std::size_t i = 0; text.size() < 6 * hcf::kLandmarkBytes; ++i) {
            text += std::string(i % 7, 'a') + "é日";
            text += i % 5 == 0 ? "\r\n" : i % 5 == 1 ? "\r" : i % 5 == 2 ? "\n" : "";
        }
        hcf::SourceSet sources;
        const hcf::Source& source = sources.at(sources.add({.file = "a", .text = text}));
        CHECK_FALSE(source.landmarks.empty());
        const std::vector<Position> expected = [&text] {
            // Counting from the beginning for every byte would take a while: from line to line.
            std::vector<Position> positions;
            std::uint32_t line = 1;
            std::size_t begin = 0;
            while (begin < text.size()) {
                std::size_t end = begin;
                while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
                end = std::min(text.size(), end + (text.compare(end, 2, "\r\n") == 0 ? 2U : 1U));
                for (const Position place : counted_positions(text.substr(begin, end - begin))) {
                    if (place.line == 1) positions.push_back({line, place.column});
                }
                ++line;
                begin = end;
            }
            return positions;
        }();
        bool all = true;
        for (std::uint32_t at = 0; at < text.size(); ++at) {
            all = all && hcf::locate(source, at) == expected[at];
        }
        CHECK(all);
    }

    TEST_CASE("places far into one long line are found at once") {
        const std::string text(std::size_t{8} << 20, 'x');
        hcf::SourceSet sources;
        const hcf::Source& source = sources.at(sources.add({.file = "a", .text = text}));
        bool all = true;
        for (std::uint32_t i = 0; i < 10000; ++i) {
            const auto at = static_cast<std::uint32_t>(text.size()) - 7 * i;
            all = all && hcf::locate(source, at) == Position{1, at + 1};
        }
        CHECK(all);
    }
}
