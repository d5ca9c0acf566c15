// SPDX-License-Identifier: Apache-2.0
// Days to look at: readiness over time, what is due and what runs out.
#include "hcf/analysis/portfolio.h"
#include "hcf/analysis/progress.h"
#include "hcf/analysis/review.h"
#include "hcf/present/pictures.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

void sort_by_day(Timeline& timeline) {
    std::stable_sort(timeline.events.begin(), timeline.events.end(),
                     [](const TimelineEvent& a, const TimelineEvent& b) { return a.day < b.day; });
}

std::string_view word_of(Mark mark) {
    switch (mark) {
        case Mark::met: return "met until";
        case Mark::planned: return "plan due";
        case Mark::gap:
            return "expired, or a plan that assures nothing: overdue, or without a supervisor";
        case Mark::aside: return "plan that is settled";
    }
    return {};
}

/// The key of the marks that a timeline has.
std::vector<std::pair<Mark, std::string>> key_of(const Timeline& timeline) {
    std::vector<std::pair<Mark, std::string>> key;
    for (const Mark mark : {Mark::met, Mark::planned, Mark::gap, Mark::aside}) {
        const bool is_there =
            std::any_of(timeline.events.begin(), timeline.events.end(),
                        [&](const TimelineEvent& event) { return event.mark == mark; });
        if (is_there) key.emplace_back(mark, word_of(mark));
    }
    return key;
}

Mark mark_of(const ReviewedPlan& plan, Date as_of) {
    switch (plan.outcome) {
        case PlanOutcome::met:
        case PlanOutcome::not_applicable:
        case PlanOutcome::not_asked: return Mark::aside;
        case PlanOutcome::overdue:
        case PlanOutcome::dropped: return Mark::gap;
        case PlanOutcome::undated:
        case PlanOutcome::planned_again:
        case PlanOutcome::open: break;
    }
    return *plan.plan.due < as_of || plan.supervisor.empty() ? Mark::gap : Mark::planned;
}

std::string words_of(const Timeline& timeline) {
    std::vector<std::string> sentences;
    for (const TimelineEvent& event : timeline.events)
        sentences.push_back(
            fmt::format("{}: {}, {}", to_string(event.day), event.label, word_of(event.mark)));
    return join(sentences, ". ") + ".";
}

}  // namespace

Picture readiness_curve(const Progress& progress) {
    Curve curve;
    curve.lines = {"Ready (met)", "Assured (met or planned)"};
    std::vector<std::string> sentences;
    for (const ProgressPoint& point : progress.points) {
        const GapSummary& summary = point.snapshot.summary;
        curve.points.push_back({point.snapshot.as_of, {summary.readiness, summary.assurance}});
        sentences.push_back(fmt::format("{}: {} ready, {} assured", to_string(point.snapshot.as_of),
                                        percent_text(summary.readiness),
                                        percent_text(summary.assurance)));
    }
    Picture picture;
    picture.title = "Readiness over time";
    picture.text = join(sentences, "; ") + ".";
    picture.shape = std::move(curve);
    return picture;
}

Picture review_timeline(const Framework& framework, const Review& review, Date as_of) {
    Timeline timeline{as_of, {}};
    for (const ReviewedPlan& plan : review.plans) {
        if (plan.plan.due)
            timeline.events.push_back(
                {*plan.plan.due, framework.at(plan.competence).title, mark_of(plan, as_of)});
    }
    for (const RunningOut& running : review.running_out)
        timeline.events.push_back(
            {running.last_day, framework.at(running.competence).title, Mark::met});
    sort_by_day(timeline);
    Picture picture;
    picture.title = "Plans, and what runs out";
    picture.text = words_of(timeline);
    picture.key = key_of(timeline);
    picture.shape = std::move(timeline);
    return picture;
}

Picture portfolio_timeline(const Framework& framework, const Portfolio& portfolio, Date as_of) {
    Timeline timeline{as_of, {}};
    for (const PortfolioEntry& entry : portfolio.entries) {
        const GapRow& row = entry.row;
        if (row.status == Status::not_applicable) continue;
        const std::string& title = framework.at(row.asked.competence).title;
        const bool is_met = row.status == Status::met;
        if (row.valid_until && !row.through && (is_met || row.status == Status::expired))
            timeline.events.push_back({*row.valid_until, title, is_met ? Mark::met : Mark::gap});
        if (!is_met && row.plan != nullptr && row.plan->due)
            timeline.events.push_back(
                {*row.plan->due, title,
                 row.assurance == Assurance::planned ? Mark::planned : Mark::gap});
    }
    sort_by_day(timeline);
    Picture picture;
    picture.title = "What runs out, and when plans are due";
    picture.text = words_of(timeline);
    picture.key = key_of(timeline);
    picture.figures.columns = {{"Day"}, {"Competence", Align::left, true}, {"What"}};
    for (const TimelineEvent& event : timeline.events)
        picture.figures.rows.push_back(
            {{to_string(event.day)}, {event.label}, {std::string(word_of(event.mark))}});
    picture.shape = std::move(timeline);
    return picture;
}

}  // namespace hcf
