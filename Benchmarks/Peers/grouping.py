"""Events of state-based violence dated to the week or better, counted by week and opposing side.

`python grouping.py polars|polars-read|duckdb|pandas FOLDER RUNS`. The table goes to FOLDER/groups-PEER.csv.
"""

import pathlib
import sys

from timing import measure

peer, folder, runs = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
source, table = folder / "ged.csv", folder / f"groups-{peer}.csv"
COLUMNS = ["type_of_violence", "date_prec", "date_start", "side_b", "best"]


def totals(rows) -> dict:
    """The table as text, in the order of the weeks, and its sums."""
    rows = [(str(week)[:10], side, int(count), int(deaths)) for week, side, count, deaths in rows]
    table.write_text("".join(f"{week},{side},{count},{deaths}\n" for week, side, count, deaths in rows))
    return {"groups": len(rows), "events": sum(row[2] for row in rows), "deaths": sum(row[3] for row in rows)}


def with_polars(lazily: bool) -> None:
    import polars

    week = polars.col("date_start").str.head(10).str.to_date("%Y-%m-%d").dt.truncate("1w").alias("week")

    def work():
        frame = polars.scan_csv(source) if lazily else polars.read_csv(source).lazy()
        return (
            frame.filter(polars.col("type_of_violence") == 1, polars.col("date_prec") <= 2)
            .group_by(week, "side_b").agg(polars.len(), polars.col("best").sum())
            .sort("week", "side_b").collect())

    measure(f"polars {polars.__version__}", work, lambda frame: totals(frame.iter_rows()), runs)


def with_duckdb() -> None:
    import duckdb

    query = f"""
        SELECT date_trunc('week', date_start::TIMESTAMP)::DATE, side_b, count(*), sum(best)
        FROM read_csv('{source}', header = true) WHERE type_of_violence = 1 AND date_prec <= 2
        GROUP BY ALL ORDER BY 1, 2"""

    def work():
        # A connection of its own each time: nothing of the file is kept from run to run.
        return duckdb.connect().execute(query).fetchnumpy()

    def rows(columns):
        return zip(*(column.tolist() for column in columns.values()))

    measure(f"duckdb {duckdb.__version__}", work, lambda columns: totals(rows(columns)), runs)


def with_pandas() -> None:
    import pandas

    def work():
        frame = pandas.read_csv(source, usecols=COLUMNS)
        frame = frame[(frame.type_of_violence == 1) & (frame.date_prec <= 2)]
        day = pandas.to_datetime(frame.date_start.str[:10], format="%Y-%m-%d")
        week = (day - pandas.to_timedelta(day.dt.weekday, unit="D")).rename("week")
        return frame.groupby([week, "side_b"]).best.agg(["size", "sum"]).reset_index()

    measure(
        f"pandas {pandas.__version__}", work, lambda frame: totals(frame.itertuples(index=False, name=None)), runs)


if peer in ("polars", "polars-read"):
    with_polars(lazily=peer == "polars")
elif peer == "duckdb":
    with_duckdb()
else:
    with_pandas()
