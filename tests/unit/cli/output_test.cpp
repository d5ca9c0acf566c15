// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/output.h"

#include "hcf/report/format.h"

#include "support/memory_environment.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::cli::ReportOutput;
using hcf::cli::Settings;

Settings output_settings(const std::string& output, bool replace = false) {
    Settings settings;
    settings.format = hcf::find_format("csv");
    settings.output = output;
    settings.replace_output = replace;
    return settings;
}

hcf::ReportHead one_column() {
    hcf::ReportHead head;
    head.columns = {"a"};
    return head;
}

hcf::ReportPart one_record(std::string text) {
    hcf::ReportPart part;
    part.records.push_back({std::move(text)});
    return part;
}

/// Writes a small report; gives the exit code.
int write_small(tests::MemoryEnvironment& memory, const Settings& settings,
                const std::vector<hcf::InputFile>& inputs = {}) {
    hcf::cli::Environment environment = memory.environment();
    return hcf::cli::write_whole(environment, settings, inputs, one_column(), one_record("x"), {});
}

}  // namespace

TEST_CASE("without an output file a report goes to standard output") {
    tests::MemoryEnvironment memory;
    CHECK(write_small(memory, output_settings("")) == 0);
    CHECK(memory.out.text == "a\r\nx\r\n");
    CHECK(memory.err.text.empty());
    CHECK(memory.files.paths().empty());
}

TEST_CASE("an output file holds the whole report, and standard output nothing") {
    tests::MemoryEnvironment memory;
    CHECK(write_small(memory, output_settings("r.csv")) == 0);
    CHECK(memory.files.text("r.csv") == "a\r\nx\r\n");
    CHECK(memory.out.text.empty());
    CHECK(memory.err.text.empty());
}

TEST_CASE("an existing file is replaced only where that is asked for") {
    tests::MemoryEnvironment memory;
    memory.files.add("r.csv", "old");
    CHECK(write_small(memory, output_settings("r.csv")) == 2);
    CHECK(memory.err.text ==
          "hcf: error: cannot write 'r.csv': it exists\n  = help: --force replaces it\n");
    CHECK(memory.files.text("r.csv") == "old");
    memory.clear();
    CHECK(write_small(memory, output_settings("r.csv", true)) == 0);
    CHECK(memory.files.text("r.csv") == "a\r\nx\r\n");
}

TEST_CASE("an input is never written over, however it is named, not even by force") {
    tests::MemoryEnvironment memory;
    memory.files.add("p/a.csv", "old");
    memory.files.add_link("link.csv", "p/a.csv");
    memory.files.add_same("hard.csv", "p/a.csv");
    for (const char* output : {"p/a.csv", "./p/../p/a.csv", "link.csv", "hard.csv"}) {
        memory.clear();
        CHECK(write_small(memory, output_settings(output, true),
                          {{"-", true}, {"p/a.csv", false}}) == 2);
        CHECK(memory.err.text == "hcf: error: the output '" + std::string(output) +
                                     "' is also an input\n  = help: name another file\n");
    }
    CHECK(memory.files.text("p/a.csv") == "old");
}

TEST_CASE("an overlay is an input, too, and so is a file of the framework") {
    tests::MemoryEnvironment memory;
    memory.files.add("o.yaml", "old");
    Settings settings = output_settings("o.yaml", true);
    settings.framework.overlays = {"o.yaml"};
    CHECK(write_small(memory, settings) == 2);
    CHECK(memory.err.text ==
          "hcf: error: the output 'o.yaml' is also an input\n  = help: name another file\n");
    memory.clear();
    memory.files.add("fw/levels.yaml", "old");
    settings = output_settings("fw/levels.yaml", true);
    settings.framework.directory = "fw";
    CHECK(write_small(memory, settings) == 2);
    CHECK(memory.files.text("fw/levels.yaml") == "old");
}

TEST_CASE("a directory is no output, nor is a place where no file can be made") {
    tests::MemoryEnvironment memory;
    memory.files.add_folder("p");
    CHECK(write_small(memory, output_settings("p", true)) == 2);
    CHECK(write_small(memory, output_settings("gone/r.csv")) == 2);
    memory.files.fail_creates("read-only file system");
    CHECK(write_small(memory, output_settings("r.csv")) == 2);
    CHECK(memory.err.text ==
          "hcf: error: cannot write 'p': it is a directory\n"
          "hcf: error: cannot write 'gone/r.csv': no such file or directory\n"
          "hcf: error: cannot write 'r.csv': read-only file system\n");
    CHECK(memory.out.text.empty());
}

TEST_CASE("a device is written to as it is") {
    tests::MemoryEnvironment memory;
    memory.files.add_special("/dev/null", hcf::FileType::device);
    CHECK(write_small(memory, output_settings("/dev/null")) == 0);
    CHECK(memory.files.text("/dev/null") == "a\r\nx\r\n");
}

TEST_CASE("a file that cannot be written whole is not there afterwards") {
    tests::MemoryEnvironment memory;
    memory.files.fail_writes_after(3);
    CHECK(write_small(memory, output_settings("r.csv")) == 2);
    CHECK(memory.err.text == "hcf: error: cannot write 'r.csv': no space left on device\n");
    CHECK(memory.files.paths().empty());
}

TEST_CASE("a file that cannot be committed is not there afterwards, and the old one stays") {
    tests::MemoryEnvironment memory;
    memory.files.add("r.csv", "old");
    memory.files.fail_commits();
    CHECK(write_small(memory, output_settings("r.csv", true)) == 2);
    CHECK(memory.err.text == "hcf: error: cannot write 'r.csv': input/output error\n");
    CHECK(memory.files.text("r.csv") == "old");
}

TEST_CASE("standard output that cannot be written to is told, unless its reader went away") {
    tests::MemoryEnvironment memory;
    memory.out.fail_after = 2;
    CHECK(write_small(memory, output_settings("")) == 2);
    CHECK(memory.err.text == "hcf: error: cannot write the output: no space left on device\n");
    tests::MemoryEnvironment closed;
    closed.out.fail_after = 2;
    closed.out.fail_why.clear();
    CHECK(write_small(closed, output_settings("")) == 2);
    CHECK(closed.err.text.empty());
}

TEST_CASE("a long report is written as it grows, and stops where nobody takes it") {
    tests::MemoryEnvironment memory;
    memory.out.fail_after = 200000;
    hcf::cli::Environment environment = memory.environment();
    const Settings settings = output_settings("");
    ReportOutput output(environment, settings);
    REQUIRE(output.open({}));
    const hcf::ReportHead head = one_column();
    output.begin(head);
    const std::string text(1000, 'y');
    int parts = 0;
    while (output.is_open() && parts < 1000) {
        output.part(head, one_record(text));
        ++parts;
    }
    CHECK(parts > 190);
    CHECK(parts < 300);
    CHECK(memory.out.text.size() > 100000);
    CHECK_FALSE(output.finish());
}

TEST_CASE("bytes that are formatted already are passed through in order") {
    tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    const Settings settings = output_settings("");
    ReportOutput output(environment, settings);
    REQUIRE(output.open({}));
    std::string expected;
    for (int i = 0; i < 5000; ++i) {
        const std::string line = "line " + std::to_string(i) + " of what was made before\n";
        output.raw(line);
        expected += line;
    }
    CHECK(memory.out.text.size() > 65000);
    CHECK(output.finish());
    CHECK(memory.out.text == expected);
}
