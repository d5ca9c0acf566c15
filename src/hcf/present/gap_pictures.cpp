// SPDX-License-Identifier: Apache-2.0
// A person to look at: the ring of what is asked, theme by theme, and the ladder of levels.
#include "hcf/present/pictures.h"
#include "hcf/present/present_gap.h"
#include "hcf/present/prose.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace hcf {
namespace {

std::int64_t count(const RingGroup& group, Mark mark) {
    return group.counts[static_cast<std::size_t>(mark)];
}

std::string title_of(std::string_view theme) {
    std::string title = theme.empty() ? std::string("Without a theme") : prose(theme);
    if (title.front() >= 'a' && title.front() <= 'z') title.front() -= 'a' - 'A';
    return title;
}

/// What is essential by theme, in the order in which the framework first names one.
std::vector<RingGroup> groups_of(const Framework& framework, const GapAnalysis& analysis) {
    std::map<CompetenceId, const GapRow*> rows;
    for (const GapRow& row : analysis.rows) {
        if (row.asked.essential) rows.emplace(row.asked.competence, &row);
    }
    std::vector<RingGroup> groups;
    for (const auto& [competence, row] : rows) {
        const std::string title = title_of(framework.at(competence).theme);
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const RingGroup& known) { return known.label == title; });
        if (group == groups.end()) group = groups.insert(groups.end(), RingGroup{title});
        ++group->counts[static_cast<std::size_t>(mark_of(row->status, row->assurance, true))];
    }
    return groups;
}

Table figures_of(const std::vector<RingGroup>& groups, bool has_aside) {
    Table table;
    table.columns = {{"No.", Align::right},     {"Theme", Align::left, true}, {"Met", Align::right},
                     {"Planned", Align::right}, {"Gap", Align::right},        {"Of", Align::right}};
    if (has_aside) table.columns.push_back({"N/a", Align::right});
    std::int64_t number = 0;
    for (const RingGroup& group : groups) {
        const std::int64_t applicable =
            count(group, Mark::met) + count(group, Mark::planned) + count(group, Mark::gap);
        table.rows.push_back({{++number},
                              {group.label},
                              {count(group, Mark::met)},
                              {count(group, Mark::planned)},
                              {count(group, Mark::gap)},
                              {applicable}});
        if (has_aside) table.rows.back().push_back({count(group, Mark::aside)});
    }
    return table;
}

}  // namespace

Mark mark_of(Status status, const std::optional<Assurance>& assurance, bool is_essential) {
    if (!is_essential || status == Status::not_applicable) return Mark::aside;
    if (status == Status::met) return Mark::met;
    return assurance == Assurance::planned ? Mark::planned : Mark::gap;
}

Picture readiness_ring(const Framework& framework, const GapAnalysis& analysis) {
    Ring ring;
    ring.centre = percent_text(analysis.summary.readiness);
    ring.below = "ready";
    ring.groups = groups_of(framework, analysis);
    const bool has_aside = analysis.summary.required != analysis.summary.applicable;
    std::vector<std::string> sentences = {summary_line(analysis.summary)};
    for (const RingGroup& group : ring.groups) {
        sentences.push_back(fmt::format("{}: {} met, {} planned, {} missing", group.label,
                                        count(group, Mark::met), count(group, Mark::planned),
                                        count(group, Mark::gap)));
    }
    Picture picture;
    picture.title = "Readiness by theme";
    picture.text = join(sentences, ". ") + ".";
    picture.figures = figures_of(ring.groups, has_aside);
    picture.key = {{Mark::met, "M met"}, {Mark::planned, "P planned"}, {Mark::gap, "G gap"}};
    if (has_aside) picture.key.emplace_back(Mark::aside, "/ not applicable");
    picture.shape = std::move(ring);
    return picture;
}

Picture level_ladder(const Framework& framework, const GapAnalysis& analysis) {
    const LevelId own = analysis.assessment->person.level;
    Ladder ladder;
    std::vector<std::string> titles;
    for (std::uint32_t i = 0; i < framework.levels.size(); ++i) {
        const LevelId level{i};
        titles.push_back(framework.at(level).title);
        ladder.steps.push_back({titles.back(), level == own, level == analysis.target.level});
    }
    Picture picture;
    picture.title = own == analysis.target.level
                        ? fmt::format("Level: {}", framework.at(own).title)
                        : fmt::format("Level: {}, held against {}", framework.at(own).title,
                                      framework.at(analysis.target.level).title);
    picture.text = fmt::format(
        "Levels of practice from the lowest to the highest: {}. The person "
        "stands at {}, and is held against {}.",
        join(titles, "; "), framework.at(own).title, framework.at(analysis.target.level).title);
    picture.shape = std::move(ladder);
    return picture;
}

}  // namespace hcf
