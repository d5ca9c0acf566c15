// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/people.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/messages.h"
#include "hcf/diag/format_rules.h"
#include "hcf/load/person_index.h"
#include "hcf/rules/run_rules.h"

#include <fmt/format.h>

namespace hcf::cli {
namespace {

class PeopleReader {
public:
    PeopleReader(Environment& environment, const Settings& settings, const PeopleOptions& options,
                 const Framework& framework, const InputFiles& inputs)
        : environment_(environment),
          settings_(settings),
          options_(options),
          inputs_(inputs),
          context_{&framework, settings.as_of,
                   !options.show_values && !environment.err_is_terminal},
          loader_(context_),
          documents_(environment, options.stdin_filename) {}

    PeopleResult read(const std::function<bool(const Assessment&)>& use);

private:
    bool use_document(const std::string& file, const RawDocument& raw, std::uint32_t file_number,
                      bool is_named, const std::function<bool(const Assessment&)>& use);
    void skip_file(const Finding& finding);
    void skip_document(const std::string& file, const RawDocument& raw, LoadedDocument& loaded);
    [[nodiscard]] bool is_repeated(const std::string& file, const RawDocument& raw,
                                   const LoadedDocument& loaded, std::uint32_t file_number);
    void show(const Finding& finding);
    void conclude();

    Environment& environment_;
    const Settings& settings_;
    const PeopleOptions& options_;
    const InputFiles& inputs_;
    LoadContext context_;
    DocumentLoader loader_;
    FileDocuments documents_;
    PersonIndex people_;
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
    result_.skipped.push_back({finding.file, std::nullopt, 1});
}

/// A document of a kind that is not read here: an error where it was named, else passed over.
Finding unread(const std::string& file, const RawDocument& raw, const LoadedDocument& loaded) {
    const bool is_foreign = loaded.outcome == LoadedDocument::Outcome::foreign;
    Finding finding = DocumentLoader::file_finding(
        is_foreign ? format_rules::kMissingKind : format_rules::kUnreadKind, file,
        is_foreign ? "the document does not say what it is"
                   : fmt::format("expected an assessment, found '{}'", to_string(loaded.head.kind)),
        is_foreign ? "begin it with the line 'hcf: assessment/1'" : "");
    finding.document = raw.number;
    finding.begin = loaded.head_at;
    finding.end = loaded.head_at;
    return finding;
}

void PeopleReader::skip_document(const std::string& file, const RawDocument& raw,
                                 LoadedDocument& loaded) {
    for (const Finding& finding : loaded.findings) {
        if (finding.severity == Severity::error) show(finding);
    }
    result_.skipped.push_back({file, raw.number, loaded.errors});
}

bool PeopleReader::is_repeated(const std::string& file, const RawDocument& raw,
                               const LoadedDocument& loaded, std::uint32_t file_number) {
    const auto first = people_.note(loaded.assessment->person.id, {file_number, loaded.person_at});
    if (!first) return false;
    Finding finding =
        DocumentLoader::file_finding(run_rules::kSamePersonTwice, file,
                                     "this person has an assessment already; this one is left out");
    finding.document = raw.number;
    finding.begin = loaded.person_at;
    finding.end = loaded.person_at;
    const std::string& first_path = inputs_.files[first->file].path;
    finding.related.push_back({first_path == "-" ? options_.stdin_filename : first_path, first->at,
                               "the first one is here"});
    at_the_end_.push_back(std::move(finding));
    result_.skipped.push_back({file, raw.number, 1});
    return true;
}

bool PeopleReader::use_document(const std::string& file, const RawDocument& raw,
                                std::uint32_t file_number, bool is_named,
                                const std::function<bool(const Assessment&)>& use) {
    using Outcome = LoadedDocument::Outcome;
    LoadedDocument loaded = loader_.load(file, raw);
    const bool is_unread = loaded.outcome == Outcome::foreign ||
                           loaded.outcome == Outcome::other_kind ||
                           loaded.outcome == Outcome::framework;
    if (is_unread && !is_named) {
        ++result_.passed_over;
    } else if (is_unread) {
        loaded.findings = {unread(file, raw, loaded)};
        loaded.errors = 1;
        skip_document(file, raw, loaded);
    } else if (!loaded.assessment) {
        skip_document(file, raw, loaded);
    } else if (!is_repeated(file, raw, loaded, file_number)) {
        ++result_.read;
        is_stopped_ = !use(*loaded.assessment);
    }
    return !is_stopped_;
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
        say_error(environment_, "no assessment found",
                  "an assessment is a YAML or JSON document that begins with 'hcf: assessment/1'");
    }
}

PeopleResult PeopleReader::read(const std::function<bool(const Assessment&)>& use) {
    for (const Finding& finding : inputs_.findings) skip_file(finding);
    for (std::uint32_t i = 0; i < inputs_.files.size() && !is_stopped_; ++i) {
        const InputFile& input = inputs_.files[i];
        documents_.read(
            input,
            [&](const std::string& file, const RawDocument& raw) {
                return use_document(file, raw, i, input.is_named, use);
            },
            [&](const Finding& finding) { skip_file(finding); });
    }
    conclude();
    return std::move(result_);
}

}  // namespace

PeopleResult read_people(Environment& environment, const Settings& settings,
                         const PeopleOptions& options, const Framework& framework,
                         const InputFiles& expanded,
                         const std::function<bool(const Assessment&)>& use) {
    return PeopleReader(environment, settings, options, framework, expanded).read(use);
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
