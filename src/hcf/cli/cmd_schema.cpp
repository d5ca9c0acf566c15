// SPDX-License-Identifier: Apache-2.0
// hcf schema: the JSON Schema of a kind of document, for editors (spec 4).
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/json_schema.h"
#include "hcf/cli/kind_files.h"

#include <memory>

namespace hcf::cli {
namespace {

struct SchemaOptions {
    CommonOptions common;
    std::string kind;
};

int run_schema(Environment& environment, const SchemaOptions& options) {
    if (!check_kind(options.kind, environment)) return kNotDone;
    const auto settings = resolve_plain(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    const auto schema = json_schema(options.kind, *framework);
    return write_text(environment, *settings, schema->dump(2) + "\n");
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<SchemaOptions>();
    app.add_option("KIND", options->kind, "The kind of document: " + kind_names())
        ->type_name("")
        ->required();
    add_framework_options(app, options->common);
    add_file_options(app, options->common);
    app.footer(
        "hcf schema assessment -o assessment.schema.json\n"
        "hcf schema assessment --overlay ours.yaml -o assessment.schema.json --force");
    return [options](Environment& environment) { return run_schema(environment, *options); };
}

}  // namespace

constinit const Command kSchemaCommand = {
    "schema", "The JSON Schema of a kind of document, for editors", setup};

}  // namespace hcf::cli
