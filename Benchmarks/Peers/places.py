"""DBSCAN on the sphere with scikit-learn, 2 km and ten places: `python places.py FOLDER RUNS`."""

import pathlib
import sys

import numpy
import sklearn
from sklearn.cluster import DBSCAN

from timing import measure

EARTH = 6371.0088  # mean radius in kilometres

places = numpy.radians(numpy.loadtxt(pathlib.Path(sys.argv[1]) / "pts.csv", delimiter=",", skiprows=1))


def answer(found) -> dict:
    return {"labels": found.labels_.tolist(), "cores": found.core_sample_indices_.tolist()}


measure(
    f"scikit-learn {sklearn.__version__}, haversine",
    lambda: DBSCAN(eps=2 / EARTH, min_samples=10, metric="haversine", algorithm="ball_tree").fit(places), answer,
    int(sys.argv[2]), batch=3)
