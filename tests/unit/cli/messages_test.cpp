// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/messages.h"

#include "hcf/cli/exit_code.h"

#include "support/memory_environment.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("errors and talk go to standard error, in one voice") {
    hcf::tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    hcf::cli::say_error(environment, "it went wrong");
    hcf::cli::say_error(environment, "again", "do it so");
    hcf::cli::say(environment, "3 files checked");
    CHECK(hcf::cli::usage_error(environment, "no", "yes") == 2);
    CHECK(memory.err.text ==
          "hcf: error: it went wrong\n"
          "hcf: error: again\n  = help: do it so\n"
          "hcf: 3 files checked\n"
          "hcf: error: no\n  = help: yes\n");
    CHECK(memory.out.text.empty());
}

TEST_CASE("what comes from outside cannot drive the terminal") {
    hcf::tests::MemoryEnvironment memory;
    hcf::cli::Environment environment = memory.environment();
    hcf::cli::say_error(environment, "a\x1B[31mb\nc", "\u202Ed");
    hcf::cli::say(environment, "\a");
    CHECK(memory.err.text == "hcf: error: a\\u{1b}[31mb\\nc\n  = help: \\u{202e}d\nhcf: \\u{7}\n");
}

TEST_CASE("2 beats 1, and 1 beats 0") {
    using hcf::cli::worse;
    CHECK(worse(0, 0) == 0);
    CHECK(worse(0, 1) == 1);
    CHECK(worse(2, 1) == 2);
    CHECK(worse(1, 2) == 2);
}
