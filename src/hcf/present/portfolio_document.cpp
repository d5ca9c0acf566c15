// SPDX-License-Identifier: Apache-2.0
// A portfolio of evidence for readers: first what it comes to and what has none, then the evidence
// competence by competence (issue 6).
#include "hcf/base/count.h"
#include "hcf/present/age.h"
#include "hcf/present/pictures.h"
#include "hcf/present/present_cautions.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/present_person.h"
#include "hcf/present/present_portfolio.h"
#include "hcf/present/prose.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {
namespace {

std::string pieces_text(std::int64_t count) {
    return count_of(static_cast<std::size_t>(count), "piece", "pieces");
}

/// The pieces of what is essential and applicable, the competences that the summary counts.
std::int64_t counted_pieces(const Portfolio& portfolio) {
    std::int64_t count = 0;
    for (const PortfolioEntry& entry : portfolio.entries) {
        if (entry.row.asked.essential && entry.row.status != Status::not_applicable)
            count += static_cast<std::int64_t>(entry.evidence.size());
    }
    return count;
}

std::string dates_text(const PortfolioSummary& summary, Date as_of) {
    std::string text = "none is dated";
    if (summary.oldest && summary.newest) {
        text = fmt::format("from {} ({}) to {} ({})", to_string(*summary.oldest),
                           age_text(*summary.oldest, as_of), to_string(*summary.newest),
                           age_text(*summary.newest, as_of));
        if (summary.undated != 0) text += fmt::format("; {} without a date", summary.undated);
    }
    return text;
}

void add_facts(const Framework& framework, const Portfolio& portfolio, Date as_of,
               Document& document) {
    const GapAnalysis& gap = portfolio.gap;
    const PortfolioSummary& summary = portfolio.summary;
    Facts facts = person_facts(framework, gap.assessment->person);
    facts.rows.push_back({"Against", {describe_target(framework, gap), Tone::strong}});
    facts.rows.push_back({"Result", {summary_line(gap.summary), tone_of(gap.summary)}});
    const std::int64_t counted = counted_pieces(portfolio);
    const std::int64_t beside = summary.pieces - summary.pieces_not_asked - counted;
    std::string evidence = fmt::format("{} for {} of {} competences", pieces_text(counted),
                                       summary.with_evidence, summary.applicable);
    if (summary.without_evidence != 0)
        evidence += fmt::format(", none for {}", summary.without_evidence);
    facts.rows.push_back(
        {"Evidence",
         {std::move(evidence), summary.without_evidence == 0 ? Tone::good : Tone::warn}});
    if (beside != 0) {
        facts.rows.push_back(
            {"Beside",
             {fmt::format("{} for what is desirable or does not apply", pieces_text(beside))}});
    }
    if (summary.pieces_not_asked != 0) {
        facts.rows.push_back(
            {"Not asked",
             {fmt::format("{} for what is not asked", pieces_text(summary.pieces_not_asked))}});
    }
    if (summary.pieces != 0) facts.rows.push_back({"Dated", {dates_text(summary, as_of)}});
    document.push_back(std::move(facts));
}

std::string title_of(const Framework& framework, const PortfolioEntry& entry) {
    const std::string& title = framework.at(entry.row.asked.competence).title;
    return entry.row.asked.essential ? title : title + " (desirable)";
}

void add_without(const Framework& framework, const Portfolio& portfolio, Document& document) {
    Table table;
    table.columns = {{"Competence", Align::left, true}, {"Status", Align::left, true}};
    for (const PortfolioEntry& entry : portfolio.entries) {
        if (!lacks_evidence(entry)) continue;
        const bool is_met = entry.row.status == Status::met;
        table.rows.push_back(
            {{title_of(framework, entry)},
             {status_text(framework, entry.row), is_met ? Tone::warn : Tone::plain}});
    }
    if (table.rows.empty()) return;
    document.push_back(Heading{2, "Without evidence"});
    document.push_back(std::move(table));
}

/// "2026-09-12 (2 months), certificate: Hand hygiene update [LMS-8812]".
std::string piece_text(const Evidence& piece, Date as_of) {
    std::string text =
        piece.date ? fmt::format("{} ({})", to_string(*piece.date), age_text(*piece.date, as_of))
                   : std::string("undated");
    if (piece.type) text += fmt::format(", {}", to_string(*piece.type));
    if (!piece.title.empty()) text += ": " + piece.title;
    if (!piece.ref.empty()) text += fmt::format(" [{}]", piece.ref);
    return text;
}

List evidence_list(const EvidenceList& evidence, Date as_of) {
    List list;
    for (const Evidence* piece : evidence) list.items.push_back({piece_text(*piece, as_of)});
    return list;
}

/// "met; judged by supervisor (Bola Adeyemi) on 2026-10-01; valid until 2027-10-01".
std::string judged_text(const Framework& framework, const GapRow& row) {
    std::string text = status_text(framework, row);
    if (row.rating == nullptr || row.through) return text;
    const Rating& rating = *row.rating;
    text += "; judged";
    if (rating.basis) text += fmt::format(" by {}", to_string(*rating.basis));
    if (!rating.assessor.empty()) text += fmt::format(" ({})", rating.assessor);
    if (rating.assessed) text += fmt::format(" on {}", to_string(*rating.assessed));
    if (!rating.basis) text += ", on no named basis";
    if (row.valid_until && row.status != Status::expired)
        text += fmt::format("; valid until {}", to_string(*row.valid_until));
    return text;
}

void add_evidence(const Framework& framework, const Portfolio& portfolio, Date as_of,
                  Document& document) {
    bool is_first = true;
    for (const PortfolioEntry& entry : portfolio.entries) {
        if (entry.evidence.empty()) continue;
        if (is_first) document.push_back(Heading{2, "Evidence by competence"});
        is_first = false;
        document.push_back(Heading{3, title_of(framework, entry)});
        document.push_back(Paragraph{judged_text(framework, entry.row)});
        document.push_back(evidence_list(entry.evidence, as_of));
    }
}

void add_extras(const Framework& framework, const Portfolio& portfolio, Date as_of,
                Document& document) {
    if (portfolio.extras.empty()) return;
    document.push_back(Heading{2, "Evidence of what is not asked"});
    for (const PortfolioExtra& extra : portfolio.extras) {
        document.push_back(Heading{3, framework.at(extra.rating->competence).title});
        document.push_back(Paragraph{prose(to_string(extra.status))});
        document.push_back(evidence_list(extra.evidence, as_of));
    }
}

void add_cautions(const Framework& framework, const GapAnalysis& gap, Document& document) {
    List list =
        caution_list(framework, gap.summary, gap.core_only, gap.target.level, gap.same_core_as);
    list.items.push_back(
        {"What is listed is what the file names: nobody has looked at the evidence itself."});
    document.push_back(Heading{2, "To bear in mind"});
    document.push_back(std::move(list));
}

}  // namespace

Document portfolio_document(const Framework& framework, const Portfolio& portfolio, Date as_of) {
    Document document;
    document.push_back(make_person_heading(portfolio.gap.assessment->person));
    add_facts(framework, portfolio, as_of, document);
    document.push_back(portfolio_timeline(framework, portfolio, as_of));
    add_without(framework, portfolio, document);
    add_evidence(framework, portfolio, as_of, document);
    add_extras(framework, portfolio, as_of, document);
    add_not_applicable(framework, portfolio.gap, document);
    add_cautions(framework, portfolio.gap, document);
    return document;
}

}  // namespace hcf
