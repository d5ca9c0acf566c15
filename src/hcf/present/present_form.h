// SPDX-License-Identifier: Apache-2.0
// A sheet to assess against, as a page to fill in, as rows to fill in, and for programs (ADR 0018).
#pragma once

#include "hcf/analysis/form.h"
#include "hcf/report/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace hcf {

/// The columns of the CSV: what is known, then what is to be filled in.
[[nodiscard]] std::span<const std::string_view> form_columns();

/// One element of `forms`.
[[nodiscard]] Json form_json(const Framework& framework, const FormSheet& sheet);

/// The CSV rows of a sheet, appended: one for each competence.
void form_records(const Framework& framework, const FormSheet& sheet, std::vector<Record>& records);

/// A sheet to be printed: who and what, how to fill it in, the competences by theme, signatures.
[[nodiscard]] Document form_document(const Framework& framework, const FormSheet& sheet);

}  // namespace hcf
