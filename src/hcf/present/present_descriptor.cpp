// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/present_descriptor.h"

namespace hcf {

Table compare_descriptors(const Framework& framework, LevelId a, LevelId b) {
    const Level& first = framework.at(a);
    const Level& second = framework.at(b);
    Table table;
    table.columns = {
        {"Facet"}, {first.title, Align::left, true}, {second.title, Align::left, true}};
    for (std::size_t i = 0; i < Words<Facet>::kList.size(); ++i) {
        if (first.descriptor[i] == second.descriptor[i]) continue;
        table.rows.push_back(
            {{std::string(Words<Facet>::kList[i])}, {first.descriptor[i]}, {second.descriptor[i]}});
    }
    return table;
}

}  // namespace hcf
