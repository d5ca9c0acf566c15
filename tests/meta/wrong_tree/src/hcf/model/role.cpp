// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/gap.h"
  #  include   "hcf/yaml/node.h"  // however it is spelt
#include "hcf/base/id.h"
#include <CLI/CLI.hpp>
