// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/migration.h"

#include "hcf/base/text.h"
#include "hcf/load/rewriting.h"
#include "hcf/rules/assessment_facts.h"
#include "hcf/schema/assessment_doc.h"
#include "hcf/schema/document_tables.h"
#include "hcf/schema/team_doc.h"
#include "hcf/schema/typed_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace hcf {
namespace {

constexpr std::string_view kDefaultScale = "status";

/// What a document says of the framework that it was made against.
enum class MadeFor { unknown, from, to, another };

/// What becomes of a name.
enum class Fate {
    stays,
    moves,
    gone,
    ambiguous,  ///< tied to several, or with several
    unclear     ///< another thing has the name now, and the document may mean either
};

struct Judged {
    Fate fate = Fate::stays;
    std::string old_id;
    std::string new_id;
    std::string replacement;
    std::vector<std::string> possible;
    std::optional<std::uint32_t> to;  ///< what it is in the second framework
    bool is_retitled = false;
};

/// The value under a key; nothing where there is none.
std::optional<yaml::NodeRef> find_key(yaml::NodeRef mapping, std::string_view key) {
    std::optional<yaml::NodeRef> found;
    if (!mapping.is_mapping()) return found;
    yaml::for_each_pair(mapping, [&](yaml::NodeRef name, yaml::NodeRef value) {
        if (name.text() == key) found = value;
    });
    return found;
}

/// The text of a scalar under a key.
std::optional<std::string_view> text_at(yaml::NodeRef mapping, std::string_view key) {
    const auto value = find_key(mapping, key);
    if (!value || !value->is_scalar() || value->is_null()) return std::nullopt;
    return value->text();
}

std::string quoted_list(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += fmt::format("{}'{}'", text.empty() ? "" : ", ", id);
    return text;
}

class Mover {
public:
    Mover(const yaml::Tree& tree, const FrameworkMove& move, Notes notes)
        : tree_(tree), move_(move), notes_(notes) {
        result_.line_break = line_break_of(tree.text);
    }

    // For walk_typed.
    void visit_mapping(yaml::NodeRef node, const MappingSpec& spec);
    void visit_entries(yaml::NodeRef node, const TypeSpec& type);
    void visit_scalar(yaml::NodeRef node, const TypeSpec& type);

    [[nodiscard]] Migration take();

private:
    void visit_keys(yaml::NodeRef node, const MappingSpec& spec);
    void visit_assessment(yaml::NodeRef node, const MappingSpec& spec);
    void move_framework_line(yaml::NodeRef node);
    void move_scale(yaml::NodeRef node);
    void check_value(yaml::NodeRef node);
    void check_own_level(yaml::NodeRef assessment);
    void choose_scale(yaml::NodeRef assessment);
    void move_name(yaml::NodeRef node, TextKind kind);
    void apply(yaml::NodeRef node, const Judged& judged, MovedThing what);
    void keep(yaml::NodeRef key, const Judged& judged, std::set<std::string>& keys);
    void add_note(std::uint32_t at, const std::string& competence);
    void replace(yaml::NodeRef node, const std::string& text);
    void problem(yaml::NodeRef node, std::string message, std::string help = {});

    template <class Tag, class Thing>
    [[nodiscard]] Judged judge(std::string_view text, const std::vector<Thing>& from,
                               const NameTable& from_names, const std::vector<Thing>& to,
                               const NameTable& to_names,
                               const std::vector<Counterpart<Tag>>& counterparts) const;
    [[nodiscard]] Judged judge(std::string_view text, TextKind kind) const;
    [[nodiscard]] MadeFor made_for(std::string_view text) const;

    const yaml::Tree& tree_;
    const FrameworkMove& move_;
    Notes notes_;
    Migration result_;
    MadeFor made_for_ = MadeFor::unknown;  ///< of the assessment that is being looked at
    std::optional<ScaleId> scale_;         ///< its scale in the first framework
};

void Mover::problem(yaml::NodeRef node, std::string message, std::string help) {
    result_.problems.push_back({node.span().begin, std::move(message), std::move(help)});
}

void Mover::replace(yaml::NodeRef node, const std::string& text) {
    const SourceSpan span = node.span();
    const std::string_view written = tree_.text.substr(span.begin, span.end - span.begin);
    const bool has_lines = written.find_first_of("\r\n") != std::string_view::npos;
    if (node.style() == yaml::Style::block || has_lines)
        return problem(node, "a name is written over several lines", "write it on one");
    result_.fixes.push_back({span.begin, span.end, written_like(node, text), node.index(), text});
}

template <class Tag, class Thing>
Judged Mover::judge(std::string_view text, const std::vector<Thing>& from,
                    const NameTable& from_names, const std::vector<Thing>& to,
                    const NameTable& to_names,
                    const std::vector<Counterpart<Tag>>& counterparts) const {
    Judged judged;
    const auto was = from_names.find(text);
    const auto now = to_names.find(text);
    judged.to = now;
    // A name of the second framework alone has moved already; one of neither is the loader's to
    // tell.
    if (!was) return judged;
    const Thing& old = from[*was];
    const Counterpart<Tag>& counterpart = counterparts[*was];
    judged.old_id = old.id;
    for (const auto id : counterpart.possible) judged.possible.push_back(to[id.index].id);
    if (counterpart.id) {
        const Thing& thing = to[counterpart.id->index];
        judged.to = counterpart.id->index;
        judged.new_id = thing.id;
        judged.is_retitled = old.title != thing.title;
        if (now == judged.to) return judged;
        const bool by_title = text != old.id && !old.title.empty() && !thing.title.empty() &&
                              case_fold(text) == case_fold(old.title);
        judged.replacement = by_title ? thing.title : thing.id;
    }
    if (now && made_for_ != MadeFor::from)
        judged.fate = Fate::unclear;
    else if (counterpart.id)
        judged.fate = Fate::moves;
    else
        judged.fate = counterpart.is_ambiguous() ? Fate::ambiguous : Fate::gone;
    return judged;
}

Judged Mover::judge(std::string_view text, TextKind kind) const {
    const Framework& from = move_.from;
    const Framework& to = move_.to;
    const Counterparts& counterparts = move_.counterparts;
    if (kind == TextKind::level) {
        return judge(text, from.levels, from.level_names, to.levels, to.level_names,
                     counterparts.levels);
    }
    if (kind == TextKind::role) {
        return judge(text, from.roles, from.role_names, to.roles, to.role_names,
                     counterparts.roles);
    }
    return judge(text, from.competences, from.competence_names, to.competences, to.competence_names,
                 counterparts.competences);
}

MovedThing thing_of(TextKind kind) {
    if (kind == TextKind::level) return MovedThing::level;
    return kind == TextKind::role ? MovedThing::role : MovedThing::competence;
}

/// What becomes of a name where it stands; `gone` here is a problem.
void Mover::apply(yaml::NodeRef node, const Judged& judged, MovedThing what) {
    switch (judged.fate) {
        case Fate::stays: return;
        case Fate::moves:
            replace(node, judged.replacement);
            result_.moves.push_back({node.span().begin, what, judged.old_id, judged.new_id});
            return;
        case Fate::gone:
            return problem(node,
                           fmt::format("the {} '{}' is not in {}", to_string(what), judged.old_id,
                                       card_of(move_.to)),
                           "choose by hand what takes its place");
        case Fate::ambiguous:
            return problem(
                node,
                fmt::format("the {} '{}' is tied to {}, and not one to one", to_string(what),
                            judged.old_id, quoted_list(judged.possible)),
                "choose by hand what takes its place");
        case Fate::unclear:
            return problem(node,
                           fmt::format("the name of the {} '{}' means something else in {}, and "
                                       "the file does not say which framework it was made against",
                                       to_string(what), judged.old_id, card_of(move_.to)),
                           fmt::format("add the line 'framework: {} {}'", move_.from.info.id,
                                       move_.from.info.version));
    }
}

void Mover::move_name(yaml::NodeRef node, TextKind kind) {
    apply(node, judge(node.text(), kind), thing_of(kind));
}

/// Scales are named by id alone.
void Mover::move_scale(yaml::NodeRef node) {
    const auto old = move_.from.find_scale(node.text());
    if (!old) return;
    Judged judged;
    judged.old_id = move_.from.at(*old).id;
    const auto& counterpart = move_.counterparts.of(*old);
    for (const ScaleId id : counterpart.possible) judged.possible.push_back(move_.to.at(id).id);
    if (counterpart.id) judged.new_id = judged.replacement = move_.to.at(*counterpart.id).id;
    if (judged.new_id == judged.old_id) return;
    judged.fate = counterpart.id               ? Fate::moves
                  : counterpart.is_ambiguous() ? Fate::ambiguous
                                               : Fate::gone;
    apply(node, judged, MovedThing::scale);
}

void Mover::check_value(yaml::NodeRef node) {
    if (!scale_ || node.text() == kNotApplicable) return;
    const Scale& scale = move_.from.at(*scale_);
    const auto value = find_value(scale, node.text());
    const auto now = move_.counterparts.of(*scale_).id;
    if (!value || !now || carried_value(scale, *value, move_.to.at(*now))) return;
    problem(node,
            fmt::format("the value '{}' of the scale '{}' is gone, or says more, in {}",
                        scale.values[*value].id, scale.id, card_of(move_.to)),
            "look at what was assessed, and write the value that it is there");
}

void Mover::visit_scalar(yaml::NodeRef node, const TypeSpec& type) {
    if (node.is_null() || type.shape != Shape::text) return;
    switch (type.text) {
        case TextKind::level:
        case TextKind::role:
        case TextKind::competence: return move_name(node, type.text);
        case TextKind::scale: return move_scale(node);
        case TextKind::value: return check_value(node);
        case TextKind::free:
        case TextKind::id:
        case TextKind::needs:
        case TextKind::crosswalk:
        case TextKind::reference:
        case TextKind::kind_and_version: return;
    }
}

void Mover::visit_keys(yaml::NodeRef node, const MappingSpec& spec) {
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
        for (const KeySpec& known : spec.keys) {
            if (known.name == key.text()) walk_typed(*this, value, *known.type);
        }
    });
}

void Mover::visit_mapping(yaml::NodeRef node, const MappingSpec& spec) {
    const bool is_assessment = &spec == &AssessmentDoc::mapping() || &spec == &MemberDoc::mapping();
    is_assessment ? visit_assessment(node, spec) : visit_keys(node, spec);
}

/// Keys that are competences: ratings, and what a team expects.
void Mover::visit_entries(yaml::NodeRef node, const TypeSpec& type) {
    std::set<std::string> keys;
    yaml::for_each_pair(
        node, [&](yaml::NodeRef key, yaml::NodeRef) { keys.insert(std::string(key.text())); });
    std::map<std::uint32_t, std::string> taken;  // what becomes of which old competence
    yaml::for_each_pair(node, [&](yaml::NodeRef key, yaml::NodeRef value) {
        if (is_own_key(key.text())) return;
        const Judged judged = judge(key.text(), type.keys);
        if (judged.fate == Fate::gone) return keep(key, judged, keys);
        apply(key, judged, thing_of(type.keys));
        walk_typed(*this, value, *type.item);
        if (!judged.to || judged.fate == Fate::ambiguous) return;
        if (judged.is_retitled) result_.look_at.push_back({*judged.to});
        const auto [place, is_new] = taken.emplace(*judged.to, judged.old_id);
        if (!is_new && place->second != judged.old_id)
            problem(key,
                    fmt::format("two entries become '{}'", move_.to.competences[*judged.to].id),
                    "decide by hand which of them counts");
    });
}

void Mover::add_note(std::uint32_t at, const std::string& competence) {
    const auto begin = comment_place(tree_, at);
    if (!begin) return;
    const std::string_view line = tree_.text.substr(*begin);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    result_.notes.push_back(
        {static_cast<std::uint32_t>(*begin),
         fmt::format("{}# '{}' is not in {}; kept as it was under {}", line.substr(0, indent),
                     competence, escape_invisible(card_of(move_.to)),
                     escape_invisible(card_of(move_.from)))});
}

/// The entry stays where it is, under a key that no command reads, and a note says why.
void Mover::keep(yaml::NodeRef key, const Judged& judged, std::set<std::string>& keys) {
    const bool has_comment =
        notes_ == Notes::comments && comment_place(tree_, key.span().begin).has_value();
    std::string wanted = "x-" + judged.old_id;
    if (!has_comment) wanted += fmt::format(" (not in {})", escape_invisible(card_of(move_.to)));
    std::string name = wanted;
    for (int i = 2; !keys.insert(name).second; ++i) name = fmt::format("{}-{}", wanted, i);
    const std::size_t before = result_.fixes.size();
    replace(key, name);
    if (result_.fixes.size() == before) return;  // a problem, and told
    result_.kept.push_back({key.span().begin, judged.old_id, name});
    if (has_comment) add_note(key.span().begin, judged.old_id);
}

MadeFor Mover::made_for(std::string_view text) const {
    const NamedFramework named = named_framework(text);
    const auto fits = [&](const Framework& framework) {
        return named.id == framework.info.id &&
               (named.version.empty() || named.version == framework.info.version);
    };
    const bool fits_from = fits(move_.from);
    const bool fits_to = fits(move_.to);
    if (fits_from && fits_to) return MadeFor::unknown;
    if (fits_from) return MadeFor::from;
    return fits_to ? MadeFor::to : MadeFor::another;
}

void Mover::move_framework_line(yaml::NodeRef node) {
    if (made_for_ != MadeFor::from) return;
    const auto card = [](const Framework& framework) {
        return fmt::format("{} {}", framework.info.id, framework.info.version);
    };
    replace(node, card(move_.to));
    result_.moves.push_back(
        {node.span().begin, MovedThing::framework, card(move_.from), card(move_.to)});
}

void Mover::choose_scale(yaml::NodeRef assessment) {
    const auto named = text_at(assessment, "scale");
    scale_ = move_.from.find_scale(named.value_or(kDefaultScale));
    if (named || !scale_ || move_.counterparts.of(*scale_).tie == Tie::same_id) return;
    problem(assessment,
            fmt::format("the scale '{}', which is meant where none is named, is not in {}",
                        kDefaultScale, card_of(move_.to)),
            "name a scale");
}

/// A role without a level stands at its first, and so does all that was shown. Where that is
/// another one now, people have to say at which it was.
void Mover::check_own_level(yaml::NodeRef assessment) {
    const auto person = find_key(assessment, "person");
    if (!person || !person->is_mapping() || find_key(*person, "level")) return;
    const auto name = text_at(*person, "role");
    const auto old = name ? move_.from.find_role(*name) : std::nullopt;
    const auto now = old ? move_.counterparts.of(*old).id : std::nullopt;
    if (!now) return;
    const LevelId level = move_.from.at(*old).levels.front();
    const LevelId level_now = move_.to.at(*now).levels.front();
    if (move_.counterparts.of(level).id == level_now) return;
    problem(*find_key(*person, "role"),
            fmt::format("the role '{}' stood at '{}' of its own, and stands at '{}' in {}",
                        move_.from.at(*old).id, move_.from.at(level).id, move_.to.at(level_now).id,
                        card_of(move_.to)),
            "write the person's level, and the level of what was shown at another");
}

void Mover::visit_assessment(yaml::NodeRef node, const MappingSpec& spec) {
    const auto line = find_key(node, "framework");
    const bool is_said = line && line->is_scalar() && !line->is_null();
    made_for_ = is_said ? made_for(line->text()) : MadeFor::unknown;
    if (made_for_ == MadeFor::to) {
        made_for_ = MadeFor::unknown;
        return;
    }
    if (made_for_ == MadeFor::another) {
        problem(*line,
                fmt::format("it was made against another framework than {}", card_of(move_.from)),
                "name that framework with --framework and --overlay");
        made_for_ = MadeFor::unknown;
        return;
    }
    if (is_said) move_framework_line(*line);
    choose_scale(node);
    check_own_level(node);
    visit_keys(node, spec);
    made_for_ = MadeFor::unknown;
    scale_.reset();
}

Migration Mover::take() {
    const auto by_place = [](const auto& a, const auto& b) { return a.at < b.at; };
    std::stable_sort(result_.fixes.begin(), result_.fixes.end(),
                     [](const Fix& a, const Fix& b) { return a.begin < b.begin; });
    std::stable_sort(result_.notes.begin(), result_.notes.end(), by_place);
    std::stable_sort(result_.moves.begin(), result_.moves.end(), by_place);
    std::stable_sort(result_.kept.begin(), result_.kept.end(), by_place);
    std::stable_sort(result_.problems.begin(), result_.problems.end(), by_place);
    std::sort(result_.look_at.begin(), result_.look_at.end());
    result_.look_at.erase(std::unique(result_.look_at.begin(), result_.look_at.end()),
                          result_.look_at.end());
    return std::move(result_);
}

}  // namespace

Migration plan_migration(const yaml::Tree& tree, DocumentKind kind, const FrameworkMove& move,
                         Notes notes) {
    const yaml::NodeRef root(tree, 0);
    Mover mover(tree, move, notes);
    if (root.is_mapping() && takes_names_of_framework(kind))
        mover.visit_mapping(root, document_mapping(kind));
    return mover.take();
}

}  // namespace hcf
