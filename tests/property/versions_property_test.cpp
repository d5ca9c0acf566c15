// SPDX-License-Identifier: Apache-2.0
// What holds of every move between two versions of a framework: renamings alone change no figure
// and can be undone to the byte, and whatever else happens, nobody comes to be met in anything.
#include "hcf/base/text.h"
#include "hcf/load/embedded.h"
#include "hcf/report/document.h"

#include "support/random_case.h"
#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace tests = hcf::tests;

using hcf::Json;
using tests::Random;

constexpr std::uint32_t kRenamings = 200;
constexpr std::uint32_t kRemovals = 100;

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

/// The text with one whole word in place of another.
std::string with_word(const std::string& text, const std::string& word, const std::string& now) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find(word); at != std::string::npos;
         at = text.find(word, at + word.size())) {
        const std::size_t end = at + word.size();
        const bool is_whole =
            (at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]));
        if (!is_whole) continue;
        result.append(text, from, at - from).append(now);
        from = end;
    }
    return result.append(text, from, std::string::npos);
}

/// The shipped framework as files, with some of it changed.
class Version {
public:
    Version() {
        for (const hcf::EmbeddedFile& file : hcf::embedded_framework())
            files_.emplace(file.name.substr(file.name.rfind('/') + 1), file.text);
        std::string& levels = files_.at("levels.yaml");
        const std::size_t at = levels.find("version: \"4.5\"");
        REQUIRE(at != std::string::npos);
        levels.replace(at, std::string_view("version: \"4.5\"").size(), "version: \"4.6\"");
    }

    /// Roles and levels keep their titles, by which they are tied.
    void rename_level(const std::string& id) {
        for (auto& [name, text] : files_) text = with_word(text, id, id + "-neu");
    }
    void rename_role(const std::string& id) {
        files_.at("roles.yaml") = with_word(files_.at("roles.yaml"), id, id + "-neu");
    }
    void rename_competence(const std::string& id) {
        std::string& text = files_.at("competences.yaml");
        const std::string entry = "  - id: " + id + "\n";
        const std::size_t at = text.find(entry);
        REQUIRE(at != std::string::npos);
        text.replace(at, entry.size(),
                     fmt::format("  - id: {0}-neu\n    same_as: [clinical-homecare/{0}]\n", id));
    }
    void remove_competence(const std::string& id) {
        std::string& text = files_.at("competences.yaml");
        const std::size_t at = text.find("  - id: " + id + "\n");
        REQUIRE(at != std::string::npos);
        const std::size_t next = text.find("\n  - id: ", at);
        text.erase(at, next == std::string::npos ? std::string::npos : next + 1 - at);
    }

    void put(tests::MemoryEnvironment& memory) const {
        for (const auto& [name, text] : files_) memory.files.add("new/" + name, text);
    }

private:
    std::map<std::string, std::string, std::less<>> files_;
};

/// Somebody rated in most competences, by ids and titles.
std::string random_person(Random& random) {
    const hcf::Framework& framework = tests::shipped();
    const auto name = [&](const auto& thing) {
        return random.chance(70) ? thing.id : fmt::format("\"{}\"", thing.title);
    };
    const hcf::Role& role = random.pick(framework.roles);
    std::string text = "hcf: assessment/1   # made up\n";
    if (random.chance(50)) text += "framework: clinical-homecare 4.5\n";
    text += fmt::format("person:\n  id: P-1\n  role: {}   # theirs\n", name(role));
    if (random.chance(60)) text += fmt::format("  level: {}\n", name(framework.at(role.levels[0])));
    if (random.chance(30)) {
        text += fmt::format("  overlaps: [{{level: {}, competences: [{}]}}]\n",
                            name(random.pick(framework.levels)),
                            name(random.pick(framework.competences)));
    }
    text += "assessed: 2026-01-31\nratings:\n  x-own: {kept: as it is}\n";
    const std::vector<std::string> values = {"met", "met", "met", "partial", "not-met"};
    for (const hcf::Competence& competence : framework.competences) {
        if (random.chance(20)) continue;
        if (random.chance(20)) text += "\n  # a remark\n";
        if (random.chance(50)) {
            text += fmt::format("  {}: {}\n", name(competence), random.pick(values));
        } else {
            text += fmt::format("  {}: {{value: {}, level: {}}}\n", name(competence),
                                random.pick(values), name(random.pick(framework.levels)));
        }
    }
    return text;
}

Json gap(tests::MemoryEnvironment& memory, const std::vector<std::string>& framework) {
    std::vector<std::string> arguments = {"gap", "p.yaml", "--format", "json"};
    arguments.insert(arguments.end(), framework.begin(), framework.end());
    memory.clear();
    REQUIRE(memory.run(arguments) == 0);
    return Json::parse(memory.out.text)["results"][0];
}

std::set<std::string> met_in(const Json& result) {
    std::set<std::string> met;
    for (const Json& row : result["competences"]) {
        std::string id = row["competence"].get<std::string>();
        if (id.size() > 4 && id.substr(id.size() - 4) == "-neu") id.resize(id.size() - 4);
        if (row["status"] == "met") met.insert(id);
    }
    for (const Json& item : result["beyond"]) {
        std::string id = item.get<std::string>();
        if (id.size() > 4 && id.substr(id.size() - 4) == "-neu") id.resize(id.size() - 4);
        met.insert(id);
    }
    return met;
}

int migrate(tests::MemoryEnvironment& memory, std::vector<std::string> more) {
    more.insert(more.begin(), {"migrate", "p.yaml", "--write", "-q"});
    memory.clear();
    return memory.run(more);
}

void rename_some(Random& random, Version& version) {
    for (const hcf::Level& level : tests::shipped().levels)
        if (random.chance(40)) version.rename_level(level.id);
    for (const hcf::Role& role : tests::shipped().roles)
        if (random.chance(40)) version.rename_role(role.id);
    for (const hcf::Competence& competence : tests::shipped().competences)
        if (random.chance(40)) version.rename_competence(competence.id);
}

}  // namespace

TEST_CASE("renamings change no figure, and are undone to the byte") {
    for (std::uint32_t seed = 1; seed <= kRenamings; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Version version;
        rename_some(random, version);
        tests::MemoryEnvironment memory;
        version.put(memory);
        const std::string text = random_person(random);
        memory.files.add("p.yaml", text);
        const Json before = gap(memory, {});
        REQUIRE(migrate(memory, {"--to", "new"}) == 0);
        const std::string moved = *memory.files.text("p.yaml");
        const Json after = gap(memory, {"--framework", "new"});
        CHECK(after["summary"] == before["summary"]);
        CHECK(met_in(after) == met_in(before));
        // Once more changes nothing.
        REQUIRE(migrate(memory, {"--to", "new"}) == 0);
        CHECK(*memory.files.text("p.yaml") == moved);
        REQUIRE(migrate(memory, {"--framework", "new", "--to", "embedded"}) == 0);
        CHECK(*memory.files.text("p.yaml") == text);
    }
}

TEST_CASE("where competences went, nobody comes to be met, and nothing of a file is lost") {
    std::size_t moved = 0;
    for (std::uint32_t seed = 1; seed <= kRemovals; ++seed) {
        CAPTURE(seed);
        Random random(seed + 1000);
        Version version;
        std::set<std::string> removed;
        for (const hcf::Competence& competence : tests::shipped().competences) {
            if (random.chance(25)) {
                version.remove_competence(competence.id);
                removed.insert(competence.id);
            } else if (random.chance(30)) {
                version.rename_competence(competence.id);
            }
        }
        tests::MemoryEnvironment memory;
        version.put(memory);
        const std::string text = random_person(random);
        memory.files.add("p.yaml", text);
        const std::set<std::string> before = met_in(gap(memory, {}));
        const int code = migrate(memory, {"--to", "new"});
        const std::string now = *memory.files.text("p.yaml");
        if (code != 0) {  // an overlap that names what went
            CHECK(now == text);
            continue;
        }
        ++moved;
        for (const std::string& id : met_in(gap(memory, {"--framework", "new"}))) {
            CHECK(before.contains(id));
            CHECK_FALSE(removed.contains(id));
        }
        // Every line is there, but for names; notes are the only lines that came.
        std::size_t notes = 0;
        hcf::for_each_line(now, [&](std::string_view line) {
            notes += line.find("; kept as it was under ") == std::string_view::npos ? 0U : 1U;
        });
        const auto lines = [](const std::string& of) {
            return static_cast<std::size_t>(std::count(of.begin(), of.end(), '\n'));
        };
        CHECK(lines(now) == lines(text) + notes);
        CHECK(std::count(now.begin(), now.end(), '#') ==
              std::count(text.begin(), text.end(), '#') + static_cast<std::ptrdiff_t>(notes));
    }
    CHECK(moved > kRemovals / 2);
}
