// SPDX-License-Identifier: Apache-2.0
#include "hcf/present/envelope.h"

#include "hcf/base/version.h"
#include "hcf/present/values.h"

#include <fmt/format.h>

namespace hcf {

Json make_envelope(std::string_view schema, const Framework& framework, Date as_of) {
    const FrameworkInfo& info = framework.info;
    Json overlays = Json::array();
    for (const OverlayInfo& overlay : framework.overlays) {
        overlays.push_back({{"id", overlay.id},
                            {"version", text_or_null(overlay.version)},
                            {"title", text_or_null(overlay.title)}});
    }
    return {{"schema", schema},
            {"hcf", kVersion},
            {"framework",
             {{"id", info.id},
              {"title", text_or_null(info.title)},
              {"version", info.version},
              {"status", text_or_null(info.status)},
              {"date", text_or_null(info.date)}}},
            {"overlays", std::move(overlays)},
            {"as_of", to_string(as_of)}};
}

std::string make_stamp(const Framework& framework, Date as_of) {
    std::string stamp = fmt::format("Framework: {} {}", framework.info.id, framework.info.version);
    if (!framework.info.status.empty()) stamp += fmt::format(" ({})", framework.info.status);
    for (const OverlayInfo& overlay : framework.overlays) {
        stamp += fmt::format(", with overlay {}", overlay.id);
        if (!overlay.version.empty()) stamp += fmt::format(" {}", overlay.version);
    }
    return stamp + fmt::format("; as of {}", to_string(as_of));
}

}  // namespace hcf
