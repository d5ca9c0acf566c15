// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_settings.h"

#include "hcf/base/version.h"
#include "hcf/present/envelope.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {

ReportHead settings_head() {
    ReportHead head;
    head.envelope = {{"schema", "hcf.info/1"}, {"hcf", kVersion}};
    head.list = "settings";
    head.columns = {"setting", "value", "origin"};
    return head;
}

ReportPart settings_part(const std::vector<SettingValue>& values) {
    ReportPart part;
    Table table;
    table.columns = {{"Setting"}, {"Value", Align::left, true}, {"From", Align::left, true}};
    for (const SettingValue& setting : values) {
        part.elements.push_back({{"setting", setting.name},
                                 {"value", text_or_null(setting.value)},
                                 {"origin", setting.origin}});
        part.records.push_back(
            {setting.name, text_or_nothing(setting.value), Field(setting.origin)});
        table.rows.push_back({{setting.name},
                              {setting.value.empty() ? std::string("-") : setting.value},
                              {setting.origin}});
    }
    part.document.push_back(Paragraph{fmt::format("hcf {}", kVersion)});
    part.document.push_back(std::move(table));
    return part;
}

}  // namespace hcf
