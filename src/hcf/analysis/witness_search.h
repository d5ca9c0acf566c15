// SPDX-License-Identifier: Apache-2.0
// Looks for witnesses of figures that are withheld: small changes of the sums that no published
// figure shows. Private to analysis/hidden_figures.cpp.
#pragma once

#include "hcf/analysis/hidden_figures.h"
#include "hcf/analysis/witness_changes.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace hcf {

/// What is searched; views what HiddenFigures has.
struct WitnessGround {
    const Summary& summary;
    const FigureMarks& withheld;
    const std::array<std::vector<Stratum>, 2>& nets;
    const std::vector<std::size_t>& net_of;
    const std::vector<std::vector<std::size_t>>& strata_of;
    std::int64_t most = 0;
    FigureMarks& safe;  ///< what has a witness; nothing that is withheld later takes it away
};

class WitnessSearch {
public:
    explicit WitnessSearch(const WitnessGround& ground);

    /// Marks figures whose witness is a change of what everybody has together: one that shows in no
    /// published sum because every way of grouping people, and the competences, have something
    /// withheld that takes it up. It is dear, and `cheapest` finds the same for one figure.
    void mark_totals();

    /// The first withheld figure that has no witness.
    [[nodiscard]] std::optional<FigurePlace> find_unsafe();

    /// The fewest figures found that give this one a witness once they are withheld, too; none
    /// where there are none.
    [[nodiscard]] std::vector<FigurePlace> cheapest(FigurePlace place) const;

private:
    /// Figures that change together.
    using Changed = std::vector<FigurePlace>;

    /// Figures of a group, a bit each.
    using FigureMask = unsigned;

    /// The cheapest change so far; a cost of nothing: none yet.
    struct Best {
        std::optional<std::size_t> cost;
        Changed changed;
    };

    [[nodiscard]] bool can_be(const Stratum& stratum, const GroupDelta& delta, int sign) const;
    [[nodiscard]] bool add_group(std::size_t group, const GroupDelta& delta, int sign,
                                 Changed& changed) const;
    [[nodiscard]] bool move(std::size_t net, std::size_t from, std::size_t to,
                            const GroupDelta& delta, Changed& changed) const;
    [[nodiscard]] bool change(const Stratum& stratum, const GroupDelta& delta,
                              Changed& changed) const;
    [[nodiscard]] bool change_competence(std::size_t row, CompetenceDelta delta, bool lifts_expired,
                                         Changed& changed) const;
    [[nodiscard]] bool have_common_post(std::size_t from, std::size_t to,
                                        const CompetenceDelta& delta) const;
    [[nodiscard]] bool move_competence(std::size_t from, std::size_t to,
                                       const CompetenceDelta& delta, bool lifts_expired,
                                       Changed& changed) const;

    /// Calls visit(changed) for changes of two strata that leave their common sums as they are,
    /// until it says to stop: of those that change no other figures than the allowed ones, and one
    /// of the wanted ones.
    template <class Visit>
    void each_move(std::size_t net, std::size_t one, std::size_t other, FigureMask allowed,
                   FigureMask wanted, Visit visit) const;
    template <class Visit>
    void each_partner(std::size_t net, std::size_t index, const std::vector<std::size_t>& order,
                      std::size_t most_tried, Visit visit) const;

    [[nodiscard]] Best cheapest_stratum(std::size_t net, const GroupDelta& delta) const;
    [[nodiscard]] Best cheapest_competence(const Stratum& post, const GroupDelta& delta) const;

    /// A post with a competence that is asked there; with `row`, a post where that one is.
    [[nodiscard]] Best cheapest_post(const GroupDelta& delta, std::optional<std::size_t> row) const;
    [[nodiscard]] std::vector<Changed> free_workplaces(const GroupDelta& delta) const;
    [[nodiscard]] std::vector<Changed> free_posts(const GroupDelta& delta) const;
    [[nodiscard]] std::vector<Changed> free_competences(const Stratum& post,
                                                        const GroupDelta& delta) const;

    [[nodiscard]] FigureMask unsafe_in(std::size_t group) const;
    [[nodiscard]] FigureMask free_between(const Stratum& one, const Stratum& other) const;
    void mark_group(std::size_t group);
    void mark_competence(std::size_t row);
    void mark(const Changed& changed);
    [[nodiscard]] bool is_withheld(FigurePlace place) const;
    [[nodiscard]] bool is_safe(FigurePlace place) const;
    [[nodiscard]] bool is_group_safe(std::size_t group) const;
    [[nodiscard]] bool is_competence_safe(std::size_t row) const;
    [[nodiscard]] std::size_t cost_of(const Changed& changed) const;
    void keep_if_cheaper(const Changed& changed, FigurePlace place, Best& best) const;

    void search_moves(FigurePlace place, Best& best) const;
    void search_group_totals(FigurePlace place, Best& best) const;
    void search_arrivals(FigurePlace place, Best& best) const;
    [[nodiscard]] bool arrive(std::size_t net, std::size_t from, std::size_t to,
                              const GroupDelta& leaving, const GroupDelta& more,
                              Changed& changed) const;
    void search_competence_moves(FigurePlace place, Best& best) const;
    void search_competence_totals(FigurePlace place, Best& best) const;

    WitnessGround ground_;
    std::array<std::vector<std::size_t>, 2>
        largest_first_;  ///< strata of which something is withheld
    std::array<std::vector<std::size_t>, 2> smallest_first_;  ///< all strata
};

}  // namespace hcf
