// SPDX-License-Identifier: Apache-2.0
#include "hcf/schema/document_tables.h"

#include "hcf/schema/assessment_doc.h"
#include "hcf/schema/catalogue_doc.h"
#include "hcf/schema/framework_doc.h"
#include "hcf/schema/service_doc.h"
#include "hcf/schema/team_doc.h"

namespace hcf {

const MappingSpec& document_mapping(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::assessment: return AssessmentDoc::mapping();
        case DocumentKind::team: return TeamDoc::mapping();
        case DocumentKind::service: return ServiceDoc::mapping();
        case DocumentKind::catalogue: return CatalogueDoc::mapping();
        case DocumentKind::levels:
        case DocumentKind::competences:
        case DocumentKind::roles:
        case DocumentKind::scales:
        case DocumentKind::overlay: break;
    }
    return FrameworkDoc::mapping(kind);
}

bool takes_names_of_framework(DocumentKind kind) { return !is_framework_kind(kind); }

}  // namespace hcf
