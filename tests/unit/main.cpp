// SPDX-License-Identifier: Apache-2.0
// The entry point of the unit tests: doctest ships none of its own. All tests are compiled straight
// into this program, because from a static library the linker would drop them unseen.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
