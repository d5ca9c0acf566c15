// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/gap.h"
#include "hcf/yaml/node.h"

#include <CLI/CLI.hpp>

#include <iostream>
