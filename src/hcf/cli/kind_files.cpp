// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/kind_files.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/json_schema.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf::cli {

std::string kind_names() {
    std::string list;
    for (const std::string_view kind : schema_kinds()) {
        if (!list.empty()) list += ", ";
        list += kind;
    }
    return list;
}

bool check_kind(std::string_view kind, Environment& environment) {
    const auto kinds = schema_kinds();
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return true;
    const std::string near = did_you_mean(kind, kinds);
    say_error(environment, fmt::format("there is no kind of document {}", in_quotes(kind)),
              near.empty() ? "one of " + kind_names() : near);
    return false;
}

void add_file_options(CLI::App& app, CommonOptions& options) {
    app.add_option("-o,--output", options.output, "Write to FILE")->type_name("FILE");
    app.add_flag("--force", options.force, "Replace an existing output file");
}

std::optional<Settings> resolve_plain(CommonOptions options, Environment& environment) {
    options.format = "text";
    return resolve(options, environment);
}

int write_text(Environment& environment, const Settings& settings, std::string_view text) {
    ReportOutput output(environment, settings);
    if (!output.open({})) return kNotDone;
    output.raw(text);
    return output.finish() ? kDone : kNotDone;
}

}  // namespace hcf::cli
