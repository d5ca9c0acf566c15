// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/summary_run.h"

#include "hcf/analysis/framework_digest.h"
#include "hcf/base/text.h"
#include "hcf/cli/exit_code.h"
#include "hcf/cli/key_file.h"
#include "hcf/cli/messages.h"
#include "hcf/cli/people.h"
#include "hcf/load/person_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>

namespace hcf::cli {
namespace {

/// Some twenty million people; what is larger is no partial.
constexpr std::size_t kMostBytes = std::size_t{256} * 1024 * 1024;

/// The hashes of a stream of people: a deque never holds them twice, as a vector that grows does.
std::vector<std::uint64_t> sorted(const std::deque<std::uint64_t>& hashes) {
    std::vector<std::uint64_t> result(hashes.begin(), hashes.end());
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<PartialSkipped> skipped_of(const PeopleResult& people) {
    std::vector<PartialSkipped> list;
    for (const Skipped& skipped : people.skipped) {
        std::optional<std::int64_t> document;
        if (skipped.document) document = *skipped.document;
        list.push_back({skipped.file, document, static_cast<std::int64_t>(skipped.errors)});
    }
    // Parts have no order among them, so that a single run must not have one either.
    std::sort(list.begin(), list.end());
    return list;
}

/// A partial, and what to call it.
struct Part {
    std::string name;
    RawPartial raw;
};

Result<std::string> read_bytes(Environment& environment, const std::string& path) {
    auto source = path == "-" ? environment.standard_input() : environment.files.open(path);
    if (!source) return tl::unexpected(source.error());
    std::string bytes;
    std::vector<char> buffer(std::size_t{64} * 1024);
    for (;;) {
        const auto count = (*source)->read(buffer);
        if (!count) return tl::unexpected(count.error());
        if (*count == 0) break;
        bytes.append(buffer.data(), *count);
        if (bytes.size() > kMostBytes) return fail("it is larger than a partial can be");
    }
    if ((*source)->has_changed()) return fail("the file changed while it was read");
    return bytes;
}

/// Reads one partial after another into sums, which are all that is kept of them.
class Merger {
public:
    Merger(Environment& environment, const Settings& settings, const SummaryOptions& options,
           const Framework& framework)
        : environment_(environment),
          settings_(settings),
          options_(options),
          framework_(framework),
          own_digest_(to_hex(framework_digest(framework))) {
        input_.partial.persons.emplace();
    }

    [[nodiscard]] std::optional<SummaryInput> merge();

private:
    void add(const std::string& name, const std::string& path);
    [[nodiscard]] bool fits(const std::string& name, const PartialTerms& terms);
    [[nodiscard]] bool fits_options(const std::string& name, const PartialTerms& terms);
    [[nodiscard]] bool add_persons(const std::string& name,
                                   std::optional<std::vector<std::uint64_t>> persons);
    void refuse(const std::string& name, std::string_view why, std::string_view help = {});

    Environment& environment_;
    const Settings& settings_;
    const SummaryOptions& options_;
    const Framework& framework_;
    std::string own_digest_;
    SummaryInput input_;
    std::optional<std::string> first_;      ///< the part whose terms the others have to share
    std::optional<std::string> unindexed_;  ///< a part that does not know who is in it
    std::size_t parts_ = 0;
    bool has_failed_ = false;
};

void Merger::refuse(const std::string& name, std::string_view why, std::string_view help) {
    has_failed_ = true;
    say_error(environment_, fmt::format("{}: {}", name, why), help);
}

std::string words_of(bool in_context) { return in_context ? "with --in-context" : "without it"; }

/// The options are optional here: the parts know them. One that is given has to agree.
bool Merger::fits_options(const std::string& name, const PartialTerms& terms) {
    if (terms.framework != own_digest_) {
        refuse(name,
               fmt::format("it was made under another framework: {}, not {}", terms.card,
                           card_of(framework_)),
               "name the same --framework and --overlay; the digest of what they say has to be "
               "the same");
        return false;
    }
    if (!options_.common.as_of.empty() && settings_.as_of != terms.as_of) {
        refuse(name, fmt::format("it is as of {}, not {}", to_string(terms.as_of),
                                 to_string(settings_.as_of)));
        return false;
    }
    if (!options_.judge.accept.empty() && from_word<Basis>(options_.judge.accept) != terms.accept) {
        refuse(name, fmt::format("it was made with --accept {}, not {}", to_string(terms.accept),
                                 options_.judge.accept));
        return false;
    }
    if (options_.judge.in_context && !terms.in_context) {
        refuse(name, "it was made without --in-context");
        return false;
    }
    return true;
}

bool Merger::fits(const std::string& name, const PartialTerms& terms) {
    if (!fits_options(name, terms)) return false;
    if (!first_) {
        first_ = name;
        input_.partial.terms = terms;
        return true;
    }
    const PartialTerms& first = input_.partial.terms;
    if (first.as_of != terms.as_of) {
        refuse(name, fmt::format("it is as of {}, and {} as of {}", to_string(terms.as_of), *first_,
                                 to_string(first.as_of)));
    } else if (first.accept != terms.accept) {
        refuse(name, fmt::format("it was made with --accept {}, and {} with {}",
                                 to_string(terms.accept), *first_, to_string(first.accept)));
    } else if (first.in_context != terms.in_context) {
        refuse(name, fmt::format("it was made {}, and {} {}", words_of(terms.in_context), *first_,
                                 words_of(first.in_context)));
    } else if (first.pseudonym_key != terms.pseudonym_key) {
        refuse(name, fmt::format("it was made with another --pseudonym-key than {}", *first_),
               "without the same key, nobody can tell whether somebody is in both");
    } else {
        return true;
    }
    return false;
}

bool Merger::add_persons(const std::string& name,
                         std::optional<std::vector<std::uint64_t>> persons) {
    auto& known = input_.partial.persons;
    if (!persons) {
        unindexed_ = name;
        return true;
    }
    std::vector<std::uint64_t> all;
    all.reserve(known->size() + persons->size());
    std::merge(known->begin(), known->end(), persons->begin(), persons->end(),
               std::back_inserter(all));
    std::size_t twice = 0;
    for (std::size_t i = 1; i < all.size(); ++i) twice += all[i] == all[i - 1] ? 1U : 0U;
    known = std::move(all);
    if (twice == 0) return true;
    refuse(name,
           fmt::format("{} of its people {} in a part before it as well", twice,
                       twice == 1 ? "is" : "are"),
           "a sum cannot tell who: count both parts' people in one run, which leaves the second "
           "one out");
    return false;
}

void Merger::add(const std::string& name, const std::string& path) {
    ++parts_;
    const auto bytes = read_bytes(environment_, path);
    if (!bytes) return refuse(name, bytes.error().message, bytes.error().help);
    auto raw = parse_partial(*bytes);
    if (!raw) return refuse(name, raw.error().message, raw.error().help);
    if (!fits(name, raw->terms)) return;
    auto partial = read_partial(framework_, std::move(*raw));
    if (!partial) return refuse(name, partial.error().message, partial.error().help);
    if (!add_persons(name, std::move(partial->persons))) return;
    add_sums(partial->sums, input_.partial.sums);
    auto& skipped = input_.partial.skipped;
    skipped.insert(skipped.end(), partial->skipped.begin(), partial->skipped.end());
}

std::optional<SummaryInput> Merger::merge() {
    input_.files = expand_paths(environment_.files, options_.people.paths);
    for (const Finding& finding : input_.files.findings) refuse(finding.file, finding.message);
    for (const InputFile& file : input_.files.files)
        add(file.path == "-" ? options_.people.stdin_filename : file.path, file.path);
    if (has_failed_) {
        say_error(environment_,
                  "nothing is merged: a sum without some of the parts would look whole");
        return std::nullopt;
    }
    if (parts_ == 0) {
        say_error(environment_, "no partial found", "make one with: hcf summary --partial PATH...");
        return std::nullopt;
    }
    Partial& partial = input_.partial;
    std::sort(partial.skipped.begin(), partial.skipped.end());
    if (unindexed_) {
        partial.persons.reset();
        if (parts_ > 1 && !settings_.quiet) {
            say(environment_, fmt::format("{} does not know who is in it: somebody who is in two "
                                          "parts is counted twice",
                                          *unindexed_));
        }
    }
    const auto people = static_cast<std::size_t>(partial.sums.people);
    if (!partial.skipped.empty()) {
        input_.exit_code = kNotDone;
        say(environment_,
            fmt::format("{} of {} read, {} left out for errors", people,
                        count_of(people + partial.skipped.size(), "assessment", "assessments"),
                        partial.skipped.size()));
    } else if (people == 0 && !options_.people.allow_empty) {
        input_.exit_code = kNotDone;
        say_error(environment_, "the parts hold nobody");
    }
    return std::move(input_);
}

}  // namespace

std::optional<SummaryInput> count_people(Environment& environment, const Settings& settings,
                                         const SummaryOptions& options,
                                         const Framework& framework) {
    const auto accept = accepted_basis(options.judge, settings.config, environment);
    if (!accept) return std::nullopt;
    const Excludes excludes(settings.config, environment);
    SummaryInput input;
    input.files = expand_paths(environment.files, options.people.paths,
                               [&](std::string_view path) { return excludes.contain(path); });
    Partial& partial = input.partial;
    partial.terms.framework = to_hex(framework_digest(framework));
    partial.terms.as_of = settings.as_of;
    partial.terms.accept = *accept;
    partial.terms.in_context = options.judge.in_context;
    if (options.partial && !options.people.pseudonym_key.empty()) {
        const auto key = read_pseudonym_key(environment, options.people.pseudonym_key);
        if (!key) return std::nullopt;
        partial.terms.pseudonym_key = key->fingerprint();
    }
    const JudgeOptions judge = {settings.as_of, *accept, options.judge.in_context};
    const bool keeps_index = options.partial && !options.no_person_index;
    std::deque<std::uint64_t> hashes;
    const PeopleResult people =
        read_people(environment, settings, options.people, framework, input.files,
                    [&](const Assessment& assessment) {
                        add_person(framework, assessment, judge, partial.sums);
                        if (keeps_index) hashes.push_back(hash_text(assessment.person.id));
                        return true;
                    });
    if (people.output_is_input) return std::nullopt;
    if (keeps_index) partial.persons = sorted(hashes);
    partial.skipped = skipped_of(people);
    input.exit_code = people.exit_code;
    return input;
}

std::optional<SummaryInput> merge_parts(Environment& environment, const Settings& settings,
                                        const SummaryOptions& options, const Framework& framework) {
    if (!options.judge.accept.empty() &&
        !is_known_word("--accept", options.judge.accept, Words<Basis>::kList, environment))
        return std::nullopt;
    return Merger(environment, settings, options, framework).merge();
}

Json skipped_of_summary(const std::vector<PartialSkipped>& skipped, bool is_for_outside) {
    Json list = Json::array();
    for (const PartialSkipped& item : skipped) {
        const bool has_document = item.document && !is_for_outside;
        list.push_back({{"file", is_for_outside ? Json(nullptr) : Json(item.file)},
                        {"document", has_document ? Json(*item.document) : Json(nullptr)},
                        {"errors", item.errors}});
    }
    return list;
}

}  // namespace hcf::cli
