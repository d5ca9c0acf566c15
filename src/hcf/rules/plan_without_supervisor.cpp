// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/all_rules.h"

namespace hcf {
namespace {

/// True where the person's supervision would do, but is over.
bool has_ended(const JudgedAssessment& judged) {
    const auto& supervision = judged.assessment.supervision;
    return supervision && !supervision->supervisor.empty() && supervision->until;
}

/// True where somebody may be named in what could not be read.
bool is_unread(const JudgedAssessment& judged, const PlanDoc& plan) {
    const AssessmentDoc& doc = *judged.facts->doc;
    if (was_seen(PlanDoc::mapping(), plan.seen_keys, "supervisor")) return true;
    if (was_seen(AssessmentDoc::mapping(), doc.faulty_keys, "supervision")) return true;
    return false;
}

void check(const JudgedAssessment& judged, Emitter& emit) {
    for (const JudgedRating& one : judged.ratings) {
        if (!one.rating.plan || is_settled(one.status)) continue;
        if (!counted_supervisor(*one.rating.plan, judged.assessment, judged.facts->as_of).empty())
            continue;
        const PlanDoc& plan = *one.facts->doc->plan;
        if (is_unread(judged, plan)) continue;
        std::string message = "nobody supervises the plan for '" +
                              judged.facts->framework->at(one.rating.competence).id + "'";
        if (!has_ended(judged)) {
            emit.report(plan.at, std::move(message),
                        "name a supervisor, there or as 'supervision'");
            continue;
        }
        const auto& until = judged.facts->doc->supervision->until;
        emit.report(plan.at, message + ": the supervision ended on " + to_string(until->value),
                    "name a supervisor, or renew the supervision",
                    {{until->span, "it ended here"}});
    }
}

}  // namespace

constinit const Rule kPlanWithoutSupervisor = {
    .info = {"plan-without-supervisor",
             Severity::warning,
             "a plan that nobody supervises",
             {"That a plan for what is not met has a supervisor: its own, or the person's while "
              "`supervision` is in force.",
              "The draft asks for a plan along with the necessary supervision; without it the "
              "plan does not count.",
              "plan: {action: Shadow two visits, due: 2027-01-31}    # and no supervision",
              "plan: {action: Shadow two visits, due: 2027-01-31, supervisor: Bola Example}"}},
    .judged = check};

}  // namespace hcf
