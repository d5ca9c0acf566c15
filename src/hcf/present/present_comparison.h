// SPDX-License-Identifier: Apache-2.0
// Roles, or levels of practice, compared: as JSON, as CSV rows and as pages to read (spec 5,
// "compare-roles").
#pragma once

#include "hcf/analysis/role_comparison.h"
#include "hcf/report/document.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// The columns of the CSV.
[[nodiscard]] std::span<const std::string_view> comparison_columns();

/// One element of `pairs`, and one row.
[[nodiscard]] Json comparison_json(const Framework& framework, const Comparison& comparison);
[[nodiscard]] Record comparison_record(const Framework& framework, const Comparison& comparison);

/// "Support Worker", "Subject Matter Expert at Advanced Level Practice", "Supportive Level
/// Practice": a role's own level is not said.
[[nodiscard]] std::string name_of(const Framework& framework, const Comparable& comparable);

/// Two of them, both ways; or one with itself.
[[nodiscard]] Document pair_document(const Framework& framework, const Comparable& a,
                                     const Comparable& b);

/// One among all others, which stand most similar first; those alike are told together.
[[nodiscard]] Document ranking_document(const Framework& framework, const Comparable& from,
                                        std::span<const Comparable> ranked);

/// All of them. Pages of their pairs are made one by one, for there may be very many.
class AllPairs {
public:
    /// Views both.
    AllPairs(const Framework& framework, std::span<const Comparable> all);

    /// Which of them are alike, and so told together.
    [[nodiscard]] Document opening() const;

    [[nodiscard]] std::size_t groups() const { return groups_.size(); }

    /// How many pages there are about a group and those behind it, and one of them.
    [[nodiscard]] std::size_t pages_of(std::size_t group) const;
    [[nodiscard]] Document page(std::size_t group, std::size_t page) const;

    /// What to bear in mind.
    [[nodiscard]] Document closing() const;

private:
    [[nodiscard]] const Comparable& first_of(std::size_t group) const {
        return all_[groups_[group].front()];
    }
    [[nodiscard]] bool has_own_row(std::size_t group) const { return groups_[group].size() > 1; }
    [[nodiscard]] std::size_t rows_of(std::size_t group) const;

    const Framework& framework_;
    std::span<const Comparable> all_;
    std::vector<std::vector<std::size_t>> groups_;
    std::vector<std::string> names_;  // of the groups, with their numbers
};

}  // namespace hcf
