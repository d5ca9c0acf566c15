// SPDX-License-Identifier: Apache-2.0
// What yaml-cpp costs by itself: its events over every document, handed to a handler that does
// nothing.
//   yaml_events PATH...     files, and directories of files
// A file is cut at `---` lines, and each document gets a parser of its own, which is how yaml-cpp
// is fastest (one parser over a long stream grows by 1.6 kB a document).
#include "list_files.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

namespace {

class Nothing final : public YAML::EventHandler {
public:
    std::size_t events = 0;

    void OnDocumentStart(const YAML::Mark& /*mark*/) override { ++events; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { ++events; }
    void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { ++events; }
    void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string& /*value*/) override {
        ++events;
    }
    void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/,
                         YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {
        ++events;
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/,
                    YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {
        ++events;
    }
    void OnMapEnd() override {}
};

class Events {
public:
    void read(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        while (std::getline(file, line_)) {
            if (line_ == "---") {
                finish_document();
                continue;
            }
            text_ += line_;
            text_ += '\n';
        }
        finish_document();
    }

    std::size_t documents() const { return documents_; }
    std::size_t events() const { return handler_.events; }

private:
    void finish_document() {
        std::istringstream input(text_);
        YAML::Parser parser(input);
        while (parser.HandleNextDocument(handler_)) ++documents_;
        text_.clear();
    }

    Nothing handler_;
    std::string line_;
    std::string text_;
    std::size_t documents_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
    Events events;
    try {
        for (const std::string& path : bench::list_files({arguments + 1, arguments + count}))
            events.read(path);
    } catch (const YAML::Exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    std::printf("documents=%zu events=%zu\n", events.documents(), events.events());
    return 0;
}
