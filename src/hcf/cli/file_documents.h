// SPDX-License-Identifier: Apache-2.0
// The documents of one input, with everything that can go wrong around them turned into findings.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/diag/finding.h"
#include "hcf/load/document_stream.h"
#include "hcf/load/paths.h"

#include <functional>
#include <string>

namespace hcf::cli {

/// Reads inputs one after another through one buffer.
class FileDocuments {
public:
    FileDocuments(Environment& environment, std::string stdin_name)
        : environment_(environment), stdin_name_(std::move(stdin_name)) {}

    /// Calls `use` with the name to show and each document of the input, until it says no; `report`
    /// gets what was wrong with the input itself. Gives false where it could not be read, or not to
    /// its end.
    bool read(const InputFile& input,
              const std::function<bool(const std::string&, const RawDocument&)>& use,
              const std::function<void(Finding)>& report);

private:
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const InputFile& input);

    Environment& environment_;
    std::string stdin_name_;
    DocumentStream stream_;
};

}  // namespace hcf::cli
