// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/framework_digest.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace tests = hcf::tests;

namespace {

std::string digest_with(std::string_view overlay) {
    return hcf::to_hex(hcf::framework_digest(tests::framework_of(tests::kTinyText, {overlay})));
}

}  // namespace

TEST_CASE("what a framework says has one digest, whatever its files look like") {
    const std::string plain = "hcf: overlay/1\noverlay: {id: o, version: '1'}\n";
    CHECK(digest_with(plain) == digest_with("# ours\n" + plain));
    CHECK(digest_with(plain) != hcf::to_hex(hcf::framework_digest(tests::tiny())));
}

TEST_CASE("everything by which people are judged changes the digest") {
    const std::string head = "hcf: overlay/1\noverlay: {id: o, version: '1'}\n";
    const std::string none = digest_with(head);
    for (const char* more :
         {"competences: [{id: wash, refresh: P1Y}]\n",
          "competences: [{id: wash, supersedes: [talk]}]\n",
          "competences: [{id: more, title: More, kind: role}]\n",
          "roles: [{id: carer, competences: [infuse]}]\n",
          "roles: [{id: carer, competences: [{id: infuse, essential: false}]}]\n",
          "roles: [{id: carer, competences: [{id: wash, needs: zero-to-six/4}]}]\n",
          "roles: [{id: carer, competences: [{id: wash, needs: zero-to-six/5}]}]\n",
          "roles: [{id: porter, title: Porter, levels: [low]}]\n"})
        CHECK_MESSAGE(digest_with(head + more) != none, more);
}
