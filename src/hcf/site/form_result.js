// SPDX-License-Identifier: Apache-2.0
// Where the person stands, on the page: the figures, every competence with its reasons, and what to bear in mind.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;
  const { element } = hcfForm;

  const counts = (summary) =>
    `${summary.met} of ${summary.applicable} met` +
    (summary.required > summary.applicable ? `, ${summary.required - summary.applicable} not applicable` : "");

  // One line: "16 of 20 met, 1 planned, 3 gaps".
  function resultLine(gap) {
    const { summary } = gap;
    return `${counts(summary)}, ${summary.planned} planned, ${summary.gap} ${summary.gap === 1 ? "gap" : "gaps"}`;
  }

  function facts(framework, gap) {
    const { summary } = gap;
    const role = framework.roles.get(gap.role);
    const level = framework.levels.get(gap.level).title;
    const rows = [
      ["Against", role ? `${role.title}, ${level}` : level],
      ["Readiness", `${hcfForm.percent(summary.readiness)}: ${counts(summary)}`],
      ["Assurance", `${hcfForm.percent(summary.assurance)}: ${summary.met + summary.planned} of ${summary.applicable} met or planned`],
      ["Gaps", `${summary.gap} neither met nor planned`],
      ["Of the met", `${summary.met_self} judged by oneself, ${summary.met_without_evidence} without evidence, ` +
        `${summary.met_below_level} shown below the level asked`],
    ];
    return element("dl", {}, ...rows.map(([term, text]) => element("div", {}, element("dt", {}, term), element("dd", {}, text))));
  }

  function rowsTable(framework, gap) {
    const head = ["State", "Competence", "Status, and why"].map((text) => element("th", { scope: "col" }, text));
    const statusText = (row) => [row.status.replaceAll("-", " "), hcfForm.whyText(framework, row)].filter(Boolean).join(": ");
    const body = gap.rows.map((row) =>
      element(
        "tr",
        {},
        element("td", {}, element("span", { class: hcfForm.toneOf(row) }, hcfForm.stateText(row))),
        element("th", { scope: "row" }, element("a", { href: `#card-${row.competence}` }, framework.competences.get(row.competence).title)),
        element("td", {}, statusText(row)),
      ),
    );
    return element(
      "div",
      { class: "table", tabindex: "0", role: "region", "aria-label": "Every competence that is asked" },
      element("table", {}, element("caption", {}, "Every competence that is asked"), element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body)),
    );
  }

  function descriptors(framework, ids) {
    const levels = ids.map((id) => framework.levels.get(id));
    const facets = [...new Set(levels.flatMap((level) => Object.keys(level.descriptor ?? {})))];
    if (facets.length === 0) return null;
    const head = ["Facet", ...levels.map((level) => level.title)].map((text) => element("th", { scope: "col" }, text));
    const body = facets.map((facet) =>
      element("tr", {}, element("th", { scope: "row" }, facet), ...levels.map((level) => element("td", {}, level.descriptor?.[facet] ?? "–"))),
    );
    const table = element("table", {}, element("caption", {}, "How the levels differ"), element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
    const region = element("div", { class: "table", tabindex: "0", role: "region", "aria-label": "How the levels differ" }, table);
    return element("details", {}, element("summary", {}, "How the levels differ"), region);
  }

  function cautions(framework, gap) {
    const parts = [];
    if (gap.core_only)
      parts.push(element("li", {}, "Core competences only: says nothing of registration, qualification or role-specific skill."));
    if (gap.same_core_as.length > 0) {
      const titles = gap.same_core_as.map((id) => framework.levels.get(id).title).join(", ");
      parts.push(element("li", {}, `The same core set is asked at: ${titles}. A whole core set is not the level.`));
    }
    if (gap.rows.some((row) => row.status === hcfForm.NOT_APPLICABLE && framework.competences.get(row.competence).kind === "core"))
      parts.push(element("li", {}, "A core competence is said to be not applicable: the draft asks it of all staff."));
    const table = gap.same_core_as.length > 0 ? descriptors(framework, [gap.level, ...gap.same_core_as]) : null;
    return parts.length === 0 ? [] : [element("h3", {}, "To bear in mind"), element("ul", {}, ...parts), ...(table ? [table] : [])];
  }

  function beyond(framework, gap) {
    if (gap.beyond.length === 0) return [];
    const items = gap.beyond.map((id) => element("li", {}, framework.competences.get(id).title));
    return [element("h3", {}, "Met beyond what is asked"), element("ul", {}, ...items)];
  }

  // What stands under "Where you stand".
  function resultParts(framework, gap) {
    return [facts(framework, gap), rowsTable(framework, gap), ...beyond(framework, gap), ...cautions(framework, gap)];
  }

  Object.assign(hcfForm, { resultLine, resultParts });
})();
