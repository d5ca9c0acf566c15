// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/framework_source.h"

#include "hcf/base/text.h"
#include "hcf/cli/messages.h"

#include <fmt/format.h>

namespace hcf::cli {

std::optional<FrameworkChoice> find_framework(const std::string& word,
                                              const std::vector<std::string>& overlays,
                                              const Settings& settings, Environment& environment) {
    FrameworkChoice choice;
    if (word != kEmbedded) {
        const FileInfo info = environment.files.inspect(word);
        if (info.type == FileType::directory) {
            choice.directory = word;
        } else if (info.type == FileType::regular) {
            choice = settings.framework;
            choice.overlays.push_back(word);
        } else {
            say_error(environment,
                      fmt::format("there is no framework {}{}", in_quotes(word),
                                  info.why.empty() ? std::string() : ": " + info.why),
                      "name a directory, an overlay, or 'embedded' for the built-in one");
            return std::nullopt;
        }
    }
    choice.overlays.insert(choice.overlays.end(), overlays.begin(), overlays.end());
    return choice;
}

std::optional<Framework> load_choice(const FrameworkChoice& choice, const Settings& settings,
                                     Environment& environment) {
    Settings of_choice = settings;
    of_choice.framework = choice;
    return load(of_choice, environment);
}

std::vector<InputFile> files_of(const std::vector<FrameworkChoice>& choices,
                                Environment& environment) {
    std::vector<InputFile> result;
    for (const FrameworkChoice& choice : choices) {
        for (const std::string& overlay : choice.overlays) result.push_back({overlay, true});
        if (!choice.directory) continue;
        const auto entries = environment.files.list(*choice.directory);
        for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>()))
            result.push_back({join_path(*choice.directory, entry.name), false});
    }
    return result;
}

}  // namespace hcf::cli
