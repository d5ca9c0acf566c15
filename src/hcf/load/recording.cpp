// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/recording.h"

#include "hcf/base/text.h"
#include "hcf/schema/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hcf {
namespace {

/// The keys of a rating in the order in which they are written.
constexpr std::array<std::string_view, 9> kOrder = {
    "value", "assessed", "assessor", "basis", "level", "valid_until", "evidence", "note", "plan"};

/// A rating stands on one line where the line is at most this long.
constexpr std::size_t kLineWidth = 100;

struct Entry {
    yaml::NodeRef key;
    yaml::NodeRef value;
};

std::optional<Entry> find_pair(yaml::NodeRef mapping, std::string_view key) {
    std::optional<Entry> found;
    if (!mapping.is_mapping()) return found;
    yaml::for_each_pair(mapping, [&](yaml::NodeRef name, yaml::NodeRef value) {
        if (!found && name.text() == key) found = Entry{name, value};
    });
    return found;
}

std::optional<Entry> find_entry(yaml::NodeRef ratings, const Framework& framework,
                                CompetenceId competence) {
    std::optional<Entry> found;
    if (!ratings.is_mapping()) return found;
    yaml::for_each_pair(ratings, [&](yaml::NodeRef name, yaml::NodeRef value) {
        if (!found && !is_own_key(name.text()) &&
            framework.find_competence(name.text()) == competence)
            found = Entry{name, value};
    });
    return found;
}

std::string evidence_text(const NamedEvidence& evidence, Quotes quotes) {
    std::string title = written_text(evidence.title, quotes);
    if (!evidence.type) return title;
    return fmt::format("{{{}: {}, {}: {}}}", written_word("type", quotes),
                       written_word(to_string(*evidence.type), quotes),
                       written_word("title", quotes), title);
}

/// What a rating says, key by key; evidence aside.
struct Words {
    std::string_view key;
    std::string text;  ///< empty: the key goes
    bool is_free = false;
};

std::vector<Words> words_of(const RatingRecord& record) {
    std::vector<Words> words;
    words.push_back({"value", record.value, false});
    words.push_back({"assessed", to_string(record.assessed), false});
    words.push_back({"assessor", record.assessor, true});
    words.push_back({"basis", record.basis ? std::string(to_string(*record.basis)) : "", false});
    words.push_back({"level", record.level, false});
    words.push_back(
        {"valid_until", record.valid_until ? to_string(*record.valid_until) : "", false});
    words.push_back({"note", record.note, true});
    return words;
}

std::string written(const Words& words, Quotes quotes) {
    return words.is_free ? written_text(words.text, quotes) : written_word(words.text, quotes);
}

/// In place of a scalar: in its quotes, where it has some.
std::string written_for(yaml::NodeRef scalar, const Words& words, Quotes quotes) {
    const bool is_quoted = scalar.style() == yaml::Style::single_quoted ||
                           scalar.style() == yaml::Style::double_quoted;
    return is_quoted ? written_like(scalar, words.text) : written(words, quotes);
}

std::vector<std::string> evidence_texts(const RatingRecord& record, Quotes quotes) {
    std::vector<std::string> items;
    items.reserve(record.evidence.size());
    for (const NamedEvidence& evidence : record.evidence)
        items.push_back(evidence_text(evidence, quotes));
    return items;
}

NewValue evidence_list(const RatingRecord& record, Quotes quotes) {
    NewValue list;
    for (const std::string& item : evidence_texts(record, quotes)) {
        list.text += (list.text.empty() ? "" : ", ") + item;
        list.lines.push_back("- " + item);
    }
    list.text = "[" + list.text + "]";
    return list;
}

/// A whole rating, written anew.
NewValue whole_rating(const RatingRecord& record, const Layout& layout) {
    NewValue rating;
    const auto add = [&](std::string_view key, const std::string& text) {
        const std::string pair = fmt::format("{}: {}", written_word(key, layout.quotes), text);
        rating.text += (rating.text.empty() ? "" : ", ") + pair;
        rating.lines.push_back(pair);
    };
    const auto add_evidence = [&] {
        if (record.evidence.empty()) return;
        const NewValue list = evidence_list(record, layout.quotes);
        rating.text += fmt::format(", {}: {}", written_word("evidence", layout.quotes), list.text);
        rating.lines.push_back(written_word("evidence", layout.quotes) + ":");
        for (const std::string& line : list.lines) rating.lines.push_back(layout.step + line);
    };
    for (const Words& words : words_of(record)) {
        if (words.key == "note") add_evidence();
        if (!words.text.empty()) add(words.key, written(words, layout.quotes));
    }
    rating.text = "{" + rating.text + "}";
    return rating;
}

/// True where a text behind so much else makes a line that is too long to be read.
bool is_too_long(std::string_view before, std::string_view text) {
    return count_code_points(before) + count_code_points(text) > kLineWidth;
}

bool add_evidence(yaml::NodeRef rating, const RatingRecord& record, const Layout& layout,
                  std::vector<PairEdit>& changes, std::vector<TextEdit>& edits) {
    if (record.evidence.empty()) return true;
    const auto list = find_pair(rating, "evidence");
    if (!list || list->value.size() == 0) {
        changes.push_back({"evidence", evidence_list(record, layout.quotes)});
        return true;
    }
    // In a rating on one line that is written anew, the list is a piece of it.
    const std::string_view text = rating.tree().text;
    const SourceSpan span = rating.span();
    const bool is_rebuilt =
        is_flow(rating) &&
        text.substr(span.begin, span.end - span.begin).find_first_of("\r\n") == text.npos;
    if (!is_rebuilt)
        return add_items(list->value, evidence_texts(record, layout.quotes), layout, edits);
    const std::size_t begin = list->value.span().begin;
    std::string whole(text.substr(begin, end_of(list->value) - begin - 1));
    for (const std::string& item : evidence_texts(record, layout.quotes)) whole += ", " + item;
    changes.push_back({"evidence", NewValue{whole + "]", {}}});
    return true;
}

/// Changes a rating that is written out.
bool change_long(yaml::NodeRef rating, const RatingRecord& record, const Layout& layout,
                 std::vector<TextEdit>& edits) {
    std::vector<PairEdit> changes;
    for (const Words& words : words_of(record)) {
        const auto known = find_pair(rating, words.key);
        if (words.text.empty()) {
            if (known) changes.push_back({std::string(words.key), std::nullopt});
        } else if (!known) {
            changes.push_back(
                {std::string(words.key), NewValue{written(words, layout.quotes), {}}});
        } else if (!known->value.is_scalar() || known->value.text() != words.text) {
            changes.push_back({std::string(words.key),
                               NewValue{written_for(known->value, words, layout.quotes), {}}});
        }
    }
    if (record.drops_plan && find_pair(rating, "plan")) changes.push_back({"plan", std::nullopt});
    return add_evidence(rating, record, layout, changes, edits) &&
           edit_mapping(rating, changes, kOrder, layout, edits);
}

/// A short rating becomes one that is written out.
bool change_short(const Entry& entry, bool is_in_brackets, const RatingRecord& record,
                  const Layout& layout, std::vector<TextEdit>& edits) {
    const yaml::Tree& tree = entry.key.tree();
    const NewValue rating = whole_rating(record, layout);
    const std::size_t key = entry.key.span().begin;
    const SourceSpan old = entry.value.span();
    const std::string indentation = indentation_of(tree, key).value_or("");
    const std::string before = indentation + std::string(tree.text.substr(key, old.begin - key));
    if (!is_in_brackets && is_too_long(before, rating.text) &&
        put_below(entry.key, entry.value, rating.lines, layout, edits))
        return true;
    edits.push_back({old.begin, old.end, rating.text});
    return true;
}

bool add_new(const Entry& ratings, const std::string& id, const RatingRecord& record,
             const Layout& layout, std::vector<TextEdit>& edits) {
    NewValue rating = whole_rating(record, layout);
    const yaml::Tree& tree = ratings.key.tree();
    const bool is_first = ratings.value.size() == 0;
    const bool is_in_brackets = is_flow(yaml::NodeRef(tree, 0));
    const std::string key = written_word(id, layout.quotes) + ": ";
    const std::size_t place =
        is_first ? ratings.key.span().begin : ratings.value.first_child().span().begin;
    std::string before = indentation_of(tree, place).value_or("") + key;
    if (is_first) before += layout.step;
    if (!is_too_long(before, rating.text)) rating.lines.clear();
    if (is_first && !is_in_brackets) {
        std::vector<std::string> lines = {key + rating.text};
        if (!rating.lines.empty()) {
            lines = {written_word(id, layout.quotes) + ":"};
            for (const std::string& line : rating.lines) lines.push_back(layout.step + line);
        }
        if (put_below(ratings.key, ratings.value, lines, layout, edits)) return true;
    }
    const PairEdit change = {id, std::move(rating)};
    return edit_mapping(ratings.value, std::span(&change, 1), {}, layout, edits);
}

Layout layout_of(const yaml::Tree& tree, const Entry& ratings) {
    Layout layout;
    layout.line_break = line_break_of(tree.text);
    const yaml::NodeRef root(tree, 0);
    if (is_flow(root) && root.first_child().style() == yaml::Style::double_quoted)
        layout.quotes = Quotes::always;
    if (ratings.value.size() == 0 || is_flow(ratings.value)) return layout;
    const auto outer = indentation_of(tree, ratings.key.span().begin);
    const auto inner = indentation_of(tree, ratings.value.first_child().span().begin);
    if (outer && inner && inner->size() > outer->size()) layout.step = inner->substr(outer->size());
    return layout;
}

bool is_same(yaml::NodeRef a, yaml::NodeRef b) {
    const std::uint32_t count = a.next().index() - a.index();
    if (b.next().index() - b.index() != count) return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        const yaml::NodeRef x(a.tree(), a.index() + i);
        const yaml::NodeRef y(b.tree(), b.index() + i);
        if (x.kind() != y.kind() || x.size() != y.size()) return false;
        if (x.is_scalar() &&
            (x.style() != y.style() || x.is_absent() != y.is_absent() || x.text() != y.text()))
            return false;
    }
    return true;
}

/// What the user says under own keys of a rating has not changed.
bool keeps_own_keys(yaml::NodeRef before, yaml::NodeRef after) {
    bool keeps = true;
    if (!before.is_mapping()) return keeps;
    yaml::for_each_pair(before, [&](yaml::NodeRef key, yaml::NodeRef value) {
        if (!is_own_key(key.text())) return;
        const auto now = find_pair(after, key.text());
        keeps = keeps && now && is_same(value, now->value);
    });
    return keeps;
}

/// The same pairs, but for the entry of the competence, which may be new and last.
bool ratings_differ_only_in(yaml::NodeRef before, yaml::NodeRef after, const Framework& framework,
                            CompetenceId competence) {
    const auto changed = find_entry(before, framework, competence);
    const std::uint32_t more = changed ? 0 : 1;
    if (!after.is_mapping() || after.size() != before.size() + more) return false;
    yaml::NodeRef now = after.first_child();
    bool is_so = true;
    yaml::for_each_pair(before, [&](yaml::NodeRef key, yaml::NodeRef value) {
        const yaml::NodeRef now_value = now.next();
        is_so = is_so && is_same(key, now);
        if (changed && key.index() == changed->key.index())
            is_so = is_so && keeps_own_keys(value, now_value);
        else
            is_so = is_so && is_same(value, now_value);
        now = now_value.next();
    });
    const auto found = find_entry(after, framework, competence);
    return is_so && found && (changed || found->key.index() == now.index());
}

}  // namespace

std::optional<yaml::NodeRef> find_value(yaml::NodeRef mapping, std::string_view key) {
    const auto pair = find_pair(mapping, key);
    if (!pair) return std::nullopt;
    return pair->value;
}

std::vector<std::string> written_keys(const yaml::Tree& tree, const Framework& framework,
                                      CompetenceId competence) {
    std::vector<std::string> keys;
    const auto ratings = find_pair(yaml::NodeRef(tree, 0), "ratings");
    const auto entry = ratings ? find_entry(ratings->value, framework, competence) : std::nullopt;
    if (!entry || !entry->value.is_mapping()) return keys;
    yaml::for_each_pair(entry->value,
                        [&](yaml::NodeRef key, yaml::NodeRef) { keys.emplace_back(key.text()); });
    return keys;
}

std::optional<std::vector<TextEdit>> plan_recording(const yaml::Tree& tree,
                                                    const Framework& framework,
                                                    const RatingRecord& record) {
    const auto ratings = find_pair(yaml::NodeRef(tree, 0), "ratings");
    if (!ratings || !ratings->value.is_mapping()) return std::nullopt;
    const Layout layout = layout_of(tree, *ratings);
    const auto entry = find_entry(ratings->value, framework, record.competence);
    std::vector<TextEdit> edits;
    bool can_be = false;
    if (!entry)
        can_be = add_new(*ratings, framework.at(record.competence).id, record, layout, edits);
    else if (entry->value.is_mapping())
        can_be = change_long(entry->value, record, layout, edits);
    else
        can_be = change_short(*entry, is_flow(ratings->value), record, layout, edits);
    if (!can_be) return std::nullopt;
    sort_edits(edits);
    return edits;
}

bool is_same_document(const yaml::Tree& before, const yaml::Tree& after) {
    return is_same(yaml::NodeRef(before, 0), yaml::NodeRef(after, 0));
}

bool differs_only_in(const yaml::Tree& before, const yaml::Tree& after, const Framework& framework,
                     CompetenceId competence) {
    const yaml::NodeRef old_root(before, 0);
    const yaml::NodeRef new_root(after, 0);
    if (!new_root.is_mapping() || old_root.size() != new_root.size()) return false;
    yaml::NodeRef now = new_root.first_child();
    bool is_so = true;
    yaml::for_each_pair(old_root, [&](yaml::NodeRef key, yaml::NodeRef value) {
        const yaml::NodeRef now_value = now.next();
        is_so = is_so && is_same(key, now);
        if (key.text() == "ratings")
            is_so = is_so && value.is_mapping() &&
                    ratings_differ_only_in(value, now_value, framework, competence);
        else
            is_so = is_so && is_same(value, now_value);
        now = now_value.next();
    });
    return is_so;
}

}  // namespace hcf
