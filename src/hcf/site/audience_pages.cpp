// SPDX-License-Identifier: Apache-2.0
// A page for each of those whom the draft says the framework is for ("Who is this framework for?"):
// what it gives them, in our own words, and with which commands hcf helps.
#include "hcf/site/pieces.h"

#include <array>
#include <span>

namespace hcf {
namespace {

/// What hcf does, and how it is asked. In the command, words in braces stand for the framework's
/// own: {role}, {other}, {level}, {competence}.
struct Use {
    std::string_view what;
    std::string_view command;
};

struct Audience {
    AudienceEntry entry;
    std::span<const std::string_view> gives;  ///< what the framework gives them
    std::span<const Use> uses;
};

constexpr std::array<std::string_view, 5> kStaffGives = {
    "A clear picture of what is expected for effective and safe practice at each level, and of "
    "which roles there are.",
    "A way to hold what you know and can do against what a role or a level asks, for an appraisal "
    "or on your own.",
    "Where to grow: the competences that are new on the way to another role, within or between "
    "providers.",
    "A structure for a portfolio of evidence.",
    "Recognition: what you have shown with one provider is described in the same words with the "
    "next."};
constexpr std::array<Use, 6> kStaffUses = {
    {{"Begin a file about yourself.", "hcf new assessment --role {role} -o me.yaml"},
     {"See what is met, planned and missing.", "hcf gap person.yaml"},
     {"See which roles come next, and what each lacks.", "hcf fit person.yaml"},
     {"Find the way to another role, in small steps.", "hcf pathways --from {role} --to {other}"},
     {"See the courses that would close the gaps.",
      "hcf plan person.yaml --catalogue catalogue.yaml"},
     {"Collect the evidence.", "hcf portfolio person.yaml"}}};

constexpr std::array<std::string_view, 4> kCommissionerGives = {
    "Consistent information on what the roles in clinical homecare do, whoever provides it.",
    "A common understanding of what staff are expected to show, which lowers complexity and "
    "clinical risk.",
    "Services that are designed, and contracts that are worded, on clearly stated requirements for "
    "staff.",
    "Workforce development that is planned for what a local population needs."};
constexpr std::array<Use, 4> kCommissionerUses = {
    {{"See what a service asks, post by post.", "hcf staffing service.yaml"},
     {"Check whether a team can fill it, and what is missing where it cannot.",
      "hcf staffing service.yaml --team team.yaml"},
     {"Read the figures of a workforce in which nobody can be recognised.",
      "hcf summary people/ --suppress-below 5"},
     {"See what two roles have in common.", "hcf compare-roles {role} {other}"}}};

constexpr std::array<std::string_view, 4> kEmployerGives = {
    "A way to show that staff meet the core competences, or have development plans with the "
    "supervision that keeps patients safe.",
    "Appraisals that rest on the same competences everywhere, and a view of how competences are "
    "shared across a team.",
    "Recruitment, retention and movement of staff between services and providers, with a shorter "
    "induction.",
    "Continuing development that keeps practice safe and up to date, and its part in quality "
    "assurance."};
constexpr std::array<Use, 7> kEmployerUses = {
    {{"See what of a team hangs on one person, or on nobody.", "hcf team team.yaml"},
     {"Make the evidence pack for an inspector.", "hcf team team.yaml --assurance --evidence"},
     {"Fill in the form of an appraisal beforehand.", "hcf review person.yaml"},
     {"Find who holds a competence, and whose runs out.",
      "hcf find team.yaml --competence {competence}"},
     {"Plan training for a whole team.", "hcf plan team.yaml --catalogue catalogue.yaml"},
     {"See what is recognised of somebody who comes from another provider.",
      "hcf transfer person.yaml --role {role}"},
     {"Guard the records: every mistake, each with its place.", "hcf validate people/"}}};

constexpr std::array<std::string_view, 4> kEducatorGives = {
    "Learning outcomes and curricula that follow from the competences which staff need.",
    "A focus on the key competences that learners have to reach and to keep up.",
    "Where several professions can learn together, because they are asked the same.",
    "Less duplication between courses, and more consistency in what they lead to."};
constexpr std::array<Use, 4> kEducatorUses = {
    {{"See what courses cover, leave out and offer twice.", "hcf curriculum catalogue.yaml"},
     {"Hold them against one level.", "hcf curriculum catalogue.yaml --level {level}"},
     {"See how many people lack what, with small groups hidden.",
      "hcf curriculum catalogue.yaml --people people/ --suppress-below 5"},
     {"Take the matrix into a spreadsheet.", "hcf show matrix --format csv"}}};

constexpr std::array<std::string_view, 3> kSupervisorGives = {
    "A clear structure to assess against, the same for every supervisor and every level.",
    "The words of a level's descriptor, which say how a competence shows there: a whole set of "
    "competences is not yet the level.",
    "A common language for what is planned, by when, and under whose supervision."};
constexpr std::array<Use, 6> kSupervisorUses = {
    {{"Print a sheet to assess with.", "hcf form --role {role}"},
     {"Record one rating.",
      "hcf record person.yaml --competence {competence} --value met --by \"Sam Field\" --basis "
      "supervisor"},
     {"See what remains where only supervisors' judgements count, shown at the level.",
      "hcf gap person.yaml --accept supervisor --in-context"},
     {"Prepare a review, with what became of the last plans.", "hcf review person.yaml"},
     {"Follow somebody over time.", "hcf progress earlier.yaml person.yaml"},
     {"Put the days that matter into a calendar.",
      "hcf plan person.yaml --catalogue catalogue.yaml -o plan.ics"}}};

constexpr std::array<std::string_view, 3> kPublicGives = {
    "What you can expect of the people who give care at home, whichever provider sends them.",
    "What each level of practice and each role means, in plain words.",
    "A starting point for those who speak for patients, sit on boards, or help to design services, "
    "education or systems."};
constexpr std::array<Use, 3> kPublicUses = {
    {{"Read what a role is asked.", "hcf show {role}"},
     {"Read what a level of practice means.", "hcf show {level}"},
     {"See the whole framework on one page.", "hcf show matrix"}}};

constexpr std::array<Audience, 6> kAudiences = {{
    {{"for-staff.html", "For staff", "Where you stand, where you can go, and what is missing."},
     kStaffGives,
     kStaffUses},
    {{"for-commissioners.html", "For commissioners",
      "What a service needs of its staff, and whether a team can give it."},
     kCommissionerGives,
     kCommissionerUses},
    {{"for-employers.html", "For employers",
      "Who is assured, who is planned for, and what hangs on one person."},
     kEmployerGives,
     kEmployerUses},
    {{"for-educators.html", "For educators",
      "What courses cover, and what learners need to reach and to keep up."},
     kEducatorGives,
     kEducatorUses},
    {{"for-supervisors.html", "For supervisors",
      "A clear structure to assess against, and forms to do it with."},
     kSupervisorGives,
     kSupervisorUses},
    {{"for-the-public.html", "For the public",
      "What you can expect of the people who give care at home."},
     kPublicGives,
     kPublicUses},
}};

void replace(std::string& text, std::string_view from, const std::string& to) {
    if (const std::size_t at = text.find(from); at != std::string::npos)
        text.replace(at, from.size(), to);
}

/// The command in the framework's own words; empty where it has none.
std::string filled(const Framework& framework, std::string_view command) {
    std::string text(command);
    const auto has = [&](std::string_view word) { return text.find(word) != std::string::npos; };
    if ((has("{role}") || has("{other}")) && framework.roles.empty()) return {};
    if (has("{competence}") && framework.competences.empty()) return {};
    if (!framework.roles.empty()) {
        replace(text, "{role}", framework.roles[framework.roles.size() / 2].id);
        replace(text, "{other}", framework.roles.back().id);
    }
    if (!framework.competences.empty())
        replace(text, "{competence}", framework.competences.front().id);
    replace(text, "{level}", framework.levels[framework.levels.size() / 2].id);
    return text;
}

void add_uses(const SiteContext& site, const Audience& audience, Markup& out) {
    out.raw(
        "<h2 id=\"hcf\">What hcf gives</h2>\n<p>A program that reads plain files which you keep "
        "yourself, and never connects to a network.</p>\n");
    for (const Use& use : audience.uses) {
        const std::string command = filled(site.framework, use.command);
        if (command.empty()) continue;
        out.element("<p>", use.what, "</p>\n");
        add_command(command, out);
    }
}

SitePage audience_page(const SiteContext& site, const Audience& audience) {
    SitePage page{
        std::string(audience.entry.file), std::string(audience.entry.title), kHomePage, {}};
    Markup& out = page.main;
    out.element("<h1>", audience.entry.title, "</h1>\n");
    out.element("<p class=\"lead\">", audience.entry.summary, "</p>\n");
    out.raw("<h2 id=\"framework\">What the framework gives</h2>\n<ul>\n");
    for (const std::string_view point : audience.gives) out.element("<li>", point, "</li>\n");
    out.raw(
        "</ul>\n<h2 id=\"here\">On these pages</h2>\n<ul>\n"
        "<li><a href=\"matrix.html\">The matrix</a> of what is asked at which level</li>\n"
        "<li><a href=\"career-map.html\">The career map</a>, with all roles</li>\n"
        "<li><a href=\"compare.html\">Two roles compared</a></li>\n");
    if (site.has_form)
        out.raw("<li><a href=\"form.html\">A form to assess with</a>, in the browser</li>\n");
    out.raw("</ul>\n");
    add_uses(site, audience, out);
    return page;
}

}  // namespace

std::vector<AudienceEntry> audience_entries() {
    std::vector<AudienceEntry> entries;
    entries.reserve(kAudiences.size());
    for (const Audience& audience : kAudiences) entries.push_back(audience.entry);
    return entries;
}

std::vector<SitePage> audience_pages(const SiteContext& site) {
    std::vector<SitePage> pages;
    pages.reserve(kAudiences.size());
    for (const Audience& audience : kAudiences) pages.push_back(audience_page(site, audience));
    return pages;
}

}  // namespace hcf
