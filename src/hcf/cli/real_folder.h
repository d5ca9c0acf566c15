// SPDX-License-Identifier: Apache-2.0
// A directory of files that is written as a whole: beside its place, and then put there at once.
#pragma once

#include "hcf/base/result.h"

#include <set>
#include <string>
#include <vector>

namespace hcf::cli {

class FileWriter;

/// One file of a directory that is written as a whole; its name holds no slash.
struct FolderFile {
    std::string name;
    std::string text;
};

/// What a FileWriter is, too, where it can write whole directories.
class FolderWriter {
public:
    virtual ~FolderWriter() = default;

    /// Writes a directory that has these files: all of them, or, with an error, none. Where there
    /// is one, files of the same names and those in `removable` go, and everything else stays.
    [[nodiscard]] virtual Result<bool> write_folder(
        const std::string& path, const std::vector<FolderFile>& contents,
        const std::set<std::string>& removable) const = 0;
};

/// The same on the real file system; `files` writes the single files.
[[nodiscard]] Result<bool> write_real_folder(const FileWriter& files, const std::string& path,
                                             const std::vector<FolderFile>& contents,
                                             const std::set<std::string>& removable);

}  // namespace hcf::cli
