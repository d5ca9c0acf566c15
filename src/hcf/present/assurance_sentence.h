// SPDX-License-Identifier: Apache-2.0
// The sentence of the draft that an evidence pack answers, as the draft prints it. Private to
// present/.
#pragma once

#include <string_view>

namespace hcf {

inline constexpr std::string_view kAnsweredSentence =
    "The framework supports recruitment, retention and workforce flexibility enables employers and "
    "managers to demonstrate that the staff they employ/manage meet core competences or have "
    "developmental plans in place along with the necessary supervision to ensure patient safety "
    "and meet the needs of individuals.";

/// Where it stands.
inline constexpr std::string_view kAnsweredDocument =
    "Clinical Homecare Career and Competence Framework, DRAFT for Consultation V4.5 27.11.24";
inline constexpr std::string_view kAnsweredSection = "Who is this framework for?";
inline constexpr std::string_view kAnsweredHeading = "Employers";

}  // namespace hcf
