// SPDX-License-Identifier: Apache-2.0
// `hcf.yaml`: the settings of a repository of documents (spec 4). It is no document itself and has
// no `hcf` key; it is read by a table like one.
#pragma once

#include "hcf/schema/reader.h"

#include <vector>

namespace hcf {

/// What becomes of a warning.
enum class WarningSetting { off, warning, error };
template <>
struct Words<WarningSetting> {
    static constexpr std::array<std::string_view, 3> kList = {"off", "warning", "error"};
};

using PathText = TextOf<TextKind::reference>;

/// One rule, and what becomes of it.
struct WarningDoc {
    SourceSpan at;
    Located<std::string_view> name;
    Given<WarningSetting> setting;
    static constexpr std::string_view kWording = "off, warning or error";
    static constexpr const TypeSpec* kShort = &Leaf<WarningSetting>::kSpec;
    bool read_short(Reader& reader, yaml::NodeRef node);
};

struct ConfigDoc {
    SourceSpan at;
    Given<PathText> framework;
    std::vector<Located<PathText>> overlays;
    Given<Basis> accept;
    std::optional<Entries<WarningDoc>> warnings;
    std::vector<Located<FreeText>> exclude;
    static constexpr std::string_view kWording = "the settings";
    static const MappingSpec& mapping();
};

/// Reads a tree whose root is a mapping.
[[nodiscard]] ConfigDoc decode_config(const yaml::Tree& tree, Diagnostics& diags);

}  // namespace hcf
