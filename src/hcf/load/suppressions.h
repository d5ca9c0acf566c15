// SPDX-License-Identifier: Apache-2.0
// `# hcf: ignore RULE -- reason`: comments that silence a warning on their line, or, alone on a
// line, on the next one that is no such comment (spec 4). Errors are never silenced.
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/yaml/node.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// What such a comment begins with; a document without it has none.
inline constexpr std::string_view kSuppressionMark = "hcf: ignore";

/// One warning that one comment names.
struct Suppression {
    const RuleInfo* rule = nullptr;
    std::uint32_t line = 1;  ///< that it is about
    bool is_used = false;
    Finding unused;                    ///< what to say where it silences nothing
    std::optional<Finding> no_reason;  ///< what to say where it does, and does not say why
};

/// What the comments of a document say, and what is wrong with them whatever they silence.
struct Suppressions {
    std::vector<Suppression> list;
    std::vector<Finding> findings;
};

/// Reads the comments of a document. Requires: the tree's document is one of the sources.
[[nodiscard]] Suppressions find_suppressions(const yaml::Tree& tree, const SourceSet& sources,
                                             std::span<const ByteRange> masked,
                                             PrivateValues values);

/// Takes out of a document's findings what its comments silence, and adds what is wrong with the
/// comments. Gives those that name a rule of the whole run: whether they are used shows at its end.
[[nodiscard]] std::vector<Suppression> silence(std::vector<Finding>& findings,
                                               Suppressions suppressions);

/// True where the list has a comment that silences the finding, which is noted.
[[nodiscard]] bool is_silenced(const Finding& finding, std::span<Suppression> list);

/// What is wrong with a comment once all was seen that it could silence; nothing where it is right.
[[nodiscard]] std::optional<Finding> complaint(const Suppression& suppression);

}  // namespace hcf
