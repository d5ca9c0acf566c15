// SPDX-License-Identifier: Apache-2.0
// All the program can touch: files, streams, today, and the variables that it honours. The tests
// have one in memory.
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/result.h"
#include "hcf/load/file_reader.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hcf::cli {

/// A stream of bytes out; once a write fails, all later ones do.
class OutputStream {
public:
    virtual ~OutputStream() = default;

    /// Gives false where not everything could be written.
    virtual bool write(std::string_view bytes) = 0;

    /// Why the last write failed; empty where the reader has gone away, which needs no words.
    [[nodiscard]] virtual std::string why() const = 0;
};

/// A file that appears under its name only when all of it is written; destroyed without a commit,
/// it leaves nothing.
class OutputFile {
public:
    virtual ~OutputFile() = default;
    [[nodiscard]] virtual Result<bool> write(std::string_view bytes) = 0;
    [[nodiscard]] virtual Result<bool> commit() = 0;
};

/// Keeps other runs of hcf from changing a file in place, as long as it lives.
class FileLock {
public:
    virtual ~FileLock() = default;
};

class FileWriter {
public:
    virtual ~FileWriter() = default;

    /// Waits until nobody else changes that file in place; an error where it cannot be locked.
    /// Without a lock of its own, a writer gives none.
    [[nodiscard]] virtual Result<std::unique_ptr<FileLock>> lock(const std::string& path) const {
        (void)path;
        return std::unique_ptr<FileLock>();
    }

    /// Begins a new file. An existing regular file is replaced only where `replace` says so.
    [[nodiscard]] virtual Result<std::unique_ptr<OutputFile>> create(const std::string& path,
                                                                     bool replace) const = 0;

    /// Begins a new text of an existing regular file, which keeps its permissions; where the path
    /// is a link, the file behind it.
    [[nodiscard]] virtual Result<std::unique_ptr<OutputFile>> replace(
        const std::string& path) const {
        return create(path, true);
    }
};

struct Environment {
    const FileReader& files;
    const FileWriter& writer;
    std::function<std::unique_ptr<ByteSource>()> standard_input;
    OutputStream& out;
    OutputStream& err;
    std::function<Date()> today;  ///< asked only where no --as-of is given
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::function<std::optional<std::string>(const std::string&)> variable;
    /// Where the program was started, absolute: only to place patterns of hcf.yaml, never shown.
    std::function<std::string()> working_directory = {};
};

}  // namespace hcf::cli
