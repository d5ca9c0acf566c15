// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/counterparts.h"

#include "support/reading.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace {

namespace tests = hcf::tests;

/// A framework of these competences, roles and levels, each a flow list of YAML.
hcf::Framework made(const std::string& competences, const std::string& roles = "",
                    const std::string& levels = "{id: l, title: L}") {
    std::string text = "hcf: levels/1\nframework: {id: f, title: F, version: '1'}\nlevels: [" +
                       levels + "]\n---\nhcf: competences/1\ncompetences: [" + competences + "]\n";
    if (!roles.empty()) text += "---\nhcf: roles/1\nroles: [" + roles + "]\n";
    return tests::framework_of(text);
}

/// A core competence with more keys.
std::string core(const std::string& id, const std::string& more = "") {
    return fmt::format("{{id: {}, title: T {}, kind: core, levels: [l]{}}}", id, id,
                       more.empty() ? "" : ", " + more);
}

/// "a>b same_as; c> none (x y)": what becomes of every competence.
std::string told(const hcf::Framework& from, const hcf::Framework& to) {
    const hcf::Counterparts counterparts = hcf::find_counterparts(from, to);
    std::string text;
    for (std::uint32_t i = 0; i < from.competences.size(); ++i) {
        const auto& counterpart = counterparts.competences[i];
        if (!text.empty()) text += "; ";
        text += from.competences[i].id + ">";
        if (counterpart.id) text += to.at(*counterpart.id).id;
        text += fmt::format(" {}", to_string(counterpart.tie));
        for (const auto id : counterpart.possible) text += " ?" + to.at(id).id;
    }
    return text;
}

}  // namespace

TEST_CASE("equal ids are counterparts, whatever else is said of them") {
    CHECK(told(made(core("a")), made(core("a", "nos: {code: X-1, status: confirmed}"))) ==
          "a>a same id");
    CHECK(told(made(core("a")), made(core("b"))) == "a> none");
}

TEST_CASE("a crosswalk ties from either side, and names the owner") {
    CHECK(told(made(core("a")), made(core("b", "same_as: [f/a]"))) == "a>b same_as");
    CHECK(told(made(core("a", "same_as: [f/b]")), made(core("b"))) == "a>b same_as");
    CHECK(told(made(core("a")), made(core("b", "same_as: [g/a]"))) == "a> none");
    CHECK(made(core("a")).competences[0].owner == "f");
}

TEST_CASE("a standard ties where both confirm it") {
    const auto nos = [](const std::string& status, const std::string& code = "X-1") {
        return "nos: {code: " + code + ", status: " + status + "}";
    };
    const auto ties = [&](const std::string& a, const std::string& b) {
        return told(made(core("a", a)), made(core("b", b)));
    };
    CHECK(ties(nos("confirmed"), nos("confirmed")) == "a>b NOS code");
    CHECK(ties(nos("confirmed"), nos("unverified")) == "a> none");
    CHECK(ties(nos("unverified"), nos("unverified")) == "a> none");
    CHECK(ties(nos("confirmed"), nos("confirmed", "X-2")) == "a> none");
}

TEST_CASE("a name ties where one framework knows the other's id; an equal title does not") {
    CHECK(told(made(core("a")), made(core("b", "aliases: [a]"))) == "a>b name");
    CHECK(told(made(core("a", "aliases: [b]")), made(core("b"))) == "a>b name");
    CHECK(told(made("{id: a, title: Same, kind: core, levels: [l]}"),
               made("{id: b, title: Same, kind: core, levels: [l]}")) == "a> none");
    // Not even a title that happens to be the other's id.
    CHECK(told(made("{id: lift, title: Lift, kind: core, levels: [l]}"),
               made("{id: raise, title: Lift, kind: core, levels: [l]}")) == "lift> none");
}

TEST_CASE("only one to one is a counterpart") {
    CHECK(told(made(core("a")), made(core("b", "same_as: [f/a]") + "," +
                                     core("c", "same_as: [f/a]"))) == "a> none ?b ?c");
    CHECK(told(made(core("a") + "," + core("b")), made(core("c", "same_as: [f/a, f/b]"))) ==
          "a> none ?c; b> none ?c");
    // One that stays is nobody else's counterpart.
    CHECK(told(made(core("a") + "," + core("b")),
               made(core("a") + "," + core("c", "same_as: [f/a]"))) == "a>a same id; b> none");
}

TEST_CASE("levels and roles are tied by a name or an equal title") {
    const hcf::Framework from = made(core("a"),
                                     "{id: r, title: Nurse, levels: [l]}, "
                                     "{id: s, title: Carer, levels: [l]}");
    const hcf::Framework to =
        made("{id: a, title: T a, kind: core, levels: [low]}",
             "{id: r-2, title: NURSE, levels: [low]}, {id: t, title: Helper, levels: [low]}",
             "{id: low, title: Low, aliases: [l]}");
    const hcf::Counterparts counterparts = hcf::find_counterparts(from, to);
    CHECK(counterparts.levels[0].tie == hcf::Tie::name);
    CHECK(counterparts.roles[0].tie == hcf::Tie::same_title);
    CHECK_FALSE(counterparts.roles[1].id);
    CHECK(hcf::inverse(counterparts.roles, to.roles.size())[0] == hcf::RoleId{0});
    CHECK_FALSE(hcf::inverse(counterparts.roles, to.roles.size())[1]);
}

TEST_CASE("a value is carried where it says no more") {
    const auto scale = [](std::initializer_list<std::pair<const char*, hcf::CountsAs>> values) {
        hcf::Scale result;
        for (const auto& [id, counts] : values) result.values.push_back({id, "", counts, {}});
        return result;
    };
    using enum hcf::CountsAs;
    const hcf::Scale old = scale({{"0", not_met}, {"1", partial}, {"2", met}, {"3", met}});
    CHECK(hcf::carried_value(old, 1, old) == 1U);
    CHECK(hcf::carried_value(old, 2, scale({{"2", met}})) == 0U);
    CHECK(hcf::carried_value(old, 2, scale({{"2", partial}})) == 0U);
    CHECK_FALSE(hcf::carried_value(old, 1, scale({{"1", met}})));
    CHECK_FALSE(hcf::carried_value(old, 1, scale({{"2", met}})));
    CHECK_FALSE(hcf::carried_value(old, 2, scale({{"3", met}, {"2", met}})));
    CHECK(hcf::carried_value(old, 3, scale({{"3", met}, {"2", met}})) == 0U);
}
