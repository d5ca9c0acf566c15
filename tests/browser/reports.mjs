// SPDX-License-Identifier: Apache-2.0
// Opens pages as people do: on a telephone, a tablet and a desk, light and dark, by keyboard and on paper.
//   HCF_BROWSER=CHROMIUM node reports.mjs PAGE...     exits 1 where a page is at fault
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [360, 768, 1280];
const pages = process.argv.slice(2);
let faults = 0;

function fault(page, what) {
  console.log(`${basename(page)}: ${what}`);
  faults += 1;
}

// What the page says stands in the page: nothing is loaded, run or asked.
async function open(context, path) {
  const tab = await context.newPage();
  tab.on("request", (request) => {
    if (request.url() !== `file://${resolve(path)}`) fault(path, `asks for ${request.url()}`);
  });
  tab.on("dialog", (dialog) => {
    fault(path, "shows a dialog: data ran as a script");
    dialog.dismiss();
  });
  tab.on("pageerror", (error) => fault(path, `script error: ${error}`));
  await tab.goto(`file://${resolve(path)}`);
  return tab;
}

async function checkAccess(browser, path, colorScheme) {
  // The checker is a script, which the page itself would not allow.
  const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const tab = await open(context, path);
  await tab.evaluate(axe);
  const result = await tab.evaluate((values) => globalThis.axe.run(document, { runOnly: values }), rules);
  for (const violation of result.violations)
    fault(path, `${colorScheme}: ${violation.id}: ${violation.nodes.length} times, first at ${violation.nodes[0].html}`);
  if (result.passes.length < 10) fault(path, "the checker found next to nothing to check");
  await context.close();
}

async function checkWidths(browser, path) {
  for (const width of widths) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const tab = await open(context, path);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) fault(path, `is ${wide} pixels wide on a screen of ${width}`);
    await context.close();
  }
}

// The first stop of the keyboard leads to the report; every table that scrolls is a stop.
async function checkKeyboard(browser, path) {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const tab = await open(context, path);
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(() => document.activeElement.getAttribute("href"));
  if (first !== "#report") fault(path, "the first stop is not the skip link");
  const seen = await tab.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0);
  if (!seen) fault(path, "the skip link is not seen where it is focused");
  const lost = await tab.evaluate(
    () => [...document.querySelectorAll("*")].filter((e) => {
      const style = getComputedStyle(e);
      return e.scrollWidth > e.clientWidth && ["auto", "scroll"].includes(style.overflowX) && e.tabIndex < 0;
    }).length);
  if (lost > 0) fault(path, `${lost} parts scroll, and no keyboard reaches them`);
  await context.close();
}

// The number of A4 pages that the printed report has.
async function countSheets(browser, path) {
  const context = await browser.newContext();
  const tab = await open(context, path);
  const pdf = await tab.pdf({ preferCSSPageSize: true });
  await context.close();
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}

const browser = await chromium.launch({ executablePath: process.env.HCF_BROWSER, args: ["--no-sandbox"] });
for (const path of pages) {
  for (const scheme of ["light", "dark"]) await checkAccess(browser, path, scheme);
  await checkWidths(browser, path);
  await checkKeyboard(browser, path);
  const sheets = await countSheets(browser, path);
  if (basename(path) === "person.html" && sheets !== 2) fault(path, `prints on ${sheets} sheets, not 2`);
}
await browser.close();
console.log(`${pages.length} pages, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
