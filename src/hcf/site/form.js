// SPDX-License-Identifier: Apache-2.0
// The page of the assessment form. It holds one assessment, judges it anew at every change, and keeps nothing but in
// this page. What the framework's data must be, README.md says.
"use strict";

(() => {
  const hcfForm = globalThis.hcfForm;
  const { element, button, choiceField, textField, optionsOf } = hcfForm;
  const LARGEST = 2 * 1024 * 1024; // bytes of a file: an assessment has some thousands
  const framework = hcfForm.openFramework(JSON.parse(document.getElementById("framework").textContent));
  const page = { framework, assessment: null };
  const report = { as_of: today(), accept: "self", context: "" };
  const added = new Set(); // competences that nobody asks, and that somebody wants to rate
  const parts = {};
  let isDirty = false;
  let shape = "";
  let speaking = 0;

  // The device's own day.
  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function blank() {
    const assessment = hcfForm.newAssessment();
    assessment.framework = `${framework.card.id} ${framework.card.version}`;
    assessment.basis = "self";
    assessment.assessed = report.as_of;
    return assessment;
  }

  // The page.

  function say(text) {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      parts.live.textContent = text;
    }, 600);
  }

  function tell(tone, heading, items = []) {
    const list = items.length > 0 ? element("ul", {}, ...items.map((item) => element("li", {}, item))) : null;
    parts.message.className = `message ${tone}`;
    parts.message.hidden = false;
    parts.message.replaceChildren(element("p", {}, heading), ...(list ? [list] : []));
    parts.message.focus();
  }

  function levelOptions() {
    const role = framework.roles.get(page.assessment.person.role);
    const ids = role ? role.levels : [...framework.levels.keys()];
    const first = role ? `The role's first: ${framework.levels.get(role.levels[0]).title}` : "Choose a level of practice";
    const given = page.assessment.person.level;
    const all = given && !ids.includes(given) ? [...ids, given] : ids;
    return [["", first], ...all.map((id) => [id, framework.levels.get(id).title])];
  }

  function competenceOptions(without, first) {
    const rest = [...framework.competences.values()].filter((one) => !without.includes(one.id));
    return [["", first], ...rest.map((one) => [one.id, one.title])];
  }

  function overlapFields(overlap, number) {
    const levels = [["", "Choose a level"], ...[...framework.levels.values()].map((level) => [level.id, level.title])];
    const chosen = element("div", {});
    const fill = () => {
      const wanted = { id: "" };
      const choose = () => {
        if (wanted.id === "") return;
        overlap.competences.push(wanted.id);
        fill();
        chosen.querySelector("select").focus();
        changed();
      };
      const remove = (id) => {
        overlap.competences = overlap.competences.filter((other) => other !== id);
        fill();
        chosen.querySelector("select").focus();
        changed();
      };
      const items = overlap.competences.map((id) => {
        const { title } = framework.competences.get(id);
        return element("li", {}, `${title} `, button("Remove", () => remove(id), { "aria-label": `Remove ${title}` }));
      });
      const options = competenceOptions(overlap.competences, "Choose a competence");
      chosen.replaceChildren(
        element("ul", { hidden: items.length === 0 }, ...items),
        choiceField(`overlap.${number}.add`, `Competence of overlap ${number + 1}`, wanted, "id", options, () => {}),
        button(`Add the competence to overlap ${number + 1}`, choose),
      );
    };
    fill();
    return [choiceField(`overlap.${number}.level`, "Level of that work", overlap, "level", levels, changed), chosen];
  }

  function postPart() {
    const { person } = page.assessment;
    const roles = [["", "No role: a level of practice alone"], ...[...framework.roles.values()].map((role) => [role.id, role.title])];
    const reshape = () => {
      const holder = document.getElementById(hcfForm.idOf("person.level"));
      holder.replaceChildren(...levelOptions().map(([value, text]) => element("option", { value }, text)));
      holder.value = person.level;
      changed();
    };
    return element(
      "fieldset",
      { class: "section" },
      element("legend", {}, "The person and the post"),
      element(
        "div",
        { class: "grid" },
        textField("person.id", "Id of the person (required)", person, "id", changed, "text", "A staff number; never a patient's."),
        textField("person.name", "Name", person, "name", changed),
        textField("person.organisation", "Organisation", person, "organisation", changed),
        textField("person.team", "Team", person, "team", changed),
        choiceField("person.role", "Role", person, "role", roles, reshape),
        choiceField("person.level", "Level of practice", person, "level", levelOptions(), changed),
      ),
      element(
        "details",
        { open: person.overlaps.length > 0 },
        element("summary", {}, "Work at another level (overlaps)"),
        hcfForm.editableList("overlap", person.overlaps, overlapFields, () => ({ level: "", competences: [], own: [] }), changed),
      ),
    );
  }

  function judgedPart() {
    const { assessment } = page;
    assessment.supervision ??= hcfForm.newSupervision();
    const { supervision } = assessment;
    const scales = [...framework.scales.values()].map((scale) => [scale.id === "status" ? "" : scale.id, scale.title || scale.id]);
    if (assessment.scale === "status") assessment.scale = "";
    return element(
      "fieldset",
      { class: "section" },
      element("legend", {}, "How it is judged"),
      element(
        "div",
        { class: "grid" },
        choiceField("scale", "Rating scale", assessment, "scale", scales, changed),
        textField("assessed", "Assessed on", assessment, "assessed", changed, "date", "For every rating that names no other day."),
        choiceField("basis", "Judged by", assessment, "basis", optionsOf(hcfForm.BASES, "not said"), changed),
        textField("assessor", "Assessor", assessment, "assessor", changed),
        textField("supervision.supervisor", "Supervisor", supervision, "supervisor", changed, "text", "Never the person."),
        choiceField("supervision.mode", "Mode of supervision", supervision, "mode", optionsOf(hcfForm.MODES, "not said"), changed),
        textField("supervision.until", "Supervised until", supervision, "until", changed, "date"),
      ),
    );
  }

  function reportPart() {
    const bases = hcfForm.BASES.map((basis) => [basis, basis === "self" ? "everybody, oneself included" : `${basis}${basis === "supervisor" ? " or assessor" : ""}`]);
    const context = [["", "no"], ["yes", "yes"]];
    return element(
      "fieldset",
      { class: "section" },
      element("legend", {}, "The report"),
      element("p", { class: "hint" }, "How the gap on this page is worked out. None of it is written into the file."),
      element(
        "div",
        { class: "grid" },
        textField("report.as_of", "On the day", report, "as_of", refresh, "date"),
        choiceField("report.accept", "Accept judgements of", report, "accept", bases, refresh),
        choiceField("report.context", "Only what was shown at the level asked", report, "context", context, refresh),
      ),
    );
  }

  function build() {
    const main = document.getElementById("form");
    parts.live = element("p", { class: "unseen", role: "status", "aria-live": "polite" });
    parts.message = element("div", { class: "message", tabindex: "-1", hidden: true });
    parts.open = element("input", { type: "file", id: "open", accept: ".yaml,.yml,.json", change: openFile });
    parts.head = element("div", {});
    parts.cards = element("div", { id: "cards" });
    parts.more = element("div", { class: "more" });
    parts.result = element("div", {});
    parts.line = element("p", { id: "line" });
    main.replaceChildren(
      element("div", { class: "toolbar" }, element("label", { for: "open" }, "Open an assessment (YAML or JSON)"), parts.open,
        button("Start again", startAgain)),
      parts.message,
      parts.live,
      parts.head,
      element("section", { "aria-labelledby": "ratings" }, element("h2", { id: "ratings" }, "Competences"), parts.cards, parts.more),
      element("section", { "aria-labelledby": "result", class: "result" }, element("h2", { id: "result" }, "Where the person stands"), parts.result),
      element("div", { class: "bar", role: "region", "aria-label": "Result and download" }, parts.line,
        button("Download", download, { id: "download" })),
    );
  }

  function show(assessment) {
    page.assessment = assessment;
    added.clear();
    shape = "";
    parts.head.replaceChildren(postPart(), judgedPart(), reportPart());
    refresh();
  }

  function showCards(asked, tidy) {
    const others = [...framework.competences.keys()].filter((id) => !asked.has(id) && (tidy.ratings.has(id) || added.has(id)));
    const form = JSON.stringify([[...asked.values()], others, page.assessment.scale, page.assessment.person.level]);
    if (form === shape) return;
    shape = form;
    const refocus = document.activeElement?.id;
    parts.cards.replaceChildren(
      ...[...asked.values()].map((one) => hcfForm.makeCard(page, one.competence, one, changed)),
      ...others.map((id) => hcfForm.makeCard(page, id, null, changed)),
    );
    if (asked.size === 0) parts.cards.replaceChildren(element("p", {}, "Choose a role or a level of practice first."));
    const wanted = { id: "" };
    const options = competenceOptions([...asked.keys(), ...others], "Choose a competence");
    const add = () => {
      if (wanted.id === "") return;
      added.add(wanted.id);
      refresh();
      document.getElementById(`card-${wanted.id}`).querySelector("input").focus();
    };
    parts.more.replaceChildren(choiceField("more", "Another competence, which this post does not ask", wanted, "id", options, () => {}), button("Rate it, too", add));
    if (refocus) document.getElementById(refocus)?.focus();
  }

  // Problems.

  // Blank parts are left out of a tidy assessment: gives the number that a part has on the page.
  function placeOnPage(list, number) {
    const isSaid = (part) => Object.values(part).some((value) => (typeof value === "string" ? value.trim() !== "" : value.length > 0));
    return list.map((part, place) => (isSaid(part) ? place : -1)).filter((place) => place >= 0)[number] ?? number;
  }

  function onPage(where) {
    const [kind, ...rest] = where.split(".");
    if (kind === "overlap") return `overlap.${placeOnPage(page.assessment.person.overlaps, Number(rest[0]))}.${rest[1]}`;
    if (rest[1] !== "evidence") return where;
    const { evidence } = page.assessment.ratings.get(rest[0]);
    return `rating.${rest[0]}.evidence.${placeOnPage(evidence, Number(rest[2]))}.${rest[3]}`;
  }

  function labelOf(where) {
    const [kind, id] = where.split(".");
    const control = document.getElementById(hcfForm.idOf(where));
    const label = control?.labels?.[0]?.textContent ?? "The rating";
    return kind === "rating" ? `${framework.competences.get(id).title}: ${label}` : label;
  }

  function showProblems(problems) {
    for (const shown of document.querySelectorAll(".error:not([hidden])")) {
      shown.hidden = true;
      document.getElementById(shown.id.replace(/-error$/, ""))?.removeAttribute("aria-invalid");
    }
    for (const { where, message } of problems) {
      const place = document.getElementById(`${hcfForm.idOf(where)}-error`);
      const control = document.getElementById(hcfForm.idOf(where));
      if (!place) continue;
      place.textContent = `This ${message}.`;
      place.hidden = false;
      if (control.matches("input,select,textarea")) control.setAttribute("aria-invalid", "true");
    }
  }

  function goTo(where) {
    const control = document.getElementById(hcfForm.idOf(where));
    for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    (control.matches("input,select,textarea") ? control : control.querySelector("input")).focus();
  }

  // Judging.

  function findProblems(tidy) {
    if (!hcfForm.isDate(report.as_of)) return [{ where: "report.as_of", message: "is no whole date" }];
    return hcfForm.findProblems(framework, tidy, report.as_of).map((problem) => ({ ...problem, where: onPage(problem.where) }));
  }

  function refresh() {
    const tidy = hcfForm.tidy(framework, page.assessment);
    const asked = hcfForm.ownLevel(framework, tidy.person) ? hcfForm.requirementsOf(framework, tidy.person) : new Map();
    showCards(asked, tidy);
    const problems = findProblems(tidy);
    showProblems(problems);
    const options = { as_of: report.as_of, accept: report.accept, in_context: report.context === "yes" };
    const harmful = problems.filter((problem) => !problem.harmless).length;
    // What hcf would refuse has no figures: they could say "met" of what nobody accepts.
    showResult(harmful === 0 ? hcfForm.judge(framework, tidy, options) : null, harmful);
    return { tidy, problems };
  }

  function showResult(gap, harmful) {
    for (const standing of document.querySelectorAll(".standing")) standing.textContent = "";
    if (!gap) {
      const level = hcfForm.ownLevel(framework, page.assessment.person);
      const count = harmful === 1 ? "One entry has" : `${harmful} entries have`;
      const line = level ? `${count} to be mended first: no figures until then.` : "Choose a role or a level of practice first.";
      parts.line.textContent = line;
      parts.result.replaceChildren(element("p", {}, line));
      say(line);
      return;
    }
    const line = hcfForm.resultLine(gap);
    parts.line.textContent = line;
    parts.result.replaceChildren(...hcfForm.resultParts(framework, gap));
    for (const row of gap.rows) {
      const why = hcfForm.whyText(framework, row);
      const text = `${row.status.replaceAll("-", " ")}${row.status === hcfForm.NOT_APPLICABLE ? "" : ` – ${hcfForm.stateText(row)}`}`;
      const mark = element("span", { class: hcfForm.toneOf(row) }, text);
      document.getElementById(`standing-${row.competence}`)?.replaceChildren(mark, why ? `: ${why}` : "");
    }
    say(line);
  }

  function changed() {
    isDirty = true;
    refresh();
  }

  // Files.

  const mayLose = () => !isDirty || window.confirm("What you entered has not been downloaded. Lose it?");

  function startAgain() {
    if (!mayLose()) return;
    isDirty = false;
    parts.message.hidden = true;
    show(blank());
  }

  async function openFile() {
    const [file] = parts.open.files;
    parts.open.value = "";
    if (!file || !mayLose()) return;
    if (file.size > LARGEST) {
      tell("bad", "The file was not opened: it is too large to be one assessment.");
      return;
    }
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
    } catch {
      tell("bad", "The file was not opened: it is no text in UTF-8.");
      return;
    }
    const { assessment, problems, comments } = hcfForm.readAssessment(framework, text);
    if (problems) {
      const shown = problems.slice(0, 20).map(({ line, message }) => `Line ${line}: ${message}.`);
      tell("bad", "The file was not opened, and nothing has changed here. The form takes less than hcf does; hcf validate says more.", shown);
      return;
    }
    isDirty = false;
    show(assessment);
    const notes = [];
    if (comments) notes.push("Its comments are not kept when you download it.");
    const [id, version] = assessment.framework.split(/\s+/);
    if (assessment.framework !== "" && (id !== framework.card.id || (version ?? framework.card.version) !== framework.card.version))
      notes.push("It was made against another framework, or another version of it: look through the ratings.");
    tell(notes.length > 0 ? "warn" : "good", "The assessment is open.", notes);
  }

  function save(tidy) {
    const name = tidy.person.id.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "") || "assessment";
    const address = URL.createObjectURL(new Blob([hcfForm.writeAssessment(tidy)], { type: "application/yaml" }));
    const link = element("a", { href: address, download: `${name}.yaml` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    isDirty = false;
  }

  function download() {
    const { tidy, problems } = refresh();
    if (problems.length === 0) {
      save(tidy);
      tell("good", "The assessment was handed to your browser as a file. hcf validate accepts it.");
      return;
    }
    const links = problems.map(({ where, message }) =>
      element("a", { href: `#${hcfForm.idOf(where)}`, click: (event) => (event.preventDefault(), goTo(where)) }, `${labelOf(where)} ${message}`),
    );
    tell("bad", "Not downloaded: hcf would refuse the file.", links);
    parts.message.append(button("Download it unfinished", () => save(tidy)));
  }

  function showCard() {
    const { title, version, status } = framework.card;
    const overlays = framework.overlays.map((one) => `${one.title || one.id} ${one.version}`).join(", ");
    document.getElementById("card").textContent =
      `${title}, ${version}${status ? ` (${status})` : ""}${overlays ? `, with ${overlays}` : ""}.`;
  }

  window.addEventListener("beforeunload", (event) => {
    if (!isDirty) return;
    event.preventDefault();
    event.returnValue = "";
  });
  build();
  showCard();
  show(blank());
})();
