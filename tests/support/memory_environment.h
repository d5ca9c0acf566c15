// SPDX-License-Identifier: Apache-2.0
// A whole environment in memory, for the tests: files of every type, streams that can fail, a fixed
// today.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/real_folder.h"

#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::tests {

inline constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

/// What stands at one path.
struct MemoryFile {
    FileType type = FileType::regular;
    std::string text = {};    ///< a regular file's bytes; what was written to a device
    std::string target = {};  ///< a symbolic link's, relative to its folder; empty: no link
    std::string why = {};     ///< of type unreadable, or of the read that fails
    std::size_t fail_read_after = kNever;  ///< reading gives so many bytes, then fails
    bool changes = false;                  ///< it changes while it is read
    std::size_t number = 0;                ///< as an inode's; given by MemoryFiles
};

/// A file system. Folders come into being with what is put into them; "." is always there. Paths
/// may hold "." and "..", and go through links.
class MemoryFiles : public FileReader, public cli::FileWriter, public cli::FolderWriter {
public:
    MemoryFiles();

    /// Puts a regular file there, or replaces it.
    MemoryFile& add(const std::string& path, std::string_view text);
    MemoryFile& add_folder(const std::string& path);
    MemoryFile& add_link(const std::string& path, const std::string& target);
    /// A FIFO, socket or device.
    MemoryFile& add_special(const std::string& path, FileType type);
    /// A regular file that exists and cannot be opened.
    MemoryFile& add_unreadable(const std::string& path,
                               const std::string& why = "permission denied");
    /// A file (or hard link) that is the same as `existing`, for inspect().
    MemoryFile& add_same(const std::string& path, const std::string& existing);

    /// All that may be altered of a path, links not followed; nothing where there is none.
    [[nodiscard]] MemoryFile* find(const std::string& path);
    [[nodiscard]] std::optional<std::string> text(const std::string& path) const;
    /// Every regular file, in byte order of the paths.
    [[nodiscard]] std::vector<std::string> paths() const;

    /// Writing, all files together, takes so many bytes, then fails.
    void fail_writes_after(std::size_t bytes, std::string why = "no space left on device");
    /// Every create() fails.
    void fail_creates(std::string why = "permission denied");
    /// Every commit() fails.
    void fail_commits(std::string why = "input/output error");

    [[nodiscard]] FileInfo inspect(const std::string& path) const override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(const std::string& path) const override;
    [[nodiscard]] Result<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override;
    [[nodiscard]] Result<std::unique_ptr<cli::OutputFile>> create(const std::string& path,
                                                                  bool replace) const override;
    [[nodiscard]] Result<bool> write_folder(const std::string& path,
                                            const std::vector<cli::FolderFile>& contents,
                                            const std::set<std::string>& removable) const override;

    /// What every copy of these files, and every open one, shares.
    struct State;

private:
    std::shared_ptr<State> state_;
};

/// A text that is read in pieces of at most `piece` bytes.
[[nodiscard]] std::unique_ptr<ByteSource> read_text(std::string text, std::size_t piece = kNever);

/// A stream that keeps what is written, and can fail.
class MemoryStream : public cli::OutputStream {
public:
    bool write(std::string_view bytes) override;
    [[nodiscard]] std::string why() const override {
        return has_failed_ ? fail_why : std::string();
    }

    std::string text;
    std::size_t fail_after = kNever;                   ///< takes so many bytes, then fails
    std::string fail_why = "no space left on device";  ///< empty: the reader has gone away

private:
    bool has_failed_ = false;
};

/// The environment of one run, or of several; texts of the streams add up until `clear`.
class MemoryEnvironment {
public:
    MemoryFiles files;
    MemoryStream out;
    MemoryStream err;
    std::string standard_input;
    std::size_t stdin_piece = kNever;  ///< how many bytes one read of it gives at most
    Date today = *make_date(2026, 11, 22);
    std::size_t today_asked = 0;
    std::map<std::string, std::string> variables;
    bool out_is_terminal = false;
    bool err_is_terminal = false;

    /// For a function that wants an Environment; it refers to this object.
    [[nodiscard]] cli::Environment environment();

    /// The whole program on these arguments; gives the exit code.
    [[nodiscard]] int run(const std::vector<std::string>& arguments);

    /// Forgets what the streams got.
    void clear();
};

}  // namespace hcf::tests
