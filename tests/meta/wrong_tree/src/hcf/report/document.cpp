// SPDX-License-Identifier: Apache-2.0
#include "hcf/report/document.h"

#include "hcf/analysis/gap.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <sstream>
