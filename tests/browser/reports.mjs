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

// A picture has a name and words of its own; what it shows is in a table, or the page has no such picture.
async function checkPictures(browser, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await open(context, path);
  const pictures = await tab.evaluate(() =>
    [...document.querySelectorAll("svg:not([aria-hidden])")].map((svg) => {
      const ids = (svg.getAttribute("aria-labelledby") ?? "").split(" ");
      const box = svg.getBoundingClientRect();
      const inner = (e) => e.getBoundingClientRect();
      const lost = [...svg.querySelectorAll("text")].filter(
        (e) => inner(e).right > box.right + 1 || inner(e).left < box.left - 1 || inner(e).bottom > box.bottom + 1);
      return {
        role: svg.getAttribute("role"),
        words: ids.map((id) => document.getElementById(id)?.textContent ?? ""),
        height: box.height,
        lost: lost.map((e) => e.textContent),
        right: box.right,
      };
    }));
  const ids = await tab.evaluate(() => [...document.querySelectorAll("[id]")].map((e) => e.id));
  if (new Set(ids).size !== ids.length) fault(path, "an id stands twice");
  for (const [i, picture] of pictures.entries()) {
    if (picture.role !== "img") fault(path, `picture ${i + 1} is none for a screen reader`);
    if (picture.words.length !== 2 || picture.words.some((words) => words === ""))
      fault(path, `picture ${i + 1} has no name, or no words`);
    if (picture.height < 30) fault(path, `picture ${i + 1} is ${picture.height} pixels high`);
    if (picture.right > 1280) fault(path, `picture ${i + 1} is cut on the right`);
    for (const text of picture.lost) fault(path, `picture ${i + 1} has no room for "${text}"`);
  }
  const faultsOfFigures = await tab.evaluate(() => {
    const number = (text) => Number.parseInt(text, 10);
    const columns = (table) => [...table.querySelectorAll("thead th")].map((e) => e.textContent);
    const wrong = [];
    // The ring: as many pieces of each mark as its table counts.
    for (const ring of document.querySelectorAll("figure.ring")) {
      const titles = columns(ring);
      const rows = [...ring.querySelectorAll("tbody tr")];
      for (const [title, mark] of [["Met", "met"], ["Planned", "planned"], ["Gap", "gap"]]) {
        const told = rows.reduce((sum, row) => sum + number(row.cells[titles.indexOf(title)].textContent), 0);
        const drawn = ring.querySelectorAll(`svg[role=img] path.${mark}`).length;
        if (told !== drawn) wrong.push(`the ring has ${drawn} pieces that are ${mark}, and its table ${told}`);
      }
    }
    // The heat map: as many of each letter as the tables of the grid have.
    const titled = [...document.querySelectorAll("h2")].find((e) => e.textContent === "Grid");
    if (titled) {
      const told = {};
      for (let e = titled.nextElementSibling; e?.matches(".table"); e = e.nextElementSibling)
        for (const cell of e.querySelectorAll("tbody td"))
          for (const sign of cell.textContent.replace(/[()]/g, "")) told[sign] = (told[sign] ?? 0) + 1;
      const drawn = {};
      for (const e of document.querySelectorAll("svg[role=img] text[class*=' on-']"))
        for (const sign of e.textContent) drawn[sign] = (drawn[sign] ?? 0) + 1;
      const sorted = (counts) => JSON.stringify(Object.entries(counts).sort());
      if (sorted(told) !== sorted(drawn)) wrong.push(`the map has ${sorted(drawn)}, the grid ${sorted(told)}`);
    }
    // Lines over time: a point and a day for each row.
    for (const e of document.querySelectorAll("svg:has(.line1)")) {
      const isBehind = (table) => (e.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const rows = [...document.querySelectorAll("table")].find((table) => isBehind(table) && columns(table).includes("Ready"));
      const told = [...rows.querySelectorAll("tbody tr")].map((row) => row.cells[columns(rows).indexOf("Ready")].textContent);
      const points = e.querySelectorAll(".dot1").length - 1;
      const shares = told.filter((text) => /%/.test(text)).length;
      if (points !== shares) wrong.push(`the line has ${points} points, the table ${shares}`);
    }
    return wrong;
  });
  for (const what of faultsOfFigures) fault(path, what);
  await context.close();
  return pictures.length;
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
// What is to be seen on pages of these names, at least.
const drawn = { person: 2, people: 6, hostile: 2, nothing: 2, team: 1, "team-of-one": 1, "team-of-300": 8, roles: 1,
  progress: 1, review: 1, portfolio: 1, staffing: 1, pathway: 1 };
for (const path of pages) {
  for (const scheme of ["light", "dark"]) await checkAccess(browser, path, scheme);
  await checkWidths(browser, path);
  await checkKeyboard(browser, path);
  const pictures = await checkPictures(browser, path);
  const wanted = drawn[basename(path, ".html")] ?? 0;
  if (pictures < wanted) fault(path, `has ${pictures} pictures, not ${wanted}`);
  const sheets = await countSheets(browser, path);
  if (basename(path) === "person.html" && sheets !== 2) fault(path, `prints on ${sheets} sheets, not 2`);
}
await browser.close();
console.log(`${pages.length} pages, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
