// SPDX-License-Identifier: Apache-2.0
// The real environment around cli::run.
#include "hcf/cli/real_files.h"
#include "hcf/cli/run.h"

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <unistd.h>

namespace {

hcf::Date local_date() {
    const std::time_t now = std::time(nullptr);
    std::tm local = {};
    localtime_r(&now, &local);
    return hcf::make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday)
        .value_or(hcf::Date{});
}

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is a failed write, not a silent death
    const hcf::cli::RealFiles files;
    const hcf::cli::RealWriter writer;
    hcf::cli::DescriptorStream out(STDOUT_FILENO);
    hcf::cli::DescriptorStream err(STDERR_FILENO);
    hcf::cli::Environment environment = {files,
                                         writer,
                                         [] { return hcf::cli::read_descriptor(STDIN_FILENO); },
                                         out,
                                         err,
                                         local_date,
                                         isatty(STDOUT_FILENO) == 1,
                                         isatty(STDERR_FILENO) == 1,
                                         variable,
                                         hcf::cli::working_directory};
    return hcf::cli::run({argv + 1, argv + argc}, environment);
}
