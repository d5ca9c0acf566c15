// SPDX-License-Identifier: Apache-2.0
#include "hcf/load/series_note.h"

#include <algorithm>

namespace hcf {

SeriesNote note_series(const AssessmentFacts& facts, const Source& source) {
    SeriesNote note;
    const AssessmentDoc& doc = *facts.doc;
    if (doc.assessed) note.assessed = doc.assessed->value;
    for (const RatingFacts& rating : facts.ratings) {
        if (rating.value && rating.assessed)
            note.assessed = std::max(note.assessed, std::optional(rating.assessed->value));
    }
    if (doc.framework) {
        const auto [id, version] = named_framework(doc.framework->value.text);
        note.framework_id = id;
        note.framework_version = version;
        note.framework_at = locate(source, doc.framework->span.begin);
    }
    return note;
}

}  // namespace hcf
