// SPDX-License-Identifier: Apache-2.0
// From the bytes of one document to what a command may use: parsed, decoded, checked by the rules,
// built into the model. Everything it uses is reused for the next document.
#pragma once

#include "hcf/base/date.h"
#include "hcf/diag/finding.h"
#include "hcf/load/document_stream.h"
#include "hcf/load/load_team.h"
#include "hcf/load/person_note.h"
#include "hcf/load/series_note.h"
#include "hcf/load/suppressions.h"
#include "hcf/load/team_members.h"
#include "hcf/model/assessment.h"
#include "hcf/model/framework.h"
#include "hcf/rules/rule.h"
#include "hcf/schema/document_head.h"
#include "hcf/yaml/node.h"

#include <optional>
#include <string>
#include <vector>

namespace hcf {

/// What the loading of every document of a run depends on.
struct LoadContext {
    const Framework* framework = nullptr;
    Date as_of;
    bool mask_values =
        true;  ///< frames of findings hide names, notes, titles of evidence and plans (spec 4)
    bool checks_everything =
        false;                  ///< for `validate`: warnings, too, and the kinds that are no people
    MemberSearch members = {};  ///< where the members of a team are; without files, not looked for
    bool notes_series = false;  ///< for comparisons over time
};

/// What became of one document.
struct LoadedDocument {
    enum class Outcome {
        assessment,  ///< `assessment` is set, unless there were errors
        framework,   ///< a document of a framework or an overlay; decoded only, to find what is
                     ///< wrong in it
        team,        ///< `team` is set
        checked,     ///< a service or catalogue, with `checks_everything`
        other_kind,  ///< a kind that is not read here; `head` says which
        foreign,     ///< a mapping without an `hcf` key, or YAML that nowhere says hcf
        broken       ///< no document could be made of it; `findings` say why
    };
    Outcome outcome = Outcome::broken;
    DocumentHead head;
    Position head_at;  ///< where the head's value stands, or the document begins
    std::optional<Assessment> assessment;
    Position person_at;              ///< where person.id stands
    std::optional<Date> assessed;    ///< the document's own date
    std::vector<PersonNote> people;  ///< with `checks_everything`: for the rules of the whole run
    SeriesNote series;               ///< with `notes_series`
    std::optional<LoadedTeam> team;
    std::vector<Finding> findings;          ///< sorted, without the warnings that comments silence
    std::vector<Suppression> suppressions;  ///< comments about rules of the whole run
    std::size_t errors = 0;
};

/// Loads one document after another.
class DocumentLoader {
public:
    explicit DocumentLoader(const LoadContext& context) : context_(context) {}

    /// Reads one document of `file`. Named outright, a foreign mapping is an error of the caller's
    /// to report. Without `checks_everything`, a team is read where members are looked for and it
    /// stands for them; else it is of another kind.
    [[nodiscard]] LoadedDocument load(const std::string& file, const RawDocument& raw,
                                      bool stands_for_members = true);

    /// A finding about a file that no document could be read from.
    [[nodiscard]] static Finding file_finding(const RuleInfo& rule, const std::string& file,
                                              std::string message, std::string help = {});

private:
    [[nodiscard]] RuleScope scope() const;
    void add_note(LoadedDocument& loaded, const AssessmentFacts& facts) const;
    void load_team_document(LoadedDocument& loaded, const std::string& file, std::uint32_t number);
    void load_service();
    void load_catalogue();
    [[nodiscard]] bool load_known(LoadedDocument& loaded, const std::string& file,
                                  std::uint32_t number, bool stands_for_members);
    void load_assessment(LoadedDocument& loaded, const std::string& file, std::uint32_t number);

    const LoadContext& context_;
    SourceSet sources_;
    yaml::Tree tree_;
    Diagnostics diags_;
};

}  // namespace hcf
