// SPDX-License-Identifier: Apache-2.0
// The real file system behind FileReader and FileWriter, by POSIX calls.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/real_folder.h"

#include <memory>
#include <string>

namespace hcf::cli {

class RealFiles : public FileReader {
public:
    [[nodiscard]] FileInfo inspect(const std::string& path) const override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(const std::string& path) const override;
    [[nodiscard]] Result<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override;
};

/// Writes a file that gets its name when it is whole, mode 0600. Devices and FIFOs are
/// written directly.
class RealWriter : public FileWriter, public FolderWriter {
public:
    [[nodiscard]] Result<std::unique_ptr<OutputFile>> create(const std::string& path,
                                                             bool replace) const override;
    [[nodiscard]] Result<std::unique_ptr<OutputFile>> replace(
        const std::string& path) const override;

    [[nodiscard]] Result<bool> write_folder(const std::string& path,
                                            const std::vector<FolderFile>& contents,
                                            const std::set<std::string>& removable) const override;

    /// By flock on the regular file behind the path. None where there is no such file, or it may
    /// not be opened: reading it says why.
    [[nodiscard]] Result<std::unique_ptr<FileLock>> lock(const std::string& path) const override;
};

/// Where the process was started; "/" where the system does not say.
[[nodiscard]] std::string working_directory();

/// A file descriptor that is not closed: standard input.
[[nodiscard]] std::unique_ptr<ByteSource> read_descriptor(int descriptor);

/// A stream on a file descriptor that is not closed: standard output and standard error.
class DescriptorStream : public OutputStream {
public:
    explicit DescriptorStream(int descriptor) : descriptor_(descriptor) {}
    bool write(std::string_view bytes) override;
    [[nodiscard]] std::string why() const override { return why_; }

private:
    int descriptor_;
    bool has_failed_ = false;
    std::string why_;
};

}  // namespace hcf::cli
