// SPDX-License-Identifier: Apache-2.0
// All that hcf may see of a file system; the real one is in cli/, the tests have one in memory.
#pragma once

#include "hcf/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hcf {

enum class FileType { missing, regular, directory, fifo, socket, device, unreadable };

/// What a path leads to, links followed.
struct FileInfo {
    FileType type = FileType::missing;
    std::uint64_t device = 0;  ///< with `number`: the same for two paths to one file
    std::uint64_t number = 0;
    std::string why;  ///< unreadable: the system's reason
};

/// What two paths to one file have in common.
using FileKey = std::pair<std::uint64_t, std::uint64_t>;
[[nodiscard]] inline FileKey key_of(const FileInfo& info) { return {info.device, info.number}; }

/// True where both lead to one and the same regular file.
[[nodiscard]] inline bool is_same_file(const FileInfo& a, const FileInfo& b) {
    return a.type == FileType::regular && b.type == FileType::regular && key_of(a) == key_of(b);
}

struct DirectoryEntry {
    std::string name;
    FileType type = FileType::missing;  ///< links followed
    bool is_link = false;
};

/// An open file, read from front to back.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Fills the front of the buffer; 0 at the end.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> buffer) = 0;

    /// True where the file was changed since it was opened.
    [[nodiscard]] virtual bool has_changed() = 0;
};

class FileReader {
public:
    virtual ~FileReader() = default;

    [[nodiscard]] virtual FileInfo inspect(const std::string& path) const = 0;

    /// The entries of a directory, in no order, without "." and "..".
    [[nodiscard]] virtual Result<std::vector<DirectoryEntry>> list(
        const std::string& path) const = 0;

    /// The path without links and dots, from the root; an error where nothing is there. For
    /// comparing places only: it is never shown (spec 4).
    [[nodiscard]] virtual Result<std::string> real_path(const std::string& path) const = 0;

    /// Opens a regular file; anything else is an error that says what it is.
    [[nodiscard]] virtual Result<std::unique_ptr<ByteSource>> open(
        const std::string& path) const = 0;
};

/// What a path is, for messages: "a directory", "a FIFO", ...
[[nodiscard]] std::string_view describe(FileType type);

}  // namespace hcf
