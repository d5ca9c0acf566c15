# SPDX-License-Identifier: Apache-2.0
"""Puts the assessment form together, as `hcf site` does: form_page.py DIR [OVERLAY...]"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from form_data import ROOT, form_data, read_overlay

SOURCES = ROOT / "src/hcf/site"


def main(arguments: list[str]) -> int:
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    for source in sorted([*SOURCES.glob("*.js"), *SOURCES.glob("*.css")]):
        shutil.copy(source, out)
    data = json.dumps(form_data([read_overlay(path) for path in arguments[1:]]), ensure_ascii=False)
    page = (SOURCES / "form.html").read_text("utf-8")
    (out / "form.html").write_text(page.replace("@DATA@", data.replace("<", "\\u003c")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
