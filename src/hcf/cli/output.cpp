// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/output.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"

#include <fmt/format.h>

namespace hcf::cli {
namespace {

constexpr std::size_t kFlushBytes = std::size_t{64} * 1024;

}  // namespace

bool is_output(const Environment& environment, const Settings& settings, const FileInfo& input) {
    return !settings.output.empty() &&
           is_same_file(environment.files.inspect(settings.output), input);
}

void say_output_is_input(Environment& environment, const Settings& settings) {
    say_error(environment, fmt::format("the output '{}' is also an input", settings.output),
              "name another file");
}

bool ReportOutput::open(const std::vector<InputFile>& inputs) {
    if (settings_.output.empty()) return true;
    const FileInfo target = environment_.files.inspect(settings_.output);
    if (target.type == FileType::directory) {
        say_error(environment_,
                  fmt::format("cannot write '{}': it is a directory", settings_.output));
        return false;
    }
    std::vector<std::string> read = settings_.framework.overlays;
    for (const InputFile& input : inputs) read.push_back(input.path);
    if (settings_.framework.directory) {
        const auto entries = environment_.files.list(*settings_.framework.directory);
        for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>())) {
            read.push_back(join_path(*settings_.framework.directory, entry.name));
        }
    }
    for (const std::string& path : read) {
        if (target.type != FileType::regular || path == "-") continue;
        if (!is_same_file(target, environment_.files.inspect(path))) continue;
        say_output_is_input(environment_, settings_);
        return false;
    }
    auto file = environment_.writer.create(settings_.output, settings_.replace_output);
    if (!file) {
        say_error(environment_,
                  fmt::format("cannot write '{}': {}", settings_.output, file.error().message),
                  file.error().help);
        return false;
    }
    file_ = std::move(*file);
    return true;
}

void ReportOutput::flush() {
    if (!has_failed_ && !buffer_.empty()) {
        if (file_) {
            const auto written = file_->write(buffer_);
            has_failed_ = !written;
            if (!written) why_ = written.error().message;
        } else {
            has_failed_ = !environment_.out.write(buffer_);
            if (has_failed_) why_ = environment_.out.why();
        }
    }
    buffer_.clear();
}

void ReportOutput::begin(const ReportHead& head) {
    settings_.format->begin(buffer_, head, settings_.write, state_);
}

void ReportOutput::part(const ReportHead& head, const ReportPart& part) {
    settings_.format->part(buffer_, head, part, settings_.write, state_);
    if (buffer_.size() >= kFlushBytes) flush();
}

void ReportOutput::end(const ReportHead& head, const ReportTail& tail) {
    settings_.format->end(buffer_, head, tail, settings_.write, state_);
}

void ReportOutput::raw(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= kFlushBytes) flush();
}

bool ReportOutput::finish() {
    flush();
    if (!has_failed_ && file_) {
        const auto committed = file_->commit();
        has_failed_ = !committed;
        if (!committed) why_ = committed.error().message;
    }
    if (has_failed_ && !why_.empty()) {
        say_error(environment_,
                  fmt::format("cannot write {}: {}",
                              settings_.output.empty() ? std::string("the output")
                                                       : fmt::format("'{}'", settings_.output),
                              why_));
    }
    file_.reset();
    return !has_failed_;
}

int write_whole(Environment& environment, const Settings& settings,
                const std::vector<InputFile>& inputs, const ReportHead& head,
                const ReportPart& part, const ReportTail& tail) {
    ReportOutput output(environment, settings);
    if (!output.open(inputs)) return kNotDone;
    output.begin(head);
    output.part(head, part);
    output.end(head, tail);
    return output.finish() ? kDone : kNotDone;
}

}  // namespace hcf::cli
