// SPDX-License-Identifier: Apache-2.0
// One line for each finding, the first of its text form: for editors and line tools.
#include "hcf/present/finding_format.h"

namespace hcf {
namespace {

void write(std::string& out, const Finding& finding, FindingWriteState&) {
    render_first_line(out, finding);
}

}  // namespace

constinit const FindingFormat kConcise = {
    "concise", "", "one line for each finding", no_begin, write, no_file, no_end};

}  // namespace hcf
