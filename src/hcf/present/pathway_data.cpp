// SPDX-License-Identifier: Apache-2.0
// The way from a role to a role for programs: JSON and CSV, field by field as spec 5 lists them.
#include "hcf/present/envelope.h"
#include "hcf/present/present_pathway.h"
#include "hcf/present/present_person.h"
#include "hcf/present/values.h"

namespace hcf {
namespace {

Json ids_json(const Framework& framework, const std::vector<CompetenceId>& competences) {
    Json ids = Json::array();
    for (const CompetenceId id : competences) ids.push_back(framework.at(id).id);
    return ids;
}

Json role_json(const Framework& framework, const std::optional<RoleAtLevel>& role) {
    return role ? Json(framework.at(role->role).id) : Json(nullptr);
}

Json level_json(const Framework& framework, const std::optional<RoleAtLevel>& role) {
    return role ? Json(framework.at(role->level).id) : Json(nullptr);
}

Json step_json(const Framework& framework, const PathwayStep& step) {
    return {{"role", framework.at(step.role.role).id},
            {"level", framework.at(step.role.level).id},
            {"new", ids_json(framework, step.added)},
            {"raised", ids_json(framework, step.raised)}};
}

Record step_record(const Framework& framework, const PathwayStep& step, std::size_t number) {
    std::vector<std::string> ids;
    for (const CompetenceId id : step.added) ids.push_back(framework.at(id).id);
    return {as_count(number), framework.at(step.role.role).id, framework.at(step.role.level).id,
            as_count(step.added.size()), text_or_nothing(join(ids, " "))};
}

}  // namespace

ReportHead pathway_head(const Framework& framework, const PathwayQuestion& question,
                        const Pathway& pathway, Date as_of) {
    ReportHead head;
    head.envelope = make_envelope("hcf.pathways/1", framework, as_of);
    Json via = Json::array();
    for (const RoleAtLevel& role : question.via) {
        via.push_back(
            {{"role", role_json(framework, role)}, {"level", level_json(framework, role)}});
    }
    const Person* person = question.person == nullptr ? nullptr : &question.person->person;
    head.envelope.update(
        {{"from", role_json(framework, pathway.from)},
         {"from_level", level_json(framework, pathway.from)},
         {"to", role_json(framework, pathway.to)},
         {"to_level", level_json(framework, pathway.to)},
         {"person", person == nullptr ? Json(nullptr) : person_json(framework, *person)},
         {"via", std::move(via)},
         {"max_new", question.max_new ? Json(*question.max_new) : Json(nullptr)},
         {"reachable", pathway.is_reachable},
         {"core_only", pathway.core_only}});
    head.list = "steps";
    head.columns = {"step", "role", "level", "new", "new_competences"};
    return head;
}

ReportPart pathway_part(const Framework& framework, const PathwayQuestion& question,
                        const Pathway& pathway, Date as_of) {
    ReportPart part;
    for (const PathwayStep& step : pathway.steps) {
        part.elements.push_back(step_json(framework, step));
        part.records.push_back(step_record(framework, step, part.elements.size()));
    }
    part.document = pathway_document(framework, question, pathway);
    part.graph = pathway_graph(framework, question, pathway, as_of);
    return part;
}

ReportTail pathway_tail(const Framework& framework, const Pathway& pathway, Date as_of) {
    ReportTail tail;
    const bool is_reachable = pathway.is_reachable;
    tail.fields = {{"largest_step", is_reachable ? Json(pathway.largest_step) : Json(nullptr)},
                   {"total_new", is_reachable ? Json(pathway.total_new) : Json(nullptr)},
                   {"proved_optimal", pathway.is_proved},
                   {"blocked_by", ids_json(framework, pathway.blocked_by)},
                   {"least_max_new", pathway.largest_step}};
    tail.closing.push_back(Paragraph{make_stamp(framework, as_of), Tone::muted});
    return tail;
}

}  // namespace hcf
