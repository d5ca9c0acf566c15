// SPDX-License-Identifier: Apache-2.0
// What can be worked out of a summary in which figures are withheld (ADR 0017). A withheld figure
// is safe only with a witness: other sums that people could have, that would be published in the
// very same way, and in which it has another value. Private to analysis/.
#pragma once

#include "hcf/analysis/summary.h"
#include "hcf/model/competence_set.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace hcf {

inline constexpr std::size_t kGroupFigures = Words<GroupFigure>::kList.size();
inline constexpr std::size_t kCompetenceFigures = Words<CompetenceFigure>::kList.size();

/// For each figure of a summary, in its order, whether something is so.
struct FigureMarks {
    bool people = false;
    std::vector<std::array<bool, kGroupFigures>> groups;
    std::vector<std::array<bool, kCompetenceFigures>> competences;
};

/// A figure of a group (`is_group`) or of a competence, by positions.
struct FigurePlace {
    bool is_group = true;
    std::size_t row = 0;
    std::size_t figure = 0;
};

/// People of one organisation and team, or of one level and role: what the groups are the sums of.
/// One without people may still have some, for all that a reader knows.
struct Stratum {
    std::size_t parent = 0;  ///< the position of the group of the organisation, or level
    std::size_t leaf = 0;    ///< of the team, or role
    GroupCounts counts = {};
    std::int64_t least = 0;  ///< competences that are required of anybody there
    CompetenceSet asked;     ///< which ones, of a level and role
    /// Of a level and role, by row of the table of competences: what these people have of it, and
    /// whether all of them are asked for it.
    std::vector<CompetenceCounts> competences = {};
    std::vector<bool> asks = {};
};

/// The figures, what of them is withheld, and what a reader can make of the rest. What a reader is
/// taken to know: how figures add up within a row, in a table and between the tables; that nothing
/// is negative; what ready and assured mean; and how many competences a role or level asks at
/// least.
class HiddenFigures {
public:
    HiddenFigures(const Framework& framework, const SummarySums& sums);

    [[nodiscard]] const Summary& summary() const { return summary_; }
    [[nodiscard]] const FigureMarks& withheld() const { return withheld_; }

    void withhold(FigurePlace place);
    void withhold_group(std::size_t group);
    void withhold_all();

    /// Withholds the competences that tell of withheld groups; false where they are withheld.
    bool withhold_telling();

    /// Withholds a figure of all groups, or of all competences; false where it is withheld.
    bool withhold_column(FigurePlace place);

    [[nodiscard]] bool is_withheld(FigurePlace place) const;

    /// True of who needs a competence, where the framework and what is shown tell it.
    [[nodiscard]] bool is_known_anyhow(FigurePlace place) const;
    [[nodiscard]] bool is_group_withheld(std::size_t group) const {
        return withheld_.groups[group][at(GroupFigure::people)];
    }
    [[nodiscard]] std::int64_t people_of(std::size_t group) const {
        return *summary_.groups[group].figures[at(GroupFigure::people)];
    }

    /// The first withheld figure without a witness; nothing where all are safe.
    [[nodiscard]] std::optional<FigurePlace> find_unsafe();

    /// Withholds as few more figures as it finds enough to give this one a witness; false where it
    /// finds none.
    [[nodiscard]] bool protect(FigurePlace place);

    /// The groups whose sum is the figure of another group or of everybody: the teams of a team's
    /// organisation, the roles of a role's level, else all of a kind. Nearest first.
    [[nodiscard]] std::vector<std::vector<std::size_t>> families_of(std::size_t group) const;

    /// True where the groups of a kind add up to those above them, with nothing between: no people
    /// without a team, no role at several levels.
    [[nodiscard]] bool is_sum_of(std::size_t parent, std::vector<std::size_t>& leaves) const;

private:
    using Net = std::vector<Stratum>;

    void build_workplaces(const Framework& framework, const SummarySums& sums);
    void build_posts(const Framework& framework, const SummarySums& sums);
    void add_competences(const PostSums& sums, Stratum& post) const;
    void index_strata();

    Summary summary_;
    FigureMarks withheld_;
    FigureMarks safe_;  ///< what is known to have a witness
    bool has_marked_totals_ = false;
    std::array<Net, 2> nets_;
    std::vector<std::size_t> net_of_;                  ///< by group
    std::vector<std::vector<std::size_t>> strata_of_;  ///< by group: positions in its net
    std::int64_t most_ = 0;                            ///< competences that there are
};

}  // namespace hcf
