// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/envelope.h"

#include "hcf/base/version.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace {

namespace tests = hcf::tests;

}  // namespace

TEST_CASE("the envelope names schema, program, framework, overlays and day, keys always there") {
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText, {"hcf: overlay/1\noverlay: {id: one, version: '2', title: Ours}\n",
                           "hcf: overlay/1\noverlay: {id: two}\n"});
    CHECK(hcf::make_envelope("hcf.gap/1", framework, tests::day("2026-11-22")).dump() ==
          R"({"schema":"hcf.gap/1","hcf":")" + std::string(hcf::kVersion) +
              R"(","framework":{"id":"tiny","title":"Tiny framework","version":"1",)"
              R"("status":null,"date":null},"overlays":[)"
              R"({"id":"one","version":"2","title":"Ours"},)"
              R"({"id":"two","version":null,"title":null}],"as_of":"2026-11-22"})");
}

TEST_CASE("the stamp names framework, status, overlays and day") {
    const std::string stamp = hcf::make_stamp(tests::shipped(), tests::day("2026-11-22"));
    CHECK(stamp == "Framework: clinical-homecare 4.5 (draft for consultation); as of 2026-11-22");
    const hcf::Framework framework = tests::framework_of(
        tests::kTinyText, {"hcf: overlay/1\noverlay: {id: one, version: '2', title: Ours}\n",
                           "hcf: overlay/1\noverlay: {id: two}\n"});
    CHECK(hcf::make_stamp(framework, tests::day("2026-11-22")) ==
          "Framework: tiny 1, with overlay one 2, with overlay two; as of 2026-11-22");
}
