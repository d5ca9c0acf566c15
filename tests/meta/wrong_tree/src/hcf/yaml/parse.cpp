// SPDX-License-Identifier: Apache-2.0
#include <yaml-cpp/eventhandler.h>

#include <sstream>
