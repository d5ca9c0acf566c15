// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/service_input.h"

#include "hcf/base/text.h"
#include "hcf/cli/file_documents.h"
#include "hcf/cli/messages.h"
#include "hcf/diag/format_rules.h"
#include "hcf/load/load_service.h"

#include <fmt/format.h>

namespace hcf::cli {
namespace {

class ServiceReader {
public:
    ServiceReader(Environment& environment, const Settings& settings, const Framework& framework)
        : environment_(environment), settings_(settings), framework_(framework) {}

    void use(const std::string& file, const RawDocument& raw);
    void fail(const Finding& finding);
    [[nodiscard]] std::optional<Service> take() {
        return has_failed_ ? std::nullopt : std::move(service_);
    }

private:
    Environment& environment_;
    const Settings& settings_;
    const Framework& framework_;
    KindDocument document_;
    std::optional<Service> service_;
    bool was_seen_ = false;
    bool has_failed_ = false;
};

void ServiceReader::fail(const Finding& finding) {
    has_failed_ = true;
    std::string text;
    render(text, finding, {settings_.colour_err, true});
    environment_.err.write(text);
}

void ServiceReader::use(const std::string& file, const RawDocument& raw) {
    using Outcome = KindDocument::Outcome;
    const Outcome outcome = document_.open(file, raw, DocumentKind::service);
    if (outcome == Outcome::broken) {
        for (const Finding& finding : document_.errors()) fail(finding);
    } else if (outcome != Outcome::of_kind) {
        fail(document_.unread(file, raw, DocumentKind::service));
    } else if (was_seen_) {
        Finding finding = document_.unread(file, raw, DocumentKind::service);
        finding.message = "expected one service, found another one";
        finding.help = "give each service a file of its own";
        fail(finding);
    } else {
        was_seen_ = true;
        LoadedService loaded = load_service(document_, framework_);
        for (const Finding& finding : loaded.errors) fail(finding);
        service_ = std::move(loaded.service);
    }
}

}  // namespace

std::optional<Service> read_service(Environment& environment, const Settings& settings,
                                    const Framework& framework, const std::string& path,
                                    const std::string& stdin_name) {
    if (path != "-" && environment.files.inspect(path).type == FileType::directory) {
        say_error(environment,
                  fmt::format("{} is a directory, and a service is a file", in_quotes(path)));
        return std::nullopt;
    }
    ServiceReader reader(environment, settings, framework);
    FileDocuments documents(environment, stdin_name);
    documents.read(
        {path, true},
        [&](const std::string& file, const RawDocument& raw) {
            reader.use(file, raw);
            return true;
        },
        [&](const Finding& finding) { reader.fail(finding); });
    return reader.take();
}

}  // namespace hcf::cli
