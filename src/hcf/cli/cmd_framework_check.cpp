// SPDX-License-Identifier: Apache-2.0
// hcf framework check: a directory judged as one framework, which has to be whole (spec 4).
#include "hcf/base/text.h"
#include "hcf/base/version.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/finding_policy.h"
#include "hcf/cli/findings_output.h"
#include "hcf/cli/framework_commands.h"
#include "hcf/cli/framework_source.h"
#include "hcf/cli/messages.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/diag/suppression_rules.h"
#include "hcf/load/document_loader.h"
#include "hcf/present/envelope.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace hcf::cli {
namespace {

struct CheckOptions {
    CommonOptions common;
    std::string directory;
};

/// A framework that could not be read has no card: null, and all keys are there.
Json envelope_of(const LoadedFramework& loaded, Date as_of) {
    if (loaded.framework) return make_envelope("hcf.validate/1", *loaded.framework, as_of);
    return {{"schema", "hcf.validate/1"},
            {"hcf", kVersion},
            {"framework", nullptr},
            {"overlays", Json::array()},
            {"as_of", to_string(as_of)}};
}

/// What each file tells by itself.
struct ByFile {
    std::vector<InputFile> files;   ///< those that hold something of a framework, or are broken
    std::vector<Finding> comments;  ///< that silence nothing
};

/// What is wrong in the documents is left to the framework's own findings, which know more.
ByFile read_each(const std::vector<InputFile>& files, const LoadContext& context,
                 Environment& environment) {
    using Outcome = LoadedDocument::Outcome;
    ByFile result;
    DocumentLoader loader(context);
    FileDocuments documents(environment, {});
    for (const InputFile& file : files) {
        bool is_judged = false;
        documents.read(
            file,
            [&](const std::string& name, const RawDocument& raw) {
                LoadedDocument loaded = loader.load(name, raw);
                if (loaded.outcome != Outcome::framework && loaded.outcome != Outcome::broken)
                    return true;
                is_judged = true;
                for (Finding& finding : loaded.findings) {
                    if (finding.rule == &suppression_rules::kUnusedSuppression)
                        result.comments.push_back(std::move(finding));
                }
                return true;
            },
            [&](const Finding&) { is_judged = true; });
        if (is_judged) result.files.push_back(file);
    }
    return result;
}

/// Findings by file in the order of the files, those of the directory itself first.
void sort_by_file(std::vector<Finding>& findings, const std::vector<InputFile>& files) {
    sort_findings(findings);
    const auto rank = [&](const Finding& finding) {
        const auto place = std::find_if(files.begin(), files.end(), [&](const InputFile& file) {
            return file.path == finding.file;
        });
        return place == files.end() ? -1 : place - files.begin();
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
}

/// "clinical-homecare 4.5 holds 5 levels, 23 competences with 90 marks, 41 roles and 4 scales."
std::string contents_of(const Framework& framework) {
    std::size_t marks = 0;
    for (const Competence& competence : framework.competences) marks += competence.levels.size();
    return fmt::format("{} holds {}, {} with {}, {} and {}.", card_of(framework),
                       count_of(framework.levels.size(), "level", "levels"),
                       count_of(framework.competences.size(), "competence", "competences"),
                       count_of(marks, "mark", "marks"),
                       count_of(framework.roles.size(), "role", "roles"),
                       count_of(framework.scales.size(), "scale", "scales"));
}

std::vector<InputFile> documents_of(const FrameworkChoice& choice, Environment& environment) {
    std::vector<InputFile> files;
    const auto entries = environment.files.list(*choice.directory);
    for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>())) {
        if (entry.type != FileType::directory && is_document_name(entry.name))
            files.push_back({join_path(*choice.directory, entry.name), false});
    }
    std::sort(files.begin(), files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    for (const std::string& overlay : choice.overlays) files.push_back({overlay, true});
    return files;
}

int run_check(Environment& environment, CheckOptions options) {
    const auto format = take_finding_format(options.common, environment);
    if (!format) return kNotDone;
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto policy = FindingPolicy::make({}, settings->config, environment);
    if (!policy) return kNotDone;
    const FileInfo info = environment.files.inspect(options.directory);
    if (info.type != FileType::directory) {
        return usage_error(environment,
                           fmt::format("there is no directory {}", in_quotes(options.directory)),
                           "a framework is a directory of YAML or JSON files");
    }
    const FrameworkChoice choice = {options.directory, options.common.overlays};
    LoadedFramework loaded = load_framework(environment.files, choice);
    const std::vector<InputFile> files = documents_of(choice, environment);
    const Framework nothing;
    const LoadContext context = {
        loaded.framework ? &*loaded.framework : &nothing, settings->as_of, true, true, {}};
    ByFile by_file = read_each(files, context, environment);
    for (Finding& finding : by_file.comments) loaded.findings.push_back(std::move(finding));
    sort_by_file(loaded.findings, files);
    FindingsOutput output(environment, *settings, *format, envelope_of(loaded, settings->as_of));
    if (!output.begin(files)) return kNotDone;
    FindingCounts counts;
    bool is_incomplete = false;
    for (Finding& finding : loaded.findings) {
        if (policy->judge(finding) == FindingPolicy::Fate::dropped) continue;
        ++(finding.severity == Severity::error ? counts.errors : counts.warnings);
        is_incomplete = is_incomplete || finding.rule == &reading_rules::kUnreadableFile;
        output.tell(finding);
    }
    for (const InputFile& file : by_file.files) output.end_file(file.path);
    counts.files = by_file.files.size();
    if (loaded.framework) output.close_with({Paragraph{contents_of(*loaded.framework)}});
    if (!output.finish(counts, !is_incomplete)) return kNotDone;
    if (!settings->quiet) {
        say(environment, fmt::format("{} checked: {}, {}", count_of(counts.files, "file", "files"),
                                     count_of(counts.errors, "error", "errors"),
                                     count_of(counts.warnings, "warning", "warnings")));
    }
    return worse(is_incomplete ? kNotDone : kDone, counts.errors != 0 ? kFound : kDone);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<CheckOptions>();
    options->common.uses_config = true;
    app.add_option("DIR", options->directory,
                   "The directory of a framework: everything in it is read as one framework, which "
                   "has to be whole. 'hcf validate DIR' takes files of every kind, also below it")
        ->type_name("")
        ->required();
    app.add_option("--overlay", options->common.overlays,
                   "Overlay to judge together with it; repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--as-of", options->common.as_of, "Day of the report (default: today)")
        ->type_name("DATE");
    app.add_flag("--no-config", options->common.no_config, "Do not read hcf.yaml");
    add_output_options(app, options->common);
    app.get_option("--format")->description("Output format: " + finding_format_names());
    app.footer(
        "hcf framework check final-edition/\n"
        "hcf framework check final-edition/ --overlay ours.yaml --format json");
    return [options](Environment& environment) { return run_check(environment, *options); };
}

}  // namespace

constinit const Command kFrameworkCheckCommand = {"check", "Is this directory one whole framework?",
                                                  setup};

}  // namespace hcf::cli
