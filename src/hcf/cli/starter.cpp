// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/starter.h"

#include "hcf/base/vocabulary.h"
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
  id: our-team
  name: Our team
members:                          # files, from where this one stands; globs and directories too
  # - people/*.yaml
  - person: {id: REPLACE-ME, level: @LEVEL@}    # or an assessment itself
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
    level: @LEVEL@
    # role: @ROLE@
    count: 1
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

/// A text whose marks are replaced by the first names of the framework.
std::string with_names(std::string_view starter, const Framework& framework) {
    std::string text(starter);
    replace(text, "@COMPETENCE@", framework.competences.front().id);
    replace(text, "@ROLE@", framework.roles.empty() ? "a-role" : framework.roles.front().id);
    replace(text, "@LEVEL@", framework.levels.front().id);
    return text;
}

/// Everything that is asked, as comments: what is not rated is not assessed, and nothing is
/// claimed.
std::string ratings(const Framework& framework, const StarterChoice& choice, LevelId level) {
    const RequirementSet asked = choice.role ? requirements_of_role(framework, *choice.role, level)
                                             : requirements_of_level(framework, level);
    std::string text =
        "ratings:\n"
        "  # Take the '#' away from what you rate, and write not-met, partial or met for VALUE.\n"
        "  # The next line only keeps the place until the first rating is there.\n"
        "  x-start: nothing rated yet\n";
    for (const Requirement& requirement : asked) {
        const Competence& competence = framework.at(requirement.competence);
        text += fmt::format("  # {}: VALUE    # {}{}\n", competence.id, competence.title,
                            requirement.essential ? "" : " (desirable)");
    }
    text +=
        "  # In full:\n"
        "  # COMPETENCE:\n"
        "  #   value: partial\n"
        "  #   evidence: [Observed at a home visit]\n"
        "  #   plan: {action: What will be done, due: 2027-01-31, supervisor: Who supervises}\n";
    return text;
}

std::string assessment(const Framework& framework, const StarterChoice& choice) {
    LevelId level;
    if (choice.level)
        level = *choice.level;
    else if (choice.role)
        level = framework.at(*choice.role).levels.front();
    std::string text = fmt::format(
        "hcf: assessment/1\n"
        "framework: {} {}\n"
        "person:\n"
        "  id: REPLACE-ME                  # the person's id, compared exactly\n"
        "  # name: may be left out\n",
        framework.info.id, framework.info.version);
    if (choice.role) text += fmt::format("  role: {}\n", framework.at(*choice.role).id);
    text += fmt::format("  level: {}\n", framework.at(level).id);
    text +=
        "# These hold for every rating that does not say otherwise:\n"
        "# assessed: 2026-10-01\n"
        "# assessor: Who judged\n"
        "# basis: supervisor              # self, supervisor or assessor\n"
        "# supervision: {supervisor: Who supervises, mode: indirect}\n";
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
        case DocumentKind::team: return with_names(kTeam, framework);
        case DocumentKind::service: return with_names(kService, framework);
        case DocumentKind::catalogue: return with_names(kCatalogue, framework);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> starter(std::string_view kind, const Framework& framework,
                                   const StarterChoice& choice) {
    auto text = body(kind, framework, choice);
    if (!text || choice.schema.empty()) return text;
    return fmt::format("# yaml-language-server: $schema={}\n", choice.schema) + *text;
}

}  // namespace hcf::cli
