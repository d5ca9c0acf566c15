// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/review.h"

#include "hcf/analysis/runs_out.h"
#include "hcf/model/standing.h"

#include <algorithm>

namespace hcf {
namespace {

const GapRow* find_row(const GapAnalysis& analysis, CompetenceId competence) {
    const auto row = std::find_if(
        analysis.rows.begin(), analysis.rows.end(),
        [&](const GapRow& candidate) { return candidate.asked.competence == competence; });
    return row == analysis.rows.end() ? nullptr : &*row;
}

/// Who stands behind it may change: what is to be done, and by when, makes it the same plan.
bool is_same_plan(const Plan& a, const Plan& b) { return a.action == b.action && a.due == b.due; }

PlanOutcome outcome_of(const Plan& then, const GapRow* now, Date as_of) {
    if (now == nullptr) return PlanOutcome::not_asked;
    if (now->status == Status::met) return PlanOutcome::met;
    if (now->status == Status::not_applicable) return PlanOutcome::not_applicable;
    if (now->plan == nullptr) return PlanOutcome::dropped;
    if (is_overdue(*now->plan, as_of)) return PlanOutcome::overdue;
    if (!now->plan->due) return PlanOutcome::undated;
    return is_same_plan(then, *now->plan) ? PlanOutcome::open : PlanOutcome::planned_again;
}

std::vector<ReviewedPlan> review_plans(const Assessment& planned, Date planned_on,
                                       const GapAnalysis& now, Date as_of) {
    std::vector<ReviewedPlan> plans;
    for (const Rating& rating : planned.ratings) {
        if (!rating.plan) continue;
        const GapRow* row = find_row(now, rating.competence);
        plans.push_back({rating.competence, *rating.plan,
                         std::string(counted_supervisor(*rating.plan, planned, planned_on)),
                         outcome_of(*rating.plan, row, as_of),
                         row == nullptr ? std::nullopt : std::optional(row->status)});
    }
    std::stable_sort(plans.begin(), plans.end(), [](const ReviewedPlan& a, const ReviewedPlan& b) {
        if (!a.plan.due || !b.plan.due) return a.plan.due.has_value() && !b.plan.due.has_value();
        return *a.plan.due < *b.plan.due;
    });
    return plans;
}

ReviewedSince look_back(const Framework& framework, const EarlierAssessment& earlier,
                        const Assessment& assessment, const Target& target,
                        const JudgeOptions& options) {
    JudgeOptions then = options;
    then.as_of = earlier.assessed;
    Target target_then = target;
    if (target.kind == TargetKind::own) {
        target_then.role = earlier.assessment.person.role;
        target_then.level = earlier.assessment.person.level;
    }
    ReviewedSince since;
    since.file = earlier.assessment.file;
    since.document = earlier.assessment.document;
    since.assessed = earlier.assessed;
    since.then = take_snapshot(framework, earlier.assessment, target_then, then);
    since.changes = find_changes(since.then, take_snapshot(framework, assessment, target, options));
    return since;
}

std::vector<RunningOut> find_running_out(const Framework& framework, const GapAnalysis& now,
                                         Date from, Date until) {
    std::vector<RunningOut> list;
    for (const GapRow& row : now.rows) {
        if (!row.asked.essential || row.status != Status::met) continue;
        const auto day = runs_out_on(framework, *now.assessment, row);
        if (day && *day >= from && *day <= until)
            list.push_back({row.asked.competence, row.through, *day});
    }
    std::stable_sort(list.begin(), list.end(), [](const RunningOut& a, const RunningOut& b) {
        return a.last_day < b.last_day;
    });
    return list;
}

}  // namespace

EarlierAssessment keep_for_review(Assessment assessment, Date assessed) {
    for (Rating& rating : assessment.ratings) {
        if (!rating.evidence.empty()) rating.evidence = {Evidence{}};  // that there was some counts
        rating.note = {};
        rating.assessor = {};
    }
    return {std::move(assessment), assessed};
}

Review make_review(const Framework& framework, const Assessment& assessment, const Target& target,
                   const EarlierAssessment* earlier, Period within, const JudgeOptions& options) {
    Review review;
    review.now = analyse_gap(framework, assessment, target, options);
    review.until = options.as_of + within;
    if (earlier != nullptr) {
        review.since = look_back(framework, *earlier, assessment, target, options);
        review.plans =
            review_plans(earlier->assessment, earlier->assessed, review.now, options.as_of);
    } else {
        review.plans = review_plans(assessment, options.as_of, review.now, options.as_of);
    }
    review.running_out = find_running_out(framework, review.now, options.as_of, review.until);
    for (const GapRow& row : review.now.rows) {
        if (row.assurance == Assurance::gap || row.assurance == Assurance::planned)
            review.needs.push_back(&row);
    }
    return review;
}

}  // namespace hcf
