// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/config.h"

#include "hcf/base/glob.h"
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/messages.h"
#include "hcf/diag/finding.h"
#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/load/document_stream.h"
#include "hcf/load/paths.h"
#include "hcf/rules/rule.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf::cli {
namespace {

constexpr std::string_view kName = "hcf.yaml";
constexpr int kMostFolders = 128;

/// The path of the nearest one; empty where there is none.
std::string find_path(const FileReader& files) {
    std::string folder;
    std::string found;
    for (int i = 0; i < kMostFolders; ++i) {
        const std::string candidate = folder + std::string(kName);
        if (found.empty() && files.inspect(candidate).type != FileType::missing) found = candidate;
        if (files.inspect(folder + ".git").type != FileType::missing) return found;
        const FileInfo here = files.inspect(folder.empty() ? "." : folder);
        folder += "../";
        const FileInfo above = files.inspect(folder);
        if (above.type != FileType::directory || key_of(here) == key_of(above)) break;
    }
    return found == kName ? found : std::string();
}

std::string from(const std::string& directory, std::string_view path) {
    if (path.substr(0, 1) == "/") return std::string(path);
    return directory + std::string(path);
}

class ConfigReader {
public:
    explicit ConfigReader(Environment& environment) : environment_(environment) {}

    /// Reads it into the config; false where something was wrong.
    bool read(Config& config);
    void show(bool colour) const;

private:
    bool read_document(const RawDocument& raw, Config& config);
    void take(const ConfigDoc& doc, Config& config);
    void take_warning(const WarningDoc& doc, Config& config);
    bool file_error(const std::string& path, Error error);

    Environment& environment_;
    SourceSet sources_;
    yaml::Tree tree_;
    Diagnostics diags_;
    std::vector<Finding> findings_;
};

bool ConfigReader::file_error(const std::string& path, Error error) {
    Finding finding;
    finding.rule = &reading_rules::kUnreadableFile;
    finding.file = path;
    finding.message = std::move(error.message);
    finding.help = std::move(error.help);
    findings_.push_back(std::move(finding));
    return false;
}

bool ConfigReader::read(Config& config) {
    auto source = environment_.files.open(config.path);
    if (!source) return file_error(config.path, source.error());
    DocumentStream stream;
    stream.open(std::move(*source));
    bool is_first = true;
    for (;;) {
        const auto next = stream.next();
        if (!next) return file_error(config.path, next.error());
        if (!*next) return true;  // nothing in it sets nothing
        if (!is_first) return file_error(config.path, {"it holds more than one document"});
        if ((*next)->is_too_large) return file_error(config.path, {"it is larger than 8 MiB"});
        if (!read_document(**next, config)) return false;
        is_first = false;
    }
}

bool ConfigReader::read_document(const RawDocument& raw, Config& config) {
    const SourceId source = sources_.add({config.path, raw.text, raw.first_line, raw.number});
    if (yaml::parse(source, raw.text, tree_, diags_)) {
        const yaml::NodeRef root(tree_, 0);
        if (root.is_mapping()) {
            take(decode_config(tree_, diags_), config);
        } else if (!root.is_null()) {
            diags_.add(format_rules::kWrongType, root.span(),
                       "expected a mapping (framework, overlays, accept, warnings, exclude)");
        }
    }
    for (const Diagnostic& diagnostic : diags_.all())
        findings_.push_back(resolve(diagnostic, sources_));
    sort_findings(findings_);
    return findings_.empty();
}

void ConfigReader::take_warning(const WarningDoc& doc, Config& config) {
    const RuleInfo* rule = find_rule(doc.name.value);
    if (rule == nullptr) {
        std::vector<std::string_view> known;
        for (const RuleInfo* candidate : all_rules()) {
            if (candidate->severity == Severity::warning) known.push_back(candidate->id);
        }
        diags_.add(format_rules::kUnknownWord, doc.name.span,
                   fmt::format("unknown rule {}", in_quotes(doc.name.value)),
                   did_you_mean(doc.name.value, known));
    } else if (rule->severity == Severity::error) {
        diags_.add(format_rules::kUnknownWord, doc.name.span,
                   fmt::format("'{}' is an error, and stays one", rule->id),
                   "only warnings can be set");
    } else if (doc.setting) {
        config.warnings.emplace_back(rule, doc.setting->value);
    }
}

void ConfigReader::take(const ConfigDoc& doc, Config& config) {
    const std::string directory = config.directory();
    if (doc.framework) config.framework = from(directory, doc.framework->value.text);
    for (const Located<PathText>& overlay : doc.overlays)
        config.overlays.push_back(from(directory, overlay.value.text));
    if (doc.accept) config.accept = doc.accept->value;
    if (doc.warnings) {
        for (const WarningDoc& warning : doc.warnings->items) take_warning(warning, config);
    }
    for (const Located<FreeText>& pattern : doc.exclude)
        config.exclude.emplace_back(pattern.value.text);
}

void ConfigReader::show(bool colour) const {
    std::string text;
    for (const Finding& finding : findings_) render(text, finding, {colour, true});
    environment_.err.write(text);
}

/// An absolute path without "." and ".." in it, and without an ending '/'.
std::string normalise(std::string_view path) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        begin = end + 1;
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
    }
    std::string result;
    for (const std::string_view part : parts) result.append("/").append(part);
    return result;
}

bool fits(std::string_view pattern, std::string_view path, bool is_below_base) {
    while (!pattern.empty() && pattern.back() == '/') pattern.remove_suffix(1);
    const bool is_anchored = pattern.find('/') != std::string_view::npos;
    if (!pattern.empty() && pattern.front() == '/') pattern.remove_prefix(1);
    if (is_anchored && !is_below_base) return false;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view candidate =
            is_anchored ? path.substr(0, end) : path.substr(begin, end - begin);
        if (glob_matches(pattern, candidate)) return true;
        begin = end + 1;
    }
    return false;
}

}  // namespace

std::optional<Config> find_config(Environment& environment, bool colour) {
    Config config;
    config.path = find_path(environment.files);
    if (config.path.empty()) return config;
    ConfigReader reader(environment);
    if (reader.read(config)) return config;
    reader.show(colour);
    say_error(environment, "the settings cannot be used", "--no-config goes without them");
    return std::nullopt;
}

Excludes::Excludes(const Config& config, const Environment& environment)
    : patterns_(config.exclude),
      current_(environment.working_directory ? environment.working_directory() : std::string("/")),
      base_(normalise(join_path(current_, config.directory()))) {}

bool Excludes::contain(std::string_view path) const {
    if (patterns_.empty()) return false;
    const std::string whole =
        normalise(path.substr(0, 1) == "/" ? std::string(path) : join_path(current_, path));
    if (whole.empty()) return false;
    const bool is_below =
        whole.size() > base_.size() && whole.rfind(base_, 0) == 0 && whole[base_.size()] == '/';
    const std::string_view candidate =
        std::string_view(whole).substr(is_below ? base_.size() + 1 : 1);
    for (const std::string& pattern : patterns_) {
        if (fits(pattern, candidate, is_below)) return true;
    }
    return false;
}

}  // namespace hcf::cli
