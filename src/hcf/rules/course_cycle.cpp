// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

#include <cstddef>

namespace hcf {
namespace {

/// Follows `after` from course to course; every circle is reported once, where it closes.
class CircleSearch {
public:
    CircleSearch(const CatalogueFacts& facts, Emitter& emit)
        : facts_(facts), emit_(emit), states_(facts.courses.size(), State::unseen) {}

    /// Looks at everything that comes before a course. The steps are kept in a list of our own: a
    /// long chain must not exhaust the stack.
    void search(std::size_t course) {
        if (states_[course] != State::unseen) return;
        open(course);
        while (!path_.empty()) {
            Step& step = path_.back();
            const auto& after = facts_.courses[step.course].after;
            if (step.next == after.size()) {
                states_[step.course] = State::done;
                path_.pop_back();
                continue;
            }
            const Located<std::size_t>& before = after[step.next++];
            if (states_[before.value] == State::open)
                report(before);
            else if (states_[before.value] == State::unseen)
                open(before.value);
        }
    }

private:
    enum class State { unseen, open, done };
    struct Step {
        std::size_t course;
        std::size_t next;
    };

    void open(std::size_t course) {
        states_[course] = State::open;
        path_.push_back({course, 0});
    }

    void report(const Located<std::size_t>& before) {
        const std::string id(facts_.courses[before.value].doc->id->value.text);
        emit_.report(before.span, "the course '" + id + "' would have to come before itself",
                     "take one of the links out",
                     {{facts_.courses[before.value].doc->id->span, "the course"}});
    }

    const CatalogueFacts& facts_;
    Emitter& emit_;
    std::vector<State> states_;
    std::vector<Step> path_;
};

void check(const CatalogueFacts& facts, Emitter& emit) {
    CircleSearch circles(facts, emit);
    for (std::size_t i = 0; i < facts.courses.size(); ++i) circles.search(i);
}

}  // namespace

constinit const Rule kCourseCycle = {
    .info = {"course-cycle",
             Severity::error,
             "a course that has to come before itself, over any number of steps",
             {"That `after` never leads back to where it began.",
              "In a circle no course can be the first, so nobody can ever take any.",
              "courses: [{id: a, develops: [hand-hygiene], after: [b]}, {id: b, develops: "
              "[safeguarding], after: [a]}]",
              "courses: [{id: a, develops: [hand-hygiene]}, {id: b, develops: [safeguarding], "
              "after: [a]}]"}},
    .catalogue = check};

}  // namespace hcf
