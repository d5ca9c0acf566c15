// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/run_checks.h"

#include "hcf/rules/run_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace hcf {

/// The findings, with what they are sorted by.
struct RunChecks::Told {
    const std::function<std::string(std::uint32_t)>& name_of;
    std::vector<std::pair<std::uint32_t, Finding>> by_file;

    Finding& add(const RuleInfo& rule, const Place& place, std::string message, std::string help) {
        Finding finding;
        finding.rule = &rule;
        finding.severity = rule.severity;
        finding.file = name_of(place.file);
        finding.document = place.document;
        finding.begin = place.begin;
        finding.end = place.end;
        finding.message = std::move(message);
        finding.help = std::move(help);
        by_file.emplace_back(place.file, std::move(finding));
        return by_file.back().second;
    }
};

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

void RunChecks::tell_below_level(const Mention& mention, const Person& assessor, Told& told) const {
    if (!assessor.level) return;
    std::string list;
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) {
        const Competence& competence = framework_.competences[i];
        if (!competence.assess_at || !has(mention.bits, {i})) continue;
        if (!(*assessor.level < *competence.assess_at)) continue;
        list += fmt::format("{}'{}' for '{}'", list.empty() ? "" : ", ",
                            framework_.at(*competence.assess_at).id, competence.id);
    }
    if (list.empty()) return;
    Finding& finding = told.add(
        run_rules::kAssessorBelowLevel, mention.place,
        fmt::format("the assessor's own level, '{}', is below that asked of an assessor: {}",
                    framework_.at(*assessor.level).id, list),
        "have it confirmed by somebody at that level or above");
    finding.related.push_back(
        {told.name_of(assessor.place.file), assessor.place.begin, "the assessor's own assessment"});
}

void RunChecks::tell_may_not_assess(const Mention& mention, const Person& assessor,
                                    Told& told) const {
    std::string list;
    for (std::uint32_t i = 0; i < framework_.competences.size(); ++i) {
        if (!has(mention.bits, {i}) || !has(assessor.bits, {i})) continue;
        list += fmt::format("{}'{}'", list.empty() ? "" : ", ", framework_.competences[i].id);
    }
    if (list.empty()) return;
    Finding& finding = told.add(
        run_rules::kAssessorMayNotAssess, mention.place,
        fmt::format("the assessor's own rating does not let them assess others in {}", list),
        "have it confirmed by somebody whose rating does");
    finding.related.push_back(
        {told.name_of(assessor.place.file), assessor.place.begin, "the assessor's own assessment"});
}

std::vector<Finding> RunChecks::findings(
    const std::function<std::string(std::uint32_t)>& name_of) const {
    Told told = {name_of, {}};
    for (const Repeated& one : repeated_) {
        Finding& finding = told.add(run_rules::kSamePersonTwice, one.place,
                                    "this person has an assessment of the same day already",
                                    "keep one, or give each the day on which it was assessed");
        finding.related.push_back({name_of(one.first.file), one.first.at, "the first one is here"});
    }
    const Names known = names();
    for (const Mention& mention : mentions_) {
        const Person* assessor = find(mention, known);
        if (assessor == nullptr) continue;
        tell_below_level(mention, *assessor, told);
        tell_may_not_assess(mention, *assessor, told);
    }
    std::stable_sort(told.by_file.begin(), told.by_file.end(), [](const auto& a, const auto& b) {
        const auto key = [](const auto& one) {
            return std::make_tuple(one.first, one.second.begin.line, one.second.begin.column,
                                   one.second.rule->id);
        };
        return key(a) < key(b);
    });
    std::vector<Finding> result;
    result.reserve(told.by_file.size());
    for (auto& [file, finding] : told.by_file) result.push_back(std::move(finding));
    return result;
}

}  // namespace hcf
