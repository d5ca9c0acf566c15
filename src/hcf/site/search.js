// SPDX-License-Identifier: Apache-2.0
// Finds levels, competences and roles in the index that stands in the page.
"use strict";

/** The text for comparison: no case, no accents. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function wordsOf(text) {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** How well one word of the query fits a text: a whole word, the beginning of one, or any part of it. */
function fit(word, text) {
  const words = wordsOf(text);
  if (words.includes(word)) return 3;
  if (words.some((other) => other.startsWith(word))) return 2;
  return word.length > 1 && fold(text).includes(word) ? 1 : 0;
}

/** What an entry is worth for all words of the query; 0 where one of them is not in it. */
function scoreOf(entry, words) {
  let score = 0;
  for (const word of words) {
    const best = Math.max(
      fit(word, entry.title) * 10,
      ...entry.names.map((name) => fit(word, name) * 6),
      fit(word, entry.text),
    );
    if (best === 0) return 0;
    score += best;
  }
  return fold(entry.title).startsWith(words.join(" ")) ? score + 5 : score;
}

/** The entries that hold all words of a query, the best first, else in the order of the framework. */
function searchEntries(entries, query) {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return entries
    .map((entry, place) => ({ entry, place, score: scoreOf(entry, words) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map((found) => found.entry);
}

function showResults(entries, query) {
  const found = searchEntries(entries, query);
  const list = document.getElementById("results");
  list.replaceChildren();
  for (const entry of found) {
    const link = document.createElement("a");
    link.href = entry.page;
    link.textContent = entry.title;
    const kind = document.createElement("span");
    kind.className = "muted";
    kind.textContent = ` ${entry.kind}`;
    const item = document.createElement("li");
    item.append(link, kind);
    list.append(item);
  }
  const count = document.getElementById("count");
  if (wordsOf(query).length === 0) count.textContent = "";
  else if (found.length === 0) count.textContent = "Nothing is found. Fewer letters find more.";
  else count.textContent = found.length === 1 ? "1 is found." : `${found.length} are found.`;
}

{
  const { entries } = JSON.parse(document.getElementById("data").textContent);
  const query = document.getElementById("query");
  document.getElementById("search").hidden = false;
  query.addEventListener("input", () => showResults(entries, query.value));
  query.value = new URLSearchParams(location.search).get("q") ?? "";
  showResults(entries, query.value);
}
