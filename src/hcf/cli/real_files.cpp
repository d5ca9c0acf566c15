// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/real_files.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
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

/// A file without a name until it is whole: a process that is killed leaves nothing behind. Where
/// the file system or a missing /proc does not allow that, a file with a temporary name.
class NewFile : public OutputFile {
public:
    /// Begins beside the target; the error is the system's reason.
    static Result<std::unique_ptr<OutputFile>> create(const std::string& target, bool replace,
                                                      const struct stat* like = nullptr) {
        const std::size_t slash = target.find_last_of('/');
        const std::string directory =
            slash == std::string::npos ? "." : target.substr(0, slash + 1);
        Descriptor unnamed(
            ::open(directory.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (unnamed.get() >= 0 && ::access("/proc/self/fd", X_OK) == 0) {
            if (like != nullptr) take_permissions(unnamed.get(), *like);
            return std::unique_ptr<OutputFile>(
                new NewFile(std::move(unnamed), {}, target, replace));
        }
        std::string temporary = target + ".XXXXXX";
        Descriptor named(::mkostemp(temporary.data(), O_CLOEXEC));
        if (named.get() < 0) return fail(reason(errno));
        if (like != nullptr) take_permissions(named.get(), *like);
        return std::unique_ptr<OutputFile>(
            new NewFile(std::move(named), temporary, target, replace));
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
    /// As far as that is allowed; a group that cannot be kept gets no access.
    static void take_permissions(int descriptor, const struct stat& like) {
        constexpr mode_t kOwnerOnly = 0700;
        const bool keeps_owner = ::fchown(descriptor, like.st_uid, like.st_gid) == 0;
        const mode_t mode = like.st_mode & 0777U;
        if (::fchmod(descriptor, keeps_owner ? mode : mode & kOwnerOnly) != 0) return;
    }

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
        constexpr int kTries = 100;
        for (int i = 0; i < kTries; ++i) {
            const std::string name = fmt::format("{}.{}-{}", target_, ::getpid(), i);
            if (link_to(name)) {
                temporary_ = name;
                return true;
            }
            if (errno != EEXIST) return false;
        }
        return false;
    }

    Descriptor descriptor_;
    std::string temporary_;  ///< empty: it has no name
    std::string target_;
    bool replace_;
};

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
    return NewFile::create(real.get(), true, &info);
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
