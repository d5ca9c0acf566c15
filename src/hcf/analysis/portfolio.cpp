// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/portfolio.h"

#include <algorithm>

namespace hcf {
namespace {

EvidenceList sorted_evidence(const Rating* rating) {
    EvidenceList list;
    if (rating == nullptr) return list;
    for (const Evidence& evidence : rating->evidence) list.push_back(&evidence);
    std::stable_sort(list.begin(), list.end(), [](const Evidence* a, const Evidence* b) {
        return b->date < a->date;  // no date is before every date
    });
    return list;
}

void count_pieces(const EvidenceList& evidence, PortfolioSummary& summary) {
    for (const Evidence* piece : evidence) {
        ++summary.pieces;
        if (!piece->date) {
            ++summary.undated;
            continue;
        }
        summary.oldest = summary.oldest ? std::min(*summary.oldest, *piece->date) : *piece->date;
        summary.newest = summary.newest ? std::max(*summary.newest, *piece->date) : *piece->date;
    }
}

PortfolioSummary summarise(const Portfolio& portfolio) {
    PortfolioSummary summary;
    summary.applicable = portfolio.gap.summary.applicable;
    for (const PortfolioEntry& entry : portfolio.entries) {
        count_pieces(entry.evidence, summary);
        if (entry.row.asked.essential && lacks_evidence(entry)) ++summary.without_evidence;
    }
    summary.with_evidence = summary.applicable - summary.without_evidence;
    const std::int64_t asked_pieces = summary.pieces;
    for (const PortfolioExtra& extra : portfolio.extras) count_pieces(extra.evidence, summary);
    summary.pieces_not_asked = summary.pieces - asked_pieces;
    return summary;
}

}  // namespace

bool lacks_evidence(const PortfolioEntry& entry) {
    return entry.evidence.empty() && entry.row.status != Status::not_applicable;
}

std::int64_t age_in_days(Date from, Date to) { return std::int64_t{to.days} - from.days; }

Portfolio make_portfolio(const Framework& framework, const Assessment& assessment,
                         const Target& target, const JudgeOptions& options) {
    Portfolio portfolio;
    portfolio.gap = analyse_gap(framework, assessment, target, options);
    for (const GapRow& row : portfolio.gap.rows)
        portfolio.entries.push_back({row, sorted_evidence(assessment.find(row.asked.competence))});
    std::sort(portfolio.entries.begin(), portfolio.entries.end(),
              [](const PortfolioEntry& a, const PortfolioEntry& b) {
                  return a.row.asked.competence < b.row.asked.competence;
              });
    const RequirementSet asked = requirements_of(framework, assessment.person, target);
    for (const Rating& rating : assessment.ratings) {
        if (rating.evidence.empty() || find_requirement(asked, rating.competence) != nullptr)
            continue;
        portfolio.extras.push_back(
            {&rating,
             judge(framework, rating.competence, &rating, std::nullopt, std::nullopt, options),
             sorted_evidence(&rating)});
    }
    portfolio.summary = summarise(portfolio);
    return portfolio;
}

}  // namespace hcf
