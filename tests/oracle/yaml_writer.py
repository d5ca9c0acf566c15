# SPDX-License-Identifier: Apache-2.0
"""Writes one document as YAML in styles drawn at random, or as JSON.

A document is made of dictionaries, lists, text, `Number` and `Boolean`. Whatever the style, it means the same.
"""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

Node = Any


class Number(str):
    """Text that may also be written without quotes in JSON: `3` and `"3"` are the same."""


class Boolean(str):
    """`true` or `false`, which quotes would turn into text."""


# Starts with a letter or digit and holds nothing that YAML could take for syntax, in block or flow context.
_PLAIN = re.compile(r"[^\W_](?:[\w ./'()&-]*[\w.)])?")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_COMMENTS = [
    "checked with the team",
    "à revoir: \"soon\", or 'later'",
    "[not a list] {nor a map}",
    "日本語のメモ",
    "- no item",
]


class YamlWriter:
    """One writer per document: it draws the habits of one author, and departs from them now and then."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._step = random.choice([2, 2, 2, 4, 3])
        self._list_step = random.choice([0, 2])
        self._flow_habit = random.choice([0.05, 0.3, 0.6])
        self._quote_habit = random.choice([0.0, 0.1, 0.5])
        self._comment_habit = random.choice([0.0, 0.0, 0.08])

    def document(self, node: dict[str, Node]) -> str:
        """The text of a whole document; it ends with a line break."""
        if self._chance(0.04):
            return self._flow(node, 0) + "\n"
        return "\n".join(self._mapping_lines(node, 0)) + "\n"

    def _chance(self, probability: float) -> bool:
        return self._random.random() < probability

    def _mapping_lines(self, node: dict[str, Node], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in node.items():
            if self._chance(self._comment_habit):
                lines.append(" " * self._random.choice([0, indent]) + "# " + self._random.choice(_COMMENTS))
            lines += self._entry_lines(key, value, indent)
            if self._chance(0.02):
                lines.append("")
        return lines

    def _entry_lines(self, key: str, value: Node, indent: int) -> list[str]:
        head = " " * indent + self._scalar(key) + ":"
        if isinstance(value, str):
            return self._scalar_lines(head, value, indent)
        if not value or self._chance(self._flow_habit):
            return [f"{head} {self._flow(value, indent + self._step)}{self._comment()}"]
        if isinstance(value, dict):
            return [head + self._comment(), *self._mapping_lines(value, indent + self._step)]
        return [head + self._comment(), *self._sequence_lines(value, indent + self._list_step)]

    def _scalar_lines(self, head: str, value: str, indent: int) -> list[str]:
        lines = value.split("\n")
        if len(lines) > 1 or (self._chance(0.02) and " " in value):
            mark = "|-" if len(lines) > 1 or self._chance(0.5) else ">-"
            return [f"{head} {mark}", *(" " * (indent + self._step) + line for line in lines)]
        return [f"{head}{' ' * self._random.choice([1, 1, 1, 3])}{self._scalar(value)}{self._comment()}"]

    def _sequence_lines(self, items: list[Node], indent: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            if isinstance(item, str) or self._chance(self._flow_habit):
                text = self._scalar(item) if isinstance(item, str) else self._flow(item, indent + 4)
                lines.append(f"{' ' * indent}- {text}{self._comment()}")
                continue
            inner = [line for line in self._mapping_lines(item, indent + 2) if line.strip() and not _is_comment(line)]
            lines += [" " * indent + "- " + inner[0].lstrip(" "), *inner[1:]]
        return lines

    def _comment(self) -> str:
        return f"  # {self._random.choice(_COMMENTS)}" if self._chance(self._comment_habit) else ""

    def _flow(self, node: Node, indent: int) -> str:
        if isinstance(node, str):
            return self._scalar(node)
        if isinstance(node, dict):
            parts = [f"{self._scalar(key)}: {self._flow(value, indent + 2)}" for key, value in node.items()]
            return self._enclose("{", parts, "}", indent)
        return self._enclose("[", [self._flow(item, indent + 2) for item in node], "]", indent)

    def _enclose(self, opening: str, parts: list[str], closing: str, indent: int) -> str:
        if len(parts) > 2 and self._chance(0.3):
            break_line = "\n" + " " * max(indent, 1)
            return opening + break_line + ("," + break_line).join(parts) + break_line + closing
        pad = self._random.choice(["", "", " "]) if parts else ""
        return opening + pad + self._random.choice([", ", ", ", " , "]).join(parts) + pad + closing

    def _scalar(self, text: str) -> str:
        if isinstance(text, Boolean):
            return str(text)
        plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _NOT_PLAIN
        if plain and not self._chance(self._quote_habit):
            return str(text)
        if "\n" not in text and self._chance(0.5):
            return "'" + text.replace("'", "''") + "'"
        return self._double_quoted(text)

    def _double_quoted(self, text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if self._chance(0.3):
            escaped = "".join(_escape(char) for char in escaped)
        return f'"{escaped}"'


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x80:
        return char
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08X}"


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")


def json_document(node: dict[str, Node], random: Random) -> str:
    """The same document as JSON, dense or indented, in ASCII or not."""
    plain = _unquote_numbers(node, random)
    indent = random.choice([None, None, 1, 2, 4])
    return json.dumps(plain, ensure_ascii=random.random() < 0.5, indent=indent) + random.choice(["", "\n"])


def _unquote_numbers(node: Node, random: Random) -> Node:
    if isinstance(node, dict):
        return {key: _unquote_numbers(value, random) for key, value in node.items()}
    if isinstance(node, list):
        return [_unquote_numbers(value, random) for value in node]
    if isinstance(node, Boolean):
        return node == "true"
    return int(node) if isinstance(node, Number) and random.random() < 0.7 else node
