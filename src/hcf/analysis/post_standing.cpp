// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/post_standing.h"

#include "hcf/model/standing.h"

#include <algorithm>
#include <map>

namespace hcf {
namespace {

/// True where it is supposed that a course gave them what is asked. It overrules neither somebody
/// who said that the competence is not applicable, nor a `needs`, which no course says to reach.
bool is_given_by_course(const StaffingMember& member, const PostDemand& demand,
                        const Requirement& asked, Status status) {
    if (status == Status::met || status == Status::not_applicable || asked.needs) return false;
    return std::any_of(member.completed.begin(), member.completed.end(), [&](const Course* course) {
        return develops(*course, asked.competence) && is_for_level(*course, demand.level);
    });
}

/// What somebody would be without the other assessment that is supposed of them.
class AsJudged {
public:
    AsJudged(const Framework& framework, const StaffingMember& member, const PostDemand& demand,
             const JudgeOptions& options) {
        if (!member.as_judged) return;
        const JudgedRequirements judged =
            judge_requirements(framework, *member.as_judged, demand.requirements, options);
        for (const GapRow& row : judged.rows) statuses_.emplace(row.asked.competence, row.status);
    }

    /// True where somebody has this status of a competence only as supposed. Of somebody who is
    /// not there, or as they are, nothing is.
    [[nodiscard]] bool differs(CompetenceId competence, Status status) const {
        const auto known = statuses_.find(competence);
        return known != statuses_.end() && known->second != status;
    }

private:
    std::map<CompetenceId, Status> statuses_;
};

}  // namespace

SupposedCard supposed_card(const StaffingMember& member) {
    if (!member.as_judged) return {};
    const Person& before = member.as_judged->person;
    const Person& after = member.assessment.person;
    return {before.role != after.role, before.level != after.level};
}

std::optional<Ratio> readiness_of(const PostFigures& figures, const PostDemand& demand) {
    if (demand.required == 0) return Ratio{1, 1};
    if (figures.applicable == 0) return std::nullopt;
    return Ratio{figures.met, figures.applicable};
}

void FigureCounter::begin(const StaffingMember& member) {
    member_ = &member;
    known_.assign(framework_.levels.size() * framework_.competences.size(), std::nullopt);
}

/// A status hangs on the rest of a demand only where another competence may supersede it, and on a
/// role only where that needs a value.
Status FigureCounter::status_of(const PostDemand& demand, const Requirement& asked) {
    const auto judge_now = [&] {
        return judge_asked(framework_, member_->assessment, demand.requirements, asked, options_)
            .status;
    };
    if (asked.needs || !framework_.at(asked.competence).superseded_by.empty()) return judge_now();
    auto& known =
        known_[asked.asked_at.index * framework_.competences.size() + asked.competence.index];
    if (!known) known = judge_now();
    return *known;
}

PostFigures FigureCounter::count(const PostDemand& demand) {
    PostFigures figures;
    for (const Requirement& asked : demand.requirements) {
        if (!asked.essential) continue;
        const Status status = status_of(demand, asked);
        if (status == Status::not_applicable) continue;
        ++figures.applicable;
        if (status == Status::met || is_given_by_course(*member_, demand, asked, status))
            ++figures.met;
    }
    return figures;
}

PostStanding stand_for_post(const Framework& framework, const std::vector<StaffingMember>& members,
                            std::size_t member, const PostDemand& demand,
                            const JudgeOptions& options) {
    const StaffingMember& who = members[member];
    JudgedRequirements judged =
        judge_requirements(framework, who.assessment, demand.requirements, options);
    const AsJudged before(framework, who, demand, options);
    PostStanding standing;
    standing.member = member;
    standing.judged = judged.summary;
    std::sort(judged.rows.begin(), judged.rows.end(), [](const GapRow& a, const GapRow& b) {
        return a.asked.competence < b.asked.competence;
    });
    for (GapRow& row : judged.rows) {
        if (!row.asked.essential) continue;
        const CompetenceId competence = row.asked.competence;
        if (row.status == Status::not_applicable) {
            standing.not_applicable.push_back(competence);
            if (before.differs(competence, row.status))
                standing.supposed_not_applicable.push_back(competence);
            continue;
        }
        ++standing.figures.applicable;
        if (row.status == Status::met) {
            ++standing.figures.met;
            if (before.differs(competence, row.status)) standing.supposed.push_back(competence);
        } else if (is_given_by_course(who, demand, row.asked, row.status)) {
            ++standing.figures.met;
            standing.supposed.push_back(competence);
        } else {
            standing.missing.push_back(std::move(row));
        }
    }
    standing.readiness = readiness_of(standing.figures, demand);
    return standing;
}

}  // namespace hcf
