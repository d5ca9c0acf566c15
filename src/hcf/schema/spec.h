// SPDX-License-Identifier: Apache-2.0
// What the formats say of themselves: for each mapping its keys, for each key its type. The reader,
// the hints and the JSON Schemas all come from these tables (spec 2).
#pragma once

#include "hcf/yaml/node.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hcf {

class Reader;
struct MappingSpec;

/// What shape a value has in the file.
enum class Shape {
    text,
    date,
    period,
    boolean,
    number,  ///< a decimal, not negative
    choice,  ///< one of a closed list of words
    list,
    mapping,
    entries,  ///< a mapping whose keys are the user's: competences, aliases
    either,   ///< a short form (`item`) or a mapping
};

/// What a text stands for; decides what it is checked against.
enum class TextKind {
    free,
    id,
    level,
    role,
    competence,
    scale,
    value,
    needs,
    crosswalk,
    reference,
    kind_and_version
};

/// Which numbers a value may be.
struct NumberRange {
    std::int64_t minimum = 0;
    std::optional<std::int64_t> maximum;
    bool is_whole = false;
    std::string_view word = {};  ///< may stand instead of a number; empty: none
};

/// The type of a value.
struct TypeSpec {
    Shape shape = Shape::text;
    std::string_view wording;  ///< "a date (YYYY-MM-DD)", for "expected ..., found ..."
    TextKind text = TextKind::free;
    std::span<const std::string_view> choices = {};
    const TypeSpec* item = nullptr;  ///< of a list, of entries, or the short form of either
    const MappingSpec& (*mapping)() = nullptr;  ///< of a mapping, or the long form of either
    const NumberRange* range = nullptr;         ///< of a number; nothing: any that is not negative
    TextKind keys = TextKind::free;             ///< of entries: what their keys stand for
};

enum class Presence { optional, required };

/// One key of a mapping.
struct KeySpec {
    std::string_view name;
    Presence presence;
    const TypeSpec* type;
    void (*read)(Reader& reader, yaml::NodeRef key, yaml::NodeRef value, void* object);
    std::string_view summary;  ///< one line for schemas and documentation
};

/// All keys of a mapping, in the order of the documentation; keys that begin with `x-` are allowed
/// beside them.
struct MappingSpec {
    std::string_view name;  ///< as in messages: "missing key 'id' in person"
    std::span<const KeySpec> keys;
};

}  // namespace hcf
