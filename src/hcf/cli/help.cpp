// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/help.h"

#include "hcf/report/format.h"

namespace hcf::cli {
namespace {

/// "-o, --output FILE"
std::string option_label(const CLI::Option& option) {
    std::string label;
    for (const std::string& name : option.get_snames())
        label += (label.empty() ? "-" : ", -") + name;
    for (const std::string& name : option.get_lnames())
        label += (label.empty() ? "--" : ", --") + name;
    const bool takes_value = option.get_items_expected_max() > 0;
    const std::string type =
        option.get_type_name();  // CLI11 adds what a check allows behind a colon
    if (takes_value && !type.empty()) label += " " + type.substr(0, type.find(':'));
    return label;
}

std::string usage_line(const CLI::App& app, const std::string& name) {
    std::string line = "Usage: " + name;
    if (!app.get_subcommands(nullptr).empty()) return line + " COMMAND [OPTION...]";
    line += " [OPTION...]";
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_positional()) continue;
        std::string word = option->get_single_name();
        if (option->get_expected_max() > 1) word += "...";
        line += option->get_required() ? " " + word : " [" + word + "]";
    }
    return line;
}

Facts options_of(const CLI::App& app, bool positional) {
    Facts facts;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional() != positional) continue;
        facts.rows.push_back({positional ? option->get_single_name() : option_label(*option),
                              {option->get_description()}});
    }
    return facts;
}

}  // namespace

std::string help_text(const CLI::App& app, const std::string& name) {
    ReportPart part;
    part.document.push_back(Paragraph{app.get_description()});
    part.document.push_back(Paragraph{usage_line(app, name)});
    Facts commands;
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
        commands.rows.push_back({command->get_name(), {command->get_description()}});
    }
    part.document.push_back(std::move(commands));
    part.document.push_back(options_of(app, true));
    part.document.push_back(options_of(app, false));
    if (!app.get_footer().empty()) part.document.push_back(Code{"Examples", app.get_footer()});
    return write_report(*find_format("text"), {}, part, {}, {});
}

}  // namespace hcf::cli
