// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/write_svg.h"

#include "hcf/report/svg.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace {

using hcf::Mark;
using hcf::Picture;

Picture picture_of(hcf::PictureShape shape) {
    Picture picture;
    picture.title = "A picture";
    picture.text = "What it shows.";
    picture.shape = std::move(shape);
    return picture;
}

std::string svg_of(const Picture& picture) {
    std::string out;
    std::size_t number = 0;
    hcf::append_svg(out, picture, number);
    return out;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

hcf::Date day_of(int year, int month, int day) { return *hcf::make_date(year, month, day); }

}  // namespace

TEST_CASE("numbers of a drawing have one decimal at most, and no minus without a value") {
    CHECK(hcf::svg::tenths(0) == "0");
    CHECK(hcf::svg::tenths(-0.04) == "0");
    CHECK(hcf::svg::tenths(-0.06) == "-0.1");
    CHECK(hcf::svg::tenths(12.34) == "12.3");
    CHECK(hcf::svg::tenths(12.96) == "13");
    CHECK(hcf::svg::tenths(-3.5) == "-3.5");
}

TEST_CASE("labels are cut where they have no room, by columns and between characters") {
    CHECK(hcf::svg::elide("Hand hygiene", 12) == "Hand hygiene");
    CHECK(hcf::svg::elide("Hand hygiene", 11) == "Hand hygie…");
    CHECK(hcf::svg::elide("Hand hygiene", 6) == "Hand…");
    CHECK(hcf::svg::elide("日本語の名前", 7) == "日本語…");
    CHECK(hcf::svg::elide("a\nb", 9) == "a b");
    CHECK(hcf::svg::elide("", 9).empty());
    const auto lines = hcf::svg::two_lines("Registered Nurse in the care of adults at home", 20);
    CHECK(lines[0] == "Registered Nurse in");
    CHECK(lines[1] == "the care of adults…");
    CHECK(hcf::svg::two_lines("Nurse", 20)[1].empty());
}

TEST_CASE("a picture has a name and words, and ids of its own on the page") {
    const Picture picture = picture_of(hcf::Ladder{{{"Supportive", true, false}}});
    std::string out;
    std::size_t number = 0;
    hcf::append_svg(out, picture, number);
    hcf::append_svg(out, picture, number);
    CHECK(number == 2);
    for (const char* id : {"1", "2"}) {
        const std::string i = id;
        CHECK(count(out, "<svg role=\"img\" aria-labelledby=\"p" + i + "t p" + i + "d\"") == 1);
        CHECK(count(out, "<title id=\"p" + i + "t\">A picture</title>") == 1);
        CHECK(count(out, "<desc id=\"p" + i + "d\">What it shows.</desc>") == 1);
    }
}

TEST_CASE("text of a file is text in a picture, too") {
    const std::string bad = "\"><script>alert(1)</script>' & \xE2\x80\xAE";
    hcf::HeatMap map;
    map.rows_are = bad;
    map.columns = {bad};
    map.rows = {{bad, {{"M", Mark::met}}}};
    const hcf::Date day = day_of(2026, 11, 22);
    const std::vector<hcf::PictureShape> shapes = {
        hcf::Ring{bad, bad, {{bad, {1, 1, 1, 1}}}},
        hcf::Ladder{{{bad, true, true}}},
        map,
        hcf::Curve{{bad, bad}, {{day, {hcf::Ratio{1, 2}, hcf::Ratio{1, 2}}}}},
        hcf::Timeline{day, {{day, bad, Mark::met}}},
        hcf::Supply{{{bad, 2, 1, 1}}},
        hcf::LevelMap{{bad}, {{bad, 0}, {bad, 0}}, {{0, 1, 60}}},
        hcf::Way{{{bad, bad}, {bad, bad}}}};
    for (const hcf::PictureShape& shape : shapes) {
        Picture picture = picture_of(shape);
        picture.title = bad;
        picture.text = bad;
        picture.key = {{Mark::met, bad}};
        const std::string out = svg_of(picture);
        CAPTURE(out);
        CHECK(count(out, "<script") == 0);
        CHECK(count(out, "\xE2\x80\xAE") == 0);
        CHECK(count(out, "&lt;script&gt;") >= 3);
        CHECK(out.find("\">'") == std::string::npos);
        CHECK(count(out, "<svg") == count(out, "</svg>"));
        CHECK(svg_of(picture) == out);
    }
}

TEST_CASE("a ring has a piece for each that is counted, with the letter of its mark") {
    const std::string out = svg_of(picture_of(hcf::Ring{
        "57 %", "ready", {{"One", {3, 1, 0, 0}}, {"Nothing", {}}, {"Three", {1, 0, 2, 1}}}}));
    CHECK(count(out, "<path") == 8);
    CHECK(count(out, "class=\"met\"") == 4);
    CHECK(count(out, "class=\"planned\"") == 1);
    CHECK(count(out, "class=\"gap\"") == 2);
    CHECK(count(out, "class=\"aside\"") == 1);
    CHECK(count(out, ">M</text>") == 4);
    CHECK(count(out, ">G</text>") == 2);
    // The groups keep the numbers of the table, of which one has nothing to draw.
    CHECK(count(out, ">1</text>") == 1);
    CHECK(count(out, ">2</text>") == 0);
    CHECK(count(out, ">3</text>") == 1);
    CHECK(count(out, ">57 %</text>") == 1);
}

TEST_CASE("one piece alone is nearly a whole ring, and many alike are one piece") {
    const std::string one =
        svg_of(picture_of(hcf::Ring{"100 %", "ready", {{"All", {1, 0, 0, 0}}}}));
    CHECK(count(one, "<path") == 1);
    CHECK(count(one, "A144 144 0 1 1") == 1);
    const std::string many =
        svg_of(picture_of(hcf::Ring{"50 %", "ready", {{"All", {500, 0, 500, 0}}}}));
    CHECK(count(many, "<path") == 2);
    const std::string none = svg_of(picture_of(hcf::Ring{"n/a", "ready", {{"None", {}}}}));
    CHECK(count(none, "<path") == 0);
    CHECK(count(none, ">n/a</text>") == 1);
}

TEST_CASE("a heat map has a cell and a letter for each, and nothing for what is not asked") {
    hcf::HeatMap map;
    map.rows_are = "people";
    map.columns = {"Hand hygiene", "Safeguarding", "Leading"};
    map.rows = {{"Zoë", {{"M", Mark::met}, {"X", Mark::gap}, {}}},
                {"Ann", {{"M", Mark::met}, {"M", Mark::met}, {"-", Mark::aside}}}};
    const std::string out = svg_of(picture_of(map));
    CHECK(count(out, "class=\"met\"") == 1);  // one path for all of a mark
    CHECK(count(out, "v17h") == 5);
    CHECK(count(out, ">MM</text>") == 1);
    CHECK(count(out, ">X</text>") == 1);
    CHECK(count(out, "class=\"planned\"") == 0);
    CHECK(count(out, "tabindex=\"0\"") == 1);
    CHECK(count(out, "aria-label=\"A picture\"") == 1);
}

TEST_CASE("many rows come in pieces of one length, each with the names of the columns") {
    hcf::HeatMap map;
    map.rows_are = "people";
    map.columns = {"Hand hygiene"};
    map.rows.assign(81, {"Somebody", {{"M", Mark::met}}});
    const std::string out = svg_of(picture_of(map));
    CHECK(count(out, "<svg role=\"img\"") == 3);
    CHECK(count(out, ">Hand hygiene</text>") == 3);
    CHECK(count(out, "A picture: people 1 to 27 of 81</title>") == 1);
    CHECK(count(out, "A picture: people 55 to 81 of 81</title>") == 1);
    CHECK(count(out, ">Somebody</text>") == 81);
}

TEST_CASE("a curve is broken where there is no share") {
    const std::string out =
        svg_of(picture_of(hcf::Curve{{"Ready"},
                                     {{day_of(2024, 1, 1), {hcf::Ratio{1, 4}}},
                                      {day_of(2025, 1, 1), {std::nullopt}},
                                      {day_of(2026, 1, 1), {hcf::Ratio{3, 4}}},
                                      {day_of(2026, 6, 1), {hcf::Ratio{1, 1}}}}}));
    CHECK(count(out, "<circle") == 4);  // three points and the key
    const std::size_t path = out.find(" class=\"line1\"");
    REQUIRE(path != std::string::npos);
    const std::size_t begin = out.rfind("<path", path);
    CHECK(count(std::string_view(out).substr(begin, path - begin), "M") == 2);
    CHECK(count(out, ">25 %</text>") == 2);  // of the scale, and at the point
}

TEST_CASE("a timeline tells its days, and how many it has no room for") {
    hcf::Timeline timeline{day_of(2026, 11, 22), {}};
    for (int i = 0; i < 45; ++i)
        timeline.events.push_back({timeline.today + hcf::Period{0, 0, i}, "Something", Mark::met});
    const std::string out = svg_of(picture_of(timeline));
    CHECK(count(out, ">Something</text>") == 40);
    CHECK(count(out, ">and 5 more, in the table</text>") == 1);
    CHECK(count(out, "<circle") == 40);
    // As far as dates go, the line still ends.
    const std::string far = svg_of(picture_of(
        hcf::Timeline{day_of(1, 1, 1), {{day_of(9999, 12, 31), "The end", Mark::planned}}}));
    CHECK(count(far, ">9999-12-31</text>") == 1);
    CHECK(count(far, "class=\"grid\"") <= 9);
}

TEST_CASE("seats are boxes, and a bar where they are too many to count") {
    const std::string few = svg_of(picture_of(hcf::Supply{{{"nurse", 3, 2, 5}}}));
    CHECK(count(few, "<rect") == 3);
    CHECK(count(few, "class=\"met\"") == 2);
    CHECK(count(few, "class=\"gap\"") == 1);
    CHECK(count(few, ">2 of 3</text>") == 1);
    const std::string many = svg_of(picture_of(hcf::Supply{{{"nurse", 400, 100, 100}}}));
    CHECK(count(many, "<rect") == 2);
}

TEST_CASE("formats of letters know nothing of pictures") {
    CHECK(hcf::is_wordless(hcf::Block(picture_of(hcf::Ladder{{{"One"}}}))));
    CHECK_FALSE(hcf::is_empty(hcf::Block(picture_of(hcf::Ladder{{{"One"}}}))));
    CHECK(hcf::is_empty(hcf::Block(Picture{})));
    CHECK_FALSE(hcf::is_wordless(hcf::Block(hcf::Heading{1, "A"})));
}
