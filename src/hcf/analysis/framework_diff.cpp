// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/framework_diff.h"

#include "hcf/analysis/gap.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

std::string joined(const std::vector<std::string>& items) {
    return fmt::format("{}", fmt::join(items, ", "));
}

/// "NEW, OLD": what a list of names has gained and lost; empty where it is the same.
std::string list_change(const std::vector<std::string>& before,
                        const std::vector<std::string>& after) {
    const auto missing_in = [](const std::vector<std::string>& list,
                               const std::vector<std::string>& other) {
        std::vector<std::string> result;
        for (const std::string& item : list) {
            if (std::find(other.begin(), other.end(), item) == other.end()) result.push_back(item);
        }
        return result;
    };
    const auto added = missing_in(after, before);
    const auto removed = missing_in(before, after);
    std::string text;
    if (!added.empty()) text += "added " + joined(added);
    if (!removed.empty()) text += (text.empty() ? "removed " : "; removed ") + joined(removed);
    return text;
}

class FrameworkDiffer {
public:
    FrameworkDiffer(const Framework& from, const Framework& to, const Counterparts& counterparts)
        : from_(from),
          to_(to),
          counterparts_(counterparts),
          was_level_(inverse(counterparts.levels, to.levels.size())),
          was_competence_(inverse(counterparts.competences, to.competences.size())),
          was_role_(inverse(counterparts.roles, to.roles.size())),
          was_scale_(inverse(counterparts.scales, to.scales.size())) {}

    std::vector<FrameworkChange> diff();

private:
    /// The thing that the changes which follow are about.
    struct Subject {
        DiffKind kind;
        std::string id;
        std::string to_id;
    };

    template <class Tag, class Thing>
    void compare_all(DiffKind kind, const std::vector<Thing>& from, const std::vector<Thing>& to,
                     const std::vector<Counterpart<Tag>>& counterparts,
                     const std::vector<std::optional<Id<Tag>>>& was);
    template <class Tag, class Thing>
    void remove(DiffKind kind, const std::vector<Thing>& to, const Thing& thing,
                const Counterpart<Tag>& counterpart);
    template <class Thing>
    void compare_names(const Thing& before, const Thing& after, Tie tie);
    void compare(const Level& before, const Level& after);
    void compare(const Competence& before, const Competence& after);
    void compare(const Role& before, const Role& after);
    void compare(const Scale& before, const Scale& after);
    void compare_role_competences(const Role& before, const Role& after);
    void compare_needs(const RoleCompetence& before, const RoleCompetence& after);
    void compare_values(const Scale& before, const Scale& after);
    void compare_marks();
    void compare_order_of_levels();

    void tell(DiffChange change, std::string detail);
    void amend(std::string_view what, const std::string& before, const std::string& after);
    void amend_text(std::string_view what, const std::string& before, const std::string& after);
    void amend_list(std::string_view what, const std::vector<std::string>& before,
                    const std::vector<std::string>& after);

    [[nodiscard]] std::string added_detail(const Level&) const { return {}; }
    [[nodiscard]] std::string added_detail(const Competence& competence) const;
    [[nodiscard]] std::string added_detail(const Role& role) const;
    [[nodiscard]] std::string added_detail(const Scale&) const { return {}; }

    /// Ids as the second framework has them, so that a renaming alone is no other change; what has
    /// no counterpart keeps its own.
    template <class Id>
    [[nodiscard]] std::vector<std::string> ids_after(const std::vector<Id>& before) const;
    template <class Id>
    [[nodiscard]] std::vector<std::string> ids_of(const std::vector<Id>& after) const;
    [[nodiscard]] std::string needs_text(const Framework& framework,
                                         const std::optional<Needs>& needs) const;
    [[nodiscard]] std::string needs_after(const std::optional<Needs>& needs) const;

    const Framework& from_;
    const Framework& to_;
    const Counterparts& counterparts_;
    std::vector<std::optional<LevelId>> was_level_;
    std::vector<std::optional<CompetenceId>> was_competence_;
    std::vector<std::optional<RoleId>> was_role_;
    std::vector<std::optional<ScaleId>> was_scale_;
    Subject subject_ = {};
    std::vector<FrameworkChange> changes_;
};

void FrameworkDiffer::tell(DiffChange change, std::string detail) {
    changes_.push_back({subject_.kind, change, subject_.id, subject_.to_id, std::move(detail)});
}

void FrameworkDiffer::amend(std::string_view what, const std::string& before,
                            const std::string& after) {
    if (before == after) return;
    tell(DiffChange::amended, fmt::format("{}: {} -> {}", what, or_none(before), or_none(after)));
}

/// Long texts are not quoted: `hcf show` has them.
void FrameworkDiffer::amend_text(std::string_view what, const std::string& before,
                                 const std::string& after) {
    if (before == after) return;
    const std::string_view how = before.empty() ? "added" : after.empty() ? "removed" : "reworded";
    tell(DiffChange::amended, fmt::format("{}: {}", what, how));
}

void FrameworkDiffer::amend_list(std::string_view what, const std::vector<std::string>& before,
                                 const std::vector<std::string>& after) {
    const std::string change = list_change(before, after);
    if (!change.empty()) tell(DiffChange::amended, fmt::format("{}: {}", what, change));
}

template <class Id>
std::vector<std::string> FrameworkDiffer::ids_after(const std::vector<Id>& before) const {
    std::vector<std::string> result;
    for (const Id id : before) {
        const auto now = counterparts_.of(id).id;
        result.push_back(now ? to_.at(*now).id : from_.at(id).id);
    }
    return result;
}

template <class Id>
std::vector<std::string> FrameworkDiffer::ids_of(const std::vector<Id>& after) const {
    std::vector<std::string> result;
    result.reserve(after.size());
    for (const Id id : after) result.push_back(to_.at(id).id);
    return result;
}

std::string FrameworkDiffer::needs_text(const Framework& framework,
                                        const std::optional<Needs>& needs) const {
    if (!needs) return {};
    const Scale& scale = framework.at(needs->scale);
    return fmt::format("{}/{}", scale.id, scale.values[needs->value].id);
}

/// As the second framework writes it.
std::string FrameworkDiffer::needs_after(const std::optional<Needs>& needs) const {
    if (!needs) return {};
    const auto scale = counterparts_.of(needs->scale).id;
    const std::string& value = from_.at(needs->scale).values[needs->value].id;
    return fmt::format("{}/{}", scale ? to_.at(*scale).id : from_.at(needs->scale).id, value);
}

std::string FrameworkDiffer::added_detail(const Competence& competence) const {
    if (competence.kind == CompetenceKind::role) return "role-specific";
    return "core of " + joined(ids_of(competence.levels));
}

std::string FrameworkDiffer::added_detail(const Role& role) const {
    return "at " + joined(ids_of(role.levels));
}

template <class Tag, class Thing>
void FrameworkDiffer::remove(DiffKind kind, const std::vector<Thing>& to, const Thing& thing,
                             const Counterpart<Tag>& counterpart) {
    subject_ = {kind, thing.id, {}};
    std::string detail;
    if (counterpart.is_ambiguous()) {
        std::vector<std::string> ids;
        for (const auto id : counterpart.possible) ids.push_back(to[id.index].id);
        detail = fmt::format("ambiguous: tied to {}{}", joined(ids),
                             ids.size() == 1 ? ", as others are" : "");
    } else {
        for (const Thing& other : to) {
            if (!thing.title.empty() && other.title == thing.title)
                detail = fmt::format("'{}' has the same title, and nothing ties them", other.id);
        }
    }
    tell(DiffChange::removed, std::move(detail));
}

template <class Thing>
void FrameworkDiffer::compare_names(const Thing& before, const Thing& after, Tie tie) {
    if (before.id != after.id) {
        const std::string by = tie == Tie::same_as || tie == Tie::nos
                                   ? fmt::format("tied by {}", to_string(tie))
                               : tie == Tie::same_title ? "the title is the same"
                                                        : "the other id is a name of it";
        tell(DiffChange::renamed, by);
    }
    if (before.title != after.title) {
        tell(DiffChange::retitled,
             fmt::format("{} -> {}", or_none(before.title), or_none(after.title)));
    }
}

template <class Tag, class Thing>
void FrameworkDiffer::compare_all(DiffKind kind, const std::vector<Thing>& from,
                                  const std::vector<Thing>& to,
                                  const std::vector<Counterpart<Tag>>& counterparts,
                                  const std::vector<std::optional<Id<Tag>>>& was) {
    // Behind which thing of the second framework each one that went is told; 0: before all.
    std::vector<std::vector<std::uint32_t>> removed(to.size() + 1);
    std::size_t place = 0;
    for (std::uint32_t i = 0; i < from.size(); ++i) {
        if (counterparts[i].id)
            place = counterparts[i].id->index + 1;
        else
            removed[place].push_back(i);
    }
    // Those that went and are tied to one that came, but not one to one.
    std::vector<std::vector<std::string>> claims(to.size());
    for (std::uint32_t i = 0; i < from.size(); ++i) {
        for (const auto id : counterparts[i].possible) claims[id.index].push_back(from[i].id);
    }
    for (std::uint32_t j = 0; j <= to.size(); ++j) {
        if (j != 0) {
            const Thing& after = to[j - 1];
            if (const auto before = was[j - 1]) {
                const Thing& old = from[before->index];
                subject_ = {kind, old.id, old.id == after.id ? std::string() : after.id};
                compare_names(old, after, counterparts[before->index].tie);
                compare(old, after);
            } else {
                subject_ = {kind, after.id, {}};
                tell(DiffChange::added, claims[j - 1].empty()
                                            ? added_detail(after)
                                            : "ambiguous: tied to " + joined(claims[j - 1]));
            }
        }
        for (const std::uint32_t i : removed[j]) remove(kind, to, from[i], counterparts[i]);
    }
}

void FrameworkDiffer::compare(const Level& before, const Level& after) {
    amend("printed as", before.printed_as, after.printed_as);
    amend_list("aliases", before.aliases, after.aliases);
    for (std::size_t i = 0; i < Words<Facet>::kList.size(); ++i) {
        amend_text(fmt::format("descriptor, {}", Words<Facet>::kList[i]), before.descriptor[i],
                   after.descriptor[i]);
    }
}

/// Which levels stand above which is a fact of its own; a level that came or went changes it for
/// none of the others.
void FrameworkDiffer::compare_order_of_levels() {
    std::vector<LevelId> kept;  // of the first framework, in the order of the second
    for (const auto& was : was_level_) {
        if (was) kept.push_back(*was);
    }
    std::vector<LevelId> in_order = kept;
    std::sort(in_order.begin(), in_order.end());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] == in_order[i]) continue;
        const Level& level = from_.at(kept[i]);
        const Level& now = to_.at(*counterparts_.of(kept[i]).id);
        const auto before = std::find(in_order.begin(), in_order.end(), kept[i]);
        subject_ = {DiffKind::level, level.id, level.id == now.id ? std::string() : now.id};
        tell(DiffChange::amended, fmt::format("place among the levels that stay: {} -> {}",
                                              before - in_order.begin() + 1, i + 1));
    }
}

void FrameworkDiffer::compare(const Competence& before, const Competence& after) {
    const auto nos = [](const Competence& competence) {
        if (!competence.nos) return std::string();
        return fmt::format("{} ({})", competence.nos->code, to_string(competence.nos->status));
    };
    const auto period = [](const Competence& competence) {
        return competence.refresh ? to_string(*competence.refresh) : std::string();
    };
    const auto at_before = before.assess_at ? ids_after<LevelId>({*before.assess_at}).front() : "";
    const auto at_after = after.assess_at ? to_.at(*after.assess_at).id : "";
    amend("kind", std::string(to_string(before.kind)), std::string(to_string(after.kind)));
    amend("printed as", before.printed_as, after.printed_as);
    amend_list("aliases", before.aliases, after.aliases);
    amend("theme", before.theme, after.theme);
    amend("NOS", nos(before), nos(after));
    amend("refresh", period(before), period(after));
    amend("assess_at", at_before, at_after);
    amend_list("same_as", before.same_as, after.same_as);
    amend_list("supersedes", ids_after(before.supersedes), ids_of(after.supersedes));
    amend_text("description", before.description, after.description);
}

void FrameworkDiffer::compare(const Role& before, const Role& after) {
    amend("levels", joined(ids_after(before.levels)), joined(ids_of(after.levels)));
    amend("printed as", before.printed_as, after.printed_as);
    amend_list("aliases", before.aliases, after.aliases);
    amend("family", before.family, after.family);
    amend_text("summary", before.summary, after.summary);
    compare_role_competences(before, after);
}

void FrameworkDiffer::compare_needs(const RoleCompetence& before, const RoleCompetence& after) {
    const std::string& id = to_.at(after.competence).id;
    amend(fmt::format("needs of '{}'", id), needs_after(before.needs),
          needs_text(to_, after.needs));
    const auto word = [](bool essential) { return essential ? "essential" : "desirable"; };
    amend(fmt::format("'{}'", id), word(before.essential), word(after.essential));
}

void FrameworkDiffer::compare_role_competences(const Role& before, const Role& after) {
    const auto describe = [](const Framework& framework, const RoleCompetence& own,
                             const std::string& needs) {
        return fmt::format("'{}'{}{}", framework.at(own.competence).id,
                           own.essential ? "" : ", desirable",
                           needs.empty() ? "" : ", needs " + needs);
    };
    for (const RoleCompetence& own : after.competences) {
        const auto was = was_competence_[own.competence.index];
        const RoleCompetence* old = was ? find_in_role(before, *was) : nullptr;
        if (old != nullptr) {
            compare_needs(*old, own);
        } else {
            tell(DiffChange::amended,
                 "asks also " + describe(to_, own, needs_text(to_, own.needs)));
        }
    }
    for (const RoleCompetence& own : before.competences) {
        const auto now = counterparts_.of(own.competence).id;
        if (now && find_in_role(after, *now) != nullptr) continue;
        tell(DiffChange::amended,
             "asks no more " + describe(from_, own, needs_text(from_, own.needs)));
    }
}

void FrameworkDiffer::compare_values(const Scale& before, const Scale& after) {
    const auto assess = [](const ScaleValue& value) {
        if (!value.may_assess) return std::string();
        return std::string(*value.may_assess ? "true" : "false");
    };
    for (const ScaleValue& value : after.values) {
        const auto was = find_value(before, value.id);
        if (!was) continue;
        const ScaleValue& old = before.values[*was];
        amend(fmt::format("title of '{}'", value.id), old.title, value.title);
        amend(fmt::format("'{}' counts as", value.id), std::string(to_string(old.counts_as)),
              std::string(to_string(value.counts_as)));
        amend(fmt::format("may_assess of '{}'", value.id), assess(old), assess(value));
    }
}

void FrameworkDiffer::compare(const Scale& before, const Scale& after) {
    const auto ids = [](const Scale& scale) {
        std::vector<std::string> result;
        for (const ScaleValue& value : scale.values) result.push_back(value.id);
        return result;
    };
    const std::string change = list_change(ids(before), ids(after));
    if (!change.empty())
        tell(DiffChange::amended, "values: " + change);
    else if (ids(before) != ids(after))
        amend("order of values", joined(ids(before)), joined(ids(after)));
    compare_values(before, after);
}

/// Of the competences that are in both; those of one that came or went are told with it.
void FrameworkDiffer::compare_marks() {
    for (std::uint32_t j = 0; j < to_.competences.size(); ++j) {
        if (!was_competence_[j]) continue;
        const Competence& before = from_.at(*was_competence_[j]);
        const Competence& after = to_.competences[j];
        const std::string change = list_change(ids_after(before.levels), ids_of(after.levels));
        if (change.empty()) continue;
        subject_ = {DiffKind::mark, before.id, before.id == after.id ? std::string() : after.id};
        tell(DiffChange::re_marked, change);
    }
}

std::vector<FrameworkChange> FrameworkDiffer::diff() {
    compare_all(DiffKind::level, from_.levels, to_.levels, counterparts_.levels, was_level_);
    compare_order_of_levels();
    compare_all(DiffKind::competence, from_.competences, to_.competences, counterparts_.competences,
                was_competence_);
    compare_all(DiffKind::role, from_.roles, to_.roles, counterparts_.roles, was_role_);
    compare_marks();
    compare_all(DiffKind::scale, from_.scales, to_.scales, counterparts_.scales, was_scale_);
    return std::move(changes_);
}

/// What is asked, in the ids and values of the second framework.
bool is_asked_alike(const Counterparts& counterparts, const Framework& from, const Framework& to,
                    const Requirement& before, const Requirement& after) {
    if (counterparts.of(before.asked_at).id != after.asked_at) return false;
    if (before.needs.has_value() != after.needs.has_value()) return false;
    if (!before.needs) return true;
    const auto scale = counterparts.of(before.needs->scale).id;
    if (scale != after.needs->scale) return false;
    return from.at(before.needs->scale).values[before.needs->value].id ==
           to.at(*scale).values[after.needs->value].id;
}

void compare_requirements(const Framework& from, const Framework& to,
                          const Counterparts& counterparts, const RequirementSet& before,
                          const RequirementSet& after, AffectedPerson& person) {
    CompetenceSet asked_before;
    for (const Requirement& old : before) {
        if (!old.essential) continue;
        const auto id = counterparts.of(old.competence).id;
        const Requirement* now = id ? find_requirement(after, *id) : nullptr;
        if (now == nullptr || !now->essential) {
            person.no_longer_required.push_back(old.competence);
            continue;
        }
        asked_before.insert(*id);
        if (!is_asked_alike(counterparts, from, to, old, *now))
            person.asked_differently.push_back(*id);
    }
    std::sort(person.asked_differently.begin(), person.asked_differently.end());
    for (const Requirement& now : after) {
        if (now.essential && !asked_before.contains(now.competence))
            person.newly_required.push_back(now.competence);
    }
}

Target own_target(const Person& person) { return {TargetKind::own, person.role, person.level}; }

}  // namespace

std::vector<FrameworkChange> diff_frameworks(const Framework& from, const Framework& to,
                                             const Counterparts& counterparts) {
    return FrameworkDiffer(from, to, counterparts).diff();
}

std::optional<AffectedPerson> find_effect(const Framework& from, const Framework& to,
                                          const Counterparts& counterparts,
                                          const Assessment& assessment,
                                          const JudgeOptions& options) {
    AffectedPerson person;
    person.person_id = assessment.person.id;
    const GapAnalysis before =
        analyse_gap(from, assessment, own_target(assessment.person), options);
    person.before = before.summary.readiness;
    person.core_only = before.core_only;
    CarriedAssessment carried = carry_over(assessment, from, to, counterparts);
    person.lost = std::move(carried.lost);
    person.obstacle = carried.obstacle;
    if (!carried.assessment) return person;
    const Assessment& moved = *carried.assessment;
    const GapAnalysis after = analyse_gap(to, moved, own_target(moved.person), options);
    person.after = after.summary.readiness;
    person.core_only = person.core_only || after.core_only;
    compare_requirements(from, to, counterparts, requirements_of_person(from, assessment.person),
                         requirements_of_person(to, moved.person), person);
    const bool is_same_readiness = person.before.has_value() == person.after.has_value() &&
                                   (!person.before || *person.before == *person.after);
    const bool is_same = is_same_readiness && person.newly_required.empty() &&
                         person.no_longer_required.empty() && person.asked_differently.empty();
    if (is_same) return std::nullopt;
    return person;
}

}  // namespace hcf
