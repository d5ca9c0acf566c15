// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/validation.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/diag/format_rules.h"
#include "hcf/diag/suppression_rules.h"

#include <fmt/format.h>

#include <iterator>

namespace hcf::cli {
namespace {

std::string directory_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

}  // namespace

/// Tells a finding; one of a stream may have to wait for those of the lines before it.
void Validation::tell(Finding finding) {
    if (is_in_stream_ && streamed_.any())
        held_.push_back(std::move(finding));
    else
        tell_now(std::move(finding));
}

/// Tells what had to wait, and what the framework documents of the stream say together.
void Validation::end_stream(bool is_whole) {
    is_in_stream_ = false;
    for (Finding& finding : streamed_.judge(is_whole)) held_.push_back(std::move(finding));
    sort_findings(held_);
    for (Finding& finding : held_) tell_now(std::move(finding));
    held_.clear();
}

void Validation::tell_now(Finding finding) {
    const FindingPolicy::Fate fate = policy_.judge(finding);
    if (fate == FindingPolicy::Fate::dropped) return;
    ++(finding.severity == Severity::error ? counts_.errors : counts_.warnings);
    if (fate == FindingPolicy::Fate::hidden) {
        ++not_selected_;
    } else if (options_.has_statistics) {
        rule_counts_.add(finding);
    } else if (options_.max_diagnostics && told_ >= *options_.max_diagnostics) {
        ++held_back_;
    } else {
        ++told_;
        output_.tell(finding);
    }
}

/// What is wrong with the framework that a directory holds, by file.
const std::vector<Finding>& Validation::findings_of_directory(const std::string& directory) {
    const auto [place, is_new] = directories_.try_emplace(directory);
    if (is_new) place->second = load_framework(environment_.files, {directory, {}}).findings;
    return place->second;
}

/// Framework documents are judged together with those beside them, an overlay on the framework in
/// use.
void Validation::add_framework_findings(const std::string& file, std::uint32_t document,
                                        LoadedDocument& loaded) {
    const bool is_overlay = loaded.head.kind == DocumentKind::overlay;
    std::vector<Finding> found;
    if (is_overlay) {
        FrameworkChoice choice = settings_.framework;
        const FileInfo info = environment_.files.inspect(file);
        for (const std::string& overlay : choice.overlays) {
            if (is_same_file(environment_.files.inspect(overlay), info))
                return;  // loaded already, without an error
        }
        choice.overlays.push_back(file);
        found = load_framework(environment_.files, choice).findings;
    } else {
        found = findings_of_directory(directory_of(file));
    }
    // They are among the others, which know more; only what is wrong with comments is not.
    std::erase_if(loaded.findings, [](const Finding& finding) {
        return finding.rule != &suppression_rules::kUnusedSuppression;
    });
    for (Finding& finding : found) {
        if (name_of(finding.file) != name_of(file) || finding.document != document) continue;
        finding.file = file;
        for (RelatedFinding& related : finding.related) {
            if (name_of(related.file) == name_of(file)) related.file = file;
        }
        loaded.findings.push_back(std::move(finding));
    }
    sort_findings(loaded.findings);
}

Finding Validation::unread(const std::string& file, const LoadedItem& item) const {
    const bool is_foreign = item.loaded->outcome == LoadedDocument::Outcome::foreign;
    Finding finding = DocumentLoader::file_finding(
        is_foreign ? format_rules::kMissingKind : format_rules::kUnreadKind, file,
        is_foreign ? std::string("the document does not say what it is")
                   : fmt::format("documents of the kind '{}' are not checked yet",
                                 to_string(item.loaded->head.kind)),
        is_foreign ? "begin it with a line such as 'hcf: assessment/1'" : "");
    finding.document = item.document;
    finding.begin = item.loaded->head_at;
    finding.end = item.loaded->head_at;
    return finding;
}

void Validation::use_document(LoadedItem& item) {
    using Outcome = LoadedDocument::Outcome;
    const InputFile& input = inputs_.files[item.file];
    const std::string& file = shown_name(input);
    LoadedDocument& loaded = *item.loaded;
    const bool is_unread =
        loaded.outcome == Outcome::foreign || loaded.outcome == Outcome::other_kind;
    if (is_unread && !input.is_named) {
        ++passed_over_;
        return;
    }
    ++documents_of_file_;
    if (is_unread) {
        loaded.findings.push_back(unread(file, item));
    } else if (is_in_stream_ && loaded.outcome == Outcome::framework) {
        streamed_.keep({std::move(item.text), item.first_line, item.document}, loaded);
    } else if (is_in_stream_ && loaded.outcome == Outcome::broken) {
        streamed_.note_broken({std::move(item.text), item.first_line, item.document});
    } else if (loaded.outcome == Outcome::framework) {
        add_framework_findings(file, item.document, loaded);
    }
    for (Finding& finding : loaded.findings) tell(std::move(finding));
    if (!loaded.suppressions.empty()) suppressions_.push_back({file, loaded.suppressions});
    if (input.is_named && loaded.team) {
        for (LoadedMember& member : loaded.team->members)
            std::move(member.files.begin(), member.files.end(), std::back_inserter(members_));
    }
    for (const PersonNote& person : loaded.people) run_.note(person, item.file, item.document);
}

void Validation::end_file(const LoadedItem& item) {
    if (!item.could_read) is_incomplete_ = true;
    if (is_in_stream_) end_stream(item.could_read);
    if (documents_of_file_ != 0) {
        ++counts_.files;
        output_.end_file(shown_name(inputs_.files[item.file]));
    }
    documents_of_file_ = 0;
}

bool Validation::use(LoadedItem item) {
    is_in_stream_ = inputs_.files[item.file].path == "-";
    if (item.fault) {
        ++documents_of_file_;
        tell(std::move(*item.fault));
    } else if (item.loaded) {
        use_document(item);
    } else if (item.is_end) {
        end_file(item);
    }
    return output_.is_open();
}

/// What only the whole run knows, and the comments about it.
void Validation::tell_run_findings() {
    std::map<std::string, std::vector<Suppression>*> comments;
    for (RunSuppressions& of_file : suppressions_) {
        const auto [place, is_new] = comments.try_emplace(of_file.file, &of_file.list);
        if (!is_new)
            place->second->insert(place->second->end(), of_file.list.begin(), of_file.list.end());
        if (!is_new) of_file.list.clear();
    }
    run_.tell([this](std::uint32_t file) { return shown_name(inputs_.files[file]); },
              [&](Finding finding) {
                  const auto place = comments.find(finding.file);
                  const bool can_be_silenced =
                      place != comments.end() && finding.severity == Severity::warning;
                  if (!can_be_silenced || !is_silenced(finding, *place->second))
                      tell(std::move(finding));
              });
    for (const RunSuppressions& of_file : suppressions_) {
        for (const Suppression& suppression : of_file.list) {
            if (auto finding = complaint(suppression)) tell(std::move(*finding));
        }
    }
}

bool Validation::write() {
    if (!options_.has_statistics) return output_.finish(counts_, !is_incomplete_);
    return write_whole(environment_, settings_, inputs_.files,
                       statistics_head(std::move(statistics_envelope_)),
                       statistics_part(rule_counts_), findings_tail(counts_)) == kDone;
}

void Validation::say_counts() {
    if (held_back_ != 0) {
        say(environment_, fmt::format("{} not shown (--max-diagnostics {})",
                                      count_of(held_back_, "more finding", "more findings"),
                                      *options_.max_diagnostics));
    }
    if (not_selected_ != 0) {
        say(environment_, fmt::format("{} not shown, for --select does not name the rule",
                                      count_of(not_selected_, "error", "errors")));
    }
    if (settings_.quiet) return;
    if (passed_over_ != 0) {
        say(environment_, fmt::format("passed over {} of other kinds",
                                      count_of(passed_over_, "document", "documents")));
    }
    if (counts_.files == 0 && inputs_.findings.empty()) return;
    say(environment_, fmt::format("{} checked: {}, {}", count_of(counts_.files, "file", "files"),
                                  count_of(counts_.errors, "error", "errors"),
                                  count_of(counts_.warnings, "warning", "warnings")));
}

/// Reads the inputs from one on. A team that was named stands for its members: they are read after
/// all that was named.
void Validation::read_from(std::size_t first) {
    if (first == inputs_.files.size() || !output_.is_open()) return;
    load_in_order(environment_, options_.people.stdin_filename, context_, inputs_, first,
                  options_.jobs, [this](LoadedItem item) { return use(std::move(item)); });
}

/// Says so where a team has led to the very file that is to be written; nothing is, then.
bool Validation::is_output_among_inputs() const {
    if (settings_.output.empty()) return false;
    for (const InputFile& input : inputs_.files) {
        if (input.path == "-" ||
            !is_output(environment_, settings_, environment_.files.inspect(input.path)))
            continue;
        say_output_is_input(environment_, settings_);
        return true;
    }
    return false;
}

int Validation::run(bool fail_on_error, bool fail_on_warning) {
    if (!options_.has_statistics && !output_.begin(inputs_.files)) return kNotDone;
    for (const Finding& finding : inputs_.findings) {
        is_incomplete_ = true;
        tell(finding);
    }
    const std::size_t named = inputs_.files.size();
    read_from(0);
    append_members(environment_.files, inputs_, members_);
    read_from(named);
    if (is_output_among_inputs()) return kNotDone;
    tell_run_findings();
    if (!write()) return kNotDone;
    say_counts();
    if (counts_.files == 0 && inputs_.findings.empty()) {
        if (options_.people.allow_empty) return kDone;
        return usage_error(environment_, "nothing to check",
                           "name files, or directories with YAML or JSON files of hcf");
    }
    const bool has_found = (fail_on_error && counts_.errors != 0) ||
                           (fail_on_warning && counts_.errors + counts_.warnings != 0);
    return worse(is_incomplete_ ? kNotDone : kDone,
                 has_found && !options_.exit_zero ? kFound : kDone);
}

}  // namespace hcf::cli
