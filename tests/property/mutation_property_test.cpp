// SPDX-License-Identifier: Apache-2.0
// The shipped examples with one thing changed at random, 5,000 times: validate ends, and it and gap
// are of one mind on every file. A file that one of them calls clean and the other refuses would be
// a wrong "met" waiting to happen.
#include "support/memory_environment.h"
#include "support/random_case.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace tests = hcf::tests;
using JsonValue = nlohmann::json;

using tests::Random;

constexpr std::size_t kMutations = 5000;
constexpr std::size_t kFilesInARun = 250;

std::string read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    REQUIRE_MESSAGE(stream, path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        lines.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

/// A place at which a word begins, and its length.
std::pair<std::size_t, std::size_t> random_word(const std::string& text, Random& random) {
    static constexpr std::string_view kBetween = " \n:,{}[]#'\"";
    const std::size_t begin = text.find_first_not_of(kBetween, random.below(text.size()));
    if (begin == std::string::npos) return {0, 1};
    const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    return {begin, end - begin};
}

/// Changes one thing: bytes, words, lines, or how far a line is indented.
std::string mutated(std::string text, Random& random) {
    static const std::vector<std::string> kPieces = {"\t",
                                                     "'",
                                                     "\"",
                                                     ": ",
                                                     "- ",
                                                     "#",
                                                     "&a ",
                                                     "*a",
                                                     "!!str ",
                                                     "|",
                                                     ">",
                                                     "{",
                                                     "}",
                                                     "[",
                                                     "]",
                                                     ",",
                                                     "---\n",
                                                     "...\n",
                                                     "~",
                                                     "null",
                                                     "true",
                                                     "2026",
                                                     "2026-02-30",
                                                     "2027-01-01",
                                                     "met",
                                                     "self",
                                                     "not-applicable",
                                                     "\r",
                                                     "\n",
                                                     " ",
                                                     "x-",
                                                     "\xEF\xBB\xBF",
                                                     "\xC3\xA9",
                                                     "\xFF",
                                                     "\\",
                                                     "hcf: team/1\n"};
    std::vector<std::string> lines = lines_of(text);
    const std::size_t line = random.below(lines.size());
    const std::size_t place = random.below(text.size());
    switch (random.below(9)) {
        case 0: return text.erase(place, 1);
        case 1: return text.insert(place, random.pick(kPieces));
        case 2: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line)); break;
        case 3:
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line),
                         lines[random.below(lines.size())]);
            break;
        case 4: std::swap(lines[line], lines[random.below(lines.size())]); break;
        case 5: lines[line].insert(0, std::string(1 + random.below(4), ' ')); break;
        case 6:
            lines[line].erase(0, std::min(lines[line].find_first_not_of(' '), 1 + random.below(4)));
            break;
        case 7: return text.erase(place);
        default: {
            const auto [begin, size] = random_word(text, random);
            const auto [from, length] = random_word(text, random);
            const std::string word =
                random.chance(30) ? random.pick(kPieces) : text.substr(from, length);
            return text.replace(begin, size, word);
        }
    }
    return joined(lines);
}

/// The files that have errors, and those that are reported on or refused, of one run.
struct Verdicts {
    std::set<std::string> wrong;
    std::set<std::string> reported;
    std::set<std::string> refused;
};

Verdicts judge(tests::MemoryEnvironment& environment, const std::vector<std::string>& paths) {
    Verdicts verdicts;
    const auto run = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), paths.begin(), paths.end());
        environment.clear();
        const int code = environment.run(arguments);
        CHECK(code >= 0);
        CHECK(code <= 2);
        return JsonValue::parse(environment.out.text);
    };
    const JsonValue validated = run({"validate", "--format", "json"});
    for (const JsonValue& finding : validated.at("findings")) {
        if (finding.at("severity") == "error")
            verdicts.wrong.insert(finding.at("file").get<std::string>());
    }
    const JsonValue analysed = run({"gap", "--level", "enhanced", "--totals", "--format", "json"});
    for (const JsonValue& result : analysed.at("results"))
        verdicts.reported.insert(result.at("file").get<std::string>());
    for (const JsonValue& skipped : analysed.at("skipped"))
        verdicts.refused.insert(skipped.at("file").get<std::string>());
    return verdicts;
}

}  // namespace

TEST_CASE("validate and gap are of one mind on examples with one thing changed") {
    const std::map<std::string, std::string> ids = {{"alice", "EHC-0042"},
                                                    {"ben", "EHC-0077"},
                                                    {"chi", "EHC-0113"},
                                                    {"pseudonymous", "P-7F3A"}};
    std::vector<std::string> examples;
    for (const auto& [name, id] : ids) {
        std::string text = read_file("examples/" + name + ".yaml");
        const std::size_t at = text.find("id: " + id);
        REQUIRE(at != std::string::npos);
        examples.push_back(text.replace(at, 4 + id.size(), "id: @"));
    }
    Random random(20261122);
    std::size_t clean = 0;
    std::size_t wrong = 0;
    for (std::size_t done = 0; done < kMutations; done += kFilesInARun) {
        tests::MemoryEnvironment environment;
        std::vector<std::string> paths;
        std::map<std::string, std::string> texts;
        for (std::size_t i = 0; i < kFilesInARun; ++i) {
            std::string text = mutated(random.pick(examples), random);
            // Nobody is the same person as somebody in another file.
            const std::size_t at = text.find("id: @");
            if (at != std::string::npos) text.replace(at, 5, fmt::format("id: P-{}", done + i));
            paths.push_back(fmt::format("{}.yaml", done + i));
            environment.files.add(paths.back(), text);
            texts[paths.back()] = std::move(text);
        }
        const Verdicts verdicts = judge(environment, paths);
        for (const std::string& path : paths) {
            const bool is_wrong = verdicts.wrong.count(path) != 0;
            const bool is_refused = verdicts.refused.count(path) != 0;
            CHECK_MESSAGE(is_wrong == is_refused, texts[path]);
            // A file of several documents may be reported on in part; a clean one is in whole.
            if (!is_wrong) CHECK_MESSAGE(verdicts.reported.count(path) == 1, texts[path]);
            ++(is_wrong ? wrong : clean);
        }
    }
    CHECK(clean > kMutations / 20);
    CHECK(wrong > kMutations / 4);
}
