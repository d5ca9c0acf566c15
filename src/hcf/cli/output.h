// SPDX-License-Identifier: Apache-2.0
// Where a report goes: standard output, or a file that appears only when it is whole (spec 4).
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/settings.h"
#include "hcf/load/paths.h"

#include <memory>
#include <string>

namespace hcf::cli {

/// True where an input is the very file that is to be written.
[[nodiscard]] bool is_output(const Environment& environment, const Settings& settings,
                             const FileInfo& input);

/// Says that it is, as an error of use.
void say_output_is_input(Environment& environment, const Settings& settings);

/// Streams a report in a format to its destination.
class ReportOutput {
public:
    ReportOutput(Environment& environment, const Settings& settings)
        : environment_(environment), settings_(settings) {}

    /// Opens the destination, which may be none of the inputs; false after saying why not.
    [[nodiscard]] bool open(const std::vector<InputFile>& inputs);

    void begin(const ReportHead& head);
    void part(const ReportHead& head, const ReportPart& part);
    void end(const ReportHead& head, const ReportTail& tail);

    /// Bytes that are formatted already.
    void raw(std::string_view bytes);

    /// False once a write has failed: nothing more need be made.
    [[nodiscard]] bool is_open() const { return !has_failed_; }

    /// Writes what is left and commits; false after saying why not.
    [[nodiscard]] bool finish();

private:
    void flush();

    Environment& environment_;
    const Settings& settings_;
    std::unique_ptr<OutputFile> file_;
    std::string buffer_;
    WriteState state_;
    bool has_failed_ = false;
    std::string why_;
};

/// Writes a report of one part; gives the exit code.
[[nodiscard]] int write_whole(Environment& environment, const Settings& settings,
                              const std::vector<InputFile>& inputs, const ReportHead& head,
                              const ReportPart& part, const ReportTail& tail);

}  // namespace hcf::cli
