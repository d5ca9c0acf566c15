// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/document_stream.h"

#include "hcf/base/text.h"

#include "support/memory_environment.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// A document that a stream gave, kept beyond the next one.
struct CutDocument {
    std::string text;
    std::uint32_t line = 1;
    std::uint32_t number = 1;
    bool is_too_large = false;
    friend bool operator==(const CutDocument&, const CutDocument&) = default;
};

using CutDocuments = std::vector<CutDocument>;

/// So that a failure says what differs.
std::ostream& operator<<(std::ostream& out, const CutDocuments& documents) {
    for (const CutDocument& document : documents) {
        out << fmt::format("\n  {} bytes, line {}, number {}{}: {}", document.text.size(),
                           document.line, document.number,
                           document.is_too_large ? ", too large" : "",
                           hcf::escape_invisible(document.text.substr(0, 60)));
    }
    return out;
}

CutDocuments cut_source(std::unique_ptr<hcf::ByteSource> source) {
    hcf::DocumentStream stream;
    stream.open(std::move(source));
    CutDocuments documents;
    while (true) {
        const auto next = stream.next();
        REQUIRE(next);
        if (!*next) return documents;
        const hcf::RawDocument& raw = **next;
        documents.push_back({std::string(raw.text), raw.first_line, raw.number, raw.is_too_large});
    }
}

CutDocuments cut_text(std::string_view text, std::size_t piece = tests::kNever) {
    return cut_source(tests::read_text(std::string(text), piece));
}

/// The texts of the documents alone.
std::vector<std::string> texts_of(std::string_view text) {
    std::vector<std::string> texts;
    for (CutDocument& document : cut_text(text)) texts.push_back(std::move(document.text));
    return texts;
}

using Texts = std::vector<std::string>;

/// Gives large pieces up to a place, then single bytes.
class SlowingSource : public hcf::ByteSource {
public:
    SlowingSource(std::string text, std::size_t slow_from)
        : text_(std::move(text)), slow_from_(slow_from) {}

    hcf::Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t most = at_ < slow_from_ ? slow_from_ - at_ : 1;
        const std::size_t count = std::min({buffer.size(), most, text_.size() - at_});
        std::copy_n(text_.data() + at_, count, buffer.data());
        at_ += count;
        return count;
    }
    bool has_changed() override { return false; }

private:
    std::string text_;
    std::size_t slow_from_;
    std::size_t at_ = 0;
};

/// Gives its text, then fails once, and has no more.
class FailingSource : public hcf::ByteSource {
public:
    explicit FailingSource(std::string text) : text_(std::move(text)) {}

    hcf::Result<std::size_t> read(std::span<char> buffer) override {
        if (text_.empty()) return hcf::fail("cannot be read: input/output error", "try again");
        const std::size_t count = std::min(buffer.size(), text_.size());
        std::copy_n(text_.data(), count, buffer.data());
        text_.erase(0, count);
        return count;
    }
    bool has_changed() override { return true; }

private:
    std::string text_;
};

/// A document of so many bytes, in lines of 64.
std::string long_document(std::size_t bytes) {
    std::string text = "a:\n";
    const std::string line = "  - " + std::string(59, 'x') + "\n";
    while (text.size() + line.size() <= bytes) text += line;
    text.append(bytes - text.size(), '\n');
    return text;
}

std::uint32_t lines_in(std::string_view text) {
    return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("a file without markers is one document") {
    CHECK(cut_text("a: 1\nb: 2\n") == CutDocuments{{"a: 1\nb: 2\n", 1, 1, false}});
    CHECK(cut_text("a: 1") == CutDocuments{{"a: 1", 1, 1, false}});
}

TEST_CASE("markers cut a file into documents, each with its first line and number") {
    CHECK(cut_text("a: 1\n---\nb: 2\n---\nc: 3\n") == CutDocuments{{"a: 1\n", 1, 1, false},
                                                                   {"---\nb: 2\n", 2, 2, false},
                                                                   {"---\nc: 3\n", 4, 3, false}});
    CHECK(cut_text("---\na: 1\n---\nb: 2") ==
          CutDocuments{{"---\na: 1\n", 1, 1, false}, {"---\nb: 2", 3, 2, false}});
}

TEST_CASE("a marker stands at the beginning of a line, alone or before white space") {
    CHECK(texts_of("a: 1\n--- b: 2\n") == Texts{"a: 1\n", "--- b: 2\n"});
    CHECK(texts_of("a: 1\n---\tb\n") == Texts{"a: 1\n", "---\tb\n"});
    CHECK(texts_of("a: 1\n--- # next\nb: 2\n") == Texts{"a: 1\n", "--- # next\nb: 2\n"});
    CHECK(texts_of("a: 1\n---") == Texts{"a: 1\n", "---"});
    for (const std::string_view text :
         {"a: 1\n ---\n", "a: 1\n---b\n", "a: 1\n----\n", "a: ---\n", "a: 1\n--\n",
          "a: |\n  ---\n  ...\n", "a: 1\n....\n", "a: 1\n ...\n", "a: 1\n...b\n"}) {
        const std::string whole(text);
        CAPTURE(whole);
        CHECK(texts_of(text) == Texts{whole});
    }
}

TEST_CASE("three dots end a document") {
    CHECK(texts_of("a: 1\n...\nb: 2\n") == Texts{"a: 1\n...\n", "b: 2\n"});
    CHECK(texts_of("a: 1\n...\n---\nb: 2\n...\n") == Texts{"a: 1\n...\n", "---\nb: 2\n...\n"});
    CHECK(texts_of("a: 1\n... # done\n") == Texts{"a: 1\n... # done\n"});
    CHECK(texts_of("a: 1\n...") == Texts{"a: 1\n..."});
    CHECK(texts_of("---\n...\n") == Texts{"---\n...\n"});
}

TEST_CASE("three dots that end nothing are passed over, and their lines are counted") {
    CHECK(cut_text("...\n...\na: 1\n") == CutDocuments{{"a: 1\n", 3, 1, false}});
    CHECK(cut_text("# x\n...\n# y\n...\na: 1\n") == CutDocuments{{"a: 1\n", 5, 1, false}});
    CHECK(cut_text("a: 1\n...\n...\n---\nb: 2\n") ==
          CutDocuments{{"a: 1\n...\n", 1, 1, false}, {"---\nb: 2\n", 4, 2, false}});
    CHECK(cut_text("...\n") == CutDocuments{});
}

TEST_CASE("directives belong to the document that follows them") {
    CHECK(texts_of("%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n---\nb: 2\n") ==
          Texts{"%YAML 1.2\n---\na: 1\n...\n", "%YAML 1.2\n---\nb: 2\n"});
    CHECK(texts_of("# c\n%YAML 1.2\n# d\n---\na: 1\n") ==
          Texts{"# c\n%YAML 1.2\n# d\n---\na: 1\n"});
}

TEST_CASE("comments and blank lines before the first marker belong to its document") {
    CHECK(cut_text("# about\n\n---\n# more\na: 1\n") ==
          CutDocuments{{"# about\n\n---\n# more\na: 1\n", 1, 1, false}});
    CHECK(cut_text("a: 1\n# behind\n---\nb: 2\n") ==
          CutDocuments{{"a: 1\n# behind\n", 1, 1, false}, {"---\nb: 2\n", 3, 2, false}});
}

TEST_CASE("comments behind the last document make none") {
    CHECK(texts_of("a: 1\n...\n# the end\n\n") == Texts{"a: 1\n...\n"});
    CHECK(texts_of("a: 1\n# the end\n\n") == Texts{"a: 1\n# the end\n\n"});
}

TEST_CASE("a file of comments and blank lines, or of nothing, has no document") {
    for (const std::string_view text :
         {"", "\n", "# only a comment", "\n\n  \t\n# a\n  # b\n", "\r\n", "%YAML 1.2\n"}) {
        const std::string shown(text);
        CAPTURE(shown);
        CHECK(cut_text(text) == CutDocuments{});
    }
}

TEST_CASE("a document between two markers may be empty, and is one nevertheless") {
    CHECK(cut_text("---\n---\na: 1\n---\n# nothing\n") ==
          CutDocuments{{"---\n", 1, 1, false},
                       {"---\na: 1\n", 2, 2, false},
                       {"---\n# nothing\n", 4, 3, false}});
    CHECK(cut_text("a: 1\n---\n") == CutDocuments{{"a: 1\n", 1, 1, false}, {"---\n", 2, 2, false}});
}

TEST_CASE("a byte order mark is taken off the beginning of a file, and only there") {
    CHECK(cut_text("\uFEFFa: 1\n") == CutDocuments{{"a: 1\n", 1, 1, false}});
    CHECK(cut_text("\uFEFF---\na: 1\n") == CutDocuments{{"---\na: 1\n", 1, 1, false}});
    CHECK(cut_text("\uFEFF") == CutDocuments{});
    CHECK(texts_of("\uFEFF\uFEFFa: 1\n") == Texts{"\uFEFFa: 1\n"});
    CHECK(texts_of("a: 1\n---\n\uFEFFb: 1\n") == Texts{"a: 1\n", "---\n\uFEFFb: 1\n"});
}

TEST_CASE("lines may end with CR LF") {
    CHECK(cut_text("a: 1\r\n---\r\nb: 2\r\n...\r\nc: 3") ==
          CutDocuments{{"a: 1\r\n", 1, 1, false},
                       {"---\r\nb: 2\r\n...\r\n", 2, 2, false},
                       {"c: 3", 5, 3, false}});
}

TEST_CASE("lines may end with a lone CR, as YAML has it") {
    CHECK(cut_text("a: 1\rb: 2\n---\nc: 3\n") ==
          CutDocuments{{"a: 1\rb: 2\n", 1, 1, false}, {"---\nc: 3\n", 3, 2, false}});
    CHECK(cut_text("a: 1\r---\rb: 2\r") ==
          CutDocuments{{"a: 1\r", 1, 1, false}, {"---\rb: 2\r", 2, 2, false}});
}

TEST_CASE("a document is at most 8 MiB; one that is larger spoils no other") {
    const std::string fits = long_document(hcf::kMaxDocumentBytes);
    REQUIRE(fits.size() == hcf::kMaxDocumentBytes);
    const std::string over = long_document(hcf::kMaxDocumentBytes + 1);
    const CutDocuments documents = cut_text(fits + "---\nb: 1\n");
    REQUIRE(documents.size() == 2);
    CHECK_FALSE(documents[0].is_too_large);
    CHECK(documents[0].text == fits);
    CHECK(documents[1] == CutDocument{"---\nb: 1\n", lines_in(fits) + 1, 2, false});
    CHECK(cut_text(over + "---\nb: 1\n---\nc: 1\n") ==
          CutDocuments{{"", 1, 1, true},
                       {"---\nb: 1\n", lines_in(over) + 1, 2, false},
                       {"---\nc: 1\n", lines_in(over) + 3, 3, false}});
    CHECK(cut_text(over) == CutDocuments{{"", 1, 1, true}});
}

TEST_CASE("a document of many times the limit is read to its end, too") {
    const std::string huge = long_document(5 * hcf::kMaxDocumentBytes / 2);
    CHECK(cut_text("x: 1\n---\n" + huge + "...\nb: 1\n") ==
          CutDocuments{
              {"x: 1\n", 1, 1, false}, {"", 2, 2, true}, {"b: 1\n", lines_in(huge) + 4, 3, false}});
}

TEST_CASE("a line that is longer than a document may be is no marker, and spoils no other") {
    const std::string line(hcf::kMaxDocumentBytes + 100000, 'x');
    CHECK(cut_text("a: " + line + "\n---\nb: 1\n") ==
          CutDocuments{{"", 1, 1, true}, {"---\nb: 1\n", 2, 2, false}});
    CHECK(cut_text("a: 1\n--- " + line + "\n---\nb: 1\n") ==
          CutDocuments{{"a: 1\n", 1, 1, false}, {"", 2, 2, true}, {"---\nb: 1\n", 3, 3, false}});
    CHECK(cut_text(line) == CutDocuments{{"", 1, 1, true}});
}

TEST_CASE("how the bytes of a marker arrive does not make a document too large") {
    const std::string fits = long_document(hcf::kMaxDocumentBytes);
    const CutDocuments documents =
        cut_source(std::make_unique<SlowingSource>(fits + "---\nb: 1\n", fits.size()));
    REQUIRE(documents.size() == 2);
    CHECK_FALSE(documents[0].is_too_large);
    CHECK(documents[0].text.size() == fits.size());
    CHECK(documents[1].text == "---\nb: 1\n");
}

TEST_CASE("a failing read ends the stream, and what was whole before it is given") {
    hcf::DocumentStream stream;
    stream.open(std::make_unique<FailingSource>("a: 1\n---\nb: 2\nc:"));
    const auto first = stream.next();
    REQUIRE(first);
    REQUIRE(*first);
    CHECK((**first).text == "a: 1\n");
    const auto second = stream.next();
    REQUIRE_FALSE(second);
    CHECK(second.error() == hcf::Error{"cannot be read: input/output error", "try again"});
    const auto third = stream.next();
    REQUIRE(third);
    CHECK_FALSE(*third);
}

TEST_CASE("a stream says of its source whether it was changed, and reads one after another") {
    hcf::DocumentStream stream;
    CHECK_FALSE(stream.has_changed());
    const auto nothing = stream.next();
    REQUIRE(nothing);
    CHECK_FALSE(*nothing);
    stream.open(std::make_unique<FailingSource>("a: 1\n"));
    CHECK_FALSE(stream.next());
    CHECK(stream.has_changed());
    stream.open(tests::read_text("\uFEFFb: 2\n---\nc: 3\n"));
    CHECK_FALSE(stream.has_changed());
    const auto next = stream.next();
    REQUIRE(next);
    REQUIRE(*next);
    CHECK((**next).text == "b: 2\n");
    CHECK((**next).first_line == 1);
    CHECK((**next).number == 1);
    stream.open(tests::read_text("d: 4"));
    const auto last = stream.next();
    REQUIRE(last);
    REQUIRE(*last);
    CHECK((**last).text == "d: 4");
}
