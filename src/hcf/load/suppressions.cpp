// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/suppressions.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/diag/suppression_rules.h"
#include "hcf/rules/rule.h"
#include "hcf/rules/run_rules.h"
#include "hcf/yaml/comments.h"

#include <fmt/format.h>

#include <algorithm>

namespace hcf {
namespace {

/// A part of the document.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class CommentReader {
public:
    CommentReader(const yaml::Tree& tree, const SourceSet& sources,
                  std::span<const ByteRange> masked, PrivateValues values)
        : tree_(tree), sources_(sources), masked_(masked), values_(values) {}

    void read(const yaml::Comment& comment, std::uint32_t line);
    [[nodiscard]] Suppressions take() { return std::move(result_); }

private:
    [[nodiscard]] Part trim(Part part) const {
        while (part.begin < part.end && is_blank(part.begin)) ++part.begin;
        while (part.end > part.begin && is_blank(part.end - 1)) --part.end;
        return part;
    }
    [[nodiscard]] bool is_blank(std::size_t at) const {
        return tree_.text[at] == ' ' || tree_.text[at] == '\t';
    }
    [[nodiscard]] std::string_view text(Part part) const {
        return tree_.text.substr(part.begin, part.end - part.begin);
    }
    [[nodiscard]] Finding finding(const RuleInfo& rule, Part part, std::string message,
                                  std::string help) const {
        const SourceSpan span = {tree_.source, static_cast<std::uint32_t>(part.begin),
                                 static_cast<std::uint32_t>(part.end)};
        return resolve(Diagnostic{&rule, std::move(message), span, {}, std::move(help)}, sources_,
                       masked_here_, values_);
    }
    void add_rule(Part name, std::uint32_t line);
    void mask_line(const yaml::Comment& comment);

    const yaml::Tree& tree_;
    const SourceSet& sources_;
    std::span<const ByteRange> masked_;
    std::vector<ByteRange> masked_here_;  ///< on the line of the comment, its reason too
    PrivateValues values_;
    Suppressions result_;
};

void CommentReader::add_rule(Part name, std::uint32_t line) {
    const RuleInfo* rule = find_rule(text(name));
    const RuleInfo& unused = suppression_rules::kUnusedSuppression;
    if (rule == nullptr) {
        std::vector<std::string_view> known;
        for (const RuleInfo* candidate : all_rules()) {
            if (candidate->severity == Severity::warning) known.push_back(candidate->id);
        }
        result_.findings.push_back(finding(
            unused, name, fmt::format("there is no rule {} to silence", in_quotes(text(name))),
            did_you_mean(text(name), known)));
    } else if (rule->severity == Severity::error) {
        result_.findings.push_back(finding(unused, name, fmt::format("'{}' is an error", rule->id),
                                           "errors cannot be silenced; mend what it says"));
    } else {
        result_.list.push_back(
            {rule, line, false,
             finding(unused, name, fmt::format("nothing here raises '{}'", rule->id),
                     "take the comment away"),
             std::nullopt});
    }
}

/// Finds what is private on the comment's line, before the comment.
void CommentReader::mask_line(const yaml::Comment& comment) {
    const std::size_t line_break = tree_.text.find_last_of("\r\n", comment.begin);
    const std::size_t line = line_break == std::string_view::npos ? 0 : line_break + 1;
    auto next = std::lower_bound(
        masked_.begin(), masked_.end(), line,
        [](const ByteRange& range, std::size_t begin) { return range.end <= begin; });
    masked_here_.clear();
    for (; next != masked_.end() && next->begin < comment.begin; ++next)
        masked_here_.push_back(*next);
}

void CommentReader::read(const yaml::Comment& comment, std::uint32_t line) {
    Part rest = trim({comment.begin + 1, comment.end});
    if (text(rest).substr(0, kSuppressionMark.size()) != kSuppressionMark) return;
    rest.begin += kSuppressionMark.size();
    if (rest.begin < rest.end && !is_blank(rest.begin)) return;
    const std::size_t dashes = text(rest).find("--");
    const bool has_dashes = dashes != std::string_view::npos;
    const std::size_t names_end = has_dashes ? rest.begin + dashes : rest.end;
    const Part reason = trim({has_dashes ? names_end + 2 : rest.end, rest.end});
    mask_line(comment);
    // Why a warning was silenced may well name a person.
    if (reason.begin < reason.end) {
        masked_here_.push_back(
            {static_cast<std::uint32_t>(reason.begin), static_cast<std::uint32_t>(reason.end)});
    }
    const Part whole = trim({comment.begin, comment.end});
    const std::size_t known_before = result_.list.size();
    std::size_t count = 0;
    for (std::size_t begin = rest.begin; begin < names_end;) {
        const std::size_t comma = std::min(tree_.text.find_first_of(", \t", begin), names_end);
        if (comma > begin) {
            add_rule({begin, comma}, line);
            ++count;
        }
        begin = comma + 1;
    }
    if (count == 0) {
        result_.findings.push_back(finding(suppression_rules::kUnusedSuppression, whole,
                                           "the comment names no rule",
                                           "write '# hcf: ignore RULE -- reason'"));
    } else if (reason.begin == reason.end && result_.list.size() > known_before) {
        result_.list[known_before].no_reason = finding(suppression_rules::kSuppressionWithoutReason,
                                                       whole, "nothing says why this is silenced",
                                                       "write ' -- ' and a reason behind the rule");
    }
}

}  // namespace

Suppressions find_suppressions(const yaml::Tree& tree, const SourceSet& sources,
                               std::span<const ByteRange> masked, PrivateValues values) {
    const std::vector<yaml::Comment> comments = yaml::find_comments(tree, kSuppressionMark);
    if (comments.empty()) return {};
    CommentReader reader(tree, sources, masked, values);
    const Source& source = sources.at(tree.source);
    std::vector<std::uint32_t> lines;
    lines.reserve(comments.size());
    for (const yaml::Comment& comment : comments)
        lines.push_back(locate(source, comment.begin).line);
    for (std::size_t i = comments.size(); i-- != 0;) {
        // Several of them may stand above one line.
        if (!comments[i].is_alone) continue;
        const bool is_stacked = i + 1 < comments.size() && comments[i + 1].is_alone &&
                                locate(source, comments[i + 1].begin).line == lines[i] + 1;
        lines[i] = is_stacked ? lines[i + 1] : lines[i] + 1;
    }
    for (std::size_t i = 0; i < comments.size(); ++i) reader.read(comments[i], lines[i]);
    return reader.take();
}

std::vector<Suppression> silence(std::vector<Finding>& findings, Suppressions suppressions) {
    std::vector<Suppression>& list = suppressions.list;
    findings.insert(findings.end(), suppressions.findings.begin(), suppressions.findings.end());
    const auto erase_silenced = [&](std::vector<Finding>& from) {
        std::erase_if(from, [&](const Finding& finding) { return is_silenced(finding, list); });
    };
    erase_silenced(findings);
    std::vector<Suppression> of_the_run;
    const auto is_of_the_run = [](const Suppression& suppression) {
        const auto rules = run_rules::all();
        return std::find(rules.begin(), rules.end(), suppression.rule) != rules.end();
    };
    // What is said of comments can be silenced by comments; those are asked last.
    for (const bool is_about_comments : {false, true}) {
        std::vector<Finding> complaints;
        for (const Suppression& suppression : list) {
            const bool is_about = suppression.rule == &suppression_rules::kUnusedSuppression ||
                                  suppression.rule == &suppression_rules::kSuppressionWithoutReason;
            if (is_about != is_about_comments) continue;
            if (is_of_the_run(suppression))
                of_the_run.push_back(suppression);
            else if (auto finding = complaint(suppression))
                complaints.push_back(std::move(*finding));
        }
        if (!is_about_comments) erase_silenced(complaints);
        findings.insert(findings.end(), complaints.begin(), complaints.end());
    }
    sort_findings(findings);
    return of_the_run;
}

bool is_silenced(const Finding& finding, std::span<Suppression> list) {
    // The list is in the order of lines, as find_suppressions gives it: a file may have many
    // comments.
    bool result = false;
    auto next = std::lower_bound(
        list.begin(), list.end(), finding.begin.line,
        [](const Suppression& suppression, std::uint32_t line) { return suppression.line < line; });
    for (; next != list.end() && next->line == finding.begin.line; ++next) {
        if (next->rule != finding.rule) continue;
        next->is_used = true;
        result = true;
    }
    return result;
}

std::optional<Finding> complaint(const Suppression& suppression) {
    return suppression.is_used ? suppression.no_reason : std::optional(suppression.unused);
}

}  // namespace hcf
