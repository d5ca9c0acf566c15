// SPDX-License-Identifier: Apache-2.0
// The files that a benchmark reads, found as cheaply as the system allows.
#pragma once

#include <algorithm>
#include <dirent.h>
#include <string>
#include <vector>

namespace bench {

// The paths given, each directory replaced by the files in it in the order of their names.
inline std::vector<std::string> list_files(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        DIR* directory = opendir(path.c_str());
        if (directory == nullptr) {
            files.push_back(path);
            continue;
        }
        const std::size_t first = files.size();
        while (const dirent* entry = readdir(directory))
            if (entry->d_type == DT_REG) files.push_back(path + '/' + entry->d_name);
        closedir(directory);
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

}  // namespace bench
