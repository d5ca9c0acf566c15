// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/starter.h"

#include "hcf/base/text.h"
#include "hcf/base/vocabulary.h"
#include "hcf/load/rewriting.h"
#include "hcf/model/requirements.h"

#include <fmt/format.h>

namespace hcf::cli {
namespace {

constexpr std::string_view kLevels = R"(hcf: levels/1
framework:                        # the card; on one document of the framework
  id: our-framework
  title: Our framework
  version: "1"
levels:                           # the lowest first
  - id: first-level
    title: First level
    # descriptor: {knowledge: ..., practice: ..., decisions: ...}
)";

constexpr std::string_view kCompetences = R"(hcf: competences/1
competences:                      # in the order in which they are shown
  - id: first-competence
    title: First competence
    kind: core                    # core: asked by level; role: asked by roles that name it
    levels: [first-level]         # of a core competence
    # refresh: P1Y                # how long a met lasts
    # assess_at: first-level      # the lowest level of practice of an assessor
)";

constexpr std::string_view kRoles = R"(hcf: roles/1
roles:
  - id: first-role
    title: First role
    levels: [first-level]         # its own first
    # competences: [first-competence]
)";

constexpr std::string_view kScales = R"(hcf: scales/1
scales:
  - id: our-scale
    values:                       # the lowest first
      - {id: not-yet, title: Not yet, counts_as: not-met}
      - {id: nearly, title: Nearly, counts_as: partial}
      - {id: done, title: Done, counts_as: met, may_assess: true}
)";

constexpr std::string_view kOverlay = R"(hcf: overlay/1
overlay:
  id: our-overlay
  version: "1"
  title: What we ask beside the framework
competences:
  # New ones are of the kind role: only roles that name them ask for them.
  - id: our-competence
    title: What only we ask
    kind: role
  # Those of the framework are named by id, to say more of them:
  # - {id: @COMPETENCE@, refresh: P1Y}
# roles:
#   - id: @ROLE@
#     competences: [our-competence]
# aliases:
#   levels: {our-word: @LEVEL@}
)";

constexpr std::string_view kTeam = R"(hcf: team/1
team:
  id: @TEAM@
  name: Our team
@ORGANISATION@members:                          # files, from where this one stands; globs and directories too
  # - people/*.yaml
  - person: {id: @PERSON@, @POST@}    # or an assessment itself
    ratings: {}
# expect:
#   holders: 2                    # how many members must hold what the team needs
#   competences: {@COMPETENCE@: all}
)";

constexpr std::string_view kService = R"(hcf: service/1
service:
  id: our-service
  name: Our service
posts:
  - id: first-post
@POST@    count: 1
    # competences: [@COMPETENCE@]    # asked beside what the role or level asks
    # min_readiness: 0.9
)";

constexpr std::string_view kCatalogue = R"(hcf: catalogue/1
provider: Our training
courses:
  - id: first-course
    title: First course
    develops: [@COMPETENCE@]
    # levels: [@LEVEL@]          # whom it is for; default: everybody
    # hours: 6
    # cost: 120.00
)";

constexpr std::string_view kConfig =
    R"(# hcf.yaml: settings of this repository. 'hcf info' shows what came of them.
exclude:                          # left out of folders that are walked
  - drafts
# overlays: [settings/our-overlay.yaml]
# framework: settings/framework
# accept: supervisor              # the weakest basis that counts: self, supervisor or assessor
# warnings:
#   unused-suppression: error     # off, warning or error
)";

void replace(std::string& text, std::string_view mark, std::string_view value) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) text.replace(at, mark.size(), value);
}

std::string text_of(std::string_view value) { return written_text(value, Quotes::where_needed); }
/// In a comment, which a line break of any kind would end.
std::string comment_of(std::string_view value) { return escape_invisible(value); }
std::string word_of(std::string_view value) { return written_word(value, Quotes::where_needed); }

/// A text whose marks are replaced by the first names of the framework.
std::string with_names(std::string_view starter, const Framework& framework) {
    std::string text(starter);
    replace(text, "@COMPETENCE@", framework.competences.front().id);
    replace(text, "@ROLE@", framework.roles.empty() ? "a-role" : framework.roles.front().id);
    replace(text, "@LEVEL@", framework.levels.front().id);
    return text;
}

LevelId level_of(const Framework& framework, const StarterChoice& choice) {
    if (choice.level) return *choice.level;
    return choice.role ? framework.at(*choice.role).levels.front() : LevelId();
}

std::string team(const Framework& framework, const StarterChoice& choice) {
    std::string text = with_names(kTeam, framework);
    std::string post = "level: " + framework.at(level_of(framework, choice)).id;
    if (choice.role) post = fmt::format("role: {}, {}", framework.at(*choice.role).id, post);
    replace(text, "@TEAM@", choice.team.empty() ? "our-team" : word_of(choice.team));
    replace(text, "@ORGANISATION@",
            choice.organisation.empty()
                ? std::string()
                : fmt::format("  organisation: {}\n", text_of(choice.organisation)));
    replace(text, "@PERSON@", choice.person.empty() ? kNobody : text_of(choice.person));
    replace(text, "@POST@", post);
    return text;
}

std::string service(const Framework& framework, const StarterChoice& choice) {
    std::string text = with_names(kService, framework);
    const std::string level = framework.at(level_of(framework, choice)).id;
    std::string post = fmt::format("    level: {}\n", level);
    if (choice.role)
        post = fmt::format("    role: {}\n    level: {}\n", framework.at(*choice.role).id, level);
    else if (!framework.roles.empty())
        post += fmt::format("    # role: {}\n", framework.roles.front().id);
    replace(text, "@POST@", post);
    return text;
}

/// "not-met, partial or met".
std::string values_of(const Scale& scale) {
    std::string text;
    for (std::size_t i = 0; i < scale.values.size(); ++i) {
        if (i != 0) text += i + 1 == scale.values.size() ? " or " : ", ";
        text += comment_of(scale.values[i].id);
    }
    return text;
}

/// "; was met on 2026-09-12": what the earlier assessment says, for whoever assesses anew.
std::string earlier(const Framework& framework, const StarterChoice& choice, CompetenceId id) {
    const Rating* rating = choice.from != nullptr ? choice.from->find(id) : nullptr;
    if (rating == nullptr) return choice.from != nullptr ? "; was not rated" : "";
    std::string text = "; was planned";
    if (rating->value) {
        const Scale& scale = framework.at(rating->value->scale);
        text = fmt::format("; was {}", rating->value->not_applicable
                                           ? std::string(kNotApplicable)
                                           : comment_of(scale.values[rating->value->value].id));
    }
    if (rating->value && rating->assessed) text += " on " + to_string(*rating->assessed);
    return text;
}

/// The scale that the values are taken from.
const Scale* scale_of(const Framework& framework, const StarterChoice& choice) {
    if (choice.from != nullptr) return &framework.at(choice.from->scale);
    const auto scale = framework.find_scale("status");
    return scale ? &framework.at(*scale) : nullptr;
}

/// Everything that is asked, as comments: what is not rated is not assessed, and nothing is
/// claimed.
std::string ratings(const Framework& framework, const StarterChoice& choice, LevelId level) {
    RequirementSet asked = choice.role ? requirements_of_role(framework, *choice.role, level)
                                       : requirements_of_level(framework, level);
    if (choice.from != nullptr) {
        Person person = choice.from->person;
        person.role = choice.role;
        person.level = level;
        asked = requirements_of_person(framework, person);
    }
    const Scale* scale = scale_of(framework, choice);
    std::string text = fmt::format(
        "ratings:\n"
        "  # Take the '#' away from what you rate, and write {} for VALUE.\n"
        "  # The next line only keeps the place until the first rating is there.\n"
        "  x-start: nothing rated yet\n",
        scale != nullptr ? values_of(*scale) : "a value of your scale");
    for (const Requirement& requirement : asked) {
        const Competence& competence = framework.at(requirement.competence);
        text +=
            fmt::format("  # {}: VALUE    # {}{}{}\n", competence.id, comment_of(competence.title),
                        requirement.essential ? "" : " (desirable)",
                        earlier(framework, choice, requirement.competence));
    }
    text +=
        "  # In full:\n"
        "  # COMPETENCE:\n"
        "  #   value: partial\n"
        "  #   evidence: [Observed at a home visit]\n"
        "  #   plan: {action: What will be done, due: 2027-01-31, supervisor: Who supervises}\n";
    return text;
}

/// Who it is, as far as that is known.
std::string person(const Framework& framework, const StarterChoice& choice, LevelId level) {
    std::string text = "person:\n";
    text += choice.person.empty()
                ? fmt::format("  id: {}                  # the person's id, compared exactly\n",
                              kNobody)
                : fmt::format("  id: {}\n", text_of(choice.person));
    text += choice.name.empty() ? "  # name: may be left out\n"
                                : fmt::format("  name: {}\n", text_of(choice.name));
    if (!choice.organisation.empty())
        text += fmt::format("  organisation: {}\n", text_of(choice.organisation));
    if (!choice.team.empty()) text += fmt::format("  team: {}\n", text_of(choice.team));
    if (choice.role) text += fmt::format("  role: {}\n", framework.at(*choice.role).id);
    text += fmt::format("  level: {}\n", framework.at(level).id);
    if (choice.from == nullptr || choice.from->person.overlaps.empty()) return text;
    text += "  overlaps:\n";
    for (const Overlap& overlap : choice.from->person.overlaps) {
        std::string ids;
        for (const CompetenceId id : overlap.competences)
            ids += (ids.empty() ? "" : ", ") + framework.at(id).id;
        text += fmt::format("    - {{level: {}, competences: [{}]}}\n",
                            framework.at(overlap.level).id, ids);
    }
    return text;
}

std::string supervision(const Supervision& known) {
    std::string text = "supervision:\n";
    text += fmt::format("  supervisor: {}\n", text_of(known.supervisor));
    if (known.mode) text += fmt::format("  mode: {}\n", to_string(*known.mode));
    if (known.until) text += fmt::format("  until: {}\n", to_string(*known.until));
    return known.supervisor.empty() ? std::string() : text;
}

std::string assessment(const Framework& framework, const StarterChoice& choice) {
    const LevelId level = level_of(framework, choice);
    std::string text = fmt::format(
        "hcf: assessment/1\n"
        "framework: {}\n",
        text_of(fmt::format("{} {}", framework.info.id, framework.info.version)));
    text += person(framework, choice, level);
    if (choice.from != nullptr)
        text += fmt::format("scale: {}\n", word_of(framework.at(choice.from->scale).id));
    text +=
        "# These hold for every rating that does not say otherwise:\n"
        "# assessed: 2026-10-01\n"
        "# assessor: Who judged\n"
        "# basis: supervisor              # self, supervisor or assessor\n";
    const bool has_supervision = choice.from != nullptr && choice.from->supervision;
    text += has_supervision ? supervision(*choice.from->supervision)
                            : "# supervision: {supervisor: Who supervises, mode: indirect}\n";
    return text + ratings(framework, choice, level);
}

std::optional<std::string> body(std::string_view kind, const Framework& framework,
                                const StarterChoice& choice) {
    if (kind == "config") return std::string(kConfig);
    const auto known = from_word<DocumentKind>(kind);
    if (!known) return std::nullopt;
    switch (*known) {
        case DocumentKind::levels: return std::string(kLevels);
        case DocumentKind::competences: return std::string(kCompetences);
        case DocumentKind::roles: return std::string(kRoles);
        case DocumentKind::scales: return std::string(kScales);
        case DocumentKind::overlay: return with_names(kOverlay, framework);
        case DocumentKind::assessment: return assessment(framework, choice);
        case DocumentKind::team: return team(framework, choice);
        case DocumentKind::service: return service(framework, choice);
        case DocumentKind::catalogue: return with_names(kCatalogue, framework);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> starter(std::string_view kind, const Framework& framework,
                                   const StarterChoice& choice) {
    auto text = body(kind, framework, choice);
    if (!text || choice.schema.empty()) return text;
    return fmt::format("# yaml-language-server: $schema={}\n", comment_of(choice.schema)) + *text;
}

}  // namespace hcf::cli
