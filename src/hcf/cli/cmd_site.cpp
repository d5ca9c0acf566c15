// SPDX-License-Identifier: Apache-2.0
// hcf site: the framework as web pages (spec 4; ADR 0025).
#include "hcf/base/count.h"
#include "hcf/base/text.h"
#include "hcf/cli/all_commands.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/file_edits.h"
#include "hcf/cli/kind_files.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/real_folder.h"
#include "hcf/cli/settings.h"
#include "hcf/load/paths.h"
#include "hcf/site/manifest.h"
#include "hcf/site/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace hcf::cli {
namespace {

struct RunOptions {
    CommonOptions common;
    std::string folder;
};

using Entries = std::map<std::string, FileType>;
using Manifest = std::map<std::string, std::string>;

bool refuse(Environment& environment, const std::string& path, std::string_view why,
            std::string_view help = {}) {
    say_error(environment, fmt::format("cannot write {}: {}", in_quotes(path), why), help);
    return false;
}

/// A directory that is written into, and what hcf may do to its files.
class Target {
public:
    Target(Environment& environment, const RunOptions& options)
        : environment_(environment), folder_(options.folder), force_(options.common.force) {}

    /// True where the files may be written; false after saying why not.
    [[nodiscard]] bool check(const std::vector<SiteFile>& files);

    /// Files that hcf made, and nobody changed: they may go.
    std::set<std::string> removable;
    /// How many there are beside, which stay.
    std::size_t others = 0;

private:
    [[nodiscard]] bool list();
    [[nodiscard]] bool check_own(const Manifest& manifest);
    [[nodiscard]] bool check_new(const std::vector<SiteFile>& files, const Manifest& manifest);
    [[nodiscard]] std::string path_of(const std::string& name) const {
        return join_path(folder_, name);
    }

    Environment& environment_;
    const std::string& folder_;
    bool force_;
    Entries entries_;
};

/// False where it cannot be written into at all.
bool Target::list() {
    const FileInfo info = environment_.files.inspect(folder_);
    if (info.type == FileType::missing) return true;
    if (info.type == FileType::unreadable) return refuse(environment_, folder_, info.why);
    if (info.type != FileType::directory) {
        return refuse(environment_, folder_,
                      fmt::format("it is {}, not a directory", describe(info.type)));
    }
    const auto entries = environment_.files.list(folder_);
    if (!entries) return refuse(environment_, folder_, "it " + entries.error().message);
    for (const DirectoryEntry& entry : *entries) entries_[entry.name] = entry.type;
    return true;
}

/// What hcf made and nobody changed may go; what somebody changed only goes where --force says so.
bool Target::check_own(const Manifest& manifest) {
    for (const auto& [name, digest] : manifest) {
        const auto entry = entries_.find(name);
        if (entry == entries_.end() || entry->second != FileType::regular) continue;
        const auto text = read_whole(environment_, path_of(name));
        if (!text) return refuse(environment_, path_of(name), "it " + text.error().message);
        if (sha256_of(*text) == digest) {
            removable.insert(name);
        } else if (!force_) {
            return refuse(environment_, path_of(name), "it was changed since hcf made it",
                          "keep a copy; --force replaces it");
        }
    }
    removable.insert(std::string(kManifestFile));
    return true;
}

bool Target::check_new(const std::vector<SiteFile>& files, const Manifest& manifest) {
    for (const SiteFile& file : files) {
        const auto entry = entries_.find(file.name);
        if (entry == entries_.end()) continue;
        if (entry->second == FileType::directory)
            return refuse(environment_, path_of(file.name), "it is a directory");
        const bool is_own = file.name == kManifestFile || manifest.contains(file.name);
        if (!is_own && !force_) {
            return refuse(environment_, path_of(file.name), "it exists, and hcf did not make it",
                          "--force replaces it");
        }
    }
    const auto is_new = [&](const std::string& name) {
        return std::any_of(files.begin(), files.end(),
                           [&](const SiteFile& file) { return file.name == name; });
    };
    others = static_cast<std::size_t>(
        std::count_if(entries_.begin(), entries_.end(), [&](const auto& entry) {
            return !removable.contains(entry.first) && !is_new(entry.first);
        }));
    return true;
}

bool Target::check(const std::vector<SiteFile>& files) {
    if (!list()) return false;
    if (entries_.empty()) return true;
    std::optional<Manifest> manifest;
    const auto listed = entries_.find(std::string(kManifestFile));
    if (listed != entries_.end() && listed->second == FileType::regular) {
        const auto text = read_whole(environment_, path_of(std::string(kManifestFile)));
        if (!text)
            return refuse(environment_, path_of(listed->first), "it " + text.error().message);
        manifest = read_manifest(*text);
    }
    if (!manifest && !force_) {
        return refuse(environment_, folder_, "it is not empty, and hcf did not make it",
                      "name another directory; --force writes into it, and leaves files of other "
                      "names alone");
    }
    if (!manifest) return check_new(files, {});
    return check_own(*manifest) && check_new(files, *manifest);
}

int run_site(Environment& environment, const RunOptions& options) {
    const auto settings = resolve_plain(options.common, environment);
    if (!settings) return kNotDone;
    const auto framework = load(*settings, environment);
    if (!framework) return kNotDone;
    SiteOptions site;
    if (settings->origins.as_of != "today") site.as_of = settings->as_of;
    std::vector<SiteFile> files = make_site(*framework, site);
    Target target(environment, options);
    if (!target.check(files)) return kNotDone;
    std::vector<FolderFile> to_write;
    to_write.reserve(files.size());
    for (SiteFile& file : files) to_write.push_back({std::move(file.name), std::move(file.text)});
    // The two environments that there are, the real one and that of the tests, can.
    const auto* folders = dynamic_cast<const FolderWriter*>(&environment.writer);
    const auto written = folders == nullptr
                             ? fail("directories cannot be written here")
                             : folders->write_folder(options.folder, to_write, target.removable);
    if (!written) {
        (void)refuse(environment, options.folder, written.error().message, written.error().help);
        return kNotDone;
    }
    if (!settings->quiet) {
        say(environment,
            fmt::format("{} written to {}{}", count_of(to_write.size(), "file", "files"),
                        in_quotes(options.folder),
                        target.others == 0
                            ? std::string()
                            : fmt::format("; {} beside left alone",
                                          count_of(target.others, "entry", "entries"))));
    }
    return kDone;
}

Action setup(CLI::App& app) {
    auto options = std::make_shared<RunOptions>();
    app.add_option("DIR", options->folder,
                   "The directory to write: one that is new, empty, or made by hcf")
        ->type_name("")
        ->required();
    add_framework_options(app, options->common);
    app.add_flag("--force", options->common.force,
                 "Write into a directory that hcf did not make, and replace what was changed");
    app.add_flag("-q,--quiet", options->common.quiet, "Say only errors on standard error");
    app.footer(
        "hcf site public\n"
        "hcf site --overlay ours.yaml --as-of 2026-11-22 public");
    return [options](Environment& environment) { return run_site(environment, *options); };
}

}  // namespace

constinit const Command kSiteCommand = {"site", "The framework as web pages", setup};

}  // namespace hcf::cli
