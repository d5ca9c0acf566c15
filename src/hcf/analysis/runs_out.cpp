// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/runs_out.h"

namespace hcf {

std::optional<Date> runs_out_on(const Framework& framework, const Assessment& assessment,
                                const GapRow& row) {
    if (!row.through) return row.valid_until;
    return last_valid_day(framework.at(*row.through), *assessment.find(*row.through));
}

}  // namespace hcf
