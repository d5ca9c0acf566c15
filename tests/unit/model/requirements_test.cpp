// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/requirements.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// A set as text: "wash@low lead@mid>=zero-to-six/4 (track@mid)", what is desirable in brackets.
std::string set_text(const hcf::Framework& framework, const hcf::RequirementSet& set) {
    std::string text;
    for (const hcf::Requirement& requirement : set) {
        std::string item =
            framework.at(requirement.competence).id + "@" + framework.at(requirement.asked_at).id;
        if (requirement.needs) {
            const hcf::Scale& scale = framework.at(requirement.needs->scale);
            item += ">=" + scale.id + "/" + scale.values.at(requirement.needs->value).id;
        }
        if (!requirement.essential) item = "(" + item + ")";
        text += (text.empty() ? "" : " ") + item;
    }
    return text;
}

std::string level_set(const hcf::Framework& framework, std::string_view level) {
    return set_text(framework,
                    hcf::requirements_of_level(framework, tests::level_of(framework, level)));
}

std::string role_set(const hcf::Framework& framework, std::string_view role,
                     std::string_view level) {
    return set_text(framework, hcf::requirements_of_role(framework, tests::role_of(framework, role),
                                                         tests::level_of(framework, level)));
}

/// R(person) of the tiny framework; `person` are the keys behind the id.
std::string person_set(std::string_view person) {
    const hcf::Assessment assessment =
        tests::assessment_of(tests::tiny(), "hcf: assessment/1\nperson: {id: a, " +
                                                std::string(person) + "}\nratings: {}\n");
    return set_text(tests::tiny(), hcf::requirements_of_person(tests::tiny(), assessment.person));
}

}  // namespace

TEST_CASE("a level asks the core competences that are marked for it, and no lower level's") {
    CHECK(level_set(tests::tiny(), "low") == "wash@low talk@low");
    CHECK(level_set(tests::tiny(), "mid") == "wash@mid talk@mid lead@mid");
    CHECK(level_set(tests::tiny(), "high") == "wash@high lead@high guard@high");
}

TEST_CASE("a role asks its level's and its own, in framework order, the desirable marked so") {
    CHECK(role_set(tests::tiny(), "nurse", "mid") ==
          "wash@mid talk@mid lead@mid>=zero-to-six/4 infuse@mid (track@mid)");
    CHECK(role_set(tests::tiny(), "nurse", "high") ==
          "wash@high lead@high>=zero-to-six/4 guard@high infuse@high (track@high)");
    CHECK(role_set(tests::tiny(), "carer", "low") == "wash@low talk@low");
}

TEST_CASE("a core competence that the role asks with a need stays one row, and essential") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\n"
         "roles: [{id: carer, competences: [{id: wash, needs: zero-to-six/6}]}]\n"});
    CHECK(role_set(framework, "carer", "low") == "wash@low>=zero-to-six/6 talk@low");
}

TEST_CASE("a core competence of another level that a role names is asked at the role's level") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText,
        {"hcf: overlay/1\noverlay: {id: o}\n"
         "roles: [{id: carer, competences: [guard, {id: lead, essential: false}]}]\n"});
    CHECK(role_set(framework, "carer", "low") == "wash@low talk@low (lead@low) guard@low");
}

TEST_CASE("a person asks what their role and level do") {
    CHECK(person_set("level: low") == "wash@low talk@low");
    CHECK(person_set("role: carer") == "wash@low talk@low");
    CHECK(person_set("role: nurse") ==
          "wash@mid talk@mid lead@mid>=zero-to-six/4 infuse@mid (track@mid)");
    CHECK(person_set("role: nurse, level: high") ==
          "wash@high lead@high>=zero-to-six/4 guard@high infuse@high (track@high)");
}

TEST_CASE("an overlap's competence is asked at its level where that is higher") {
    CHECK(person_set("level: low, overlaps: [{level: high, competences: [guard, wash]}]") ==
          "wash@high talk@low guard@high");
    CHECK(person_set("level: high, overlaps: [{level: low, competences: [talk, wash]}]") ==
          "wash@high talk@high lead@high guard@high");
    CHECK(person_set("level: mid, overlaps: [{level: mid, competences: [guard]}]") ==
          "wash@mid talk@mid lead@mid guard@mid");
}

TEST_CASE("of several overlaps with one competence the highest level counts, in any order") {
    CHECK(person_set("level: low, overlaps: [{level: high, competences: [lead]},"
                     " {level: mid, competences: [lead, talk]}]") == "wash@low talk@mid lead@high");
    CHECK(person_set("level: low, overlaps: [{level: mid, competences: [talk, lead]},"
                     " {level: high, competences: [lead]}]") == "wash@low talk@mid lead@high");
}

TEST_CASE("an overlap makes what the role has as desirable essential, and keeps what is needed") {
    CHECK(person_set("role: nurse, overlaps: [{level: high, competences: [track, lead]}]") ==
          "wash@mid talk@mid lead@high>=zero-to-six/4 infuse@mid track@high");
    CHECK(person_set("role: nurse, overlaps: [{level: low, competences: [track]}]") ==
          "wash@mid talk@mid lead@mid>=zero-to-six/4 infuse@mid track@mid");
}

TEST_CASE("an overlap with no competences adds nothing") {
    CHECK(person_set("level: low, overlaps: [{level: high, competences: []}]") ==
          "wash@low talk@low");
}

TEST_CASE("an answer rests on core competences alone where all that is essential is core") {
    const hcf::Framework& framework = tests::tiny();
    const auto is_core_only = [&](std::string_view role, std::string_view level) {
        return hcf::is_core_only(
            framework, hcf::requirements_of_role(framework, tests::role_of(framework, role),
                                                 tests::level_of(framework, level)));
    };
    CHECK(is_core_only("carer", "low"));
    CHECK_FALSE(is_core_only("nurse", "mid"));
    CHECK(hcf::is_core_only(framework, {}));
    const hcf::Framework desirable = tests::framework_of(
        tests::kTinyText, {"hcf: overlay/1\noverlay: {id: o}\n"
                           "roles: [{id: carer, competences: [{id: track, essential: false}]}]\n"});
    CHECK(hcf::is_core_only(desirable,
                            hcf::requirements_of_role(desirable, tests::role_of(desirable, "carer"),
                                                      tests::level_of(desirable, "low"))));
}

TEST_CASE("the shipped sets have the draft's sizes, and do not all lie inside one another") {
    const hcf::Framework& framework = tests::shipped();
    const auto size = [&](const char* level) {
        return hcf::requirements_of_level(framework, tests::level_of(framework, level)).size();
    };
    CHECK(size("supportive") == 14);
    CHECK(size("associate") == 14);
    CHECK(size("autonomous") == 20);
    CHECK(size("enhanced") == 20);
    CHECK(size("advanced") == 22);
    const auto own = tests::competence_of(framework, "develop-own-practice");
    CHECK(framework.at(tests::level_of(framework, "associate")).core_set.contains(own));
    CHECK_FALSE(framework.at(tests::level_of(framework, "autonomous")).core_set.contains(own));
}
