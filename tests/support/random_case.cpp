// SPDX-License-Identifier: Apache-2.0
#include "support/random_case.h"

#include "support/reading.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf::tests {
namespace {

constexpr int kDaysBack = 800;
constexpr int kDaysAhead = 400;

std::string named(std::string_view kind, std::size_t number, NameStyle style) {
    switch (style) {
        case NameStyle::id: return fmt::format("{}-{}", kind, number);
        case NameStyle::title: return fmt::format("The {} Number {}", kind, number);
        case NameStyle::alias: return fmt::format("{}'s alias {}", kind, number);
        case NameStyle::shouted_title: break;
    }
    std::string text = fmt::format("THE {} NUMBER {}", kind, number);
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

std::string quoted_list(const std::vector<std::string>& items) {
    std::string text = "[";
    for (const std::string& item : items) {
        text += fmt::format("{}\"{}\"", text.size() == 1 ? "" : ", ", item);
    }
    return text + "]";
}

std::string marks_list(const std::vector<bool>& marks) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i]) names.push_back(level_name(i));
    }
    return quoted_list(names);
}

std::string entries_list(const std::vector<RandomEntry>& entries, bool added) {
    std::string text = "[";
    for (const RandomEntry& entry : entries) {
        if (entry.is_added != added) continue;
        text += text.size() == 1 ? "" : ", ";
        text += fmt::format("{{id: {}", competence_name(entry.competence));
        if (entry.needs) text += fmt::format(", needs: zero-to-six/{}", *entry.needs);
        if (!entry.essential) text += ", essential: false";
        text += "}";
    }
    return text + "]";
}

/// What a rating may say on a scale.
std::vector<std::string> values_of(std::string_view scale) {
    if (scale == "zero-to-six") return {"0", "1", "2", "3", "4", "5", "6"};
    if (scale == "competent") return {"not-yet-competent", "competent"};
    if (scale == "novice-to-expert") {
        return {"novice", "advanced-beginner", "competent", "proficient", "expert"};
    }
    return {"not-met", "partial", "met"};
}

std::string date_text(int days, const Writing& writing) {
    return to_string(Date{random_day().days + days + writing.shift_days});
}

/// Chooses names by a seed; ids where it is 0.
class Namer {
public:
    explicit Namer(std::uint32_t seed) : random_(seed), is_plain_(seed == 0) {}

    template <class Name>
    std::string operator()(Name name, std::size_t number) {
        const NameStyle style =
            is_plain_ ? NameStyle::id : static_cast<NameStyle>(random_.below(4));
        return fmt::format("\"{}\"", name(number, style));
    }

private:
    Random random_;
    bool is_plain_;
};

RandomRating random_rating(Random& random, std::size_t competence, std::size_t levels,
                           const std::vector<std::string>& values) {
    RandomRating rating;
    rating.competence = competence;
    if (random.chance(90)) rating.value = random.pick(values);
    if (random.chance(8)) rating.value = "not-applicable";
    if (random.chance(40)) rating.assessed = random.between(-kDaysBack, 0);
    if (random.chance(30)) {
        // Not before it was made, whatever day it inherits.
        rating.valid_until = random.between(-20, kDaysAhead);
        if (!rating.assessed) rating.assessed = random.between(-kDaysBack, -20);
        rating.valid_until = std::max(*rating.valid_until, *rating.assessed);
    }
    if (random.chance(40)) rating.basis = static_cast<Basis>(random.below(3));
    if (random.chance(30)) rating.level = random.below(levels);
    rating.evidence = random.below(3);
    rating.has_plan = rating.value.empty() || random.chance(30);
    if (rating.has_plan && random.chance(80)) rating.due = random.between(-60, kDaysAhead);
    if (rating.has_plan) rating.plan_supervisor = random.chance(40);
    return rating;
}

}  // namespace

std::string level_name(std::size_t level, NameStyle style) { return named("level", level, style); }

std::string competence_name(std::size_t competence, NameStyle style) {
    return named("competence", competence, style);
}

std::string role_name(std::size_t role, NameStyle style) { return named("role", role, style); }

Date random_day() { return *make_date(2026, 11, 22); }

RandomFramework::RandomFramework(Random& random, const FrameworkTraits& traits)
    : levels(2 + random.below(4)) {
    const std::size_t own = 3 + random.below(8);
    const std::size_t count = own + random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        RandomCompetence competence;
        competence.is_core = random.chance(75);
        competence.is_added = i >= own;
        competence.marks.resize(levels);
        competence.added_marks.resize(levels);
        if (competence.is_core) {
            for (std::size_t level = 0; level < levels; ++level) {
                competence.marks[level] = random.chance(50);
            }
            competence.marks[random.below(levels)] = true;
            const std::size_t more = random.below(levels);
            if (!competence.is_added && random.chance(15) && !competence.marks[more]) {
                competence.marks[more] = competence.added_marks[more] = true;
            }
        }
        if (traits.refresh && random.chance(25)) {
            competence.refresh = Period{random.between(0, 1), random.between(0, 11), 1};
        }
        competences.push_back(competence);
    }
    if (traits.supersedes) {
        for (std::size_t above = 0; above < count; ++above) {
            for (std::size_t below = above + 1; below < count; ++below) {
                if (random.chance(8)) competences[above].supersedes.push_back(below);
            }
        }
    }
    const std::size_t own_roles = 1 + random.below(3);
    const std::size_t role_count = own_roles + random.below(2);
    for (std::size_t i = 0; i < role_count; ++i) {
        RandomRole role;
        role.is_added = i >= own_roles;
        for (std::size_t level = 0; level < levels; ++level) {
            if (random.chance(40)) role.levels.push_back(level);
        }
        if (role.levels.empty()) role.levels.push_back(random.below(levels));
        random.shuffle(role.levels);
        for (std::size_t c = 0; c < count; ++c) {
            if (!random.chance(30)) continue;
            RandomEntry entry;
            entry.competence = c;
            entry.is_added = role.is_added || competences[c].is_added || random.chance(30);
            const bool is_asked =
                std::any_of(role.levels.begin(), role.levels.end(),
                            [&](std::size_t level) { return bool{competences[c].marks[level]}; });
            entry.essential = is_asked || random.chance(70);
            if (random.chance(30)) entry.needs = random.between(0, 6);
            role.entries.push_back(entry);
        }
        random.shuffle(role.entries);
        roles.push_back(role);
    }
}

std::string RandomFramework::text() const {
    std::string text =
        "hcf: levels/1\nframework: {id: random, title: Random, version: '1'}\nlevels:\n";
    for (std::size_t i = 0; i < levels; ++i) {
        text += fmt::format("  - {{id: {}, title: \"{}\", aliases: [\"{}\"]}}\n", level_name(i),
                            level_name(i, NameStyle::title), level_name(i, NameStyle::alias));
    }
    text += "---\nhcf: competences/1\ncompetences:\n";
    for (std::size_t i = 0; i < competences.size(); ++i) {
        const RandomCompetence& competence = competences[i];
        if (competence.is_added) continue;
        text +=
            fmt::format("  - {{id: {}, title: \"{}\", kind: {}", competence_name(i),
                        competence_name(i, NameStyle::title), competence.is_core ? "core" : "role");
        std::vector<bool> marks = competence.marks;
        for (std::size_t level = 0; level < levels; ++level) {
            if (competence.added_marks[level]) marks[level] = false;
        }
        if (competence.is_core) text += ", levels: " + marks_list(marks);
        text += "}\n";
    }
    text += "---\nhcf: roles/1\nroles:\n";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i].is_added) continue;
        std::vector<std::string> names;
        for (const std::size_t level : roles[i].levels) names.push_back(level_name(level));
        text += fmt::format("  - {{id: {}, title: \"{}\", levels: {}, competences: {}}}\n",
                            role_name(i), role_name(i, NameStyle::title), quoted_list(names),
                            entries_list(roles[i].entries, false));
    }
    return text;
}

std::string RandomFramework::overlay_text() const {
    std::string text = "hcf: overlay/1\noverlay: {id: random-overlay}\ncompetences:\n";
    for (std::size_t i = 0; i < competences.size(); ++i) {
        const RandomCompetence& competence = competences[i];
        const bool adds_marks =
            std::find(competence.added_marks.begin(), competence.added_marks.end(), true) !=
            competence.added_marks.end();
        text += fmt::format("  - {{id: {}", competence_name(i));
        if (competence.is_added) {
            text += fmt::format(", title: \"{}\", kind: {}", competence_name(i, NameStyle::title),
                                competence.is_core ? "core" : "role");
        }
        if (adds_marks || (competence.is_added && competence.is_core)) {
            text += ", levels: " + marks_list(competence.marks);
        }
        if (competence.refresh) text += ", refresh: " + to_string(*competence.refresh);
        std::vector<std::string> below;
        for (const std::size_t id : competence.supersedes) below.push_back(competence_name(id));
        if (!below.empty()) text += ", supersedes: " + quoted_list(below);
        text += "}\n";
    }
    text += "roles:\n";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        text += fmt::format("  - {{id: {}", role_name(i));
        if (roles[i].is_added) {
            std::vector<std::string> names;
            for (const std::size_t level : roles[i].levels) names.push_back(level_name(level));
            text += fmt::format(", title: \"{}\", levels: {}", role_name(i, NameStyle::title),
                                quoted_list(names));
        }
        text += ", competences: " + entries_list(roles[i].entries, true) + "}\n";
    }
    text += "aliases:\n  competences:\n";
    for (std::size_t i = 0; i < competences.size(); ++i) {
        text += fmt::format("    \"{}\": {}\n", competence_name(i, NameStyle::alias),
                            competence_name(i));
    }
    text += "  roles:\n";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        text += fmt::format("    \"{}\": {}\n", role_name(i, NameStyle::alias), role_name(i));
    }
    return text;
}

Framework RandomFramework::build() const {
    const std::string base = text();
    const std::string overlay = overlay_text();
    return framework_of(base, {overlay});
}

RandomPerson::RandomPerson(Random& random, const RandomFramework& framework) {
    if (random.chance(60)) {
        role = random.below(framework.roles.size());
        if (random.chance(50)) level = random.pick(framework.roles[*role].levels);
    } else {
        level = random.below(framework.levels);
    }
    while (random.chance(30)) {
        RandomOverlap overlap;
        overlap.level = random.below(framework.levels);
        for (std::size_t i = 0; i < framework.competences.size(); ++i) {
            if (random.chance(25)) overlap.competences.push_back(i);
        }
        overlaps.push_back(overlap);
    }
    const std::vector<std::string> scales = {"status", "competent", "zero-to-six",
                                             "novice-to-expert"};
    scale = random.pick(scales);
    if (random.chance(60)) assessed = random.between(-kDaysBack, -20);
    if (random.chance(50)) basis = static_cast<Basis>(random.below(3));
    has_supervision = random.chance(50);
    if (has_supervision && random.chance(50)) supervised_until = random.between(-30, 30);
    for (std::size_t i = 0; i < framework.competences.size(); ++i) {
        if (random.chance(70)) {
            ratings.push_back(random_rating(random, i, framework.levels, values_of(scale)));
        }
    }
}

std::size_t RandomPerson::own_level(const RandomFramework& framework) const {
    return level ? *level : framework.roles[*role].levels.front();
}

std::string RandomPerson::text(const Writing& writing) const {
    Namer name(writing.name_seed);
    std::string text = "hcf: assessment/1\nperson:\n  id: somebody\n";
    if (role) text += fmt::format("  role: {}\n", name(role_name, *role));
    if (level) text += fmt::format("  level: {}\n", name(level_name, *level));
    if (!overlaps.empty()) text += "  overlaps:\n";
    for (const RandomOverlap& overlap : overlaps) {
        text +=
            fmt::format("    - level: {}\n      competences: [", name(level_name, overlap.level));
        for (std::size_t i = 0; i < overlap.competences.size(); ++i) {
            text += (i == 0 ? "" : ", ") + name(competence_name, overlap.competences[i]);
        }
        text += "]\n";
    }
    text += fmt::format("scale: {}\n", scale);
    if (assessed) text += fmt::format("assessed: {}\n", date_text(*assessed, writing));
    if (basis) text += fmt::format("basis: {}\n", to_string(*basis));
    if (has_supervision) {
        text += "supervision:\n  supervisor: Bola\n";
        if (supervised_until) {
            text += fmt::format("  until: {}\n", date_text(*supervised_until, writing));
        }
    }
    text += ratings.empty() ? "ratings: {}\n" : "ratings:\n";
    for (const RandomRating& rating : ratings) {
        text += fmt::format("  {}:\n", name(competence_name, rating.competence));
        if (!rating.value.empty()) text += fmt::format("    value: \"{}\"\n", rating.value);
        text += "    note: because\n";
        if (rating.assessed) {
            text += fmt::format("    assessed: {}\n", date_text(*rating.assessed, writing));
        }
        if (rating.valid_until) {
            text += fmt::format("    valid_until: {}\n", date_text(*rating.valid_until, writing));
        }
        if (rating.basis) text += fmt::format("    basis: {}\n", to_string(*rating.basis));
        if (rating.level) text += fmt::format("    level: {}\n", name(level_name, *rating.level));
        if (rating.evidence != 0) text += "    evidence:\n";
        for (std::size_t i = 0; i < rating.evidence; ++i) text += "      - seen\n";
        if (!rating.has_plan) continue;
        text += "    plan:\n      action: learn\n";
        if (rating.due) text += fmt::format("      due: {}\n", date_text(*rating.due, writing));
        if (rating.plan_supervisor) text += "      supervisor: Chi\n";
    }
    return text;
}

}  // namespace hcf::tests
