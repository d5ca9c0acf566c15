// SPDX-License-Identifier: Apache-2.0
// The run of hcf validate: every document of every input, its findings in order, then those of the
// whole run (spec 4, "Diagnostics").
#pragma once

#include "hcf/cli/finding_policy.h"
#include "hcf/cli/findings_output.h"
#include "hcf/cli/ordered_loading.h"
#include "hcf/cli/settings.h"
#include "hcf/cli/streamed_framework.h"
#include "hcf/load/run_checks.h"
#include "hcf/load/suppressions.h"
#include "hcf/present/envelope.h"
#include "hcf/present/present_statistics.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

struct ValidateOptions {
    CommonOptions common;
    PeopleOptions people;
    PolicyOptions policy;
    std::string fail_on = "error";
    std::optional<std::size_t> max_diagnostics;
    bool has_statistics = false;
    bool exit_zero = false;
    unsigned jobs = default_jobs();
    bool fixes = false;
    bool shows_fixes = false;
};

/// Comments of one file about rules of the whole run.
struct RunSuppressions {
    std::string file;
    std::vector<Suppression> list;
};

/// One run over the inputs.
class Validation {
public:
    Validation(Environment& environment, const Settings& settings, const ValidateOptions& options,
               const Framework& framework, InputFiles inputs, const FindingPolicy& policy,
               const FindingFormat* format)
        : environment_(environment),
          settings_(settings),
          options_(options),
          inputs_(std::move(inputs)),
          policy_(policy),
          context_{&framework,
                   settings.as_of,
                   masks(environment, settings, options),
                   true,
                   {&environment.files, options.people.allow_outside, true}},
          streamed_(environment.files, settings.framework, options.people.stdin_filename),
          output_(environment, settings, format,
                  make_envelope("hcf.validate/1", framework, settings.as_of)),
          run_(framework),
          statistics_envelope_(make_envelope("hcf.statistics/1", framework, settings.as_of)) {}

    /// What documents are loaded with.
    [[nodiscard]] const LoadContext& context() const { return context_; }

    /// Checks everything and tells it; gives the exit code.
    [[nodiscard]] int run(bool fail_on_error, bool fail_on_warning);

private:
    static bool masks(const Environment& environment, const Settings& settings,
                      const ValidateOptions& options) {
        return !options.people.show_values &&
               !(environment.out_is_terminal && settings.output.empty());
    }

    void read_from(std::size_t first);
    [[nodiscard]] bool is_output_among_inputs() const;
    bool use(LoadedItem item);
    void use_document(LoadedItem& item);
    [[nodiscard]] Finding unread(const std::string& file, const LoadedItem& item) const;
    void add_framework_findings(const std::string& file, std::uint32_t document,
                                LoadedDocument& loaded);
    [[nodiscard]] const std::vector<Finding>& findings_of_directory(const std::string& directory);
    void tell(Finding finding);
    void tell_now(Finding finding);
    void end_stream(bool is_whole);
    void end_file(const LoadedItem& item);
    void tell_run_findings();
    [[nodiscard]] bool write();
    void say_counts();
    [[nodiscard]] const std::string& shown_name(const InputFile& input) const {
        return input.path == "-" ? options_.people.stdin_filename : input.path;
    }

    Environment& environment_;
    const Settings& settings_;
    const ValidateOptions& options_;
    InputFiles inputs_;  ///< as given, then the members of teams among them
    const FindingPolicy& policy_;
    LoadContext context_;
    StreamedFramework streamed_;
    FindingsOutput output_;
    FindingCounts counts_;
    RunChecks run_;
    std::map<std::string, std::vector<Finding>> directories_;
    std::vector<InputFile> members_;  ///< of the teams that were named
    std::vector<Finding> held_;       ///< of standard input, from its first framework document on
    std::vector<RunSuppressions> suppressions_;
    RuleCounts rule_counts_;
    Json statistics_envelope_;
    std::size_t told_ = 0;
    std::size_t held_back_ = 0;
    std::size_t not_selected_ = 0;
    std::size_t documents_of_file_ = 0;
    std::size_t passed_over_ = 0;
    bool is_incomplete_ = false;
    bool is_in_stream_ = false;  ///< standard input is being read
};

}  // namespace hcf::cli
