// SPDX-License-Identifier: Apache-2.0
// hcf validate: is everything in these files right? Its findings are its product (spec 4; spec 5,
// "validate").
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/fail_on.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/settings.h"
#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/run_checks.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_findings.h"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace hcf::cli {
namespace {

struct ValidateOptions {
    CommonOptions common;
    PeopleOptions people;
    std::string fail_on = "error";
    bool allow_outside = false;
};

std::string directory_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

class Validation {
public:
    Validation(Environment& environment, const Settings& settings, const ValidateOptions& options,
               const Framework& framework, InputFiles inputs)
        : environment_(environment),
          settings_(settings),
          options_(options),
          inputs_(std::move(inputs)),
          context_{&framework,
                   settings.as_of,
                   masks(environment, settings, options),
                   true,
                   {&environment.files, options.allow_outside}},
          loader_(context_),
          documents_(environment, options.people.stdin_filename),
          output_(environment, settings),
          head_(findings_head(make_envelope("hcf.validate/1", framework, settings.as_of))),
          run_(framework) {}

    [[nodiscard]] int run(bool fail_on_error, bool fail_on_warning);

private:
    static bool masks(const Environment& environment, const Settings& settings,
                      const ValidateOptions& options) {
        return !options.people.show_values &&
               !(environment.out_is_terminal && settings.output.empty());
    }

    bool use_document(const std::string& file, const RawDocument& raw, std::uint32_t file_number);
    void add_framework_findings(const std::string& file, const RawDocument& raw,
                                LoadedDocument& loaded);
    [[nodiscard]] const std::vector<Finding>& findings_of_directory(const std::string& directory);
    void tell(const Finding& finding);
    [[nodiscard]] const std::string& name_of_input(std::uint32_t number) const {
        const std::string& path = inputs_.files[number].path;
        return path == "-" ? options_.people.stdin_filename : path;
    }
    [[nodiscard]] bool is_output_among_inputs() const;
    [[nodiscard]] bool is_text() const { return settings_.format->name == "text"; }

    Environment& environment_;
    const Settings& settings_;
    const ValidateOptions& options_;
    InputFiles inputs_;
    LoadContext context_;
    DocumentLoader loader_;
    FileDocuments documents_;
    ReportOutput output_;
    ReportHead head_;
    FindingCounts counts_;
    RunChecks run_;
    std::map<std::string, std::vector<Finding>> directories_;
    std::size_t documents_read_ = 0;
    std::size_t passed_over_ = 0;
    bool is_incomplete_ = false;
};

void Validation::tell(const Finding& finding) {
    ++(finding.severity == Severity::error ? counts_.errors : counts_.warnings);
    if (is_text()) {
        std::string text;
        render(text, finding, {settings_.write.colour, true});
        output_.raw(text);
    } else {
        output_.part(head_, finding_part(finding));
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
void Validation::add_framework_findings(const std::string& file, const RawDocument& raw,
                                        LoadedDocument& loaded) {
    if (file == options_.people.stdin_filename) return;
    const bool is_overlay = loaded.head.kind == DocumentKind::overlay;
    std::vector<Finding> found;
    if (is_overlay) {
        FrameworkChoice choice = settings_.framework;
        const FileInfo info = environment_.files.inspect(file);
        for (const std::string& overlay : choice.overlays) {
            const FileInfo other = environment_.files.inspect(overlay);
            if (other.device == info.device && other.number == info.number)
                return;  // loaded already, without an error
        }
        choice.overlays.push_back(file);
        found = load_framework(environment_.files, choice).findings;
    } else {
        found = findings_of_directory(directory_of(file));
    }
    loaded.findings.clear();  // they are among the others, which know more
    for (Finding& finding : found) {
        if (name_of(finding.file) != name_of(file) || finding.document != raw.number) continue;
        finding.file = file;
        for (RelatedFinding& related : finding.related) {
            if (name_of(related.file) == name_of(file)) related.file = file;
        }
        loaded.findings.push_back(std::move(finding));
    }
}

bool Validation::use_document(const std::string& file, const RawDocument& raw,
                              std::uint32_t file_number) {
    using Outcome = LoadedDocument::Outcome;
    LoadedDocument loaded = loader_.load(file, raw);
    const bool is_unread =
        loaded.outcome == Outcome::foreign || loaded.outcome == Outcome::other_kind;
    if (is_unread && !inputs_.files[file_number].is_named) {
        ++passed_over_;
        return output_.is_open();
    }
    ++documents_read_;
    if (is_unread) {
        const bool is_foreign = loaded.outcome == Outcome::foreign;
        Finding finding = DocumentLoader::file_finding(
            is_foreign ? format_rules::kMissingKind : format_rules::kUnreadKind, file,
            is_foreign ? std::string("the document does not say what it is")
                       : fmt::format("documents of the kind '{}' are not checked yet",
                                     to_string(loaded.head.kind)),
            is_foreign ? "begin it with a line such as 'hcf: assessment/1'" : "");
        finding.document = raw.number;
        finding.begin = loaded.head_at;
        finding.end = loaded.head_at;
        loaded.findings.push_back(std::move(finding));
    } else if (loaded.outcome == Outcome::framework) {
        add_framework_findings(file, raw, loaded);
    }
    for (const Finding& finding : loaded.findings) tell(finding);
    // A team that was named stands for its members: they are read after all that was named.
    if (inputs_.files[file_number].is_named)
        append_members(environment_.files, inputs_, loaded.members);
    for (const PersonNote& person : loaded.people) run_.note(person, file_number, raw.number);
    return output_.is_open();
}

/// Says so where a team has led to the very file that is to be written; nothing is, then.
bool Validation::is_output_among_inputs() const {
    if (settings_.output.empty()) return false;
    const FileInfo output = environment_.files.inspect(settings_.output);
    if (output.type != FileType::regular) return false;
    for (const InputFile& input : inputs_.files) {
        if (input.path == "-") continue;
        const FileInfo info = environment_.files.inspect(input.path);
        if (info.device != output.device || info.number != output.number) continue;
        say_error(environment_, fmt::format("the output '{}' is also an input", settings_.output),
                  "name another file");
        return true;
    }
    return false;
}

int Validation::run(bool fail_on_error, bool fail_on_warning) {
    if (!output_.open(inputs_.files)) return kNotDone;
    if (!is_text()) output_.begin(head_);
    for (const Finding& finding : inputs_.findings) {
        is_incomplete_ = true;
        tell(finding);
    }
    for (std::uint32_t i = 0; i < inputs_.files.size() && output_.is_open(); ++i) {
        const InputFile input = inputs_.files[i];  // a team adds its members to the list
        const std::size_t before = documents_read_;
        const bool could_read = documents_.read(
            input,
            [&](const std::string& file, const RawDocument& raw) {
                return use_document(file, raw, i);
            },
            [&](const Finding& finding) {
                ++documents_read_;
                tell(finding);
            });
        if (!could_read) is_incomplete_ = true;
        if (documents_read_ != before) ++counts_.files;
    }
    if (is_output_among_inputs()) return kNotDone;
    run_.tell([this](std::uint32_t i) { return name_of_input(i); },
              [this](const Finding& finding) { tell(finding); });
    if (!is_text()) output_.end(head_, findings_tail(counts_));
    if (!output_.finish()) return kNotDone;
    if (passed_over_ != 0 && !settings_.quiet) {
        say(environment_, fmt::format("passed over {} of other kinds",
                                      count_of(passed_over_, "document", "documents")));
    }
    if (counts_.files == 0 && inputs_.findings.empty()) {
        if (options_.people.allow_empty) return kDone;
        return usage_error(environment_, "nothing to check",
                           "name files, or directories with YAML or JSON files of hcf");
    }
    if (!settings_.quiet) {
        say(environment_,
            fmt::format("{} checked: {}, {}", count_of(counts_.files, "file", "files"),
                        count_of(counts_.errors, "error", "errors"),
                        count_of(counts_.warnings, "warning", "warnings")));
    }
    const bool has_found = (fail_on_error && counts_.errors != 0) ||
                           (fail_on_warning && counts_.errors + counts_.warnings != 0);
    return worse(is_incomplete_ ? kNotDone : kDone, has_found ? kFound : kDone);
}

int run_validate(Environment& environment, ValidateOptions options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    constexpr std::array<std::string_view, 2> kWords = {"error", "warning"};
    const auto fail_on = parse_fail_on(options.fail_on, kWords, environment);
    if (!fail_on) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const bool here = options.people.paths.empty();
    if (here) options.people.paths.emplace_back(".");
    InputFiles inputs = expand_paths(environment.files, options.people.paths);
    for (InputFile& input : inputs.files) {
        if (here) input.path.erase(0, std::string_view("./").size());  // nobody wrote it
    }
    return Validation(environment, *settings, options, *framework, std::move(inputs))
        .run((*fail_on)[0], (*fail_on)[1]);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ValidateOptions>();
    add_people_options(app, options->people, false);
    app.add_option("--fail-on", options->fail_on,
                   "Exit 1 where something is: error (default), warning")
        ->type_name("LIST");
    app.add_flag("--allow-outside", options->allow_outside,
                 "Let a team name members outside its own directory");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf validate alice.yaml\n"
        "hcf validate people/ --format json\n"
        "  git diff --name-only | xargs hcf validate");
    return [options](Environment& environment) { return run_validate(environment, *options); };
}

}  // namespace

constinit const Command kValidateCommand = {"validate", "Is everything in these files right?",
                                            setup};

}  // namespace hcf::cli
