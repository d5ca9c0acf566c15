// SPDX-License-Identifier: Apache-2.0
#include "hcf/base/id.h"
