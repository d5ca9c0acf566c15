// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/staffing.h"

#include "hcf/analysis/role_sets.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace hcf {
namespace {

std::int64_t as_signed(std::size_t size) { return static_cast<std::int64_t>(size); }

PostDemand make_post_demand(const Framework& framework, RequirementSet requirements,
                            LevelId level) {
    PostDemand demand;
    demand.level = level;
    demand.core_only = is_core_only(framework, requirements);
    for (const Requirement& asked : requirements) demand.required += asked.essential ? 1 : 0;
    demand.requirements = std::move(requirements);
    return demand;
}

/// Posts that ask the same of the same roles cost everybody the same.
struct Column {
    const Post* post = nullptr;  ///< the first of them
    std::size_t demand = 0;
};

/// Who may take what, and what they have of it.
struct Matching {
    SeatingProblem problem;
    std::vector<Column> columns;
    std::vector<PostFigures> figures;  ///< by member, then by column; where the post takes the role
};

bool is_same_column(const Post& a, const Post& b) {
    const auto roles_of = [](const Post& post) {
        std::vector<RoleId> roles = post.accept_roles;
        if (post.role) roles.push_back(*post.role);
        std::sort(roles.begin(), roles.end());
        return roles;
    };
    const bool is_same_threshold = a.min_readiness.digits * power_of_ten(b.min_readiness.places) ==
                                   b.min_readiness.digits * power_of_ten(a.min_readiness.places);
    return is_same_threshold && a.role.has_value() == b.role.has_value() &&
           roles_of(a) == roles_of(b);
}

class StaffingBuilder {
public:
    StaffingBuilder(const Framework& framework, const Service& service, const ServiceDemand& demand,
                    const std::vector<StaffingMember>& members, const JudgeOptions& options)
        : framework_(framework),
          service_(service),
          demand_(demand),
          members_(members),
          options_(options) {}

    [[nodiscard]] Staffing build();

private:
    void find_columns();
    void price_members();
    void seat_members();
    [[nodiscard]] std::vector<std::size_t> find_below(std::size_t post);
    void find_nearest(std::size_t post, std::vector<std::size_t> below,
                      const std::vector<bool>& is_spare);
    void look_around();
    [[nodiscard]] NearMember near_member(std::size_t post, std::size_t member, bool is_spare) const;
    [[nodiscard]] bool is_of_role(std::size_t post, std::size_t member) const {
        return takes_role(service_.posts[post], members_[member].assessment.person.role);
    }
    [[nodiscard]] const PostFigures& figures(std::size_t post, std::size_t member) const {
        return matching_
            .figures[member * matching_.columns.size() + matching_.problem.column_of[post]];
    }

    const Framework& framework_;
    const Service& service_;
    const ServiceDemand& demand_;
    const std::vector<StaffingMember>& members_;
    const JudgeOptions& options_;
    Matching matching_;
    Staffing staffing_;
};

void StaffingBuilder::find_columns() {
    SeatingProblem& problem = matching_.problem;
    std::unordered_map<std::size_t, std::vector<std::size_t>> by_demand;  // looked up only
    for (std::size_t post = 0; post < service_.posts.size(); ++post) {
        const Post& wanted = service_.posts[post];
        problem.seats.push_back(wanted.count);
        auto& alike = by_demand[demand_.demand_of[post]];
        const auto same = std::find_if(alike.begin(), alike.end(), [&](std::size_t column) {
            return is_same_column(*matching_.columns[column].post, wanted);
        });
        if (same != alike.end()) {
            problem.column_of.push_back(*same);
            continue;
        }
        alike.push_back(matching_.columns.size());
        problem.column_of.push_back(matching_.columns.size());
        matching_.columns.push_back({&wanted, demand_.demand_of[post]});
    }
    problem.columns = matching_.columns.size();
    problem.people = members_.size();
}

void StaffingBuilder::price_members() {
    SeatingProblem& problem = matching_.problem;
    problem.prices.assign(problem.people * problem.columns, kMayNot);
    matching_.figures.resize(problem.prices.size());
    FigureCounter counter(framework_, options_);
    std::vector<std::optional<PostFigures>> counted(demand_.demands.size());
    for (std::size_t member = 0; member < members_.size(); ++member) {
        counter.begin(members_[member]);
        counted.assign(counted.size(), std::nullopt);
        for (std::size_t column = 0; column < problem.columns; ++column) {
            const auto& [post, demand] = matching_.columns[column];
            if (!takes_role(*post, members_[member].assessment.person.role)) continue;
            const PostDemand& asked = demand_.demands[demand];
            if (!counted[demand]) counted[demand] = counter.count(asked);
            const std::size_t place = member * problem.columns + column;
            matching_.figures[place] = *counted[demand];
            const auto readiness = readiness_of(*counted[demand], asked);
            if (readiness && reaches(*readiness, post->min_readiness))
                problem.prices[place] = static_cast<std::int32_t>(counted[demand]->missing());
        }
    }
}

void StaffingBuilder::seat_members() {
    staffing_.seating = find_seating(matching_.problem);
    for (std::size_t member = 0; member < members_.size(); ++member) {
        const std::size_t post = staffing_.seating[member];
        if (post == kNoPost) {
            staffing_.unassigned.push_back(member);
            continue;
        }
        ++staffing_.filled;
        staffing_.posts[post].members.push_back(
            stand_for_post(framework_, members_, member, demand_.of(post), options_));
        staffing_.missing += as_signed(staffing_.posts[post].members.back().missing.size());
    }
}

/// The least number of what is missing that would do.
std::int64_t count_short(const PostFigures& figures, const Decimal& threshold) {
    if (figures.applicable == 0) return 0;
    std::int64_t met = figures.met;
    while (!reaches({met, figures.applicable}, threshold)) ++met;
    return met - figures.met;
}

NearMember StaffingBuilder::near_member(std::size_t post, std::size_t member, bool is_spare) const {
    NearMember near;
    near.standing = stand_for_post(framework_, members_, member, demand_.of(post), options_);
    near.short_by = count_short(near.standing.figures, service_.posts[post].min_readiness);
    if (staffing_.seating[member] != kNoPost) near.seat_in = staffing_.seating[member];
    near.would_fill = is_spare;
    return near;
}

/// Members of the post's roles who are not ready enough for it; the others are counted.
std::vector<std::size_t> StaffingBuilder::find_below(std::size_t post) {
    StaffedPost& staffed = staffing_.posts[post];
    std::vector<std::size_t> below;
    for (std::size_t member = 0; member < members_.size(); ++member) {
        if (!is_of_role(post, member)) continue;
        if (matching_.problem.may(post, member))
            ++staffed.able;
        else
            below.push_back(member);
    }
    staffed.below = as_signed(below.size());
    return below;
}

/// The readiest first, then those who miss the least, then the order of the team.
void StaffingBuilder::find_nearest(std::size_t post, std::vector<std::size_t> below,
                                   const std::vector<bool>& is_spare) {
    const auto is_nearer = [&](std::size_t a, std::size_t b) {
        const PostFigures& x = figures(post, a);
        const PostFigures& y = figures(post, b);
        if ((x.applicable == 0) != (y.applicable == 0)) return y.applicable == 0;  // n/a
        const Ratio ready_x{x.met, x.applicable};
        const Ratio ready_y{y.met, y.applicable};
        if (!(ready_x == ready_y)) return ready_y < ready_x;
        return std::make_tuple(x.missing(), a) < std::make_tuple(y.missing(), b);
    };
    const std::size_t told = std::min(kNearest, below.size());
    std::partial_sort(below.begin(), below.begin() + as_signed(told), below.end(), is_nearer);
    for (std::size_t i = 0; i < told; ++i) {
        staffing_.posts[post].nearest.push_back(near_member(post, below[i], is_spare[below[i]]));
    }
}

/// Why seats stay empty, and who could change that. One more for a post that competes with an empty
/// one frees somebody for it: nearest to either is near.
void StaffingBuilder::look_around() {
    staffing_.conflicts = find_conflicts(matching_.problem, staffing_.seating);
    std::vector<bool> is_contested(service_.posts.size());
    for (const SeatConflict& conflict : staffing_.conflicts) {
        for (const std::size_t post : conflict.posts) is_contested[post] = true;
    }
    const std::vector<bool> is_spare = find_spare_people(matching_.problem, staffing_.seating);
    for (std::size_t post = 0; post < service_.posts.size(); ++post) {
        std::vector<std::size_t> below = find_below(post);
        if (is_contested[post]) find_nearest(post, std::move(below), is_spare);
    }
}

Staffing StaffingBuilder::build() {
    find_columns();
    price_members();
    staffing_.posts.resize(service_.posts.size());
    seat_members();
    look_around();
    return std::move(staffing_);
}

}  // namespace

ServiceDemand make_demand(const Framework& framework, const Service& service) {
    ServiceDemand demand;
    std::unordered_map<std::string, std::size_t> known;  // looked up only
    std::map<LevelId, std::int64_t> levels;
    std::map<RoleId, std::int64_t> roles;
    std::map<CompetenceId, std::int64_t> competences;
    demand.core_only = true;
    for (const Post& post : service.posts) {
        RequirementSet requirements = requirements_of_post(framework, post);
        const auto [place, is_new] = known.emplace(key_of(requirements), demand.demands.size());
        if (is_new) {
            demand.demands.push_back(
                make_post_demand(framework, std::move(requirements), post.level));
        }
        demand.demand_of.push_back(place->second);
        const PostDemand& asked = demand.demands[place->second];
        demand.core_only = demand.core_only && asked.core_only;
        demand.seats += post.count;
        levels[post.level] += post.count;
        if (post.role) roles[*post.role] += post.count;
        for (const Requirement& requirement : asked.requirements) {
            if (requirement.essential) competences[requirement.competence] += post.count;
        }
    }
    demand.levels.assign(levels.begin(), levels.end());
    demand.roles.assign(roles.begin(), roles.end());
    demand.competences.assign(competences.begin(), competences.end());
    return demand;
}

Staffing staff_service(const Framework& framework, const Service& service,
                       const ServiceDemand& demand, const std::vector<StaffingMember>& members,
                       const JudgeOptions& options) {
    return StaffingBuilder(framework, service, demand, members, options).build();
}

}  // namespace hcf
