// SPDX-License-Identifier: Apache-2.0
// Which competences of one framework are those of another: the same ones, those that a link or an
// equal confirmed NOS code ties, and those that only a chain of such ties leads to (spec 2,
// "same_as"; spec 3, "transfer").
#pragma once

#include "hcf/model/framework.h"

#include <optional>
#include <vector>

namespace hcf {

/// What the source has for one competence of the target; competences of the source, in its
/// framework order.
struct CompetenceTies {
    /// The same competence: same id, of the same framework or overlay.
    std::optional<CompetenceId> same;
    /// `same` is of an overlay that has another version, or gives it another title, there.
    bool other_version = false;
    /// The source has the same id, and means another thing by it, as far as anything says.
    bool same_id_only = false;
    std::vector<CompetenceId> tied;     ///< by one link, either way, or an equal confirmed NOS code
    std::vector<CompetenceId> chained;  ///< by two such ties or more, and by no single one
};

/// All ties between two frameworks, worked out once. A link names its end by owner and id, whoever
/// has it loaded: links that lead to nobody count as steps of a chain, and are harmless. An
/// overlay is named by its id alone, so a link means any version of it.
class Crosswalk {
public:
    Crosswalk(const Framework& source, const Framework& target);

    /// What the source has for a competence of the target.
    [[nodiscard]] const CompetenceTies& of(CompetenceId target) const {
        return of_target_[target.index];
    }

    /// The competence of the target that this one of the source is; nothing where there is none,
    /// or where it is that of another version.
    [[nodiscard]] std::optional<CompetenceId> same_there(CompetenceId source) const {
        return same_there_[source.index];
    }

    /// The competences of the target that are tied to one of the source, in framework order.
    [[nodiscard]] const std::vector<CompetenceId>& tied_there(CompetenceId source) const {
        return tied_there_[source.index];
    }

    /// True where the target has it, in whatever version, or one that is tied to it.
    [[nodiscard]] bool is_known_there(CompetenceId source) const {
        return is_known_there_[source.index];
    }

private:
    void find_same(const Framework& source, const Framework& target);
    void find_ties(const Framework& source, const Framework& target);

    std::vector<CompetenceTies> of_target_;
    std::vector<std::optional<CompetenceId>> same_there_;
    std::vector<std::vector<CompetenceId>> tied_there_;
    std::vector<bool> is_known_there_;
};

}  // namespace hcf
