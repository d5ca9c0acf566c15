// SPDX-License-Identifier: Apache-2.0
// A person in reports, and what every report about people must not leave unsaid (spec 3,
// "Assurance"; spec 5).
#pragma once

#include "hcf/model/assessment.h"
#include "hcf/report/document.h"

#include <string>
#include <string_view>

namespace hcf {

/// What an answer says that rests on core competences alone.
inline constexpr std::string_view kCoreOnly =
    "Core competences only: says nothing of registration, qualification or role-specific skill.";

/// {"id", "name", "organisation", "team", "role", "level"} of a person.
[[nodiscard]] Json person_json(const Framework& framework, const Person& person);

/// "Alice Example (EHC-0042)"; the id alone without a name.
[[nodiscard]] std::string person_heading(const Person& person);

/// "Registered Nurse - Adult, Autonomous Level Practice".
[[nodiscard]] std::string role_and_level(const Framework& framework, const Person& person);

/// "Support Worker at Supportive Level Practice".
[[nodiscard]] std::string role_at_level(const Framework& framework, RoleId role, LevelId level);

/// A heading, and the facts that are known of the person: role and level, overlaps, for whom they
/// work.
[[nodiscard]] Heading make_person_heading(const Person& person);
[[nodiscard]] Facts person_facts(const Framework& framework, const Person& person);

}  // namespace hcf
