// SPDX-License-Identifier: Apache-2.0
// `validate --fix` and `--diff`: mends in files what has one right answer, and nothing else. What
// comes out is read again and held against what was there before it may take the file's place.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/paths.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// A file and what it would be.
struct FixedFile {
    std::string before;
    std::string after;
    std::string shown_before;  ///< both with private values masked; as many lines each
    std::string shown_after;
    std::size_t fixes = 0;
};

/// Mends one file after another.
class FileFixer {
public:
    FileFixer(Environment& environment, const LoadContext& context)
        : environment_(environment), context_(context), loader_(context) {}

    /// What the fixes make of a file; nothing where there are none, or where it cannot be read (its
    /// findings say so). Documents that cannot be parsed keep their bytes, but for line breaks.
    [[nodiscard]] std::optional<FixedFile> fix(const std::string& path);

    /// Puts it in the file's place; false after saying why not.
    [[nodiscard]] bool write(const std::string& path, const FixedFile& file);

private:
    struct Document;

    [[nodiscard]] std::optional<std::string> read(const std::string& path);
    [[nodiscard]] std::deque<Document> documents(const std::string& path, const std::string& text);
    [[nodiscard]] bool is_faithful(const std::string& path, const std::deque<Document>& before,
                                   const std::string& after);

    Environment& environment_;
    const LoadContext& context_;
    DocumentLoader loader_;
};

/// Mends the files, or shows how; gives the exit code: 2 where a file could not be written, with
/// `only_shows` 1 where something would change. The diff goes to standard output.
[[nodiscard]] int fix_files(Environment& environment, const LoadContext& context,
                            const InputFiles& inputs, bool only_shows, bool is_quiet);

}  // namespace hcf::cli
