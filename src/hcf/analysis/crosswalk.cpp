// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/crosswalk.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hcf {
namespace {

/// "north/iv-infusion": what a link calls a competence.
std::string link_name(const Competence& competence) {
    return competence.owner + "/" + competence.id;
}

/// The version of the overlay that defines a competence; empty for the framework's own.
std::string_view version_of(const Framework& framework, const Competence& competence) {
    for (const OverlayInfo& overlay : framework.overlays) {
        if (overlay.id == competence.owner && overlay.from == competence.from)
            return overlay.version;
    }
    return {};
}

void sort_unique(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// The names that two frameworks tie together, and the groups in which ties of any number hold
/// them (a union-find structure). What one of the two says of a competence that both have counts
/// for both.
class TieGraph {
public:
    TieGraph(const Framework& source, const Framework& target) {
        add(source);
        add(target);
        for (const std::vector<std::uint32_t>& same_code : by_code_) {
            for (const std::uint32_t one : same_code) join(one, same_code.front());
        }
    }

    [[nodiscard]] std::uint32_t number(const Competence& competence) const {
        return numbers_.at(link_name(competence));
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

    /// The names one tie away, without itself.
    [[nodiscard]] std::vector<std::uint32_t> tied_to(std::uint32_t one) const {
        std::vector<std::uint32_t> result = nodes_[one].linked;
        for (const std::uint32_t code : nodes_[one].codes)
            result.insert(result.end(), by_code_[code].begin(), by_code_[code].end());
        sort_unique(result);
        result.erase(std::remove(result.begin(), result.end(), one), result.end());
        return result;
    }

    /// The same number for all names that ties lead to from one another.
    [[nodiscard]] std::uint32_t group_of(std::uint32_t one) {
        while (nodes_[one].parent != one) {
            nodes_[one].parent = nodes_[nodes_[one].parent].parent;
            one = nodes_[one].parent;
        }
        return one;
    }

private:
    struct Node {
        std::vector<std::uint32_t> linked;  ///< by a link, whichever of the two has it
        std::vector<std::uint32_t> codes;
        std::uint32_t parent = 0;
    };

    std::uint32_t number_of(const std::string& name) {
        const auto [place, is_new] = numbers_.try_emplace(name, size());
        if (is_new) {
            nodes_.emplace_back();
            nodes_.back().parent = place->second;
        }
        return place->second;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t leader = group_of(a);
        nodes_[leader].parent = group_of(b);
    }

    void add(const Framework& framework) {
        for (const Competence& competence : framework.competences) {
            const std::uint32_t own = number_of(link_name(competence));
            for (const std::string& link : competence.same_as) {
                const std::uint32_t other = number_of(link);
                nodes_[own].linked.push_back(other);
                nodes_[other].linked.push_back(own);
                join(own, other);
            }
            if (!competence.nos || competence.nos->status != NosStatus::confirmed) continue;
            const auto [place, is_new] = codes_.try_emplace(
                competence.nos->code, static_cast<std::uint32_t>(by_code_.size()));
            if (is_new) by_code_.emplace_back();
            by_code_[place->second].push_back(own);
            nodes_[own].codes.push_back(place->second);
        }
    }

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_map<std::string, std::uint32_t> codes_;
    std::vector<Node> nodes_;
    std::vector<std::vector<std::uint32_t>> by_code_;
};

}  // namespace

Crosswalk::Crosswalk(const Framework& source, const Framework& target)
    : of_target_(target.competences.size()),
      same_there_(source.competences.size()),
      tied_there_(source.competences.size()),
      is_known_there_(source.competences.size()) {
    find_same(source, target);
    find_ties(source, target);
}

void Crosswalk::find_same(const Framework& source, const Framework& target) {
    std::unordered_map<std::string_view, CompetenceId> by_id;
    for (std::uint32_t i = 0; i < source.competences.size(); ++i)
        by_id.emplace(source.competences[i].id, CompetenceId{i});
    for (std::uint32_t i = 0; i < target.competences.size(); ++i) {
        const Competence& there = target.competences[i];
        const auto place = by_id.find(there.id);
        if (place == by_id.end()) continue;
        const Competence& here = source.at(place->second);
        CompetenceTies& counterparts = of_target_[i];
        if (here.owner != there.owner) {
            counterparts.same_id_only = true;
            continue;
        }
        counterparts.same = place->second;
        is_known_there_[place->second.index] = true;
        counterparts.other_version =
            version_of(source, here) != version_of(target, there) || here.title != there.title;
        if (!counterparts.other_version) same_there_[place->second.index] = CompetenceId{i};
    }
}

void Crosswalk::find_ties(const Framework& source, const Framework& target) {
    TieGraph graph(source, target);
    std::vector<std::optional<CompetenceId>> source_of(graph.size());
    std::unordered_map<std::uint32_t, std::vector<CompetenceId>> groups;
    for (std::uint32_t i = 0; i < source.competences.size(); ++i) {
        const std::uint32_t number = graph.number(source.competences[i]);
        source_of[number] = CompetenceId{i};
        groups[graph.group_of(number)].push_back({i});
    }
    for (std::uint32_t i = 0; i < target.competences.size(); ++i) {
        CompetenceTies& counterparts = of_target_[i];
        const std::uint32_t number = graph.number(target.competences[i]);
        for (const std::uint32_t other : graph.tied_to(number)) {
            if (!source_of[other]) continue;
            counterparts.tied.push_back(*source_of[other]);
            tied_there_[source_of[other]->index].push_back({i});
            is_known_there_[source_of[other]->index] = true;
        }
        std::sort(counterparts.tied.begin(), counterparts.tied.end());
        // Whatever else is in the group is two ties away or more: circles and links to itself
        // change nothing.
        for (const CompetenceId here : groups[graph.group_of(number)]) {
            const bool is_nearer =
                here == counterparts.same ||
                std::binary_search(counterparts.tied.begin(), counterparts.tied.end(), here);
            if (!is_nearer) counterparts.chained.push_back(here);
            if (source.at(here).id == target.competences[i].id) counterparts.same_id_only = false;
        }
    }
}

}  // namespace hcf
