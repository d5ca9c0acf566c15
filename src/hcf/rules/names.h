// SPDX-License-Identifier: Apache-2.0
// Unknown names: nothing is guessed, the nearest names are hinted at, look-alike letters are named
// (spec 2).
#pragma once

#include "hcf/diag/diagnostic.h"
#include "hcf/model/framework.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hcf::name_rules {

extern const RuleInfo kUnknownLevel;
extern const RuleInfo kUnknownRole;
extern const RuleInfo kUnknownCompetence;
extern const RuleInfo kUnknownScale;
extern const RuleInfo kUnknownValue;

/// All of the above, in this order.
[[nodiscard]] std::span<const RuleInfo* const> all();

}  // namespace hcf::name_rules

namespace hcf {

/// The level, role or competence of that name; nothing where there is none (reported at the span).
[[nodiscard]] std::optional<LevelId> resolve_level(const Framework& framework,
                                                   std::string_view name, SourceSpan span,
                                                   Diagnostics& diags);
[[nodiscard]] std::optional<RoleId> resolve_role(const Framework& framework, std::string_view name,
                                                 SourceSpan span, Diagnostics& diags);
[[nodiscard]] std::optional<CompetenceId> resolve_competence(const Framework& framework,
                                                             std::string_view name, SourceSpan span,
                                                             Diagnostics& diags);
[[nodiscard]] std::optional<ScaleId> resolve_scale(const Framework& framework, std::string_view id,
                                                   SourceSpan span, Diagnostics& diags);

/// What to write instead of an unknown name; empty where nothing is near.
[[nodiscard]] std::string name_help(const NameTable& names, std::string_view name);

}  // namespace hcf
