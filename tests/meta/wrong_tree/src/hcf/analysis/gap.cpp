// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/gap.h"

#include "hcf/base/id.h"
#include "hcf/model/role.h"
#include "hcf/report/document.h"
