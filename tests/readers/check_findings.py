#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads what `hcf validate --format FORMAT` wrote as its readers do, and holds it against the JSON of the same run.

usage: check_findings.py FORMAT OUTPUT JSON

SARIF, GitHub and GitLab have no reader in Debian: every field that they require, and every escape, is checked here.
JUnit is read by python3-junitparser.
"""
import json
import re
import sys
from urllib.parse import unquote

FAULTS = []


def expect(condition, text):
    if not condition:
        FAULTS.append(text)


def plain(path):
    while path.startswith("./") and len(path) > 2:
        path = path[2:]
    return path


def check_sarif(text, findings):
    log = json.loads(text)
    expect(log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json"), "version or schema")
    expect(len(log["runs"]) == 1, "one run")
    run = log["runs"][0]
    expect(run["columnKind"] == "unicodeCodePoints", "columnKind")
    driver = run["tool"]["driver"]
    expect(driver["name"] == "hcf" and driver["version"], "driver")
    ids = [rule["id"] for rule in driver["rules"]]
    expect(len(ids) == len(set(ids)), "a rule stands twice")
    expect(set(ids) == {f["rule"] for f in findings}, "the rules are those that were raised")
    for rule in driver["rules"]:
        expect(rule["shortDescription"]["text"] and rule["fullDescription"]["text"], "descriptions")
        expect("Why it matters" in rule["help"]["text"] and "```yaml" in rule["help"]["markdown"], "help")
        expect(rule["defaultConfiguration"]["level"] in ("error", "warning"), "default level")
    expect(isinstance(run["invocations"][0]["executionSuccessful"], bool), "executionSuccessful")
    expect(len(run["results"]) == len(findings), "as many results as findings")
    seen = set()
    for result, finding in zip(run["results"], findings):
        expect(result["ruleId"] == finding["rule"] == ids[result["ruleIndex"]], "ruleId, ruleIndex")
        expect(result["level"] == finding["severity"], "level")
        expect(result["message"]["text"] and "](" not in result["message"]["text"], "message")
        place = result["locations"][0]["physicalLocation"]
        check_sarif_uri(place["artifactLocation"], finding["file"])
        region = place["region"]
        expect(region == {"startLine": finding["line"], "startColumn": finding["column"],
                          "endLine": finding["end_line"], "endColumn": finding["end_column"]}, "region")
        expect(min(region.values()) >= 1, "lines and columns begin at 1")
        mark = result["partialFingerprints"]["primaryLocationLineHash"]
        expect(re.fullmatch(r"[0-9a-f]{16}:[1-9][0-9]*", mark), f"fingerprint {mark}")
        expect((finding["file"], finding["rule"], mark) not in seen, "a fingerprint stands twice")
        seen.add((finding["file"], finding["rule"], mark))
        related = result.get("relatedLocations", [])
        expect(len(related) == len(finding["related"]), "related locations")
        for location, other in zip(related, finding["related"]):
            check_sarif_uri(location["physicalLocation"]["artifactLocation"], other["file"])
            expect(location["message"]["text"] == other["message"], "related message")
            expect(location["physicalLocation"]["region"]["startLine"] == other["line"], "related line")


def check_sarif_uri(location, path):
    uri = location["uri"]
    expect(re.fullmatch(r"(file:///)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})*", uri), f"no URI: {uri}")
    if path.startswith("/"):
        expect(uri == "file://" + uri[7:] and unquote(uri[7:]) == path, f"{uri} is not {path}")
    else:
        expect(unquote(uri) == plain(path) and location["uriBaseId"] == "%SRCROOT%", f"{uri} is not {path}")


def unescape(text, names):
    for name, char in names:
        text = text.replace(name, char)
    return text.replace("%25", "%")


def check_github(text, findings):
    lines = text.split("\n")
    expect(lines.pop() == "", "the last line ends")
    expect("\r" not in text, "a carriage return")
    if lines and lines[-1].startswith("::notice "):
        errors = sum(f["severity"] == "error" for f in findings)
        expect(max(errors, len(findings) - errors) > 10, "a notice without need")
        lines.pop()
    expect(len(lines) == len(findings), "as many lines as findings")
    for line, finding in zip(lines, findings):
        # As the runner reads it: the command ends at the next "::", its properties at commas.
        match = re.match(r"::(error|warning) (.*?)::(.*)$", line)
        expect(match is not None, f"no command: {line}")
        if not match:
            continue
        expect(match[1] == finding["severity"], "command")
        values = {}
        for item in match[2].split(","):
            name, _, value = item.partition("=")
            values[name] = unescape(value, [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")])
        expect(values["file"] == plain(finding["file"]), f"file {values['file']}")
        expect(int(values["line"]) == finding["line"] and int(values["col"]) == finding["column"], "line, col")
        expect(int(values["endLine"]) == finding["end_line"], "endLine")
        if finding["end_line"] == finding["line"]:
            expect(int(values["endColumn"]) == finding["end_column"], "endColumn")
        expect(values["title"] == finding["rule"], "title")
        message = unescape(match[3], [("%0D", "\r"), ("%0A", "\n")])
        expect(f"[{finding['rule']}]" in message.split("\n")[0], "the message names the rule")


def check_gitlab(text, findings):
    report = json.loads(text)
    expect(len(report) == len(findings), "as many elements as findings")
    expect(len({e["fingerprint"] for e in report}) == len(report), "a fingerprint stands twice")
    for element, finding in zip(report, findings):
        expect(element["description"].startswith(finding["message"]), "description")
        expect(element["check_name"] == finding["rule"], "check_name")
        expect(re.fullmatch("[0-9a-f]{16}", element["fingerprint"]), "fingerprint")
        expect(element["severity"] == {"error": "major", "warning": "minor"}[finding["severity"]], "severity")
        expect(element["location"]["path"] == plain(finding["file"]), "path")
        expect(element["location"]["lines"] == {"begin": finding["line"], "end": finding["end_line"]}, "lines")


def check_junit(text, findings):
    from junitparser import Failure, JUnitXml

    xml = JUnitXml.fromstring(text.encode())
    failures = [f for f in findings if f["severity"] == "error"]
    expect(xml.failures == len(failures) and xml.errors == 0, "counts of the whole")
    expect(xml.tests == sum(suite.tests for suite in xml), "tests of the whole")
    read = []
    for suite in xml:
        cases = list(suite)
        failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
        expect(suite.tests == len(cases) and suite.failures == len(failed), f"counts of {suite.name}")
        read += [(suite.name, case.name.split(" at ")[0]) for case in failed]
    expect(sorted(read) == sorted((plain(f["file"]), f["rule"]) for f in failures), "the failures are the errors")


def main():
    kind, output, reference = sys.argv[1:]
    with open(output, encoding="utf-8", newline="") as stream:
        text = stream.read()
    with open(reference, encoding="utf-8") as stream:
        findings = json.load(stream)["findings"]
    {"sarif": check_sarif, "github": check_github, "gitlab": check_gitlab, "junit": check_junit}[kind](text, findings)
    for fault in FAULTS[:20]:
        print(f"{kind}: {fault}")
    sys.exit(bool(FAULTS))


main()
