#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads a site as a browser would.

    site_links.py DIR              every link resolves, every anchor exists, ids are unique, nothing is loaded from afar
    site_links.py --commands DIR   the commands of the pages for whom the framework is, and one role's and one level's
"""
import base64
import hashlib
import html.parser
import json
import os
import re
import sys
import urllib.parse

EMPTY = {"meta", "link", "input", "br", "img", "hr"}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.faults, self.commands = [], [], [], []
        self.stack, self.headings, self.inline = [], [], []
        self.language = self.policy = None
        self.titles = 0
        self.feed(text)
        self.close()
        if self.stack:
            self.faults.append(f"not closed: {self.stack}")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in EMPTY:
            self.stack.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        for name in given:
            if name.startswith("on") or name == "style":
                self.faults.append(f"attribute {name}")
        for name in ("href", "src", "action"):
            if name in given:
                self.links.append(given[name])
        if tag == "html":
            self.language = given.get("lang")
        if tag == "title":
            self.titles += 1
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("script", "style"):
            self.inline.append([tag, given, ""])
        if tag == "pre" and given.get("class") == "command":
            self.commands.append("")

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1] != tag:
            self.faults.append(f"</{tag}> in {self.stack[-3:]}")
        else:
            self.stack.pop()

    def handle_data(self, data):
        if self.stack and self.stack[-1] in ("script", "style"):
            self.inline[-1][2] += data
        if self.stack[-2:] == ["pre", "code"]:
            self.commands[-1] += data


def check_inline(page):
    for tag, given, text in page.inline:
        if given.get("type") == "application/json":
            json.loads(text)
        elif "src" not in given:
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            if f"{tag}-src 'sha256-{digest}'" not in page.policy:
                page.faults.append(f"the policy does not allow its own {tag}")


def check_page(name, pages, folder):
    page = pages[name]
    faults = page.faults
    if page.language is None or page.policy is None or page.titles != 1:
        faults.append("no language, no policy or no title")
    elif not page.policy.startswith("default-src 'none'"):
        faults.append(f"policy {page.policy}")
    else:
        check_inline(page)
    if page.headings.count(1) != 1:
        faults.append(f"{page.headings.count(1)} headings of rank 1")
    if any(after > before + 1 for before, after in zip(page.headings, page.headings[1:])):
        faults.append(f"a heading leaves out a rank: {page.headings}")
    if len(set(page.ids)) != len(page.ids):
        faults.append("an id stands twice")
    for link in page.links:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc or parts.path.startswith("/") or "/" in parts.path:
            faults.append(f"leads away: {link}")
            continue
        target = urllib.parse.unquote(parts.path) or name
        if not os.path.isfile(os.path.join(folder, target)):
            faults.append(f"leads nowhere: {link}")
        elif parts.fragment and parts.fragment not in pages[target].ids:
            faults.append(f"no such place: {link}")
    return [f"{name}: {fault}" for fault in faults]


def read_pages(folder):
    pages = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".html"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                pages[name] = Page(file.read())
    return pages


def main(arguments):
    pages = read_pages(arguments[-1])
    if arguments[0] == "--commands":
        levels = [name for name in pages if name.startswith("level-")]
        roles = [name for name in pages if name.startswith("role-")]
        competences = [name for name in pages if name.startswith("competence-")]
        chosen = [name for name in pages if name.startswith("for-")]
        for name in chosen + levels[:1] + roles[:1] + competences[:1] + ["career-map.html"]:
            print("\n".join(pages[name].commands))
        return 0
    faults = [fault for name in pages for fault in check_page(name, pages, arguments[-1])]
    for name in ("index.html", "search.html", "compare.html", "a-z.html", "matrix.html", "career-map.html", "form.html"):
        if name not in pages:
            faults.append(f"{name} is missing")
    linked = {urllib.parse.urlsplit(link).path for page in pages.values() for link in page.links}
    faults += [f"{name}: nothing leads there" for name in pages if name not in linked]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
