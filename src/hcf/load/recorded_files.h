// SPDX-License-Identifier: Apache-2.0
// Files that remember what was read of them: a digest of the very bytes that were analysed, so that
// nothing has to be read a second time, when it may be another thing (ADR 0015).
#pragma once

#include "hcf/base/digest.h"
#include "hcf/load/file_reader.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// A file as it was read.
struct ReadFile {
    std::string path;  ///< as it was opened
    std::uint64_t bytes = 0;
    std::optional<Digest> digest;  ///< nothing: it was not read to its end
};

/// Passes everything through to other files, and keeps a record of what is opened and read.
class RecordedFiles : public FileReader {
public:
    /// Requires: `files` outlives this, and every open file.
    explicit RecordedFiles(const FileReader& files);
    ~RecordedFiles() override;
    RecordedFiles(const RecordedFiles&) = delete;
    RecordedFiles& operator=(const RecordedFiles&) = delete;
    RecordedFiles(RecordedFiles&&) = delete;
    RecordedFiles& operator=(RecordedFiles&&) = delete;

    [[nodiscard]] FileInfo inspect(const std::string& path) const override;
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(const std::string& path) const override;
    [[nodiscard]] Result<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override;

    /// A source that is no file, such as standard input, recorded under a name.
    [[nodiscard]] std::unique_ptr<ByteSource> record(const std::string& name,
                                                     std::unique_ptr<ByteSource> source) const;

    /// What was read so far, in the order in which it was opened; the same bytes of the same path
    /// stand once.
    [[nodiscard]] std::vector<ReadFile> read() const;

private:
    class Log;
    const FileReader& files_;
    std::shared_ptr<Log> log_;
};

}  // namespace hcf
