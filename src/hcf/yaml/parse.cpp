// SPDX-License-Identifier: Apache-2.0
// The only file that includes yaml-cpp. Our own reader makes the tree, because yaml-cpp 0.7 gives
// no ends, drops content without a word and reads some texts wrongly; yaml-cpp is the second
// opinion: its events must tell the same nodes at the same places, or the document is refused.
#include "hcf/yaml/parse.h"

#include "hcf/diag/reading_rules.h"
#include "hcf/yaml/check_text.h"
#include "hcf/yaml/read_document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <cstddef>
#include <cstring>
#include <exception>
#include <istream>
#include <span>
#include <streambuf>
#include <string>
#include <vector>

namespace hcf::yaml {

namespace {

/// In front of a bracket it keeps yaml-cpp from holding back all events until the bracket closes:
/// behind a marker no mapping with a bracket for a key can begin.
constexpr std::string_view kMarker = "--- ";

/// Gives yaml-cpp a prefix and a text to read, without a copy of either.
class ViewBuffer : public std::streambuf {
public:
    ViewBuffer(std::string_view prefix, std::string_view text) : text_(text) {
        set(prefix.empty() ? text : prefix);
        in_text_ = prefix.empty();
    }

protected:
    int_type underflow() override {
        if (in_text_) return traits_type::eof();
        in_text_ = true;
        set(text_);
        return text_.empty() ? traits_type::eof() : traits_type::to_int_type(text_.front());
    }

private:
    void set(std::string_view part) {
        char* const begin = const_cast<char*>(part.data());  // a get area is never written to
        setg(begin, begin, begin + part.size());
    }

    std::string_view text_;
    bool in_text_ = false;
};

/// Thrown where yaml-cpp tells something else than the tree holds.
struct Disagreement {};

/// Walks along the tree while yaml-cpp tells what it reads.
class Comparison : public YAML::EventHandler {
public:
    /// `shift` is added to yaml-cpp's marks, and what was cut out of the text before them.
    Comparison(const Tree& tree, std::ptrdiff_t shift, const Adjustments& adjustments)
        : tree_(tree),
          shift_(shift),
          cuts_(adjustments.cuts),
          text_is_original_(adjustments.patches.empty() && adjustments.cuts.empty()) {}

    /// The node that yaml-cpp is to tell next.
    std::size_t next() const { return next_; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        const NodeRef node = expect(Kind::scalar);
        if (!node.is_null() || (!node.is_absent() && !stands_at(node, mark))) throw Disagreement();
    }

    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { throw Disagreement(); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        const NodeRef node = expect(Kind::scalar);
        const bool plain = node.style() == Style::plain;
        if (node.is_absent() || !stands_at(node, mark) || tag != (plain ? "?" : "!")) {
            throw Disagreement();
        }
        // Text that had to be made, and blocks, are ours alone: yaml-cpp 0.7 gets some of them
        // wrong.
        const bool as_it_stands =
            !tree_.nodes[node.index()].in_side_buffer && node.style() != Style::block;
        if (as_it_stands && text_is_original_ && node.text() != value) throw Disagreement();
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        begin(Kind::sequence, mark);
    }
    void OnSequenceEnd() override { end(); }

    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        begin(Kind::mapping, mark);
    }
    void OnMapEnd() override { end(); }

private:
    NodeRef expect(Kind kind) {
        if (next_ >= tree_.nodes.size() || tree_.nodes[next_].kind != kind) throw Disagreement();
        return {tree_, static_cast<std::uint32_t>(next_++)};
    }

    void begin(Kind kind, const YAML::Mark& mark) {
        const NodeRef node = expect(kind);
        if (!stands_at(node, mark)) throw Disagreement();
        open_.push_back(node.next().index());
    }

    void end() {
        if (open_.empty() || open_.back() != next_) throw Disagreement();
        open_.pop_back();
    }

    bool stands_at(NodeRef node, const YAML::Mark& mark) {
        for (; !cuts_.empty() && mark.pos + shift_ >= std::ptrdiff_t{cuts_.front().begin};
             cuts_ = cuts_.subspan(1)) {
            shift_ += cuts_.front().end - cuts_.front().begin;
        }
        return mark.pos + shift_ == std::ptrdiff_t{node.span().begin};
    }

    const Tree& tree_;
    std::ptrdiff_t shift_;
    std::span<const Cut> cuts_;  ///< those that no mark has passed yet
    bool text_is_original_;
    std::size_t next_ = 0;
    std::vector<std::uint32_t> open_;  ///< for each open collection the node behind it
};

/// The text as yaml-cpp is given it.
std::string adjusted(std::string_view text, const Adjustments& adjustments) {
    std::string copy(text);
    for (const Patch& patch : adjustments.patches) copy[patch.at] = patch.byte;
    std::size_t kept = copy.size();
    if (!adjustments.cuts.empty()) kept = adjustments.cuts.front().begin;
    for (std::size_t i = 0; i < adjustments.cuts.size(); ++i) {
        const std::size_t begin = adjustments.cuts[i].end;
        const bool last = i + 1 == adjustments.cuts.size();
        const std::size_t end = last ? copy.size() : adjustments.cuts[i + 1].begin;
        std::memmove(&copy[kept], &copy[begin], end - begin);
        kept += end - begin;
    }
    copy.resize(kept);
    return copy;
}

/// Where the two readings part: at the node that yaml-cpp did not tell as the tree has it.
void report_disagreement(const Tree& tree, std::size_t node, std::string_view message,
                         Diagnostics& diags) {
    const std::size_t last = tree.nodes.size() - 1;
    diags.add(reading_rules::kYamlSyntax,
              NodeRef(tree, static_cast<std::uint32_t>(node < last ? node : last)).span(),
              std::string(message),
              "write one key or item per line, and put text with signs in it in quotes");
}

/// True where yaml-cpp reads from `text`, which was adjusted for it, what the tree holds.
bool confirm(const Tree& tree, std::string_view text, const Adjustments& adjustments,
             Diagnostics& diags) {
    const Node& root = tree.nodes.front();
    const bool in_brackets = text[root.begin] == '[' || text[root.begin] == '{';
    const std::string_view prefix = in_brackets ? kMarker : std::string_view();
    const std::size_t begin = in_brackets ? root.begin : 0;
    Comparison comparison(
        tree, static_cast<std::ptrdiff_t>(begin) - static_cast<std::ptrdiff_t>(prefix.size()),
        adjustments);
    std::string_view message = "this can be read in more than one way";
    try {
        ViewBuffer buffer(prefix, text.substr(begin));
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(comparison) && comparison.next() == tree.nodes.size()) {
            return true;
        }
    } catch (const Disagreement&) {
        // reported below
    } catch (const std::exception&) {
        message = "this cannot be read as YAML";
    }
    report_disagreement(tree, comparison.next(), message, diags);
    return false;
}

bool is_quoted(const Node& node) {
    return node.style == Style::single_quoted || node.style == Style::double_quoted;
}

/// A byte order mark may stand inside quotes; anywhere else nobody would see it.
bool check_byte_order_marks(const Tree& tree, const std::vector<std::uint32_t>& marks,
                            Diagnostics& diags) {
    std::size_t reported = 0;
    std::size_t node = 0;
    for (const std::uint32_t at : marks) {
        while (node < tree.nodes.size() &&
               (!is_quoted(tree.nodes[node]) || tree.nodes[node].end <= at)) {
            ++node;
        }
        if (node < tree.nodes.size() && tree.nodes[node].begin < at) continue;
        diags.add(reading_rules::kControlCharacter, {tree.source, at, at + 3},
                  "control character U+FEFF, a byte order mark inside the text", "remove it");
        if (++reported == kMaxBadCharacters) break;
    }
    return reported == 0;
}

/// Our own reading, which yaml-cpp is still to confirm.
bool read_tree(SourceId source, std::string_view text, Tree& tree, Adjustments& adjustments,
               Diagnostics& diags) {
    tree.reset(source, text);
    const TextFacts facts = check_text(source, text, adjustments, diags);
    if (!facts.ok) return false;
    ReadState state(tree, adjustments, diags);
    if (!read_document(state)) return false;
    return check_byte_order_marks(tree, facts.byte_order_marks, diags);
}

}  // namespace

bool parse(SourceId source, std::string_view text, Tree& tree, Diagnostics& diags) {
    Adjustments adjustments;
    if (!read_tree(source, text, tree, adjustments, diags)) return false;
    if (adjustments.patches.empty() && adjustments.cuts.empty()) {
        return confirm(tree, text, adjustments, diags);
    }
    return confirm(tree, adjusted(text, adjustments), adjustments, diags);
}

bool parse_confirmed(SourceId source, std::string_view text, Tree& tree, Diagnostics& diags) {
    Adjustments adjustments;
    return read_tree(source, text, tree, adjustments, diags);
}

}  // namespace hcf::yaml
