// SPDX-License-Identifier: Apache-2.0
// Between a file and what the form holds: assessment/1 (spec 2) read from YAML nodes by a table, names resolved to ids,
// and written again. An assessment here has every field; the empty text, an empty list or null says nothing. Keys of the
// user's own (x-...) are kept as nodes in `own`.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;
  const KIND = "assessment/1";
  const EVIDENCE_TYPES = (
    "observation discussion reflection feedback work-product certificate course simulation log transfer other"
  ).split(" ");
  const MODES = ["direct", "indirect", "remote"];
  const NOTHING = ["", "~", "null", "Null", "NULL"];

  const newEvidence = () => ({ type: "", title: "", date: "", ref: "", own: [] });
  const newPlan = () => ({ action: "", due: "", supervisor: "", review: "", own: [] });
  const newSupervision = () => ({ supervisor: "", mode: "", until: "", own: [] });
  const newOverlap = () => ({ level: "", competences: [], own: [] });
  const newRating = () => ({
    value: "", assessed: "", assessor: "", basis: "", level: "", valid_until: "", evidence: [], note: "", plan: null, own: [],
  });
  const newPerson = () => ({ id: "", name: "", organisation: "", team: "", role: "", level: "", overlaps: [], own: [] });
  const newAssessment = () => ({
    framework: "", person: newPerson(), scale: "", assessed: "", assessor: "", basis: "", supervision: null,
    ratings: new Map(), ratingsOwn: [], own: [],
  });

  // Reads one file; collects what is wrong with it as { line, message }.
  class FileReader {
    constructor(framework) {
      this.framework = framework;
      this.problems = [];
    }

    problem(node, message) {
      this.problems.push({ line: node.line, message });
      return "";
    }

    // The keys of a mapping, each by its reader; what begins with x- is the user's own.
    mapping(node, what, object, readers) {
      if (node.kind !== "map") {
        this.problem(node, `expected ${what}: a mapping`);
        return object;
      }
      for (const entry of node.entries) {
        const { key, value } = entry;
        if (key.startsWith("x-")) object.own.push({ key, value: plainNode(value) });
        else if (!Object.hasOwn(readers, key)) this.problem(entry, `an unknown key in ${what}`);
        else if (value.kind === "text" && value.bare && NOTHING.includes(value.text))
          this.problem(entry, `'${key}' has no value: leave the key out`);
        else object[key] = readers[key](value);
      }
      return object;
    }

    text = (node) => {
      if (node.kind !== "text") return this.problem(node, "expected a text");
      if (node.bare && NOTHING.includes(node.text)) return this.problem(node, "an item has no value: leave it out");
      return node.text.trim() === "" ? this.problem(node, "a text is empty: leave its key out") : node.text;
    };

    date = (node) => {
      const text = this.text(node);
      return text === "" || hcfForm.isDate(text) ? text : this.problem(node, "expected a date (YYYY-MM-DD)");
    };

    choice = (words) => (node) => {
      const text = this.text(node);
      return text === "" || words.includes(text) ? text : this.problem(node, `expected one of ${words.join(", ")}`);
    };

    name = (what, find) => (node) => {
      const text = this.text(node);
      return text === "" ? "" : find(text) ?? this.problem(node, `the framework of this page has no such ${what}`);
    };

    list = (node, read) => {
      if (node.kind === "list") return node.items.map(read);
      this.problem(node, "expected a list");
      return [];
    };

    level = (node) => this.name("level of practice", this.framework.findLevel)(node);
    role = (node) => this.name("role", this.framework.findRole)(node);
    competence = (node) => this.name("competence", this.framework.findCompetence)(node);

    overlap = (node) =>
      this.mapping(node, "an overlap", newOverlap(), {
        level: this.level,
        competences: (items) => this.list(items, this.competence).filter((id) => id !== ""),
      });

    person = (node) =>
      this.mapping(node, "the person", newPerson(), {
        id: this.text,
        name: this.text,
        organisation: this.text,
        team: this.text,
        role: this.role,
        level: this.level,
        overlaps: (items) => this.list(items, this.overlap),
      });

    supervision = (node) =>
      this.mapping(node, "the supervision", newSupervision(), {
        supervisor: this.text,
        mode: this.choice(MODES),
        until: this.date,
      });

    evidence = (node) => {
      if (node.kind === "text") return { ...newEvidence(), title: this.text(node) };
      return this.mapping(node, "an item of evidence", newEvidence(), {
        type: this.choice(EVIDENCE_TYPES),
        title: this.text,
        date: this.date,
        ref: this.text,
      });
    };

    plan = (node) =>
      this.mapping(node, "a plan", newPlan(), {
        action: this.text,
        due: this.date,
        supervisor: this.text,
        review: this.date,
      });

    rating = (node) => {
      if (node.kind === "text") return { ...newRating(), value: this.text(node) };
      return this.mapping(node, "a rating", newRating(), {
        value: this.text,
        assessed: this.date,
        assessor: this.text,
        basis: this.choice(hcfForm.BASES),
        level: this.level,
        valid_until: this.date,
        evidence: (items) => this.list(items, this.evidence),
        note: this.text,
        plan: this.plan,
      });
    };

    ratings(node, assessment) {
      if (node.kind !== "map") {
        this.problem(node, "expected ratings by competence");
        return;
      }
      for (const entry of node.entries) {
        const { key, line, value } = entry;
        if (key.startsWith("x-")) {
          assessment.ratingsOwn.push({ key, value: plainNode(value) });
          continue;
        }
        const id = this.framework.findCompetence(key);
        if (!id) this.problem(entry, "the framework of this page has no such competence");
        else if (assessment.ratings.has(id)) this.problem(entry, "this competence is rated already, under another name");
        else if (value.kind === "text" && value.bare && NOTHING.includes(value.text))
          this.problem(entry, "a rating has no value: leave the key out");
        else assessment.ratings.set(id, this.rating({ ...value, line: value.line ?? line }));
      }
    }

    assessment(root) {
      const assessment = newAssessment();
      if (root.kind !== "map" || !root.entries.some((entry) => entry.key === "hcf")) {
        this.problem(root, `this is no file of hcf: it does not say 'hcf: ${KIND}'`);
        return assessment;
      }
      const kind = root.entries.find((entry) => entry.key === "hcf");
      if (kind.value.kind !== "text" || kind.value.text !== KIND) {
        this.problem(kind, `this is another kind of file: the form takes 'hcf: ${KIND}'`);
        return assessment;
      }
      this.mapping(root, "the assessment", assessment, {
        hcf: this.text,
        framework: this.text,
        person: this.person,
        scale: this.choice([...this.framework.scales.keys()]),
        assessed: this.date,
        assessor: this.text,
        basis: this.choice(hcfForm.BASES),
        supervision: this.supervision,
        ratings: (node) => {
          this.ratings(node, assessment);
          return assessment.ratings;
        },
      });
      delete assessment.hcf;
      return assessment;
    }
  }

  // A node as it is kept: without lines, which another file would not share.
  function plainNode(node) {
    if (node.kind === "text") return { kind: "text", text: node.text, bare: node.bare && !hcfForm.needsNoQuotes(node.text) };
    if (node.kind === "list") return { kind: "list", items: node.items.map(plainNode) };
    return { kind: "map", entries: node.entries.map(({ key, value }) => ({ key, value: plainNode(value) })) };
  }

  // A file's text as { assessment, comments } or { problems }, never half of it.
  function readAssessment(framework, text) {
    let file;
    try {
      file = hcfForm.readYaml(text);
    } catch (error) {
      if (!(error instanceof hcfForm.YamlError)) throw error;
      return { problems: [{ line: error.line, message: error.message }] };
    }
    const reader = new FileReader(framework);
    const assessment = reader.assessment(file.root);
    if (reader.problems.length > 0) return { problems: reader.problems.sort((a, b) => a.line - b.line) };
    return { assessment: tidy(framework, assessment), comments: file.comments };
  }

  // Without what says nothing, and with the ratings in framework order.

  const isBlank = (text) => text.trim() === "";
  const saysNothing = (object) =>
    Object.values(object).every((value) => (typeof value === "string" ? isBlank(value) : value === null || value.length === 0));

  function tidyTexts(object) {
    const tidied = { ...object };
    for (const [key, value] of Object.entries(object)) {
      if (typeof value === "string") tidied[key] = isBlank(value) ? "" : hcfForm.wellFormed(value);
    }
    return tidied;
  }

  const tidyPart = (object) => (object === null || saysNothing(object) ? null : tidyTexts(object));
  const tidyList = (list) => list.map(tidyPart).filter((part) => part !== null);

  function tidy(framework, assessment) {
    const tidied = tidyTexts(assessment);
    tidied.person = { ...tidyTexts(assessment.person), overlaps: tidyList(assessment.person.overlaps) };
    tidied.supervision = tidyPart(assessment.supervision);
    tidied.ratings = new Map();
    for (const id of framework.competences.keys()) {
      const rating = assessment.ratings.get(id);
      if (!rating) continue;
      const clean = { ...tidyTexts(rating), evidence: tidyList(rating.evidence), plan: tidyPart(rating.plan) };
      if (!saysNothing(clean)) tidied.ratings.set(id, clean);
    }
    return tidied;
  }

  // Writing.

  // A number of a scale needs no quotes.
  const valueNode = (text) => ({ kind: "text", text, bare: /^[0-9]+$/.test(text) && String(Number(text)) === text });

  // The keys that say something, in the order of the specification, and the user's own.
  function mapNode(pairs, own) {
    const said = pairs.filter(([, node]) => node !== null && node !== "");
    const entries = said.map(([key, node]) => ({ key, value: typeof node === "string" ? { kind: "text", text: node } : node }));
    return { kind: "map", entries: [...entries, ...own] };
  }

  const listNode = (items) => (items.length === 0 ? null : { kind: "list", items });
  const fields = (object, keys) => keys.map((key) => [key, object[key]]);

  function evidenceNode(evidence) {
    const { type, title, date, ref, own } = evidence;
    if (title !== "" && type + date + ref === "" && own.length === 0) return { kind: "text", text: title };
    return mapNode(fields(evidence, ["type", "title", "date", "ref"]), own);
  }

  function ratingNode(rating) {
    const plan = rating.plan && mapNode(fields(rating.plan, ["action", "due", "supervisor", "review"]), rating.plan.own);
    const value = rating.value === "" ? null : valueNode(rating.value);
    const pairs = [
      ["value", value],
      ...fields(rating, ["assessed", "assessor", "basis", "level", "valid_until"]),
      ["evidence", listNode(rating.evidence.map(evidenceNode))],
      ["note", rating.note],
      ["plan", plan],
    ];
    const node = mapNode(pairs, rating.own);
    return node.entries.length === 1 && node.entries[0].key === "value" ? value : node;
  }

  function overlapNode({ level, competences, own }) {
    const items = competences.map((id) => ({ kind: "text", text: id }));
    return mapNode([["level", level], ["competences", { kind: "list", items }]], own);
  }

  // The file of an assessment that `tidy` gave.
  function writeAssessment(assessment) {
    const { person, supervision } = assessment;
    const personNode = mapNode(
      [
        ...fields(person, ["id", "name", "organisation", "team", "role", "level"]),
        ["overlaps", listNode(person.overlaps.map(overlapNode))],
      ],
      person.own,
    );
    const ratings = [...assessment.ratings].map(([key, rating]) => ({ key, value: ratingNode(rating) }));
    const root = mapNode(
      [
        ["hcf", KIND],
        ["framework", assessment.framework],
        ["person", personNode],
        ...fields(assessment, ["scale", "assessed", "assessor", "basis"]),
        ["supervision", supervision && mapNode(fields(supervision, ["supervisor", "mode", "until"]), supervision.own)],
        ["ratings", { kind: "map", entries: [...ratings, ...assessment.ratingsOwn] }],
      ],
      assessment.own,
    );
    return hcfForm.writeYaml(root);
  }

  Object.assign(hcfForm, { EVIDENCE_TYPES, MODES, newAssessment, newEvidence, newOverlap, newPlan, newRating });
  Object.assign(hcfForm, { newSupervision, readAssessment, tidy, writeAssessment });
})();
