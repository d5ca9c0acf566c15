// SPDX-License-Identifier: Apache-2.0
// Whatever the text is: parse() comes back, every place lies inside the document, the tree hangs
// together, and where there is none it is said why.
#include "hcf/yaml/parse.h"

#include "yaml_shape.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace {

using hcf::yaml::Kind;
using hcf::yaml::Node;
using hcf::yaml::Tree;

/// The index behind the subtree at `index`, or 0 where its links, counts or places are wrong.
std::uint32_t checked_end(const Tree& tree, std::uint32_t index) {
    if (index >= tree.nodes.size()) return 0;
    const Node& node = tree.nodes[index];
    if (node.begin > node.end || node.end > tree.text.size()) return 0;
    if (node.kind == Kind::scalar) {
        const std::size_t most = node.in_side_buffer ? tree.side_buffer.size() : tree.text.size();
        const bool inside = std::size_t{node.text} + node.size <= most;
        const bool empty = !node.absent || (node.begin == node.end && node.size == 0);
        return inside && empty && node.next == index + 1 ? node.next : 0;
    }
    std::uint32_t child = index + 1;
    std::uint32_t last_end = node.begin;
    for (std::uint32_t left = node.kind == Kind::mapping ? node.size * 2 : node.size; left != 0;
         --left) {
        const std::uint32_t behind = checked_end(tree, child);
        if (behind == 0) return 0;
        if (tree.nodes[child].begin < last_end || tree.nodes[child].end > node.end) return 0;
        last_end = tree.nodes[child].end;
        child = behind;
    }
    return node.next == child ? child : 0;
}

/// What is wrong with the outcome of a text; empty: nothing.
std::string fault_in(std::string_view text) {
    const hcf::tests::YamlRead read(text);
    for (const hcf::Diagnostic& diagnostic : read.diags.all()) {
        const hcf::SourceSpan span = diagnostic.span;
        if (span.begin > span.end || span.end > text.size()) return "a place outside";
        const std::string_view id = diagnostic.rule->id;
        if (read.whole && id != "duplicate-key" && id != "key-too-long") return "an odd error";
    }
    if (!read.whole) return read.diags.has_errors() ? "" : "refused without a word";
    return checked_end(read.tree, 0) == read.tree.nodes.size() ? "" : "a broken tree";
}

constexpr std::string_view kOddDocuments[] = {
    "a: b\nc:\n  - d # e\n  - {f: 'g', h: \"i\\n\"}\n",
    "%YAML 1.2\n---\n- a\n- b: c\n  d: |+\n    e\n\n\n    f\n...\n",
    "? a\n: b\n? - c\n: d\n",
    "{\"a\": [1, {\"b\": null}], \"\\ud83d\\ude00\" : \"\\u00e9\"}",
    "a: >-\n  b\n  c\n\n   d\ne: \"f\n  g\\\n  h\"\n",
    "é: 日本\r\nü: ['x\r\n y', z? , ?w]\r\n",
    "a: b\rc:\r- d\r",
    "\xEF\xBB\xBF"
    "a: b\n",
    "a: &b c\nd: *b\n<<: e\n!f g: !!h i\n",
    "'a': 'b''c'\n\"d\" : \"e\n\n f\"\n",
    "[[[], {}], [a: b, ? c : d, e]]",
    "a:\n\tb\n \t- c\n",
    "- - - a\n    - b\n  - c\n- d\n",
    "a: |2\n    b\n  c\n d\n",
    "--- # a\n--- b\n... c\n",
    "a\x01b: \xC3\x28 \x7F\n",
    "a: 1\na: 2\n  b: 3\nc\n\"d\n",
    ": a\n~: b\n{c: d}: e\n",
    "{a, b: , ,, c:d, [e]: f",
    "a:b\nc: d: e\n- f\n",
};

/// Pieces that texts are put together from.
constexpr std::string_view kPieces[] = {"a",       "b: ",
                                        "c:",      "- ",
                                        "-",       "? ",
                                        ":",       ": ",
                                        "[",       "]",
                                        "{",       "}",
                                        ",",       "'",
                                        "\"",      "'d'",
                                        "\"e\"",   "#",
                                        " # f",    "|",
                                        "|-\n",    ">\n",
                                        ">+",      "\n",
                                        "\n",      "\n  ",
                                        "\n ",     "\n    ",
                                        " ",       "  ",
                                        "\t",      "\r\n",
                                        "\r",      "---",
                                        "\n---\n", "\n...\n",
                                        "%",       "&g ",
                                        "*h",      "!i ",
                                        "~",       "<<",
                                        "é",       "日",
                                        "\\",      "\\ud83d\\ude00",
                                        "\x07",    "\xFF"};

std::string soup(std::mt19937& random) {
    std::string text;
    for (auto left = 1 + random() % 24; left != 0; --left) {
        text += kPieces[random() % std::size(kPieces)];
    }
    return text;
}

std::string mutated(std::mt19937& random) {
    std::string text(kOddDocuments[random() % std::size(kOddDocuments)]);
    for (auto left = 1 + random() % 3; left != 0; --left) {
        const std::size_t at = random() % (text.size() + 1);
        const std::size_t length = random() % 4;
        text.replace(at, length, kPieces[random() % std::size(kPieces)]);
    }
    return text;
}

}  // namespace

TEST_SUITE("yaml") {
    TEST_CASE("every beginning and end of odd documents is read or refused in order") {
        for (const std::string_view document : kOddDocuments) {
            for (std::size_t cut = 0; cut <= document.size(); ++cut) {
                CAPTURE(document);
                CAPTURE(cut);
                REQUIRE(fault_in(document.substr(0, cut)) == "");
                REQUIRE(fault_in(document.substr(cut)) == "");
            }
        }
    }

    TEST_CASE("random pieces of YAML are read or refused in order") {
        constexpr std::uint32_t kSeed = 20241127;
        std::mt19937 random(kSeed);
        for (int i = 0; i < 20000; ++i) {
            const std::string text = soup(random);
            CAPTURE(kSeed);
            CAPTURE(text);
            REQUIRE(fault_in(text) == "");
        }
    }

    TEST_CASE("documents with random faults are read or refused in order") {
        constexpr std::uint32_t kSeed = 4711;
        std::mt19937 random(kSeed);
        for (int i = 0; i < 20000; ++i) {
            const std::string text = mutated(random);
            CAPTURE(kSeed);
            CAPTURE(text);
            REQUIRE(fault_in(text) == "");
        }
    }

    TEST_CASE("random bytes are read or refused in order") {
        std::mt19937 random(1);
        for (int i = 0; i < 2000; ++i) {
            std::string text;
            for (auto left = random() % 200; left != 0; --left) {
                text += static_cast<char>(random() % 256);
            }
            CAPTURE(text);
            REQUIRE(fault_in(text) == "");
        }
    }
}
