// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_cautions.h"

#include "hcf/present/present_descriptor.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

bool has_other_descriptor(const Framework& framework, const LevelPair& pair) {
    return framework.at(pair.first).descriptor != framework.at(pair.second).descriptor;
}

}  // namespace

void add_weakly_met(const WeaklyMet& met, List& list) {
    const auto count = [&](std::int64_t number, std::string_view what) {
        if (number != 0)
            list.items.push_back({fmt::format("Of the {} {}, {} {} {}.", met.all, met.what, number,
                                              number == 1 ? "was" : "were", what)});
    };
    count(met.by_themselves, "judged by the person, or by nobody named");
    count(met.without_evidence, "judged without evidence");
    count(met.shown_below, "shown below the level at which it is asked");
}

LevelPair make_level_pair(LevelId a, LevelId b) { return {std::min(a, b), std::max(a, b)}; }

std::string same_core_text(const Framework& framework, const LevelPair& pair) {
    return fmt::format(
        "{} and {} ask the same core competences: a whole core set is not the level.",
        framework.at(pair.first).title, framework.at(pair.second).title);
}

std::string same_core_caution(const Framework& framework, const LevelPair& pair) {
    std::string text = same_core_text(framework, pair);
    if (has_other_descriptor(framework, pair)) text += " How the two differ stands at the end.";
    return text;
}

void add_difference(const Framework& framework, const LevelPair& pair, Document& document) {
    if (!has_other_descriptor(framework, pair)) return;
    document.push_back(
        Heading{2, fmt::format("How {} and {} differ", framework.at(pair.first).title,
                               framework.at(pair.second).title)});
    document.push_back(compare_descriptors(framework, pair.first, pair.second));
}

}  // namespace hcf
