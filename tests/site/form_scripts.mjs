// SPDX-License-Identifier: Apache-2.0
// The scripts of the form that hold no page, run as the browser runs them: in their order, in one global scope.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const SCRIPTS = ["form_gap.js", "form_yaml.js", "form_write.js", "form_file.js", "form_check.js"];

export function sourceOf(script) {
  return readFileSync(join(root, "src/hcf/site", script), "utf8");
}

// What the scripts offer; `changed` stands in for the source of some of them.
export function loadForm(changed = {}) {
  const context = vm.createContext({});
  for (const script of SCRIPTS) vm.runInContext(changed[script] ?? sourceOf(script), context, { filename: script });
  return context.hcfForm;
}
