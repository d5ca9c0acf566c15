// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/people.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/key_file.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/noted_team.h"
#include "hcf/cli/output.h"
#include "hcf/diag/format_rules.h"
#include "hcf/load/person_index.h"
#include "hcf/rules/all_rules.h"
#include "hcf/rules/member_rules.h"
#include "hcf/rules/run_rules.h"
#include "hcf/rules/series_rules.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace hcf::cli {
namespace {

using Use = std::function<bool(const Assessment&)>;

/// Where a person stands, and in what.
struct Origin {
    std::uint32_t file_number = 0;
    std::string file;
    std::uint32_t document = 1;
};

class PeopleReader {
public:
    PeopleReader(Environment& environment, const Settings& settings, const PeopleOptions& options,
                 const Framework& framework, const InputFiles& inputs)
        : environment_(environment),
          settings_(settings),
          options_(options),
          inputs_(inputs),
          context_{&framework,
                   settings.as_of,
                   !options.show_values && !environment.err_is_terminal,
                   false,
                   {&environment.files, options.allow_outside}},
          loader_(context_),
          documents_(environment, options.stdin_filename),
          member_documents_(environment, options.stdin_filename) {}

    PeopleResult read(const Use& use);

    /// From now on, nothing but teams is read; this gets each of them.
    void expect_teams(const std::function<void(const Team&)>& begin) { begin_team_ = &begin; }

    /// From now on, the same person may be read several times, on days of their own.
    void expect_series() { is_series_ = context_.notes_series = true; }

    /// From now on, it is noted where an assessment stands in time.
    void note_series() { context_.notes_series = true; }

    /// Where the assessment that is being used stands, in a series.
    [[nodiscard]] const SeriesNote& series_note() const { return *series_note_; }

private:
    enum class Place { named, found, named_member, found_member };

    void read_file(FileDocuments& documents, const InputFile& input, std::uint32_t number,
                   Place place, const Use& use);
    void use_document(const Origin& origin, const RawDocument& raw, Place place, const Use& use);
    void use_team(const Origin& origin, const LoadedDocument& loaded, const Use& use);
    void use_person(const Origin& origin, const Assessment& assessment, Position at,
                    const SeriesNote& series, const Use& use);
    [[nodiscard]] bool fits_series(const Origin& origin, Position at, const SeriesNote& series);
    [[nodiscard]] std::optional<PersonPlace> note_person(const std::string& id,
                                                         const SeriesNote& series,
                                                         PersonPlace place);
    void read_members(const std::vector<InputFile>& files, const Use& use);
    void skip_member(const Origin& origin, const LoadedMember& member);
    [[nodiscard]] bool find_key();
    [[nodiscard]] bool is_new_file(const std::string& path);
    void note_inputs_so_far();
    void skip_file(const Finding& finding);
    void skip_document(const Origin& origin, const LoadedDocument& loaded);
    [[nodiscard]] std::string name_of(std::uint32_t file_number) const;
    void show(const Finding& finding);
    void show_errors(const LoadedDocument& loaded);
    void conclude();

    Environment& environment_;
    const Settings& settings_;
    const PeopleOptions& options_;
    const InputFiles& inputs_;
    LoadContext context_;
    DocumentLoader loader_;
    FileDocuments documents_;
    FileDocuments member_documents_;
    std::vector<std::string> members_;  ///< files of teams, numbered behind the inputs
    std::set<FileKey> read_files_;      ///< filled once a team has been met
    std::uint32_t next_input_ = 0;      ///< the first one that was not begun
    bool has_teams_ = false;
    std::size_t teams_ = 0;
    const std::function<void(const Team&)>* begin_team_ = nullptr;
    PersonIndex people_;
    bool is_series_ = false;
    const SeriesNote* series_note_ = nullptr;
    std::optional<Pseudonyms> pseudonyms_;
    std::vector<Finding> at_the_end_;
    PeopleResult result_;
    bool is_stopped_ = false;
};

void PeopleReader::show(const Finding& finding) {
    std::string text;
    render(text, finding, {settings_.colour_err, true});
    environment_.err.write(text);
}

void PeopleReader::skip_file(const Finding& finding) {
    show(finding);
    result_.skipped.push_back({finding.file, std::nullopt, 1, finding.rule->id});
}

/// A document of a kind that is not read here: an error where it was named, else passed over.
Finding unread(const Origin& origin, const LoadedDocument& loaded, DocumentKind expected,
               bool is_member) {
    const bool is_foreign = loaded.outcome == LoadedDocument::Outcome::foreign;
    const std::string_view kind = to_string(expected);
    std::string help;
    if (is_foreign) help = fmt::format("begin it with the line 'hcf: {}/1'", kind);
    if (!is_foreign && loaded.head.kind == DocumentKind::team)
        help = "teams do not nest: name the members of the other team";
    const RuleInfo& rule = is_member    ? member_rules::kMemberNotAssessment
                           : is_foreign ? format_rules::kMissingKind
                                        : format_rules::kUnreadKind;
    Finding finding = DocumentLoader::file_finding(
        rule, origin.file,
        is_foreign ? "the document does not say what it is"
                   : fmt::format("expected {} {}, found '{}'",
                                 expected == DocumentKind::assessment ? "an" : "a", kind,
                                 to_string(loaded.head.kind)),
        help);
    finding.document = origin.document;
    finding.begin = loaded.head_at;
    finding.end = loaded.head_at;
    return finding;
}

/// A team behind the one that was asked for.
Finding second_team(const Origin& origin, const LoadedDocument& loaded) {
    Finding finding = DocumentLoader::file_finding(format_rules::kUnreadKind, origin.file,
                                                   "expected one team, found another one",
                                                   "give each team a file of its own");
    finding.document = origin.document;
    finding.begin = loaded.head_at;
    finding.end = loaded.head_at;
    return finding;
}

/// Of warnings, only those that say why somebody is not counted a second time.
void PeopleReader::show_errors(const LoadedDocument& loaded) {
    for (const Finding& finding : loaded.findings) {
        if (finding.severity == Severity::error || finding.rule == &kRepeatedMember.info)
            show(finding);
    }
}

/// The rule of the first error.
std::string_view first_error(const LoadedDocument& loaded) {
    for (const Finding& finding : loaded.findings) {
        if (finding.severity == Severity::error) return finding.rule->id;
    }
    return {};
}

void PeopleReader::skip_document(const Origin& origin, const LoadedDocument& loaded) {
    show_errors(loaded);
    result_.skipped.push_back({origin.file, origin.document, loaded.errors, first_error(loaded)});
}

std::string PeopleReader::name_of(std::uint32_t file_number) const {
    if (file_number >= inputs_.files.size()) return members_[file_number - inputs_.files.size()];
    const std::string& path = inputs_.files[file_number].path;
    return path == "-" ? options_.stdin_filename : path;
}

/// Somebody who was read before.
Finding repeated(const RuleInfo& rule, const Origin& origin, Position at, RelatedFinding first) {
    Finding finding = DocumentLoader::file_finding(
        rule, origin.file,
        rule.severity == Severity::error
            ? "this person has an assessment already; this one is left out"
            : "this member is listed already; the first one counts");
    finding.document = origin.document;
    finding.begin = at;
    finding.end = at;
    finding.related.push_back(std::move(first));
    return finding;
}

/// An assessment that cannot be compared over time.
Finding incomparable(const RuleInfo& rule, const Origin& origin, Position at, std::string message,
                     std::string help) {
    Finding finding =
        DocumentLoader::file_finding(rule, origin.file, std::move(message), std::move(help));
    finding.document = origin.document;
    finding.begin = at;
    finding.end = at;
    return finding;
}

bool PeopleReader::fits_series(const Origin& origin, Position at, const SeriesNote& series) {
    const std::string& loaded = context_.framework->info.id;
    std::optional<Finding> fault;
    if (!series.assessed) {
        fault = incomparable(series_rules::kUndatedAssessment, origin, at,
                             "nothing says on which day this was assessed",
                             "give the document an 'assessed'");
    } else if (!series.framework_id.empty() && series.framework_id != loaded) {
        fault = incomparable(
            series_rules::kIncomparableFramework, origin, series.framework_at,
            fmt::format("the assessment was made against another framework than '{}', and cannot "
                        "be compared",
                        loaded),
            "load that one with --framework, or look through the ratings and change the line");
    }
    if (!fault) return true;
    show(*fault);
    result_.skipped.push_back({origin.file, origin.document, 1, fault->rule->id});
    return false;
}

/// Where the person was noted before: in a series, on the same day.
std::optional<PersonPlace> PeopleReader::note_person(const std::string& id,
                                                     const SeriesNote& series, PersonPlace place) {
    if (is_series_) return people_.note(id, series.assessed, place);
    return people_.note(id, place);
}

void PeopleReader::use_person(const Origin& origin, const Assessment& assessment, Position at,
                              const SeriesNote& series, const Use& use) {
    if (is_series_ && !fits_series(origin, at, series)) return;
    series_note_ = &series;
    if (const auto first = note_person(assessment.person.id, series, {origin.file_number, at})) {
        at_the_end_.push_back(repeated(run_rules::kSamePersonTwice, origin, at,
                                       {name_of(first->file), first->at, "the first one is here"}));
        if (is_series_)
            at_the_end_.back().message =
                "this person has an assessment of the same day already; this one is left out";
        result_.skipped.push_back(
            {origin.file, origin.document, 1, run_rules::kSamePersonTwice.id});
    } else {
        ++result_.read;
        is_stopped_ = pseudonyms_ ? !use(pseudonyms_->hide(assessment)) : !use(assessment);
    }
}

/// A file reached twice is read once (spec 4): so far only where a team leads to it.
bool PeopleReader::is_new_file(const std::string& path) {
    return path == "-" || read_files_.insert(key_of(environment_.files.inspect(path))).second;
}

void PeopleReader::note_inputs_so_far() {
    if (has_teams_) return;
    has_teams_ = true;
    for (std::uint32_t i = 0; i < next_input_; ++i) (void)is_new_file(inputs_.files[i].path);
}

void PeopleReader::read_members(const std::vector<InputFile>& files, const Use& use) {
    for (const InputFile& file : files) {
        if (is_stopped_ || !is_new_file(file.path)) continue;
        if (is_output(environment_, settings_, environment_.files.inspect(file.path))) {
            say_output_is_input(environment_, settings_);
            result_.output_is_input = is_stopped_ = true;
            return;
        }
        const auto number = static_cast<std::uint32_t>(inputs_.files.size() + members_.size());
        members_.push_back(file.path);
        read_file(member_documents_, file, number,
                  file.is_named ? Place::named_member : Place::found_member, use);
    }
}

/// A reference that leads nowhere is told of the file that is missing.
void PeopleReader::skip_member(const Origin& origin, const LoadedMember& member) {
    if (member.path.empty())
        result_.skipped.push_back({origin.file, origin.document, member.errors, member.fault->id});
    else
        result_.skipped.push_back({member.path, std::nullopt, member.errors, member.fault->id});
}

/// A team stands for its members (spec 4); a member that cannot be read is left out alone (spec 2).
void PeopleReader::use_team(const Origin& origin, const LoadedDocument& loaded, const Use& use) {
    note_inputs_so_far();
    show_errors(loaded);
    const LoadedTeam& team = *loaded.team;
    if (!team.team)
        result_.skipped.push_back({origin.file, origin.document, team.errors, first_error(loaded)});
    if (begin_team_ != nullptr && !team.team) is_stopped_ = true;
    if (begin_team_ != nullptr && team.team) (*begin_team_)(*team.team);
    ++teams_;
    std::map<std::string_view, Position> standing_here;
    for (const LoadedMember& member : team.members) {
        if (is_stopped_) return;
        if (member.errors != 0) skip_member(origin, member);
        if (member.assessment) {
            const auto [first, is_new] =
                standing_here.try_emplace(member.assessment->person.id, member.person_at);
            if (is_new || is_series_)
                use_person(origin, *member.assessment, member.person_at, member.series, use);
            else
                show(repeated(kRepeatedMember.info, origin, member.person_at,
                              {origin.file, first->second, "the first one is here"}));
        }
        read_members(member.files, use);
    }
}

void PeopleReader::use_document(const Origin& origin, const RawDocument& raw, Place place,
                                const Use& use) {
    using Outcome = LoadedDocument::Outcome;
    LoadedDocument loaded = loader_.load(origin.file, raw, place == Place::named);
    const bool wants_team = begin_team_ != nullptr && place == Place::named;
    const bool is_unread = loaded.outcome == Outcome::foreign ||
                           loaded.outcome == Outcome::other_kind ||
                           loaded.outcome == Outcome::framework ||
                           (wants_team && loaded.outcome == Outcome::assessment);
    if (is_unread && (place == Place::found || place == Place::found_member)) {
        ++result_.passed_over;
    } else if (is_unread) {
        loaded.findings = {unread(origin, loaded,
                                  wants_team ? DocumentKind::team : DocumentKind::assessment,
                                  place == Place::named_member)};
        loaded.errors = 1;
        skip_document(origin, loaded);
    } else if (loaded.team && begin_team_ != nullptr && teams_ != 0) {
        loaded.findings = {second_team(origin, loaded)};
        loaded.errors = 1;
        skip_document(origin, loaded);
    } else if (loaded.team) {
        use_team(origin, loaded, use);
    } else if (!loaded.assessment) {
        skip_document(origin, loaded);
    } else {
        use_person(origin, *loaded.assessment, loaded.person_at, loaded.series, use);
    }
}

void PeopleReader::read_file(FileDocuments& documents, const InputFile& input, std::uint32_t number,
                             Place place, const Use& use) {
    documents.read(
        input,
        [&](const std::string& file, const RawDocument& raw) {
            use_document({number, file, raw.number}, raw, place, use);
            return !is_stopped_;
        },
        [&](const Finding& finding) { skip_file(finding); });
}

/// Reads the key of pseudonyms, where one is wanted; false after saying why it cannot be used.
bool PeopleReader::find_key() {
    if (options_.pseudonym_key.empty()) return true;
    if (is_output(environment_, settings_, environment_.files.inspect(options_.pseudonym_key)))
        say_output_is_input(environment_, settings_);
    else
        pseudonyms_ = read_pseudonym_key(environment_, options_.pseudonym_key);
    return pseudonyms_.has_value();
}

void PeopleReader::conclude() {
    for (const Finding& finding : at_the_end_) show(finding);
    const std::size_t left_out = result_.skipped.size();
    if (result_.passed_over != 0 && !settings_.quiet) {
        say(environment_, fmt::format("passed over {} of other kinds",
                                      count_of(result_.passed_over, "document", "documents")));
    }
    if (left_out != 0) {
        result_.exit_code = kNotDone;
        say(environment_,
            fmt::format("{} of {} read, {} left out for errors", result_.read,
                        count_of(result_.read + left_out, "assessment", "assessments"), left_out));
    } else if (result_.read == 0 && !is_stopped_ && !options_.allow_empty) {
        result_.exit_code = kNotDone;
        const bool wants_team = begin_team_ != nullptr;
        const std::string_view kind =
            to_string(wants_team ? DocumentKind::team : DocumentKind::assessment);
        if (wants_team && teams_ != 0)
            say_error(environment_, "the team has no members");
        else
            say_error(environment_, fmt::format("no {} found", kind),
                      fmt::format("{} {} is a YAML or JSON document that begins with 'hcf: {}/1'",
                                  wants_team ? "a" : "an", kind, kind));
    }
}

PeopleResult PeopleReader::read(const Use& use) {
    if (!find_key()) {
        result_.output_is_input = true;
        result_.exit_code = kNotDone;
        return std::move(result_);
    }
    for (const Finding& finding : inputs_.findings) skip_file(finding);
    while (next_input_ < inputs_.files.size() && !is_stopped_) {
        const std::uint32_t number = next_input_++;
        const InputFile& input = inputs_.files[number];
        if (has_teams_ && !is_new_file(input.path)) continue;
        read_file(documents_, input, number, input.is_named ? Place::named : Place::found, use);
    }
    conclude();
    if (pseudonyms_) {
        for (Skipped& skipped : result_.skipped) skipped.file = pseudonyms_->of_file(skipped.file);
    }
    return std::move(result_);
}

}  // namespace

PeopleResult read_people(Environment& environment, const Settings& settings,
                         const PeopleOptions& options, const Framework& framework,
                         const InputFiles& expanded,
                         const std::function<bool(const Assessment&)>& use) {
    return PeopleReader(environment, settings, options, framework, expanded).read(use);
}

PeopleResult read_team(Environment& environment, const Settings& settings,
                       const PeopleOptions& options, const Framework& framework,
                       const InputFiles& expanded, const std::function<void(const Team&)>& begin,
                       const std::function<bool(const Assessment&)>& use) {
    PeopleReader reader(environment, settings, options, framework, expanded);
    reader.expect_teams(begin);
    return reader.read(use);
}

PeopleResult read_noted_team(Environment& environment, const Settings& settings,
                             const PeopleOptions& options, const Framework& framework,
                             const InputFiles& expanded,
                             const std::function<void(const Team&)>& begin,
                             const std::function<bool(const Assessment&, const SeriesNote&)>& use) {
    PeopleReader reader(environment, settings, options, framework, expanded);
    reader.expect_teams(begin);
    reader.note_series();
    return reader.read(
        [&](const Assessment& assessment) { return use(assessment, reader.series_note()); });
}

PeopleResult read_noted_people(
    Environment& environment, const Settings& settings, const PeopleOptions& options,
    const Framework& framework, const InputFiles& expanded,
    const std::function<bool(const Assessment&, const SeriesNote&)>& use) {
    PeopleReader reader(environment, settings, options, framework, expanded);
    reader.note_series();
    return reader.read(
        [&](const Assessment& assessment) { return use(assessment, reader.series_note()); });
}

PeopleResult read_series(Environment& environment, const Settings& settings,
                         const PeopleOptions& options, const Framework& framework,
                         const InputFiles& expanded,
                         const std::function<bool(const Assessment&, const SeriesNote&)>& use) {
    PeopleReader reader(environment, settings, options, framework, expanded);
    reader.expect_series();
    return reader.read(
        [&](const Assessment& assessment) { return use(assessment, reader.series_note()); });
}

Json skipped_json(const std::vector<Skipped>& skipped) {
    Json list = Json::array();
    for (const Skipped& item : skipped) {
        list.push_back({{"file", item.file},
                        {"document", item.document ? Json(*item.document) : Json(nullptr)},
                        {"errors", item.errors}});
    }
    return list;
}

}  // namespace hcf::cli
