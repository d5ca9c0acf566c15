// SPDX-License-Identifier: Apache-2.0
// Compares two roles as `hcf compare-roles` does; tests/browser/site.mjs holds every pair against it.
"use strict";

/** A share with at most four decimals, rounded down; nothing of nothing is the whole. */
function shareOf(part, whole) {
  return whole === 0 ? 1 : Math.floor((part * 10000) / whole) / 10000;
}

/** Whole percent, rounded down. */
function percentOf(part, whole) {
  return whole === 0 ? 100 : Math.floor((part * 100) / whole);
}

/** Of the competences that both ask, those for which `to` needs a value that `from` does not assure. */
function askedForMore(from, to) {
  return to.needs
    .filter((asked) => from.asks.includes(asked.competence))
    .filter((asked) => {
      const held = from.needs.find((one) => one.competence === asked.competence);
      return held === undefined || held.scale !== asked.scale || held.value < asked.value;
    })
    .map((asked) => asked.competence);
}

/** The way from one role to another, by indices of competences, in the order of the framework. */
function compareRoles(from, to) {
  const carried = to.asks.filter((one) => from.asks.includes(one));
  return {
    step: to.level - from.level,
    core_only: from.core_only && to.core_only,
    carried,
    added: to.asks.filter((one) => !from.asks.includes(one)),
    left: from.asks.filter((one) => !to.asks.includes(one)),
    needs_more: askedForMore(from, to),
    either: from.asks.length + to.asks.length - carried.length,
  };
}

/** The facets in which the descriptors of two levels differ. */
function changedFacets(data, from, to) {
  const [a, b] = [data.levels[from].descriptor, data.levels[to].descriptor];
  return data.facets
    .map((facet, i) => ({ facet, from: a[i], to: b[i] }))
    .filter((change) => change.from !== change.to);
}

/** The same as one of the pairs of "hcf.compare-roles/1". */
function comparisonAsReport(data, from, to) {
  const result = compareRoles(from, to);
  const ids = (list) => list.map((one) => data.competences[one].id);
  return {
    from: from.id,
    to: to.id,
    from_level: data.levels[from.level].id,
    to_level: data.levels[to.level].id,
    step: result.step,
    core_only: result.core_only,
    carried: ids(result.carried),
    new: ids(result.added),
    left: ids(result.left),
    needs_more: ids(result.needs_more),
    transferability: shareOf(result.carried.length, to.asks.length),
    similarity: shareOf(result.carried.length, result.either),
    descriptor: changedFacets(data, from.level, to.level),
  };
}

function make(name, text, className) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className !== undefined) element.className = className;
  return element;
}

function linkTo(thing) {
  const link = make("a", thing.title);
  link.href = thing.page;
  return link;
}

function addFacts(parent, facts) {
  const list = make("dl");
  for (const [label, text, className] of facts) {
    const row = make("div");
    const value = make("dd");
    value.append(make("span", text, className));
    row.append(make("dt", label), value);
    list.append(row);
  }
  parent.append(list);
}

function addCompetences(parent, data, heading, competences) {
  if (competences.length === 0) return;
  parent.append(make("h3", `${heading} (${competences.length})`));
  const list = make("ul");
  for (const one of competences) {
    const item = make("li");
    item.append(linkTo(data.competences[one]));
    list.append(item);
  }
  parent.append(list);
}

function stepText(step) {
  if (step === 0) return "the same level of practice";
  const count = Math.abs(step);
  return `${count} ${count === 1 ? "level" : "levels"} ${step > 0 ? "up" : "down"}`;
}

function resultText(result, to) {
  const all = to.asks.length;
  const carried = result.carried.length;
  const share =
    all === 0 ? "nothing is asked there" : `${carried} of ${all} carried over: ${percentOf(carried, all)} %`;
  const fresh = result.added.length === 0 ? "nothing new" : `${result.added.length} new`;
  const left = result.left.length === 0 ? "" : `, ${result.left.length} left behind`;
  return `${share}; ${fresh}${left}`;
}

function valueText(data, needs) {
  if (needs === undefined) return "no value";
  const scale = data.scales[needs.scale];
  return `${scale.id}/${scale.values[needs.value]}`;
}

function addNeeds(parent, data, from, to, competences) {
  if (competences.length === 0) return;
  parent.append(make("h3", `Carried over, and asked for more (${competences.length})`));
  const list = make("ul");
  for (const one of competences) {
    const there = to.needs.find((needs) => needs.competence === one);
    const here = from.needs.find((needs) => needs.competence === one);
    const item = make("li");
    item.append(
      linkTo(data.competences[one]),
      `: ${valueText(data, there)} is needed there, ${valueText(data, here)} here`,
    );
    list.append(item);
  }
  parent.append(list);
}

function addDirection(parent, data, from, to) {
  const result = compareRoles(from, to);
  const section = make("section");
  section.append(make("h2", `From ${from.title} to ${to.title}`));
  const isMore = result.added.length > 0 || result.needs_more.length > 0;
  const facts = [
    ["Step", stepText(result.step)],
    ["Result", resultText(result, to), isMore ? "warn" : "good"],
  ];
  if (data.levels[from.level].same_core.includes(to.level))
    facts.push(["Levels", "both ask the same core competences, and a whole core set is not the level", "warn"]);
  addFacts(section, facts);
  addCompetences(section, data, "New", result.added);
  addNeeds(section, data, from, to, result.needs_more);
  parent.append(section);
}

function addDescriptors(parent, data, from, to) {
  const changes = changedFacets(data, from, to);
  if (changes.length === 0) return;
  const [a, b] = [data.levels[from].title, data.levels[to].title];
  parent.append(make("h2", `How ${a} and ${b} differ`));
  const frame = make("div", undefined, "table");
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "How the descriptors differ");
  const table = make("table");
  const head = table.createTHead().insertRow();
  for (const title of ["Facet", a, b]) {
    const cell = make("th", title);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const change of changes) {
    const row = body.insertRow();
    const facet = make("th", change.facet[0].toUpperCase() + change.facet.slice(1));
    facet.scope = "row";
    row.append(facet, make("td", change.from ?? "–", "text"), make("td", change.to ?? "–", "text"));
  }
  frame.append(table);
  parent.append(frame);
}

function addCautions(parent, from, to) {
  const coreOnly = "says nothing of registration, qualification or role-specific skill.";
  const texts = [];
  if (from.core_only && to.core_only) texts.push(`Core competences only: ${coreOnly}`);
  else
    for (const one of [from, to])
      if (one.core_only) texts.push(`${one.title} asks core competences only here: that ${coreOnly}`);
  if (texts.length === 0) return;
  const aside = make("aside", undefined, "bear");
  aside.setAttribute("aria-label", "To bear in mind");
  aside.append(make("h2", "To bear in mind"));
  const list = make("ul");
  for (const text of texts) list.append(make("li", text));
  aside.append(list);
  parent.append(aside);
}

/** Fills the page with the comparison, and gives its answer in one sentence. */
function showComparison(parent, data, from, to) {
  parent.replaceChildren();
  if (from.key === to.key) {
    addCompetences(parent, data, "Asked", from.asks);
    addCompetences(parent, data, `Desirable in ${from.title}, and in no count`, from.desirable);
    addCautions(parent, from, to);
    return `${from.title} compared with itself: everything that it asks is carried over.`;
  }
  const result = compareRoles(from, to);
  addDirection(parent, data, from, to);
  addDirection(parent, data, to, from);
  const both = make("section");
  both.append(make("h2", "Both ways"));
  addCompetences(both, data, "Carried over", result.carried);
  for (const one of [from, to])
    addCompetences(both, data, `Desirable in ${one.title}, and in no count`, one.desirable);
  parent.append(both);
  addCautions(parent, from, to);
  addDescriptors(parent, data, from.level, to.level);
  const share = percentOf(result.carried.length, result.either);
  return (
    `${from.title} and ${to.title}: ${result.carried.length} of ${result.either} that either asks, both ask: ` +
    `${share} %. From the first to the second: ${resultText(result, to)}.`
  );
}

function fillChoice(select, data) {
  data.levels.forEach((level, i) => {
    const roles = data.roles.filter((role) => role.level === i);
    if (roles.length === 0) return;
    const group = document.createElement("optgroup");
    group.label = level.title;
    for (const role of roles) {
      const option = make("option", role.title);
      option.value = role.key;
      group.append(option);
    }
    select.append(group);
  });
}

{
  const data = JSON.parse(document.getElementById("data").textContent);
  const [from, to] = [document.getElementById("from"), document.getElementById("to")];
  const roleOf = (key) => data.roles.find((role) => role.key === key);
  const show = () => {
    const text = showComparison(
      document.getElementById("comparison"), data, roleOf(from.value), roleOf(to.value));
    document.getElementById("answer").textContent = text;
  };
  if (data.roles.length > 0) {
    fillChoice(from, data);
    fillChoice(to, data);
    const asked = new URLSearchParams(location.search);
    from.value = roleOf(asked.get("from"))?.key ?? data.roles[0].key;
    to.value = roleOf(asked.get("to"))?.key ?? data.roles[data.roles.length - 1].key;
    from.addEventListener("change", show);
    to.addEventListener("change", show);
    document.getElementById("swap").addEventListener("click", () => {
      [from.value, to.value] = [to.value, from.value];
      show();
    });
    document.getElementById("compare").hidden = false;
    show();
  }
}
