// SPDX-License-Identifier: Apache-2.0
// hcf_golden [PATH...]: runs every *.case below the paths (tests/golden) in-process, with files in
// memory, on 2026-11-22. Started in the work tree, for `=== use`. HCF_UPDATE=1 rewrites what was
// expected. README.md says how a case is written.
#include "hcf/base/version.h"
#include "hcf/rules/rule.h"

#include "golden/case_file.h"
#include "golden/diff.h"
#include "support/memory_environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using hcf::FileType;
using hcf::tests::CaseBlock;
using hcf::tests::CaseFile;
using hcf::tests::diff;
using hcf::tests::make_block;
using hcf::tests::MemoryEnvironment;

/// The case that runs, for a program that dies in it.
char g_running[512];  // NOLINT(readability-identifier-naming): a signal handler can reach nothing
                      // else

extern "C" {
static void name_the_case(int number) {
    (void)std::fputs("hcf_golden: died in ", stderr);
    (void)std::fputs(g_running, stderr);
    (void)std::fputs("\n", stderr);
    (void)std::signal(number, SIG_DFL);
    (void)std::raise(number);
}
}  // extern "C"

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// The version of the program is @VERSION@ in a case, where an envelope gives it, or the end of a
/// line.
std::string with_placeholder(std::string text) {
    const std::string version(hcf::kVersion);
    text = replace_all(std::move(text), "\"hcf\": \"" + version + "\"", "\"hcf\": \"@VERSION@\"");
    text = replace_all(std::move(text), "\"hcf\":\"" + version + "\"", "\"hcf\":\"@VERSION@\"");
    return replace_all(std::move(text), "hcf " + version + "\n", "hcf @VERSION@\n");
}

/// A name as one word of a header.
std::string as_word(const std::string& name) {
    return name.find(' ') == std::string::npos ? name : "'" + name + "'";
}

/// Runs one case.
class Case {
public:
    explicit Case(CaseFile file) : file_(std::move(file)) {}

    /// Gives what is wrong, or nothing.
    [[nodiscard]] std::string run();

    /// The file with what came in place of what was expected.
    [[nodiscard]] const CaseFile& updated() const { return updated_; }

private:
    bool set_up(const CaseBlock& block);
    bool set_up_file(const CaseBlock& block);
    bool set_up_fault(const CaseBlock& block);
    bool use(const std::string& path, const std::string& name);
    void run_once(const CaseBlock& block, const std::vector<CaseBlock>& expectations);
    void compare(const std::string& what, const CaseBlock* expected, const std::string& got);
    void compare_files(const std::vector<CaseBlock>& expectations);
    [[nodiscard]] CaseBlock shown_file(const std::string& name) const;
    void complain(std::size_t line, const std::string& message) {
        report_ += fmt::format("  line {}: {}\n", line, message);
    }

    CaseFile file_;
    CaseFile updated_;
    MemoryEnvironment environment_;
    std::map<std::string, std::string> known_files_;  ///< before the run
    std::string report_;
    std::size_t line_ = 0;  ///< of the run
};

bool Case::use(const std::string& path, const std::string& name) {
    if (fs::is_regular_file(path)) {
        environment_.files.add(name, read_file(path));
        return true;
    }
    if (!fs::is_directory(path)) return false;
    environment_.files.add_folder(name);
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        const std::string inside = fs::relative(entry.path(), path).generic_string();
        if (entry.is_regular_file())
            environment_.files.add(name + "/" + inside, read_file(entry.path()));
    }
    return true;
}

bool Case::set_up_file(const CaseBlock& block) {
    const std::vector<std::string>& words = block.words;
    if (words.size() < 2) return false;
    const std::string& name = words[1];
    if (block.word() == "file") {
        environment_.files.add(name, block.bytes());
    } else if (block.word() == "append") {
        environment_.files.add(name, environment_.files.text(name).value_or("") + block.bytes());
    } else if (block.word() == "repeat" && words.size() == 4) {
        std::string text = environment_.files.text(name).value_or("");
        std::size_t count = 0;
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), count);
        for (; count != 0; --count) text += words[3];
        environment_.files.add(name, text);
    } else if (block.word() == "use") {
        return use(name, words.size() > 2 ? words[2] : name);
    } else if (block.word() == "folder") {
        environment_.files.add_folder(name);
    } else if (block.word() == "link" && words.size() == 3) {
        environment_.files.add_link(name, words[2]);
    } else if (block.word() == "same" && words.size() == 3) {
        environment_.files.add_same(name, words[2]);
    } else if (block.word() == "special" && words.size() == 3) {
        FileType type = FileType::fifo;
        if (words[2] == "socket") type = FileType::socket;
        if (words[2] == "device") type = FileType::device;
        environment_.files.add_special(name, type);
    } else {
        return false;
    }
    return true;
}

/// What goes wrong: `fail open NAME`, `fail list NAME`, `fail read NAME BYTES`, `fail write BYTES`,
/// `fail create`, `fail commit`, `fail stdout BYTES [closed]`, `fail change NAME`.
bool Case::set_up_fault(const CaseBlock& block) {
    const std::vector<std::string>& words = block.words;
    if (words.size() < 2) return false;
    const std::string& what = words[1];
    const std::string last = words.back();
    std::size_t bytes = 0;
    std::from_chars(last.data(), last.data() + last.size(), bytes);
    if (what == "create") {
        environment_.files.fail_creates();
    } else if (what == "commit") {
        environment_.files.fail_commits();
    } else if (what == "write") {
        environment_.files.fail_writes_after(bytes);
    } else if (what == "stdout" && words.size() >= 3) {
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), bytes);
        environment_.out.fail_after = bytes;
        if (last == "closed") environment_.out.fail_why.clear();
    } else {
        hcf::tests::MemoryFile* file =
            words.size() < 3 ? nullptr : environment_.files.find(words[2]);
        if (file == nullptr) return false;
        file->why = what == "read" ? "input/output error" : "permission denied";
        if (what == "open") file->fail_read_after = 0;
        if (what == "read") file->fail_read_after = bytes;
        if (what == "change") file->changes = true;
    }
    return true;
}

bool Case::set_up(const CaseBlock& block) {
    const std::vector<std::string>& words = block.words;
    if (block.word() == "stdin") {
        environment_.standard_input = block.bytes();
    } else if (block.word() == "env" && words.size() == 2) {
        const std::size_t equals = words[1].find('=');
        if (equals == std::string::npos)
            environment_.variables.erase(words[1]);
        else
            environment_.variables[words[1].substr(0, equals)] = words[1].substr(equals + 1);
    } else if (block.word() == "terminal") {
        const auto named = [&](const char* name) {
            return std::find(words.begin(), words.end(), name) != words.end();
        };
        environment_.out_is_terminal = named("out");
        environment_.err_is_terminal = named("err");
    } else if (block.word() == "fail") {
        return set_up_fault(block);
    } else {
        return set_up_file(block);
    }
    return true;
}

void Case::compare(const std::string& what, const CaseBlock* expected, const std::string& got) {
    CaseBlock made = make_block(what, with_placeholder(got));
    const std::string wanted = expected == nullptr ? std::string() : expected->bytes();
    const std::size_t line = expected == nullptr ? line_ : expected->line;
    if (with_placeholder(got) != wanted) {
        // Shown in one notation, so that what cannot be seen is.
        const CaseBlock as_wanted = make_block(what, wanted);
        std::string lines = diff(as_wanted.body, made.body);
        if (as_wanted.notation != made.notation)
            lines += fmt::format("    (written '{}', not '{}')\n", made.header, as_wanted.header);
        complain(line, fmt::format("{} is not what was expected\n{}", what, lines));
    }
    if (!got.empty() || what.starts_with("output")) updated_.blocks.push_back(std::move(made));
}

/// The block that says what became of a file.
CaseBlock Case::shown_file(const std::string& name) const {
    const auto text = environment_.files.text(name);
    if (!text) return make_block("no-output " + as_word(name), "");
    return make_block("output " + as_word(name), with_placeholder(*text));
}

void Case::compare_files(const std::vector<CaseBlock>& expectations) {
    std::set<std::string> named;
    for (const CaseBlock& block : expectations) {
        if ((block.word() != "output" && block.word() != "no-output") || block.words.size() < 2) {
            continue;
        }
        const std::string& name = block.words[1];
        named.insert(name);
        const auto text = environment_.files.text(name);
        if (block.word() == "output" && text) {
            compare("output " + as_word(name), &block, *text);
            continue;
        }
        if (text) complain(block.line, name + " was written");
        if (!text && block.word() == "output") complain(block.line, name + " was not written");
        updated_.blocks.push_back(shown_file(name));
    }
    for (const std::string& path : environment_.files.paths()) {
        const std::string text = environment_.files.text(path).value_or("");
        const auto known = known_files_.find(path);
        if (named.contains(path) || (known != known_files_.end() && known->second == text))
            continue;
        complain(line_, path + " was written, and no block says so");
        updated_.blocks.push_back(shown_file(path));
    }
}

void Case::run_once(const CaseBlock& block, const std::vector<CaseBlock>& expectations) {
    const auto find = [&](std::string_view word) {
        const auto found = std::find_if(expectations.begin(), expectations.end(),
                                        [&](const CaseBlock& b) { return b.word() == word; });
        return found == expectations.end() ? nullptr : &*found;
    };
    line_ = block.line;
    known_files_.clear();
    for (const std::string& path : environment_.files.paths()) {
        known_files_[path] = environment_.files.text(path).value_or("");
    }
    const std::vector<std::string> arguments(block.words.begin() + 1, block.words.end());
    environment_.out.text.clear();
    environment_.err.text.clear();
    const int code = environment_.run(arguments);

    updated_.blocks.push_back(block);
    compare("stdout", find("stdout"), environment_.out.text);
    compare("stderr", find("stderr"), environment_.err.text);
    const std::string exit = fmt::format("exit {}", code);
    const CaseBlock* expected = find("exit");
    if (expected == nullptr)
        complain(line_, "no exit code is expected; it was " + std::to_string(code));
    else if (expected->header != exit)
        complain(expected->line, fmt::format("{} expected, but exit {}", expected->header, code));
    updated_.blocks.push_back(make_block(exit, ""));
    compare_files(expectations);
}

std::string Case::run() {
    if (!file_.error.empty()) return "  " + file_.error + "\n";
    std::size_t runs = 0;
    for (std::size_t at = 0; at < file_.blocks.size();) {
        const CaseBlock& block = file_.blocks[at++];
        if (block.word() == "run") {
            std::vector<CaseBlock> expectations;
            while (at < file_.blocks.size() && file_.blocks[at].is_expectation())
                expectations.push_back(file_.blocks[at++]);
            run_once(block, expectations);
            ++runs;
            continue;
        }
        updated_.blocks.push_back(block);
        if (!block.words.empty() && !set_up(block)) {
            complain(block.line, fmt::format("'{} {}' is not understood, or names nothing",
                                             "===", block.header));
            return report_;
        }
    }
    if (runs == 0) complain(1, "the case runs nothing");
    return report_;
}

std::vector<fs::path> find_cases(const std::vector<std::string>& paths) {
    std::vector<fs::path> cases;
    for (const std::string& path : paths) {
        if (!fs::is_directory(path)) {
            cases.emplace_back(path);
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(path)) {
            if (entry.path().extension() == ".case") cases.push_back(entry.path());
        }
    }
    std::sort(cases.begin(), cases.end());
    return cases;
}

/// True where one run of a case raises the rule, and another is fine without it.
bool shows_rule(std::string_view text, std::string_view rule) {
    const std::string mark = fmt::format("[{}]\n", rule);
    bool is_raised = false;
    bool is_not_raised = false;
    for (std::size_t at = text.find("\n=== run "); at != std::string_view::npos;) {
        const std::size_t next = text.find("\n=== run ", at + 1);
        const std::string_view run =
            text.substr(at, next == std::string_view::npos ? next : next - at);
        const bool has_it = run.find(mark) != std::string_view::npos;
        is_raised = is_raised || has_it;
        is_not_raised =
            is_not_raised || (!has_it && run.find("\n=== exit 0") != std::string_view::npos);
        at = next;
    }
    return is_raised && is_not_raised;
}

/// Every rule has a case that is named after it, and in which it is raised and, in another run, not
/// (style guide, section 13). Gives how many have none.
std::size_t count_rules_without_case(const fs::path& folder) {
    std::size_t missing = 0;
    for (const hcf::RuleInfo* rule : hcf::all_rules()) {
        const fs::path path = folder / (std::string(rule->id) + ".case");
        if (shows_rule(read_file(path), rule->id)) continue;
        fmt::print(
            "FAILED {}\n  the rule '{}' has no case that raises it, and a run that does not\n",
            path.generic_string(), rule->id);
        ++missing;
    }
    return missing;
}

/// Gives whether the case passed, or was brought up to date.
bool run_case(const fs::path& path, bool update) {
    if (!fs::is_regular_file(path)) {
        fmt::print("FAILED {}\n  there is no such file\n", path.generic_string());
        return false;
    }
    std::snprintf(g_running, sizeof g_running, "%s", path.generic_string().c_str());
    const std::string text = read_file(path);
    Case one(hcf::tests::parse_case(text));
    const std::string report = one.run();
    if (report.empty()) return true;
    const std::string updated = write_case(one.updated());
    if (update && one.updated().blocks.size() > 1 && updated != text) {
        std::ofstream(path, std::ios::binary) << updated;
        fmt::print("updated {}\n", path.generic_string());
        return true;
    }
    fmt::print("FAILED {}\n{}", path.generic_string(), report);
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> paths(argv + 1, argv + argc);
    if (paths.empty()) paths.emplace_back("tests/golden");
    (void)std::signal(SIGABRT, name_the_case);
    (void)std::signal(SIGSEGV, name_the_case);
    const char* wish = std::getenv("HCF_UPDATE");
    const bool update = wish != nullptr && std::strcmp(wish, "1") == 0;

    std::size_t passed = 0;
    std::size_t failed = 0;
    for (const fs::path& path : find_cases(paths)) ++(run_case(path, update) ? passed : failed);
    for (const std::string& path : paths) {
        if (fs::is_directory(path + "/rules")) failed += count_rules_without_case(path + "/rules");
    }
    fmt::print("{} passed, {} failed\n", passed, failed);
    return failed == 0 && passed != 0 ? 0 : 1;
}
