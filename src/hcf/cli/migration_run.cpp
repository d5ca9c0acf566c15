// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/migration_run.h"

#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace hcf::cli {
namespace {

bool ends_with_json(const std::string& path) {
    constexpr std::string_view kExtension = ".json";
    return path.size() >= kExtension.size() &&
           case_fold(path.substr(path.size() - kExtension.size())) == kExtension;
}

/// The lines of a document's bytes, in its file.
class Lines {
public:
    explicit Lines(const FileDocument& document)
        : starts_(line_starts(document.text)), first_(document.first_line) {}

    [[nodiscard]] std::uint32_t of(std::uint32_t at) const {
        const auto behind = std::upper_bound(starts_.begin(), starts_.end(), std::size_t{at});
        return first_ + static_cast<std::uint32_t>(behind - starts_.begin()) - 1;
    }

private:
    std::vector<std::size_t> starts_;
    std::uint32_t first_;
};

std::size_t error_count(const std::vector<Finding>& findings) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.severity == Severity::error; }));
}

LoadContext context_for(const Framework& framework, Environment& environment,
                        const Settings& settings, const MigrateOptions& options) {
    return {&framework,
            settings.as_of,
            !options.people.show_values && !environment.err_is_terminal,
            true,
            {&environment.files, options.people.allow_outside}};
}

/// Nothing changes in a document that is left alone; that has a reason.
void forget_changes(MigratedDocument& result, bool is_held_up) {
    result.changes.clear();
    result.kept.clear();
    result.look_at.clear();
    if (!result.obstacles.empty()) return;
    const char* why = is_held_up ? "another document of its file cannot be moved"
                                 : "the file could not be written";
    result.obstacles.push_back({result.first_line, why, {}});
}

}  // namespace

/// A file on its way.
struct MigrationRun::File {
    const InputFile& input;
    std::string text;
    std::deque<FileDocument> documents;
    std::vector<std::size_t> ours;  ///< the documents that are looked at, by place
    std::vector<MigratedDocument> results;
    std::vector<Edit> edits;
    bool is_stuck = false;  ///< something in it is for people to decide
    bool is_bad = false;    ///< something in it could not be read, and was told
};

MigrationRun::MigrationRun(Environment& environment, const Settings& settings,
                           const MigrateOptions& options, const FrameworkMove& move)
    : environment_(environment),
      settings_(settings),
      options_(options),
      move_(move),
      context_from_(context_for(move.from, environment, settings, options)),
      context_to_(context_for(move.to, environment, settings, options)),
      loader_from_(context_from_),
      loader_to_(context_to_) {}

void MigrationRun::show(const Finding& finding) {
    std::string text;
    render(text, finding, {settings_.colour_err, true});
    environment_.err.write(text);
}

void MigrationRun::leave_alone(const File& file, const std::string& why, const std::string& help) {
    say_error(environment_, fmt::format("'{}' is left alone: {}", file.input.path, why), help);
    exit_code_ = kNotDone;
}

void MigrationRun::skip(const std::string& path, const FileDocument& document,
                        const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error) show(finding);
    }
    skipped_.push_back({path, document.number, error_count(findings)});
    exit_code_ = kNotDone;
}

/// Documents that name nothing of a framework: passed over in a walk, an error where the file was
/// named.
bool MigrationRun::skip_unread(File& file, const FileDocument& document,
                               const LoadedDocument& loaded) {
    using Outcome = LoadedDocument::Outcome;
    const bool is_foreign = loaded.outcome == Outcome::foreign;
    if (!is_foreign && loaded.outcome != Outcome::framework) return false;
    if (!file.input.is_named) {
        ++passed_over_;
        return true;
    }
    Finding finding = DocumentLoader::file_finding(
        is_foreign ? format_rules::kMissingKind : format_rules::kUnreadKind, file.input.path,
        is_foreign ? "the document does not say what it is"
                   : fmt::format("expected an assessment, found '{}'", to_string(loaded.head.kind)),
        is_foreign ? "begin it with the line 'hcf: assessment/1'" : "");
    finding.document = document.number;
    finding.begin = loaded.head_at;
    finding.end = loaded.head_at;
    skip(file.input.path, document, {finding});
    return true;
}

void MigrationRun::describe(const FileDocument& document, const Migration& plan,
                            MigratedDocument& result) {
    const Lines lines(document);
    for (const NameMove& move : plan.moves) {
        result.changes.push_back({lines.of(move.at), to_string(move.what), move.from, move.to});
    }
    for (const KeptEntry& entry : plan.kept)
        result.kept.push_back({lines.of(entry.at), entry.competence, entry.key});
    for (const MigrationProblem& problem : plan.problems) {
        result.obstacles.push_back({lines.of(problem.at), problem.message, problem.help});
    }
    if (plan.fixes.empty() && plan.problems.empty()) return;
    for (const CompetenceId id : plan.look_at) result.look_at.push_back(move_.to.at(id).id);
}

void MigrationRun::add_edits(File& file, FileDocument& document, const Migration& plan) {
    for (const NoteLine& note : plan.notes) {
        const std::size_t at = document.offset + note.at;
        file.edits.push_back({at, at, note.text + plan.line_break});
    }
    for (const Fix& fix : plan.fixes) {
        file.edits.push_back(
            {document.offset + fix.begin, document.offset + fix.end, fix.replacement});
        document.fixed[fix.node] = fix.text;
    }
}

/// Plans one document; false where it cannot be read, or is none of ours.
bool MigrationRun::plan(File& file, FileDocument& document) {
    LoadedDocument loaded = loader_from_.load(file.input.path, document.raw());
    if (skip_unread(file, document, loaded)) return false;
    const bool is_known =
        document.tree != nullptr && document.head.state == DocumentHead::State::known;
    if (!is_known) {
        skip(file.input.path, document, loaded.findings);
        file.is_bad = true;
        return false;
    }
    if (file.input.is_named && loaded.team) {
        for (LoadedMember& member : loaded.team->members)
            std::move(member.files.begin(), member.files.end(), std::back_inserter(members_));
    }
    const Notes notes = ends_with_json(file.input.path) ? Notes::keys : Notes::comments;
    const Migration plan = plan_migration(*document.tree, document.head.kind, move_, notes);
    if (loaded.errors != 0) {
        // A file that has moved already says what the first framework does not know.
        LoadedDocument moved = loader_to_.load(file.input.path, document.raw());
        if (!plan.fixes.empty() || !plan.problems.empty() || moved.errors != 0) {
            skip(file.input.path, document, loaded.findings);
            file.is_bad = true;
            return false;
        }
        loaded = std::move(moved);
    }
    MigratedDocument& result = file.results.emplace_back();
    result.file = file.input.path;
    result.document = document.number;
    result.first_line = document.first_line;
    result.kind = to_string(document.head.kind);
    if (loaded.assessment) result.person_id = loaded.assessment->person.id;
    describe(document, plan, result);
    add_edits(file, document, plan);
    if (!plan.fixes.empty()) result.state = MigrationState::to_move;
    if (!plan.problems.empty()) {
        result.state = MigrationState::left_alone;
        file.is_stuck = true;
        for (const MigrationObstacle& obstacle : result.obstacles) {
            leave_alone(file, fmt::format("line {}: {}", obstacle.line, obstacle.message),
                        obstacle.help);
        }
    }
    return true;
}

/// Tries the move: the same nodes but for what was to change, and no error under the second
/// framework.
bool MigrationRun::holds(File& file) {
    const std::string after = apply_edits(file.text, file.edits);
    const std::deque<FileDocument> now = split_documents(file.input.path, after);
    if (!is_faithful(file.documents, now)) {
        leave_alone(file, "it cannot be changed without touching more than names");
        return false;
    }
    std::vector<Finding> faults;
    for (const std::size_t place : file.ours) {
        for (Finding& finding : loader_to_.load(file.input.path, now[place].raw()).findings) {
            if (finding.severity == Severity::error) faults.push_back(std::move(finding));
        }
    }
    if (faults.empty()) return true;
    leave_alone(file, fmt::format("moved, it would not be right under {}:", card_of(move_.to)));
    for (const Finding& finding : faults) show(finding);
    for (MigratedDocument& result : file.results) {
        for (const Finding& finding : faults) {
            if (finding.document != result.document) continue;
            result.obstacles.push_back({finding.begin.line, finding.message, finding.help});
        }
    }
    return false;
}

/// Writes, shows and tells what has been decided.
void MigrationRun::finish(File& file) {
    const bool is_held_up = file.is_stuck || file.is_bad || !holds(file);  // each has been told
    const bool has_edits = !file.edits.empty();
    bool is_written = false;
    if (!is_held_up && has_edits) {
        EditedFile edited;
        edited.before = file.text;
        edited.after = apply_edits(file.text, file.edits);
        edited.added = added_lines(file.text, file.edits);
        if (options_.shows_diff) {
            const bool masks = !options_.people.show_values && !environment_.out_is_terminal;
            set_shown(edited, file.documents, split_documents(file.input.path, edited.after),
                      masks);
            is_stopped_ = !environment_.out.write(diff_of(file.input.path, edited));
            if (is_stopped_) exit_code_ = kNotDone;
        }
        is_written =
            options_.writes && write_in_place(environment_, file.input.path, edited, "move");
        if (options_.writes && !is_written) exit_code_ = kNotDone;
    }
    for (MigratedDocument& result : file.results) {
        const bool is_moving = result.state == MigrationState::to_move;
        if (is_held_up && (is_moving || !result.obstacles.empty()))
            result.state = MigrationState::left_alone;
        else if (options_.writes && is_moving)
            result.state = is_written ? MigrationState::moved : MigrationState::left_alone;
        if (result.state == MigrationState::left_alone) forget_changes(result, is_held_up);
        ++counts_.of_state[static_cast<std::size_t>(result.state)];
        if (result.state != MigrationState::left_alone) counts_.kept += result.kept.size();
        is_stopped_ = is_stopped_ || !tell_(result);
    }
    if (file.is_bad && has_edits) leave_alone(file, "another document in it has errors");
}

void MigrationRun::move_file(const InputFile& input) {
    File file = {input, {}, {}, {}, {}, {}};
    if (is_output(environment_, settings_, environment_.files.inspect(input.path))) {
        leave_alone(file, "it is where the report goes", "name another file with -o");
        return;
    }
    // Nobody else changes it from before it is read until it has been replaced.
    std::unique_ptr<FileLock> lock;
    if (options_.writes) {
        auto locked = environment_.writer.lock(input.path);
        if (!locked) {
            leave_alone(file, locked.error().message);
            return;
        }
        lock = std::move(*locked);
    }
    auto text = read_whole(environment_, input.path);
    if (!text) {
        Finding finding = DocumentLoader::file_finding(reading_rules::kUnreadableFile, input.path,
                                                       text.error().message, text.error().help);
        show(finding);
        skipped_.push_back({input.path, std::nullopt, 1});
        exit_code_ = kNotDone;
        return;
    }
    file.text = std::move(*text);
    file.documents = split_documents(input.path, file.text);
    for (std::size_t i = 0; i < file.documents.size(); ++i) {
        if (plan(file, file.documents[i])) file.ours.push_back(i);
    }
    if (file.documents.empty()) {
        show(DocumentLoader::file_finding(reading_rules::kEmptyDocument, input.path,
                                          "the file holds nothing"));
        skipped_.push_back({input.path, std::nullopt, 1});
        exit_code_ = kNotDone;
    }
    if (!file.results.empty()) finish(file);
}

void MigrationRun::run(InputFiles inputs,
                       const std::function<bool(const MigratedDocument&)>& tell) {
    tell_ = tell;
    for (const Finding& finding : inputs.findings) {
        show(finding);
        skipped_.push_back({finding.file, std::nullopt, 1});
        exit_code_ = kNotDone;
    }
    const std::size_t named = inputs.files.size();
    for (std::size_t i = 0; i < named && !is_stopped_; ++i) move_file(inputs.files[i]);
    append_members(environment_.files, inputs, members_);
    for (std::size_t i = named; i < inputs.files.size() && !is_stopped_; ++i)
        move_file(inputs.files[i]);
}

}  // namespace hcf::cli
