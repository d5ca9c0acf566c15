// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/real_folder.h"

#include "hcf/cli/environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace hcf::cli {
namespace {

namespace fs = std::filesystem;

/// The system's reason, in a reader's words.
std::string reason(int error) {
    std::string text = std::generic_category().message(error);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

/// The directory as it grows beside its place; what was not put there goes again.
class NewFolder {
public:
    explicit NewFolder(std::string path) : path_(std::move(path)) {}
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }

    /// Its files are as open to others as a new directory is: a site is for the public.
    [[nodiscard]] Result<bool> fill(const FileWriter& writer,
                                    const std::vector<FolderFile>& contents) const {
        struct stat made = {};
        if (::stat(path_.c_str(), &made) != 0) return fail(reason(errno));
        const mode_t mode = made.st_mode & 0666U;
        for (const FolderFile& content : contents) {
            const std::string name = fmt::format("{}/{}", path_, content.name);
            auto file = writer.create(name, false);
            if (!file) return tl::unexpected(file.error());
            if (auto written = (*file)->write(content.text); !written) return written;
            if (auto committed = (*file)->commit(); !committed) return committed;
            if (::chmod(name.c_str(), mode) != 0) return fail(reason(errno));
        }
        return true;
    }

    [[nodiscard]] const std::string& path() const { return path_; }

    /// It has its place now, or is not to go.
    void keep() { path_.clear(); }

private:
    std::string path_;
};

/// A directory beside the target that no other process makes; empty where there can be none, errno
/// says why.
std::string make_beside(const std::string& target) {
    constexpr int kTries = 100;
    for (int i = 0; i < kTries; ++i) {
        std::string name = fmt::format("{}.{}-{}", target, ::getpid(), i);
        if (::mkdir(name.c_str(), 0777) == 0) return name;
        if (errno != EEXIST) break;
    }
    return {};
}

/// True where a process is in the directory or below it: it would be left in the old one.
bool holds_working_directory(const fs::path& target) {
    std::error_code error;
    const fs::path here = fs::canonical(fs::current_path(error), error);
    if (error) return false;
    const auto [end, rest] = std::mismatch(target.begin(), target.end(), here.begin(), here.end());
    return end == target.end();
}

/// Lets two directories change places, at once where the file system can; 0 or the error.
int swap_folders(const std::string& a, const std::string& b) {
    if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    const std::string between = a + ".old";
    if (::rename(b.c_str(), between.c_str()) != 0) return errno;
    if (::rename(a.c_str(), b.c_str()) != 0) {
        const int error = errno;
        (void)::rename(between.c_str(), b.c_str());
        return error;
    }
    return ::rename(between.c_str(), a.c_str()) == 0 ? 0 : errno;
}

/// Moves what is not hcf's from the old directory into the new one, removes the rest. Nothing that
/// is not hcf's is ever deleted: where it cannot be moved, the old directory stays with it.
Result<bool> empty_old(const std::string& old, const std::string& target,
                       const std::set<std::string>& gone) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(old, error), end; !error && entry != end;
         entry.increment(error))
        names.push_back(entry->path().filename().string());
    for (const std::string& name : names) {
        const std::string from = fmt::format("{}/{}", old, name);
        const std::string to = fmt::format("{}/{}", target, name);
        if (gone.contains(name))
            (void)::unlink(from.c_str());
        else if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0 &&
                 (errno == EINVAL || errno == ENOSYS))
            (void)::rename(from.c_str(), to.c_str());  // the file system knows no other way
    }
    if (::rmdir(old.c_str()) == 0) return true;
    return fail(fmt::format("the new files are there, and what else was in it stands in '{}'",
                            fs::path(old).filename().string()));
}

}  // namespace

Result<bool> write_real_folder(const FileWriter& files, const std::string& path,
                               const std::vector<FolderFile>& contents,
                               const std::set<std::string>& removable) {
    struct stat info = {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    std::error_code error;
    fs::path place = exists ? fs::canonical(path, error) : fs::path(path);
    if (error) return fail(reason(error.value()));
    if (exists && holds_working_directory(place))
        return fail("it holds the working directory", "go elsewhere, and name it from there");
    std::string target = place.string();
    while (target.size() > 1 && target.back() == '/') target.pop_back();
    NewFolder folder(make_beside(target));
    if (folder.path().empty()) return fail(reason(errno));
    if (auto filled = folder.fill(files, contents); !filled) return filled;
    if (!exists) {
        if (::rename(folder.path().c_str(), target.c_str()) != 0) return fail(reason(errno));
        folder.keep();
        return true;
    }
    if (::chmod(folder.path().c_str(), info.st_mode & 07777U) != 0) return fail(reason(errno));
    if (const int why = swap_folders(folder.path(), target); why != 0) return fail(reason(why));
    const std::string old = folder.path();
    folder.keep();
    std::set<std::string> gone = removable;
    for (const FolderFile& content : contents) gone.insert(content.name);
    return empty_old(old, target, gone);
}

}  // namespace hcf::cli
