// SPDX-License-Identifier: Apache-2.0
// Uses the assessment form as people do: by keyboard alone, on a telephone, a tablet and a desk, light and dark, with
// hostile files, and with hcf at the other end.
//   HCF_BROWSER=CHROMIUM HCF=BINARY node form.mjs PAGE PERSON...   exits 1 where something is at fault
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [page, ...people] = process.argv.slice(2).map((path) => resolve(path));
const folder = pathToFileURL(join(page, "..")).href;
const DAY = "2026-11-22";
let faults = 0;

function fault(what) {
  console.log(`form: ${what}`);
  faults += 1;
}

function expect(holds, what) {
  if (!holds) fault(what);
}

const hcf = (...args) =>
  execFileSync(process.env.HCF, [...args, "--as-of", DAY, "--no-config"], { stdio: ["ignore", "pipe", "pipe"] }).toString();

async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const tab = await context.newPage();
  tab.on("request", (request) => {
    const isOwn = request.url().startsWith(`${folder}/`) || request.url().startsWith("blob:");
    if (!isOwn) fault(`asks for ${request.url()}`);
  });
  tab.on("pageerror", (error) => fault(`script error: ${error}`));
  tab.on("console", (message) => message.type() === "error" && fault(`console: ${message.text()}`));
  tab.on("dialog", (dialog) => {
    if (dialog.type() === "alert") fault("data ran as a script");
    dialog.accept();
  });
  tab.setDefaultTimeout(15000);
  await tab.goto(pathToFileURL(page).href);
  await tab.fill("#f-report-as-of", DAY);
  return tab;
}

const line = (tab) => tab.textContent("#line");

async function download(tab, path) {
  const [file] = await Promise.all([tab.waitForEvent("download"), tab.click("#download")]);
  await file.saveAs(path);
  return path;
}

function gapOf(path) {
  const [result] = JSON.parse(hcf("gap", path, "--format", "json", "-q")).results;
  return result;
}

// Presses Tab until the focus stands where it is wanted.
async function tabTo(tab, id) {
  for (let presses = 0; presses < 400; presses += 1) {
    if ((await tab.evaluate(() => document.activeElement.id)) === id) return;
    await tab.keyboard.press("Tab");
  }
  throw new Error(`no keyboard reaches ${id}`);
}

async function checkAccess(tab, what) {
  await tab.evaluate(axe);
  const result = await tab.evaluate((values) => globalThis.axe.run(document, { runOnly: values, preload: false }), rules);
  for (const violation of result.violations)
    fault(`${what}: ${violation.id}: ${violation.nodes.length} times, first at ${violation.nodes[0].html.slice(0, 300)}`);
  if (result.passes.length < 10) fault("the checker found next to nothing to check");
}

// From the empty page to a file, without a mouse.
async function fillByKeyboard(browser) {
  const tab = await open(browser);
  await tab.focus("body");
  await tab.keyboard.press("Tab");
  expect((await tab.evaluate(() => document.activeElement.id)) !== "", "the focus has no place");
  await tabTo(tab, "f-person-id");
  await tab.keyboard.type("KEY-1");
  await tabTo(tab, "f-person-level");
  await tab.keyboard.type("Supportive");
  expect((await line(tab)) === "0 of 14 met, 0 planned, 14 gaps", `the level gives: ${await line(tab)}`);
  // Not assessed stands first in its group, met two behind not met.
  const first = await tab.evaluate(() => document.querySelector(".card input").name);
  for (let presses = 0; presses < 200; presses += 1) {
    if ((await tab.evaluate(() => document.activeElement.name)) === first) break;
    await tab.keyboard.press("Tab");
  }
  for (let presses = 0; presses < 3; presses += 1) await tab.keyboard.press("ArrowRight");
  expect((await line(tab)) === "1 of 14 met, 0 planned, 13 gaps", `a rating gives: ${await line(tab)}`);
  expect(await tab.isVisible("#standing-communicate-effectively .good"), "a met has no mark");
  await tab.keyboard.press("Tab"); // the fold of dates, evidence, note and plan
  await tab.keyboard.press("Enter");
  const buttons = tab.locator("#card-communicate-effectively button");
  await buttons.first().focus();
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  await tab.keyboard.type('Seen: "hands", # twice');
  await tabTo(tab, "download");
  const [file] = await Promise.all([tab.waitForEvent("download"), tab.keyboard.press("Enter")]);
  await file.saveAs("keyboard.yaml");
  hcf("validate", "keyboard.yaml", "-q");
  const gap = gapOf("keyboard.yaml");
  expect(gap.summary.met === 1 && gap.summary.met_without_evidence === 0, "hcf reads something else than was entered");
  await tab.setInputFiles("#open", "keyboard.yaml");
  await tab.waitForSelector(".message.good");
  expect((await line(tab)) === "1 of 14 met, 0 planned, 13 gaps", "the file opens as something else");
  await tab.context().close();
}

// What hcf would refuse is named, led to, and has no figures.
async function checkProblems(browser) {
  const tab = await open(browser);
  await tab.selectOption("#f-person-level", "supportive");
  await tab.click("#download");
  expect((await tab.textContent(".message")).includes("is missing"), "a missing id is not named");
  await tab.click(".message a");
  expect((await tab.evaluate(() => document.activeElement.id)) === "f-person-id", "a problem does not lead to its field");
  await tab.keyboard.type("P-1");
  await tab.check('#card-hand-hygiene input[value="not-applicable"]');
  expect((await line(tab)).includes("no figures"), "not applicable without a reason has figures");
  await tab.click("#card-hand-hygiene summary");
  await tab.fill("#f-rating-hand-hygiene-note", "No visits");
  expect((await line(tab)) === "0 of 13 met, 1 not applicable, 0 planned, 13 gaps", `not applicable gives: ${await line(tab)}`);
  await tab.click("#card-safeguarding summary");
  await tab.fill("#f-rating-safeguarding-plan-action", "Shadow two visits");
  await tab.fill("#f-rating-safeguarding-plan-due", "2027-01-31");
  await tab.fill("#f-rating-safeguarding-plan-supervisor", "P-1");
  expect((await line(tab)).includes("no figures"), "a supervisor who is the person has figures");
  await tab.fill("#f-rating-safeguarding-plan-supervisor", "Bola Example");
  expect((await line(tab)).includes("1 planned"), `a plan gives: ${await line(tab)}`);
  await tab.fill("#f-report-as-of", "2027-02-01");
  expect((await line(tab)).includes("0 planned"), "a plan that was due still counts");
  await tab.context().close();
}

async function checkPeople(browser) {
  for (const path of people) {
    const tab = await open(browser);
    await tab.setInputFiles("#open", path);
    await tab.waitForSelector(".message:not([hidden])");
    if (await tab.isVisible(".message.bad")) {
      fault(`${path} was not opened: ${await tab.textContent(".message")}`);
      continue;
    }
    const { summary } = gapOf(path);
    const start = `${summary.met} of ${summary.applicable} met`;
    expect((await line(tab)).startsWith(start), `${path}: ${await line(tab)}, and hcf says ${start}`);
    const again = gapOf(await download(tab, "again.yaml"));
    expect(JSON.stringify(again.competences) === JSON.stringify(gapOf(path).competences), `${path}: the gap of the download differs`);
    await tab.context().close();
  }
}

// Names that are markup stay names; what is no assessment is declined with its line.
async function checkFiles(browser) {
  const tab = await open(browser);
  const name = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
  const rating = `{value: met, note: '${name}', evidence: ['${name}'], plan: {action: '${name}', due: 2027-01-01}}`;
  writeFileSync("markup.yaml",
    `hcf: assessment/1\nperson: {id: '${name}', level: supportive}\nassessor: '${name}'\nratings:\n  hand-hygiene: ${rating}\n`);
  await tab.setInputFiles("#open", "markup.yaml");
  await tab.waitForSelector(".message.good");
  expect((await tab.inputValue("#f-person-id")) === name, "a name is not kept");
  expect((await tab.locator("main img, main script").count()) === 0, "a name became markup");
  writeFileSync("broken.yaml", "hcf: assessment/1\nperson: {id: A, level: supportive}\nratings:\n  hand-hygiene: &a met\n");
  await tab.setInputFiles("#open", "broken.yaml");
  await tab.waitForSelector(".message.bad");
  expect((await tab.textContent(".message")).includes("Line 4"), "a file is declined without its line");
  expect((await tab.inputValue("#f-person-id")) === name, "a declined file changed the form");
  await tab.context().close();
}

async function checkLeaving(browser) {
  const tab = await open(browser);
  await tab.click("h1");
  await tab.fill("#f-person-id", "A");
  const [dialog] = await Promise.all([tab.waitForEvent("dialog", { timeout: 5000 }).catch(() => null), tab.reload()]);
  expect(dialog?.type() === "beforeunload", "leaving with unsaved changes is not asked about");
  await tab.context().close();
}

async function checkLooks(browser) {
  for (const [width, colorScheme] of [[360, "light"], [768, "dark"], [1280, "light"], [1280, "dark"]]) {
    const tab = await open(browser, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    await checkAccess(tab, `${width} ${colorScheme}, empty`);
    await tab.setInputFiles("#open", people[0]);
    await tab.waitForSelector(".message:not([hidden])");
    await tab.evaluate(() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; }));
    await tab.fill("#f-supervision-until", "2026-01-01");
    await tab.fill("#f-assessed", "2027-01-01");
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    expect(wide <= width, `is ${wide} pixels wide on a screen of ${width}`);
    await checkAccess(tab, `${width} ${colorScheme}, with problems`);
    await tab.fill("#f-assessed", DAY);
    await checkAccess(tab, `${width} ${colorScheme}, filled in`);
    const shots = process.env.HCF_SCREENSHOTS;
    if (shots) await tab.screenshot({ path: join(shots, `form-${width}-${colorScheme}.png`) });
    await tab.context().close();
  }
}

const browser = await chromium.launch({ executablePath: process.env.HCF_BROWSER, args: ["--no-sandbox"] });
for (const check of [fillByKeyboard, checkProblems, checkPeople, checkFiles, checkLeaving, checkLooks]) {
  try {
    await check(browser);
  } catch (error) {
    fault(`${check.name}: ${error.message.split("\n", 3).join(" ")}`);
  }
}
await browser.close();
console.log(`the form, ${people.length} people, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
