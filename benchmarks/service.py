"""What a person waits for: start to ready, first event, whole answer; and what the process takes.

    python benchmarks/service.py [--turns 60]

Starts the installed `wence` on a free port with a new SQLite file, and asks it over HTTP as a page does.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SAID = (
    "我在乡卫生院连着干了31年了，副主任医师，单位说没岗位了，还能聘上不？",
    "为什么问这个",
    "四免是哪四免",
    "医保怎么报销",
    "我能享受哪些政策",
    "再干两年呢",
)


@contextmanager
def serving(database: Path) -> Iterator[tuple[str, int, float]]:
    """The address, the process, and the seconds until it was ready."""
    command = [sys.executable, "-m", "assistant.cli", "serve", "--port", "0", "--database", f"sqlite:///{database}"]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        base = server.stdout.readline().split("：")[-1].strip()
        while not _ready(base):
            time.sleep(0.01)
        try:
            yield base, server.pid, time.perf_counter() - began
        finally:
            server.terminate()


def _ready(base: str) -> bool:
    try:
        urllib.request.urlopen(f"{base}/readyz", timeout=1).close()
    except OSError:
        return False
    return True


def post(url: str, body: dict[str, Any], accept: str = "application/json") -> Any:
    """The open response."""
    headers = {"Content-Type": "application/json", "Accept": accept}
    return urllib.request.urlopen(urllib.request.Request(url, json.dumps(body).encode(), headers), timeout=60)


def begin(base: str) -> str:
    """The address of a new conversation."""
    with post(f"{base}/api/v1/conversations", {}) as response:
        return f"{base}/api/v1/conversations/{json.load(response)['id']}"


def streamed(conversation: str, text: str) -> tuple[float, float]:
    """Milliseconds to the first event and to the end."""
    began = time.perf_counter()
    with post(f"{conversation}/turns", {"text": text}, "text/event-stream") as response:
        response.readline()
        first = time.perf_counter() - began
        response.read()
    return first * 1e3, (time.perf_counter() - began) * 1e3


def talk(base: str) -> None:
    """One conversation from end to end."""
    conversation = begin(base)
    for text in SAID:
        post(f"{conversation}/turns", {"text": text}).read()


def memory(pid: int) -> float:
    """Resident memory in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6


def processor(pid: int) -> float:
    """Seconds of processor time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row(name: str, values: list[float]) -> None:
    """One line of the table: median and 95th percentile."""
    ordered = sorted(values)
    print(f"{name:28} p50 {statistics.median(ordered):8.1f} ms   p95 {ordered[int(len(ordered) * 0.95)]:8.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=60)
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "log.db") as (base, pid, ready):
        print(f"{'start to ready':28} {ready:8.2f} s   of processor time {processor(pid):.2f} s")
        print(f"{'memory when ready':28} {memory(pid):8.0f} MB")
        conversation, waits = begin(base), []
        for number in range(turns):
            if number % len(SAID) == 0:
                conversation = begin(base)
            waits.append(streamed(conversation, SAID[number % len(SAID)]))
        row("first event", [first for first, _ in waits])
        row("whole answer", [whole for _, whole in waits])
        began, spent = time.perf_counter(), processor(pid)
        with ThreadPoolExecutor(20) as clients:
            list(clients.map(talk, [base] * 20))
        rate, cost = 20 * len(SAID) / (time.perf_counter() - began), (processor(pid) - spent) / (20 * len(SAID))
        print(f"{'20 people at once':28} {rate:8.1f} turns/s   a turn takes {cost * 1e3:.1f} ms of processor time")
        print(f"{'memory afterwards':28} {memory(pid):8.0f} MB")


if __name__ == "__main__":
    main()
