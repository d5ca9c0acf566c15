// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/joint_sessions.h"

#include "hcf/analysis/role_sets.h"

#include <algorithm>
#include <map>
#include <set>

namespace hcf {
namespace {

/// A family by the place at which the roles of the framework first name it.
using Family = std::size_t;

struct Families {
    std::vector<std::string> names;
    std::vector<std::optional<Family>> of_role;  ///< by RoleId

    explicit Families(const Framework& framework) {
        for (const Role& role : framework.roles) {
            of_role.emplace_back();
            if (role.family.empty()) continue;
            const auto known = std::find(names.begin(), names.end(), role.family);
            of_role.back() = static_cast<Family>(known - names.begin());
            if (known == names.end()) names.push_back(role.family);
        }
    }
};

/// Who needs a competence at a level.
struct Need {
    std::set<Family> families;
    std::set<RoleId> roles;  ///< of a family, where there are families
};

/// By level.
using NeedsByLevel = std::map<LevelId, Need>;

/// The levels at each of which several families need a competence, and who they are.
struct SharedNeed {
    std::set<Family> families;
    std::set<LevelId> levels;
    std::set<RoleId> roles;

    void add(LevelId level, const Need& need) {
        families.insert(need.families.begin(), need.families.end());
        levels.insert(level);
        roles.insert(need.roles.begin(), need.roles.end());
    }
};

/// By competence. A role counts at the levels of the rows alone.
std::vector<NeedsByLevel> find_needs(const Framework& framework, const Curriculum& curriculum,
                                     const Families& families) {
    std::vector<NeedsByLevel> needs(framework.competences.size());
    std::set<AskedAt> asked;
    for (const CurriculumRow& row : curriculum.rows) {
        for (const CurriculumCell& cell : row.cells) asked.insert({row.competence, cell.level});
    }
    for (const RoleAtLevel& role : roles_at_each_level(framework)) {
        const auto& family = families.of_role[role.role.index];
        if (!family && !families.names.empty()) continue;
        for (const CompetenceId competence : essential_set(framework, role).members()) {
            if (asked.count({competence, role.level}) == 0) continue;
            Need& need = needs[competence.index][role.level];
            if (family) need.families.insert(*family);
            need.roles.insert(role.role);
        }
    }
    return needs;
}

/// What several families need at a level, or where no role has one, several levels; nothing where
/// nobody could learn it together. A family that needs it alone at a level does not bring that in.
std::optional<SharedNeed> find_shared(const NeedsByLevel& needs, const Families& families) {
    const bool by_level = families.names.empty();
    SharedNeed shared;
    for (const auto& [level, need] : needs) {
        if (by_level || need.families.size() > 1) shared.add(level, need);
    }
    if (shared.levels.size() < (by_level ? 2U : 1U)) return std::nullopt;
    return shared;
}

/// The courses of a row that are open to all of these levels.
CoursePositions open_to_all(const CurriculumRow& row, const std::set<LevelId>& levels) {
    std::optional<CoursePositions> open;
    for (const CurriculumCell& cell : row.cells) {
        if (levels.count(cell.level) == 0) continue;
        if (!open) {
            open = cell.courses;
            continue;
        }
        CoursePositions both;
        std::set_intersection(open->begin(), open->end(), cell.courses.begin(), cell.courses.end(),
                              std::back_inserter(both));
        open = std::move(both);
    }
    return open.value_or(CoursePositions());
}

std::optional<std::int64_t> lacking_in(const ShownGaps* gaps, CompetenceId competence,
                                       const std::vector<std::string>& families) {
    if (gaps == nullptr || !gaps->by_family || families.empty()) return std::nullopt;
    std::int64_t sum = 0;
    for (const std::string& family : families) {
        const auto figure = gaps->by_family->find({competence, family});
        if (figure != gaps->by_family->end()) sum += figure->second;
    }
    return sum;
}

JointSession make_session(const SharedNeed& need, const Families& families) {
    JointSession session;
    for (const Family family : need.families) session.families.push_back(families.names[family]);
    session.levels.assign(need.levels.begin(), need.levels.end());
    return session;
}

}  // namespace

std::vector<JointSession> find_joint_sessions(const Framework& framework,
                                              const Curriculum& curriculum, const ShownGaps* gaps) {
    const Families families(framework);
    const std::vector<NeedsByLevel> needs = find_needs(framework, curriculum, families);
    std::map<std::pair<std::set<Family>, std::set<LevelId>>, std::size_t> known;
    std::vector<JointSession> sessions;
    for (const CurriculumRow& row : curriculum.rows) {
        const auto need = find_shared(needs[row.competence.index], families);
        if (!need) continue;
        const auto [place, is_new] =
            known.try_emplace({need->families, need->levels}, sessions.size());
        if (is_new) sessions.push_back(make_session(*need, families));
        JointSession& session = sessions[place->second];
        session.competences.push_back({row.competence,
                                       {need->roles.begin(), need->roles.end()},
                                       open_to_all(row, need->levels),
                                       lacking_in(gaps, row.competence, session.families)});
    }
    std::stable_sort(sessions.begin(), sessions.end(),
                     [](const JointSession& a, const JointSession& b) {
                         if (a.families.size() != b.families.size())
                             return a.families.size() > b.families.size();
                         return a.levels.size() > b.levels.size();
                     });
    return sessions;
}

}  // namespace hcf
