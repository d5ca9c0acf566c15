// SPDX-License-Identifier: Apache-2.0
// Reads mappings by their tables: unknown and missing keys, empty values and wrong types are
// reported here, once, for every kind of document. A member's C++ type decides how its key is read
// and what the schema says of it.
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/decimal.h"
#include "hcf/base/vocabulary.h"
#include "hcf/diag/diagnostic.h"
#include "hcf/schema/spec.h"
#include "hcf/yaml/node.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hcf {

/// A key's value; empty where the key is absent or its value could not be read (then that has been
/// reported).
template <class T>
using Given = std::optional<Located<T>>;

/// A text that stands for something; it views the document's tree.
template <TextKind Kind>
struct TextOf {
    std::string_view text;
};
using FreeText = TextOf<TextKind::free>;
using IdText = TextOf<TextKind::id>;
using LevelName = TextOf<TextKind::level>;
using RoleName = TextOf<TextKind::role>;
using CompetenceName = TextOf<TextKind::competence>;
using ScaleName = TextOf<TextKind::scale>;
using ValueText = TextOf<TextKind::value>;
using NeedsText = TextOf<TextKind::needs>;
using CrosswalkText = TextOf<TextKind::crosswalk>;
using KindText = TextOf<TextKind::kind_and_version>;

/// A mapping whose keys the user chose; every item has members `at` and `name`.
template <class T>
struct Entries {
    std::vector<T> items;
    SourceSpan at = {};  ///< the key that the mapping stands under
};

/// Carries the diagnostics through the tables' functions.
class Reader {
public:
    explicit Reader(Diagnostics& diags) : diags_(diags) {}

    /// Reads a mapping into the object that the spec's functions expect; `anchor` is where missing
    /// keys are reported. Gives the keys that were there (or are there misspelt), one bit each in
    /// the order of the spec. Requires: the node is a mapping.
    std::uint64_t read_mapping(yaml::NodeRef node, SourceSpan anchor, const MappingSpec& spec,
                               void* object);

    /// A scalar's text; nothing where the node is none, or blank (reported).
    [[nodiscard]] std::optional<std::string_view> read_text(yaml::NodeRef node,
                                                            const TypeSpec& type);

    /// Reports a value of the wrong type.
    void wrong_type(yaml::NodeRef node, const TypeSpec& type);

    /// Reports an item without a value; gives whether it was one.
    bool empty_item(yaml::NodeRef item);

    [[nodiscard]] Diagnostics& diags() { return diags_; }

private:
    Diagnostics& diags_;
};

// Leaves: how a value of each C++ type is written in a file.

template <class T>
struct Leaf;

[[nodiscard]] constexpr std::string_view wording_of(TextKind kind) {
    switch (kind) {
        case TextKind::free: return "a text";
        case TextKind::id: return "an id (kebab-case)";
        case TextKind::level: return "a level of practice";
        case TextKind::role: return "a role";
        case TextKind::competence: return "a competence";
        case TextKind::scale: return "a scale";
        case TextKind::value: return "a value of the scale";
        case TextKind::needs: return "a value (SCALE/VALUE)";
        case TextKind::crosswalk: return "a link (framework-id/competence-id)";
        case TextKind::reference: return "a path";
        case TextKind::kind_and_version: return "a kind and its version (assessment/1)";
    }
    return {};
}

/// Checks of a text that need no framework: ids are kebab-case, links are of their form.
[[nodiscard]] bool check_text(Reader& reader, TextKind kind, std::string_view text,
                              SourceSpan span);

template <TextKind Kind>
struct Leaf<TextOf<Kind>> {
    static constexpr TypeSpec kSpec = {Shape::text, wording_of(Kind), Kind};
    static std::optional<TextOf<Kind>> read(Reader& reader, yaml::NodeRef node) {
        const auto text = reader.read_text(node, kSpec);
        if (!text || !check_text(reader, Kind, *text, node.span())) return std::nullopt;
        return TextOf<Kind>{*text};
    }
};

template <>
struct Leaf<Date> {
    static constexpr TypeSpec kSpec = {Shape::date, "a date (YYYY-MM-DD)"};
    static std::optional<Date> read(Reader& reader, yaml::NodeRef node);
};

template <>
struct Leaf<Period> {
    static constexpr TypeSpec kSpec = {Shape::period, "a period (PnYnMnD)"};
    static std::optional<Period> read(Reader& reader, yaml::NodeRef node);
};

template <>
struct Leaf<bool> {
    static constexpr TypeSpec kSpec = {Shape::boolean, "true or false"};
    static std::optional<bool> read(Reader& reader, yaml::NodeRef node);
};

template <>
struct Leaf<Decimal> {
    static constexpr TypeSpec kSpec = {Shape::number, "a number"};
    static std::optional<Decimal> read(Reader& reader, yaml::NodeRef node);
};

/// The position of a word in a closed list; nothing where it is none of them (reported).
[[nodiscard]] std::optional<std::size_t> read_choice(Reader& reader, yaml::NodeRef node,
                                                     const TypeSpec& type);

template <class Enum>
requires std::is_enum_v<Enum>
struct Leaf<Enum> {
    static constexpr TypeSpec kSpec = {Shape::choice, "a word of the list", TextKind::free,
                                       Words<Enum>::kList};
    static std::optional<Enum> read(Reader& reader, yaml::NodeRef node) {
        const auto position = read_choice(reader, node, kSpec);
        if (!position) return std::nullopt;
        return static_cast<Enum>(*position);
    }
};

// Mappings: a struct with `static const MappingSpec& mapping()`; one with `read_short` may also be
// a single scalar.

template <class T>
concept HasShortForm = requires(T& object, Reader& reader, yaml::NodeRef node) {
    object.read_short(reader, node);
    T::kShort;
};

template <class T>
concept HasLongForm = requires {
    T::mapping();
};

template <class T>
constexpr TypeSpec mapping_type() {
    if constexpr (HasShortForm<T> && HasLongForm<T>) {
        return {Shape::either, T::kWording, TextKind::free, {}, T::kShort, &T::mapping};
    } else if constexpr (HasShortForm<T>) {
        return *T::kShort;
    } else {
        return {Shape::mapping, T::kWording, TextKind::free, {}, nullptr, &T::mapping};
    }
}

template <class T>
inline constexpr TypeSpec kMappingType = mapping_type<T>();

/// Reads a mapping, or its short form, into an object.
template <class T>
bool read_object(Reader& reader, yaml::NodeRef node, SourceSpan anchor, T& object) {
    if constexpr (HasShortForm<T>) {
        if (node.is_scalar() || !HasLongForm<T>) return object.read_short(reader, node);
    }
    if constexpr (HasLongForm<T>) {
        if (!node.is_mapping()) {
            reader.wrong_type(node, kMappingType<T>);
            return false;
        }
        const std::uint64_t seen = reader.read_mapping(node, anchor, T::mapping(), &object);
        if constexpr (requires { object.seen_keys; }) object.seen_keys = seen;
        return true;
    }
    return false;
}

/// True where a key of the spec was written, whether or not its value could be read.
[[nodiscard]] bool was_seen(const MappingSpec& spec, std::uint64_t seen, std::string_view key);

/// Where a list's item is pointed at: its first key when it is a mapping, else the whole of it.
[[nodiscard]] SourceSpan item_anchor(yaml::NodeRef item);

// Slots: how a member takes the value of its key.

template <class T>
struct Slot;

template <class T>
struct Slot<Given<T>> {
    static constexpr const TypeSpec& kSpec = Leaf<T>::kSpec;
    static void read(Reader& reader, yaml::NodeRef, yaml::NodeRef value, Given<T>& out) {
        if (const auto leaf = Leaf<T>::read(reader, value)) out = Located<T>{*leaf, value.span()};
    }
};

template <class T>
struct Slot<std::optional<T>> {
    static constexpr const TypeSpec& kSpec = kMappingType<T>;
    static void read(Reader& reader, yaml::NodeRef key, yaml::NodeRef value,
                     std::optional<T>& out) {
        T object;
        object.at = key.span();
        if (read_object(reader, value, key.span(), object)) out = std::move(object);
    }
};

template <class T>
struct Slot<std::vector<Located<T>>> {
    static constexpr TypeSpec kSpec = {Shape::list, "a list", TextKind::free, {}, &Leaf<T>::kSpec};
    static void read(Reader& reader, yaml::NodeRef, yaml::NodeRef value,
                     std::vector<Located<T>>& out) {
        if (!value.is_sequence()) return reader.wrong_type(value, kSpec);
        yaml::for_each_item(value, [&](yaml::NodeRef item) {
            if (reader.empty_item(item)) return;
            if (const auto leaf = Leaf<T>::read(reader, item)) out.push_back({*leaf, item.span()});
        });
    }
};

/// A list that may be empty, but is nothing where none of it could be read (reported).
template <class T>
struct Slot<std::optional<std::vector<Located<T>>>> {
    static constexpr const TypeSpec& kSpec = Slot<std::vector<Located<T>>>::kSpec;
    static void read(Reader& reader, yaml::NodeRef key, yaml::NodeRef value,
                     std::optional<std::vector<Located<T>>>& out) {
        std::vector<Located<T>> items;
        Slot<std::vector<Located<T>>>::read(reader, key, value, items);
        const bool is_empty = value.is_sequence() && value.size() == 0;
        if (is_empty || !items.empty()) out = std::move(items);
    }
};

template <class T>
struct Slot<std::vector<T>> {
    static constexpr TypeSpec kSpec = {Shape::list, "a list", TextKind::free, {}, &kMappingType<T>};
    static void read(Reader& reader, yaml::NodeRef, yaml::NodeRef value, std::vector<T>& out) {
        if (!value.is_sequence()) return reader.wrong_type(value, kSpec);
        yaml::for_each_item(value, [&](yaml::NodeRef item) {
            if (reader.empty_item(item)) return;
            T object;
            object.at = item_anchor(item);
            if (read_object(reader, item, object.at, object)) out.push_back(std::move(object));
        });
    }
};

/// What the keys of entries stand for; an entry's type says it by `kKeys`.
template <class T>
constexpr TextKind kind_of_keys() {
    if constexpr (requires { T::kKeys; }) return T::kKeys;
    return TextKind::free;
}

template <class T>
struct Slot<std::optional<Entries<T>>> {
    static constexpr TypeSpec kSpec = {Shape::entries,   "a mapping", TextKind::free,   {},
                                       &kMappingType<T>, nullptr,     kind_of_keys<T>()};
    static void read(Reader& reader, yaml::NodeRef key, yaml::NodeRef value,
                     std::optional<Entries<T>>& out) {
        if (!value.is_mapping()) return reader.wrong_type(value, kSpec);
        out.emplace();
        out->at = key.span();
        out->items.reserve(value.size());
        yaml::for_each_pair(value, [&](yaml::NodeRef entry_key, yaml::NodeRef entry) {
            read_entry(reader, entry_key, entry, *out);
        });
    }

private:
    static void read_entry(Reader& reader, yaml::NodeRef key, yaml::NodeRef entry, Entries<T>& out);
};

/// True for a key that is the user's own.
[[nodiscard]] constexpr bool is_own_key(std::string_view key) { return key.substr(0, 2) == "x-"; }

/// Reports an empty value at its key; gives whether it was one.
bool empty_value(Reader& reader, yaml::NodeRef key, yaml::NodeRef value);

template <class T>
void Slot<std::optional<Entries<T>>>::read_entry(Reader& reader, yaml::NodeRef key,
                                                 yaml::NodeRef entry, Entries<T>& out) {
    if (is_own_key(key.text()) || empty_value(reader, key, entry)) return;
    T object;
    object.at = key.span();
    object.name = {key.text(), key.span()};
    if (read_object(reader, entry, key.span(), object)) out.items.push_back(std::move(object));
}

template <auto Member>
struct MemberOf;
template <class OwnerType, class MemberType, MemberType OwnerType::*Member>
struct MemberOf<Member> {
    using Owner = OwnerType;
    using Type = MemberType;
};

template <auto Member>
void read_member(Reader& reader, yaml::NodeRef key, yaml::NodeRef value, void* object) {
    using Of = MemberOf<Member>;
    Slot<typename Of::Type>::read(reader, key, value,
                                  static_cast<typename Of::Owner*>(object)->*Member);
}

/// One line of a mapping's table; the member's type is the key's type.
template <auto Member>
constexpr KeySpec key(std::string_view name, std::string_view summary,
                      Presence presence = Presence::optional) {
    return {name, presence, &Slot<typename MemberOf<Member>::Type>::kSpec, &read_member<Member>,
            summary};
}

}  // namespace hcf
