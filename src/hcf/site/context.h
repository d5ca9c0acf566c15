// SPDX-License-Identifier: Apache-2.0
// What the pages of a site have in common, worked out once, and the names of the pages. Private to
// site/.
#pragma once

#include "hcf/analysis/role_comparison.h"
#include "hcf/model/framework.h"
#include "hcf/site/markup.h"
#include "hcf/site/site.h"

#include <string>
#include <string_view>
#include <vector>

namespace hcf {

/// Competences of one theme, in framework order.
struct ThemeGroup {
    std::string title;  ///< "Communication and information"
    std::vector<CompetenceId> competences;
};

struct SiteContext {
    const Framework& framework;
    SiteOptions options;
    std::vector<Comparable> roles;   ///< each at its own level, by RoleId
    std::vector<Comparable> levels;  ///< by LevelId
    bool has_form = false;
};

[[nodiscard]] SiteContext make_context(const Framework& framework, const SiteOptions& options);

/// One page of a site.
struct SitePage {
    std::string file;
    std::string title;             ///< of the window, without the framework's
    std::string_view active = {};  ///< the page of the main navigation to which it belongs
    Markup main;                   ///< begins with a heading of rank 1
    std::string data = {};         ///< JSON for its script; empty: none
    std::string_view script = {};  ///< the name of the asset that is its script; empty: none
};

inline constexpr std::string_view kHomePage = "index.html";
inline constexpr std::string_view kMatrixPage = "matrix.html";
inline constexpr std::string_view kCareerMapPage = "career-map.html";
inline constexpr std::string_view kComparePage = "compare.html";
inline constexpr std::string_view kIndexPage = "a-z.html";
inline constexpr std::string_view kSearchPage = "search.html";
inline constexpr std::string_view kFormPage = "form.html";

/// "level-supportive.html": ids are words of a-z, 0-9 and hyphens, so the names are safe
/// everywhere, and the prefix keeps them apart from each other and from names that mean something.
[[nodiscard]] std::string page_of(const Framework& framework, LevelId id);
[[nodiscard]] std::string page_of(const Framework& framework, CompetenceId id);
[[nodiscard]] std::string page_of(const Framework& framework, RoleId id);

/// Competences by theme; themes in the order in which the framework first names them, those without
/// one last.
[[nodiscard]] std::vector<ThemeGroup> by_theme(const Framework& framework,
                                               const std::vector<CompetenceId>& competences);

[[nodiscard]] SitePage home_page(const SiteContext& site);
[[nodiscard]] SitePage matrix_page(const SiteContext& site);
[[nodiscard]] SitePage career_map_page(const SiteContext& site);
[[nodiscard]] SitePage compare_page(const SiteContext& site);
[[nodiscard]] SitePage index_page(const SiteContext& site);
[[nodiscard]] SitePage search_page(const SiteContext& site);
[[nodiscard]] SitePage level_page(const SiteContext& site, LevelId id);
[[nodiscard]] SitePage competence_page(const SiteContext& site, CompetenceId id);
[[nodiscard]] SitePage role_page(const SiteContext& site, RoleId id);

/// Whom the draft names as those who use the framework: the file and the title of each page.
struct AudienceEntry {
    std::string_view file;
    std::string_view title;
    std::string_view summary;
};
[[nodiscard]] std::vector<AudienceEntry> audience_entries();
[[nodiscard]] std::vector<SitePage> audience_pages(const SiteContext& site);

/// The whole file of a page: head, navigation, the page itself, footer.
[[nodiscard]] std::string frame(const SiteContext& site, const SitePage& page);

/// The assessment form, which brings its own frame, and the files that it names.
[[nodiscard]] std::vector<SiteFile> form_files(const SiteContext& site);

/// The file by which hcf knows a directory as one that it made.
[[nodiscard]] SiteFile make_manifest(const SiteContext& site, const std::vector<SiteFile>& files);

}  // namespace hcf
