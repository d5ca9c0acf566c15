// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/file_documents.h"

#include "hcf/diag/reading_rules.h"
#include "hcf/load/document_loader.h"

namespace hcf::cli {

Result<std::unique_ptr<ByteSource>> FileDocuments::open(const InputFile& input) {
    if (input.path == "-") return environment_.standard_input();
    return environment_.files.open(input.path);
}

bool FileDocuments::read(const InputFile& input,
                         const std::function<bool(const std::string&, const RawDocument&)>& use,
                         const std::function<void(Finding)>& report) {
    const std::string& name = input.path == "-" ? stdin_name_ : input.path;
    auto source = open(input);
    if (!source) {
        report(DocumentLoader::file_finding(reading_rules::kUnreadableFile, name,
                                            source.error().message, source.error().help));
        return false;
    }
    stream_.open(std::move(*source));
    bool is_empty = true;
    bool is_checked = false;
    for (;;) {
        const auto next = stream_.next();
        if (!next) {
            report(DocumentLoader::file_finding(reading_rules::kUnreadableFile, name,
                                                next.error().message));
            return false;
        }
        // Before the last document is used: of a file that was changed meanwhile, as little as can
        // be is reported.
        if (stream_.is_drained() && !is_checked) {
            is_checked = true;
            if (stream_.has_changed()) {
                report(DocumentLoader::file_finding(reading_rules::kFileChanged, name,
                                                    "the file changed while it was read",
                                                    "run it again when nothing writes to it"));
                return false;
            }
        }
        if (!*next) break;
        is_empty = false;
        if (!use(name, **next)) return true;
    }
    if (is_empty)
        report(DocumentLoader::file_finding(reading_rules::kEmptyDocument, name,
                                            "the file holds nothing"));
    return true;
}

}  // namespace hcf::cli
