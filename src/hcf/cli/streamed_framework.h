// SPDX-License-Identifier: Apache-2.0
// Framework documents and overlays that come by standard input: a stream can be read once only, so
// that they are kept until it ends, and then judged together (spec 4, "validate").
#pragma once

#include "hcf/load/document_loader.h"
#include "hcf/load/load_framework.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hcf::cli {

/// A document that is kept, and where it stood in the stream.
struct KeptText {
    std::string text;
    std::uint32_t first_line = 1;
    std::uint32_t number = 1;
};

/// The framework documents of one stream. Assessments between them are not kept.
class StreamedFramework {
public:
    /// `in_use` is what overlays are judged on, its own overlays included; `name` is the stream's
    /// in findings.
    StreamedFramework(const FileReader& files, FrameworkChoice in_use, std::string name)
        : files_(files), in_use_(std::move(in_use)), name_(std::move(name)) {}

    /// Keeps a document of a framework or an overlay, and takes its findings: the judgement has
    /// them. A document that cannot be kept, because there are too many, is told.
    void keep(const RawDocument& raw, LoadedDocument& loaded);

    /// A document that could not be read: unless it says that it is an assessment, the others are
    /// not judged together, for what it says might be missed in them.
    void note_broken(const RawDocument& raw);

    /// True from the first document kept on: findings of what follows have to wait, so that they
    /// come in the order of lines.
    [[nodiscard]] bool any() const { return !framework_.empty() || !overlays_.empty(); }

    /// What is wrong in the documents kept: of the framework that they make, and of the overlays on
    /// the framework in use. `is_whole`: the stream was read to its end.
    [[nodiscard]] std::vector<Finding> judge(bool is_whole) const;

private:
    void add_judged(const FrameworkChoice& choice, const std::vector<KeptText>& kept,
                    std::vector<Finding>& findings) const;

    const FileReader& files_;
    FrameworkChoice in_use_;
    std::string name_;
    std::vector<KeptText> framework_;
    std::vector<KeptText> overlays_;
    std::vector<Finding> decoded_;  ///< what each document says without the others
    std::size_t bytes_ = 0;
    bool has_lost_some_ = false;
};

}  // namespace hcf::cli
