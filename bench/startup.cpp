// SPDX-License-Identifier: Apache-2.0
// How long programs take from start to end, several of them in turn, from a parent that is small (a
// large one pays for itself with every child).
//   startup ROUNDS COMMAND [ARGUMENT...] [-- COMMAND [ARGUMENT...]]...
// Prints a line for each command: its median and its fastest run in nanoseconds, and the exit code
// of the last run. What the commands print goes nowhere.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Program {
    std::vector<char*> arguments;  // ends with a null pointer
    std::vector<long long> nanoseconds;
    int exit_code = 0;
};

bool run(Program& program, const posix_spawn_file_actions_t& silence) {
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawn(&child, program.arguments[0], &silence, nullptr, program.arguments.data(),
                    environ) != 0)
        return false;
    int status = 0;
    if (waitpid(child, &status, 0) != child) return false;
    const auto end = std::chrono::steady_clock::now();
    program.nanoseconds.push_back(
        std::chrono::duration_cast<std::chrono::nanoseconds>(end - begin).count());
    program.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return program.exit_code != 127;
}

}  // namespace

int main(int count, char** arguments) {
    const int rounds = count > 2 ? std::atoi(arguments[1]) : 0;
    if (rounds < 1) return 2;
    std::vector<Program> programs(1);
    for (int i = 2; i < count; ++i) {
        if (std::strcmp(arguments[i], "--") == 0)
            programs.emplace_back();
        else
            programs.back().arguments.push_back(arguments[i]);
    }
    posix_spawn_file_actions_t silence;
    posix_spawn_file_actions_init(&silence);
    posix_spawn_file_actions_addopen(&silence, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&silence, 2, "/dev/null", O_WRONLY, 0);
    for (Program& program : programs) {
        if (program.arguments.empty()) return 2;
        program.arguments.push_back(nullptr);
    }
    for (int round = 0; round < rounds; ++round)
        for (Program& program : programs)
            if (!run(program, silence)) return 1;
    for (Program& program : programs) {
        std::sort(program.nanoseconds.begin(), program.nanoseconds.end());
        std::printf("%lld %lld %d\n", program.nanoseconds[program.nanoseconds.size() / 2],
                    program.nanoseconds.front(), program.exit_code);
    }
    return 0;
}
