// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/recorded_files.h"

#include "support/memory_environment.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace {

using hcf::RecordedFiles;
using hcf::tests::MemoryFiles;

/// `printf abc | sha256sum`, and that of nothing.
constexpr std::string_view kAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kEmpty =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Reads to the end, or until a read fails, through a buffer of two bytes.
std::string read_all(hcf::ByteSource& source) {
    std::string text;
    std::array<char, 2> buffer = {};
    for (;;) {
        const auto count = source.read(buffer);
        if (!count || *count == 0) return text;
        text.append(buffer.data(), *count);
    }
}

std::string read_file(const RecordedFiles& files, const std::string& path) {
    auto source = files.open(path);
    REQUIRE(source);
    return read_all(**source);
}

}  // namespace

TEST_CASE("what was read to its end has the digest of its bytes, in the order of opening") {
    MemoryFiles memory;
    memory.add("b.yaml", "abc");
    memory.add("a.yaml", "");
    const RecordedFiles files(memory);
    CHECK(read_file(files, "b.yaml") == "abc");
    CHECK(read_file(files, "a.yaml").empty());
    const auto read = files.read();
    REQUIRE(read.size() == 2);
    CHECK(read[0].path == "b.yaml");
    CHECK(read[0].bytes == 3);
    REQUIRE(read[0].digest);
    CHECK(hcf::to_hex(*read[0].digest) == kAbc);
    REQUIRE(read[1].digest);
    CHECK(hcf::to_hex(*read[1].digest) == kEmpty);
}

TEST_CASE("what was not read to its end has no digest, and what could not be opened no record") {
    MemoryFiles memory;
    memory.add("half.yaml", "abcd").fail_read_after = 2;
    memory.add("begun.yaml", "abcd");
    memory.add_unreadable("closed.yaml");
    const RecordedFiles files(memory);
    CHECK(read_file(files, "half.yaml") == "ab");
    {
        auto source = files.open("begun.yaml");
        REQUIRE(source);
        std::array<char, 2> buffer = {};
        CHECK((*source)->read(buffer));
    }
    CHECK_FALSE(files.open("closed.yaml"));
    const auto read = files.read();
    REQUIRE(read.size() == 2);
    CHECK_FALSE(read[0].digest);
    CHECK(read[0].bytes == 2);
    CHECK_FALSE(read[1].digest);
}

TEST_CASE("the same bytes of the same path stand once, other bytes of it again") {
    MemoryFiles memory;
    memory.add("a.yaml", "abc");
    const RecordedFiles files(memory);
    CHECK(read_file(files, "a.yaml") == "abc");
    CHECK(read_file(files, "a.yaml") == "abc");
    CHECK(files.read().size() == 1);
    memory.add("a.yaml", "abd");
    CHECK(read_file(files, "a.yaml") == "abd");
    const auto read = files.read();
    REQUIRE(read.size() == 2);
    CHECK(read[0].digest != read[1].digest);
}

TEST_CASE("standard input is recorded under the name that it is given") {
    const MemoryFiles memory;
    const RecordedFiles files(memory);
    const auto source = files.record("<stdin>", hcf::tests::read_text("abc"));
    CHECK(read_all(*source) == "abc");
    CHECK_FALSE(source->has_changed());
    const auto read = files.read();
    REQUIRE(read.size() == 1);
    CHECK(read[0].path == "<stdin>");
    REQUIRE(read[0].digest);
    CHECK(hcf::to_hex(*read[0].digest) == kAbc);
}

TEST_CASE("everything else passes through") {
    MemoryFiles memory;
    memory.add("people/a.yaml", "abc");
    memory.add_link("people/link.yaml", "a.yaml");
    memory.add("changing.yaml", "abc").changes = true;
    const RecordedFiles files(memory);
    CHECK(files.inspect("people").type == hcf::FileType::directory);
    CHECK(files.list("people").value().size() == 2);
    CHECK(files.real_path("people/link.yaml").value() ==
          memory.real_path("people/link.yaml").value());
    auto source = files.open("changing.yaml");
    REQUIRE(source);
    CHECK(read_all(**source) == "abc");
    CHECK((*source)->has_changed());
}
