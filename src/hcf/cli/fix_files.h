// SPDX-License-Identifier: Apache-2.0
// `validate --fix` and `--diff`: mends in files what has one right answer, and nothing else.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/file_edits.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/paths.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// A file and what it would be.
struct FixedFile {
    EditedFile file;
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

private:
    [[nodiscard]] std::size_t find_edits(const std::string& text,
                                         std::deque<FileDocument>& documents,
                                         std::vector<Edit>& edits) const;
    [[nodiscard]] bool has_new_errors(const std::string& path,
                                      const std::deque<FileDocument>& before,
                                      const std::deque<FileDocument>& now);

    Environment& environment_;
    const LoadContext& context_;
    DocumentLoader loader_;
};

/// Mends the files, or shows how; gives the exit code: 2 where a file could not be written, with
/// `only_shows` 1 where something would change. The diff goes to standard output.
[[nodiscard]] int fix_files(Environment& environment, const LoadContext& context,
                            const InputFiles& inputs, bool only_shows, bool is_quiet);

}  // namespace hcf::cli
