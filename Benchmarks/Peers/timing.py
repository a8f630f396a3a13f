"""Runs a piece of work some times and prints one line of JSON: seconds of each run, and the answer to compare.

A run of something short is a batch, divided by its length, so that the clock's grain does not matter.
"""

import json
import sys
import time


def measure(name: str, work, answer, runs: int = 5, batch: int = 1) -> None:
    # The first run, in which libraries warm up, is not measured and gives the answer.
    found = answer(work())
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        for _ in range(batch):
            work()
        seconds.append((time.perf_counter() - started) / batch)
    json.dump({"name": name, "seconds": seconds, "answer": found}, sys.stdout)
    print(flush=True)
