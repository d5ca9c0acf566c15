// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/team_pack.h"

#include "hcf/cli/exit_code.h"
#include "hcf/cli/output.h"
#include "hcf/load/embedded.h"

#include <algorithm>
#include <set>

namespace hcf::cli {
namespace {

PackInputKind kind_of(const std::string& path, bool is_before_team, const Settings& settings,
                      const PackReading& reading) {
    if (!is_before_team) {
        if (path == reading.team_path) return PackInputKind::team;
        return reading.used.count(path) != 0 ? PackInputKind::member : PackInputKind::passed_over;
    }
    if (path == settings.config.path) return PackInputKind::settings;
    const auto& overlays = settings.framework.overlays;
    const bool is_overlay = std::find(overlays.begin(), overlays.end(), path) != overlays.end();
    return is_overlay ? PackInputKind::overlay : PackInputKind::framework;
}

/// The names of the built-in files that were used: all, or the scales of a framework that has none
/// of its own.
std::set<std::string> embedded_names(const Settings& settings, const Framework& framework,
                                     const std::set<std::string>& read) {
    std::set<std::string> names;
    if (!settings.framework.directory) {
        for (const EmbeddedFile& file : embedded_framework()) names.insert(std::string(file.name));
        return names;
    }
    for (const Scale& scale : framework.scales) {
        if (read.count(scale.from) == 0) names.insert(scale.from);
    }
    return names;
}

PackInput embedded_input(const EmbeddedFile& file) {
    Sha256 digest;
    digest.add(file.text);
    return {std::string(file.name), PackInputKind::embedded,
            static_cast<std::int64_t>(file.text.size()), to_hex(digest.finish())};
}

/// A line of JSON Lines stands alone: it says which pack it is of, and whether that is whole. In
/// JSON the envelope does.
Json member_line(const Framework& framework, const AssurancePack& pack, const AssuredPerson& person,
                 const std::string& digest, bool evidence_lists) {
    Json member = pack_member_json(framework, person, evidence_lists);
    member["pack"] = digest;
    member["complete"] = pack.is_complete();
    member["as_of"] = to_string(pack.judge.as_of);
    return member;
}

PackInput to_input(const ReadFile& file, PackInputKind kind) {
    PackInput input = {file.path, kind, std::nullopt, {}};
    if (file.digest) {
        input.bytes = static_cast<std::int64_t>(file.bytes);
        input.sha256 = to_hex(*file.digest);
    }
    return input;
}

}  // namespace

std::vector<PackInput> pack_inputs(const RecordedFiles& files, const Settings& settings,
                                   const Framework& framework, const PackReading& reading) {
    const std::vector<ReadFile> read = files.read();
    std::set<std::string> paths;
    for (const ReadFile& file : read) paths.insert(file.path);
    const std::set<std::string> embedded = embedded_names(settings, framework, paths);
    std::vector<PackInput> inputs;
    for (const EmbeddedFile& file : embedded_framework()) {
        if (embedded.count(std::string(file.name)) != 0) inputs.push_back(embedded_input(file));
    }
    for (std::size_t i = 0; i < read.size(); ++i) {
        const PackInputKind kind =
            kind_of(read[i].path, i < reading.before_team, settings, reading);
        if (kind != PackInputKind::settings || reading.uses_settings)
            inputs.push_back(to_input(read[i], kind));
    }
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const PackInput& a, const PackInput& b) { return a.kind < b.kind; });
    return inputs;
}

int write_pack(Environment& environment, const Settings& settings, const InputFiles& inputs,
               const Framework& framework, const AssurancePack& pack, PackTable table,
               bool evidence_lists) {
    const std::string digest = pack_digest(framework, pack);
    const Reads reads = settings.format->reads;
    const bool is_lines = settings.format->name == "jsonl";
    ReportHead head;
    head.envelope = pack.envelope;
    head.envelope["pack"] = digest;
    head.list = "members";
    const auto columns = pack_columns(table);
    head.columns.assign(columns.begin(), columns.end());
    if (reads == Reads::document) head.opening = pack_opening(framework, pack);
    ReportOutput output(environment, settings);
    if (!output.open(inputs.files)) return kNotDone;
    output.begin(head);
    for (const AssuredPerson& person : pack.people) {
        ReportPart part;
        switch (reads) {
            case Reads::elements:
                part.elements.push_back(

                    is_lines ? member_line(framework, pack, person, digest, evidence_lists)
                             : pack_member_json(framework, person, evidence_lists));
                break;
            case Reads::records:
                part.records = pack_member_records(framework, pack, person, table, digest);
                break;
            case Reads::document:
                part.document = pack_member_document(framework, person, evidence_lists);
                break;
        }
        output.part(head, part);
    }
    ReportPart last;
    if (reads == Reads::records && table == PackTable::inputs)
        last.records = pack_input_records(pack, digest);
    if (reads == Reads::records && table == PackTable::missing)
        last.records = pack_missing_records(pack, digest);
    output.part(head, last);
    ReportTail tail;
    if (reads == Reads::elements) tail.fields = pack_fields(framework, pack);
    if (reads == Reads::document) tail.closing = pack_closing(framework, pack, digest);
    output.end(head, tail);
    return output.finish() ? kDone : kNotDone;
}

}  // namespace hcf::cli
