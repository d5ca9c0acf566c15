// SPDX-License-Identifier: Apache-2.0
// Reading a framework: the shipped one, directories, overlays, and the files that cannot be read.
#include "hcf/load/load_framework.h"

#include "hcf/load/embedded.h"

#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace tests = hcf::tests;

constexpr std::string_view kOneLevel =
    "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\n"
    "levels: [{id: low, title: Low}]\n";
constexpr std::string_view kOneCompetence =
    "hcf: competences/1\ncompetences: [{id: wash, title: Wash, kind: core, levels: [low]}]\n";

/// The table of spec 1: id, title, marks of the five levels.
struct MatrixRow {
    std::string_view id;
    std::string_view title;
    std::string_view marks;
};
constexpr std::array kMatrix = {
    MatrixRow{"communicate-effectively", "Communicate effectively in a healthcare environment",
              "xxxxx"},
    MatrixRow{"develop-own-practice", "Develop your own knowledge and practice", "xx..."},
    MatrixRow{"synthesise-new-knowledge",
              "Synthesise new knowledge into the development of your own practice", "..xxx"},
    MatrixRow{"professional-networks", "Develop and maintain your professional networks", "..xxx"},
    MatrixRow{"monitor-own-practice", "Monitor your own work practices", "xxxxx"},
    MatrixRow{"reflective-practice", "Develop your practice through reflection and learning",
              "..xxx"},
    MatrixRow{"cpd-self-and-others",
              "Take responsibility for the continuing professional development of yourself and "
              "others",
              "..xxx"},
    MatrixRow{"hand-hygiene", "Perform hand hygiene to prevent the spread of infection", "xxxxx"},
    MatrixRow{"reduce-own-risks", "Make sure your own actions reduce risks to health and safety",
              "xxxxx"},
    MatrixRow{"safe-working-culture",
              "Make sure your actions contribute to a positive and safe working culture", "xxxxx"},
    MatrixRow{"safeguarding", "Support the safeguarding of individuals", "xxxxx"},
    MatrixRow{"innovation-improvement",
              "Identify and evaluate opportunities for innovation and improvement", "..xxx"},
    MatrixRow{"limits-of-competence", "Act within the limits of your competence and authority",
              "xxxxx"},
    MatrixRow{"manage-own-time", "Manage and organise your own time and activities", "xxxxx"},
    MatrixRow{"inter-agency-services",
              "Monitor, evaluate and improve inter-agency services for addressing health and "
              "wellbeing",
              "....x"},
    MatrixRow{"uphold-rights", "Uphold the rights of individuals", "xxxxx"},
    MatrixRow{"promote-rights-diversity", "Promote the rights and diversity of individuals",
              "..xxx"},
    MatrixRow{"confidentiality",
              "Comply with legal requirements for maintaining confidentiality in healthcare",
              "xxxxx"},
    MatrixRow{"filing-systems", "Store and retrieve information using a filing system", "xxxxx"},
    MatrixRow{"team-effectiveness", "Contribute to the effectiveness of teams", "xxxxx"},
    MatrixRow{"working-relationships",
              "Develop and sustain productive working relationships with colleagues", "..xxx"},
    MatrixRow{"digital-communications", "Use digital communications", "xxxxx"},
    MatrixRow{"implement-change", "Implement and evaluate change", "....x"},
};

/// The roles of spec 1, by level, in their order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRolesOfLevels = {{
    {"supportive",
     "Health Care Assistant; Health Care Support Worker; Support Worker; Phlebotomist; Customer "
     "Services Representative; Patient Services Co-ordinator; Despatch/Delivery Co-ordinator; "
     "Homecare Pharmacy Assistant; "},
    {"associate",
     "Senior Patient Services Co-ordinator; Specialist Health Care Support Worker; Homecare "
     "Pharmacy Team Member; Homecare Clinical Technician; Service Administrator; Nursing "
     "Associate; Assistant Clinical Practitioner; Pharmacovigilance Officer; "},
    {"autonomous",
     "Specialist Homecare Nurse Practitioner; Registered Nurse - Adult; Registered Nurse - "
     "Children; Clinical Trainer; Physiotherapist; Senior Pharmacovigilance Officer; Homecare "
     "Pharmacist; Homecare Pharmacy Technician; "},
    {"enhanced",
     "Nurse Educator; Clinical Homecare Service Manager/Leader; Clinical Homecare Logistics "
     "Manager/Leader; Safeguarding Officer; Clinical Governance Manager/Leader; Enhanced Clinical "
     "Practitioner; Subject Matter Expert; "},
    {"advanced",
     "Superintendent/Chief Pharmacist; Chief Nurse/Clinical Homecare Service Director; CQC "
     "Registered Manager; NHS Regional Homecare Specialist; Data Protection Officer; Caldicott "
     "Guardian; Safeguarding Lead; Subject Matter Expert; Lead Decision Maker; Advanced Clinical "
     "Practitioner; Director / Board Member; "},
}};

std::string kebab_case_of(std::string_view title) {
    std::string id;
    for (const char c : title) {
        if (c == ' ' || c == '/' || c == '-') {
            if (!id.empty() && id.back() != '-') id += '-';
        } else {
            id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return id;
}

}  // namespace

TEST_CASE("the shipped framework has 5 levels, 23 competences, 90 marks, 41 roles, 42 listings") {
    const hcf::Framework& framework = tests::shipped();
    CHECK(framework.info.id == "clinical-homecare");
    CHECK(framework.info.version == "4.5");
    CHECK_FALSE(framework.info.title.empty());
    CHECK(framework.overlays.empty());
    CHECK(framework.levels.size() == 5);
    CHECK(framework.competences.size() == 23);
    CHECK(framework.roles.size() == 41);
    std::size_t marks = 0;
    std::size_t listings = 0;
    std::vector<std::size_t> totals;
    for (const hcf::Level& level : framework.levels) {
        marks += level.core.size();
        listings += level.roles.size();
        totals.push_back(level.core.size());
    }
    CHECK(marks == 90);
    CHECK(listings == 42);
    CHECK(totals == std::vector<std::size_t>{14, 14, 20, 20, 22});
}

TEST_CASE("the shipped matrix is that of the draft in all 115 cells") {
    const hcf::Framework& framework = tests::shipped();
    REQUIRE(framework.competences.size() == kMatrix.size());
    REQUIRE(framework.levels.size() == 5);
    for (std::uint32_t i = 0; i < kMatrix.size(); ++i) {
        const MatrixRow& row = kMatrix.at(i);
        const hcf::Competence& competence = framework.competences[i];
        CHECK(competence.id == row.id);
        CHECK(competence.title == row.title);
        CHECK(competence.kind == hcf::CompetenceKind::core);
        for (std::uint32_t level = 0; level < 5; ++level) {
            const bool is_marked = row.marks.at(level) == 'x';
            const std::string cell = fmt::format("{} at {}", row.id, framework.levels[level].id);
            CAPTURE(cell);
            CHECK(framework.levels[level].core_set.contains({i}) == is_marked);
        }
    }
}

TEST_CASE("the shipped levels have the titles and aliases of the specification") {
    const hcf::Framework& framework = tests::shipped();
    const auto check = [&](std::size_t rank, std::string_view id, std::string_view title,
                           std::vector<std::string> aliases) {
        CHECK(framework.levels.at(rank).id == id);
        CHECK(framework.levels.at(rank).title == title);
        CHECK(framework.levels.at(rank).aliases == aliases);
    };
    check(0, "supportive", "Supportive Level Practice", {"support"});
    check(1, "associate", "Associate Level / Assistant Practitioner Level Practice",
          {"assistant", "assistant-practitioner"});
    check(2, "autonomous", "Autonomous Level Practice", {"registered-practice"});
    check(3, "enhanced", "Enhanced Level Practice", {});
    check(4, "advanced", "Advanced Level Practice", {});
}

TEST_CASE("the shipped roles stand at their levels in the draft's order, ids made of titles") {
    const hcf::Framework& framework = tests::shipped();
    for (const auto& [level, titles] : kRolesOfLevels) {
        std::string found;
        for (const hcf::RoleId role : framework.at(tests::level_of(framework, level)).roles) {
            found += framework.at(role).title + "; ";
            CHECK(framework.at(role).id == kebab_case_of(framework.at(role).title));
        }
        // Roles stand in framework order at every level; the draft's order differs only in where
        // the one role of two levels comes.
        std::vector<std::string> names;
        std::vector<std::string> expected;
        const auto split = [](std::string_view text, std::vector<std::string>& out) {
            for (std::size_t end = text.find("; "); end != std::string_view::npos;
                 end = text.find("; ")) {
                out.emplace_back(text.substr(0, end));
                text.remove_prefix(end + 2);
            }
        };
        split(found, names);
        split(titles, expected);
        const auto without_expert = [](std::vector<std::string> list) {
            list.erase(std::remove(list.begin(), list.end(), "Subject Matter Expert"), list.end());
            return list;
        };
        CHECK(names.size() == expected.size());
        CHECK(without_expert(names) == without_expert(expected));
    }
    const hcf::Role& expert = framework.at(tests::role_of(framework, "subject-matter-expert"));
    CHECK(tests::ids_of(framework, expert.levels) == "enhanced advanced");
}

TEST_CASE("the shipped NOS codes are the eleven that were confirmed, and no other") {
    std::string codes;
    for (const hcf::Competence& competence : tests::shipped().competences) {
        if (!competence.nos) continue;
        CHECK(competence.nos->status == hcf::NosStatus::confirmed);
        CHECK_FALSE(competence.nos->seen.empty());
        codes += competence.id + " " + competence.nos->code + "\n";
    }
    CHECK(codes ==
          "communicate-effectively SFHGEN97\n"
          "develop-own-practice SCDHSC0023\n"
          "synthesise-new-knowledge SFHGEN13\n"
          "professional-networks CFAM&LAA3\n"
          "monitor-own-practice SFHGEN23\n"
          "reflective-practice SCDHSC0033\n"
          "reduce-own-risks PROHSS1\n"
          "safeguarding SCDHSC0024\n"
          "innovation-improvement CFAM&LCA1\n"
          "confidentiality SFHCHS169\n"
          "digital-communications ESKITU020\n");
}

TEST_CASE("the shipped framework refreshes nothing and supersedes nothing") {
    for (const hcf::Competence& competence : tests::shipped().competences) {
        CHECK_FALSE(competence.refresh);
        CHECK_FALSE(competence.assess_at);
        CHECK(competence.supersedes.empty());
        CHECK(competence.superseded_by.empty());
    }
}

TEST_CASE("the shipped scales are those of spec 2") {
    std::string text;
    for (const hcf::Scale& scale : tests::shipped().scales) {
        text += scale.id + ":";
        for (const hcf::ScaleValue& value : scale.values) {
            text += fmt::format(" {}={}{}", value.id, to_string(value.counts_as),
                                value.may_assess.value_or(false) ? "+" : "");
        }
        text += "\n";
    }
    CHECK(text ==
          "status: not-met=not-met partial=partial met=met\n"
          "competent: not-yet-competent=not-met competent=met\n"
          "zero-to-six: 0=not-met 1=partial 2=partial 3=met 4=met+ 5=met+ 6=met+\n"
          "novice-to-expert: novice=not-met advanced-beginner=partial competent=met "
          "proficient=met expert=met\n");
}

TEST_CASE("the embedded files stand in byte order of their names") {
    const auto files = hcf::embedded_framework();
    REQUIRE(files.size() >= 4);
    for (std::size_t i = 1; i < files.size(); ++i) CHECK(files[i - 1].name < files[i].name);
}

TEST_CASE("a directory is read file by file in byte order, document by document") {
    const auto loaded = tests::load_texts(
        {{"fw/B.yaml", "hcf: competences/1\ncompetences: [{id: c1, title: C1, kind: role}]\n"},
         {"fw/a.yaml",
          "hcf: competences/1\ncompetences: [{id: c2, title: C2, kind: core, levels: [low]}]\n"
          "---\nhcf: competences/1\ncompetences: [{id: c3, title: C3, kind: role}]\n"},
         {"fw/z.yml", kOneLevel},
         {"fw/c.json",
          R"({"hcf": "roles/1", "roles": [{"id": "r", "title": "R", "levels": ["low"]}]})"}});
    CHECK(tests::told(loaded.findings) == "");
    REQUIRE(loaded.framework);
    std::string order;
    for (const hcf::Competence& competence : loaded.framework->competences) {
        order += competence.id + " from " + competence.from + "\n";
    }
    CHECK(order == "c1 from fw/B.yaml\nc2 from fw/a.yaml\nc3 from fw/a.yaml\n");
    CHECK(loaded.framework->levels.at(0).from == "fw/z.yml");
    CHECK(loaded.framework->roles.at(0).from == "fw/c.json");
}

TEST_CASE("what is of no framework kind is passed over in a directory, and folders are") {
    const auto loaded = tests::load_texts({{"fw/a.yaml", kOneLevel},
                                           {"fw/b.yaml", kOneCompetence},
                                           {"fw/c.yaml", "hcf: assessment/1\n"},
                                           {"fw/d.yaml", "hcf: overlay/1\noverlay: {id: o}\n"},
                                           {"fw/e.yaml", "version: 3\n"},
                                           {"fw/f.yaml", "- a list\n"},
                                           {"fw/.g.yaml", "hcf: levels/1\n"},
                                           {"fw/hcf.yaml", "hcf: levels/1\n"},
                                           {"fw/h.txt", "hcf: levels/1\n"},
                                           {"fw/sub/i.yaml", "hcf: levels/1\n"}});
    CHECK(tests::told(loaded.findings) == "");
    CHECK(loaded.framework);
}

TEST_CASE("a framework without scales takes the shipped ones; one with scales has its own") {
    const auto bare = tests::load_texts({{"fw/a.yaml", kOneLevel}, {"fw/b.yaml", kOneCompetence}});
    REQUIRE(bare.framework);
    CHECK(bare.framework->scales.size() == 4);
    CHECK(bare.framework->find_scale("status"));
    const auto own = tests::load_texts(
        {{"fw/a.yaml", kOneLevel},
         {"fw/b.yaml", kOneCompetence},
         {"fw/c.yaml",
          "hcf: scales/1\nscales: [{id: marks, values: [{id: a, counts_as: met}]}]\n"}});
    REQUIRE(own.framework);
    CHECK(own.framework->scales.size() == 1);
    CHECK_FALSE(own.framework->find_scale("status"));
}

TEST_CASE("a document that says wrongly what it is, is told in a directory, too") {
    const auto loaded = tests::load_texts({{"fw/a.yaml", kOneLevel},
                                           {"fw/b.yaml", kOneCompetence},
                                           {"fw/c.yaml", "hcf: role/1\nroles: []\n"}});
    CHECK(tests::told(loaded.findings) ==
          "fw/c.yaml:1:6: error: unknown kind of document 'role' [unknown-kind]\n"
          "  help: did you mean 'roles'?\n");
    CHECK_FALSE(loaded.framework);
}

TEST_CASE("what only a document that was not read could name is not told as unknown") {
    const auto rules_told = [](std::string_view levels) {
        const auto loaded =
            tests::load_texts({{"fw/a.yaml", levels}, {"fw/b.yaml", kOneCompetence}});
        CHECK_FALSE(loaded.framework);
        return tests::rules_of(loaded.findings);
    };
    CHECK(rules_told("hcf: levels/1\nlevels: [{id: low, title: Low}\n") == "yaml-syntax");
    CHECK(rules_told("hcf: level/1\nlevels: [{id: low, title: Low}]\n") == "unknown-kind");
    CHECK(rules_told("hcf: levels/1\nlevls: [{id: low, title: Low}]\n") == "unknown-key");
    CHECK(rules_told("hcf: levels/1\nlevels: low\n") == "wrong-type");
}

TEST_CASE("errors stand by file as read, then by line, column and rule") {
    const auto loaded = tests::load_texts(
        {{"fw/b.yaml", "hcf: competences/1\ncompetences:\n  - {id: c, kind: core, x: 1}\n"},
         {"fw/a.yaml", "hcf: levels/1\nlevels:\n  - {id: low}\n  - {title: High}\nmore: 1\n"}});
    REQUIRE(loaded.findings.size() > 4);
    std::vector<std::pair<std::string, std::uint32_t>> places;
    for (const hcf::Finding& finding : loaded.findings) {
        places.emplace_back(finding.file, finding.begin.line);
    }
    CHECK(std::is_sorted(places.begin(), places.end()));
    CHECK(places.front().first == "fw/a.yaml");
    CHECK(places.back().first == "fw/b.yaml");
}

TEST_CASE("a directory that is none is told") {
    tests::MemoryFiles files;
    files.add("file", "");
    const auto told = [&](const char* directory) {
        const auto loaded = hcf::load_framework(files, {directory, {}});
        CHECK_FALSE(loaded.framework);
        return tests::told(loaded.findings);
    };
    CHECK(told("gone") == "gone:1:1: error: no such directory [unreadable-file]\n");
    CHECK(told("file") ==
          "file:1:1: error: expected a directory, found a regular file [unreadable-file]\n");
    files.add_folder("empty");
    CHECK(told("empty") ==
          "empty:1:1: error: no YAML or JSON file in the framework's directory "
          "[framework-incomplete]\n");
    files.add("other/a.yaml", "hcf: assessment/1\n");
    CHECK(told("other") ==
          "other:1:1: error: no document of a framework in the directory "
          "[framework-incomplete]\n");
    files.add_folder("locked").why = "permission denied";
    CHECK(told("locked") ==
          "locked:1:1: error: cannot be listed: permission denied [unreadable-file]\n");
}

TEST_CASE("files of a framework that cannot be read are told, each") {
    tests::MemoryFiles files;
    files.add("fw/a.yaml", kOneLevel);
    files.add_unreadable("fw/b.yaml");
    files.add("fw/c.yaml", "# nothing\n");
    files.add("fw/d.yaml", std::string(9 * 1024 * 1024, ' ') + "\nx: 1\n");
    files.add("fw/e.yaml", kOneCompetence).changes = true;
    files.add("fw/f.yaml", kOneCompetence).fail_read_after = 20;
    files.find("fw/f.yaml")->why = "input/output error";
    const auto loaded = hcf::load_framework(files, {"fw", {}});
    CHECK_FALSE(loaded.framework);
    CHECK(tests::told(loaded.findings) ==
          "fw/b.yaml:1:1: error: cannot be opened: permission denied [unreadable-file]\n"
          "fw/c.yaml:1:1: error: the file holds nothing [empty-document]\n"
          "fw/d.yaml:1:1: error: the document is larger than 8 MiB [document-too-large]\n"
          "fw/e.yaml:1:1: error: the file changed while it was read [file-changed]\n"
          "fw/f.yaml:1:1: error: cannot be read: input/output error [unreadable-file]\n");
}

TEST_CASE("an overlay is a file that says so") {
    tests::MemoryFiles files;
    files.add("a.yaml", "hcf: roles/1\nroles: []\n");
    files.add("b.yaml", "roles: []\n");
    files.add("c.yaml", "- a\n");
    files.add("d.yaml", "");
    files.add("e.yaml", "hcf: overlay/2\n");
    files.add("f.yaml", "hcf: overlay/1\noverlay: {id: f}\nroles: [\n");
    const auto told = [&](const char* overlay) {
        const auto loaded = hcf::load_framework(files, {std::nullopt, {overlay}});
        CHECK_FALSE(loaded.framework);
        return tests::told(loaded.findings);
    };
    CHECK(told("a.yaml") ==
          "a.yaml:1:6: error: expected an overlay, found 'roles' [unread-kind]\n");
    CHECK(told("b.yaml") ==
          "b.yaml:1:1: error: the document does not say what it is [missing-kind]\n"
          "  help: begin it with a line such as 'hcf: assessment/1'\n");
    CHECK(told("c.yaml") ==
          "c.yaml:1:1: error: expected a mapping that begins with 'hcf: KIND/1' "
          "[missing-kind]\n");
    CHECK(told("d.yaml") == "d.yaml:1:1: error: the file holds nothing [empty-document]\n");
    CHECK(told("e.yaml") ==
          "e.yaml:1:6: error: format version '2' of 'overlay' is not known "
          "[unsupported-version]\n"
          "  help: this hcf reads 'overlay/1'\n");
    CHECK(tests::rules_of(hcf::load_framework(files, {std::nullopt, {"f.yaml"}}).findings) ==
          "yaml-syntax");
    CHECK(told("gone.yaml") ==
          "gone.yaml:1:1: error: cannot be opened: no such file or directory "
          "[unreadable-file]\n");
}

TEST_CASE("overlays are listed with the framework in the order given") {
    tests::MemoryFiles files;
    files.add("b.yaml", "hcf: overlay/1\noverlay: {id: bee, version: '2', title: Bee}\n");
    files.add("a.yaml", "hcf: overlay/1\noverlay: {id: ay}\n");
    const auto loaded = hcf::load_framework(files, {std::nullopt, {"b.yaml", "a.yaml"}});
    REQUIRE(loaded.framework);
    REQUIRE(loaded.framework->overlays.size() == 2);
    CHECK(loaded.framework->overlays[0].id == "bee");
    CHECK(loaded.framework->overlays[0].version == "2");
    CHECK(loaded.framework->overlays[0].title == "Bee");
    CHECK(loaded.framework->overlays[0].from == "b.yaml");
    CHECK(loaded.framework->overlays[1].id == "ay");
}
