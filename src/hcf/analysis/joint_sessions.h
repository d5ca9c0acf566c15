// SPDX-License-Identifier: Apache-2.0
// Inter-professional learning: which competences several families of roles need at the same levels,
// so that one session could serve them all (issue 6). A part of the analysis of a curriculum.
#pragma once

#include "hcf/analysis/curriculum.h"

#include <vector>

namespace hcf {

/// The joint sessions of a curriculum, from its rows: roles count at the levels that the rows have,
/// and only for what is essential to them. `gaps` may be nothing.
[[nodiscard]] std::vector<JointSession> find_joint_sessions(const Framework& framework,
                                                            const Curriculum& curriculum,
                                                            const ShownGaps* gaps);

}  // namespace hcf
