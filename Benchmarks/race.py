"""Runs ours and the peers in turns and puts a time over another time of the same run, beside a target.

Turns, because a machine is not equally fast all the time. Ratios are those of the shortest runs, which other programs
have disturbed least; medians stand beside them. Memory is the most that the process held, as the kernel counted it.
"""

import dataclasses
import json
import os
import subprocess

from peers import Missing


@dataclasses.dataclass
class Figures:
    """What one program needed for one piece of work, over all its turns, and what it answered."""

    name: str
    seconds: list[float]
    answer: dict
    memory: int

    @property
    def shortest(self) -> float:
        return min(self.seconds)

    @property
    def median(self) -> float:
        return sorted(self.seconds)[len(self.seconds) // 2]


def run(command: list, **environment: str) -> list[Figures]:
    """Runs a program that prints a line of JSON for each piece of work, and waits for its memory."""
    with subprocess.Popen(
            [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **environment}) as child:
        # Its complaints are few; the pipe holds them until it has ended.
        output = child.stdout.read()
        complaints = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command[:3]))} failed with {child.returncode}: {complaints.strip()[-500:]}")
    found = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    return [Figures(item["name"], item["seconds"], item["answer"], usage.ru_maxrss * 1024) for item in found]


def race(commands: list[list], turns: int) -> list[list[Figures]]:
    """The figures of each command, which take turns."""
    everything: list[list[Figures]] = [[] for _ in commands]
    for _ in range(turns):
        for place, command in enumerate(commands):
            for index, figures in enumerate(run(command)):
                if index == len(everything[place]):
                    everything[place].append(figures)
                    continue
                known = everything[place][index]
                known.seconds += figures.seconds
                known.memory = max(known.memory, figures.memory)
                if known.answer != figures.answer:
                    raise RuntimeError(f"{known.name} does not give the same answer twice.")
    return everything


class Report:
    """Prints one line for each comparison, and keeps what was wrong and what was not met."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.missed: list[str] = []
        self.skipped: list[str] = []

    def compare(
            self, what: str, ours: Figures, peer: Figures, agreement: str | None = "the same answer",
            target: float | None = None) -> None:
        """`agreement` says what is the same in both answers; None means that nothing is."""
        ratio = ours.shortest / peer.shortest
        verdict = "no target" if target is None else self.verdict(what, ratio <= target, f"at most {target:g}")
        print(
            f"{what}: {duration(ours.shortest)}, {peer.name} {duration(peer.shortest)}: ratio {ratio:.3f}, {verdict}; "
            f"medians {duration(ours.median)} and {duration(peer.median)}, {megabytes(ours.memory)} and "
            f"{megabytes(peer.memory)}; {agreement or 'ANOTHER ANSWER'}", flush=True)
        if agreement is None:
            self.wrong.append(f"{what}: {peer.name} answers otherwise")

    def limit(self, what: str, shown: str, met: bool, target: str) -> None:
        """A figure that is measured beside a fixed limit."""
        print(f"{what}: {shown}, {self.verdict(what, met, target)}", flush=True)

    def verdict(self, what: str, met: bool, target: str) -> str:
        if not met:
            self.missed.append(what)
        return f"target {target}: {'met' if met else 'NOT MET'}"

    def require(self, what: str, true: bool) -> None:
        """Something without which a time is worth nothing."""
        print(f"{what}: {'yes' if true else 'NO'}", flush=True)
        if not true:
            self.wrong.append(what)

    def skip(self, what: str, why: Missing) -> None:
        self.skipped.append(what)
        print(f"skipped: {what}: {why}", flush=True)


def duration(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.3g} ms"


def megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"
