// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/gap.h"

#include "hcf/model/standing.h"

#include <algorithm>

namespace hcf {
namespace {

class GapBuilder {
public:
    GapBuilder(const Framework& framework, const Assessment& assessment,
               const RequirementSet& requirements, const JudgeOptions& options)
        : framework_(framework),
          assessment_(assessment),
          requirements_(requirements),
          options_(options) {}

    [[nodiscard]] GapRow row(const Requirement& asked) const;
    [[nodiscard]] std::vector<CompetenceId> beyond() const;

private:
    void assure(GapRow& row) const;

    const Framework& framework_;
    const Assessment& assessment_;
    const RequirementSet& requirements_;
    const JudgeOptions& options_;
};

void GapBuilder::assure(GapRow& row) const {
    if (row.status == Status::not_applicable) return;
    if (row.status == Status::met) {
        row.assurance = Assurance::assured;
        return;
    }
    if (row.plan == nullptr)
        row.reason = GapReason::no_plan;
    else if (!row.plan->due)
        row.reason = GapReason::plan_without_due;
    else if (is_overdue(*row.plan, options_.as_of))
        row.reason = GapReason::plan_overdue;
    else if (row.plan_supervisor.empty())
        row.reason = GapReason::plan_without_supervisor;
    row.assurance = row.reason ? Assurance::gap : Assurance::planned;
}

GapRow GapBuilder::row(const Requirement& asked) const {
    GapRow row;
    row.asked = asked;
    const Rating* rating = assessment_.find(asked.competence);
    const Standing standing = judge_asked(framework_, assessment_, requirements_, asked, options_);
    row.status = standing.status;
    row.through = standing.through;
    if (rating != nullptr) {
        if (rating->value) {
            row.rating = rating;
            row.valid_until = last_valid_day(framework_.at(asked.competence), *rating);
        }
        if (rating->plan) {
            row.plan = &*rating->plan;
            row.plan_supervisor = counted_supervisor(*row.plan, assessment_, options_.as_of);
        }
    }
    if (row.status == Status::unconfirmed) {
        row.doubt =
            doubt_of(framework_, asked.competence, *rating, asked.asked_at, asked.needs, options_);
    }
    assure(row);
    return row;
}

std::vector<CompetenceId> GapBuilder::beyond() const {
    std::vector<CompetenceId> result;
    for (const Rating& rating : assessment_.ratings) {
        if (find_requirement(requirements_, rating.competence) != nullptr) continue;
        const Status status =
            judge(framework_, rating.competence, &rating, std::nullopt, std::nullopt, options_);
        if (status == Status::met) result.push_back(rating.competence);
    }
    return result;
}

void count_met(const GapRow& row, GapSummary& summary) {
    ++summary.met;
    const bool names_other =
        row.rating != nullptr && row.rating->basis.value_or(Basis::self) != Basis::self;
    if (!names_other) ++summary.met_self;
    if (row.rating == nullptr || row.rating->evidence.empty()) ++summary.met_without_evidence;
    if (row.rating != nullptr && row.rating->shown_at < row.asked.asked_at)
        ++summary.met_below_level;
}

std::optional<Ratio> share(std::int64_t part, const GapSummary& summary) {
    if (summary.required == 0) return Ratio{1, 1};
    if (summary.applicable == 0) return std::nullopt;
    return Ratio{part, summary.applicable};
}

GapSummary summarise(const std::vector<GapRow>& rows) {
    GapSummary summary;
    for (const GapRow& row : rows) {
        if (!row.asked.essential) continue;
        ++summary.required;
        ++summary.statuses[static_cast<std::size_t>(row.status)];
        if (row.status == Status::not_applicable) continue;
        ++summary.applicable;
        if (row.status == Status::met) count_met(row, summary);
        if (row.assurance == Assurance::planned) ++summary.planned;
        if (row.assurance == Assurance::gap) ++summary.gap;
    }
    summary.readiness = share(summary.met, summary);
    summary.assurance = share(summary.met + summary.planned, summary);
    return summary;
}

/// Gap, planned, assured, not applicable.
int group_of(const GapRow& row) {
    if (!row.assurance) return 3;
    switch (*row.assurance) {
        case Assurance::gap: return 0;
        case Assurance::planned: return 1;
        case Assurance::assured: return 2;
    }
    return 3;
}

}  // namespace

RequirementSet requirements_of(const Framework& framework, const Person& person,
                               const Target& target) {
    switch (target.kind) {
        case TargetKind::own: return requirements_of_person(framework, person);
        case TargetKind::level: return requirements_of_level(framework, target.level);
        case TargetKind::role: return requirements_of_role(framework, *target.role, target.level);
    }
    return {};
}

JudgedRequirements judge_requirements(const Framework& framework, const Assessment& assessment,
                                      const RequirementSet& requirements,
                                      const JudgeOptions& options) {
    const GapBuilder builder(framework, assessment, requirements, options);
    JudgedRequirements judged;
    judged.rows.reserve(requirements.size());
    for (const Requirement& asked : requirements) judged.rows.push_back(builder.row(asked));
    judged.summary = summarise(judged.rows);
    std::stable_sort(judged.rows.begin(), judged.rows.end(),
                     [](const GapRow& a, const GapRow& b) { return group_of(a) < group_of(b); });
    return judged;
}

GapAnalysis analyse_gap(const Framework& framework, const Assessment& assessment,
                        const Target& target, const JudgeOptions& options) {
    const RequirementSet requirements = requirements_of(framework, assessment.person, target);
    JudgedRequirements judged = judge_requirements(framework, assessment, requirements, options);
    GapAnalysis analysis;
    analysis.assessment = &assessment;
    analysis.target = target;
    analysis.core_only = is_core_only(framework, requirements);
    analysis.same_core_as = same_core_as(framework, target.level);
    analysis.summary = judged.summary;
    analysis.rows = std::move(judged.rows);
    analysis.beyond = GapBuilder(framework, assessment, requirements, options).beyond();
    return analysis;
}

bool is_readier(const GapAnalysis& a, const GapAnalysis& b) {
    const auto& x = a.summary.readiness;
    const auto& y = b.summary.readiness;
    if (!x || !y) return x.has_value() && !y.has_value();
    return *y < *x;
}

}  // namespace hcf
