// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/load_framework.h"

#include "hcf/diag/format_rules.h"
#include "hcf/diag/reading_rules.h"
#include "hcf/load/build_framework.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/document_stream.h"
#include "hcf/load/embedded.h"
#include "hcf/load/paths.h"
#include "hcf/rules/framework_rules.h"
#include "hcf/schema/document_head.h"
#include "hcf/yaml/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace hcf {
namespace {

/// A document's text and tree, kept while the parts view them.
struct KeptDocument {
    std::string text;
    yaml::Tree tree;
};

class FrameworkReader {
public:
    explicit FrameworkReader(const FileReader& files) : files_(files) {}

    void read_embedded(bool scales_only);
    void read_directory(const std::string& directory);
    void read_overlay(const std::string& path);
    [[nodiscard]] bool has_scales() const;
    [[nodiscard]] LoadedFramework finish();

private:
    enum class Of { framework, overlay };

    void read_file(const std::string& path, Of of);
    using Parse = bool (*)(SourceId, std::string_view, yaml::Tree&, Diagnostics&);
    void read_document(const std::string& file, std::string text, std::uint32_t first_line,
                       std::uint32_t number, Of of, Parse parse = yaml::parse);
    void use(const std::string& file, const yaml::Tree& tree, Of of);
    void file_error(const RuleInfo& rule, const std::string& file, const Error& error);

    const FileReader& files_;
    SourceSet sources_;
    Diagnostics diags_;
    std::vector<std::unique_ptr<KeptDocument>> kept_;
    std::vector<FrameworkPart> parts_;
    int overlays_ = 0;      ///< documents of overlays so far
    bool is_whole_ = true;  ///< false once a document was not read: whom it names is not known
    std::vector<Finding> file_findings_;
    std::vector<std::string> file_order_;
};

void FrameworkReader::file_error(const RuleInfo& rule, const std::string& file,
                                 const Error& error) {
    file_findings_.push_back(DocumentLoader::file_finding(rule, file, error.message, error.help));
}

/// True where the list for which a document is there was not read, or is empty.
bool lacks_list(const FrameworkDoc& doc) {
    switch (doc.kind) {
        case DocumentKind::levels: return doc.levels.empty();
        case DocumentKind::competences: return doc.competences.empty();
        case DocumentKind::roles: return doc.roles.empty();
        case DocumentKind::scales: return doc.scales.empty();
        default: return false;
    }
}

void FrameworkReader::use(const std::string& file, const yaml::Tree& tree, Of of) {
    const DocumentHead head = read_head(tree);
    const bool is_named = of == Of::overlay;
    if (head.state != DocumentHead::State::known) {
        if (!is_named && head.state != DocumentHead::State::wrong) return;
        report_head(head, tree, diags_);
        is_whole_ = false;
        return;
    }
    const bool fits = is_named ? head.kind == DocumentKind::overlay
                               : is_framework_kind(head.kind) && head.kind != DocumentKind::overlay;
    if (fits) {
        const std::size_t told = diags_.all().size();
        parts_.push_back({decode_framework(tree, head.kind, diags_), file,
                          is_named ? overlays_++ : kFrameworkItself});
        if (diags_.all().size() != told && lacks_list(parts_.back().doc)) is_whole_ = false;
    } else if (is_named) {
        diags_.add(format_rules::kUnreadKind, head.span,
                   fmt::format("expected an overlay, found '{}'", to_string(head.kind)));
    }
}

void FrameworkReader::read_document(const std::string& file, std::string text,
                                    std::uint32_t first_line, std::uint32_t number, Of of,
                                    Parse parse) {
    kept_.push_back(std::make_unique<KeptDocument>());
    KeptDocument& kept = *kept_.back();
    kept.text = std::move(text);
    const SourceId source = sources_.add({file, kept.text, first_line, number});
    if (parse(source, kept.text, kept.tree, diags_))
        use(file, kept.tree, of);
    else
        is_whole_ = false;
}

void FrameworkReader::read_embedded(bool scales_only) {
    for (const EmbeddedFile& file : embedded_framework()) {
        const std::string name(file.name);
        if (scales_only && name.find("scales") == std::string::npos) continue;
        file_order_.push_back(name);
        read_document(name, std::string(file.text), 1, 1, Of::framework, yaml::parse_confirmed);
    }
}

void FrameworkReader::read_file(const std::string& path, Of of) {
    file_order_.push_back(path);
    auto source = files_.open(path);
    if (!source) return file_error(reading_rules::kUnreadableFile, path, source.error());
    DocumentStream stream;
    stream.open(std::move(*source));
    bool is_empty = true;
    for (;;) {
        auto next = stream.next();
        if (!next) return file_error(reading_rules::kUnreadableFile, path, next.error());
        if (!*next) break;
        const RawDocument& raw = **next;
        is_empty = false;
        if (raw.is_too_large) {
            file_error(reading_rules::kDocumentTooLarge, path,
                       {"the document is larger than 8 MiB"});
            continue;
        }
        read_document(path, std::string(raw.text), raw.first_line, raw.number, of);
    }
    if (stream.has_changed())
        file_error(reading_rules::kFileChanged, path, {"the file changed while it was read"});
    if (is_empty) file_error(reading_rules::kEmptyDocument, path, {"the file holds nothing"});
}

void FrameworkReader::read_directory(const std::string& directory) {
    const FileInfo info = files_.inspect(directory);
    if (info.type != FileType::directory) {
        std::string message = fmt::format("expected a directory, found {}", describe(info.type));
        if (info.type == FileType::missing) message = "no such directory";
        if (info.type == FileType::unreadable) message = info.why;
        return file_error(reading_rules::kUnreadableFile, directory, {message});
    }
    const auto entries = files_.list(directory);
    if (!entries) return file_error(reading_rules::kUnreadableFile, directory, entries.error());
    std::vector<std::string> names;
    for (const DirectoryEntry& entry : *entries) {
        if (entry.type != FileType::directory && is_document_name(entry.name))
            names.push_back(entry.name);
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) read_file(join_path(directory, name), Of::framework);
    if (names.empty()) {
        file_error(framework_rules::kFrameworkIncomplete, directory,
                   {"no YAML or JSON file in the framework's directory"});
    } else if (parts_.empty() && !diags_.has_errors() && file_findings_.empty()) {
        file_error(framework_rules::kFrameworkIncomplete, directory,
                   {"no document of a framework in the directory"});
    }
}

void FrameworkReader::read_overlay(const std::string& path) { read_file(path, Of::overlay); }

bool FrameworkReader::has_scales() const {
    return std::any_of(parts_.begin(), parts_.end(), [](const FrameworkPart& part) {
        return part.overlay == kFrameworkItself && part.doc.kind == DocumentKind::scales;
    });
}

LoadedFramework FrameworkReader::finish() {
    LoadedFramework result;
    // Every name of a document that was not read would be told as unknown: one cause, one finding.
    if (file_findings_.empty() && is_whole_) result.framework = build_framework(parts_, diags_);
    result.findings = std::move(file_findings_);
    for (const Diagnostic& diagnostic : diags_.all())
        result.findings.push_back(resolve(diagnostic, sources_));
    sort_findings(result.findings);
    std::stable_sort(
        result.findings.begin(), result.findings.end(), [&](const Finding& a, const Finding& b) {
            const auto rank = [&](const Finding& finding) {
                return std::find(file_order_.begin(), file_order_.end(), finding.file) -
                       file_order_.begin();
            };
            return rank(a) < rank(b);
        });
    if (!result.findings.empty()) result.framework.reset();
    return result;
}

}  // namespace

LoadedFramework load_framework(const FileReader& files, const FrameworkChoice& choice) {
    FrameworkReader reader(files);
    if (choice.directory) {
        reader.read_directory(*choice.directory);
        if (!reader.has_scales()) reader.read_embedded(true);
    } else {
        reader.read_embedded(false);
    }
    for (const std::string& path : choice.overlays) reader.read_overlay(path);
    return reader.finish();
}

}  // namespace hcf
