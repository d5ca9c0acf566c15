// SPDX-License-Identifier: Apache-2.0
// What of one assessment the rules of the whole run need: who it is about, what they may assess,
// and who assessed them. It outlives the document.
#pragma once

#include "hcf/base/date.h"
#include "hcf/diag/source.h"
#include "hcf/model/framework.h"
#include "hcf/rules/assessment_facts.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// Somebody else who judged, named by id or name.
struct AssessorMention {
    std::string name;  ///< as written
    std::string key;   ///< for comparison, by name_key
    Position begin;    ///< where they are first named
    Position end;
    std::vector<CompetenceId> competences;  ///< what they judged
};

struct PersonNote {
    std::string id;
    std::string name_key;  ///< empty where no name is given
    std::optional<LevelId> level;
    std::optional<Date> assessed;  ///< the document's own
    Position begin;                ///< of person.id
    Position end;
    std::vector<CompetenceId> may_not_assess;  ///< own ratings whose value says so
    std::vector<AssessorMention> assessors;    ///< in the order of the file, each once
};

/// The note of an assessment; nothing where it names no person. `source` is its document.
[[nodiscard]] std::optional<PersonNote> note_person(const AssessmentFacts& facts,
                                                    const Source& source);

}  // namespace hcf
