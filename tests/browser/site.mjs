// SPDX-License-Identifier: Apache-2.0
// Uses the site as people do: from a disk, at three widths, light and dark, by keyboard, and without a script.
//   HCF_BROWSER=CHROMIUM [HCF_PICTURES=DIR] node site.mjs [PAGE...]     exits 1 where a page is at fault
// In the working directory: the sites plain, overlaid and hostile, and what the binary says of all pairs of roles.
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [360, 768, 1280];
let faults = 0;

function fault(page, what) {
  console.log(`${page}: ${what}`);
  faults += 1;
}

function expect(page, what, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    fault(page, `${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

const addressOf = (page) => `file://${resolve(page)}`;

// Nothing is asked but the page itself and files beside it; nothing that data say is run.
async function open(context, page) {
  const tab = await context.newPage();
  tab.on("request", (request) => {
    if (!request.url().startsWith(`file://${resolve(page, "..")}/`)) fault(page, `asks for ${request.url()}`);
  });
  tab.on("dialog", (dialog) => {
    fault(page, "shows a dialog: data ran as a script");
    dialog.dismiss();
  });
  tab.on("pageerror", (error) => fault(page, `script error: ${error}`));
  tab.on("console", (message) => {
    if (message.type() === "error") fault(page, `says: ${message.text()}`);
  });
  await tab.goto(addressOf(page));
  return tab;
}

async function checkAccess(browser, page, colorScheme) {
  // The checker is a script, which the page itself would not allow.
  const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const tab = await open(context, page);
  await tab.evaluate(axe);
  const result = await tab.evaluate((values) => globalThis.axe.run(document, { runOnly: values }), rules);
  for (const violation of result.violations)
    fault(page, `${colorScheme}: ${violation.id}: ${violation.nodes.length} times, first at ${violation.nodes[0].html}`);
  if (result.passes.length < 10) fault(page, "the checker found next to nothing to check");
  await checkWidths(tab, page, colorScheme);
  await context.close();
}

async function checkWidths(tab, page, colorScheme) {
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 900 });
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) fault(page, `is ${wide} pixels wide on a screen of ${width}`);
    if (!process.env.HCF_PICTURES) continue;
    const name = page.replace(/\//g, "-").replace(".html", "");
    await tab.screenshot({ path: `${process.env.HCF_PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true });
  }
}

async function checkKeyboard(browser, page) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const tab = await open(context, page);
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(() => document.activeElement.getAttribute("href"));
  if (first !== "#main") fault(page, "the first stop is not the skip link");
  await tab.keyboard.press("Enter");
  expect(page, "the skip link leads to", await tab.evaluate(() => document.activeElement.id), "main");
  const lost = await tab.evaluate(
    () => [...document.querySelectorAll("*")].filter((e) => {
      const style = getComputedStyle(e);
      return e.scrollWidth > e.clientWidth && ["auto", "scroll"].includes(style.overflowX) && e.tabIndex < 0;
    }).map((e) => e.outerHTML.slice(0, 80)));
  if (lost.length > 0) fault(page, `no keyboard reaches what scrolls: ${lost}`);
  await context.close();
}

// Everything that a page says stands in it without a script, but for the answers of the two that need one.
async function checkWithoutScript(browser, page) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await open(context, page);
  const text = await tab.innerText("main");
  if (text.length < 80) fault(page, `without a script it only says: ${text}`);
  if ((await tab.locator("main a:visible").count()) === 0) fault(page, "without a script it leads nowhere");
  await context.close();
}

async function focusOn(tab, page, selector) {
  for (let i = 0; i < 60; i += 1) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  fault(page, `no keyboard reaches ${selector}`);
}

async function checkSearch(browser) {
  const page = "plain/search.html";
  const context = await browser.newContext();
  const tab = await open(context, page);
  await focusOn(tab, page, "#query");
  await tab.keyboard.type("HYGIÈNE han");
  expect(page, "found", await tab.locator("#results a").allInnerTexts(), [
    "Perform hand hygiene to prevent the spread of infection",
  ]);
  expect(page, "count", await tab.innerText("#count"), "1 is found.");
  await focusOn(tab, page, "#results a");
  await tab.keyboard.press("Enter");
  await tab.waitForURL("**/competence-hand-hygiene.html");
  const nothing = await open(context, page);
  await nothing.fill("#query", "xyzzy");
  expect(page, "nothing", await nothing.innerText("#count"), "Nothing is found. Fewer letters find more.");
  await nothing.fill("#query", "registered nurse");
  const nurses = await nothing.locator("#results a").allInnerTexts();
  expect(page, "best first", nurses.slice(0, 2), ["Registered Nurse - Adult", "Registered Nurse - Children"]);
  await context.close();
}

async function checkComparison(browser) {
  const page = "plain/compare.html";
  const context = await browser.newContext();
  const tab = await open(context, page);
  await focusOn(tab, page, "#from");
  await tab.keyboard.type("Support Worker");
  await focusOn(tab, page, "#to");
  await tab.keyboard.type("Superintendent");
  expect(page, "chosen", await tab.evaluate(() => [document.getElementById("from").value, document.getElementById("to").value]),
    ["support-worker", "superintendent-chief-pharmacist"]);
  const answer = await tab.innerText("#answer");
  const facts = await tab.locator("#comparison dd").allInnerTexts();
  if (!answer.includes(facts[1])) fault(page, `the answer is not that of the table: ${answer} / ${facts[1]}`);
  await context.close();
}

// Every pair of roles, both ways, as the binary has it.
async function checkPairs(browser, site) {
  const page = `${site}/compare.html`;
  const context = await browser.newContext();
  const tab = await open(context, page);
  const { pairs } = JSON.parse(readFileSync(`${site}.json`, "utf8"));
  const own = await tab.evaluate((wanted) => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const role = (id) => data.roles.find((one) => one.key === id);
    return wanted.map(([from, to]) => comparisonAsReport(data, role(from), role(to)));
  }, pairs.map((pair) => [pair.from, pair.to]));
  pairs.forEach((pair, i) => expect(page, `${pair.from} to ${pair.to}`, own[i], pair));
  if (pairs.length < 41 * 40) fault(page, `only ${pairs.length} pairs were compared`);
  console.log(`${site}: ${pairs.length} pairs of roles compared`);
  await context.close();
}

const browser = await chromium.launch({ executablePath: process.env.HCF_BROWSER, args: ["--no-sandbox"] });
const kinds = [
  "index", "matrix", "career-map", "compare", "a-z", "search", "for-staff", "for-commissioners", "for-employers",
  "for-educators", "for-supervisors", "for-the-public", "level-autonomous", "competence-hand-hygiene",
  "role-registered-nurse-adult", "role-subject-matter-expert",
].map((name) => `plain/${name}.html`);
kinds.push("overlaid/matrix.html", "overlaid/compare.html", "overlaid/competence-home-infusion-set-up.html");
for (const name of ["index", "matrix", "career-map", "compare", "a-z", "search", "role-hostile-role", "competence-hostile-competence"])
  kinds.push(`hostile/${name}.html`);
const chosen = process.argv.length > 2 ? process.argv.slice(2) : kinds;
for (const page of chosen) {
  for (const scheme of ["light", "dark"]) await checkAccess(browser, page, scheme);
  await checkKeyboard(browser, page);
  await checkWithoutScript(browser, page);
}
await checkSearch(browser);
await checkComparison(browser);
await checkPairs(browser, "plain");
await checkPairs(browser, "overlaid");
await browser.close();
console.log(`${chosen.length} of ${readdirSync("plain").length} pages, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
