// SPDX-License-Identifier: Apache-2.0
#include "hcf/model/pseudonym.h"

#include "support/reading.h"

#include <doctest/doctest.h>

namespace tests = hcf::tests;

using hcf::Pseudonyms;

TEST_CASE("a pseudonym is the beginning of an HMAC-SHA-256, which other tools make as well") {
    const Pseudonyms pseudonyms("a key that is long enough");
    CHECK(pseudonyms.of_person("EHC-0042") == "p-3fdf91530edabd38647a4c82");
    CHECK(pseudonyms.of_file("EHC-0042") == "f-7e175e68e4e4cfc2f3d918b4");
    CHECK(pseudonyms.of_person("ehc-0042") != pseudonyms.of_person("EHC-0042"));
    CHECK(Pseudonyms("another key that is long").of_person("EHC-0042") !=
          pseudonyms.of_person("EHC-0042"));
    CHECK(Pseudonyms("another key that is long").fingerprint() != pseudonyms.fingerprint());
}

TEST_CASE("nothing that names anybody is left, and nothing that counts is lost") {
    const Pseudonyms pseudonyms("a key that is long enough");
    const hcf::Assessment read = tests::assessment_of(
        tests::tiny(),
        "hcf: assessment/1\n"
        "person: {id: A, name: Alice, organisation: Alpha, team: n, level: low}\n"
        "assessor: Bola\n"
        "basis: supervisor\n"
        "supervision: {supervisor: Bola}\n"
        "ratings:\n"
        "  wash: {value: met, evidence: [{title: seen with Mrs Smith, ref: LMS-1}], note: Mrs "
        "Smith}\n"
        "  talk: {value: partial, plan: {action: ask Chi, supervisor: Chi, due: 2027-01-01}}\n");
    const hcf::Assessment hidden = pseudonyms.hide(read);
    CHECK(hidden.person.id == pseudonyms.of_person("A"));
    CHECK(hidden.person.name.empty());
    CHECK(hidden.file == pseudonyms.of_file(read.file));
    CHECK(hidden.person.organisation == "Alpha");
    CHECK(hidden.person.team == "n");
    CHECK(hidden.supervision->supervisor.substr(0, 2) == "n-");
    REQUIRE(hidden.ratings.size() == 2);
    const hcf::Rating& wash = hidden.ratings[0];
    const hcf::Rating& talk = hidden.ratings[1];
    CHECK(wash.assessor == hidden.supervision->supervisor);
    CHECK(wash.note.empty());
    REQUIRE(wash.evidence.size() == 1);
    CHECK(wash.evidence[0].title == "(withheld)");
    CHECK(wash.evidence[0].ref.empty());
    CHECK(talk.plan->action == "(withheld)");
    CHECK(talk.plan->supervisor.substr(0, 2) == "n-");
    CHECK(talk.plan->supervisor != wash.assessor);
    CHECK(talk.plan->due == read.ratings[1].plan->due);
}
