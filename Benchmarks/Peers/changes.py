"""Change points: `python changes.py exact|ruptures FOLDER RUNS`.

`exact` is the optimal partition by trying every last change, in Python: the answer that a pruned search must give, not a
race. `ruptures` is its fastest search with the same cost, KernelCPD, written in C.
"""

import pathlib
import sys

import numpy

from timing import measure

peer, folder, runs = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
counts = numpy.loadtxt(folder / "weekly.csv")
length, shortest = len(counts), 4
penalty = 3 * numpy.log(length)
scaled = counts / counts.std()


def poisson(sums, squares, lengths):
    with numpy.errstate(divide="ignore", invalid="ignore"):
        return numpy.where(sums > 0, 2 * (sums - sums * numpy.log(sums / lengths)), 0)


def normal(sums, squares, lengths):
    return squares - sums * sums / lengths


def partition(values, cost) -> list[int]:
    sums = numpy.concatenate([[0], values.cumsum()])
    squares = numpy.concatenate([[0], (values * values).cumsum()])
    best, last = numpy.full(length + 1, numpy.inf), numpy.zeros(length + 1, int)
    best[0] = -penalty
    for end in range(shortest, length + 1):
        starts = numpy.arange(0, end - shortest + 1)
        tried = best[starts] + penalty + cost(sums[end] - sums[starts], squares[end] - squares[starts], end - starts)
        last[end] = tried.argmin()
        best[end] = tried[last[end]]
    changes, end = [], length
    while last[end] > 0:
        end = int(last[end])
        changes.append(end)
    return changes[::-1]


if peer == "exact":
    measure(
        "every partition tried", lambda: (partition(counts, poisson), partition(scaled, normal)),
        lambda found: {"poisson": found[0], "normal": found[1]}, runs=1)
else:
    import ruptures

    def work():
        return ruptures.KernelCPD(kernel="linear", min_size=shortest).fit(scaled.reshape(-1, 1)).predict(pen=penalty)

    measure(
        "ruptures KernelCPD", work, lambda ends: {"normal": [int(end) for end in ends[:-1]]}, runs, batch=5)
