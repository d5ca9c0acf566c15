// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/transfer.h"

#include "hcf/base/assert.h"
#include "hcf/model/standing.h"

#include <algorithm>

namespace hcf {
namespace {

/// True where a rating on one scale says the same on the other.
bool is_same_scale(const Scale& a, const Scale& b) {
    return a.id == b.id && std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                                      b.values.end(), [](const ScaleValue& x, const ScaleValue& y) {
                                          return x.id == y.id && x.counts_as == y.counts_as;
                                      });
}

TransferReason reason_of(Doubt doubt) {
    switch (doubt) {
        case Doubt::weaker_basis: return TransferReason::not_accepted;
        case Doubt::shown_below: return TransferReason::shown_below;
        case Doubt::undated: return TransferReason::undated;
        case Doubt::other_scale: return TransferReason::other_scale;
        case Doubt::none: break;
    }
    HCF_ASSERT(false);
    return TransferReason::not_accepted;
}

/// What one rated competence of the source says of one that the target asks.
struct Witness {
    CompetenceId competence;  ///< of the source
    const Rating* rating = nullptr;
    Status status = Status::not_assessed;
    bool is_same = false;

    /// It speaks for the person, whatever has become of it since.
    [[nodiscard]] bool is_favourable() const {
        return !rating->value->not_applicable &&
               (status == Status::met || status == Status::expired ||
                status == Status::unconfirmed);
    }
};

class TransferBuilder {
public:
    TransferBuilder(const Move& move, const Assessment& assessment,
                    const RequirementSet& requirements, const JudgeOptions& options);

    [[nodiscard]] TransferRow row(const Requirement& asked) const;
    [[nodiscard]] std::vector<CompetenceId> held() const;

private:
    [[nodiscard]] std::vector<Witness> witnesses(const Requirement& asked,
                                                 const std::vector<CompetenceId>& of) const;
    [[nodiscard]] TransferReason status_reason(const Requirement& asked,
                                               const Witness& witness) const;
    [[nodiscard]] bool is_refused(const Requirement& asked, const std::vector<Witness>& direct,
                                  const std::vector<Witness>& chained) const;
    void rest_on(TransferRow& row, CompetenceId from) const;
    void weigh(TransferRow& row, const Requirement& asked,
               const std::vector<Witness>& direct) const;
    void follow_chains(TransferRow& row, const std::vector<Witness>& chained) const;
    void explain_new(TransferRow& row, const Requirement& asked, const std::vector<Witness>& direct,
                     const std::vector<Witness>& chained) const;

    const Move& move_;
    const Assessment& assessment_;
    const RequirementSet& requirements_;
    const JudgeOptions& options_;
    std::vector<Rating> ratings_;  ///< as the target reads them, beside those of the assessment
    Assessment there_;             ///< what the target knows of them as it is: the same competences
};

TransferBuilder::TransferBuilder(const Move& move, const Assessment& assessment,
                                 const RequirementSet& requirements, const JudgeOptions& options)
    : move_(move), assessment_(assessment), requirements_(requirements), options_(options) {
    ratings_.reserve(assessment.ratings.size());
    for (const Rating& rating : assessment.ratings) {
        ratings_.push_back(move.carry(rating));
        const auto same = move.crosswalk().same_there(rating.competence);
        if (!same) continue;
        there_.ratings.push_back(ratings_.back());
        there_.ratings.back().competence = *same;
    }
    std::sort(there_.ratings.begin(), there_.ratings.end(),
              [](const Rating& a, const Rating& b) { return a.competence < b.competence; });
}

/// Those of the competences that have a value, in framework order.
std::vector<Witness> TransferBuilder::witnesses(const Requirement& asked,
                                                const std::vector<CompetenceId>& of) const {
    std::vector<Witness> result;
    for (const CompetenceId competence : of) {
        const Rating* given = assessment_.find(competence);
        if (given == nullptr || !given->value) continue;
        const Rating& rating =
            ratings_[static_cast<std::size_t>(given - assessment_.ratings.data())];
        const Status status =
            judge(move_.target(), asked.competence, &rating, asked.asked_at, asked.needs, options_);
        const bool is_same = move_.crosswalk().of(asked.competence).same == competence;
        result.push_back({competence, &rating, status, is_same});
    }
    return result;
}

/// What keeps a rating that is not met from being so.
TransferReason TransferBuilder::status_reason(const Requirement& asked,
                                              const Witness& witness) const {
    if (witness.rating->value->not_applicable) return TransferReason::not_applicable;
    switch (witness.status) {
        case Status::expired: return TransferReason::expired;
        case Status::unconfirmed:
            return reason_of(doubt_of(move_.target(), asked.competence, *witness.rating,
                                      asked.asked_at, asked.needs, options_));
        case Status::partial:
            return says_met(move_.target(), *witness.rating) ? TransferReason::below_needs
                                                             : TransferReason::partial;
        case Status::not_met: return TransferReason::not_met;
        case Status::met:
        case Status::not_assessed:
        case Status::not_applicable: break;
    }
    HCF_ASSERT(false);
    return TransferReason::not_assessed;
}

/// Supersession never overrules what was said outright. Where the very competence is not known
/// here, what stands for it says so in its place.
bool TransferBuilder::is_refused(const Requirement& asked, const std::vector<Witness>& direct,
                                 const std::vector<Witness>& chained) const {
    const CompetenceTies& counterparts = move_.crosswalk().of(asked.competence);
    if (counterparts.same && !counterparts.other_version) return false;
    const auto speaks_against = [](const Witness& witness) { return !witness.is_favourable(); };
    return std::any_of(direct.begin(), direct.end(), speaks_against) ||
           std::any_of(chained.begin(), chained.end(), speaks_against);
}

void TransferBuilder::rest_on(TransferRow& row, CompetenceId from) const {
    row.from = from;
    row.rating = assessment_.find(from);
    HCF_ASSERT(row.rating != nullptr);
    row.valid_until = last_valid_day(move_.target().at(row.competence), *row.rating);
}

/// Decides where what is rated speaks of it directly, and something of that is favourable.
void TransferBuilder::weigh(TransferRow& row, const Requirement& asked,
                            const std::vector<Witness>& direct) const {
    const Witness& witness = *std::find_if(direct.begin(), direct.end(),
                                           [](const Witness& one) { return one.is_favourable(); });
    const CompetenceTies& counterparts = move_.crosswalk().of(asked.competence);
    const std::vector<CompetenceId>& there = move_.crosswalk().tied_there(witness.competence);
    row.recognition = Recognition::reconfirm;
    rest_on(row, witness.competence);
    // A tie to half of a thing must not pass for the whole: so ties count whether or not they are
    // rated, and so do those to what the role there does not ask.
    const bool has_rivals = !witness.is_same && (counterparts.tied.size() > 1 || there.size() > 1);
    if (direct.size() > 1 || has_rivals) {
        row.reason = TransferReason::ambiguous;
        if (witness.is_same) return;
        for (const CompetenceId other : there) {
            if (other != row.competence) row.also_there.push_back(other);
        }
    } else if (witness.is_same && counterparts.other_version) {
        row.reason = TransferReason::other_version;
    } else if (witness.status == Status::met) {
        row.recognition = Recognition::recognised_as;
    } else {
        row.reason = status_reason(asked, witness);
    }
}

/// Lets the row rest on what only a chain of ties leads to, if that is favourable.
void TransferBuilder::follow_chains(TransferRow& row, const std::vector<Witness>& chained) const {
    for (const Witness& witness : chained) {
        if (!witness.is_favourable()) continue;
        if (!row.from) {
            row.recognition = Recognition::reconfirm;
            row.reason = TransferReason::chain;
            rest_on(row, witness.competence);
        }
        row.counterparts.push_back(witness.competence);
    }
    std::sort(row.counterparts.begin(), row.counterparts.end());
}

void TransferBuilder::explain_new(TransferRow& row, const Requirement& asked,
                                  const std::vector<Witness>& direct,
                                  const std::vector<Witness>& chained) const {
    const CompetenceTies& counterparts = move_.crosswalk().of(asked.competence);
    const auto same = std::find_if(direct.begin(), direct.end(),
                                   [](const Witness& witness) { return witness.is_same; });
    if (same != direct.end())
        row.reason = status_reason(asked, *same);
    else if (!direct.empty())
        row.reason = status_reason(asked, direct.front());
    else if (!chained.empty())
        row.reason = status_reason(asked, chained.front());
    else if (counterparts.same_id_only)
        row.reason = TransferReason::same_id_only;
    else if (!row.counterparts.empty() || !counterparts.chained.empty())
        row.reason = TransferReason::not_assessed;
    else
        row.reason = TransferReason::no_counterpart;
}

TransferRow TransferBuilder::row(const Requirement& asked) const {
    const CompetenceTies& counterparts = move_.crosswalk().of(asked.competence);
    TransferRow row;
    row.competence = asked.competence;
    row.asked_at = asked.asked_at;
    row.needs = asked.needs;
    row.counterparts = counterparts.tied;
    if (counterparts.same) {
        row.counterparts.insert(
            std::lower_bound(row.counterparts.begin(), row.counterparts.end(), *counterparts.same),
            *counterparts.same);
    }
    const std::vector<Witness> direct = witnesses(asked, row.counterparts);
    const std::vector<Witness> chained = witnesses(asked, counterparts.chained);
    const Standing standing = judge_asked(move_.target(), there_, requirements_, asked, options_);
    if (standing.status == Status::met &&
        !(standing.through && is_refused(asked, direct, chained))) {
        row.recognition = Recognition::recognised;
        if (standing.through) row.reason = TransferReason::superseded;
        const CompetenceId by = standing.through.value_or(asked.competence);
        rest_on(row, *move_.crosswalk().of(by).same);
        if (standing.through) row.valid_until = last_valid_day(move_.target().at(by), *row.rating);
        return row;
    }
    if (std::any_of(direct.begin(), direct.end(),
                    [](const Witness& witness) { return witness.is_favourable(); })) {
        weigh(row, asked, direct);
        return row;
    }
    follow_chains(row, chained);
    if (!row.from) explain_new(row, asked, direct, chained);
    return row;
}

/// What is met under the source by its own rating, asked or not.
std::vector<CompetenceId> TransferBuilder::held() const {
    std::vector<CompetenceId> result;
    for (const Rating& rating : assessment_.ratings) {
        const Status status =
            judge(move_.source(), rating.competence, &rating, std::nullopt, std::nullopt, options_);
        if (status == Status::met) result.push_back(rating.competence);
    }
    return result;
}

/// The overlay that defines a role; nullptr for one of the framework.
const OverlayInfo* definer_of(const Framework& framework, const Role& role) {
    const auto place =
        std::find_if(framework.overlays.begin(), framework.overlays.end(),
                     [&](const OverlayInfo& overlay) { return overlay.from == role.from; });
    return place == framework.overlays.end() ? nullptr : &*place;
}

/// True for the framework on both sides, and for one overlay in one version.
bool is_same_origin(const OverlayInfo* a, const OverlayInfo* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return a->id == b->id && a->version == b->version;
}

/// Where the target gives the value of the same id on its scale of the same name less than it
/// counts as here, it counts as that; it never counts as more.
std::optional<RatingValue> lesser_there(const Framework& target, std::size_t own_scales,
                                        const RatingValue& value) {
    const Scale& here = target.at(value.scale);
    for (std::uint32_t i = 0; i < own_scales; ++i) {
        const Scale& there = target.scales[i];
        if (there.id != here.id) continue;
        const auto position = find_value(there, here.values[value.value].id);
        if (!position || there.values[*position].counts_as >= here.values[value.value].counts_as)
            return std::nullopt;
        return RatingValue{false, ScaleId{i}, *position};
    }
    return std::nullopt;
}

void count(const TransferRow& row, TransferSummary& summary) {
    ++summary.required;
    switch (row.recognition) {
        case Recognition::recognised:
        case Recognition::recognised_as: break;
        case Recognition::reconfirm: ++summary.reconfirm; return;
        case Recognition::new_there: ++summary.new_there; return;
    }
    ++summary.recognised;
    if (row.recognition == Recognition::recognised_as) ++summary.as_another;
    if (row.rating->basis.value_or(Basis::self) == Basis::self) ++summary.by_themselves;
    if (row.rating->evidence.empty()) ++summary.without_evidence;
    if (row.rating->shown_at < row.asked_at) ++summary.shown_below;
}

}  // namespace

Move::Move(const Framework& source, Framework target)
    : source_(source), target_(std::move(target)), crosswalk_(source, target_) {
    HCF_ASSERT(source.levels.size() == target_.levels.size());
    const std::size_t own = target_.scales.size();
    own_scales_ = own;
    for (const Scale& scale : source.scales) {
        const auto end = target_.scales.begin() + static_cast<std::ptrdiff_t>(own);
        const auto place = std::find_if(target_.scales.begin(), end, [&](const Scale& known) {
            return is_same_scale(known, scale);
        });
        const auto index = static_cast<std::uint32_t>(
            place == end ? target_.scales.size()
                         : static_cast<std::size_t>(place - target_.scales.begin()));
        if (place == end) target_.scales.push_back(scale);
        scale_there_.push_back({index});
    }
}

std::optional<Person> Move::carry(const Person& person) const {
    Person there = person;
    if (person.role) {
        const Role& here = source_.at(*person.role);
        there.role = target_.find_role(here.id);
        // An alias or title may be what is an id here: it is another role, and so is one that both
        // sides define for themselves.
        if (!there.role || target_.at(*there.role).id != here.id ||
            !is_same_origin(definer_of(source_, here),
                            definer_of(target_, target_.at(*there.role))) ||
            !stands_at(target_.at(*there.role), person.level))
            return std::nullopt;
    }
    for (Overlap& overlap : there.overlaps) {
        std::vector<CompetenceId> known;
        for (const CompetenceId competence : overlap.competences) {
            if (const auto same = crosswalk_.same_there(competence)) known.push_back(*same);
        }
        overlap.competences = std::move(known);
    }
    return there;
}

Rating Move::carry(const Rating& rating) const {
    Rating there;
    there.competence = rating.competence;
    there.value = rating.value;
    if (there.value && !there.value->not_applicable) {
        there.value->scale = scale_there_[there.value->scale.index];
        if (there.value->scale.index >= own_scales_) {
            if (const auto lesser = lesser_there(target_, own_scales_, *there.value))
                there.value = lesser;
        }
    }
    there.assessed = rating.assessed;
    there.basis = rating.basis;
    there.shown_at = rating.shown_at;
    there.valid_until = rating.valid_until;
    return there;
}

TransferAnalysis analyse_transfer(const Move& move, const Assessment& assessment,
                                  const Target& target, const JudgeOptions& options) {
    const auto person = move.carry(assessment.person);
    HCF_ASSERT(person || target.kind != TargetKind::own);
    const RequirementSet requirements =
        requirements_of(move.target(), person ? *person : assessment.person, target);
    const TransferBuilder builder(move, assessment, requirements, options);
    TransferAnalysis analysis;
    analysis.assessment = &assessment;
    analysis.target = target;
    analysis.core_only = is_core_only(move.target(), requirements);
    analysis.same_core_as = same_core_as(move.target(), target.level);
    CompetenceSet accounted;
    for (const Requirement& asked : requirements) {
        if (!asked.essential) continue;
        TransferRow row = builder.row(asked);
        for (const CompetenceId here : row.counterparts) accounted.insert(here);
        count(row, analysis.summary);
        analysis.rows.push_back(std::move(row));
    }
    for (const CompetenceId here : builder.held()) {
        if (accounted.contains(here)) continue;
        analysis.unmatched.push_back(here);
        if (move.crosswalk().is_known_there(here)) analysis.beyond.push_back(here);
    }
    return analysis;
}

}  // namespace hcf
