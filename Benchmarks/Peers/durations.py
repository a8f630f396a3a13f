"""Kaplan-Meier with lifelines: `python durations.py FOLDER RUNS`."""

import pathlib
import sys

import lifelines
import pandas

from timing import measure

frame = pandas.read_csv(pathlib.Path(sys.argv[1]) / "km.csv")


def answer(fitter) -> dict:
    events = fitter.event_table[fitter.event_table.observed > 0].index
    return {"times": events.tolist(), "survival": fitter.survival_function_.iloc[:, 0][events].tolist()}


measure(
    f"lifelines {lifelines.__version__}", lambda: lifelines.KaplanMeierFitter().fit(frame.time, frame.event), answer,
    int(sys.argv[2]), batch=20)
