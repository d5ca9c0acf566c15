// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/recorded_files.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace hcf {

class RecordedFiles::Log {
public:
    std::size_t begin(const std::string& path) {
        files_.push_back({path, 0, std::nullopt});
        return files_.size() - 1;
    }
    ReadFile& at(std::size_t number) { return files_[number]; }
    [[nodiscard]] const std::vector<ReadFile>& all() const { return files_; }

private:
    std::vector<ReadFile> files_;
};

namespace {

/// Hashes what passes through it.
template <class Log>
class RecordedSource : public ByteSource {
public:
    RecordedSource(std::unique_ptr<ByteSource> source, std::shared_ptr<Log> log, std::size_t number)
        : source_(std::move(source)), log_(std::move(log)), number_(number) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        auto count = source_->read(buffer);
        if (!count || is_finished_) return count;
        ReadFile& file = log_->at(number_);
        file.bytes += *count;
        digest_.add(std::string_view(buffer.data(), *count));
        if (*count == 0 && !buffer.empty()) {
            is_finished_ = true;
            file.digest = digest_.finish();
        }
        return count;
    }

    bool has_changed() override { return source_->has_changed(); }

private:
    std::unique_ptr<ByteSource> source_;
    std::shared_ptr<Log> log_;
    std::size_t number_;
    Sha256 digest_;
    bool is_finished_ = false;
};

}  // namespace

RecordedFiles::RecordedFiles(const FileReader& files)
    : files_(files), log_(std::make_shared<Log>()) {}

RecordedFiles::~RecordedFiles() = default;

FileInfo RecordedFiles::inspect(const std::string& path) const { return files_.inspect(path); }

Result<std::vector<DirectoryEntry>> RecordedFiles::list(const std::string& path) const {
    return files_.list(path);
}

Result<std::string> RecordedFiles::real_path(const std::string& path) const {
    return files_.real_path(path);
}

Result<std::unique_ptr<ByteSource>> RecordedFiles::open(const std::string& path) const {
    auto source = files_.open(path);
    if (!source) return source;
    return record(path, std::move(*source));
}

std::unique_ptr<ByteSource> RecordedFiles::record(const std::string& name,
                                                  std::unique_ptr<ByteSource> source) const {
    return std::make_unique<RecordedSource<Log>>(std::move(source), log_, log_->begin(name));
}

std::vector<ReadFile> RecordedFiles::read() const {
    std::vector<ReadFile> result;
    std::map<std::string, std::vector<std::size_t>> places;  // in the result, by path
    for (const ReadFile& file : log_->all()) {
        std::vector<std::size_t>& known = places[file.path];
        const bool is_known = std::any_of(known.begin(), known.end(), [&](std::size_t place) {
            return result[place].bytes == file.bytes && result[place].digest == file.digest;
        });
        if (is_known) continue;
        known.push_back(result.size());
        result.push_back(file);
    }
    return result;
}

}  // namespace hcf
