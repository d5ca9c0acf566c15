// SPDX-License-Identifier: Apache-2.0
// Random frameworks, overlays and people for the property tests; everything follows from the seed.
#pragma once

#include "hcf/base/date.h"
#include "hcf/base/vocabulary.h"
#include "hcf/model/framework.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace hcf::tests {

/// Numbers that are the same on every machine.
class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}

    /// A number from 0 to `bound` - 1; Requires: bound > 0.
    [[nodiscard]] std::size_t below(std::size_t bound) { return engine_() % bound; }

    /// True in so many cases of a hundred.
    [[nodiscard]] bool chance(std::size_t percent) { return below(100) < percent; }

    /// From `lowest` to `highest`, both included.
    [[nodiscard]] int between(int lowest, int highest) {
        return lowest + static_cast<int>(below(static_cast<std::size_t>(highest - lowest + 1)));
    }

    template <class T>
    [[nodiscard]] const T& pick(const std::vector<T>& items) {
        return items[below(items.size())];
    }

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::mt19937 engine_;
};

/// Which of its names something is called by.
enum class NameStyle { id, title, alias, shouted_title };

[[nodiscard]] std::string level_name(std::size_t level, NameStyle style = NameStyle::id);
[[nodiscard]] std::string competence_name(std::size_t competence, NameStyle style = NameStyle::id);
[[nodiscard]] std::string role_name(std::size_t role, NameStyle style = NameStyle::id);

struct RandomCompetence {
    bool is_core = true;
    bool is_added = false;                ///< by the overlay
    std::vector<bool> marks;              ///< by level, those of the overlay included
    std::vector<bool> added_marks;        ///< the overlay's own
    std::optional<Period> refresh;        ///< by the overlay
    std::vector<std::size_t> supersedes;  ///< by the overlay; always later ones, so never a cycle
};

struct RandomEntry {
    std::size_t competence = 0;
    bool essential = true;
    std::optional<int> needs;  ///< of zero-to-six
    bool is_added = false;     ///< by the overlay
};

struct RandomRole {
    std::vector<std::size_t> levels;
    std::vector<RandomEntry> entries;
    bool is_added = false;
};

struct FrameworkTraits {
    bool refresh = true;
    bool supersedes = true;
};

/// What a framework and an overlay on it are to say together, and their texts.
struct RandomFramework {
    RandomFramework(Random& random, const FrameworkTraits& traits);

    std::size_t levels = 0;
    std::vector<RandomCompetence> competences;  ///< those of the overlay last
    std::vector<RandomRole> roles;              ///< likewise

    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string overlay_text() const;

    /// Both, loaded; a test fails where there is something wrong with them.
    [[nodiscard]] Framework build() const;
};

/// Days are counted from the day of the report.
struct RandomRating {
    std::size_t competence = 0;
    std::string value;  ///< empty: none, but a plan
    std::optional<int> assessed;
    std::optional<int> valid_until;
    std::optional<Basis> basis;
    std::optional<std::size_t> level;
    std::size_t evidence = 0;
    bool has_plan = false;
    std::optional<int> due;
    bool plan_supervisor = false;
};

struct RandomOverlap {
    std::size_t level = 0;
    std::vector<std::size_t> competences;
};

/// How a person is written down.
struct Writing {
    std::uint32_t name_seed = 0;  ///< 0: everything by its id
    int shift_days = 0;           ///< added to every date
};

struct RandomPerson {
    RandomPerson(Random& random, const RandomFramework& framework);

    std::optional<std::size_t> role;
    std::optional<std::size_t> level;
    std::vector<RandomOverlap> overlaps;
    std::string scale;
    std::optional<int> assessed;
    std::optional<Basis> basis;
    bool has_supervision = false;
    std::optional<int> supervised_until;
    std::vector<RandomRating> ratings;

    /// The level at which they stand.
    [[nodiscard]] std::size_t own_level(const RandomFramework& framework) const;

    [[nodiscard]] std::string text(const Writing& writing = {}) const;
};

/// The day of the report that days are counted from.
[[nodiscard]] Date random_day();

}  // namespace hcf::tests
