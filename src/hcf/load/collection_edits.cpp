// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/collection_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hcf {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_break(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t line_start(std::string_view text, std::size_t at) {
    while (at != 0 && !is_break(text[at - 1])) --at;
    return at;
}

/// Where the line of a byte ends, before its line break.
std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find_first_of("\r\n", at), text.size());
}

/// Where the next line begins.
std::size_t behind_line(std::string_view text, std::size_t at) {
    const std::size_t end = line_end(text, at);
    if (end == text.size()) return end;
    return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

/// True where nothing but blanks and a comment stands behind a byte on its line.
bool is_rest_of_line_free(std::string_view text, std::size_t at) {
    const std::size_t end = line_end(text, at);
    std::size_t next = at;
    while (next < end && is_blank(text[next])) ++next;
    return next == end || (text[next] == '#' && next > at);
}

/// Whole lines to be put where a line begins, or at the end of a text without a last line break.
TextEdit insertion(std::string_view text, std::size_t at, const std::vector<std::string>& lines,
                   const Layout& layout) {
    const bool begins_line = at == 0 || is_break(text[at - 1]);
    TextEdit edit = {at, at, {}};
    for (const std::string& line : lines)
        edit.text += begins_line ? line + layout.line_break : layout.line_break + line;
    return edit;
}

std::string written_key(const std::string& key, const Layout& layout) {
    return written_word(key, layout.quotes);
}

/// The lines of a pair in block style.
std::vector<std::string> pair_lines(const PairEdit& pair, const std::string& indentation,
                                    const Layout& layout) {
    const std::string key = indentation + written_key(pair.key, layout) + ":";
    if (pair.value->lines.empty()) return {key + " " + pair.value->text};
    std::vector<std::string> lines = {key};
    for (const std::string& line : pair.value->lines)
        lines.push_back(fmt::format("{}{}{}", indentation, layout.step, line));
    return lines;
}

/// A pair or an item of a collection.
struct Element {
    std::string key;  ///< of a pair
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<yaml::NodeRef> value;
    bool goes = false;
    std::optional<std::string> text;  ///< what stands there afterwards, if that is something else
    std::size_t comma = kNone;
};

std::vector<Element> elements_of(yaml::NodeRef node) {
    std::vector<Element> elements;
    if (node.is_mapping()) {
        yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
            const std::size_t end = std::max<std::size_t>(key.span().end, end_of(value));
            elements.push_back(
                {std::string(key.text()), key.span().begin, end, value, false, std::nullopt});
        });
    } else {
        yaml::for_each_item(node, [&](yaml::NodeRef item) {
            elements.push_back({{}, item.span().begin, end_of(item), item, false, std::nullopt});
        });
    }
    return elements;
}

/// The comma behind an element in brackets, comments aside.
std::size_t comma_behind(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text[at] == '#')
            at = line_end(text, at);
        else if (is_blank(text[at]) || is_break(text[at]))
            ++at;
        else
            return text[at] == ',' ? at : kNone;
    }
    return kNone;
}

/// The place of a key in an order; none where it is not in it.
std::size_t rank_of(std::span<const std::string_view> order, std::string_view key) {
    const auto place = std::find(order.begin(), order.end(), key);
    return place == order.end() ? kNone : static_cast<std::size_t>(place - order.begin());
}

/// The element behind which a new key stands; nothing: it comes first.
std::optional<std::size_t> place_behind(const std::vector<Element>& elements,
                                        std::span<const std::string_view> order,
                                        std::string_view key) {
    std::optional<std::size_t> best;
    std::size_t best_rank = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].goes) continue;
        if (order.empty()) {
            best = i;
            continue;
        }
        const std::size_t rank = rank_of(order, elements[i].key);
        if (rank == kNone || rank >= rank_of(order, key) || (best && rank < best_rank)) continue;
        best = i;
        best_rank = rank;
    }
    return best;
}

Element* find_element(std::vector<Element>& elements, const std::string& key) {
    for (Element& element : elements) {
        if (element.key == key) return &element;
    }
    return nullptr;
}

/// A collection in brackets on one line is written anew, from its own pieces. `known` are the
/// elements that it has now.
void rebuild(yaml::NodeRef node, const std::vector<Element>& known,
             const std::vector<Element>& elements, std::vector<TextEdit>& edits) {
    const std::string_view text = node.tree().text;
    const std::size_t begin = node.span().begin + 1;
    const std::size_t end = node.span().end - std::size_t{1};
    std::string_view separator = ", ";
    std::string_view before;
    std::string_view after;
    if (known.size() > 1) separator = text.substr(known[0].end, known[1].begin - known[0].end);
    if (!known.empty()) {
        const Element& last = known.back();
        const std::size_t behind = last.comma == kNone ? last.end : last.comma + 1;
        before = text.substr(begin, known.front().begin - begin);
        after = text.substr(behind, end - behind);
    }
    std::string inside(before);
    bool is_first = true;
    for (const Element& element : elements) {
        if (element.goes) continue;
        if (!is_first) inside += separator;
        is_first = false;
        inside += element.text
                      ? *element.text
                      : std::string(text.substr(element.begin, element.end - element.begin));
    }
    edits.push_back({begin, end, inside += after});
}

void remove_flow_element(std::string_view text, const Element& element,
                         std::vector<TextEdit>& edits) {
    const std::size_t line = line_start(text, element.begin);
    const bool is_alone =
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(line),
                    text.begin() + static_cast<std::ptrdiff_t>(element.begin), is_blank);
    std::size_t end = element.comma == kNone ? element.end : element.comma + 1;
    if (is_alone && is_rest_of_line_free(text, end)) {
        edits.push_back({line, behind_line(text, end), {}});
        return;
    }
    while (end < text.size() && is_blank(text[end])) ++end;
    edits.push_back({element.begin, end, {}});
}

/// A collection in brackets over several lines is changed piece by piece.
bool edit_lines_in_brackets(yaml::NodeRef node, const std::vector<Element>& elements,
                            const std::vector<std::string>& added, const Layout& layout,
                            std::vector<TextEdit>& edits) {
    const std::string_view text = node.tree().text;
    const Element* last = nullptr;
    for (const Element& element : elements) {
        if (element.goes)
            remove_flow_element(text, element, edits);
        else
            last = &element;
        if (!element.goes && element.text)
            edits.push_back({element.begin, element.end, *element.text});
    }
    if (last == nullptr) {
        std::string inside;
        for (const std::string& item : added) inside += (inside.empty() ? "" : ", ") + item;
        edits.push_back(
            {node.span().begin + std::size_t{1}, node.span().begin + std::size_t{1}, inside});
        return true;
    }
    const bool was_last = last == &elements.back();
    if (added.empty()) {
        // JSON allows no comma behind the last one.
        if (!was_last && last->comma != kNone) edits.push_back({last->comma, last->comma + 1, {}});
        return true;
    }
    const std::size_t line = line_start(text, elements.front().begin);
    const std::string before(text.substr(line, elements.front().begin - line));
    const bool is_own_line = std::all_of(before.begin(), before.end(), is_blank);
    std::string items;
    for (const std::string& item : added) {
        if (!items.empty()) items += is_own_line ? "," + layout.line_break + before : ", ";
        items += item;
    }
    if (last->comma == kNone) edits.push_back({last->end, last->end, ","});
    const std::size_t behind = last->comma == kNone ? last->end : last->comma + 1;
    if (is_own_line && is_rest_of_line_free(text, behind)) {
        edits.push_back(insertion(text, behind_line(text, behind), {before + items}, layout));
    } else {
        edits.push_back(
            {behind, behind, is_own_line ? layout.line_break + before + items : " " + items});
    }
    return true;
}

bool is_on_one_line(yaml::NodeRef node) {
    const std::string_view text = node.tree().text;
    const SourceSpan span = node.span();
    return text.substr(span.begin, span.end - span.begin).find_first_of("\r\n") == kNone;
}

void note_commas(yaml::NodeRef node, std::vector<Element>& elements) {
    for (Element& element : elements) element.comma = comma_behind(node.tree().text, element.end);
}

bool edit_flow_mapping(yaml::NodeRef mapping, std::span<const PairEdit> changes,
                       std::span<const std::string_view> order, const Layout& layout,
                       std::vector<TextEdit>& edits) {
    const std::string_view text = mapping.tree().text;
    std::vector<Element> elements = elements_of(mapping);
    note_commas(mapping, elements);
    const std::vector<Element> known_elements = elements;
    const bool is_short = is_on_one_line(mapping);
    std::vector<std::string> added;
    for (const PairEdit& change : changes) {
        Element* known = find_element(elements, change.key);
        if (known != nullptr && !change.value) {
            known->goes = true;
        } else if (known != nullptr) {
            const std::size_t value = known->value->span().begin;
            known->text =
                std::string(text.substr(known->begin, value - known->begin)) + change.value->text;
        }
    }
    for (const PairEdit& change : changes) {
        if (!change.value || find_element(elements, change.key) != nullptr) continue;
        Element element;
        element.key = change.key;
        element.text = fmt::format("{}: {}", written_key(change.key, layout), change.value->text);
        added.push_back(*element.text);
        const auto behind = place_behind(elements, order, change.key);
        if (is_short)
            elements.insert(
                elements.begin() + (behind ? static_cast<std::ptrdiff_t>(*behind) + 1 : 0),
                element);
    }
    if (!is_short) return edit_lines_in_brackets(mapping, elements, added, layout, edits);
    rebuild(mapping, known_elements, elements, edits);
    return true;
}

/// True for a value of which the bytes alone can be replaced.
bool is_in_line(yaml::NodeRef value) {
    if (!value.is_scalar()) return is_flow(value);
    return value.style() != yaml::Style::block && !value.is_absent();
}

bool edit_block_mapping(yaml::NodeRef mapping, std::span<const PairEdit> changes,
                        std::span<const std::string_view> order, const Layout& layout,
                        std::vector<TextEdit>& edits) {
    const std::string_view text = mapping.tree().text;
    std::vector<Element> elements = elements_of(mapping);
    const auto indentation = indentation_of(mapping.tree(), elements.front().begin);
    if (!indentation) return false;
    for (const PairEdit& change : changes) {
        Element* known = find_element(elements, change.key);
        if (known == nullptr) continue;
        const std::size_t begin = line_start(text, known->begin);
        const std::size_t behind = behind_line(text, known->end);
        known->goes = !change.value;
        if (!change.value) {
            edits.push_back({begin, behind, {}});
        } else if (is_in_line(*known->value)) {
            edits.push_back(
                {known->value->span().begin, known->value->span().end, change.value->text});
        } else {
            const std::size_t end = line_end(text, known->end);
            std::string lines;
            for (const std::string& line : pair_lines(change, *indentation, layout))
                lines += (lines.empty() ? "" : layout.line_break) + line;
            edits.push_back({begin, end, lines});
        }
    }
    for (const PairEdit& change : changes) {
        if (!change.value || find_element(elements, change.key) != nullptr) continue;
        const auto behind = place_behind(elements, order, change.key);
        const std::size_t at = behind ? behind_line(text, elements[*behind].end)
                                      : line_start(text, elements.front().begin);
        edits.push_back(insertion(text, at, pair_lines(change, *indentation, layout), layout));
    }
    return true;
}

}  // namespace

std::size_t end_of(yaml::NodeRef node) {
    const yaml::Tree& tree = node.tree();
    std::size_t end = node.span().begin;
    for (std::uint32_t i = node.index(); i < node.next().index(); ++i) {
        const yaml::NodeRef part(tree, i);
        if (part.is_absent() || (!part.is_scalar() && !is_flow(part))) continue;
        end = std::max<std::size_t>(end, part.span().end);
    }
    return end;
}

bool is_flow(yaml::NodeRef node) {
    if (node.is_scalar() || node.span().begin >= node.tree().text.size()) return false;
    return node.tree().text[node.span().begin] == (node.is_mapping() ? '{' : '[');
}

std::optional<std::string> indentation_of(const yaml::Tree& tree, std::size_t at) {
    const std::size_t line = line_start(tree.text, at);
    std::string before(tree.text.substr(line, at - line));
    if (before.find_first_not_of(' ') != std::string::npos) return std::nullopt;
    return before;
}

bool edit_mapping(yaml::NodeRef mapping, std::span<const PairEdit> changes,
                  std::span<const std::string_view> order, const Layout& layout,
                  std::vector<TextEdit>& edits) {
    if (changes.empty()) return true;
    return is_flow(mapping) ? edit_flow_mapping(mapping, changes, order, layout, edits)
                            : edit_block_mapping(mapping, changes, order, layout, edits);
}

bool add_items(yaml::NodeRef list, const std::vector<std::string>& items, const Layout& layout,
               std::vector<TextEdit>& edits) {
    if (items.empty()) return true;
    std::vector<Element> elements = elements_of(list);
    if (is_flow(list)) {
        note_commas(list, elements);
        if (!is_on_one_line(list))
            return edit_lines_in_brackets(list, elements, items, layout, edits);
        const std::vector<Element> known = elements;
        for (const std::string& item : items) {
            Element& element = elements.emplace_back();
            element.text = item;
        }
        rebuild(list, known, elements, edits);
        return true;
    }
    const std::string_view text = list.tree().text;
    const std::size_t line = line_start(text, elements.back().begin);
    const std::size_t dash = text.find_first_not_of(' ', line);
    if (text.substr(dash, 2) != "- ") return false;
    const std::string before(text.substr(line, dash - line));
    std::vector<std::string> lines;
    lines.reserve(items.size());
    for (const std::string& item : items) lines.push_back(fmt::format("{}- {}", before, item));
    edits.push_back(insertion(text, behind_line(text, elements.back().end), lines, layout));
    return true;
}

bool put_below(yaml::NodeRef key, yaml::NodeRef value, const std::vector<std::string>& lines,
               const Layout& layout, std::vector<TextEdit>& edits) {
    const std::string_view text = key.tree().text;
    const auto indentation = indentation_of(key.tree(), key.span().begin);
    const std::size_t begin = value.span().begin;
    const std::size_t end = value.span().end;
    const std::size_t colon = text.find(':', key.span().end);
    const bool is_on_line = line_start(text, begin) == line_start(text, key.span().begin) &&
                            line_start(text, end) == line_start(text, begin);
    if (!indentation || !is_on_line || colon >= begin || !is_rest_of_line_free(text, end))
        return false;
    edits.push_back({colon + 1, end, {}});
    std::vector<std::string> whole;
    whole.reserve(lines.size());
    for (const std::string& line : lines)
        whole.push_back(fmt::format("{}{}{}", *indentation, layout.step, line));
    edits.push_back(insertion(text, behind_line(text, end), whole, layout));
    return true;
}

void sort_edits(std::vector<TextEdit>& edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
}

}  // namespace hcf
