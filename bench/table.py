# SPDX-License-Identifier: Apache-2.0
"""What was measured, as Markdown: against the targets first, then everything.

Programs of one job are judged by the processor time they took, which other programs on the machine change little; what
is about waiting (start-up, two jobs, a cold cache) by the time on the clock. Both are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from measuring import ratio

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


@dataclass
class Target:
    """`limit` is what the figure may not pass; where `is_least`, what it must reach.

    `figure` gives it from what was found and, where it `has_both`, "cpu" or "wall".
    """

    what: str
    limit: float
    stretch: float
    figure: Callable[..., float]
    unit: str = "times"
    is_least: bool = False
    has_both: bool = False

    def verdict(self, value: float) -> str:
        def reached(limit: float) -> bool:
            return value >= limit if self.is_least else value <= limit
        return "stretch reached" if reached(self.stretch) else "reached" if reached(self.limit) else "**falls short**"


def hcf(found: dict, title: str, shape: str = "files", jobs: int = 1, parser: str | None = None):
    """The case of hcf; without a parser that of `auto`, or of a binary that has nothing else than yaml-cpp."""
    speed = found["speed"]
    suffix = f"{jobs} job{'s' * (jobs > 1)}"
    names = [f"{shape}: hcf {title}, {choice}, {suffix}" for choice in ([parser] if parser else ["auto", "yaml-cpp"])]
    return next(speed[name] for name in names if name in speed)


def over(case_of, other_of) -> Callable[..., float]:
    return lambda found, what="wall": ratio(case_of(found), other_of(found), what)


def speed_case(name: str):
    return lambda found: found["speed"][name]


def validate_and_totals(found: dict, what: str) -> float:
    """`validate` and then `gap --totals`, which is two runs and reads everything twice, against one read()."""
    read = found["speed"]["files: read()"]
    return ratio(hcf(found, "validate"), read, what) + ratio(hcf(found, "totals"), read, what)


def memory_growth(found: dict) -> float:
    """The peak at the largest against the smallest stream, without 24 bytes a person."""
    sizes = sorted(found["memory"])
    if sizes[-1] < 1000000:
        raise KeyError("no stream of a million")
    peaks = [found["memory"][size][0] - size * 24 / 1024 for size in (sizes[0], sizes[-1])]
    return peaks[1] / peaks[0]


def memory_peak(found: dict) -> float:
    size = max(found["memory"])
    if size < 1000000:
        raise KeyError("no stream of a million")
    return (found["memory"][size][0] - size * 24 / 1024) / 1024


def broken_cost(found: dict) -> float:
    """What a broken document takes beyond nothing, in average documents of yaml-cpp; one in ten is broken."""
    parts = found["broken"]
    count = parts["whole"].documents
    whole, torn, events = (sorted(parts[name].cpu)[len(parts[name].cpu) // 2] for name in ("whole", "torn", "yaml-cpp events"))
    return (torn - whole * 0.9) / (count / 10) / (events / count)


TOTALS = lambda found: hcf(found, "totals")  # noqa: E731

TARGETS = (
    Target("`hcf gap FILE` against `true`", 2.0, 1.3, lambda found: found["start"]["hcf gap FILE"][0] / found["start"]["true"][0]),
    Target("validate, gap and totals of warm files in one run (`gap --totals`), 1 job, against `read()`", 3.0, 2.0,
           over(TOTALS, speed_case("files: read()")), has_both=True),
    Target("the same as two runs (`validate`, then `gap --totals`) against one `read()`", 3.0, 2.0, validate_and_totals,
           has_both=True),
    Target("`gap --totals` against yaml-cpp events", 1 / 15, 1 / 25, over(TOTALS, speed_case("files: yaml-cpp events")),
           has_both=True),
    Target("`gap --totals --parser yaml-cpp` against yaml-cpp events", 1.10, 1.03,
           over(lambda found: hcf(found, "totals", parser="yaml-cpp"), speed_case("files: yaml-cpp events")),
           has_both=True),
    Target("`validate`, 1 job, faster than js-yaml and ajv, warm", 10, 15,
           over(speed_case("Node: js-yaml and ajv, warm"), lambda found: hcf(found, "validate")), is_least=True,
           has_both=True),
    Target("`gap`, every row, 1 job, faster than Python with jsonschema and a gap script", 70, 110,
           over(speed_case("Python: with jsonschema and a gap script"), lambda found: hcf(found, "gap")),
           is_least=True, has_both=True),
    Target("`gap --format csv` (every row) against totals only", 2.0, 1.5, over(lambda found: hcf(found, "gap"), TOTALS),
           has_both=True),
    Target("2 jobs faster than 1, files", 1.7, 1.9, over(TOTALS, lambda found: hcf(found, "totals", jobs=2)), is_least=True),
    Target("2 jobs faster than 1, stream", 1.7, 1.9,
           over(lambda found: hcf(found, "totals", "stream"), lambda found: hcf(found, "totals", "stream", 2)), is_least=True),
    Target("peak memory, stream of 1,000,000 against 10,000, without 24 bytes a person", 1.10, 1.10, memory_growth),
    Target("peak memory at 1,000,000, without 24 bytes a person", 32, 16, memory_peak, "MiB"),
    Target("cold cache: `gap --totals` against plain sequential reads", 1 / 2, 1 / 4,
           lambda found: ratio(found["cold"]["cold: hcf totals"], found["cold"]["cold: read()"])),
    Target("a broken document, in average yaml-cpp documents", 1.0, 1.0, broken_cost),
)


def number(value: float) -> str:
    """Three significant figures, and fractions of one as 1/n."""
    if 0 < value < 0.9:
        return f"1/{1 / value:.1f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def grid(heads: list[str], rows: list[list[str]]) -> list[str]:
    lines = ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows] + [""]


def targets(found: dict) -> list[str]:
    rows = []
    for target in TARGETS:
        bound = "at least" if target.is_least else "at most"
        limits = [f"{bound} {number(target.limit)} {target.unit}", number(target.stretch)]
        try:
            if target.has_both:
                value, clock = (target.figure(found, what) for what in ("cpu", "wall"))
                rows.append([target.what, *limits, number(value), number(clock), target.verdict(value)])
            else:
                value = target.figure(found)
                rows.append([target.what, *limits, "", number(value), target.verdict(value)])
        except (KeyError, StopIteration):
            rows.append([target.what, *limits, "–", "–", "not measured"])
    return grid(["What", "Target", "Stretch", "Processor", "Clock", "Verdict"], rows)


def speed(found: dict) -> list[str]:
    cases = found["speed"]
    rows = []
    for name, case in cases.items():
        read = cases["stream: read()" if name.startswith("stream") else "files: read()"]
        events = cases["stream: yaml-cpp events" if name.startswith("stream") else "files: yaml-cpp events"]
        rows.append([name, f"{case.documents:,}", f"{case.per_document():,.1f}", f"{case.per_document('cpu'):,.1f}",
                     number(ratio(case, read, "cpu")), number(ratio(case, events, "cpu"))])
    return ["### A document", ""] + grid(["What", "Documents", "µs", "µs of processor", "× `read()`", "× yaml-cpp events"], rows)


def instructions(found: dict) -> list[str]:
    counts = found["instructions"]
    rows = [[name, f"{count:,.0f}", number(count / counts["yaml-cpp events"])] for name, count in counts.items()]
    lines = ["### Instructions a document (callgrind, 1 job)", ""]
    lines += grid(["What", "Instructions", "× yaml-cpp events"], rows)
    starts = found["instructions at start"]
    return lines + grid(["From start to end", "Instructions"], [[f"`{name}`", f"{count:,}"] for name, count in starts.items()])


def start(found: dict) -> list[str]:
    base = found["start"]["true"][0]
    rows = [[f"`{name}`", f"{median:.2f}", f"{fastest:.2f}", number(median / base)]
            for name, (median, fastest) in found["start"].items()]
    return ["### Start-up", ""] + grid(["What", "ms, median", "ms, fastest", "× `true`"], rows)


def memory(found: dict) -> list[str]:
    rows = [[f"{size:,}", f"{peak / 1024:.1f}", f"{(peak - size * 24 / 1024) / 1024:.1f}", f"{seconds:.1f}"]
            for size, (peak, seconds) in found["memory"].items()]
    return ["### Memory: `gap --totals --format csv -`, a stream through a pipe", ""] + grid(
        ["Documents", "Peak, MiB", "without 24 bytes a person", "Seconds"], rows)


def cold(found: dict) -> list[str]:
    rows = [[name, f"{case.per_document():,.1f}"] for name, case in found["cold"].items()]
    return ["### Cold cache", ""] + grid(["What", "µs a document"], rows)


def broken(found: dict) -> list[str]:
    rows = [[name, f"{case.per_document('cpu'):,.1f}"] for name, case in found["broken"].items()]
    return ["### One document in ten broken (`torn`), `gap --totals`, a stream", ""] + grid(["What", "µs of processor a document"], rows)


def render(found: dict, about: dict) -> str:
    size = found["corpus"]["bytes"] / found["corpus"]["documents"]
    lines = [f"Measured: {about['label']}. {about['cores']} cores ({about['processor']}), load {about['load']:.1f} before the run; "
             f"{found['corpus']['documents']:,} documents of {size:,.0f} bytes on average; medians of {about['rounds']} interleaved "
             "rounds, ratios round by round.", ""]
    if about["load"] > 0.5:
        lines += ["The machine was busy with other things: times on the clock are too long, and what two jobs gain is too "
                  "little. Ratios of processor time and instruction counts hold.", ""]
    lines += ["### Against the targets", ""] + targets(found)
    for part, section in (("speed", speed), ("instructions", instructions), ("start", start), ("memory", memory), ("cold", cold),
                          ("broken", broken)):
        if part in found:
            lines += section(found)
    if about["skips"]:
        lines += ["Not measured:", ""] + [f"- {text}" for text in about["skips"]] + [""]
    return "\n".join(lines).rstrip() + "\n"


def between_markers(page: str, begin: str, end: str, text: str) -> str:
    """The page with `text` between the lines `begin` and `end`."""
    head, found_begin, rest = page.partition(begin)
    _, found_end, tail = rest.partition(end)
    if not found_begin or not found_end:
        raise SystemExit(f"bench: the page has no {begin} and {end}")
    return f"{head}{begin}\n\n{text}\n{end}{tail}"
