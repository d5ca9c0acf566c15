// SPDX-License-Identifier: Apache-2.0
// One competence on the page: its rating, and behind a fold its dates, evidence, note and plan.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;
  const { element, button, choiceField, textField, optionsOf } = hcfForm;
  const opened = new Set(); // cards whose fold is open

  // A list of parts, each with a button that takes it away; `make(part, number)` gives its fields.
  function editableList(label, parts, make, newPart, changed, addId) {
    const list = element("div", { class: "parts" });
    const add = button(`Add ${label}`, () => {
      parts.push(newPart());
      fill();
      list.lastElementChild.querySelector("input,select").focus();
      changed();
    });
    if (addId) add.id = addId;
    const remove = (number) => {
      parts.splice(number, 1);
      fill();
      add.focus();
      changed();
    };
    const fill = () =>
      list.replaceChildren(
        ...parts.map((part, number) =>
          element(
            "fieldset",
            { class: "part" },
            element("legend", {}, `${label[0].toUpperCase()}${label.slice(1)} ${number + 1}`),
            element("div", { class: "grid" }, ...make(part, number)),
            button(`Remove ${label} ${number + 1}`, () => remove(number)),
          ),
        ),
      );
    fill();
    return element("div", {}, list, add);
  }

  function ratingChoices(id, rating, scale, changed) {
    const group = element("div", { class: "choices", id: hcfForm.idOf(`rating.${id}.value`) });
    const choices = [
      ["", "Not assessed"],
      ...scale.values.map((value) => [value.id, value.title && value.title !== value.id ? value.title : value.id]),
      [hcfForm.NOT_APPLICABLE, "Not applicable"],
    ];
    for (const [value, text] of choices) {
      const input = element("input", {
        type: "radio",
        name: `value-${id}`,
        value,
        change: () => {
          rating.value = value;
          changed();
        },
      });
      input.checked = rating.value === value;
      group.append(element("label", {}, input, element("span", {}, text)));
    }
    return group;
  }

  function evidenceFields(id, changed) {
    return (part, number) => {
      const at = (key) => `rating.${id}.evidence.${number}.${key}`;
      return [
        choiceField(at("type"), "Type", part, "type", optionsOf(hcfForm.EVIDENCE_TYPES, "not said"), changed),
        textField(at("title"), "Title", part, "title", changed),
        textField(at("date"), "Date of the evidence", part, "date", changed, "date"),
        textField(at("ref"), "Where it is kept", part, "ref", changed),
      ];
    };
  }

  function planFields(id, rating, changed) {
    const plan = rating.plan ?? hcfForm.newPlan();
    rating.plan = plan;
    const at = (key) => `rating.${id}.plan.${key}`;
    return element(
      "fieldset",
      { class: "part" },
      element("legend", {}, "Development plan"),
      textField(at("action"), "What will be done", plan, "action", changed, "long"),
      element(
        "div",
        { class: "grid" },
        textField(at("due"), "Due on", plan, "due", changed, "date"),
        textField(at("supervisor"), "Who supervises it", plan, "supervisor", changed, "text", "If empty, the supervisor above counts."),
        textField(at("review"), "Looked at on", plan, "review", changed, "date"),
      ),
    );
  }

  function details(id, rating, page, changed) {
    const at = (key) => `rating.${id}.${key}`;
    const levels = [...page.framework.levels.values()].map((level) => [level.id, level.title]);
    const fold = element(
      "details",
      { open: opened.has(id), toggle: () => (fold.open ? opened.add(id) : opened.delete(id)) },
      element("summary", {}, "Dates, evidence, note and plan"),
      element(
        "div",
        { class: "grid" },
        textField(at("assessed"), "Assessed on", rating, "assessed", changed, "date", "If empty, the day above counts."),
        choiceField(at("basis"), "Judged by", rating, "basis", optionsOf(hcfForm.BASES, "as above"), changed),
        textField(at("assessor"), "Assessor", rating, "assessor", changed),
        choiceField(at("level"), "Shown at", rating, "level", [["", "the level of the post"], ...levels], changed),
        textField(at("valid_until"), "Valid until", rating, "valid_until", changed, "date"),
      ),
      editableList("evidence", rating.evidence, evidenceFields(id, changed), hcfForm.newEvidence, changed),
      textField(at("note"), "Note", rating, "note", changed, "long", "Not applicable needs its reason here."),
      planFields(id, rating, changed),
    );
    return fold;
  }

  // page: { framework, assessment }; requirement may be null, for what nobody asks.
  function makeCard(page, id, requirement, changed) {
    const { framework, assessment } = page;
    const competence = framework.competences.get(id);
    const rating = assessment.ratings.get(id) ?? hcfForm.newRating();
    assessment.ratings.set(id, rating);
    const scale = framework.scales.get(assessment.scale || "status");
    const hints = [];
    if (!requirement) hints.push("Not asked of this post.");
    else if (!requirement.essential) hints.push("Desirable: left out of every count.");
    if (requirement?.needs) hints.push(`Needs ${requirement.needs.value} or more on the scale ${requirement.needs.scale}.`);
    if (requirement && requirement.asked_at !== hcfForm.ownLevel(framework, assessment.person))
      hints.push(`Asked at ${framework.levels.get(requirement.asked_at).title}.`);
    if (competence.refresh) hints.push(`A met lasts ${competence.refresh}.`);
    return element(
      "fieldset",
      { class: "card", id: `card-${id}`, "data-where": `rating.${id}.value` },
      element("legend", {}, competence.title),
      hints.length > 0 ? element("p", { class: "hint" }, hints.join(" ")) : null,
      ratingChoices(id, rating, scale, changed),
      element("p", { class: "error", id: `${hcfForm.idOf(`rating.${id}.value`)}-error`, hidden: true }),
      element("p", { class: "standing", id: `standing-${id}` }),
      details(id, rating, page, changed),
    );
  }

  Object.assign(hcfForm, { editableList, makeCard });
})();
