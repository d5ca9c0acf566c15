// SPDX-License-Identifier: Apache-2.0
// The run of hcf migrate: plans the move of each file, tries it, and where that is asked for puts
// the result in its place.
#pragma once

#include "hcf/cli/file_edits.h"
#include "hcf/cli/people.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/migration.h"
#include "hcf/load/paths.h"
#include "hcf/present/present_migration.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace hcf::cli {

struct MigrateOptions {
    CommonOptions common;
    PeopleOptions people;
    std::string to;
    std::vector<std::string> to_overlays;
    bool writes = false;
    bool shows_diff = false;
};

/// One run over the inputs. A file is one thing: it is written when all its documents can move.
class MigrationRun {
public:
    MigrationRun(Environment& environment, const Settings& settings, const MigrateOptions& options,
                 const FrameworkMove& move);

    /// Moves everything in order, and behind it the members of teams that were named; `tell` gets
    /// each document, and says whether to go on. With a diff, that goes to standard output.
    void run(InputFiles inputs, const std::function<bool(const MigratedDocument&)>& tell);

    [[nodiscard]] const MigrationCounts& counts() const { return counts_; }
    [[nodiscard]] const std::vector<Skipped>& skipped() const { return skipped_; }
    [[nodiscard]] std::size_t passed_over() const { return passed_over_; }

    /// 2 where a file is left alone, could not be read, or not be written.
    [[nodiscard]] int exit_code() const { return exit_code_; }

private:
    struct File;

    void move_file(const InputFile& input);
    [[nodiscard]] bool plan(File& file, FileDocument& document);
    [[nodiscard]] bool skip_unread(File& file, const FileDocument& document,
                                   const LoadedDocument& loaded);
    void skip(const std::string& path, const FileDocument& document,
              const std::vector<Finding>& findings);
    void describe(const FileDocument& document, const Migration& plan, MigratedDocument& result);
    void add_edits(File& file, FileDocument& document, const Migration& plan);
    [[nodiscard]] bool holds(File& file);
    void finish(File& file);
    void show(const Finding& finding);
    void leave_alone(const File& file, const std::string& why, const std::string& help = {});

    Environment& environment_;
    const Settings& settings_;
    const MigrateOptions& options_;
    const FrameworkMove& move_;
    LoadContext context_from_;
    LoadContext context_to_;
    DocumentLoader loader_from_;
    DocumentLoader loader_to_;
    std::vector<InputFile> members_;
    std::vector<Skipped> skipped_;
    MigrationCounts counts_;
    std::function<bool(const MigratedDocument&)> tell_;
    std::size_t passed_over_ = 0;
    int exit_code_ = 0;
    bool is_stopped_ = false;
};

}  // namespace hcf::cli
