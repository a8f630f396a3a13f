"""Linking reports with splink: `python linkage.py REPORTS RUNS`. Trained, predicted and clustered in every run.

REPORTS has id, incident, source, hours, x and y in kilometres, kind, weapon, casualties; an empty field is unknown.
`incident` is the truth and only judges the answer. Pairs are those within 6 hours and 5 kilometres, features and bins the usual
ones for such reports; the threshold is the best of 0.1, 0.2 … 0.5 on simulations of other seeds.
"""

import collections
import logging
import pathlib
import sys
import warnings

import pandas
import splink
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from timing import measure

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

THRESHOLD = 0.3

reports = pandas.read_csv(pathlib.Path(sys.argv[1])).rename(columns={"id": "unique_id"})
reports["day"] = (reports.hours // 24).astype(int)
truth = reports.set_index("unique_id").incident


def steps(column: str, distance: str, limits: list[float]) -> comparisons.CustomComparison:
    levels = [{"sql_condition": "1 = 0", "is_null_level": True, "label_for_charts": "unknown"}]
    levels += [{"sql_condition": f"{distance} <= {limit}", "label_for_charts": f"within {limit}"} for limit in limits]
    levels.append({"sql_condition": "ELSE", "label_for_charts": "farther"})
    return comparisons.CustomComparison(output_column_name=column, comparison_levels=levels)


NEAR = "l.source <> r.source AND abs(l.x - r.x) <= 5 AND abs(l.y - r.y) <= 5 AND abs(l.hours - r.hours) <= 6"
SETTINGS = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        steps("when", "abs(hours_l - hours_r)", [0.5, 1.5, 3]),
        steps("where", "sqrt((x_l - x_r) ** 2 + (y_l - y_r) ** 2)", [1, 2, 3.5]),
        comparisons.ExactMatch("kind"),
        comparisons.ExactMatch("weapon"),
    ],
    blocking_rules_to_generate_predictions=[
        f"l.day = r.day AND {NEAR}", f"l.day = r.day + 1 AND {NEAR}", f"l.day + 1 = r.day AND {NEAR}"],
)


def work():
    interface = DuckDBAPI()
    linker = Linker(interface.register(reports), SETTINGS)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for blocks in (block_on("day", "kind"), block_on("day", "weapon")):
        linker.training.estimate_parameters_using_expectation_maximisation(blocks)
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD)
    return linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, THRESHOLD).as_pandas_dataframe()


def pairs_in(sizes) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def answer(clusters) -> dict:
    together = collections.Counter(zip(clusters.cluster_id, truth[clusters.unique_id]))
    right = pairs_in(together.values())
    linked, true = pairs_in(clusters.cluster_id.value_counts()), pairs_in(truth.value_counts())
    return {
        "precision": right / linked, "recall": right / true, "f1": 2 * right / (linked + true),
        "clusters": int(clusters.cluster_id.nunique())}


measure(f"splink {splink.__version__}", work, answer, int(sys.argv[2]))
