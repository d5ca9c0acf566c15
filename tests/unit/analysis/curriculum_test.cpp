// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/curriculum.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// The tiny framework with families, and a role of another that shares a competence with nurse.
const hcf::Framework& families() {
    static const hcf::Framework kFramework = tests::framework_of(
        tests::kTinyText, {"hcf: overlay/1\n"
                           "overlay: {id: o}\n"
                           "roles:\n"
                           "  - {id: carer, family: care}\n"
                           "  - {id: nurse, family: nursing}\n"
                           "  - {id: chemist, title: Chemist, levels: [mid], family: pharmacy, "
                           "competences: [infuse]}\n"
                           "  - {id: clerk, title: Clerk, levels: [mid]}\n"
                           "  - {id: porter, title: Porter, levels: [low], family: logistics}\n"});
    return kFramework;
}

/// Courses that develop these, for these levels.
struct Offer {
    explicit Offer(const hcf::Framework& framework) : framework_(framework) {}

    Offer& course(std::initializer_list<std::string_view> develops,
                  std::initializer_list<std::string_view> levels = {},
                  std::vector<std::uint32_t> after = {}) {
        hcf::Course made;
        made.position = static_cast<std::uint32_t>(courses_.size());
        made.id = "c" + std::to_string(made.position);
        for (const std::string_view name : develops)
            made.develops.push_back(tests::competence_of(framework_, name));
        for (const std::string_view name : levels)
            made.levels.push_back(tests::level_of(framework_, name));
        made.after = std::move(after);
        courses_.push_back(std::move(made));
        return *this;
    }

    [[nodiscard]] hcf::Curriculum against(const std::optional<hcf::Target>& target = {},
                                          const hcf::ShownGaps* gaps = nullptr) const {
        hcf::CourseList list;
        for (const hcf::Course& course : courses_) list.push_back(&course);
        return hcf::analyse_curriculum(framework_, list, target, gaps);
    }

private:
    const hcf::Framework& framework_;
    std::vector<hcf::Course> courses_;
};

hcf::Target level_target(const hcf::Framework& framework, std::string_view level) {
    return {hcf::TargetKind::level, std::nullopt, tests::level_of(framework, level)};
}

std::string text_of(const hcf::CoursePositions& courses) {
    std::string text;
    for (const std::uint32_t course : courses)
        text += (text.empty() ? "" : "+") + std::to_string(course);
    return text.empty() ? "none" : text;
}

/// "wash low:0 mid:none; talk ...".
std::string rows_of(const hcf::Framework& framework, const hcf::Curriculum& curriculum) {
    std::string text;
    for (const hcf::CurriculumRow& row : curriculum.rows) {
        text += (text.empty() ? "" : "; ") + framework.at(row.competence).id;
        for (const hcf::CurriculumCell& cell : row.cells)
            text += " " + framework.at(cell.level).id + ":" + text_of(cell.courses);
    }
    return text;
}

TEST_CASE("everything is what any level and any role asks, and each level is covered by itself") {
    Offer offer(tests::tiny());
    offer.course({"wash"}).course({"wash", "talk"}, {"low"}).course({"infuse"}, {"mid", "high"});
    const hcf::Curriculum curriculum = offer.against();
    CHECK(rows_of(tests::tiny(), curriculum) ==
          "wash low:0+1 mid:0 high:0; talk low:1 mid:none; lead mid:none high:none; "
          "guard high:none; infuse mid:2 high:2");
    CHECK(curriculum.rows[0].is_covered());
    CHECK(curriculum.rows[0].is_duplicated());
    CHECK(text_of(curriculum.rows[0].courses()) == "0+1");
    CHECK_FALSE(curriculum.rows[1].is_covered());
    CHECK(curriculum.rows[4].is_covered());
    CHECK_FALSE(curriculum.rows[4].is_duplicated());
    CHECK_FALSE(curriculum.core_only);
    CHECK_FALSE(curriculum.has_people);
}

TEST_CASE("a level asks its core competences, a role its own as well") {
    Offer offer(tests::tiny());
    offer.course({"wash", "infuse"});
    const hcf::Curriculum low = offer.against(level_target(tests::tiny(), "low"));
    CHECK(rows_of(tests::tiny(), low) == "wash low:0; talk low:none");
    CHECK(low.core_only);
    const hcf::Curriculum nurse =
        offer.against(hcf::Target{hcf::TargetKind::role, tests::role_of(tests::tiny(), "nurse"),
                                  tests::level_of(tests::tiny(), "high")});
    CHECK(rows_of(tests::tiny(), nurse) ==
          "wash high:0; lead high:none; guard high:none; infuse high:0");
}

TEST_CASE("a course that covers nothing required says why, and what comes after it") {
    Offer offer(tests::tiny());
    offer.course({"guard"}, {"low"})
        .course({"track"})
        .course({"track", "guard"}, {"low"}, {1})
        .course({"track"}, {"low"})
        .course({});
    const hcf::Curriculum all = offer.against();
    using enum hcf::IdleReason;
    CHECK(all.courses[0].idle == other_level);
    CHECK(all.courses[1].idle == desirable);
    CHECK(text_of(all.courses[1].before) == "2");
    CHECK(all.courses[2].idle == other_level);
    CHECK(all.courses[3].idle == not_required);
    CHECK(all.courses[4].idle == not_required);
    const hcf::Curriculum mid = offer.against(level_target(tests::tiny(), "mid"));
    CHECK(mid.courses[1].idle == not_required);
}

TEST_CASE("what nothing else covers is told of a course for each level") {
    Offer offer(tests::tiny());
    offer.course({"wash", "talk"}, {"low"}).course({"wash"}, {"low", "mid"}).course({"talk"});
    const hcf::Curriculum curriculum = offer.against();
    CHECK(tests::ids_of(tests::tiny(), curriculum.courses[0].covers) == "wash talk");
    CHECK(tests::ids_of(tests::tiny(), curriculum.courses[0].alone).empty());
    CHECK(tests::ids_of(tests::tiny(), curriculum.courses[1].alone) == "wash");
    CHECK(tests::ids_of(tests::tiny(), curriculum.courses[2].alone) == "talk");
}

TEST_CASE("people who lack something weigh, and a hidden number hides what it is part of") {
    Offer offer(tests::tiny());
    offer.course({"wash", "talk"}, {"low"}).course({"talk"}, {"mid"});
    const auto asked = [](std::string_view competence, std::string_view level) {
        return hcf::AskedAt{tests::competence_of(tests::tiny(), competence),
                            tests::level_of(tests::tiny(), level)};
    };
    hcf::ShownGaps gaps;
    gaps.people = 9;
    gaps.lacking[asked("wash", "low")] = 3;
    gaps.lacking[asked("talk", "low")] = 2;
    gaps.lacking[asked("track", "low")] = 1;  // of an overlap
    const hcf::Curriculum shown = offer.against({}, &gaps);
    CHECK(rows_of(tests::tiny(), shown).find("track low:none") != std::string::npos);
    CHECK(shown.courses[0].reach == 5);
    CHECK(shown.courses[1].reach == 0);  // nobody is asked at mid
    gaps.lacking[asked("wash", "low")].reset();
    CHECK_FALSE(offer.against({}, &gaps).courses[0].reach);
    gaps.people.reset();
    CHECK_FALSE(offer.against({}, &gaps).courses[1].reach);
}

TEST_CASE("a joint session is of levels at each of which several families need it") {
    Offer offer(families());
    offer.course({"wash"}).course({"infuse"}, {"mid"});
    hcf::ShownGaps gaps;
    gaps.people = 9;
    gaps.by_family.emplace();
    (*gaps.by_family)[{tests::competence_of(families(), "infuse"), "nursing"}] = 2;
    (*gaps.by_family)[{tests::competence_of(families(), "infuse"), "pharmacy"}] = 3;
    const hcf::Curriculum curriculum = offer.against({}, &gaps);
    std::string text;
    for (const hcf::JointSession& session : curriculum.joint) {
        for (const std::string& family : session.families) text += family + " ";
        text += "(" + tests::ids_of(families(), session.levels) + "):";
        for (const hcf::JointCompetence& joint : session.competences) {
            text += " " + families().at(joint.competence).id + " by " +
                    std::to_string(joint.roles.size()) + ", open " + text_of(joint.courses) +
                    ", lacking " + std::to_string(joint.lacking.value_or(-1)) + ";";
        }
        text += "\n";
    }
    CHECK(text ==
          "care nursing pharmacy logistics (low mid): wash by 4, open 0, lacking 0; "
          "talk by 4, open none, lacking 0;\n"
          // At high there are nurses alone.
          "nursing pharmacy (mid): lead by 2, open none, lacking 0; "
          "infuse by 2, open 1, lacking 5;\n");
}

TEST_CASE("without families the sessions go by levels, and a level alone has none") {
    Offer offer(tests::tiny());
    const hcf::Curriculum curriculum = offer.against();
    REQUIRE(curriculum.joint.size() == 3);
    CHECK_FALSE(curriculum.has_families);
    CHECK(tests::ids_of(tests::tiny(), curriculum.joint[0].levels) == "low mid high");
    CHECK(tests::ids_of(tests::tiny(), curriculum.joint[1].levels) == "low mid");
    CHECK_FALSE(curriculum.joint[0].competences[0].lacking);
    CHECK(offer.against(level_target(tests::tiny(), "mid")).joint.empty());
}

}  // namespace
