// SPDX-License-Identifier: Apache-2.0
// The framework as the analyses see it: valid, resolved, in framework order (spec 1, and spec 2 "A
// framework").
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/id.h"
#include "hcf/base/vocabulary.h"
#include "hcf/model/competence_set.h"
#include "hcf/model/names.h"
#include "hcf/model/provenance.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// A level of practice.
struct Level {
    std::string id;
    std::string title;
    std::string printed_as;  ///< the draft's print where it differs; empty: as the title
    std::vector<std::string> aliases;
    std::array<std::string, Words<Facet>::kList.size()>
        descriptor;  ///< by Facet; empty where the source says nothing
    std::string source;
    std::vector<CompetenceId> core;  ///< R(level), in framework order
    CompetenceSet core_set;
    std::vector<RoleId> roles;  ///< the roles that stand at it, in framework order
    std::string from;           ///< the file it comes from, but for what is amended
    Provenance amended;
};

/// A National Occupational Standard that a competence is.
struct Nos {
    std::string code;
    NosStatus status = NosStatus::unverified;
    std::string seen;  ///< where
};

struct Competence {
    std::string id;
    std::string owner;  ///< the id of the framework or overlay that defines it
    std::string title;
    std::string printed_as;
    CompetenceKind kind = CompetenceKind::core;
    std::vector<std::string> aliases;
    std::vector<LevelId> levels;  ///< the levels marked for it, in order
    std::string theme;
    std::optional<Nos> nos;
    std::optional<Period> refresh;     ///< how long a met lasts
    std::optional<LevelId> assess_at;  ///< lowest level of an assessor
    std::vector<std::string> same_as;  ///< framework-or-overlay-id/competence-id
    std::vector<CompetenceId> supersedes;
    std::vector<CompetenceId>
        superseded_by;  ///< over any number of steps, in framework order, never itself
    std::string description;
    std::string source;
    std::string from;
    Provenance amended;
};

struct ScaleValue {
    std::string id;
    std::string title;
    CountsAs counts_as = CountsAs::not_met;
    std::optional<bool> may_assess;
};

/// A scale; its values are in order, lowest first.
struct Scale {
    std::string id;
    std::string title;
    std::vector<ScaleValue> values;
    std::string from;
};

/// A value of a scale that a role asks for at least.
struct Needs {
    ScaleId scale;
    std::uint32_t value = 0;
    friend bool operator==(Needs, Needs) = default;
};

struct RoleCompetence {
    CompetenceId competence;
    std::optional<Needs> needs;
    bool essential = true;
    std::string from;  ///< the file that made the role ask for it; others may have amended `needs`
                       ///< and `essential` (Role::amended)
};

struct Role {
    std::string id;
    std::string title;
    std::string printed_as;
    std::vector<std::string> aliases;
    std::vector<LevelId> levels;              ///< the first is its own; never empty
    std::vector<RoleCompetence> competences;  ///< its own, in framework order, each once
    std::string summary;
    std::string family;
    std::string source;
    std::string from;
    Provenance amended;
};

/// The framework's own card, stamped on every report.
struct FrameworkInfo {
    std::string id;
    std::string title;
    std::string version;
    std::string status;
    std::string date;
    std::string source;
};

struct OverlayInfo {
    std::string id;
    std::string version;
    std::string title;
    std::string from;
};

/// Everything that is asked of anybody. Built once by load/, read-only after that.
struct Framework {
    FrameworkInfo info;
    std::vector<OverlayInfo> overlays;
    std::vector<Level> levels;  ///< lowest first
    std::vector<Competence> competences;
    std::vector<Role> roles;
    std::vector<Scale> scales;
    NameTable level_names;
    NameTable competence_names;
    NameTable role_names;

    [[nodiscard]] const Level& at(LevelId id) const { return levels[id.index]; }
    [[nodiscard]] const Competence& at(CompetenceId id) const { return competences[id.index]; }
    [[nodiscard]] const Role& at(RoleId id) const { return roles[id.index]; }
    [[nodiscard]] const Scale& at(ScaleId id) const { return scales[id.index]; }

    /// By id, alias or title, without regard to case (spec 2).
    [[nodiscard]] std::optional<LevelId> find_level(std::string_view name) const;
    [[nodiscard]] std::optional<CompetenceId> find_competence(std::string_view name) const;
    [[nodiscard]] std::optional<RoleId> find_role(std::string_view name) const;

    /// By id, exactly.
    [[nodiscard]] std::optional<ScaleId> find_scale(std::string_view id) const;
};

/// "clinical-homecare 4.5, with overlay ours 1": which framework it is, in words.
[[nodiscard]] std::string card_of(const Framework& framework);

/// The position of a value in a scale, by its text.
[[nodiscard]] std::optional<std::uint32_t> find_value(const Scale& scale, std::string_view value);

/// True where the role stands at that level.
[[nodiscard]] bool stands_at(const Role& role, LevelId level);

/// The other levels whose core set is the same, in framework order (spec 3: a whole core set is not
/// the level); none where nothing is core at the level.
[[nodiscard]] std::vector<LevelId> same_core_as(const Framework& framework, LevelId level);

/// What a role asks of a competence by itself; nullptr where it does not name it.
[[nodiscard]] const RoleCompetence* find_in_role(const Role& role, CompetenceId competence);

}  // namespace hcf
