// SPDX-License-Identifier: Apache-2.0
// The pieces of the form: elements, labelled fields, and the words for a standing. Whatever comes from a file or from the
// framework is put in as text.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;

  // An element with attributes (functions listen) and children, of which texts become text nodes.
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") made.addEventListener(key, value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  const idOf = (where) => `f-${where.replace(/[^A-Za-z0-9]+/g, "-")}`;

  // What is wrong with a field stands below it, and is read with it.
  function withError(where, label, control, hint) {
    const id = idOf(where);
    const describedBy = hint ? `${id}-hint ${id}-error` : `${id}-error`;
    control.id = id;
    control.setAttribute("aria-describedby", describedBy);
    return element(
      "div",
      { class: "field", "data-where": where },
      element("label", { for: id }, label),
      hint ? element("p", { class: "hint", id: `${id}-hint` }, hint) : null,
      control,
      element("p", { class: "error", id: `${id}-error`, hidden: true }),
    );
  }

  // A date that is half typed is no empty one: it must not pass for "nothing said".
  const valueOf = (control) => (control.type === "date" && control.validity.badInput ? "unfinished" : control.value);

  // object[key] as a labelled input; kind: text, date or long.
  function textField(where, label, object, key, changed, kind = "text", hint = null) {
    const isLong = kind === "long";
    const attributes = isLong ? { rows: 3 } : { type: kind, autocomplete: "off", max: kind === "date" ? "9999-12-31" : null };
    const control = element(isLong ? "textarea" : "input", {
      ...attributes,
      input: () => {
        object[key] = valueOf(control);
        changed();
      },
    });
    control.value = object[key];
    return withError(where, label, control, hint);
  }

  // object[key] as a list to choose from; options: [value, text].
  function choiceField(where, label, object, key, options, changed, hint = null) {
    const control = element("select", {
      change: () => {
        object[key] = control.value;
        changed();
      },
    });
    for (const [value, text] of options) control.append(element("option", { value }, text));
    control.value = object[key];
    return withError(where, label, control, hint);
  }

  const optionsOf = (words, first) => [["", first], ...words.map((word) => [word, word])];

  function button(text, click, attributes = {}) {
    return element("button", { type: "button", click, ...attributes }, text);
  }

  // Words.

  const REASONS = {
    "no-plan": "there is no plan",
    "plan-without-due": "the plan has no due date",
    "plan-overdue": "the plan was due before the day of the report",
    "plan-without-supervisor": "nobody supervises the plan",
  };

  function doubtText(framework, row) {
    const title = (level) => framework.levels.get(level).title;
    switch (row.doubt) {
      case "weaker-basis":
        return row.rating.basis ? `judged by ${row.rating.basis} only` : "nobody is named as the basis";
      case "shown-below":
        return `shown at ${title(row.rating.shown_at)}, asked at ${title(row.asked_at)}`;
      case "undated":
        return "it has no date, and must be refreshed";
      case "other-scale":
        return `${row.needs.scale}/${row.needs.value} is needed, and it was rated on another scale`;
      default:
        return "";
    }
  }

  // Why a row has its status and state, in short parts.
  function whyText(framework, row) {
    const parts = [];
    if (row.status === "expired") parts.push(`was valid until ${row.rating.valid_until}`);
    if (row.status === "partial" && row.rating.counts_as === "met") parts.push(`${row.needs.scale}/${row.needs.value} is needed`);
    if (row.doubt) parts.push(doubtText(framework, row));
    if (row.through) parts.push(`through ${framework.competences.get(row.through).title}`);
    if (row.reason) parts.push(REASONS[row.reason]);
    if (row.assurance === "planned") parts.push(`due ${row.plan.due}, supervised by ${row.plan.supervisor}`);
    if (row.status === "met" && row.rating?.valid_until && !row.through) parts.push(`valid until ${row.rating.valid_until}`);
    return parts.join("; ");
  }

  // The tone of a row, for colour and mark; the words say the same.
  function toneOf(row) {
    if (!row.assurance) return "muted";
    if (row.assurance === "gap") return row.essential ? "bad" : "muted";
    return row.assurance === "planned" ? "warn" : "good";
  }

  function stateText(row) {
    if (!row.assurance) return "not applicable";
    return row.essential || row.assurance === "assured" ? row.assurance : `desirable, ${row.assurance}`;
  }

  Object.assign(hcfForm, { button, choiceField, element, idOf, optionsOf, stateText, textField, toneOf, whyText });
})();
