// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hcf/model/role.h"
#include <yaml-cpp/yaml.h>
