// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/summary_partial.h"

#include "hcf/analysis/framework_digest.h"
#include "hcf/base/base64.h"
#include "hcf/present/envelope.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace hcf::cli {
namespace {

constexpr std::string_view kSchema = "hcf.summary-partial/1";

std::string hash_bytes(const std::vector<std::uint64_t>& hashes) {
    std::string bytes;
    bytes.reserve(8 * hashes.size());
    for (const std::uint64_t hash : hashes) {
        for (unsigned shift = 64; shift != 0; shift -= 8)
            bytes += static_cast<char>((hash >> (shift - 8)) & 0xFFU);
    }
    return bytes;
}

template <class Figure, std::size_t Count>
void add_figures(const std::array<std::int64_t, Count>& counts, Json& element) {
    for (std::size_t i = 0; i < Count; ++i)
        element[std::string(Words<Figure>::kList[i])] = counts[i];
}

Json competences_json(const Framework& framework, const PostSums& sums) {
    Json list = Json::array();
    for (std::uint32_t i = 0; i < sums.competences.size(); ++i) {
        const CompetenceCounts& counts = sums.competences[i];
        if (counts[at(CompetenceFigure::needed)] == 0) continue;
        Json element = {{"competence", framework.at(CompetenceId{i}).id}};
        add_figures<CompetenceFigure>(counts, element);
        list.push_back(std::move(element));
    }
    return list;
}

Json posts_json(const Framework& framework, const SummarySums& sums) {
    Json list = Json::array();
    for (const auto& [post, post_sums] : sums.posts) {
        Json element = {{"level", framework.at(post.level).id},
                        {"role", post.role ? Json(framework.at(*post.role).id) : Json(nullptr)}};
        add_figures<GroupFigure>(post_sums.counts, element);
        element["competences"] = competences_json(framework, post_sums);
        list.push_back(std::move(element));
    }
    return list;
}

Json partial_skipped_json(const std::vector<PartialSkipped>& skipped) {
    Json list = Json::array();
    for (const PartialSkipped& item : skipped) {
        list.push_back({{"file", item.file},
                        {"document", item.document ? Json(*item.document) : Json(nullptr)},
                        {"errors", item.errors}});
    }
    return list;
}

}  // namespace

bool operator<(const PartialSkipped& a, const PartialSkipped& b) {
    return std::tie(a.file, a.document, a.errors) < std::tie(b.file, b.document, b.errors);
}

PartialReport partial_report(const Framework& framework, const Partial& partial) {
    PartialReport report;
    Json& envelope = report.head.envelope;
    envelope = make_envelope(kSchema, framework, partial.terms.as_of);
    envelope["framework_digest"] = partial.terms.framework;
    envelope["accept"] = to_string(partial.terms.accept);
    envelope["in_context"] = partial.terms.in_context;
    envelope["pseudonym_key"] = text_or_null(partial.terms.pseudonym_key);
    envelope["people"] = partial.sums.people;
    report.head.list = "workplaces";
    for (const auto& [workplace, counts] : partial.sums.workplaces) {
        Json element = {{"organisation", text_or_null(workplace.organisation)},
                        {"team", text_or_null(workplace.team)}};
        add_figures<GroupFigure>(counts, element);
        report.part.elements.push_back(std::move(element));
    }
    Json& fields = report.tail.fields;
    fields["posts"] = posts_json(framework, partial.sums);
    fields["skipped"] = partial_skipped_json(partial.skipped);
    fields["persons"] =
        partial.persons ? Json(to_base64(hash_bytes(*partial.persons))) : Json(nullptr);
    return report;
}

}  // namespace hcf::cli
