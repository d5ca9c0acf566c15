// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/recording_run.h"

#include "hcf/base/suggest.h"
#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/starter.h"
#include "hcf/model/requirements.h"
#include "hcf/model/standing.h"
#include "hcf/rules/all_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hcf::cli {
namespace {

bool is_same_rating(const Rating& a, const Rating& b) {
    const auto same_value = [](const std::optional<RatingValue>& x,
                               const std::optional<RatingValue>& y) {
        if (!x || !y) return x.has_value() == y.has_value();
        return x->not_applicable == y->not_applicable && x->scale == y->scale &&
               x->value == y->value;
    };
    const auto same_plan = [](const std::optional<Plan>& x, const std::optional<Plan>& y) {
        if (!x || !y) return x.has_value() == y.has_value();
        return x->action == y->action && x->due == y->due && x->supervisor == y->supervisor &&
               x->review == y->review;
    };
    return a.competence == b.competence && same_value(a.value, b.value) &&
           a.assessed == b.assessed && a.assessor == b.assessor && a.basis == b.basis &&
           a.shown_at == b.shown_at && a.valid_until == b.valid_until && a.note == b.note &&
           a.evidence == b.evidence && same_plan(a.plan, b.plan);
}

/// Its words alone: a line further down, the same warning is no new one.
bool is_known(const std::vector<Finding>& known, const Finding& finding) {
    return std::any_of(known.begin(), known.end(), [&](const Finding& other) {
        return other.rule == finding.rule && other.message == finding.message;
    });
}

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

}  // namespace

RecordingRun::RecordingRun(Environment& environment, const Settings& settings,
                           const Framework& framework, RecordRequest request)
    : environment_(environment),
      settings_(settings),
      framework_(framework),
      request_(std::move(request)),
      context_{&framework,
               settings.as_of,
               !request_.show_values && !environment.err_is_terminal,
               true,
               {}},
      loader_(context_) {}

void RecordingRun::show(const Finding& finding) {
    std::string text;
    render(text, finding, {settings_.colour_err, true});
    environment_.err.write(text);
}

bool RecordingRun::refuse(const std::string& why, const std::string& help) {
    say_error(environment_, fmt::format("'{}' is left alone: {}", request_.path, why), help);
    return false;
}

bool RecordingRun::read() {
    if (request_.path == "-") return refuse("standard input cannot be changed", "name the file");
    const FileInfo info = environment_.files.inspect(request_.path);
    if (info.type == FileType::directory) return refuse("it is a directory", "name one file");
    auto text = read_whole(environment_, request_.path);
    if (!text) return refuse(text.error().message, text.error().help);
    file_.before = std::move(*text);
    documents_ = split_documents(request_.path, file_.before);
    if (documents_.empty())
        return refuse("it holds nothing", "'hcf new assessment' writes a file to begin with");
    return true;
}

/// All of the file has to be right: what is said of one rating may rest on the rest.
bool RecordingRun::load_documents() {
    std::size_t errors = 0;
    for (const FileDocument& document : documents_) {
        loaded_.push_back(loader_.load(request_.path, document.raw()));
        const LoadedDocument& loaded = loaded_.back();
        errors += loaded.errors;
        for (const Finding& finding : loaded.findings) {
            if (finding.severity == Severity::error) show(finding);
        }
    }
    if (errors == 0) return true;
    return refuse(fmt::format("it has {}", count_of(errors, "error", "errors")),
                  "mend what is wrong first");
}

bool RecordingRun::choose_document() {
    std::vector<std::size_t> found;
    std::size_t people = 0;
    bool has_team = false;
    for (std::size_t i = 0; i < loaded_.size(); ++i) {
        has_team = has_team || loaded_[i].outcome == LoadedDocument::Outcome::team;
        if (!loaded_[i].assessment) continue;
        ++people;
        if (request_.person.empty() || loaded_[i].assessment->person.id == request_.person)
            found.push_back(i);
    }
    if (people == 0 && has_team)
        return refuse("it is a team",
                      "name the file of the member; who stands in the team file "
                      "itself is changed there by hand");
    if (people == 0) return refuse("there is no assessment in it");
    if (found.empty())
        return refuse(fmt::format("nobody in it has the id {}", in_quotes(request_.person)));
    if (found.size() > 1) {
        return request_.person.empty()
                   ? refuse(fmt::format("it holds {} assessments", found.size()),
                            "say whose with --person ID")
                   : refuse("that person stands in it more than once");
    }
    chosen_ = found.front();
    if (assessment().person.id == kNobody)
        return refuse(fmt::format("it says '{}' where the person's id belongs", kNobody),
                      "write their id first, so that nobody is taken for somebody else");
    return true;
}

bool RecordingRun::complete_value() {
    const ScaleId id = assessment().scale;
    const Scale& scale = framework_.at(id);
    const std::string& value = request_.record.value;
    if (value == kNotApplicable) {
        meant_.value = RatingValue{true, id, 0};
        if (!request_.record.note.empty()) return true;
        return refuse("not applicable needs a reason", "give it with --note");
    }
    if (const auto position = find_value(scale, value)) {
        meant_.value = RatingValue{false, id, *position};
        return true;
    }
    std::vector<std::string_view> known;
    for (const ScaleValue& one : scale.values) known.push_back(one.id);
    known.push_back(kNotApplicable);
    std::string help = did_you_mean(value, known);
    if (help.empty()) {
        help = fmt::format("the scale '{}' has ", scale.id);
        for (const std::string_view word : known)
            help += fmt::format("{}'{}'", word == known.front() ? "" : ", ", word);
    }
    return refuse(fmt::format("{} is no value of its scale", in_quotes(value)), help);
}

/// What the document says for every rating that says nothing itself was not said of this one: who
/// judged it is named, or stays unclaimed.
bool RecordingRun::complete_assessor() {
    RatingRecord& record = request_.record;
    const yaml::NodeRef root(*documents_[chosen_].tree, 0);
    const bool has_assessor = find_value(root, "assessor").has_value();
    const bool has_basis = find_value(root, "basis").has_value();
    if (!record.basis && has_basis) {
        record.basis = Basis::self;
        if (!settings_.quiet) {
            say(environment_,
                "no --basis was given, so it is recorded as self: the file's own is not taken for "
                "a new rating");
        }
    }
    if (!record.assessor.empty() || !has_assessor) return true;
    if (record.basis.value_or(Basis::self) != Basis::self) {
        return refuse(fmt::format("who judged as {}?", to_string(*record.basis)),
                      "name them with --by: the file's own assessor is not taken for a new rating");
    }
    // On the basis of self, the person judged.
    record.assessor = assessment().person.id;
    record.basis = Basis::self;
    return true;
}

/// A plan has done its work where the competence is met by the new rating, and not before.
void RecordingRun::complete_plan(const Rating* old) {
    RatingRecord& record = request_.record;
    if (old == nullptr || !old->plan) {
        record.drops_plan = false;
        return;
    }
    if (!record.drops_plan && !request_.keeps_plan) {
        const RequirementSet asked = requirements_of_person(framework_, assessment().person);
        const Requirement* own = find_requirement(asked, record.competence);
        const Status status = judge(framework_, record.competence, &meant_,
                                    own != nullptr ? std::optional(own->asked_at) : std::nullopt,
                                    own != nullptr ? own->needs : std::nullopt,
                                    {settings_.as_of, request_.accept, false});
        record.drops_plan = plan_has_done_its_work_ = status == Status::met;
    }
    if (!record.drops_plan) meant_.plan = old->plan;
}

bool RecordingRun::complete_record() {
    RatingRecord& record = request_.record;
    const Rating* old = assessment().find(record.competence);
    // What was planned only is no rating, whatever day the head of the file names.
    if (old != nullptr && old->value && old->assessed && record.assessed < *old->assessed) {
        return refuse(fmt::format("it has a later rating of '{}', of {}",
                                  framework_.at(record.competence).id, to_string(*old->assessed)),
                      "change the file by hand where the older one is to count");
    }
    if (!complete_value() || !complete_assessor()) return false;
    meant_.competence = record.competence;
    meant_.assessed = record.assessed;
    meant_.assessor = record.assessor;
    meant_.basis = record.basis;
    meant_.shown_at = assessment().person.level;
    if (!record.level.empty()) meant_.shown_at = *framework_.find_level(record.level);
    meant_.valid_until = record.valid_until;
    meant_.note = record.note;
    if (old != nullptr) meant_.evidence = old->evidence;
    std::vector<NamedEvidence> fresh;
    for (NamedEvidence& named : record.evidence) {
        const Evidence evidence = {named.type, named.title, std::nullopt, {}};
        if (std::find(meant_.evidence.begin(), meant_.evidence.end(), evidence) !=
            meant_.evidence.end())
            continue;
        meant_.evidence.push_back(evidence);
        fresh.push_back(std::move(named));
    }
    record.evidence = std::move(fresh);
    complete_plan(old);
    was_ = "not rated";
    if (old != nullptr && !old->value) was_ = "planned";
    if (old != nullptr && old->value) {
        was_ = old->value->not_applicable
                   ? std::string(kNotApplicable)
                   : framework_.at(old->value->scale).values[old->value->value].id;
    }
    return true;
}

bool RecordingRun::says_what_was_meant(const LoadedDocument& now) const {
    if (!now.assessment) return false;
    const Rating* rating = now.assessment->find(meant_.competence);
    return rating != nullptr && is_same_rating(*rating, meant_);
}

bool RecordingRun::try_change() {
    const FileDocument& document = documents_[chosen_];
    const auto before = written_keys(*document.tree, framework_, meant_.competence);
    const auto edits = plan_recording(*document.tree, framework_, request_.record);
    const std::string kOdd = "it is written in a way that cannot be changed without touching more";
    if (!edits) return refuse(kOdd, "change it by hand");
    std::vector<Edit> in_file;
    for (const TextEdit& edit : *edits)
        in_file.push_back({document.offset + edit.begin, document.offset + edit.end, edit.text});
    file_.after = apply_edits(file_.before, in_file);
    changed_ = split_documents(request_.path, file_.after);
    if (changed_.size() != documents_.size()) return refuse(kOdd, "change it by hand");
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        const bool is_parsed = changed_[i].tree != nullptr && documents_[i].tree != nullptr;
        const bool is_right =
            is_parsed && (i == chosen_ ? differs_only_in(*documents_[i].tree, *changed_[i].tree,
                                                         framework_, meant_.competence)
                                       : changed_[i].text == documents_[i].text);
        if (!is_right) return refuse(kOdd, "change it by hand");
    }
    const LoadedDocument now = loader_.load(request_.path, changed_[chosen_].raw());
    std::vector<Finding> errors;
    for (const Finding& finding : now.findings) {
        if (finding.severity == Severity::error)
            errors.push_back(finding);
        else if (finding.rule != &kRequiredNotAssessed.info &&
                 !is_known(loaded_[chosen_].findings, finding))
            warnings_.push_back(finding);
    }
    if (!errors.empty()) {
        for (const Finding& finding : errors) show(finding);
        return refuse("with that rating it would not be right");
    }
    if (!says_what_was_meant(now)) return refuse(kOdd, "change it by hand");
    const auto after = written_keys(*changed_[chosen_].tree, framework_, meant_.competence);
    for (const std::string& key : before) {
        if (std::find(after.begin(), after.end(), key) == after.end()) gone_.push_back(key);
    }
    return true;
}

void RecordingRun::say_what_happened() {
    const std::string& id = framework_.at(meant_.competence).id;
    say(environment_,
        fmt::format("{}: {} {} as of {}, was {}", id, request_.only_shows ? "would be" : "is",
                    request_.record.value, to_string(request_.record.assessed), was_));
    if (!gone_.empty()) {
        say(environment_, fmt::format("taken out with the old value: {}{}", list_of(gone_),
                                      plan_has_done_its_work_
                                          ? " (the plan has done its work: --keep-plan leaves it)"
                                          : ""));
    }
}

int RecordingRun::finish() {
    if (file_.after == file_.before) {
        if (!settings_.quiet) say(environment_, "the file says so already");
        return kDone;
    }
    if (request_.only_shows) {
        const bool masks = !request_.show_values && !environment_.out_is_terminal;
        set_shown(file_, documents_, changed_, masks);
        if (!environment_.out.write(diff_of_lines(request_.path, file_))) return kNotDone;
        if (masks && !settings_.quiet)
            say(environment_, "private values are masked; --show-values gives a patch to apply");
    } else if (!write_in_place(environment_, request_.path, file_, "record in")) {
        return kNotDone;
    }
    if (settings_.quiet) return kDone;
    for (const Finding& finding : warnings_) show(finding);
    say_what_happened();
    return kDone;
}

int RecordingRun::run() {
    // Nobody else changes it from before it is read until it has been replaced.
    std::unique_ptr<FileLock> lock;
    if (!request_.only_shows && request_.path != "-") {
        auto locked = environment_.writer.lock(request_.path);
        if (!locked) {
            (void)refuse(locked.error().message);
            return kNotDone;
        }
        lock = std::move(*locked);
    }
    const bool is_ready =
        read() && load_documents() && choose_document() && complete_record() && try_change();
    return is_ready ? finish() : kNotDone;
}

}  // namespace hcf::cli
