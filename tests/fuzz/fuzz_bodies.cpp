// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz_bodies.h"

#include "hcf/base/assert.h"

#include "support/memory_environment.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace hcf::tests {
namespace {

int run(MemoryEnvironment& environment, std::initializer_list<const char*> arguments) {
    environment.clear();
    return environment.run({arguments.begin(), arguments.end()});
}

}  // namespace

void fuzz_file(std::string_view bytes) {
    MemoryEnvironment environment;
    environment.files.add("in.yaml", bytes);
    const int validated = run(environment, {"validate", "in.yaml", "--format", "json"});
    for (const char* format : {"text", "csv", "markdown", "jsonl", "json"}) {
        const int code = run(environment, {"gap", "in.yaml", "--format", format});
        // What validate refuses, gap refuses too: a wrong "met" must not come out of a wrong file.
        HCF_ASSERT(validated == 0 || code != 0);
        HCF_ASSERT(code == 0 || code == 2);
        HCF_ASSERT(run(environment, {"fit", "in.yaml", "--format", format}) == code);
        HCF_ASSERT(run(environment, {"form", "in.yaml", "--format", format}) == code);
        HCF_ASSERT(run(environment, {"find", "in.yaml", "--competence", "hand-hygiene", "--format",
                                     format}) == code);
    }
    // What is recorded leaves a file that is right.
    const int recorded = run(environment, {"record", "in.yaml", "--competence", "hand-hygiene",
                                           "--value", "met", "--note", "n: # '", "-q"});
    HCF_ASSERT(recorded == 0 || recorded == 2);
    HCF_ASSERT(recorded != 0 || run(environment, {"validate", "in.yaml"}) == 0);
}

void fuzz_overlay(std::string_view bytes) {
    MemoryEnvironment environment;
    environment.files.add("overlay.yaml", bytes);
    const int validated = run(environment, {"validate", "overlay.yaml"});
    const int shown = run(environment, {"show", "--overlay", "overlay.yaml", "--format", "json"});
    HCF_ASSERT(validated == 0 || shown == 2);
    HCF_ASSERT(run(environment, {"compare-roles", "--overlay", "overlay.yaml"}) == shown);
    environment.files.add("person.yaml",
                          "hcf: assessment/1\nperson: {id: P, role: Nurse Educator}\n"
                          "ratings: {hand-hygiene: met, safeguarding: partial}\n");
    const int moved = run(environment, {"transfer", "person.yaml", "--overlay", "overlay.yaml",
                                        "--to-overlay", "overlay.yaml", "--format", "json"});
    HCF_ASSERT((moved == 0) == (shown == 0));
}

}  // namespace hcf::tests
