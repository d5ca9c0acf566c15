// SPDX-License-Identifier: Apache-2.0
// The run of hcf validate: every document of every input, its findings in order, then those of the
// whole run (spec 4, "Diagnostics").
#pragma once

#include "hcf/cli/file_documents.h"
#include "hcf/cli/findings_output.h"
#include "hcf/cli/settings.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/person_index.h"
#include "hcf/present/envelope.h"

#include <map>
#include <string>
#include <vector>

namespace hcf::cli {

struct ValidateOptions {
    CommonOptions common;
    PeopleOptions people;
    std::string fail_on = "error";
};

/// One run over the inputs.
class Validation {
public:
    Validation(Environment& environment, const Settings& settings, const ValidateOptions& options,
               const Framework& framework, const InputFiles& inputs, const FindingFormat* format)
        : environment_(environment),
          settings_(settings),
          options_(options),
          inputs_(inputs),
          context_{&framework, settings.as_of, masks(environment, settings, options)},
          loader_(context_),
          documents_(environment, options.people.stdin_filename),
          output_(environment, settings, format,
                  make_envelope("hcf.validate/1", framework, settings.as_of)) {}

    /// Checks everything and tells it; gives the exit code.
    [[nodiscard]] int run(bool fail_on_error, bool fail_on_warning);

private:
    static bool masks(const Environment& environment, const Settings& settings,
                      const ValidateOptions& options) {
        return !options.people.show_values &&
               !(environment.out_is_terminal && settings.output.empty());
    }

    bool use_document(const std::string& file, const RawDocument& raw, std::uint32_t file_number);
    void note_person(const std::string& file, const RawDocument& raw, const LoadedDocument& loaded,
                     std::uint32_t file_number);
    void add_framework_findings(const std::string& file, const RawDocument& raw,
                                LoadedDocument& loaded);
    [[nodiscard]] const std::vector<Finding>& findings_of_directory(const std::string& directory);
    void tell(const Finding& finding);
    [[nodiscard]] const std::string& shown_name(const InputFile& input) const {
        return input.path == "-" ? options_.people.stdin_filename : input.path;
    }

    Environment& environment_;
    const Settings& settings_;
    const ValidateOptions& options_;
    const InputFiles& inputs_;
    LoadContext context_;
    DocumentLoader loader_;
    FileDocuments documents_;
    FindingsOutput output_;
    FindingCounts counts_;
    PersonIndex people_;
    std::map<std::string, std::vector<Finding>> directories_;
    std::vector<Finding> at_the_end_;
    std::size_t documents_read_ = 0;
    std::size_t passed_over_ = 0;
    bool is_incomplete_ = false;
};

}  // namespace hcf::cli
