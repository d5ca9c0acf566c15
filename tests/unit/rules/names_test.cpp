// SPDX-License-Identifier: Apache-2.0
#include "hcf/rules/names.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// What is told where a name that stands in a text is looked up.
template <class Resolve>
std::string name_told(Resolve resolve, std::string_view name) {
    tests::Parsed parsed("name: '" + std::string(name) + "'\n");
    const hcf::SourceSpan span = parsed.root().first_child().next().span();
    const bool found = resolve(tests::tiny(), name, span, parsed.diags).has_value();
    CHECK(found == parsed.diags.empty());
    return parsed.told();
}

}  // namespace

TEST_CASE("names that the framework has are looked up in silence") {
    CHECK(name_told(hcf::resolve_level, "low") == "");
    CHECK(name_told(hcf::resolve_level, "BOTTOM") == "");
    CHECK(name_told(hcf::resolve_role, "nurse - adult") == "");
    CHECK(name_told(hcf::resolve_competence, "Wash Hands") == "");
    CHECK(name_told(hcf::resolve_scale, "status") == "");
}

TEST_CASE("an unknown name is told with the nearest names of its kind") {
    CHECK(name_told(hcf::resolve_level, "hihg") ==
          "1:7: error: unknown level 'hihg' [unknown-level]\n"
          "  help: did you mean 'high'?\n");
    CHECK(name_told(hcf::resolve_role, "nurs") ==
          "1:7: error: unknown role 'nurs' [unknown-role]\n"
          "  help: did you mean 'nurse'?\n");
    CHECK(name_told(hcf::resolve_competence, "Wash hand") ==
          "1:7: error: unknown competence 'Wash hand' [unknown-competence]\n"
          "  help: did you mean 'Wash hands'?\n");
    CHECK(name_told(hcf::resolve_scale, "stattus") ==
          "1:7: error: unknown scale 'stattus' [unknown-scale]\n"
          "  help: did you mean 'status'?\n");
}

TEST_CASE("an unknown name that is near to none has no hint") {
    CHECK(name_told(hcf::resolve_level, "principal") ==
          "1:7: error: unknown level 'principal' [unknown-level]\n");
    CHECK(name_told(hcf::resolve_scale, "Status") ==
          "1:7: error: unknown scale 'Status' [unknown-scale]\n"
          "  help: did you mean 'status'?\n");
}

TEST_CASE("a name with a letter that only looks Latin is told so, not as unknown") {
    CHECK(name_told(hcf::resolve_competence, "w\u0430sh") ==
          "1:7: error: competence 'w\u0430sh' holds U+0430 (Cyrillic, looks like 'a') among Latin "
          "letters [look-alike-letters]\n"
          "  help: write it with Latin letters\n");
    CHECK(name_told(hcf::resolve_level, "l\u03BFw") ==
          "1:7: error: level 'l\u03BFw' holds U+03BF (Greek, looks like 'o') among Latin letters "
          "[look-alike-letters]\n"
          "  help: write it with Latin letters\n");
    CHECK(name_told(hcf::resolve_role, "nur\u0455e") ==
          "1:7: error: role 'nur\u0455e' holds U+0455 (Cyrillic, looks like 's') among Latin "
          "letters [look-alike-letters]\n"
          "  help: write it with Latin letters\n");
    CHECK(name_told(hcf::resolve_scale, "st\u0430tus") ==
          "1:7: error: scale 'st\u0430tus' holds U+0430 (Cyrillic, looks like 'a') among Latin "
          "letters [look-alike-letters]\n"
          "  help: write it with Latin letters\n");
}

TEST_CASE("a name that is all in another script is unknown, and no look-alike") {
    CHECK(name_told(hcf::resolve_competence, "\u0433\u0438\u0433\u0438\u0435\u043D\u0430") ==
          "1:7: error: unknown competence '\u0433\u0438\u0433\u0438\u0435\u043D\u0430' "
          "[unknown-competence]\n");
}

TEST_CASE("help for a name gives the nearest, or nothing") {
    CHECK(hcf::name_help(tests::tiny().level_names, "midd") == "did you mean 'mid'?");
    CHECK(hcf::name_help(tests::tiny().level_names, "zzzzzz") == "");
}
