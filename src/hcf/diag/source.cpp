// SPDX-License-Identifier: Apache-2.0
#include "hcf/diag/source.h"

#include "hcf/base/assert.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hcf {

namespace {

/// Shorter texts are quickly counted through from their beginning.
constexpr std::size_t kLongText = std::size_t{4} * kLandmarkBytes;

/// True for a byte behind which a new line begins; the CR of a CR LF is none.
bool ends_line(std::string_view text, std::size_t at) {
    if (text[at] == '\n') return true;
    return text[at] == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n');
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// The place of `end`, where `begin` is at `position`.
Position count_on(std::string_view text, Position position, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (ends_line(text, at)) {
            ++position.line;
            position.column = 1;
        } else if (begins_character(text[at])) {
            ++position.column;
        }
    }
    return position;
}

}  // namespace

SourceId SourceSet::add(Source source) {
    source.landmarks.clear();
    if (source.text.size() > kLongText) {
        Position position;
        for (std::size_t at = 0; at < source.text.size(); at += kLandmarkBytes) {
            source.landmarks.push_back(position);
            const std::size_t next = std::min(at + kLandmarkBytes, source.text.size());
            position = count_on(source.text, position, at, next);
        }
    }
    sources_.push_back(std::move(source));
    return {static_cast<std::uint32_t>(sources_.size() - 1)};
}

const Source& SourceSet::at(SourceId id) const {
    HCF_ASSERT(id.value < sources_.size());
    return sources_[id.value];
}

Position locate(const Source& source, std::uint32_t offset) {
    const std::size_t end = std::min<std::size_t>(offset, source.text.size());
    Position position;
    std::size_t begin = 0;
    if (!source.landmarks.empty()) {
        const std::size_t landmark = std::min(end / kLandmarkBytes, source.landmarks.size() - 1);
        position = source.landmarks[landmark];
        begin = landmark * kLandmarkBytes;
    }
    position = count_on(source.text, position, begin, end);
    position.line += source.first_line - 1;
    return position;
}

SourceLine line_at(const Source& source, std::uint32_t offset) {
    const std::string_view text = source.text;
    std::size_t begin = std::min<std::size_t>(offset, text.size());
    std::size_t end = begin;
    while (begin > 0 && !ends_line(text, begin - 1)) --begin;
    while (end < text.size() && !ends_line(text, end)) ++end;
    if (end > begin && end < text.size() && text[end] == '\n' && text[end - 1] == '\r') --end;
    return {text.substr(begin, end - begin), static_cast<std::uint32_t>(begin)};
}

}  // namespace hcf
