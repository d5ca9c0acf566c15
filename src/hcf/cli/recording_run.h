// SPDX-License-Identifier: Apache-2.0
// One rating recorded in a file (spec 4, "record"; ADR 0018): the file is read whole and has to be
// right, the change is tried on the text, and takes the file's place only where it says what was
// meant, and nothing else is said anew.
#pragma once

#include "hcf/cli/environment.h"
#include "hcf/cli/file_edits.h"
#include "hcf/cli/settings.h"
#include "hcf/load/document_loader.h"
#include "hcf/load/recording.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace hcf::cli {

/// What is to be recorded, as far as it can be known without the file.
struct RecordRequest {
    std::string path;
    std::string person;  ///< empty: the only one in the file
    RatingRecord record;
    Basis accept = Basis::self;
    bool keeps_plan = false;
    bool only_shows = false;  ///< a diff, and no change
    bool show_values = false;
};

class RecordingRun {
public:
    RecordingRun(Environment& environment, const Settings& settings, const Framework& framework,
                 RecordRequest request);

    /// Does it, and gives the exit code; what stands in the way is said.
    [[nodiscard]] int run();

private:
    [[nodiscard]] bool read();
    [[nodiscard]] bool load_documents();
    [[nodiscard]] bool choose_document();
    [[nodiscard]] bool complete_record();
    [[nodiscard]] bool complete_value();
    [[nodiscard]] bool complete_assessor();
    void complete_plan(const Rating* old);
    [[nodiscard]] bool try_change();
    [[nodiscard]] bool says_what_was_meant(const LoadedDocument& now) const;
    [[nodiscard]] int finish();
    void say_what_happened();
    [[nodiscard]] bool refuse(const std::string& why, const std::string& help = {});
    void show(const Finding& finding);
    [[nodiscard]] const Assessment& assessment() const { return *loaded_[chosen_].assessment; }

    Environment& environment_;
    const Settings& settings_;
    const Framework& framework_;
    RecordRequest request_;
    LoadContext context_;
    DocumentLoader loader_;
    EditedFile file_;
    std::deque<FileDocument> documents_;
    std::deque<FileDocument> changed_;
    std::vector<LoadedDocument> loaded_;
    std::size_t chosen_ = 0;
    Rating meant_;
    std::vector<Finding> warnings_;  ///< that the change brings
    std::vector<std::string> gone_;  ///< keys that spoke of the old value
    bool plan_has_done_its_work_ = false;
    std::string was_;  ///< the old value, in words
};

}  // namespace hcf::cli
