// SPDX-License-Identifier: Apache-2.0
// Reads partials. They come from elsewhere, so that nothing in them is taken on trust: every key,
// every type, every sum that has to agree with another.
#include "hcf/base/base64.h"
#include "hcf/base/text.h"
#include "hcf/cli/summary_partial.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hcf::cli {
namespace {

constexpr std::string_view kSchema = "hcf.summary-partial/1";

/// Far more than there are people, and far less than what overflows when a thousand parts are
/// added.
constexpr std::int64_t kMostOfAnything = 1'000'000'000'000;

constexpr std::size_t kMostNesting = 8;

/// Finds what a tree cannot tell any more: where the syntax breaks off, and keys that stand twice.
class Checker : public nlohmann::json_sax<Json> {
public:
    explicit Checker(std::string_view text) : text_(text) {}

    [[nodiscard]] const std::string& problem() const { return problem_; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }

    bool key(string_t& key) override {
        if (keys_.back().insert(key).second) return true;
        problem_ = fmt::format("the key {} stands twice", in_quotes(key));
        return false;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        const std::size_t end = std::min(position, text_.size());
        const auto line = 1 + std::count(text_.begin(), text_.begin() + as_offset(end), '\n');
        problem_ = fmt::format("line {}: this is no JSON", line);
        return false;
    }

private:
    [[nodiscard]] static std::ptrdiff_t as_offset(std::size_t position) {
        return static_cast<std::ptrdiff_t>(position);
    }

    bool open() {
        keys_.emplace_back();
        if (keys_.size() <= kMostNesting) return true;
        problem_ = fmt::format("it is nested over {} levels deep", kMostNesting);
        return false;
    }

    bool close() {
        keys_.pop_back();
        return true;
    }

    std::string_view text_;
    std::vector<std::set<std::string>> keys_;
    std::string problem_;
};

/// Takes a JSON apart; the first thing that is wrong is kept, and what follows is read as nothing.
class PartialReader {
public:
    [[nodiscard]] bool is_fine() const { return problem_.empty(); }
    [[nodiscard]] const std::string& problem() const { return problem_; }

    void fault(const std::string& path, std::string_view what) {
        if (problem_.empty()) problem_ = fmt::format("{}: {}", path, what);
    }

    /// Checks that an object has these keys and no others.
    void expect_keys(const Json& object, const std::string& path,
                     const std::vector<std::string_view>& keys);

    [[nodiscard]] std::int64_t count(const Json& object, const std::string& path,
                                     std::string_view key, std::int64_t least = 0);
    [[nodiscard]] std::string text(const Json& object, const std::string& path,
                                   std::string_view key);
    [[nodiscard]] std::string text_or_empty(const Json& object, const std::string& path,
                                            std::string_view key);
    [[nodiscard]] bool boolean(const Json& object, const std::string& path, std::string_view key);

    /// Calls use(element, path) for each element of a list.
    template <class Use>
    void each(const Json& object, const std::string& object_path, std::string_view key, Use use);

private:
    std::string problem_;
};

std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

const Json& at_key(const Json& object, std::string_view key) {
    static const Json kNothing;
    const auto found = object.find(std::string(key));
    return found == object.end() ? kNothing : *found;
}

void PartialReader::expect_keys(const Json& object, const std::string& path,
                                const std::vector<std::string_view>& keys) {
    const std::string here = path.empty() ? "the document" : path;
    if (!object.is_object()) return fault(here, "expected a mapping");
    for (const auto& [key, value] : object.items()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            fault(here, fmt::format("unknown key {}", in_quotes(key)));
    }
    for (const std::string_view key : keys) {
        if (!object.contains(std::string(key)))
            fault(here, fmt::format("the key '{}' is missing", key));
    }
}

std::int64_t PartialReader::count(const Json& object, const std::string& path, std::string_view key,
                                  std::int64_t least) {
    const Json& value = at_key(object, key);
    if (value.is_number_integer() &&
        (!value.is_number_unsigned() ||
         value.get<std::uint64_t>() <= std::uint64_t{kMostOfAnything})) {
        const auto number = value.get<std::int64_t>();
        if (number >= least && number <= kMostOfAnything) return number;
    }
    fault(below(path, key),
          fmt::format("expected a whole number from {} to {}", least, kMostOfAnything));
    return least;
}

std::string PartialReader::text(const Json& object, const std::string& path, std::string_view key) {
    const Json& value = at_key(object, key);
    if (value.is_string() && !value.get_ref<const std::string&>().empty())
        return value.get<std::string>();
    fault(below(path, key), "expected a text");
    return {};
}

std::string PartialReader::text_or_empty(const Json& object, const std::string& path,
                                         std::string_view key) {
    return at_key(object, key).is_null() ? std::string() : text(object, path, key);
}

bool PartialReader::boolean(const Json& object, const std::string& path, std::string_view key) {
    const Json& value = at_key(object, key);
    if (value.is_boolean()) return value.get<bool>();
    fault(below(path, key), "expected true or false");
    return false;
}

template <class Use>
void PartialReader::each(const Json& object, const std::string& object_path, std::string_view key,
                         Use use) {
    const Json& list = at_key(object, key);
    const std::string list_path = below(object_path, key);
    if (!list.is_array()) return fault(list_path, "expected a list");
    for (std::size_t i = 0; i < list.size() && is_fine(); ++i) {
        const std::string path = fmt::format("{}[{}]", list_path, i);
        if (!list[i].is_object()) return fault(path, "expected a mapping");
        use(list[i], path);
    }
}

std::vector<std::string_view> with(std::vector<std::string_view> keys,
                                   std::span<const std::string_view> more) {
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

/// The figures of a group, which have to be ones that people can have.
GroupCounts read_group(PartialReader& reader, const Json& element, const std::string& path) {
    GroupCounts counts = {};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = reader.count(element, path, Words<GroupFigure>::kList[i], i == 0 ? 1 : 0);
    const auto of = [&](GroupFigure figure) { return counts[at(figure)]; };
    using enum GroupFigure;
    if (of(met) + of(planned) + of(gap) != of(applicable))
        reader.fault(path, "met, planned and gap do not add up to applicable");
    if (of(applicable) > of(required)) reader.fault(path, "more is applicable than is required");
    if (of(ready) > of(assured) || of(assured) > of(people))
        reader.fault(path, "more people are ready than assured, or assured than there are");
    return counts;
}

CompetenceCounts read_competence(PartialReader& reader, const Json& element,
                                 const std::string& path) {
    CompetenceCounts counts = {};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = reader.count(element, path, Words<CompetenceFigure>::kList[i], i == 0 ? 1 : 0);
    const auto of = [&](CompetenceFigure figure) { return counts[at(figure)]; };
    using enum CompetenceFigure;
    if (of(met) + of(planned) + of(gap) != of(needed))
        reader.fault(path, "met, planned and gap do not add up to needed");
    if (of(expired) > of(planned) + of(gap)) reader.fault(path, "more is expired than is not met");
    return counts;
}

template <class Id>
std::optional<Id> find_id(std::optional<Id> found, const std::string& id, std::string_view kind,
                          PartialReader& reader, const std::string& path) {
    if (!found && reader.is_fine())
        reader.fault(path, fmt::format("the framework has no {} {}", kind, in_quotes(id)));
    return found;
}

/// Keeps an element behind the last one; another order, and the same twice, are none that hcf
/// writes.
template <class Map, class Key, class Sums>
void put(Map& map, Key key, Sums sums, PartialReader& reader, const std::string& path) {
    if (!map.empty() && !(map.rbegin()->first < key)) reader.fault(path, "it is out of order");
    map.emplace_hint(map.end(), std::move(key), std::move(sums));
}

void read_workplaces(PartialReader& reader, const Json& json, SummarySums& sums) {
    const auto keys = with({"organisation", "team"}, Words<GroupFigure>::kList);
    reader.each(json, "", "workplaces", [&](const Json& element, const std::string& path) {
        reader.expect_keys(element, path, keys);
        Workplace workplace = {reader.text_or_empty(element, path, "organisation"),
                               reader.text_or_empty(element, path, "team")};
        put(sums.workplaces, std::move(workplace), read_group(reader, element, path), reader, path);
    });
}

/// What one post is asked for; `sums` has its figures. The two agree.
void read_competences(const Framework& framework, PartialReader& reader, const Json& post,
                      const std::string& post_path, PostSums& sums) {
    const auto keys = with({"competence"}, Words<CompetenceFigure>::kList);
    std::optional<CompetenceId> last;
    CompetenceCounts all = {};
    sums.competences.resize(framework.competences.size());
    reader.each(post, post_path, "competences", [&](const Json& element, const std::string& path) {
        reader.expect_keys(element, path, keys);
        const std::string id = reader.text(element, path, "competence");
        const auto competence =
            find_id(framework.find_competence(id), id, "competence", reader, path);
        if (!competence) return;
        if (last && !(*last < *competence)) reader.fault(path, "it is out of order");
        last = competence;
        const CompetenceCounts counts = read_competence(reader, element, path);
        if (counts[at(CompetenceFigure::needed)] > sums.counts[at(GroupFigure::people)])
            reader.fault(path, "it is needed by more than there are people");
        for (std::size_t i = 0; i < all.size(); ++i) all[i] += counts[i];
        sums.competences[competence->index] = counts;
    });
    const bool agree =
        all[at(CompetenceFigure::met)] == sums.counts[at(GroupFigure::met)] &&
        all[at(CompetenceFigure::planned)] == sums.counts[at(GroupFigure::planned)] &&
        all[at(CompetenceFigure::gap)] == sums.counts[at(GroupFigure::gap)];
    if (!agree) reader.fault(post_path, "the competences do not add up to its figures");
}

void read_posts(const Framework& framework, PartialReader& reader, const Json& json,
                SummarySums& sums) {
    auto keys = with({"level", "role"}, Words<GroupFigure>::kList);
    keys.emplace_back("competences");
    reader.each(json, "", "posts", [&](const Json& element, const std::string& path) {
        reader.expect_keys(element, path, keys);
        const std::string level_id = reader.text(element, path, "level");
        const std::string role_id = reader.text_or_empty(element, path, "role");
        const auto level = find_id(framework.find_level(level_id), level_id, "level", reader, path);
        std::optional<RoleId> role;
        if (!role_id.empty())
            role = find_id(framework.find_role(role_id), role_id, "role", reader, path);
        if (role && level && !stands_at(framework.at(*role), *level))
            reader.fault(path, "the role is not of the level");
        if (!reader.is_fine()) return;
        PostSums post = {read_group(reader, element, path), {}};
        if (reader.is_fine()) read_competences(framework, reader, element, path, post);
        put(sums.posts, HeldRole{*level, role}, std::move(post), reader, path);
    });
}

void read_skipped(PartialReader& reader, const Json& json, std::vector<PartialSkipped>& skipped) {
    reader.each(json, "", "skipped", [&](const Json& element, const std::string& path) {
        reader.expect_keys(element, path, {"file", "document", "errors"});
        PartialSkipped item;
        item.file = reader.text(element, path, "file");
        if (!at_key(element, "document").is_null())
            item.document = reader.count(element, path, "document", 1);
        item.errors = reader.count(element, path, "errors");
        if (!skipped.empty() && item < skipped.back()) reader.fault(path, "it is out of order");
        skipped.push_back(std::move(item));
    });
}

std::vector<std::uint64_t> read_hashes(PartialReader& reader, const std::string& text,
                                       std::int64_t people) {
    const auto bytes = from_base64(text);
    std::vector<std::uint64_t> hashes;
    if (!bytes || bytes->size() % 8 != 0) {
        reader.fault("persons", "expected hashes of 64 bits each, in base64");
        return hashes;
    }
    hashes.reserve(bytes->size() / 8);
    for (std::size_t i = 0; i < bytes->size(); i += 8) {
        std::uint64_t hash = 0;
        for (std::size_t b = 0; b < 8; ++b)
            hash = (hash << 8U) | static_cast<unsigned char>((*bytes)[i + b]);
        hashes.push_back(hash);
    }
    const bool is_sorted =
        std::adjacent_find(hashes.begin(), hashes.end(),
                           [](std::uint64_t a, std::uint64_t b) { return a >= b; }) == hashes.end();
    if (!is_sorted) reader.fault("persons", "they are out of order");
    if (hashes.size() != static_cast<std::uint64_t>(people))
        reader.fault("persons", "there are not as many as people");
    return hashes;
}

const GroupCounts& counts_of(const GroupCounts& counts) { return counts; }
const GroupCounts& counts_of(const PostSums& sums) { return sums.counts; }

template <class Map>
GroupCounts total_of(const Map& groups) {
    GroupCounts total = {};
    for (const auto& [key, sums] : groups) {
        const GroupCounts& counts = counts_of(sums);
        for (std::size_t i = 0; i < counts.size(); ++i) total[i] += counts[i];
    }
    return total;
}

/// Every table counts the same people: their sums agree.
void check_totals(PartialReader& reader, const SummarySums& sums) {
    const GroupCounts total = total_of(sums.workplaces);
    if (total[at(GroupFigure::people)] != sums.people)
        reader.fault("workplaces", "the groups do not add up to people");
    if (total_of(sums.posts) != total)
        reader.fault("posts", "they do not add up to the same as workplaces");
}

PartialTerms read_terms(PartialReader& reader, const Json& json) {
    PartialTerms terms;
    terms.framework = reader.text(json, "", "framework_digest");
    const Json& info = at_key(json, "framework");
    if (!info.is_object()) reader.fault("framework", "expected a mapping");
    if (reader.is_fine()) {
        terms.card = fmt::format("{} {}", reader.text(info, "framework", "id"),
                                 reader.text(info, "framework", "version"));
    }
    const Json& overlays = at_key(json, "overlays");
    if (!overlays.is_array()) reader.fault("overlays", "expected a list");
    reader.each(json, "", "overlays", [&](const Json& overlay, const std::string& path) {
        terms.card += fmt::format(", with overlay {}", reader.text(overlay, path, "id"));
    });
    terms.pseudonym_key = reader.text_or_empty(json, "", "pseudonym_key");
    const auto as_of = parse_date(reader.text(json, "", "as_of"));
    if (as_of)
        terms.as_of = *as_of;
    else
        reader.fault("as_of", as_of.error().message);
    const auto accept = from_word<Basis>(reader.text(json, "", "accept"));
    if (!accept) reader.fault("accept", "expected self, supervisor or assessor");
    terms.accept = accept.value_or(Basis::self);
    terms.in_context = reader.boolean(json, "", "in_context");
    return terms;
}

}  // namespace

Result<RawPartial> parse_partial(std::string_view text) {
    Checker checker(text);
    if (!Json::sax_parse(text.begin(), text.end(), &checker)) return fail(checker.problem());
    RawPartial raw;
    raw.json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (raw.json.is_discarded() || !raw.json.is_object())
        return fail("this is no partial", "make one with: hcf summary --partial PATH...");
    const Json& schema = at_key(raw.json, "schema");
    if (schema != Json(kSchema)) {
        const std::string found =
            schema.is_string() ? in_quotes(schema.get<std::string>()) : "none";
        return fail(fmt::format("expected the schema '{}', found {}", kSchema, found),
                    "make one with: hcf summary --partial PATH...");
    }
    PartialReader reader;
    reader.expect_keys(
        raw.json, "",
        {"schema", "hcf", "framework", "overlays", "as_of", "framework_digest", "accept",
         "in_context", "pseudonym_key", "people", "workplaces", "posts", "skipped", "persons"});
    if (reader.is_fine()) raw.terms = read_terms(reader, raw.json);
    if (!reader.is_fine()) return fail(reader.problem());
    return raw;
}

Result<Partial> read_partial(const Framework& framework, RawPartial raw) {
    PartialReader reader;
    Partial partial;
    partial.terms = std::move(raw.terms);
    partial.sums.people = reader.count(raw.json, "", "people");
    read_workplaces(reader, raw.json, partial.sums);
    read_posts(framework, reader, raw.json, partial.sums);
    read_skipped(reader, raw.json, partial.skipped);
    if (reader.is_fine()) check_totals(reader, partial.sums);
    if (reader.is_fine() && !at_key(raw.json, "persons").is_null()) {
        const Json& persons = at_key(raw.json, "persons");
        if (persons.is_string())
            partial.persons =
                read_hashes(reader, persons.get_ref<const std::string&>(), partial.sums.people);
        else
            reader.fault("persons", "expected a text, or null");
    }
    if (!reader.is_fine()) return fail(reader.problem());
    return partial;
}

}  // namespace hcf::cli
