// SPDX-License-Identifier: Apache-2.0
// The rules of the whole run: the same person twice, and assessors who are judged in the run
// themselves. Of each person and assessor only hashes, places and bits are kept, never a document
// (style guide, section 2).
#pragma once

#include "hcf/diag/finding.h"
#include "hcf/load/person_index.h"
#include "hcf/load/person_note.h"
#include "hcf/model/framework.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace hcf {

class RunChecks {
public:
    explicit RunChecks(const Framework& framework)
        : framework_(framework), words_((framework.competences.size() + 63) / 64) {}

    /// Notes a person who was read in a document of a file; files are numbered in input order.
    void note(const PersonNote& note, std::uint32_t file, std::uint32_t document);

    /// Tells what the run comes to, in input order, one finding after another. `name_of` gives the
    /// name of a file by its number.
    void tell(const std::function<std::string(std::uint32_t)>& name_of,
              const std::function<void(Finding)>& use) const;

private:
    struct Place {
        std::uint32_t file = 0;
        std::uint32_t document = 1;
        Position begin;
        Position end;
    };
    struct Person {
        std::uint64_t id = 0;
        std::uint64_t name = 0;  ///< 0: none
        std::optional<LevelId> level;
        std::optional<Date> assessed;
        Place place;
        std::uint32_t bits = 0;  ///< what they may not assess
    };
    struct Mention {
        std::uint64_t id = 0;
        std::uint64_t name = 0;
        Place place;
        std::uint32_t bits = 0;  ///< what they judged
    };
    struct Repeated {
        Place place;
        PersonPlace first;
    };
    enum class Question : std::uint8_t { below_level, may_not_assess, same_person };
    /// Something that may have to be told; `index` is that of a mention or a repetition.
    struct Candidate {
        std::uint32_t file = 0;
        Position begin;
        Question question = Question::same_person;
        std::uint32_t index = 0;
    };
    using NameOf = std::function<std::string(std::uint32_t)>;

    /// Whom a name means: a position in `people_`, or that it is ambiguous.
    using Names = std::unordered_map<std::uint64_t, std::optional<std::uint32_t>>;

    [[nodiscard]] std::uint32_t keep(const std::vector<CompetenceId>& competences);
    [[nodiscard]] bool has(std::uint32_t bits, CompetenceId competence) const;
    [[nodiscard]] Names names() const;
    [[nodiscard]] const Person* find(const Mention& mention, const Names& names) const;
    [[nodiscard]] std::vector<Candidate> candidates() const;
    [[nodiscard]] Finding same_person(const Repeated& repeated, const NameOf& name_of) const;
    [[nodiscard]] std::optional<Finding> below_level(const Mention& mention, const Person& assessor,
                                                     const NameOf& name_of) const;
    [[nodiscard]] std::optional<Finding> may_not_assess(const Mention& mention,
                                                        const Person& assessor,
                                                        const NameOf& name_of) const;

    const Framework& framework_;
    std::size_t words_;  ///< of a set of competences in `bits_`
    std::vector<std::uint64_t> bits_;
    PersonIndex places_;
    std::vector<Person> people_;
    std::unordered_map<std::uint64_t, std::uint32_t> by_id_;
    std::vector<Mention> mentions_;
    std::vector<Repeated> repeated_;
};

}  // namespace hcf
