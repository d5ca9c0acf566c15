// SPDX-License-Identifier: Apache-2.0
// Holds the assessment form against the binary: the gap that its scripts work out, row by row and figure by figure, over
// generated people; and that what it writes is read again, by itself and by hcf, and means the same.
//   form_gap.mjs BINARY [SEED] [COUNT]      exits 1 where something differs, 2 where it could not be compared
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { loadForm, root, sourceOf } from "./form_scripts.mjs";
import { HOSTILE, MUTATIONS } from "./form_cases.mjs";

const binary = resolve(process.argv[2] ?? "build/release/hcf");
const [seed, count] = [process.argv[3] ?? "8", Number(process.argv[4] ?? 1000)];
const python = process.env.HCF_PYTHON ?? "python3";
const work = mkdtempSync(join(tmpdir(), "hcf-form-"));
const environment = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("HCF_")));
const DAYS = ["2025-02-28", "2025-03-01", "2025-03-31", "2026-02-28"];
const differences = [];
let rowsCompared = 0;

function run(command, args) {
  const options = { cwd: work, env: environment, maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] };
  try {
    return execFileSync(command, args, options).toString();
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}: ${error.stderr ?? error}`, { cause: error });
  }
}

function dataOf(...args) {
  return JSON.parse(run(python, [join(root, "tests/site/form_data.py"), ...args]));
}

// hcf gap over a directory, one result by file and document.
const known = new Map();
function gapOf(path, overlays, options) {
  const key = JSON.stringify([path, overlays, options]);
  if (!known.has(key)) known.set(key, askGap(path, overlays, options));
  return known.get(key);
}

function askGap(path, overlays, options) {
  const args = ["gap", path, "--format", "jsonl", "--no-config", "-q", "--as-of", options.as_of, "--accept", options.accept];
  if (options.in_context) args.push("--in-context");
  for (const overlay of overlays) args.push("--overlay", overlay);
  const lines = run(binary, args).split("\n").filter((line) => line !== "");
  const results = new Map();
  for (const line of lines) {
    const result = JSON.parse(line);
    if (result.person) results.set(`${result.file}#${result.document}`, result);
  }
  return results;
}

// What the form says, in the words of hcf.gap/1.
function asReport(form, framework, assessment, options) {
  const gap = form.judge(framework, assessment, options);
  const text = (value) => value || null;
  const ratio = (value) => value && Math.floor((value.part * 10000) / value.whole) / 10000;
  const { person } = assessment;
  const row = (one) => ({
    competence: one.competence,
    title: framework.competences.get(one.competence).title,
    kind: framework.competences.get(one.competence).kind,
    essential: one.essential,
    asked_at: one.asked_at,
    status: one.status,
    assurance: one.assurance,
    reason: one.reason,
    through: one.through,
    value: one.rating?.value ?? null,
    shown_at: one.rating?.shown_at ?? null,
    basis: text(one.rating?.basis),
    assessor: text(one.rating?.assessor),
    assessed: text(one.rating?.assessed),
    valid_until: text(one.rating?.valid_until),
    evidence: one.rating?.evidence ?? null,
    plan: one.plan && Object.fromEntries(Object.entries(one.plan).map(([key, value]) => [key, text(value)])),
  });
  const { readiness, assurance, ...counts } = gap.summary;
  return {
    person: { id: person.id, name: text(person.name), organisation: text(person.organisation), team: text(person.team),
      role: text(person.role), level: gap.level },
    core_only: gap.core_only,
    same_core_as: gap.same_core_as,
    summary: { ...counts, readiness: ratio(readiness), assurance: ratio(assurance) },
    competences: gap.rows.map(row),
    beyond: gap.beyond,
  };
}

const plain = (value) => JSON.parse(JSON.stringify(value));

function differ(where, field, expected, got) {
  if (isDeepStrictEqual(plain(expected), plain(got))) return 0;
  differences.push(`${where}: ${field}\n    hcf  ${JSON.stringify(expected)}\n    form ${JSON.stringify(got)}`);
  return 1;
}

// Compares a report with the binary's result; both have their rows in order.
function compare(where, expected, got) {
  let found = 0;
  for (const field of ["person", "core_only", "same_core_as", "summary", "beyond"])
    found += differ(where, field, expected[field], got[field]);
  found += differ(where, "rows", expected.competences.length, got.competences.length);
  expected.competences.forEach((row, number) => {
    rowsCompared += 1;
    found += differ(where, `row ${number}`, row, got.competences[number] ?? null);
  });
  return found;
}

// The documents of a file, by their text: the form takes one.
function documentsOf(file) {
  const text = readFileSync(join(work, file), "utf8").replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
  return text.replace(/^(?:#[^\n]*\n)?---\n/, "").split(/^---\n/m);
}

function readPeople(form, framework, keys) {
  const people = new Map();
  for (const key of keys) {
    const [file, number] = key.split("#");
    const text = documentsOf(file)[Number(number) - 1];
    const { assessment, problems } = form.readAssessment(framework, text);
    if (problems) differences.push(`${key}: the form does not open it: ${JSON.stringify(problems)}`);
    else people.set(key, assessment);
  }
  return people;
}

// Every option set of a world; people are read by the form itself.
function compareWorld(form, { path, overlays, data }, optionSets) {
  const framework = form.openFramework(data);
  let people = null;
  for (const options of optionSets) {
    const results = gapOf(path, overlays, options);
    people ??= readPeople(form, framework, results.keys());
    if (results.size === 0) differences.push(`${path}: nobody to compare`);
    for (const [key, expected] of results) {
      const where = `${key} with ${JSON.stringify(options)}`;
      if (people.has(key)) compare(where, expected, asReport(form, framework, people.get(key), options));
    }
  }
  return { framework, people };
}

// Written by the form: opened again it is the same, hcf accepts it, and the gap is the same.
function checkRoundTrip(form, framework, people, { path, overlays }, options) {
  const expected = gapOf(path, overlays, options);
  const keys = [...people.keys()];
  mkdirSync(join(work, "again"));
  keys.forEach((key, number) => {
    const text = form.writeAssessment(people.get(key));
    writeFileSync(join(work, "again", `${number}.yaml`), text);
    const again = form.readAssessment(framework, text);
    differ(key, "opened again", people.get(key), again.assessment ?? again.problems);
    if (!isDeepStrictEqual([...people.get(key).ratings], [...(again.assessment?.ratings ?? [])]))
      differences.push(`${key}: ratings are others when it is opened again`);
    if (form.findProblems(framework, people.get(key), options.as_of).length > 0)
      differences.push(`${key}: the form finds problems where hcf finds none`);
  });
  const overlayArgs = overlays.flatMap((overlay) => ["--overlay", overlay]);
  run(binary, ["validate", "again", "--no-config", "-q", "--as-of", options.as_of, ...overlayArgs]);
  const results = gapOf("again", overlays, options);
  keys.forEach((key, number) => {
    const { file, document, ...got } = results.get(`again/${number}.yaml#1`) ?? {};
    const { file: _, document: __, ...before } = expected.get(key);
    differ(key, "the gap of what the form wrote", before, got);
  });
}

// An id is held to more than other texts: what hcf would refuse, the form names as a problem.
function idOf(form, framework, text) {
  const assessment = form.newAssessment();
  Object.assign(assessment.person, { id: text, level: "supportive" });
  return form.findProblems(framework, assessment, DAYS[0]).length === 0 ? text : "P-1";
}

function checkHostile(form, framework) {
  const level = "supportive";
  mkdirSync(join(work, "hostile"));
  HOSTILE.forEach((text, number) => {
    const assessment = form.newAssessment();
    Object.assign(assessment.person, { id: idOf(form, framework, text), name: `N ${text}`, organisation: text, team: text, level });
    assessment.assessor = `A ${text}`;
    assessment.supervision = { ...form.newSupervision(), supervisor: `S ${text}` };
    const evidence = [{ ...form.newEvidence(), title: text, ref: text }, { ...form.newEvidence(), title: text }];
    const plan = { ...form.newPlan(), action: text, due: "2027-01-01" };
    assessment.ratings.set("hand-hygiene", { ...form.newRating(), value: "not-applicable", note: text, evidence, plan });
    const tidy = form.tidy(framework, assessment);
    const yaml = form.writeAssessment(tidy);
    writeFileSync(join(work, "hostile", `${String(number).padStart(3, "0")}.yaml`), yaml);
    differ(`hostile text ${number}`, "opened again", tidy, form.readAssessment(framework, yaml).assessment ?? null);
    differ(`hostile text ${number}`, "ratings", [...tidy.ratings], [...form.readAssessment(framework, yaml).assessment.ratings]);
  });
  const args = ["gap", "hostile", "--evidence", "--format", "jsonl", "--no-config", "-q", "--as-of", "2026-11-22"];
  const results = run(binary, args).split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  HOSTILE.forEach((text, number) => {
    const { person, competences } = results[number];
    const row = competences.find((one) => one.competence === "hand-hygiene");
    const kept = [person.id, person.name, person.team, row.evidence[0].title, row.evidence[1].title, row.plan.action];
    differ(`hostile text ${number}`, "as hcf reads it", kept, [idOf(form, framework, text), `N ${text}`, text, text, text, text]);
  });
}

// A test that cannot fail proves nothing: each change of the judgement must be found.
function checkMutations(world, people, optionSets) {
  const source = sourceOf("form_gap.js");
  const found = differences.length;
  const compared = rowsCompared;
  const results = optionSets.map((options) => [options, gapOf(world.path, world.overlays, options)]);
  const blind = [];
  for (const [from, to] of MUTATIONS) {
    if (source.split(from).length !== 2) throw new Error(`the mutation does not fit any more: ${from}`);
    const form = loadForm({ "form_gap.js": source.replace(from, to) });
    const framework = form.openFramework(world.data);
    const isFound = results.some(([options, expected]) =>
      [...people].some(([key, one]) => compare(key, expected.get(key), asReport(form, framework, one, options)) > 0));
    if (!isFound) blind.push(from);
    differences.length = found;
  }
  for (const from of blind) differences.push(`nobody notices a change of: ${from}`);
  rowsCompared = compared;
}

function main() {
  run(python, [join(root, "tests/oracle/generate.py"), "--seed", seed, "--count", String(count), "--out", work]);
  const form = loadForm();
  const example = ["refresh", "supersession"].map((name) => join(root, `examples/overlays/${name}.yaml`));
  const models = ["--models", "cases.json"];
  const provider = { path: "people", overlays: ["overlays/north.yaml", "overlays/south.yaml"],
    data: dataOf(...models, "north", "south") };
  const shipped = { path: "people/plain", overlays: [], data: dataOf() };
  const withCore = { path: "people/plain", overlays: ["overlays/core.yaml"], data: dataOf(...models, "core") };
  const examples = { path: "people/plain", overlays: example, data: dataOf(...example) };

  const set = (as_of, accept = "self", in_context = false) => ({ as_of, accept, in_context });
  const sets = [...DAYS.map((day) => set(day)), set(DAYS[1], "supervisor"), set(DAYS[2], "assessor", true), set(DAYS[0], "self", true)];
  const { framework, people } = compareWorld(form, provider, sets);
  const plainWorld = compareWorld(form, shipped, sets.slice(0, 3));
  compareWorld(form, withCore, [set(DAYS[1])]);
  compareWorld(form, examples, sets);
  checkRoundTrip(form, framework, people, provider, sets[1]);
  checkHostile(form, plainWorld.framework);
  checkMutations(provider, people, sets);
  for (const difference of differences.slice(0, 10)) console.log(difference);
  console.log(`${people.size} people, ${rowsCompared} rows, ${HOSTILE.length} hostile texts, ` +
    `${MUTATIONS.length} mutations: ${differences.length} differences`);
  if (people.size < count || rowsCompared === 0) throw new Error("too little was compared");
  return differences.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.log(error.message);
  process.exitCode = 2;
} finally {
  if (process.env.HCF_KEEP) console.log(work);
  else rmSync(work, { recursive: true });
}
