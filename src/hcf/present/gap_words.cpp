// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/gap_words.h"

#include "hcf/present/values.h"

#include <fmt/format.h>

#include <vector>

namespace hcf {

RatingWords words_of(const Framework& framework, const Rating& rating) {
    RatingWords words;
    words.value = rating.value->not_applicable
                      ? std::string(kNotApplicable)
                      : framework.at(rating.value->scale).values[rating.value->value].id;
    words.shown_at = framework.at(rating.shown_at).id;
    if (rating.basis) words.basis = to_string(*rating.basis);
    words.assessor = rating.assessor;
    words.assessed = rating.assessed;
    return words;
}

Json evidence_list_json(const Rating& rating) {
    Json list = Json::array();
    for (const Evidence& evidence : rating.evidence) {
        list.push_back({{"type", word_or_null(evidence.type)},
                        {"title", text_or_null(evidence.title)},
                        {"date", date_or_null(evidence.date)},
                        {"ref", text_or_null(evidence.ref)}});
    }
    return list;
}

std::string evidence_titles(const Rating& rating) {
    std::vector<std::string> titles;
    for (const Evidence& evidence : rating.evidence) {
        std::string text = evidence.title;
        if (text.empty() && evidence.type) text = to_string(*evidence.type);
        if (text.empty()) text = evidence.ref;
        if (evidence.date)
            text += fmt::format("{}({})", text.empty() ? "" : " ", to_string(*evidence.date));
        titles.push_back(std::move(text));
    }
    return join(titles, "; ");
}

std::string needs_text(const Framework& framework, const GapRow& row) {
    if (!row.asked.needs) return {};
    const Scale& scale = framework.at(row.asked.needs->scale);
    return fmt::format("{}/{}", scale.id, scale.values[row.asked.needs->value].id);
}

std::string plan_text(const GapRow& row) {
    if (row.plan == nullptr) return "no plan";
    std::string text = row.plan->action;
    while (!text.empty() && text.back() == '.') text.pop_back();  // more follows
    text += row.plan->due ? fmt::format("; due {}", to_string(*row.plan->due))
                          : std::string("; no due date");
    if (row.reason == GapReason::plan_overdue) text += " (overdue)";
    text +=
        row.plan_supervisor.empty() ? "; no supervisor" : "; supervised by " + row.plan_supervisor;
    return text;
}

}  // namespace hcf
