// SPDX-License-Identifier: Apache-2.0
// hcf show: what the framework says (spec 4; spec 5, "show").
#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/output.h"
#include "hcf/cli/settings.h"
#include "hcf/present/present_framework.h"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace hcf::cli {
namespace {

struct ShowOptions {
    CommonOptions common;
    std::string what;
};

constexpr std::array<std::pair<std::string_view, FrameworkView>, 4> kViews = {{
    {"levels", FrameworkView::levels},
    {"competences", FrameworkView::competences},
    {"roles", FrameworkView::roles},
    {"matrix", FrameworkView::matrix},
}};

std::optional<FrameworkView> find_view(const std::string& what) {
    if (what.empty()) return FrameworkView::overview;
    for (const auto& [name, view] : kViews) {
        if (name == what) return view;
    }
    return std::nullopt;
}

int say_unknown(const Framework& framework, const std::string& what, Environment& environment) {
    std::vector<std::string_view> names;
    names.reserve(kViews.size());
    for (const auto& [name, view] : kViews) names.push_back(name);
    for (const NameTable* table :
         {&framework.level_names, &framework.competence_names, &framework.role_names}) {
        for (const std::string_view name : table->all()) names.push_back(name);
    }
    const std::string near = did_you_mean(what, names);
    return usage_error(
        environment,
        fmt::format("the framework has no level, competence or role {}", in_quotes(what)),
        near.empty() ? "'hcf show levels', 'competences' and 'roles' list what there is" : near);
}

int run_show(Environment& environment, const ShowOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    auto view = find_view(options.what);
    FrameworkItems items;
    if (!view) {
        items = {framework->find_level(options.what), framework->find_competence(options.what),
                 framework->find_role(options.what)};
        if (!items.level && !items.competence && !items.role)
            return say_unknown(*framework, options.what, environment);
        view = FrameworkView::items;
    }
    const FrameworkReport report = present_framework(*framework, *view, items, settings->as_of);
    return write_whole(environment, *settings, {}, report.head, report.part, report.tail);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<ShowOptions>();
    app.add_option("WHAT", options->what,
                   "levels, competences, roles, matrix, or the id, alias or title of one of them")
        ->type_name("");
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf show matrix\n"
        "hcf show autonomous\n"
        "hcf show hand-hygiene --format json");
    return [options](Environment& environment) { return run_show(environment, *options); };
}

}  // namespace

constinit const Command kShowCommand = {
    "show", "What the framework says: levels, competences, roles, the matrix, one of them", setup};

}  // namespace hcf::cli
