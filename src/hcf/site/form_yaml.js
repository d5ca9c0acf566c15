// SPDX-License-Identifier: Apache-2.0
// YAML for the form: a reader of a strict subset, of which JSON is a part, and a writer. What the reader does not take it
// declines, with the line; it never guesses. It takes block and flow mappings and lists, plain and quoted texts on one
// line, literal and simple folded blocks, comments, and one document. hcf itself takes more.
//
// A node is { kind: "text", text, bare, line }, { kind: "list", items, line } or { kind: "map", entries: [{ key, line,
// value }], line }. `bare` marks words without quotes, which other tools may take for a number, a truth or nothing.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;
  const DEEPEST = 64;
  const LONGEST_KEY = 1024;
  const BARE = /^(?:~|[+-]?[0-9.][0-9A-Za-z_.+-]*|[A-Za-z_][A-Za-z0-9_.+-]*)?$/;
  const ESCAPES = {
    0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/",
    "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
  };
  const REFUSED = {
    "&": "anchors are not taken: write the value out",
    "*": "aliases are not taken: write the value out",
    "!": "tags are not taken: leave the tag out",
    "@": "a text may not begin with '@': put it in quotes",
    "`": "a text may not begin with a backtick: put it in quotes",
    "%": "a text may not begin with '%': put it in quotes",
    "]": "a ']' without its '['",
    "}": "a '}' without its '{'",
    ",": "a ',' outside brackets",
    "|": "a block of text is not taken here",
    ">": "a block of text is not taken here",
  };

  class YamlError extends Error {
    constructor(line, message) {
      super(message);
      this.line = line;
    }
  }

  class YamlReader {
    constructor(text) {
      this.text = text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
      this.at = 0;
      this.depth = 0;
      this.comments = false;
      this.breaks = [];
      for (let i = this.text.indexOf("\n"); i >= 0; i = this.text.indexOf("\n", i + 1)) this.breaks.push(i);
      const strange = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/.exec(this.text);
      if (strange) this.fail("a control character stands in the file", strange.index);
    }

    lineAt(at) {
      let [low, high] = [0, this.breaks.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.breaks[middle] < at) low = middle + 1;
        else high = middle;
      }
      return low + 1;
    }

    fail(message, at = this.at) {
      throw new YamlError(this.lineAt(at), message);
    }

    get char() {
      return this.text[this.at] ?? "";
    }

    get column() {
      return this.at - (this.text.lastIndexOf("\n", this.at - 1) + 1);
    }

    isBreak(at = this.at) {
      return at >= this.text.length || this.text[at] === "\n";
    }

    isSpace(at = this.at) {
      return this.isBreak(at) || this.text[at] === " " || this.text[at] === "\t";
    }

    skipSpaces() {
      while (this.char === " " || this.char === "\t") this.at += 1;
    }

    // A comment, if one begins here; only behind a space, or at the beginning of a line.
    skipComment() {
      if (this.char !== "#" || !(this.column === 0 || this.isSpace(this.at - 1))) return;
      this.comments = true;
      while (!this.isBreak()) this.at += 1;
    }

    endLine() {
      this.skipSpaces();
      this.skipComment();
      if (!this.isBreak()) this.fail("something stands behind the value that is not taken");
    }

    // To the next content; gives its column, -1 at the end of the document. Requires: only spaces stand before.
    toContent() {
      for (;;) {
        const begin = this.text.lastIndexOf("\n", this.at - 1) + 1;
        this.skipSpaces();
        this.skipComment();
        if (this.at >= this.text.length) return -1;
        if (this.char === "\n") {
          this.at += 1;
          continue;
        }
        if (this.text.slice(begin, this.at).includes("\t")) this.fail("a tab stands in the indentation: use spaces");
        return this.isMarker("---") || this.isMarker("...") ? -1 : this.column;
      }
    }

    isMarker(mark) {
      return this.column === 0 && this.text.startsWith(mark, this.at) && this.isSpace(this.at + 3);
    }

    document() {
      let column = this.toContent();
      if (this.char === "%") this.fail("directives are not taken: leave the line out");
      if (column < 0 && this.isMarker("---")) {
        this.at += 3;
        this.endLine();
        column = this.toContent();
      }
      if (column < 0) this.fail("there is nothing in the file");
      const root = this.block(column, -1);
      if (this.toContent() >= 0) this.fail("this line does not belong to what stands above it");
      if (this.isMarker("...")) {
        this.at += 3;
        this.endLine();
        this.toContent();
      }
      if (this.at < this.text.length) this.fail("another document begins: the form takes one at a time");
      return root;
    }

    // A node that begins here, in this column; what it stands in is indented by `parent`.
    block(column, parent) {
      this.depth += 1;
      if (this.depth > DEEPEST) this.fail("it is nested too deeply");
      const node = this.isItem() ? this.list(column) : this.isEntry() ? this.map(column) : this.inline(parent);
      this.depth -= 1;
      return node;
    }

    isItem() {
      return this.char === "-" && this.isSpace(this.at + 1);
    }

    // Whether a key and its colon stand here.
    isEntry() {
      const before = this.at;
      const seen = this.comments;
      if ("{[|>".includes(this.char)) return false;
      this.key();
      const found = this.char === ":" && this.isSpace(this.at + 1);
      this.at = before;
      this.comments = seen;
      return found;
    }

    key() {
      if (this.char === "?" && this.isSpace(this.at + 1)) this.fail("keys with '?' are not taken");
      const node = this.char === '"' || this.char === "'" ? this.quoted() : this.plain(false);
      this.skipSpaces();
      return node;
    }

    map(column) {
      const node = { kind: "map", entries: [], line: this.lineAt(this.at) };
      for (;;) {
        const begin = this.at;
        if (!this.isEntry()) this.fail("expected a key and a colon");
        const key = this.key();
        this.at += 1;
        this.add(node, key, begin, this.entryValue(column));
        const next = this.toContent();
        if (next !== column) {
          if (next > column) this.fail("this line is indented deeper than its neighbours");
          return node;
        }
        if (this.isItem()) this.fail("an item of a list stands among keys");
      }
    }

    add(node, key, begin, value) {
      const line = this.lineAt(begin);
      if (key.text === "<<" && key.isPlain) throw new YamlError(line, "merge keys are not taken: write the keys out");
      if (key.text.length > LONGEST_KEY) throw new YamlError(line, "a key is longer than 1,024 characters");
      if (node.entries.some((known) => known.key === key.text))
        throw new YamlError(line, "this key stands in its mapping already");
      node.entries.push({ key: key.text, line, value });
    }

    // Behind the colon: the same line, or deeper lines; a list may stand in the column of its key.
    entryValue(column) {
      this.skipSpaces();
      this.skipComment();
      if (!this.isBreak()) {
        if (this.isItem()) this.fail("a list begins in a line of its own");
        if (!"{[|>".includes(this.char) && this.isEntry()) this.fail("a mapping begins in a line of its own");
        return this.inline(column);
      }
      const empty = { kind: "text", text: "", bare: true, line: this.lineAt(this.at) };
      const next = this.toContent();
      if (next > column || (next === column && this.isItem())) return this.block(next, column);
      return empty;
    }

    list(column) {
      const node = { kind: "list", items: [], line: this.lineAt(this.at) };
      for (;;) {
        if (!this.isItem()) this.fail("expected an item of the list");
        this.at += 1;
        node.items.push(this.item(column));
        const next = this.toContent();
        if (next !== column) {
          if (next > column) this.fail("this line is indented deeper than its neighbours");
          return node;
        }
        if (!this.isItem()) return node;
      }
    }

    item(column) {
      const begin = this.at;
      this.skipSpaces();
      this.skipComment();
      if (!this.isBreak()) {
        if (this.text.slice(begin, this.at).includes("\t")) this.fail("a tab stands in the indentation: use spaces");
        return this.block(this.column, column);
      }
      const empty = { kind: "text", text: "", bare: true, line: this.lineAt(this.at) };
      const next = this.toContent();
      return next > column ? this.block(next, column) : empty;
    }

    // A value that ends its line.
    inline(parent) {
      if (this.char === "|" || this.char === ">") return this.textBlock(parent);
      const isFlow = this.char === "{" || this.char === "[";
      const isQuoted = this.char === '"' || this.char === "'";
      const node = isFlow ? this.flow() : isQuoted ? this.quoted() : this.plain(false);
      this.endLine();
      const end = this.at;
      if (this.toContent() > parent && parent >= 0)
        this.fail("this line is indented deeper than its neighbours, or goes on with a text: put a text on one line");
      this.at = end;
      return node;
    }

    textNode(text, line, isPlain) {
      return { kind: "text", text, bare: isPlain && BARE.test(text), line, isPlain };
    }

    // A text without quotes, to the end of its line, its comment, or what ends it in brackets.
    plain(isInFlow) {
      const begin = this.at;
      const first = this.char;
      if (REFUSED[first]) this.fail(REFUSED[first]);
      if ("-?:".includes(first) && first !== "" && this.isSpace(this.at + 1)) this.fail(`a lone '${first}' is not taken`);
      const ends = (at) => {
        const char = this.text[at];
        if (this.isBreak(at)) return true;
        if (char === "#" && at > begin && this.isSpace(at - 1)) return true;
        if (isInFlow && ",[]{}".includes(char)) return true;
        return char === ":" && (this.isSpace(at + 1) || (isInFlow && ",[]{}".includes(this.text[at + 1])));
      };
      while (!ends(this.at)) this.at += 1;
      const text = this.text.slice(begin, this.at).replace(/[ \t]+$/, "");
      this.at = begin + text.length;
      return this.textNode(text, this.lineAt(begin), true);
    }

    quoted() {
      const quote = this.char;
      const begin = this.at;
      let text = "";
      this.at += 1;
      for (;;) {
        if (this.isBreak()) this.fail("a text in quotes does not end on its line");
        const char = this.char;
        this.at += 1;
        if (char === quote) {
          if (quote === '"' || this.char !== "'") break;
          this.at += 1;
          text += "'";
        } else if (char === "\\" && quote === '"') {
          text += this.escape();
        } else {
          text += char;
        }
      }
      return this.textNode(text, this.lineAt(begin), false);
    }

    escape() {
      const char = this.char;
      const digits = { x: 2, u: 4, U: 8 }[char];
      this.at += 1;
      if (!digits) {
        if (!Object.hasOwn(ESCAPES, char)) this.fail("an escape that YAML does not know", this.at - 2);
        return ESCAPES[char];
      }
      const hex = this.text.slice(this.at, this.at + digits);
      const code = parseInt(hex, 16);
      if (!/^[0-9a-fA-F]+$/.test(hex) || hex.length !== digits || code > 0x10ffff)
        this.fail("an escape that names no character", this.at - 2);
      this.at += digits;
      if (code < 0xd800 || code > 0xdfff) return String.fromCodePoint(code);
      const low = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(this.text.slice(this.at, this.at + 6));
      if (code > 0xdbff || !low) this.fail("half of a surrogate pair", this.at - 6);
      this.at += 6;
      return String.fromCharCode(code, parseInt(low[1], 16));
    }

    textBlock(parent) {
      const header = /^([|>])([+-]?)[ \t]*(?:[ \t]#[^\n]*)?(?=\n|$)/.exec(this.text.slice(this.at, this.at + 200));
      if (!header) this.fail("this form of a block of text is not taken");
      const line = this.lineAt(this.at);
      this.at = this.text.indexOf("\n", this.at);
      if (this.at < 0) this.at = this.text.length;
      const lines = this.blockLines(parent);
      let count = lines.length;
      while (count > 0 && lines[count - 1] === "") count -= 1;
      const body = header[1] === "|" ? lines.slice(0, count).join("\n") : this.folded(lines.slice(0, count));
      const tail = { "-": "", "": count > 0 ? "\n" : "", "+": "\n".repeat(lines.length - count + (count > 0 ? 1 : 0)) };
      return this.textNode(body + tail[header[2]], line, false);
    }

    // The lines of a block without their indentation; leaves the position at the line break before what follows.
    blockLines(parent) {
      const lines = [];
      let indent = -1;
      while (this.at < this.text.length) {
        const begin = this.at + 1;
        let end = this.text.indexOf("\n", begin);
        if (end < 0) end = this.text.length;
        const line = this.text.slice(begin, end);
        const spaces = /^ */.exec(line)[0].length;
        if (spaces < line.length) {
          if (indent < 0 && spaces > parent) indent = spaces;
          if (indent < 0 || spaces < indent) break;
        }
        if (begin >= this.text.length) {
          this.at = this.text.length;
          break;
        }
        if (indent < 0 && line !== "") this.fail("a block of text begins with a line of spaces", begin);
        lines.push(indent < 0 ? "" : line.slice(indent));
        this.at = end;
      }
      return lines;
    }

    folded(lines) {
      let text = "";
      let breaks = 0;
      lines.forEach((line, number) => {
        if (/^[ \t]/.test(line)) this.fail("a folded text with lines that are indented deeper is not taken");
        if (line === "") {
          breaks += 1;
          return;
        }
        text += breaks > 0 ? "\n".repeat(breaks) : number > 0 ? " " : "";
        text += line;
        breaks = 0;
      });
      return text;
    }

    // In brackets.

    toFlowContent() {
      for (;;) {
        this.skipSpaces();
        this.skipComment();
        if (this.char !== "\n") break;
        this.at += 1;
      }
      if (this.at >= this.text.length) this.fail("a bracket is not closed");
    }

    flow() {
      this.depth += 1;
      if (this.depth > DEEPEST) this.fail("it is nested too deeply");
      const node = this.char === "{" ? this.flowMap() : this.flowList();
      this.depth -= 1;
      return node;
    }

    flowValue() {
      if (this.char === "{" || this.char === "[") return this.flow();
      return this.char === '"' || this.char === "'" ? this.quoted() : this.plain(true);
    }

    // Calls read() for each part, to the closing bracket.
    flowParts(closing, read) {
      this.at += 1;
      this.toFlowContent();
      while (this.char !== closing) {
        read();
        this.toFlowContent();
        if (this.char !== "," && this.char !== closing) this.fail(`expected ',' or '${closing}'`);
        if (this.char === ",") this.at += 1;
        this.toFlowContent();
      }
      this.at += 1;
    }

    flowList() {
      const node = { kind: "list", items: [], line: this.lineAt(this.at) };
      this.flowParts("]", () => {
        node.items.push(this.flowValue());
      });
      return node;
    }

    flowMap() {
      const node = { kind: "map", entries: [], line: this.lineAt(this.at) };
      this.flowParts("}", () => {
        const begin = this.at;
        if (this.char === "{" || this.char === "[") this.fail("a key is a text");
        const key = this.char === '"' || this.char === "'" ? this.quoted() : this.plain(true);
        this.toFlowContent();
        if (this.char !== ":") this.fail("expected a colon behind the key");
        this.at += 1;
        this.toFlowContent();
        const isEmpty = this.char === "," || this.char === "}";
        const value = isEmpty ? this.textNode("", this.lineAt(this.at), true) : this.flowValue();
        this.add(node, key, begin, value);
      });
      return node;
    }
  }

  // { root, comments }, or throws a YamlError with its line.
  function readYaml(text) {
    const reader = new YamlReader(text);
    const root = reader.document();
    return { root, comments: reader.comments };
  }

  Object.assign(hcfForm, { YamlError, readYaml });
})();
