// SPDX-License-Identifier: Apache-2.0
// The real file system, in a folder of its own that is removed at the end.
#include "hcf/cli/real_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

using hcf::FileType;

class TemporaryFolder {
public:
    TemporaryFolder() {
        const char* base = std::getenv("TMPDIR");
        path_ = std::string(base != nullptr && *base != '\0' ? base : "/tmp") + "/hcf_testXXXXXX";
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }

    void add(const std::string& name, std::string_view text) const {
        std::ofstream(at(name), std::ios::binary) << text;
    }
    [[nodiscard]] std::string text(const std::string& name) const {
        std::ifstream file(at(name), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    /// The names in it, sorted.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path_)) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }

private:
    std::string path_;
};

std::string read_all(hcf::ByteSource& source) {
    std::string text;
    std::array<char, 5> buffer = {};
    while (true) {
        const auto count = source.read(buffer);
        REQUIRE(count);
        if (*count == 0) return text;
        text.append(buffer.data(), *count);
    }
}

using EntryNames = std::vector<std::string>;

}  // namespace

TEST_CASE("real files are inspected, links followed") {
    const TemporaryFolder folder;
    folder.add("a.yaml", "a: 1\n");
    REQUIRE(::link(folder.at("a.yaml").c_str(), folder.at("hard.yaml").c_str()) == 0);
    REQUIRE(::symlink("a.yaml", folder.at("soft.yaml").c_str()) == 0);
    REQUIRE(::symlink("gone.yaml", folder.at("broken.yaml").c_str()) == 0);
    REQUIRE(::symlink("loop.yaml", folder.at("loop.yaml").c_str()) == 0);
    REQUIRE(::mkfifo(folder.at("fifo").c_str(), 0600) == 0);
    const hcf::cli::RealFiles files;
    const hcf::FileInfo info = files.inspect(folder.at("a.yaml"));
    CHECK(info.type == FileType::regular);
    for (const char* name : {"hard.yaml", "soft.yaml"}) {
        const hcf::FileInfo other = files.inspect(folder.at(name));
        CHECK(other.type == FileType::regular);
        CHECK(other.device == info.device);
        CHECK(other.number == info.number);
    }
    CHECK(files.inspect(folder.at("")).type == FileType::directory);
    CHECK(files.inspect(folder.at("fifo")).type == FileType::fifo);
    CHECK(files.inspect("/dev/null").type == FileType::device);
    CHECK(files.inspect(folder.at("gone.yaml")).type == FileType::missing);
    CHECK(files.inspect(folder.at("broken.yaml")).type == FileType::missing);
    CHECK(files.inspect(folder.at("a.yaml/b")).type == FileType::missing);
    CHECK(files.inspect("").type == FileType::missing);
    const hcf::FileInfo loop = files.inspect(folder.at("loop.yaml"));
    CHECK(loop.type == FileType::unreadable);
    CHECK(loop.why == "too many levels of symbolic links");
    const hcf::FileInfo too_long = files.inspect(folder.at(std::string(5000, 'x')));
    CHECK(too_long.type == FileType::unreadable);
    CHECK(too_long.why == "file name too long");
}

TEST_CASE("a real directory lists its entries, without itself and its parent") {
    const TemporaryFolder folder;
    folder.add("a.yaml", "");
    folder.add(".hidden", "");
    REQUIRE(::mkdir(folder.at("sub").c_str(), 0700) == 0);
    REQUIRE(::symlink("sub", folder.at("link").c_str()) == 0);
    REQUIRE(::symlink("gone", folder.at("broken").c_str()) == 0);
    const hcf::cli::RealFiles files;
    auto entries = files.list(folder.at(""));
    REQUIRE(entries);
    std::sort(entries->begin(), entries->end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    EntryNames names;
    for (const hcf::DirectoryEntry& entry : *entries) names.push_back(entry.name);
    REQUIRE(names == EntryNames{".hidden", "a.yaml", "broken", "link", "sub"});
    CHECK((*entries)[1].type == FileType::regular);
    CHECK_FALSE((*entries)[1].is_link);
    CHECK((*entries)[2].type == FileType::missing);
    CHECK((*entries)[2].is_link);
    CHECK((*entries)[3].type == FileType::directory);
    CHECK((*entries)[3].is_link);
    CHECK((*entries)[4].type == FileType::directory);
    CHECK_FALSE((*entries)[4].is_link);
    const auto none = files.list(folder.at("a.yaml"));
    REQUIRE_FALSE(none);
    CHECK(none.error().message == "cannot be listed: not a directory");
}

TEST_CASE("a real file is read to its end, and knows whether it was changed") {
    const TemporaryFolder folder;
    folder.add("a.yaml", "a: 1\nb: 2\n");
    const hcf::cli::RealFiles files;
    const auto source = files.open(folder.at("a.yaml"));
    REQUIRE(source);
    CHECK(read_all(**source) == "a: 1\nb: 2\n");
    CHECK_FALSE((*source)->has_changed());
    folder.add("a.yaml", "a: 1\nb: 2\nc: 3\n");
    CHECK((*source)->has_changed());
}

TEST_CASE("a real file that shrinks while it is read has changed") {
    const TemporaryFolder folder;
    folder.add("a.yaml", "a: 1\nb: 2\n");
    const hcf::cli::RealFiles files;
    const auto source = files.open(folder.at("a.yaml"));
    REQUIRE(source);
    std::array<char, 4> buffer = {};
    REQUIRE((*source)->read(buffer));
    REQUIRE(::truncate(folder.at("a.yaml").c_str(), 4) == 0);
    CHECK(read_all(**source).empty());
    CHECK((*source)->has_changed());
}

TEST_CASE("what is no regular file is not opened, and nothing waits for it") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo(folder.at("fifo").c_str(), 0600) == 0);
    const hcf::cli::RealFiles files;
    const auto message = [&](const std::string& path) {
        const auto source = files.open(path);
        REQUIRE_FALSE(source);
        return source.error().message;
    };
    CHECK(message(folder.at("fifo")) == "it is a FIFO, not a regular file");
    CHECK(message(folder.at("")) == "it is a directory, not a regular file");
    CHECK(message("/dev/null") == "it is a device, not a regular file");
    CHECK(message(folder.at("gone")) == "cannot be opened: no such file or directory");
}

TEST_CASE("a real output appears whole, under its name alone") {
    const TemporaryFolder folder;
    const hcf::cli::RealWriter writer;
    auto file = writer.create(folder.at("r.csv"), false);
    REQUIRE(file);
    REQUIRE((*file)->write("a,b\r\n"));
    REQUIRE((*file)->write("1,2\r\n"));
    CHECK_FALSE(std::filesystem::exists(folder.at("r.csv")));
    REQUIRE((*file)->commit());
    file->reset();
    CHECK(folder.text("r.csv") == "a,b\r\n1,2\r\n");
    CHECK(folder.names() == EntryNames{"r.csv"});
}

TEST_CASE("a real output that is not committed leaves nothing behind") {
    const TemporaryFolder folder;
    const hcf::cli::RealWriter writer;
    folder.add("old.csv", "old");
    for (const char* name : {"new.csv", "old.csv"}) {
        auto file = writer.create(folder.at(name), true);
        REQUIRE(file);
        REQUIRE((*file)->write("half"));
        file->reset();
    }
    CHECK(folder.names() == EntryNames{"old.csv"});
    CHECK(folder.text("old.csv") == "old");
}

TEST_CASE("a real file is replaced only where that is asked for") {
    const TemporaryFolder folder;
    folder.add("r.csv", "old");
    const hcf::cli::RealWriter writer;
    const auto refused = writer.create(folder.at("r.csv"), false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == hcf::Error{"it exists", "--force replaces it"});
    auto file = writer.create(folder.at("r.csv"), true);
    REQUIRE(file);
    REQUIRE((*file)->write("new"));
    REQUIRE((*file)->commit());
    file->reset();
    CHECK(folder.text("r.csv") == "new");
    CHECK(folder.names() == EntryNames{"r.csv"});
}

TEST_CASE("a link that is replaced leads nowhere any more, and what it led to stays") {
    const TemporaryFolder folder;
    folder.add("target.csv", "old");
    REQUIRE(::symlink("target.csv", folder.at("link.csv").c_str()) == 0);
    const hcf::cli::RealWriter writer;
    REQUIRE_FALSE(writer.create(folder.at("link.csv"), false));
    auto file = writer.create(folder.at("link.csv"), true);
    REQUIRE(file);
    REQUIRE((*file)->write("new"));
    REQUIRE((*file)->commit());
    file->reset();
    CHECK(folder.text("link.csv") == "new");
    CHECK(folder.text("target.csv") == "old");
}

TEST_CASE("a real file that somebody made meanwhile is not replaced") {
    const TemporaryFolder folder;
    const hcf::cli::RealWriter writer;
    auto file = writer.create(folder.at("r.csv"), false);
    REQUIRE(file);
    REQUIRE((*file)->write("mine"));
    folder.add("r.csv", "theirs");
    const auto committed = (*file)->commit();
    REQUIRE_FALSE(committed);
    CHECK(committed.error() == hcf::Error{"it exists", "--force replaces it"});
    file->reset();
    CHECK(folder.text("r.csv") == "theirs");
    CHECK(folder.names() == EntryNames{"r.csv"});
}

TEST_CASE("real outputs that cannot be made say why") {
    const TemporaryFolder folder;
    const hcf::cli::RealWriter writer;
    const auto message = [&](const std::string& path) {
        const auto file = writer.create(path, true);
        REQUIRE_FALSE(file);
        return file.error().message;
    };
    CHECK(message(folder.at("")) == "it is a directory");
    CHECK(message(folder.at("gone/r.csv")) == "no such file or directory");
}

TEST_CASE("a real device is written to directly, and a full one says so") {
    const hcf::cli::RealWriter writer;
    auto null = writer.create("/dev/null", false);
    REQUIRE(null);
    CHECK((*null)->write("x"));
    CHECK((*null)->commit());
    if (::access("/dev/full", W_OK) != 0) return;
    auto full = writer.create("/dev/full", false);
    REQUIRE(full);
    const auto written = (*full)->write("x");
    REQUIRE_FALSE(written);
    CHECK(written.error().message == "no space left on device");
}

TEST_CASE("a stream on a descriptor writes, and stays silent where its reader went away") {
    std::array<int, 2> ends = {};
    REQUIRE(::pipe(ends.data()) == 0);
    hcf::cli::DescriptorStream out(ends[1]);
    CHECK(out.write("a: 1\n"));
    CHECK(out.why().empty());
    ::close(ends[1]);
    const auto source = hcf::cli::read_descriptor(ends[0]);
    CHECK(read_all(*source) == "a: 1\n");
    CHECK_FALSE(source->has_changed());
    ::close(ends[0]);
    // The descriptor is closed: every write fails from now on, and says why.
    CHECK_FALSE(out.write("b"));
    CHECK(out.why() == "bad file descriptor");
    CHECK_FALSE(out.write("c"));
    const auto failed = source->read(std::span<char>());
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message == "cannot be read: bad file descriptor");
}
