// SPDX-License-Identifier: Apache-2.0
#include "support/memory_environment.h"

#include "hcf/cli/run.h"

#include <algorithm>
#include <utility>

namespace hcf::tests {
namespace {

constexpr int kMostLinks = 40;

using Parts = std::vector<std::string>;

Parts split(std::string_view path) {
    Parts parts;
    if (path.starts_with('/')) parts.emplace_back("/");
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0) parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

std::string joined(const std::string& folder, const std::string& name) {
    if (folder.empty() || folder == ".") return name;
    return folder == "/" ? folder + name : folder + "/" + name;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return path == "/" ? path : ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// The way a path was taken apart to: a key of the map of files, whether or not something stands
/// there.
struct Resolved {
    std::string key;
    bool is_loop = false;
    bool is_missing = false;  ///< a folder on the way is none
};

class TextSource : public ByteSource {
public:
    TextSource(std::string text, std::size_t piece) : text_(std::move(text)), piece_(piece) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = std::min({buffer.size(), piece_, text_.size() - at_});
        std::copy_n(text_.data() + at_, count, buffer.data());
        at_ += count;
        return count;
    }
    bool has_changed() override { return false; }

private:
    std::string text_;
    std::size_t piece_;
    std::size_t at_ = 0;
};

class MemorySource : public ByteSource {
public:
    explicit MemorySource(MemoryFile file) : file_(std::move(file)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        if (at_ >= file_.fail_read_after) return fail("cannot be read: " + file_.why);
        const std::size_t end = std::min(file_.text.size(), file_.fail_read_after);
        const std::size_t count = std::min(buffer.size(), end - at_);
        std::copy_n(file_.text.data() + at_, count, buffer.data());
        at_ += count;
        if (count == 0 && at_ >= file_.fail_read_after) return fail("cannot be read: " + file_.why);
        return count;
    }
    bool has_changed() override { return file_.changes; }

private:
    MemoryFile file_;
    std::size_t at_ = 0;
};

}  // namespace

struct MemoryFiles::State {
    std::map<std::string, MemoryFile> files;
    std::size_t next_number = 1;
    std::size_t writes_left = kNever;
    std::string write_why;
    std::optional<std::string> create_why;
    std::optional<std::string> commit_why;

    MemoryFile& put(const std::string& path, MemoryFile file) {
        const std::string key = resolve(path, false).key;
        for (std::string folder = folder_of(key); folder != "." && folder != "/";
             folder = folder_of(folder)) {
            MemoryFile& there = files[folder];
            if (there.number != 0) break;
            there.type = FileType::directory;
            there.number = next_number++;
        }
        MemoryFile& there = files[key];
        file.number = there.number != 0 ? there.number : next_number++;
        there = std::move(file);
        return there;
    }

    /// Takes "." and ".." out and follows links, the last one only where `follow_last`.
    [[nodiscard]] Resolved resolve(const std::string& path, bool follow_last) const {
        Parts todo = split(path);
        std::string at = ".";
        int links = 0;
        while (!todo.empty()) {
            const std::string part = todo.front();
            todo.erase(todo.begin());
            if (part == ".") continue;
            if (part == "/" || part == "..") {
                at = part == "/" ? "/" : folder_of(at);
                continue;
            }
            const std::string next = joined(at, part);
            const auto found = files.find(next);
            if (found != files.end() && !found->second.target.empty() &&
                (follow_last || !todo.empty())) {
                if (++links > kMostLinks) return {next, true, false};
                const Parts target = split(found->second.target);
                todo.insert(todo.begin(), target.begin(), target.end());
                continue;
            }
            const bool is_folder =
                found != files.end() && found->second.type == FileType::directory;
            if (found != files.end() && !is_folder && !todo.empty()) return {next, false, true};
            at = next;
        }
        return {at, false, false};
    }

    [[nodiscard]] const MemoryFile* at(const Resolved& resolved) const {
        if (resolved.is_loop || resolved.is_missing) return nullptr;
        const auto found = files.find(resolved.key);
        return found == files.end() ? nullptr : &found->second;
    }
};

namespace {

/// Collects the bytes, and puts them there at the commit.
class MemoryOutput : public cli::OutputFile {
public:
    MemoryOutput(std::shared_ptr<MemoryFiles::State> state, std::string key, bool is_direct)
        : state_(std::move(state)), key_(std::move(key)), is_direct_(is_direct) {}

    Result<bool> write(std::string_view bytes) override {
        if (bytes.size() > state_->writes_left) return fail(state_->write_why);
        if (state_->writes_left != kNever) state_->writes_left -= bytes.size();
        text_ += bytes;
        return true;
    }

    Result<bool> commit() override {
        if (state_->commit_why) return fail(*state_->commit_why);
        if (is_direct_)
            state_->files[key_].text += text_;
        else
            state_->put(key_, MemoryFile{.text = text_});
        return true;
    }

private:
    std::shared_ptr<MemoryFiles::State> state_;
    std::string key_;
    bool is_direct_;
    std::string text_;
};

}  // namespace

MemoryFiles::MemoryFiles() : state_(std::make_shared<State>()) {
    state_->files["."] = MemoryFile{.type = FileType::directory, .number = state_->next_number++};
    state_->files["/"] = MemoryFile{.type = FileType::directory, .number = state_->next_number++};
}

MemoryFile& MemoryFiles::add(const std::string& path, std::string_view text) {
    return state_->put(path, MemoryFile{.text = std::string(text)});
}

MemoryFile& MemoryFiles::add_folder(const std::string& path) {
    return state_->put(path, MemoryFile{.type = FileType::directory});
}

MemoryFile& MemoryFiles::add_link(const std::string& path, const std::string& target) {
    return state_->put(path, MemoryFile{.target = target});
}

MemoryFile& MemoryFiles::add_special(const std::string& path, FileType type) {
    return state_->put(path, MemoryFile{.type = type});
}

MemoryFile& MemoryFiles::add_unreadable(const std::string& path, const std::string& why) {
    return state_->put(path, MemoryFile{.why = why, .fail_read_after = 0});
}

MemoryFile& MemoryFiles::add_same(const std::string& path, const std::string& existing) {
    const MemoryFile* file = state_->at(state_->resolve(existing, true));
    MemoryFile copy = file == nullptr ? MemoryFile{} : *file;
    const std::size_t number = copy.number;
    MemoryFile& there = state_->put(path, std::move(copy));
    if (number != 0) there.number = number;
    return there;
}

MemoryFile* MemoryFiles::find(const std::string& path) {
    const auto found = state_->files.find(state_->resolve(path, false).key);
    return found == state_->files.end() ? nullptr : &found->second;
}

std::optional<std::string> MemoryFiles::text(const std::string& path) const {
    const MemoryFile* file = state_->at(state_->resolve(path, true));
    if (file == nullptr) return std::nullopt;
    return file->text;
}

std::vector<std::string> MemoryFiles::paths() const {
    std::vector<std::string> paths;
    for (const auto& [path, file] : state_->files) {
        if (file.type == FileType::regular && file.target.empty()) paths.push_back(path);
    }
    return paths;
}

void MemoryFiles::fail_writes_after(std::size_t bytes, std::string why) {
    state_->writes_left = bytes;
    state_->write_why = std::move(why);
}

void MemoryFiles::fail_creates(std::string why) { state_->create_why = std::move(why); }

void MemoryFiles::fail_commits(std::string why) { state_->commit_why = std::move(why); }

FileInfo MemoryFiles::inspect(const std::string& path) const {
    if (path.empty()) return {};
    const Resolved resolved = state_->resolve(path, true);
    FileInfo info;
    if (resolved.is_loop) {
        info.type = FileType::unreadable;
        info.why = "too many levels of symbolic links";
        return info;
    }
    const MemoryFile* file = state_->at(resolved);
    if (file == nullptr) return info;
    info.type = file->type;
    if (file->type == FileType::unreadable) {
        info.why = file->why;
        return info;
    }
    info.device = 1;
    info.number = file->number;
    return info;
}

Result<std::vector<DirectoryEntry>> MemoryFiles::list(const std::string& path) const {
    const Resolved resolved = state_->resolve(path, true);
    const MemoryFile* folder = state_->at(resolved);
    if (folder == nullptr) return fail("cannot be listed: no such file or directory");
    if (folder->type != FileType::directory) return fail("cannot be listed: not a directory");
    if (!folder->why.empty()) return fail("cannot be listed: " + folder->why);

    std::vector<DirectoryEntry> entries;
    for (const auto& [key, file] : state_->files) {
        if (key == "." || key == "/" || folder_of(key) != resolved.key) continue;
        const std::size_t slash = key.rfind('/');
        DirectoryEntry entry;
        entry.name = slash == std::string::npos ? key : key.substr(slash + 1);
        entry.type = inspect(key).type;
        entry.is_link = !file.target.empty();
        entries.push_back(std::move(entry));
    }
    // "In no order": the reverse of the one that a caller might count on.
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Result<std::string> MemoryFiles::real_path(const std::string& path) const {
    const Resolved resolved = state_->resolve(path, true);
    if (state_->at(resolved) == nullptr)
        return fail("cannot be resolved: no such file or directory");
    const std::string& key = resolved.key;
    if (key == ".") return std::string("/here");
    return key.starts_with('/') ? key : "/here/" + key;
}

Result<std::unique_ptr<ByteSource>> MemoryFiles::open(const std::string& path) const {
    const Resolved resolved = state_->resolve(path, true);
    if (resolved.is_loop) return fail("cannot be opened: too many levels of symbolic links");
    const MemoryFile* file = state_->at(resolved);
    if (file == nullptr) return fail("cannot be opened: no such file or directory");
    if (file->type == FileType::unreadable ||
        (file->type == FileType::regular && file->fail_read_after == 0)) {
        return fail("cannot be opened: " + file->why);
    }
    if (file->type != FileType::regular) {
        return fail("it is " + std::string(describe(file->type)) + ", not a regular file");
    }
    return std::make_unique<MemorySource>(*file);
}

Result<std::unique_ptr<cli::OutputFile>> MemoryFiles::create(const std::string& path,
                                                             bool replace) const {
    if (state_->create_why) return fail(*state_->create_why);
    const Resolved resolved = state_->resolve(path, true);
    if (resolved.is_loop) return fail("too many levels of symbolic links");
    const MemoryFile* file = state_->at(resolved);
    const MemoryFile* folder = state_->at({folder_of(resolved.key), false, false});
    if (resolved.is_missing || (folder != nullptr && folder->type != FileType::directory)) {
        return fail("not a directory");
    }
    if (folder == nullptr) return fail("no such file or directory");
    if (file == nullptr) return std::make_unique<MemoryOutput>(state_, resolved.key, false);
    if (file->type == FileType::directory) return fail("it is a directory");
    if (file->type != FileType::regular)
        return std::make_unique<MemoryOutput>(state_, resolved.key, true);
    if (!replace) return fail("it exists", "--force replaces it");
    return std::make_unique<MemoryOutput>(state_, resolved.key, false);
}

Result<bool> MemoryFiles::write_folder(const std::string& path,
                                       const std::vector<cli::FolderFile>& contents,
                                       const std::set<std::string>& removable) const {
    if (state_->create_why) return fail(*state_->create_why);
    if (state_->commit_why) return fail(*state_->commit_why);
    const std::string folder = state_->resolve(path, true).key;
    std::size_t size = 0;
    for (const cli::FolderFile& content : contents) size += content.text.size();
    if (size > state_->writes_left) return fail(state_->write_why);
    for (const std::string& name : removable) state_->files.erase(joined(folder, name));
    for (const cli::FolderFile& content : contents)
        state_->put(joined(folder, content.name), MemoryFile{.text = content.text});
    return true;
}

std::unique_ptr<ByteSource> read_text(std::string text, std::size_t piece) {
    return std::make_unique<TextSource>(std::move(text), piece);
}

bool MemoryStream::write(std::string_view bytes) {
    if (has_failed_) return false;
    if (bytes.size() > fail_after - std::min(fail_after, text.size())) {
        has_failed_ = true;
        return false;
    }
    text += bytes;
    return true;
}

cli::Environment MemoryEnvironment::environment() {
    return cli::Environment{
        .files = files,
        .writer = files,
        .standard_input = [this] { return read_text(standard_input, stdin_piece); },
        .out = out,
        .err = err,
        .today =
            [this] {
                ++today_asked;
                return today;
            },
        .out_is_terminal = out_is_terminal,
        .err_is_terminal = err_is_terminal,
        .variable =
            [this](const std::string& name) {
                const auto found = variables.find(name);
                return found == variables.end() ? std::nullopt
                                                : std::optional<std::string>(found->second);
            },
    };
}

int MemoryEnvironment::run(const std::vector<std::string>& arguments) {
    cli::Environment given = environment();
    return cli::run(arguments, given);
}

void MemoryEnvironment::clear() {
    out = {};
    err = {};
}

}  // namespace hcf::tests
