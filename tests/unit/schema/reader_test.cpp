// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/reader.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using hcf::Given;
using hcf::key;
using hcf::MappingSpec;
using hcf::Presence;
using hcf::tests::Parsed;

/// A part of a parcel, which may be its label alone.
struct ParcelPart {
    hcf::SourceSpan at;
    Given<hcf::FreeText> label;
    Given<hcf::Decimal> weight;
    static constexpr std::string_view kWording = "a label, or a mapping (label, weight)";
    static constexpr const hcf::TypeSpec* kShort = &hcf::Leaf<hcf::FreeText>::kSpec;

    static const MappingSpec& mapping() {
        static constexpr hcf::KeySpec kKeys[] = {
            key<&ParcelPart::label>("label", "what it is called", Presence::required),
            key<&ParcelPart::weight>("weight", "in kilograms"),
        };
        static constexpr MappingSpec kSpec = {"part", kKeys};
        return kSpec;
    }

    bool read_short(hcf::Reader& reader, hcf::yaml::NodeRef node) {
        const auto text = hcf::Leaf<hcf::FreeText>::read(reader, node);
        if (text) label = hcf::Located<hcf::FreeText>{*text, node.span()};
        return text.has_value();
    }
};

/// An entry of a mapping whose keys are the user's; a short form only.
struct ParcelMark {
    hcf::SourceSpan at;
    hcf::Located<std::string_view> name;
    Given<hcf::LevelName> level;
    [[maybe_unused]] static constexpr std::string_view kWording = "a level of practice";
    static constexpr const hcf::TypeSpec* kShort = &hcf::Leaf<hcf::LevelName>::kSpec;

    bool read_short(hcf::Reader& reader, hcf::yaml::NodeRef node) {
        const auto text = hcf::Leaf<hcf::LevelName>::read(reader, node);
        if (text) level = hcf::Located<hcf::LevelName>{*text, node.span()};
        return text.has_value();
    }
};

struct ParcelSender {
    hcf::SourceSpan at;
    std::uint64_t seen_keys = 0;
    Given<hcf::IdText> id;
    Given<hcf::FreeText> street;
    static constexpr std::string_view kWording = "a mapping (id, street)";

    static const MappingSpec& mapping() {
        static constexpr hcf::KeySpec kKeys[] = {
            key<&ParcelSender::id>("id", "the sender's id", Presence::required),
            key<&ParcelSender::street>("street", "where they live", Presence::required),
        };
        static constexpr MappingSpec kSpec = {"sender", kKeys};
        return kSpec;
    }
};

/// A document with a key of every shape.
struct Parcel {
    Given<hcf::IdText> id;
    Given<hcf::FreeText> note;
    Given<hcf::Date> sent;
    Given<hcf::Period> keeps;
    Given<bool> fragile;
    Given<hcf::Decimal> cost;
    Given<hcf::Basis> basis;
    Given<hcf::CrosswalkText> link;
    std::vector<hcf::Located<hcf::FreeText>> names;
    std::vector<ParcelPart> parts;
    std::optional<ParcelSender> sender;
    std::optional<hcf::Entries<ParcelMark>> marks;

    static const MappingSpec& mapping() {
        static constexpr hcf::KeySpec kKeys[] = {
            key<&Parcel::id>("id", "its id", Presence::required),
            key<&Parcel::note>("note", "a remark"),
            key<&Parcel::sent>("sent", "the day it went"),
            key<&Parcel::keeps>("keeps", "how long it lasts"),
            key<&Parcel::fragile>("fragile", "whether it breaks"),
            key<&Parcel::cost>("cost", "what it costs"),
            key<&Parcel::basis>("basis", "who says so"),
            key<&Parcel::link>("link", "the same elsewhere"),
            key<&Parcel::names>("names", "what it is called"),
            key<&Parcel::parts>("parts", "what is in it"),
            key<&Parcel::sender>("sender", "who sends it"),
            key<&Parcel::marks>("marks", "levels by mark"),
        };
        static constexpr MappingSpec kSpec = {"parcel", kKeys};
        return kSpec;
    }
};

/// A parcel that has been read, with what was told of it.
struct ReadParcel {
    explicit ReadParcel(std::string_view text) : parsed(text) {
        REQUIRE(parsed.is_whole);
        hcf::Reader reader(parsed.diags);
        seen = reader
                   .read_mapping(parsed.root(), hcf::item_anchor(parsed.root()), Parcel::mapping(),
                                 &parcel)
                   .seen;
        told = parsed.told();
    }

    [[nodiscard]] bool saw(std::string_view name) const {
        return hcf::was_seen(Parcel::mapping(), seen, name);
    }

    Parsed parsed;
    Parcel parcel;
    std::uint64_t seen = 0;
    std::string told;
};

/// What is told of a parcel with an id on line 1, and this on line 2.
std::string parcel_told(std::string_view second_line) {
    return ReadParcel("id: p-1\n" + std::string(second_line) + "\n").told;
}

}  // namespace

TEST_CASE("a mapping is read by its table, each key in its own way") {
    const ReadParcel read(
        "id: p-1\n"
        "note: 'Handle: with care'\n"
        "sent: 2026-02-28\n"
        "keeps: P1Y6M\n"
        "fragile: true\n"
        "cost: 12.50\n"
        "basis: assessor\n"
        "link: other/p-1\n"
        "names: [one, \"two\"]\n"
        "parts:\n"
        "  - nails\n"
        "  - {label: screws, weight: 2}\n"
        "sender: {id: s-1, street: High Street}\n"
        "marks: {red: enhanced}\n");
    CHECK(read.told == "");
    const Parcel& parcel = read.parcel;
    CHECK(parcel.id->value.text == "p-1");
    CHECK(parcel.note->value.text == "Handle: with care");
    CHECK(parcel.sent->value == *hcf::make_date(2026, 2, 28));
    CHECK(parcel.keeps->value == hcf::Period{1, 6, 0});
    CHECK(parcel.fragile->value);
    CHECK(parcel.cost->value.digits == 1250);
    CHECK(parcel.cost->value.places == 2);
    CHECK(parcel.basis->value == hcf::Basis::assessor);
    CHECK(parcel.link->value.text == "other/p-1");
    REQUIRE(parcel.names.size() == 2);
    CHECK(parcel.names[0].value.text == "one");
    CHECK(parcel.names[1].value.text == "two");
    REQUIRE(parcel.parts.size() == 2);
    CHECK(parcel.parts[0].label->value.text == "nails");
    CHECK_FALSE(parcel.parts[0].weight);
    CHECK(parcel.parts[1].label->value.text == "screws");
    CHECK(parcel.parts[1].weight->value.digits == 2);
    REQUIRE(parcel.sender);
    CHECK(parcel.sender->id->value.text == "s-1");
    CHECK(parcel.sender->seen_keys == 3);
    REQUIRE(parcel.marks);
    REQUIRE(parcel.marks->items.size() == 1);
    CHECK(parcel.marks->items[0].name.value == "red");
    CHECK(parcel.marks->items[0].level->value.text == "enhanced");
    for (const hcf::KeySpec& candidate : Parcel::mapping().keys) CHECK(read.saw(candidate.name));
}

TEST_CASE("a value knows where it stands, its quotes included") {
    const ReadParcel read("id: p-1\nnote: \"far\\u0020away\"\nnames:\n  - one\n");
    const auto text_at = [&](hcf::SourceSpan span) {
        return read.parsed.text.substr(span.begin, span.end - span.begin);
    };
    CHECK(text_at(read.parcel.id->span) == "p-1");
    CHECK(text_at(read.parcel.note->span) == "\"far\\u0020away\"");
    CHECK(text_at(read.parcel.names.at(0).span) == "one");
}

TEST_CASE("an unknown key suggests the nearest known one") {
    CHECK(parcel_told("fragil: true") ==
          "2:1: error: unknown key 'fragil' in parcel [unknown-key]\n"
          "  help: did you mean 'fragile'?\n");
    CHECK(parcel_told("Note: x") ==
          "2:1: error: unknown key 'Note' in parcel [unknown-key]\n"
          "  help: did you mean 'note'?\n");
}

TEST_CASE("a required key that was misspelt is told as misspelt, and not as missing, too") {
    CHECK(ReadParcel("idd: p-1\nnote: x\n").told ==
          "1:1: error: unknown key 'idd' in parcel [unknown-key]\n"
          "  help: did you mean 'id'?\n");
}

TEST_CASE("an unknown key that is near to none is told how keys of one's own begin") {
    CHECK(parcel_told("colour: red") ==
          "2:1: error: unknown key 'colour' in parcel [unknown-key]\n"
          "  help: keys of your own begin with 'x-'\n");
    CHECK(parcel_told("x_colour: red") ==
          "2:1: error: unknown key 'x_colour' in parcel [unknown-key]\n"
          "  help: keys of your own begin with 'x-'\n");
}

TEST_CASE("a key with a letter that only looks Latin is told which") {
    CHECK(parcel_told("n\u043Ete: x") ==
          "2:1: error: unknown key 'n\u043Ete' in parcel [unknown-key]\n"
          "  help: it holds U+043E (Cyrillic, looks like 'o'); did you mean 'note'?\n");
    CHECK(parcel_told("\u03B1bcdefgh: x") ==
          "2:1: error: unknown key '\u03B1bcdefgh' in parcel [unknown-key]\n"
          "  help: it holds U+03B1 (Greek, looks like 'a')\n");
}

TEST_CASE("keys that begin with x- pass untouched, whatever is in them") {
    const ReadParcel read(
        "id: p-1\n"
        "x-a:\n"
        "x-b: ~\n"
        "x-c: {note: null, id: Not An Id, x: [~, null]}\n"
        "x-: 1\n"
        "sender: {id: s-1, street: here, x-floor: null}\n"
        "marks: {x-blue: null, x-green: {a: b}, red: low}\n"
        "parts: [{label: a, x-colour: }]\n");
    CHECK(read.told == "");
    REQUIRE(read.parcel.marks);
    CHECK(read.parcel.marks->items.size() == 1);
}

TEST_CASE("a missing key is reported at the key that the mapping stands under") {
    CHECK(parcel_told("sender: {street: here}") ==
          "2:1: error: missing key 'id' in sender [missing-key]\n");
    CHECK(parcel_told("sender: {}") ==
          "2:1: error: missing key 'id' in sender [missing-key]\n"
          "2:1: error: missing key 'street' in sender [missing-key]\n");
}

TEST_CASE("a missing key of an item is reported at the item's first key, or at its bracket") {
    CHECK(parcel_told("parts:\n  - weight: 1\n  - {}") ==
          "3:5: error: missing key 'label' in part [missing-key]\n"
          "4:5: error: missing key 'label' in part [missing-key]\n");
    CHECK(ReadParcel("note: x\nfragile: true\n").told ==
          "1:1: error: missing key 'id' in parcel [missing-key]\n");
}

TEST_CASE("a key whose value cannot be used is not missing") {
    const ReadParcel read("id: Not An Id\n");
    CHECK(read.told ==
          "1:5: error: 'Not An Id' is no id in kebab-case [malformed-id]\n"
          "  help: use lower-case letters and digits in words that are joined by single hyphens\n");
    CHECK(read.saw("id"));
    CHECK_FALSE(read.saw("note"));
    CHECK_FALSE(read.parcel.id);
}

TEST_CASE("an empty value is reported at its key, however it is written") {
    for (const std::string_view empty : {"", " ~", " null", " Null", " NULL", " # nothing"}) {
        CAPTURE(empty);
        CHECK(parcel_told("note:" + std::string(empty)) ==
              "2:1: error: 'note' has no value [empty-value]\n"
              "  help: leave the key out\n");
    }
    CHECK(parcel_told("parts: ~") ==
          "2:1: error: 'parts' has no value [empty-value]\n"
          "  help: leave the key out\n");
    CHECK(ReadParcel("id:\n").told ==
          "1:1: error: 'id' has no value [empty-value]\n"
          "  help: leave the key out\n");
}

TEST_CASE("a word that only looks empty is a text") {
    for (const std::string_view text : {"'~'", "\"null\"", "nULL", "none", "nil", "~~", "nulls"}) {
        const std::string label(text);
        CAPTURE(label);
        CHECK(parcel_told("note: " + label) == "");
    }
}

TEST_CASE("a blank text is an empty value, reported where it stands") {
    for (const std::string_view blank : {"''", "\"\"", "'   '", "\"\\t\\n\""}) {
        const std::string label(blank);
        CAPTURE(label);
        CHECK(parcel_told("note: " + label) ==
              "2:7: error: empty text, expected a text [empty-value]\n"
              "  help: leave the key out where there is nothing to say\n");
    }
    CHECK(parcel_told("basis: ''") ==
          "2:8: error: empty text, expected 'self', 'supervisor' or 'assessor' [empty-value]\n"
          "  help: leave the key out where there is nothing to say\n");
}

TEST_CASE("an empty item of a list is reported where it stands, and the others are read") {
    const ReadParcel read("id: p-1\nnames: [one, ~, null, two]\nparts:\n  - null\n  - nails\n");
    CHECK(read.told ==
          "2:14: error: an item of the list is empty [empty-value]\n"
          "  help: leave the item out\n"
          "2:17: error: an item of the list is empty [empty-value]\n"
          "  help: leave the item out\n"
          "4:5: error: an item of the list is empty [empty-value]\n"
          "  help: leave the item out\n");
    CHECK(read.parcel.names.size() == 2);
    CHECK(read.parcel.parts.size() == 1);
}

TEST_CASE("an empty entry is reported at its key") {
    const ReadParcel read("id: p-1\nmarks:\n  red:\n  blue: low\n");
    CHECK(read.told ==
          "3:3: error: 'red' has no value [empty-value]\n"
          "  help: leave the key out\n");
    CHECK(read.parcel.marks->items.size() == 1);
}

TEST_CASE("a value of another sort is told what was expected and what was found") {
    CHECK(parcel_told("note: [a]") == "2:7: error: expected a text, found a list [wrong-type]\n");
    CHECK(parcel_told("note: {a: b}") ==
          "2:7: error: expected a text, found a mapping [wrong-type]\n");
    CHECK(parcel_told("sent: [2026-01-01]") ==
          "2:7: error: expected a date (YYYY-MM-DD), found a list [wrong-type]\n");
    CHECK(parcel_told("keeps: {years: 1}") ==
          "2:8: error: expected a period (PnYnMnD), found a mapping [wrong-type]\n");
    CHECK(parcel_told("names: one") == "2:8: error: expected a list, found a text [wrong-type]\n");
    CHECK(parcel_told("parts: {label: a}") ==
          "2:8: error: expected a list, found a mapping [wrong-type]\n");
    CHECK(parcel_told("parts: [[a]]") ==
          "2:9: error: expected a label, or a mapping (label, weight), found a list "
          "[wrong-type]\n");
    CHECK(parcel_told("sender: s-1") ==
          "2:9: error: expected a mapping (id, street), found a text [wrong-type]\n");
    CHECK(parcel_told("sender: []") ==
          "2:9: error: expected a mapping (id, street), found a list [wrong-type]\n");
    CHECK(parcel_told("marks: [red]") ==
          "2:8: error: expected a mapping, found a list [wrong-type]\n");
    CHECK(parcel_told("marks: {red: [low]}") ==
          "2:14: error: expected a level of practice, found a list [wrong-type]\n");
    CHECK(parcel_told("basis: [self]") ==
          "2:8: error: expected 'self', 'supervisor' or 'assessor', found a list [wrong-type]\n");
}

TEST_CASE("a short form and a long form read the same") {
    const ReadParcel read("id: p-1\nparts: [nails, {label: nails}, '~']\n");
    CHECK(read.told == "");
    REQUIRE(read.parcel.parts.size() == 3);
    CHECK(read.parcel.parts[0].label->value.text == read.parcel.parts[1].label->value.text);
    CHECK(read.parcel.parts[2].label->value.text == "~");
}

TEST_CASE("a choice is one of its words, exactly") {
    CHECK(parcel_told("basis: 'self'") == "");
    CHECK(parcel_told("basis: manager") ==
          "2:8: error: 'manager' is none of 'self', 'supervisor' or 'assessor' [unknown-word]\n");
    CHECK(parcel_told("basis: Supervisor") ==
          "2:8: error: 'Supervisor' is none of 'self', 'supervisor' or 'assessor' "
          "[unknown-word]\n"
          "  help: did you mean 'supervisor'?\n");
}

TEST_CASE("a date has one form, and is in the calendar") {
    CHECK(parcel_told("sent: '2026-02-28'") == "");
    CHECK(parcel_told("sent: 2024-02-29") == "");
    CHECK(parcel_told("sent: 2026-02-29") ==
          "2:7: error: there is no such day as '2026-02-29' [impossible-date]\n"
          "  help: February 2026 has the days 01 to 28\n");
    CHECK(parcel_told("sent: 28/02/2026") ==
          "2:7: error: '28/02/2026' is not a date in the form YYYY-MM-DD [impossible-date]\n"
          "  help: write it as '2026-02-28'\n");
    CHECK(parcel_told("sent: 2026-02-28 10:00:00") ==
          "2:7: error: '2026-02-28 10:00:00' is not a date in the form YYYY-MM-DD "
          "[impossible-date]\n"
          "  help: write it as '2026-02-28'\n");
}

TEST_CASE("a period has one form") {
    CHECK(parcel_told("keeps: P90D") == "");
    CHECK(parcel_told("keeps: 1 year") ==
          "2:8: error: '1 year' is not a period in the form PnYnMnD [malformed-period]\n"
          "  help: write it as 'P1Y'\n");
    CHECK(parcel_told("keeps: P0D") ==
          "2:8: error: 'P0D' is no length of time [malformed-period]\n"
          "  help: a period is at least one day: 'P1D'\n");
}

TEST_CASE("a boolean is true or false, and no other word") {
    CHECK(ReadParcel("id: p-1\nfragile: false\n").parcel.fragile->value == false);
    CHECK(ReadParcel("id: p-1\nfragile: true\n").parcel.fragile->value == true);
    for (const std::string_view word : {"yes", "no", "on", "True", "TRUE", "1", "y"}) {
        const std::string label(word);
        CAPTURE(label);
        CHECK(parcel_told("fragile: " + label) ==
              "2:10: error: expected true or false, found '" + label + "' [wrong-type]\n");
    }
    // A scalar is text until a key wants more (spec 2), so quotes change nothing.
    CHECK(ReadParcel("id: p-1\nfragile: 'true'\n").parcel.fragile->value);
}

TEST_CASE("a number is a decimal without a sign") {
    for (const std::string_view number : {"0", "0.9", "260.00", "'6'", "999999999999.999999"}) {
        const std::string label(number);
        CAPTURE(label);
        CHECK(parcel_told("cost: " + label) == "");
    }
    for (const std::string_view number :
         {"+1", "1e3", ".5", "1.", "1,5", "0x10", "1_000", "1.0000001", "9999999999999"}) {
        const std::string label(number);
        CAPTURE(label);
        CHECK(parcel_told("cost: " + label) ==
              "2:7: error: expected a number, found '" + label +
                  "' [wrong-type]\n"
                  "  help: digits, with at most one point and at most six digits behind it\n");
    }
    CHECK(parcel_told("cost: -1") == "2:7: error: -1 is less than 0 [number-out-of-range]\n");
    CHECK(parcel_told("cost: -x") ==
          "2:7: error: expected a number, found '-x' [wrong-type]\n"
          "  help: digits, with at most one point and at most six digits behind it\n");
}

TEST_CASE("an id is in kebab-case") {
    for (const std::string_view id : {"a", "a-1", "4", "north-2-west"}) {
        const std::string text(id);
        CAPTURE(text);
        CHECK(ReadParcel("id: " + text + "\n").told == "");
    }
    for (const std::string_view id : {"A", "a_b", "a b", "-a", "a-", "a--b", "\u00E9t\u00E9"}) {
        const std::string text(id);
        CAPTURE(text);
        CHECK(ReadParcel("id: " + text + "\n").told ==
              "1:5: error: '" + text +
                  "' is no id in kebab-case [malformed-id]\n"
                  "  help: use lower-case letters and digits in words that are joined by single "
                  "hyphens\n");
    }
}

TEST_CASE("an id with a letter that only looks Latin is told which") {
    CHECK(ReadParcel("id: p\u0430rcel\n").told ==
          "1:5: error: the id 'p\u0430rcel' holds U+0430 (Cyrillic, looks like 'a') among Latin "
          "letters [look-alike-letters]\n"
          "  help: write it with Latin letters\n");
}

TEST_CASE("a link names a framework or overlay and a competence") {
    CHECK(parcel_told("link: clinical-homecare/hand-hygiene") == "");
    for (const std::string_view link : {"hand-hygiene", "a/", "/b", "a/b/c", "A/b", "a / b"}) {
        const std::string text(link);
        CAPTURE(text);
        CHECK(parcel_told("link: " + text) ==
              "2:7: error: '" + text +
                  "' is no link to a competence [malformed-id]\n"
                  "  help: write the framework's or overlay's id, a slash and the competence's "
                  "id\n");
    }
}

TEST_CASE("everything that is wrong is told, not only the first") {
    CHECK(ReadParcel("not: here\n"
                     "id: p-1\n"
                     "fragile: maybe\n"
                     "sent: never\n"
                     "parts: [{}, ~, [a]]\n"
                     "sender: {id: S, street: }\n")
              .told ==
          "1:1: error: unknown key 'not' in parcel [unknown-key]\n"
          "  help: did you mean 'note'?\n"
          "3:10: error: expected true or false, found 'maybe' [wrong-type]\n"
          "4:7: error: 'never' is not a date in the form YYYY-MM-DD [impossible-date]\n"
          "  help: write it as YYYY-MM-DD, such as '2026-09-01'\n"
          "5:9: error: missing key 'label' in part [missing-key]\n"
          "5:13: error: an item of the list is empty [empty-value]\n"
          "  help: leave the item out\n"
          "5:16: error: expected a label, or a mapping (label, weight), found a list "
          "[wrong-type]\n"
          "6:14: error: 'S' is no id in kebab-case [malformed-id]\n"
          "  help: use lower-case letters and digits in words that are joined by single hyphens\n"
          "6:17: error: 'street' has no value [empty-value]\n"
          "  help: leave the key out\n");
}

TEST_CASE("of a key that stands twice the first one counts, and nothing more is told of it") {
    Parsed parsed("id: p-1\nnote: first\nnote: second\nnote:\n");
    Parcel parcel;
    const std::string before = parsed.told();
    hcf::Reader reader(parsed.diags);
    const auto seen = reader
                          .read_mapping(parsed.root(), hcf::item_anchor(parsed.root()),
                                        Parcel::mapping(), &parcel)
                          .seen;
    CHECK(parsed.told() == before);
    CHECK(parcel.note->value.text == "first");
    CHECK(hcf::was_seen(Parcel::mapping(), seen, "note"));
}

TEST_CASE("a list's item is pointed at by its first key, the whole of a text, or a bracket") {
    const Parsed parsed("- {a: b}\n- 'text'\n- []\n- {}\n- key: v\n");
    std::vector<std::string> anchors;
    hcf::yaml::for_each_item(parsed.root(), [&](hcf::yaml::NodeRef item) {
        const hcf::SourceSpan span = hcf::item_anchor(item);
        anchors.push_back(parsed.text.substr(span.begin, span.end - span.begin));
    });
    CHECK(anchors == std::vector<std::string>{"a", "'text'", "[", "{", "key"});
}
