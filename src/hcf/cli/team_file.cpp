// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/team_file.h"

#include "hcf/cli/file_documents.h"
#include "hcf/load/kind_document.h"

namespace hcf::cli {

bool is_team_file(Environment& environment, const std::string& path) {
    if (path == "-" || environment.files.inspect(path).type != FileType::regular) return false;
    bool is_team = false;
    FileDocuments documents(environment, path);
    documents.read(
        {path, true},
        [&](const std::string& file, const RawDocument& raw) {
            KindDocument document;
            is_team =
                document.open(file, raw, DocumentKind::team) == KindDocument::Outcome::of_kind;
            return false;
        },
        [](const Finding&) {});
    return is_team;
}

}  // namespace hcf::cli
