// SPDX-License-Identifier: Apache-2.0
// What the form is tried with: texts that break careless writers, and changes of the judgement that a test must notice.

export const HOSTILE = [
  'She said "so"', "O'Neill", "a: b", "a:", ": a", "# no comment", "a # b", "- item", "-", "---", "--- a", "...", "? key",
  "[list]", "{map: x}", "a, b", "&anchor", "*alias", "!tag", "|", ">", "%percent", "@home", "`tick`", "null", "Null", "~",
  "true", "no", "12", "0012", "1e3", "0x1F", "1_000", ".5", "2026-01-01", "<<", "=SUM(A1)", "hcf: assessment/1",
  "line one\nline two", "\n---\nhcf: assessment/1\n", "line\r\nbreak", "tab\there", "  spaces around  ", "back\\slash",
  "C:\\new\\table", "quote at the end\"", "''", '""', "\u0000\u0001\u001b[31m\u007f", "\u0085\u2028\u2029", "\ufeffmark",
  "\u202eright to left\u202c", "شخص مثال", "مرحبا: # hello", "می‌خواهم", "日本 太郎", "😀👩🏽‍⚕️🏴", "e\u0301 and é", "ﬀ ß İ ı ς",
  "<script>alert(1)</script>", '" onmouseover="alert(1)', "</script><!--", "]]>", "${x}", "a\u00a0b", "\u00a0x", "_", "x".repeat(5000),
  "日".repeat(3000), "__proto__", "constructor", "x-own", "'single' \"double\" \\ # : - mix", "trailing colon:", "𐏿\u{10ffff}",
];

// In form_gap.js: [as it is, as it must not be].
export const MUTATIONS = [
  ["rating.valid_until < options.as_of", "rating.valid_until <= options.as_of"],
  ["rating.rank < framework.scales", "rating.rank <= framework.scales"],
  ["if (plan.due < asOf)", "if (plan.due <= asOf)"],
  ["supervision.until < asOf", "supervision.until <= asOf"],
  ["BASES.indexOf(options.accept)) return", "BASES.indexOf(options.accept) - 1) return"],
  ["rank(rating.shown_at) < rank(askedAt)) return", "rank(rating.shown_at) <= rank(askedAt)) return"],
  ['if (!rating.is_dated) return "undated";', ""],
  ['if (needs && needs.scale !== rating.scale) return "other-scale";', ""],
  ["(a < b ? a : b)", "(a > b ? a : b)"],
  ["Math.min(day0, lastDayOf(year, month)) + days", "Math.min(day0, lastDayOf(year, month)) + days + 1"],
  ["Math.min(day0, lastDayOf(year, month))", "Math.min(day0, 28)"],
  ["requirement.essential = true;", ""],
  ["rank(overlap.level) > rank(requirement.asked_at)", "rank(overlap.level) < rank(requirement.asked_at)"],
  ["if (requirement.needs || ratings", "if (ratings"],
  ['["not-assessed", "expired", "unconfirmed"]', '["not-assessed", "expired", "unconfirmed", "partial"]'],
  ['["not-assessed", "expired", "unconfirmed"]', '["not-assessed", "expired"]'],
  ["rating.assessed || assessment.assessed", "assessment.assessed || rating.assessed"],
  ["rating.basis || assessment.basis", "rating.basis"],
  ["shown_at: rating.level || level", "shown_at: level"],
  ["if (row.status === NOT_APPLICABLE) return;", ""],
  ["asked.get(above)?.needs ?? null", "null"],
  ["rank(row.rating.shown_at) < rank(row.asked_at)", "rank(row.rating.shown_at) <= rank(row.asked_at)"],
  ['(row.rating?.basis || "self") === "self"', 'row.rating?.basis === "self"'],
  ["rows.filter((row) => row.essential)", "rows"],
  ["essential.length - statuses[NOT_APPLICABLE]", "essential.length"],
  ["!asked.has(id) && ownStatus", "ownStatus"],
  ["other !== level && isSame(set)", "isSame(set)"],
];
