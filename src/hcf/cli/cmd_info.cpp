// SPDX-License-Identifier: Apache-2.0
// hcf info: every setting, its value, and where it came from (spec 4).
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/output.h"
#include "hcf/cli/settings.h"
#include "hcf/present/present_settings.h"

#include <fmt/format.h>

#include <memory>

namespace hcf::cli {
namespace {

struct InfoOptions {
    CommonOptions common;
    JudgeChoice judge;
};

/// Collects the settings in the order in which they are shown.
class Inventory {
public:
    /// `framework`: nullptr where it could not be loaded.
    Inventory(const InfoOptions& options, const Settings& settings, const Framework* framework)
        : options_(options.common),
          accept_(options.judge.accept),
          settings_(settings),
          config_(settings.config),
          framework_(framework) {}

    [[nodiscard]] std::vector<SettingValue> take() {
        add_config();
        add_framework();
        add("as_of", to_string(settings_.as_of), settings_.origins.as_of);
        add_accept();
        for (const auto& [rule, setting] : config_.warnings)
            add(fmt::format("warnings.{}", rule->id), std::string(to_string(setting)),
                config_.path);
        for (const std::string& pattern : config_.exclude) add("exclude", pattern, config_.path);
        add("colour", settings_.write.colour ? "yes" : "no", settings_.origins.colour);
        return std::move(values_);
    }

private:
    void add(std::string name, std::string value, std::string_view origin) {
        values_.push_back({std::move(name), std::move(value), std::string(origin)});
    }

    void add_config() {
        if (options_.no_config)
            add("config", "", "--no-config");
        else
            add("config", config_.path, config_.path.empty() ? "not found" : "found");
    }

    void add_framework() {
        add("framework", settings_.framework.directory.value_or(""), settings_.origins.framework);
        if (framework_ != nullptr) {
            add("framework_version",
                fmt::format("{} {}", framework_->info.id, framework_->info.version),
                settings_.framework.directory.value_or("built in"));
        }
        for (const std::string& overlay : settings_.framework.overlays)
            add("overlay", overlay, settings_.origins.overlays);
    }

    void add_accept() {
        if (!accept_.empty())
            add("accept", accept_, "--accept");
        else if (config_.accept)
            add("accept", std::string(to_string(*config_.accept)), config_.path);
        else
            add("accept", std::string(to_string(Basis::self)), "default");
    }

    const CommonOptions& options_;
    const std::string& accept_;
    const Settings& settings_;
    const Config& config_;
    const Framework* framework_;
    std::vector<SettingValue> values_;
};

int run_info(Environment& environment, const InfoOptions& options) {
    const auto settings = resolve(options.common, environment);
    if (!settings) return kNotDone;
    if (!accepted_basis(options.judge, settings->config, environment)) return kNotDone;
    // A framework that is broken is said, and what was set to get it is shown all the same.
    const auto framework = load(*settings, environment);
    const auto values = Inventory(options, *settings, framework ? &*framework : nullptr).take();
    const int code =
        write_whole(environment, *settings, {}, settings_head(), settings_part(values), {});
    return worse(code, framework ? kDone : kNotDone);
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<InfoOptions>();
    add_judge_options(app, options->judge);
    add_framework_options(app, options->common);
    add_output_options(app, options->common);
    app.footer(
        "hcf info\n"
        "hcf info --format json");
    return [options](Environment& environment) { return run_info(environment, *options); };
}

}  // namespace

constinit const Command kInfoCommand = {"info", "Every setting, and where it came from", setup};

}  // namespace hcf::cli
