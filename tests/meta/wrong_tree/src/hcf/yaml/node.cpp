// SPDX-License-Identifier: Apache-2.0
#include "node.h"
#include <hcf/base/id.h>
#include <yaml-cpp/yaml.h>
