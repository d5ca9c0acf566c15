# SPDX-License-Identifier: Apache-2.0
"""How much a workforce needs, from what was measured of a small one."""

from __future__ import annotations

from measuring import Case

BEGIN, END = "<!-- sizing: begin -->", "<!-- sizing: end -->"
WORKFORCES = ((1_500_000, "the staff of the NHS"), (100_000_000, "a hundred million records"))
CORES = (2, 32, 256)
INDEX = 24  # bytes of memory a person, by which the same one is found twice


def duration(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} s" if seconds >= 1 else "under 1 s"
    if seconds < 6000:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def amount(size: float) -> str:
    for unit in ("kB", "MB", "GB"):
        size /= 1000
        if size < 1000 or unit == "GB":
            return f"{size:,.0f} {unit}" if size >= 10 else f"{size:.1f} {unit}"
    raise AssertionError


def per_person(found: dict) -> dict[str, float]:
    """Microseconds of processor to count a person and to merge one, bytes of a document and in a partial."""
    sums = found["sums"]
    counted: Case = sums["counted"]
    large, small = sums["merged"], sums["merged, few"]
    more = large.documents - small.documents
    merged = (large.per_document("cpu") * large.documents - small.per_document("cpu") * small.documents) / more
    return {"count": counted.per_document("cpu"), "merge": max(merged, 0.0),
            "bytes": found["corpus"]["bytes"] / found["corpus"]["documents"],
            "partial": (sums["partial bytes"] - sums["partial bytes without index"]) / counted.documents}


def render(found: dict, about: dict) -> str:
    each = per_person(found)
    rows = []
    for people, name in WORKFORCES:
        count, merge = people * each["count"] / 1e6, people * each["merge"] / 1e6
        rows.append([f"{people:,}, {name}", amount(people * each["bytes"]), duration(count)]
                    + [duration(count / cores) for cores in CORES]
                    + [amount(people * each["partial"]), duration(merge), amount(people * INDEX)])
    heads = ["People", "To read", "Processor time", *(f"on {cores} cores" for cores in CORES), "Partials", "One merge",
             "Index of ids"]
    lines = [f"Computed from {about['label']}: {each['count']:,.1f} µs of processor to count a person (`summary --partial`), "
             f"{each['bytes']:,.0f} bytes a document, {each['partial']:.1f} bytes a person in a partial, {each['merge']:.2f} µs "
             f"a person to merge; medians of {about['rounds']} rounds over {found['corpus']['documents']:,} documents.", "",
             "| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"
