// SPDX-License-Identifier: Apache-2.0
// Numbers with a range: how many, how much of, or all of them (spec 2, "team/1" and "service/1").
#pragma once

#include "hcf/schema/reader.h"

#include <cstdint>
#include <optional>

namespace hcf {

/// How many; 1 or more.
struct Count {
    std::int64_t number = 1;
};

/// How many, or all that there are.
struct CountOrAll {
    std::optional<std::int64_t> number;  ///< nothing: all
};

/// An exact part of a whole, from 0 to 1.
struct Share {
    Decimal value;
};

/// More people than any team or service has, so that sums of counts stay numbers.
inline constexpr std::int64_t kMostCounted = 1'000'000;

inline constexpr NumberRange kCountRange = {1, kMostCounted, true, {}};
inline constexpr NumberRange kCountOrAllRange = {1, kMostCounted, true, "all"};
inline constexpr NumberRange kShareRange = {0, 1, false, {}};

template <>
struct Leaf<Count> {
    static constexpr TypeSpec kSpec = {
        .shape = Shape::number, .wording = "a whole number", .range = &kCountRange};
    static std::optional<Count> read(Reader& reader, yaml::NodeRef node);
};

template <>
struct Leaf<CountOrAll> {
    static constexpr TypeSpec kSpec = {
        .shape = Shape::number, .wording = "a whole number or 'all'", .range = &kCountOrAllRange};
    static std::optional<CountOrAll> read(Reader& reader, yaml::NodeRef node);
};

template <>
struct Leaf<Share> {
    static constexpr TypeSpec kSpec = {
        .shape = Shape::number, .wording = "a number from 0 to 1", .range = &kShareRange};
    static std::optional<Share> read(Reader& reader, yaml::NodeRef node);
};

}  // namespace hcf
