// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/form.h"

#include <algorithm>

namespace hcf {
namespace {

FormSheet make_sheet(const Framework& framework, const Target& target, ScaleId scale,
                     const RequirementSet& requirements) {
    FormSheet sheet;
    sheet.target = target;
    sheet.core_only = is_core_only(framework, requirements);
    sheet.same_core_as = same_core_as(framework, target.level);
    sheet.scales.push_back(scale);
    for (const Requirement& asked : requirements) {
        sheet.rows.push_back({asked, std::nullopt});
        const auto& known = sheet.scales;
        if (asked.needs && std::find(known.begin(), known.end(), asked.needs->scale) == known.end())
            sheet.scales.push_back(asked.needs->scale);
    }
    return sheet;
}

}  // namespace

FormSheet make_blank_form(const Framework& framework, const Target& target, ScaleId scale) {
    return make_sheet(framework, target, scale, requirements_of(framework, Person(), target));
}

FormSheet make_form(const Framework& framework, const Assessment& assessment, const Target& target,
                    const JudgeOptions& options) {
    const RequirementSet requirements = requirements_of(framework, assessment.person, target);
    FormSheet sheet = make_sheet(framework, target, assessment.scale, requirements);
    sheet.assessment = &assessment;
    // Judged rows stand by state; those of the sheet by framework order.
    for (GapRow& row : judge_requirements(framework, assessment, requirements, options).rows) {
        const auto place = std::find_if(
            sheet.rows.begin(), sheet.rows.end(),
            [&](const FormRow& known) { return known.asked.competence == row.asked.competence; });
        place->now = std::move(row);
    }
    return sheet;
}

}  // namespace hcf
