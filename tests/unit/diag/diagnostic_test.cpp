// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/diagnostic.h"

#include "hcf/diag/reading_rules.h"

#include <doctest/doctest.h>

TEST_SUITE("diag") {
    TEST_CASE("diagnostics are kept in order, and errors counted") {
        constexpr hcf::RuleInfo kWarning = {"some-warning", hcf::Severity::warning, "", {}};
        hcf::Diagnostics diags;
        CHECK(diags.empty());
        diags.add(kWarning, {{}, 1, 2}, "first");
        CHECK_FALSE(diags.has_errors());
        diags.add(hcf::reading_rules::kYamlSyntax, {{}, 0, 1}, "second", "help");
        CHECK(diags.error_count() == 1);
        CHECK(diags.all().size() == 2);
        CHECK(diags.all()[0].message == "first");
        CHECK(diags.all()[1].help == "help");
        diags.clear();
        CHECK(diags.empty());
        CHECK(diags.error_count() == 0);
    }

    TEST_CASE("severities have names") {
        CHECK(hcf::to_string(hcf::Severity::error) == "error");
        CHECK(hcf::to_string(hcf::Severity::warning) == "warning");
    }
}
