// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/streamed_framework.h"

#include "hcf/diag/reading_rules.h"
#include "hcf/diag/suppression_rules.h"

#include <algorithm>
#include <iterator>

namespace hcf::cli {
namespace {

/// The most bytes that are kept: that many documents of the largest size, a hundred times what is
/// shipped.
constexpr std::size_t kMostBytes = 8 * kMaxDocumentBytes;

// No path of a file system has a NUL in it, so that these are never a real file's.
constexpr std::string_view kDirectory("\0stream", 7);
constexpr std::string_view kName = "stream.yaml";
constexpr std::string_view kFile("\0stream/stream.yaml", 19);

constexpr std::string_view kEndMarker = "...\n";  // a line that is no document

/// Gives the documents again, on the lines on which they stood.
class Replay : public ByteSource {
public:
    explicit Replay(const std::vector<KeptText>& kept) : kept_(kept) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t size = 0;
        while (size < buffer.size() && index_ < kept_.size()) {
            std::string_view rest = kEndMarker;
            const bool is_text = line_ >= kept_[index_].first_line;
            if (is_text) rest = kept_[index_].text;
            rest.remove_prefix(done_);
            rest = rest.substr(0, buffer.size() - size);
            std::copy(rest.begin(), rest.end(), buffer.begin() + static_cast<std::ptrdiff_t>(size));
            size += rest.size();
            done_ += rest.size();
            advance(is_text);
        }
        return size;
    }

    bool has_changed() override { return false; }

private:
    /// Goes on to the next line, or the next document, where this one is given.
    void advance(bool is_text) {
        if (!is_text) {
            if (done_ != kEndMarker.size()) return;
            ++line_;
        } else {
            const KeptText& kept = kept_[index_];
            if (done_ != kept.text.size()) return;
            const Source source = {{}, kept.text, kept.first_line};
            line_ = locate(source, static_cast<std::uint32_t>(kept.text.size())).line;
            ++index_;
        }
        done_ = 0;
    }

    const std::vector<KeptText>& kept_;
    std::size_t index_ = 0;
    std::size_t done_ = 0;  ///< bytes given of the document, or of the marker before it
    std::uint32_t line_ = 1;
};

/// The real files, and the documents of the stream as one more.
class WithStream : public FileReader {
public:
    WithStream(const FileReader& files, const std::vector<KeptText>& kept)
        : files_(files), kept_(kept) {}

    [[nodiscard]] FileInfo inspect(const std::string& path) const override {
        if (path == kDirectory) return known(FileType::directory);
        if (path == kFile) return known(FileType::regular);
        return files_.inspect(path);
    }

    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
        if (path != kDirectory) return files_.list(path);
        return std::vector<DirectoryEntry>{{std::string(kName), FileType::regular, false}};
    }

    [[nodiscard]] Result<std::string> real_path(const std::string& path) const override {
        return files_.real_path(path);
    }

    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path) const override {
        if (path != kFile) return files_.open(path);
        return std::make_unique<Replay>(kept_);
    }

private:
    static FileInfo known(FileType type) {
        FileInfo info;
        info.type = type;
        return info;
    }

    const FileReader& files_;
    const std::vector<KeptText>& kept_;
};

bool is_of_stream(const std::string& file) { return file == kFile || file == kDirectory; }

/// True where a document that could not be read says that it is an assessment.
bool is_assessment(std::string_view text) {
    const std::size_t at = text.find("hcf");
    if (at == std::string_view::npos) return false;
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    return line.find(to_string(DocumentKind::assessment)) != std::string_view::npos;
}

}  // namespace

void StreamedFramework::keep(KeptText text, LoadedDocument& loaded) {
    if (bytes_ + text.text.size() > kMostBytes) {
        has_lost_some_ = true;
        Finding finding = DocumentLoader::file_finding(
            reading_rules::kDocumentTooLarge, name_,
            "the framework documents of standard input are larger than 64 MiB together",
            "give them as files");
        finding.document = text.number;
        finding.begin = loaded.head_at;
        finding.end = loaded.head_at;
        loaded.findings.push_back(std::move(finding));
        return;
    }
    bytes_ += text.text.size();
    auto& kept = loaded.head.kind == DocumentKind::overlay ? overlays_ : framework_;
    kept.push_back(std::move(text));
    // What is wrong with comments only the document's own reading knows.
    const auto own = std::stable_partition(
        loaded.findings.begin(), loaded.findings.end(), [](const Finding& finding) {
            return finding.rule == &suppression_rules::kUnusedSuppression;
        });
    std::move(own, loaded.findings.end(), std::back_inserter(decoded_));
    loaded.findings.erase(own, loaded.findings.end());
}

void StreamedFramework::note_broken(const KeptText& text) {
    has_lost_some_ = has_lost_some_ || !is_assessment(text.text);
}

void StreamedFramework::add_judged(const FrameworkChoice& choice, const std::vector<KeptText>& kept,
                                   std::vector<Finding>& findings) const {
    if (kept.empty()) return;
    const WithStream files(files_, kept);
    for (Finding& finding : load_framework(files, choice).findings) {
        if (!is_of_stream(finding.file)) continue;
        finding.file = name_;
        if (finding.document >= 1 && finding.document <= kept.size())
            finding.document = kept[finding.document - 1].number;
        for (RelatedFinding& related : finding.related) {
            if (is_of_stream(related.file)) related.file = name_;
        }
        findings.push_back(std::move(finding));
    }
}

std::vector<Finding> StreamedFramework::judge(bool is_whole) const {
    if (!is_whole || has_lost_some_) return decoded_;
    std::vector<Finding> findings;
    add_judged({std::string(kDirectory), {}}, framework_, findings);
    FrameworkChoice with_overlay = in_use_;
    with_overlay.overlays.emplace_back(kFile);
    add_judged(with_overlay, overlays_, findings);
    return findings;
}

}  // namespace hcf::cli
