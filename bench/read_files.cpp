// SPDX-License-Identifier: Apache-2.0
// What the disk and the system cost: reads files to their ends and does nothing with them.
//   read_files PATH...     files, and directories of files (in the order of their names)
// Prints `documents`, `bytes` and the sum of all bytes, which makes sure that they were looked at.
#include "list_files.h"

#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

int main(int count, char** arguments) {
    const std::vector<std::string> files = bench::list_files({arguments + 1, arguments + count});
    std::vector<char> buffer(std::size_t{256} * 1024);
    std::size_t bytes = 0;
    unsigned sum = 0;
    for (const std::string& path : files) {
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) {
            std::perror(path.c_str());
            return 1;
        }
        ssize_t got = 0;
        while ((got = read(file, buffer.data(), buffer.size())) > 0) {
            bytes += static_cast<std::size_t>(got);
            sum += static_cast<unsigned char>(buffer[static_cast<std::size_t>(got) - 1]);
        }
        close(file);
        if (got < 0) return 1;
    }
    std::printf("files=%zu bytes=%zu sum=%u\n", files.size(), bytes, sum);
    return 0;
}
