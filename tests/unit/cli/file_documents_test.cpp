// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/file_documents.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;

/// What reading one input came to.
struct ReadInput {
    bool could_read = false;
    std::string documents;  ///< "name 1 'text'|name 2 'text'"
    std::string findings;
};

ReadInput read_input(tests::MemoryEnvironment& memory, const std::string& path,
                     std::size_t most = 100) {
    hcf::cli::Environment environment = memory.environment();
    hcf::cli::FileDocuments documents(environment, "<stdin>");
    ReadInput result;
    std::size_t count = 0;
    std::vector<hcf::Finding> findings;
    result.could_read = documents.read(
        {path, true},
        [&](const std::string& name, const hcf::RawDocument& raw) {
            result.documents +=
                name + " " + std::to_string(raw.number) + " '" + std::string(raw.text) + "'|";
            return ++count < most;
        },
        [&](hcf::Finding finding) { findings.push_back(std::move(finding)); });
    result.findings = tests::told(findings);
    return result;
}

}  // namespace

TEST_CASE("every document of a file is given with the name of the file") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", "a: 1\n---\nb: 2\n");
    const ReadInput read = read_input(memory, "a.yaml");
    CHECK(read.could_read);
    CHECK(read.documents == "a.yaml 1 'a: 1\n'|a.yaml 2 '---\nb: 2\n'|");
    CHECK(read.findings == "");
}

TEST_CASE("standard input has the name that it is given, and may come in pieces") {
    tests::MemoryEnvironment memory;
    memory.standard_input = "a: 1\n---\nb: 2\n";
    memory.stdin_piece = 3;
    const ReadInput read = read_input(memory, "-");
    CHECK(read.could_read);
    CHECK(read.documents == "<stdin> 1 'a: 1\n'|<stdin> 2 '---\nb: 2\n'|");
    memory.standard_input.clear();
    CHECK(read_input(memory, "-").findings ==
          "<stdin>:1:1: error: the file holds nothing [empty-document]\n");
}

TEST_CASE("the caller may stop") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", "a: 1\n---\nb: 2\n---\nc: 3\n").changes = true;
    const ReadInput read = read_input(memory, "a.yaml", 2);
    CHECK(read.could_read);
    CHECK(read.documents == "a.yaml 1 'a: 1\n'|a.yaml 2 '---\nb: 2\n'|");
    CHECK(read.findings == "");
}

TEST_CASE("a file that holds nothing is a finding, and was read") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", "# only a comment\n\n");
    const ReadInput read = read_input(memory, "a.yaml");
    CHECK(read.could_read);
    CHECK(read.findings == "a.yaml:1:1: error: the file holds nothing [empty-document]\n");
}

TEST_CASE("a file that cannot be opened is a finding, and was not read") {
    tests::MemoryEnvironment memory;
    memory.files.add_unreadable("a.yaml");
    const ReadInput read = read_input(memory, "a.yaml");
    CHECK_FALSE(read.could_read);
    CHECK(read.findings ==
          "a.yaml:1:1: error: cannot be opened: permission denied [unreadable-file]\n");
    CHECK(read_input(memory, "gone.yaml").findings ==
          "gone.yaml:1:1: error: cannot be opened: no such file or directory "
          "[unreadable-file]\n");
}

TEST_CASE("a file that cannot be read to its end gives what was whole before") {
    tests::MemoryEnvironment memory;
    auto& file = memory.files.add("a.yaml", "a: 1\n---\nb: 2\n");
    file.fail_read_after = 12;
    file.why = "input/output error";
    const ReadInput read = read_input(memory, "a.yaml");
    CHECK_FALSE(read.could_read);
    CHECK(read.documents == "a.yaml 1 'a: 1\n'|");
    CHECK(read.findings ==
          "a.yaml:1:1: error: cannot be read: input/output error [unreadable-file]\n");
}

TEST_CASE("a file that changed while it was read is told so") {
    tests::MemoryEnvironment memory;
    memory.files.add("a.yaml", "a: 1\n").changes = true;
    const ReadInput read = read_input(memory, "a.yaml");
    CHECK_FALSE(read.could_read);
    CHECK(read.findings ==
          "a.yaml:1:1: error: the file changed while it was read [file-changed]\n"
          "  help: run it again when nothing writes to it\n");
}
