// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/catalogues.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/load_catalogue.h"
#include "hcf/rules/list_rules.h"

#include <fmt/format.h>

#include <map>

namespace hcf::cli {
namespace {

/// Whether a document that could not be read may be a catalogue: in a directory that holds people,
/// too, their mistakes are not told here.
bool mentions_catalogue(const RawDocument& raw) {
    return raw.text.find("catalogue") != std::string_view::npos;
}

class CatalogueReader {
public:
    CatalogueReader(Environment& environment, const Settings& settings, const Framework& framework)
        : environment_(environment), settings_(settings), framework_(framework) {}

    void read_file(FileDocuments& documents, const InputFile& input);
    void show(const Finding& finding);
    void leave_out(const Finding& finding);
    [[nodiscard]] CatalogueResult finish();

private:
    void use(const std::string& file, const RawDocument& raw, bool is_named);
    [[nodiscard]] std::vector<Finding> repeated(const LoadedCatalogue& loaded) const;
    void add(LoadedCatalogue loaded);

    Environment& environment_;
    const Settings& settings_;
    const Framework& framework_;
    KindDocument document_;
    CatalogueResult result_;
    std::map<std::string, RelatedFinding> known_;  ///< full ids, and where they were first
    std::uint32_t courses_ = 0;
    std::size_t passed_over_ = 0;
};

void CatalogueReader::show(const Finding& finding) {
    std::string text;
    render(text, finding, {settings_.colour_err, true});
    environment_.err.write(text);
}

void CatalogueReader::leave_out(const Finding& finding) {
    show(finding);
    ++result_.left_out;
}

/// The courses of a catalogue that another one before it has.
std::vector<Finding> CatalogueReader::repeated(const LoadedCatalogue& loaded) const {
    std::vector<Finding> findings;
    const Catalogue& catalogue = *loaded.catalogue;
    for (std::size_t i = 0; i < catalogue.courses.size(); ++i) {
        const Course& course = catalogue.courses[i];
        const auto first = known_.find(full_id(course));
        if (first == known_.end()) continue;
        Finding finding = DocumentLoader::file_finding(
            list_rules::kDuplicateId, catalogue.file,
            fmt::format("a catalogue before has the course '{}' of the same provider", course.id),
            course.provider.empty() ? "say in each catalogue who its provider is"
                                    : "give each course an id of its own");
        finding.document = catalogue.document;
        finding.begin = finding.end = loaded.ids_at[i];
        finding.related.push_back(first->second);
        findings.push_back(std::move(finding));
    }
    return findings;
}

void CatalogueReader::add(LoadedCatalogue loaded) {
    Catalogue& catalogue = *loaded.catalogue;
    for (std::size_t i = 0; i < catalogue.courses.size(); ++i) {
        known_.try_emplace(full_id(catalogue.courses[i]),
                           RelatedFinding{catalogue.file, loaded.ids_at[i], "the first is here"});
    }
    courses_ += static_cast<std::uint32_t>(catalogue.courses.size());
    result_.catalogues.push_back(std::move(catalogue));
}

void CatalogueReader::use(const std::string& file, const RawDocument& raw, bool is_named) {
    using Outcome = KindDocument::Outcome;
    const Outcome outcome = document_.open(file, raw, DocumentKind::catalogue);
    if (outcome == Outcome::of_kind) {
        LoadedCatalogue loaded = load_catalogue(document_, framework_, file, raw.number, courses_);
        if (loaded.catalogue) loaded.errors = repeated(loaded);
        for (const Finding& finding : loaded.errors) show(finding);
        if (loaded.errors.empty())
            add(std::move(loaded));
        else
            ++result_.left_out;
    } else if (outcome == Outcome::broken && (is_named || mentions_catalogue(raw))) {
        for (const Finding& finding : document_.errors()) show(finding);
        ++result_.left_out;
    } else if (is_named) {
        leave_out(document_.unread(file, raw, DocumentKind::catalogue));
    } else {
        ++passed_over_;
    }
}

void CatalogueReader::read_file(FileDocuments& documents, const InputFile& input) {
    documents.read(
        input,
        [&](const std::string& file, const RawDocument& raw) {
            use(file, raw, input.is_named);
            return true;
        },
        [&](const Finding& finding) { leave_out(finding); });
    result_.files.push_back(input);
}

CatalogueResult CatalogueReader::finish() {
    if (passed_over_ != 0 && !settings_.quiet) {
        say(environment_, fmt::format("passed over {} of other kinds beside the catalogues",
                                      count_of(passed_over_, "document", "documents")));
    }
    if (result_.left_out != 0) {
        result_.exit_code = kNotDone;
        const std::size_t all = result_.catalogues.size() + result_.left_out;
        say(environment_,
            fmt::format("{} of {} used, {} left out for errors", result_.catalogues.size(),
                        count_of(all, "catalogue", "catalogues"), result_.left_out));
    }
    return std::move(result_);
}

}  // namespace

std::optional<CatalogueResult> read_catalogues(Environment& environment, const Settings& settings,
                                               const Framework& framework,
                                               const std::vector<std::string>& paths) {
    const Excludes excludes(settings.config, environment);
    const InputFiles inputs = expand_paths(
        environment.files, paths, [&](std::string_view path) { return excludes.contain(path); });
    CatalogueReader reader(environment, settings, framework);
    for (const Finding& finding : inputs.findings) reader.leave_out(finding);
    FileDocuments documents(environment, "<stdin>");
    for (const InputFile& input : inputs.files) {
        if (input.path != "-" &&
            is_output(environment, settings, environment.files.inspect(input.path))) {
            say_output_is_input(environment, settings);
            return std::nullopt;
        }
        reader.read_file(documents, input);
    }
    CatalogueResult result = reader.finish();
    if (!result.catalogues.empty()) return result;
    if (result.left_out == 0) {
        say_error(environment, "no catalogue found",
                  "a catalogue is a YAML or JSON document that begins with 'hcf: catalogue/1'");
    }
    return std::nullopt;
}

}  // namespace hcf::cli
