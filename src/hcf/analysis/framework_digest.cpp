// SPDX-License-Identifier: Apache-2.0
#include "hcf/analysis/framework_digest.h"

#include <string>

namespace hcf {
namespace {

/// Texts and numbers in a form in which no two different sequences are the same bytes.
class Feed {
public:
    void add(std::string_view text) {
        add(text.size());
        sha_.add(text);
    }

    void add(std::size_t number) { sha_.add(std::to_string(number) + ' '); }

    template <class Tag>
    void add(const std::vector<Id<Tag>>& ids) {
        add(ids.size());
        for (const Id<Tag> id : ids) add(std::size_t{id.index});
    }

    [[nodiscard]] Digest finish() { return sha_.finish(); }

private:
    Sha256 sha_;
};

void add_level(const Level& level, Feed& feed) {
    feed.add(level.id);
    feed.add(level.title);
    for (const std::string& facet : level.descriptor) feed.add(facet);
    feed.add(level.core);
}

void add_competence(const Competence& competence, Feed& feed) {
    feed.add(competence.owner);
    feed.add(competence.id);
    feed.add(competence.title);
    feed.add(to_string(competence.kind));
    feed.add(competence.levels);
    feed.add(competence.refresh ? to_string(*competence.refresh) : std::string());
    feed.add(competence.supersedes);
}

void add_role(const Role& role, Feed& feed) {
    feed.add(role.id);
    feed.add(role.title);
    feed.add(role.levels);
    feed.add(role.competences.size());
    for (const RoleCompetence& asked : role.competences) {
        feed.add(std::size_t{asked.competence.index});
        feed.add(asked.essential ? "essential" : "desirable");
        feed.add(asked.needs ? "needs" : "");
        if (!asked.needs) continue;
        feed.add(std::size_t{asked.needs->scale.index});
        feed.add(std::size_t{asked.needs->value});
    }
}

void add_scale(const Scale& scale, Feed& feed) {
    feed.add(scale.id);
    feed.add(scale.values.size());
    for (const ScaleValue& value : scale.values) {
        feed.add(value.id);
        feed.add(to_string(value.counts_as));
    }
}

template <class Thing>
void add_all(const std::vector<Thing>& things, void (*add)(const Thing&, Feed&), Feed& feed) {
    feed.add(things.size());
    for (const Thing& thing : things) add(thing, feed);
}

}  // namespace

Digest framework_digest(const Framework& framework) {
    Feed feed;
    for (const std::string* text :
         {&framework.info.id, &framework.info.title, &framework.info.version,
          &framework.info.status, &framework.info.date})
        feed.add(*text);
    feed.add(framework.overlays.size());
    for (const OverlayInfo& overlay : framework.overlays) {
        feed.add(overlay.id);
        feed.add(overlay.version);
    }
    add_all(framework.levels, add_level, feed);
    add_all(framework.competences, add_competence, feed);
    add_all(framework.roles, add_role, feed);
    add_all(framework.scales, add_scale, feed);
    return feed.finish();
}

}  // namespace hcf
