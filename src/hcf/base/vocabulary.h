// SPDX-License-Identifier: Apache-2.0
// The closed word lists of the formats (spec 2): an enumeration and its words stand side by side,
// in one order, so that reading, writing, help and schemas cannot drift apart.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hcf {

/// The words of an enumeration, in the order of its enumerators; specialised below for each.
template <class Enum>
struct Words;

/// The word of an enumerator.
template <class Enum, std::size_t Count = Words<Enum>::kList.size()>
[[nodiscard]] constexpr std::string_view to_string(Enum value) {
    return Words<Enum>::kList[static_cast<std::size_t>(value)];
}

/// The enumerator of a word, exactly as listed.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_word(std::string_view word) {
    for (std::size_t i = 0; i < Words<Enum>::kList.size(); ++i) {
        if (Words<Enum>::kList[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

/// Who judged, weakest first.
enum class Basis { self, supervisor, assessor };
template <>
struct Words<Basis> {
    static constexpr std::array<std::string_view, 3> kList = {"self", "supervisor", "assessor"};
};

enum class SupervisionMode { direct, indirect, remote };
template <>
struct Words<SupervisionMode> {
    static constexpr std::array<std::string_view, 3> kList = {"direct", "indirect", "remote"};
};

enum class EvidenceType {
    observation,
    discussion,
    reflection,
    feedback,
    work_product,
    certificate,
    course,
    simulation,
    log,
    transfer,
    other
};
template <>
struct Words<EvidenceType> {
    static constexpr std::array<std::string_view, 11> kList = {
        "observation", "discussion", "reflection", "feedback", "work-product", "certificate",
        "course",      "simulation", "log",        "transfer", "other"};
};

enum class CompetenceKind { core, role };
template <>
struct Words<CompetenceKind> {
    static constexpr std::array<std::string_view, 2> kList = {"core", "role"};
};

/// Whether a National Occupational Standard's code was seen in a public source.
enum class NosStatus { confirmed, unverified };
template <>
struct Words<NosStatus> {
    static constexpr std::array<std::string_view, 2> kList = {"confirmed", "unverified"};
};

/// What a value of a scale counts as, weakest first.
enum class CountsAs { not_met, partial, met };
template <>
struct Words<CountsAs> {
    static constexpr std::array<std::string_view, 3> kList = {"not-met", "partial", "met"};
};

/// The facets of a level's descriptor, in the order in which they are shown (spec 1).
enum class Facet { knowledge, practice, decisions, accountability, leadership, development };
template <>
struct Words<Facet> {
    static constexpr std::array<std::string_view, 6> kList = {
        "knowledge", "practice", "decisions", "accountability", "leadership", "development"};
};

/// The kinds of document (spec 2); the word is what stands before "/1" in the `hcf` key.
enum class DocumentKind {
    levels,
    competences,
    roles,
    scales,
    overlay,
    assessment,
    team,
    service,
    catalogue
};
template <>
struct Words<DocumentKind> {
    static constexpr std::array<std::string_view, 9> kList = {"levels", "competences", "roles",
                                                              "scales", "overlay",     "assessment",
                                                              "team",   "service",     "catalogue"};
};

/// The value that every scale has beside its own (spec 2).
inline constexpr std::string_view kNotApplicable = "not-applicable";

}  // namespace hcf
