// SPDX-License-Identifier: Apache-2.0
// Validation alone in Node: js-yaml, and ajv with the JSON Schema that `hcf schema assessment` prints.
//   node node_peer.mjs MODULES SCHEMA DIRECTORY COUNT
// All files are gone through once to warm the compiler up; the second pass is measured. The last line on standard output
// has the seconds of that loop.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, schemaPath, directory, count] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const yaml = require("js-yaml");
const Ajv = require("ajv/dist/2020").default;

// The patterns of the schema escape more than regular expressions with the u flag allow.
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false })
    .compile(JSON.parse(readFileSync(schemaPath, "utf8")));
const paths = readdirSync(directory).sort().slice(0, Number(count)).map((name) => join(directory, name));

function pass() {
    let faults = 0;
    for (const path of paths) {
        // The core schema leaves dates as text.
        if (!validate(yaml.load(readFileSync(path, "utf8"), { schema: yaml.CORE_SCHEMA }))) faults += validate.errors.length;
    }
    return faults;
}

pass();
const beginCpu = process.cpuUsage();
const begin = process.hrtime.bigint();
const faults = pass();
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
const cpu = process.cpuUsage(beginCpu);
console.log(JSON.stringify({ documents: paths.length, faults, seconds, cpu: (cpu.user + cpu.system) / 1e6 }));
