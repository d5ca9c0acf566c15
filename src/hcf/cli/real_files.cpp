// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/real_files.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hcf::cli {
namespace {

/// The system's reason, in a reader's words.
std::string reason(int error) {
    std::string text = std::strerror(error);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

FileType type_of(const struct stat& info) {
    if (S_ISREG(info.st_mode)) return FileType::regular;
    if (S_ISDIR(info.st_mode)) return FileType::directory;
    if (S_ISFIFO(info.st_mode)) return FileType::fifo;
    if (S_ISSOCK(info.st_mode)) return FileType::socket;
    return FileType::device;
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

    /// Closes now, and says whether that went well: a full disk may show only then.
    [[nodiscard]] bool close() {
        const int number = number_;
        number_ = -1;
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

Result<std::size_t> read_some(int descriptor, std::span<char> buffer) {
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) return fail(fmt::format("cannot be read: {}", reason(errno)));
    }
}

/// 0 or the error.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

class FileSource : public ByteSource {
public:
    FileSource(Descriptor descriptor, const struct stat& opened)
        : descriptor_(std::move(descriptor)), opened_(opened) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        auto count = read_some(descriptor_.get(), buffer);
        if (count) bytes_read_ += *count;
        return count;
    }

    bool has_changed() override {
        struct stat now = {};
        if (::fstat(descriptor_.get(), &now) != 0) return true;
        return now.st_size != opened_.st_size ||
               static_cast<std::uint64_t>(now.st_size) != bytes_read_ ||
               now.st_mtim.tv_sec != opened_.st_mtim.tv_sec ||
               now.st_mtim.tv_nsec != opened_.st_mtim.tv_nsec;
    }

private:
    Descriptor descriptor_;
    struct stat opened_;
    std::uint64_t bytes_read_ = 0;
};

class StreamSource : public ByteSource {
public:
    explicit StreamSource(int descriptor) : descriptor_(descriptor) {}
    Result<std::size_t> read(std::span<char> buffer) override {
        return read_some(descriptor_, buffer);
    }
    bool has_changed() override { return false; }

private:
    int descriptor_;
};

class DirectFile : public OutputFile {
public:
    explicit DirectFile(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    Result<bool> write(std::string_view bytes) override {
        if (const int error = write_all(descriptor_.get(), bytes); error != 0)
            return fail(reason(error));
        return true;
    }
    Result<bool> commit() override {
        if (!descriptor_.close()) return fail(reason(errno));
        return true;
    }

private:
    Descriptor descriptor_;
};

/// Gives a new file the permissions of the one whose place it takes. Nobody may lose what they were
/// allowed, and nobody gains anything; an error where that cannot be.
Result<bool> take_permissions(int descriptor, const struct stat& like) {
    constexpr unsigned kGroupShift = 3;
    constexpr unsigned kAll = 07;
    constexpr uid_t kSameOwner = static_cast<uid_t>(-1);
    const mode_t mode = like.st_mode & 0777U;
    const unsigned group = (mode >> kGroupShift) & kAll;
    const unsigned others = mode & kAll;
    // Another owner is kept by the superuser only; a group, by its members, too.
    const bool keeps_group = ::fchown(descriptor, like.st_uid, like.st_gid) == 0 ||
                             ::fchown(descriptor, kSameOwner, like.st_gid) == 0;
    if (!keeps_group && group != others)
        return fail("its group cannot be kept, and would lose its access");
    if (::fchmod(descriptor, mode) != 0) return fail(reason(errno));
    return true;
}

/// The end of a name that a file has for a moment, "PID-N": the process.
std::optional<pid_t> process_of(std::string_view suffix) {
    const std::size_t dash = suffix.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto number = [](std::string_view digits) -> std::optional<pid_t> {
        pid_t value = 0;
        const char* end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, value);
        const bool is_whole = read.ec == std::errc() && read.ptr == end && value >= 0;
        return is_whole ? std::optional(value) : std::nullopt;
    };
    const auto process = number(suffix.substr(0, dash));
    return process && *process > 0 && number(suffix.substr(dash + 1)) ? process : std::nullopt;
}

/// Removes what killed processes left beside a file whose place they were about to take: whole
/// copies of a record. Requires: the lock of the file, so that nobody is about to do so now.
void remove_leftovers(const std::string& target) {
    const std::size_t slash = target.find_last_of('/') + 1;
    const std::string directory = slash == 0 ? "." : target.substr(0, slash);
    const std::string prefix = target.substr(slash) + ".";
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::opendir(directory.c_str()), ::closedir);
    if (!entries) return;
    while (const dirent* entry = ::readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        if (!name.starts_with(prefix)) continue;
        const auto process = process_of(name.substr(prefix.size()));
        if (!process) continue;
        const bool is_running =
            *process != ::getpid() && (::kill(*process, 0) == 0 || errno != ESRCH);
        struct stat info = {};
        const int folder = ::dirfd(entries.get());
        if (!is_running && ::fstatat(folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(info.st_mode) && info.st_uid == ::geteuid())
            ::unlinkat(folder, entry->d_name, 0);
    }
}

/// A name beside the target that no other process makes. `take` gives it to a file and says
/// whether that went well, errno why not; empty where it did not.
template <class Take>
std::string take_own_name(const std::string& target, Take take) {
    constexpr int kTries = 100;
    for (int i = 0; i < kTries; ++i) {
        std::string name = fmt::format("{}.{}-{}", target, ::getpid(), i);
        if (take(name)) return name;
        if (errno != EEXIST) break;
    }
    return {};
}

/// A file without a name until it is whole: a process that is killed before leaves nothing behind.
/// One that takes the place of another has a name of its own, TARGET.PID-N, for the moment between
/// the two; a process killed just then leaves it, and the next change in place of that target
/// removes it. Where the file system or a missing /proc allows no file without a name, it has that
/// name from the start.
class NewFile : public OutputFile {
public:
    /// Begins beside the target; the error is the system's reason.
    static Result<std::unique_ptr<OutputFile>> create(const std::string& target, bool replace,
                                                      const struct stat* like = nullptr) {
        const std::size_t slash = target.find_last_of('/');
        const std::string directory =
            slash == std::string::npos ? "." : target.substr(0, slash + 1);
        constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
        int number = ::open(directory.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kOwnerOnly);
        if (number >= 0 && ::access("/proc/self/fd", X_OK) != 0) {
            ::close(number);
            number = -1;
        }
        std::string temporary;
        if (number < 0) {
            temporary = take_own_name(target, [&](const std::string& name) {
                number = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kOwnerOnly);
                return number >= 0;
            });
        }
        if (number < 0) return fail(reason(errno));
        std::unique_ptr<OutputFile> file(
            new NewFile(Descriptor(number), std::move(temporary), target, replace));
        if (like != nullptr) {
            const auto permitted = take_permissions(number, *like);
            if (!permitted) return fail(permitted.error().message);
        }
        return file;
    }

    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() override {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }

    Result<bool> write(std::string_view bytes) override {
        if (const int error = write_all(descriptor_.get(), bytes); error != 0)
            return fail(reason(error));
        return true;
    }

    Result<bool> commit() override {
        if (::fsync(descriptor_.get()) != 0 && errno != EINVAL && errno != EROFS)
            return fail(reason(errno));
        // A link fails where somebody has made the target meanwhile; only --force replaces it.
        if (!replace_) {
            if (!link_to(target_))
                return errno == EEXIST ? fail("it exists", "--force replaces it")
                                       : fail(reason(errno));
        } else {
            if (temporary_.empty() && !name_it()) return fail(reason(errno));
            if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail(reason(errno));
            temporary_.clear();
        }
        if (!descriptor_.close()) return fail(reason(errno));
        return true;
    }

private:
    NewFile(Descriptor descriptor, std::string temporary, std::string target, bool replace)
        : descriptor_(std::move(descriptor)),
          temporary_(std::move(temporary)),
          target_(std::move(target)),
          replace_(replace) {}

    [[nodiscard]] bool link_to(const std::string& path) const {
        if (!temporary_.empty()) return ::link(temporary_.c_str(), path.c_str()) == 0;
        const std::string self = fmt::format("/proc/self/fd/{}", descriptor_.get());
        return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0;
    }

    /// A name of its own, only for as long as it takes to rename it over the target.
    [[nodiscard]] bool name_it() {
        temporary_ = take_own_name(target_, [&](const std::string& name) { return link_to(name); });
        return !temporary_.empty();
    }

    Descriptor descriptor_;
    std::string temporary_;  ///< empty: it has no name
    std::string target_;
    bool replace_;
};

/// Holds as long as the descriptor is open.
class HeldLock : public FileLock {
public:
    explicit HeldLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

private:
    Descriptor descriptor_;
};

/// For writing where that is allowed: some network file systems lock nothing else.
Descriptor open_to_lock(const std::string& path) {
    constexpr int kFlags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    Descriptor descriptor(::open(path.c_str(), O_RDWR | kFlags));
    if (descriptor.get() >= 0) return descriptor;
    return Descriptor(::open(path.c_str(), O_RDONLY | kFlags));
}

/// 0 or the error.
int wait_for_lock(int descriptor) {
    while (::flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) return errno;
    }
    return 0;
}

}  // namespace

FileInfo RealFiles::inspect(const std::string& path) const {
    struct stat info = {};
    if (path.empty() || (::stat(path.c_str(), &info) != 0 && (errno == ENOENT || errno == ENOTDIR)))
        return {};
    FileInfo result;
    errno = 0;
    if (::stat(path.c_str(), &info) != 0) {
        result.type = FileType::unreadable;
        result.why = reason(errno);
        return result;
    }
    result.type = type_of(info);
    result.device = info.st_dev;
    result.number = info.st_ino;
    return result;
}

Result<std::vector<DirectoryEntry>> RealFiles::list(const std::string& path) const {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(path.c_str()), ::closedir);
    if (!directory) return fail(fmt::format("cannot be listed: {}", reason(errno)));
    std::vector<DirectoryEntry> entries;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(directory.get());
        if (entry == nullptr) break;
        DirectoryEntry found;
        found.name = entry->d_name;
        if (found.name == "." || found.name == "..") continue;
        found.is_link = entry->d_type == DT_LNK;
        if (entry->d_type == DT_REG)
            found.type = FileType::regular;
        else if (entry->d_type == DT_DIR)
            found.type = FileType::directory;
        else
            found.type = inspect(path + "/" + found.name).type;
        if (entry->d_type == DT_UNKNOWN) {
            struct stat info = {};
            found.is_link =
                ::lstat((path + "/" + found.name).c_str(), &info) == 0 && S_ISLNK(info.st_mode);
        }
        entries.push_back(std::move(found));
    }
    if (errno != 0) return fail(fmt::format("cannot be listed: {}", reason(errno)));
    return entries;
}

Result<std::string> RealFiles::real_path(const std::string& path) const {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                           &std::free);
    if (real == nullptr) return fail(fmt::format("cannot be resolved: {}", reason(errno)));
    return std::string(real.get());
}

Result<std::unique_ptr<ByteSource>> RealFiles::open(const std::string& path) const {
    // O_NONBLOCK: a FIFO that took the file's place must not make us wait.
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (descriptor.get() < 0) return fail(fmt::format("cannot be opened: {}", reason(errno)));
    struct stat info = {};
    if (::fstat(descriptor.get(), &info) != 0)
        return fail(fmt::format("cannot be opened: {}", reason(errno)));
    const FileType type = type_of(info);
    if (type != FileType::regular)
        return fail(fmt::format("it is {}, not a regular file", describe(type)));
    return std::make_unique<FileSource>(std::move(descriptor), info);
}

Result<std::unique_ptr<OutputFile>> RealWriter::create(const std::string& path,
                                                       bool replace) const {
    struct stat info = {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) return fail("it is a directory");
    if (exists && !S_ISREG(info.st_mode)) {
        Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
        if (descriptor.get() < 0) return fail(reason(errno));
        return std::make_unique<DirectFile>(std::move(descriptor));
    }
    if (exists && !replace) return fail("it exists", "--force replaces it");
    return NewFile::create(path, replace);
}

Result<std::unique_ptr<OutputFile>> RealWriter::replace(const std::string& path) const {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
    struct stat info = {};
    if (!real || ::stat(real.get(), &info) != 0) return fail(reason(errno));
    if (!S_ISREG(info.st_mode)) return fail("it is no regular file");
    if (::access(real.get(), W_OK) != 0) return fail(reason(errno));
    if (info.st_nlink > 1)
        return fail(
            "it has more than one name (hard links), and the others would keep the old text");
    remove_leftovers(real.get());
    return NewFile::create(real.get(), true, &info);
}

Result<bool> RealWriter::write_folder(const std::string& path,
                                      const std::vector<FolderFile>& contents,
                                      const std::set<std::string>& removable) const {
    return write_real_folder(*this, path, contents, removable);
}

Result<std::unique_ptr<FileLock>> RealWriter::lock(const std::string& path) const {
    for (;;) {
        struct stat now = {};
        if (::stat(path.c_str(), &now) != 0 || !S_ISREG(now.st_mode))
            return std::unique_ptr<FileLock>();
        Descriptor descriptor = open_to_lock(path);
        struct stat locked = {};
        if (descriptor.get() < 0 || ::fstat(descriptor.get(), &locked) != 0)
            return std::unique_ptr<FileLock>();
        if (const int error = wait_for_lock(descriptor.get()); error != 0)
            return fail(fmt::format("it cannot be locked: {}", reason(error)));
        // Whoever held the lock has put another file in its place: that one is to be locked.
        const bool is_same = ::stat(path.c_str(), &now) == 0 && now.st_dev == locked.st_dev &&
                             now.st_ino == locked.st_ino;
        if (is_same) return std::make_unique<HeldLock>(std::move(descriptor));
    }
}

std::string working_directory() {
    std::string buffer(std::size_t{64} * 1024, '\0');
    if (::getcwd(buffer.data(), buffer.size()) == nullptr) return "/";
    buffer.resize(std::strlen(buffer.c_str()));
    return buffer;
}

std::unique_ptr<ByteSource> read_descriptor(int descriptor) {
    return std::make_unique<StreamSource>(descriptor);
}

bool DescriptorStream::write(std::string_view bytes) {
    if (has_failed_) return false;
    const int error = write_all(descriptor_, bytes);
    if (error == 0) return true;
    has_failed_ = true;
    if (error != EPIPE) why_ = reason(error);
    return false;
}

}  // namespace hcf::cli
