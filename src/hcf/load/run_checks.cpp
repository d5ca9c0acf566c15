// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/run_checks.h"

#include "hcf/rules/run_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace hcf {

std::uint32_t RunChecks::keep(const std::vector<CompetenceId>& competences) {
    const std::size_t begin = bits_.size();
    bits_.resize(begin + words_);
    for (const CompetenceId competence : competences)
        bits_[begin + competence.index / 64] |= std::uint64_t{1} << (competence.index % 64);
    return static_cast<std::uint32_t>(begin);
}

bool RunChecks::has(std::uint32_t bits, CompetenceId competence) const {
    return ((bits_[bits + competence.index / 64] >> (competence.index % 64)) & 1U) != 0;
}

void RunChecks::note(const PersonNote& note, std::uint32_t file, std::uint32_t document) {
    const Place place = {file, document, note.begin, note.end};
    if (const auto first = places_.note(note.id, note.assessed, {file, note.begin}))
        repeated_.push_back({place, *first});
    for (const AssessorMention& mention : note.assessors) {
        mentions_.push_back({hash_text(mention.name), hash_text(mention.key),
                             Place{file, document, mention.begin, mention.end},
                             keep(mention.competences)});
    }
    const std::uint64_t id = hash_text(note.id);
    const auto position = static_cast<std::uint32_t>(people_.size());
    const auto [known, is_new] = by_id_.try_emplace(id, position);
    // Of several assessments of one person, the latest says what they may do now.
    if (!is_new && !(people_[known->second].assessed < note.assessed)) return;
    const Person person = {id,         note.name_key.empty() ? 0 : hash_text(note.name_key),
                           note.level, note.assessed,
                           place,      keep(note.may_not_assess)};
    if (is_new)
        people_.push_back(person);
    else
        people_[known->second] = person;
}

RunChecks::Names RunChecks::names() const {
    Names result;
    for (std::uint32_t i = 0; i < people_.size(); ++i) {
        if (people_[i].name == 0) continue;
        const auto [place, is_new] = result.try_emplace(people_[i].name, i);
        if (!is_new) place->second = std::nullopt;  // two people of one name: it says nothing
    }
    return result;
}

/// Whoever is meant; nullptr where nobody in the run is, or it may be one of two.
const RunChecks::Person* RunChecks::find(const Mention& mention, const Names& names) const {
    const auto by_id = by_id_.find(mention.id);
    const auto by_name = names.find(mention.name);
    if (by_id == by_id_.end() && by_name == names.end()) return nullptr;
    if (by_name == names.end()) return &people_[by_id->second];
    if (!by_name->second) return nullptr;
    if (by_id != by_id_.end() && by_id->second != *by_name->second) return nullptr;
    return &people_[*by_name->second];
}

namespace {

Finding finding_at(const RuleInfo& rule, const std::string& file, std::uint32_t document,
                   Position begin, Position end) {
    Finding finding;
    finding.rule = &rule;
    finding.severity = rule.severity;
    finding.file = file;
    finding.document = document;
    finding.begin = begin;
    finding.end = end;
    return finding;
}

}  // namespace

Finding RunChecks::same_person(const Repeated& repeated, const NameOf& name_of) const {
    const Place& place = repeated.place;
    Finding finding = finding_at(run_rules::kSamePersonTwice, name_of(place.file), place.document,
                                 place.begin, place.end);
    finding.message = "this person has an assessment of the same day already";
    finding.help = "keep one, or give each the day on which it was assessed";
    finding.related.push_back(
        {name_of(repeated.first.file), repeated.first.at, "the first one is here"});
    return finding;
}

std::optional<Finding> RunChecks::below_level(const Mention& mention, const Person& assessor,
                                              const NameOf& name_of) const {
    if (!assessor.level) return std::nullopt;
    std::string list;
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) {
        const Competence& competence = framework_.competences[i];
        if (!competence.assess_at || !has(mention.bits, {i})) continue;
        if (!(*assessor.level < *competence.assess_at)) continue;
        list += fmt::format("{}'{}' for '{}'", list.empty() ? "" : ", ",
                            framework_.at(*competence.assess_at).id, competence.id);
    }
    if (list.empty()) return std::nullopt;
    const Place& place = mention.place;
    Finding finding = finding_at(run_rules::kAssessorBelowLevel, name_of(place.file),
                                 place.document, place.begin, place.end);
    finding.message =
        fmt::format("the assessor's own level, '{}', is below that asked of an assessor: {}",
                    framework_.at(*assessor.level).id, list);
    finding.help = "have it confirmed by somebody at that level or above";
    finding.related.push_back(
        {name_of(assessor.place.file), assessor.place.begin, "the assessor's own assessment"});
    return finding;
}

std::optional<Finding> RunChecks::may_not_assess(const Mention& mention, const Person& assessor,
                                                 const NameOf& name_of) const {
    std::string list;
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) {
        if (!has(mention.bits, {i}) || !has(assessor.bits, {i})) continue;
        list += fmt::format("{}'{}'", list.empty() ? "" : ", ", framework_.competences[i].id);
    }
    if (list.empty()) return std::nullopt;
    const Place& place = mention.place;
    Finding finding = finding_at(run_rules::kAssessorMayNotAssess, name_of(place.file),
                                 place.document, place.begin, place.end);
    finding.message =
        fmt::format("the assessor's own rating does not let them assess others in {}", list);
    finding.help = "have it confirmed by somebody whose rating does";
    finding.related.push_back(
        {name_of(assessor.place.file), assessor.place.begin, "the assessor's own assessment"});
    return finding;
}

/// Everything that may have to be told, in input order; at one place in the order of the rules'
/// ids, which is that of the questions.
std::vector<RunChecks::Candidate> RunChecks::candidates() const {
    std::vector<Candidate> result;
    result.reserve(2 * mentions_.size() + repeated_.size());
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
        const Place& place = mentions_[i].place;
        result.push_back({place.file, place.begin, Question::below_level, i});
        result.push_back({place.file, place.begin, Question::may_not_assess, i});
    }
    for (std::uint32_t i = 0; i < repeated_.size(); ++i)
        result.push_back(
            {repeated_[i].place.file, repeated_[i].place.begin, Question::same_person, i});
    std::sort(result.begin(), result.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.file, a.begin.line, a.begin.column, a.question, a.index) <
               std::tie(b.file, b.begin.line, b.begin.column, b.question, b.index);
    });
    return result;
}

void RunChecks::tell(const NameOf& name_of, const std::function<void(Finding)>& use) const {
    const Names known = names();
    for (const Candidate& candidate : candidates()) {
        if (candidate.question == Question::same_person) {
            use(same_person(repeated_[candidate.index], name_of));
            continue;
        }
        const Mention& mention = mentions_[candidate.index];
        const Person* assessor = find(mention, known);
        if (assessor == nullptr) continue;
        auto finding = candidate.question == Question::below_level
                           ? below_level(mention, *assessor, name_of)
                           : may_not_assess(mention, *assessor, name_of);
        if (finding) use(std::move(*finding));
    }
}

}  // namespace hcf
