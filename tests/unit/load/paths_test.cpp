// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/paths.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using Paths = std::vector<std::string>;

/// The files in their order, joined by spaces; one that was named outright with a star behind it.
std::string expanded(const tests::MemoryFiles& files, const Paths& paths) {
    const hcf::InputFiles found = hcf::expand_paths(files, paths);
    CHECK(tests::told(found.findings) == "");
    std::string result;
    for (const hcf::InputFile& file : found.files) {
        result += (result.empty() ? "" : " ") + file.path + (file.is_named ? "*" : "");
    }
    return result;
}

std::string paths_told(const tests::MemoryFiles& files, const Paths& paths) {
    return tests::told(hcf::expand_paths(files, paths).findings);
}

}  // namespace

TEST_CASE("files are taken as they are named, in that order") {
    tests::MemoryFiles files;
    files.add("b.yaml", "");
    files.add("a.txt", "");
    files.add(".hidden.yaml", "");
    files.add("hcf.yaml", "");
    CHECK(expanded(files, {"b.yaml", "./a.txt", ".hidden.yaml", "hcf.yaml"}) ==
          "b.yaml* ./a.txt* .hidden.yaml* hcf.yaml*");
}

TEST_CASE("a directory is walked for YAML and JSON, sorted by the whole relative path") {
    tests::MemoryFiles files;
    for (const char* name :
         {"p/b.yaml", "p/a/z.yml", "p/a-1.json", "p/a.yaml", "p/B.yaml", "p/a/b/c.yaml",
          "p/note.txt", "p/yaml", "p/x.yaml.bak", "p/x.YAML", "p/\u00E9.yaml", "p/z/.yaml"}) {
        files.add(name, "");
    }
    CHECK(expanded(files, {"p"}) ==
          "p/B.yaml p/a-1.json p/a.yaml p/a/b/c.yaml p/a/z.yml p/b.yaml p/\u00E9.yaml");
    CHECK(expanded(files, {"p/"}) == expanded(files, {"p"}));
    CHECK(expanded(files, {"./p/a"}) == "./p/a/b/c.yaml ./p/a/z.yml");
}

TEST_CASE("hidden files and directories, and hcf.yaml at any depth, are left out of a walk") {
    tests::MemoryFiles files;
    for (const char* name : {"p/.a.yaml", "p/.git/b.yaml", "p/c/.d/e.yaml", "p/hcf.yaml",
                             "p/c/hcf.yaml", "p/c/f.yaml", "p/my-hcf.yaml"}) {
        files.add(name, "");
    }
    CHECK(expanded(files, {"p"}) == "p/c/f.yaml p/my-hcf.yaml");
    CHECK(expanded(files, {"p/.git"}) == "p/.git/b.yaml");
}

TEST_CASE("the current directory is a directory like others") {
    tests::MemoryFiles files;
    files.add("b.yaml", "");
    files.add("a/c.yaml", "");
    CHECK(expanded(files, {"."}) == "./a/c.yaml ./b.yaml");
}

TEST_CASE("an empty directory gives nothing, and that is no finding") {
    tests::MemoryFiles files;
    files.add_folder("p");
    CHECK(expanded(files, {"p"}) == "");
    CHECK(expanded(files, {}) == "");
}

TEST_CASE("directories behind links are not walked, so that no loop is endless") {
    tests::MemoryFiles files;
    files.add("p/a.yaml", "");
    files.add("q/b.yaml", "");
    files.add_link("p/self", ".");
    files.add_link("p/other", "../q");
    CHECK(expanded(files, {"p"}) == "p/a.yaml");
    CHECK(expanded(files, {"p/other"}) == "p/other/b.yaml");
}

TEST_CASE("a link to a file is that file; one that leads nowhere is told") {
    tests::MemoryFiles files;
    files.add("q/b.yaml", "");
    files.add_link("p/link.yaml", "../q/b.yaml");
    CHECK(expanded(files, {"p"}) == "p/link.yaml");
    files.add_link("p/broken.yaml", "gone.yaml");
    files.add_link("p/loop.yaml", "loop.yaml");
    CHECK(paths_told(files, {"p"}) ==
          "p/broken.yaml:1:1: error: no such file or directory [unreadable-file]\n"
          "p/loop.yaml:1:1: error: too many levels of symbolic links [unreadable-file]\n");
}

TEST_CASE("a file reached twice stands once, where it came first") {
    tests::MemoryFiles files;
    files.add("p/a.yaml", "");
    files.add("p/b.yaml", "");
    files.add_same("p/hard.yaml", "p/b.yaml");
    files.add_link("soft.yaml", "p/a.yaml");
    CHECK(expanded(files, {"p/b.yaml", "p"}) == "p/b.yaml* p/a.yaml");
    CHECK(expanded(files, {"soft.yaml", "p/a.yaml"}) == "soft.yaml*");
    CHECK(expanded(files, {"p", "p/../p"}) == "p/a.yaml p/b.yaml");
}

TEST_CASE("a file that is found first and named later counts as named") {
    // "named outright they are errors" (spec 4), whatever else reaches the file.
    tests::MemoryFiles files;
    files.add("p/a.yaml", "");
    CHECK(expanded(files, {"p", "p/a.yaml"}) == "p/a.yaml*");
}

TEST_CASE("a dash is standard input, read once") {
    tests::MemoryFiles files;
    files.add("-", "a file of this name is reached by ./-");
    files.add("a.yaml", "");
    CHECK(expanded(files, {"-", "a.yaml"}) == "-* a.yaml*");
    CHECK(expanded(files, {"./-"}) == "./-*");
    CHECK(expanded(files, {"-", "a.yaml", "-"}) == "-* a.yaml*");
}

TEST_CASE("what is no regular file is told, and the others are taken") {
    tests::MemoryFiles files;
    files.add("a.yaml", "");
    files.add_special("fifo", hcf::FileType::fifo);
    files.add_special("socket", hcf::FileType::socket);
    files.add_special("null", hcf::FileType::device);
    files.add_special("odd", hcf::FileType::unreadable).why = "permission denied";
    const Paths paths = {"gone.yaml", "fifo", "socket", "null", "odd", "a.yaml", "a.yaml/b", ""};
    CHECK(paths_told(files, paths) ==
          "gone.yaml:1:1: error: no such file or directory [unreadable-file]\n"
          "fifo:1:1: error: it is a FIFO, not a regular file [unreadable-file]\n"
          "  help: to read a stream, use '-'\n"
          "socket:1:1: error: it is a socket, not a regular file [unreadable-file]\n"
          "null:1:1: error: it is a device, not a regular file [unreadable-file]\n"
          "  help: to read a stream, use '-'\n"
          "odd:1:1: error: permission denied [unreadable-file]\n"
          "a.yaml/b:1:1: error: no such file or directory [unreadable-file]\n"
          ":1:1: error: no such file or directory [unreadable-file]\n");
    CHECK(hcf::expand_paths(files, paths).files.size() == 1);
}

TEST_CASE("what is no regular file but has such a name is told in a walk, too") {
    tests::MemoryFiles files;
    files.add("p/a.yaml", "");
    files.add_special("p/b.yaml", hcf::FileType::fifo);
    files.add_special("p/c", hcf::FileType::socket);
    CHECK(paths_told(files, {"p"}) ==
          "p/b.yaml:1:1: error: it is a FIFO, not a regular file [unreadable-file]\n"
          "  help: to read a stream, use '-'\n");
}

TEST_CASE("a directory that cannot be listed is told, and the others are walked") {
    tests::MemoryFiles files;
    files.add("p/a/b.yaml", "");
    files.add("p/c/d.yaml", "");
    files.find("p/a")->why = "permission denied";
    CHECK(paths_told(files, {"p"}) ==
          "p/a:1:1: error: cannot be listed: permission denied [unreadable-file]\n");
    CHECK(hcf::expand_paths(files, {"p"}).files.size() == 1);
}

TEST_CASE("the names that a walk takes") {
    for (const std::string_view name : {"a.yaml", "a.yml", "a.json", "a.b.yaml", "\u00E9.yaml"}) {
        CHECK(hcf::is_document_name(name));
    }
    for (const std::string_view name :
         {"", ".", ".yaml", ".a.yaml", "hcf.yaml", "yaml", "a.yam", "a.YAML", "a.yaml~", "a.txt"}) {
        CHECK_FALSE(hcf::is_document_name(name));
    }
}

TEST_CASE("paths are joined with one slash") {
    CHECK(hcf::join_path("p", "a") == "p/a");
    CHECK(hcf::join_path("p/", "a") == "p/a");
    CHECK(hcf::join_path("/", "a") == "/a");
    CHECK(hcf::join_path(".", "a/b") == "./a/b");
    CHECK(hcf::join_path("", "a") == "a");
}

TEST_CASE("every type of file has a name for messages") {
    using hcf::FileType;
    CHECK(hcf::describe(FileType::missing) == "nothing");
    CHECK(hcf::describe(FileType::regular) == "a regular file");
    CHECK(hcf::describe(FileType::directory) == "a directory");
    CHECK(hcf::describe(FileType::fifo) == "a FIFO");
    CHECK(hcf::describe(FileType::socket) == "a socket");
    CHECK(hcf::describe(FileType::device) == "a device");
    CHECK(hcf::describe(FileType::unreadable) == "unreadable");
}
