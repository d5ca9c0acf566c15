// SPDX-License-Identifier: Apache-2.0
// Loads the documents of many files, with several threads where that helps, and gives them in input
// order: what comes out is the same for any number of threads.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/paths.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace hcf::cli {

/// One document of an input, a fault of the input itself, or its end.
struct LoadedItem {
    std::uint32_t file = 0;      ///< its number among the inputs
    std::uint32_t document = 1;  ///< in its file
    std::optional<LoadedDocument> loaded;
    std::string text;              ///< of standard input, which cannot be read again: a document of
                                   ///< a framework, or one that could not be read
    std::uint32_t first_line = 1;  ///< of the text
    std::optional<Finding> fault;
    bool is_end = false;      ///< nothing more comes from this file
    bool could_read = false;  ///< with is_end: to its end
};

/// Calls `use` for everything in the files from number `first` on, in order and in the calling
/// thread, until it says no; gives whether it never did. At most `jobs` threads read ahead, only so
/// far that memory stays that of a few documents. Requires: `use` does not change the inputs.
bool load_in_order(Environment& environment, const std::string& stdin_name,
                   const LoadContext& context, const InputFiles& inputs, std::size_t first,
                   unsigned jobs, const std::function<bool(LoadedItem)>& use);

/// As many threads as the machine has cores, at least one.
[[nodiscard]] unsigned default_jobs();

}  // namespace hcf::cli
