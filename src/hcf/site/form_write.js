// SPDX-License-Identifier: Apache-2.0
// Writes the nodes of form_yaml.js as YAML in block style, so that any YAML tool reads what hcf reads: what could be taken
// for anything but a text stands in double quotes, and what nobody sees is escaped.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;
  const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{Nd} _.\/()&'’-]*[\p{L}\p{M}\p{Nd}_.)])?$/u;
  const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
  const TAKEN = new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"]);
  // Controls, line separators, marks of direction, and what else has no shape of its own.
  const UNSEEN = /[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]/g;
  const SHORT = { "\n": "\\n", "\t": "\\t", "\r": "\\r" };

  function inQuotes(text) {
    const escaped = text
      .replace(/[\\"]/g, "\\$&")
      .replace(UNSEEN, (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return `"${escaped}"`;
  }

  function needsNoQuotes(text) {
    return text.length <= 80 && (DATE.test(text) || (PLAIN.test(text) && !TAKEN.has(text.toLowerCase())));
  }

  // Half a surrogate pair is no character, and no file can hold it.
  function wellFormed(text) {
    return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : "\ufffd"));
  }

  function scalar(node) {
    if (node.bare) return node.text;
    return needsNoQuotes(node.text) ? node.text : inQuotes(wellFormed(node.text));
  }

  function entryLines({ key, value }, indent) {
    const head = `${" ".repeat(indent)}${scalar({ text: key })}:`;
    return valueLines(head, value, indent + 2);
  }

  function valueLines(head, value, indent) {
    if (value.kind === "text") return [`${head} ${scalar(value)}`.trimEnd()];
    const parts = value.kind === "map" ? value.entries : value.items;
    if (parts.length === 0) return [`${head} ${value.kind === "map" ? "{}" : "[]"}`];
    return [head, ...lines(value, indent)];
  }

  function itemLines(item, indent) {
    const pad = " ".repeat(indent);
    if (item.kind !== "map" || item.entries.length === 0) return valueLines(`${pad}-`, item, indent + 2);
    const inner = lines(item, indent + 2);
    return [`${pad}- ${inner[0].trimStart()}`, ...inner.slice(1)];
  }

  function lines(node, indent) {
    if (node.kind === "map") return node.entries.flatMap((entry) => entryLines(entry, indent));
    return node.items.flatMap((item) => itemLines(item, indent));
  }

  // The text of one document whose root is a mapping.
  function writeYaml(root) {
    return lines(root, 0).join("\n") + "\n";
  }

  Object.assign(hcfForm, { needsNoQuotes, wellFormed, writeYaml });
})();
