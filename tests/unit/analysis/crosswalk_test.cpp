// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/crosswalk.h"

#include "support/reading.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

namespace tests = hcf::tests;

/// A line for a competence of the target: "same wash", "tied a b", "chained c", "same-id-only",
/// "-".
class Ties {
public:
    Ties(std::string_view source, std::string_view target)
        : source_(tests::framework_of(tests::kTinyText, overlays(source))),
          target_(tests::framework_of(tests::kTinyText, overlays(target))),
          crosswalk_(source_, target_) {}

    [[nodiscard]] std::string of(std::string_view there) const {
        const hcf::CompetenceTies& found = crosswalk_.of(tests::competence_of(target_, there));
        std::string text;
        const auto add = [&](const std::string& word) {
            text += (text.empty() ? "" : ", ") + word;
        };
        if (found.same) add("same " + source_.at(*found.same).id);
        if (found.other_version) add("other version");
        if (!found.tied.empty()) add("tied " + tests::ids_of(source_, found.tied));
        if (!found.chained.empty()) add("chained " + tests::ids_of(source_, found.chained));
        if (found.same_id_only) add("same-id-only");
        return text.empty() ? "-" : text;
    }

    [[nodiscard]] std::string tied_there(std::string_view here) const {
        return tests::ids_of(target_, crosswalk_.tied_there(tests::competence_of(source_, here)));
    }

    [[nodiscard]] bool is_known_there(std::string_view here) const {
        return crosswalk_.is_known_there(tests::competence_of(source_, here));
    }

private:
    static std::vector<std::string_view> overlays(std::string_view text) {
        if (text.empty()) return {};
        return {text};
    }

    hcf::Framework source_;
    hcf::Framework target_;
    hcf::Crosswalk crosswalk_;
};

constexpr std::string_view kHere =
    "hcf: overlay/1\n"
    "overlay: {id: here, version: '1'}\n"
    "competences:\n"
    "  - {id: drip, title: Drip, kind: role}\n"
    "  - {id: port, title: Port, kind: role, same_as: [there/gate]}\n"
    "  - {id: feed, title: Feed, kind: role, nos: {code: N, status: confirmed}}\n"
    "  - {id: trail, title: Trail, kind: role, same_as: [list/trail, here/trail]}\n"
    "  - {id: same, title: Same, kind: role}\n";

}  // namespace

TEST_CASE("competences of the framework are the same, whoever amends them") {
    const Ties ties(kHere,
                    "hcf: overlay/1\noverlay: {id: there}\n"
                    "competences: [{id: wash, refresh: P1Y}]\n");
    CHECK(ties.of("wash") == "same wash");
    CHECK(ties.is_known_there("wash"));
    CHECK_FALSE(ties.is_known_there("drip"));
}

TEST_CASE("an overlay is the same in the same version, and with the same title") {
    const std::string_view text =
        "hcf: overlay/1\noverlay: {id: here, version: '2'}\n"
        "competences: [{id: drip, title: Drip, kind: role}]\n";
    CHECK(Ties(kHere, kHere).of("drip") == "same drip");
    CHECK(Ties(kHere, text).of("drip") == "same drip, other version");
    CHECK(Ties(kHere, text).is_known_there("drip"));
    CHECK(Ties(kHere,
               "hcf: overlay/1\noverlay: {id: here, version: '1'}\n"
               "competences: [{id: drip, title: Two drips, kind: role}]\n")
              .of("drip") == "same drip, other version");
}

TEST_CASE("the same id of another overlay is no tie") {
    const std::string_view text =
        "hcf: overlay/1\noverlay: {id: there}\n"
        "competences:\n"
        "  - {id: same, title: Same, kind: role}\n"
        "  - {id: drip, title: Drip, kind: role, same_as: [here/drip]}\n";
    const Ties ties(kHere, text);
    CHECK(ties.of("same") == "same-id-only");
    CHECK(ties.of("drip") == "tied drip");
    CHECK_FALSE(ties.is_known_there("same"));
}

TEST_CASE("a link ties from either side, and an equal code that both have confirmed") {
    const Ties ties(kHere,
                    "hcf: overlay/1\noverlay: {id: there}\n"
                    "competences:\n"
                    "  - {id: infusion, title: I, kind: role, same_as: [here/drip, here/gone]}\n"
                    "  - {id: gate, title: G, kind: role}\n"
                    "  - {id: feeding, title: F, kind: role, nos: {code: N, status: confirmed}}\n"
                    "  - {id: fooding, title: O, kind: role, nos: {code: N}}\n");
    CHECK(ties.of("infusion") == "tied drip");
    CHECK(ties.of("gate") == "tied port");
    CHECK(ties.of("feeding") == "tied feed");
    CHECK(ties.of("fooding") == "-");
}

TEST_CASE("what one side says of a competence that both have counts for both") {
    const Ties ties({},
                    "hcf: overlay/1\noverlay: {id: there}\n"
                    "competences:\n"
                    "  - {id: talk, same_as: [there/speak]}\n"
                    "  - {id: speak, title: S, kind: role}\n"
                    "  - {id: wash, nos: {code: W, status: confirmed}}\n"
                    "  - {id: rinse, title: R, kind: role, nos: {code: W, status: confirmed}}\n");
    CHECK(ties.of("speak") == "tied talk");
    CHECK(ties.of("rinse") == "tied wash");
    CHECK(ties.of("talk") == "same talk");
}

TEST_CASE("two ties or more are a chain, also over names that nobody has; circles end") {
    const Ties ties(kHere,
                    "hcf: overlay/1\noverlay: {id: there}\n"
                    "competences:\n"
                    "  - {id: trailing, title: T, kind: role, same_as: [list/trail]}\n"
                    "  - {id: a, title: A, kind: role, same_as: [there/b, there/a]}\n"
                    "  - {id: b, title: B, kind: role, same_as: [there/a, here/drip]}\n");
    CHECK(ties.of("trailing") == "chained trail");
    CHECK(ties.of("a") == "chained drip");
    CHECK(ties.of("b") == "tied drip");
}

TEST_CASE("one that is tied to two there is told with both") {
    const Ties ties(kHere,
                    "hcf: overlay/1\noverlay: {id: there}\n"
                    "competences:\n"
                    "  - {id: left, title: L, kind: role, same_as: [here/port, here/drip]}\n"
                    "  - {id: right, title: R, kind: role, same_as: [here/port]}\n");
    CHECK(ties.tied_there("port") == "left right");
    CHECK(ties.tied_there("drip") == "left");
    CHECK(ties.of("left") == "tied drip port");
    CHECK(ties.of("right") == "tied port, chained drip");
}
