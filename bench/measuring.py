# SPDX-License-Identifier: Apache-2.0
"""Running programs in turn, and what that took."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

NOWHERE = subprocess.DEVNULL


class Failed(Exception):
    """A program of a benchmark did not do its work, so its time means nothing."""


@dataclass
class Case:
    """One program on one corpus. `reports` says that it prints its own seconds (a warm interpreter)."""

    name: str
    command: list[str]
    documents: int
    codes: tuple[int, ...] = (0,)
    reports: bool = False
    before: Callable[[], None] | None = None
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self) -> None:
        if self.before:
            self.before()
        begin = time.perf_counter()
        process = subprocess.Popen(self.command, stdin=NOWHERE, stdout=subprocess.PIPE if self.reports else NOWHERE,
                                   stderr=NOWHERE)
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in self.codes:
            raise Failed(f"{self.name}: exit {process.returncode}: {' '.join(self.command)}")
        cpu = usage.ru_utime + usage.ru_stime
        if self.reports:
            report = json.loads(said.splitlines()[-1])
            if report["documents"] != self.documents or report.get("faults"):
                raise Failed(f"{self.name}: did not read {self.documents} documents without faults: {report}")
            wall, cpu = report["seconds"], report["cpu"]
        self.wall.append(wall)
        self.cpu.append(cpu)

    def per_document(self, what: str = "wall") -> float:
        """Microseconds a document, the median."""
        return statistics.median(getattr(self, what)) / self.documents * 1e6


def in_turn(cases: list[Case], rounds: int, say: Callable[[str], None]) -> None:
    """All cases once to warm up, then `rounds` times, beginning with another one each time."""
    for case in cases:
        if not case.before:
            case.run()
            case.wall.clear()
            case.cpu.clear()
    for number in range(rounds):
        say(f"round {number + 1} of {rounds}")
        start = number % len(cases)
        for case in cases[start:] + cases[:start]:
            case.run()


def ratio(case: Case, other: Case, what: str = "wall") -> float:
    """How many times as long `case` takes a document as `other`: the median of the rounds' ratios."""
    pairs = zip(getattr(case, what), getattr(other, what))
    return statistics.median((a / case.documents) / (b / other.documents) for a, b in pairs)


def start_up(program: Path, commands: list[list[str]], rounds: int) -> list[tuple[float, float]]:
    """(median, fastest) in milliseconds, for each command."""
    arguments: list[str] = []
    for command in commands:
        arguments += ["--", *command]
    done = subprocess.run([program, str(rounds), *arguments[1:]], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"start-up: {commands}")
    rows = [[int(word) for word in line.split()] for line in done.stdout.splitlines()]
    for command, row in zip(commands, rows):
        if row[2] != 0:
            raise Failed(f"start-up: exit {row[2]}: {' '.join(command)}")
    return [(row[0] / 1e6, row[1] / 1e6) for row in rows]


def instructions(command: list[str], codes: tuple[int, ...] = (0,)) -> int:
    """What callgrind counts from the first instruction to the last, of all threads."""
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          stdin=NOWHERE, stdout=NOWHERE, stderr=subprocess.PIPE, check=False)
    found = re.search(rb"Collected : (\d+)", done.stderr)
    if done.returncode not in codes or not found:
        raise Failed(f"callgrind: exit {done.returncode}: {' '.join(command)}")
    return int(found.group(1))


def peak_memory(command: list[str], feed: Callable[[object], None], codes: tuple[int, ...] = (0,)) -> tuple[int, float]:
    """(peak resident set in KiB, seconds) of a command that reads what `feed` writes to its standard input."""
    begin = time.perf_counter()
    # The tool in between is small; a child of this process would begin with the memory of Python.
    process = subprocess.Popen(["/usr/bin/time", "-q", "-f", "peak %M", *command], stdin=subprocess.PIPE, stdout=NOWHERE,
                               stderr=subprocess.PIPE)
    assert process.stdin and process.stderr
    try:
        feed(process.stdin)
    except BrokenPipeError:
        pass
    process.stdin.close()
    said = process.stderr.read().decode(errors="replace")
    code = process.wait()
    found = re.search(r"^peak (\d+)$", said, re.MULTILINE)
    if code not in codes or not found:
        raise Failed(f"memory: exit {code}: {' '.join(command)}: {said[-300:]}")
    return int(found.group(1)), time.perf_counter() - begin


def say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)
