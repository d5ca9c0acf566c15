// SPDX-License-Identifier: Apache-2.0
#include "hcf/site/manifest.h"

#include "hcf/base/digest.h"
#include "hcf/base/text.h"
#include "hcf/base/version.h"
#include "hcf/present/envelope.h"
#include "hcf/site/context.h"

namespace hcf {
namespace {

constexpr std::string_view kSchema = "hcf.site/1";

/// The text of a member; empty where it is none.
std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string sha256_of(std::string_view text) {
    Sha256 sha;
    sha.add(text);
    return to_hex(sha.finish());
}

SiteFile make_manifest(const SiteContext& site, const std::vector<SiteFile>& files) {
    Json json = make_envelope(kSchema, site.framework, site.options.as_of.value_or(Date()));
    if (!site.options.as_of) json["as_of"] = nullptr;
    json["files"] = Json::array();
    for (const SiteFile& file : files)
        json["files"].push_back({{"name", file.name}, {"sha256", sha256_of(file.text)}});
    return {std::string(kManifestFile), json.dump(2) + "\n"};
}

std::optional<std::map<std::string, std::string>> read_manifest(std::string_view text) {
    if (find_invalid_utf8(text)) return std::nullopt;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || text_at(json, "schema") != kSchema) return std::nullopt;
    const auto files = json.find("files");
    if (files == json.end() || !files->is_array()) return std::nullopt;
    std::map<std::string, std::string> result;
    for (const Json& file : *files) {
        if (!file.is_object()) return std::nullopt;
        const std::string name = text_at(file, "name");
        if (name.empty() || name.find('/') != std::string::npos) return std::nullopt;
        result[name] = text_at(file, "sha256");
    }
    return result;
}

}  // namespace hcf
