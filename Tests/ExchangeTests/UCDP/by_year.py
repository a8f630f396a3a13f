"""Events and deaths by year in a table of GED, as Python's csv module reads it.

Usage: by_year.py FILE.csv.gz. Prints for each year: events, then deaths of side A, side B, civilians, unknown, low,
best, high.
"""

import csv
import gzip
import sys
from collections import defaultdict

DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")

years = defaultdict(lambda: [0] * (1 + len(DEATHS)))
with gzip.open(sys.argv[1], "rt", encoding="utf-8", newline="") as table:
    for row in csv.DictReader(table):
        sums = years[int(row["date_start"][:4])]
        sums[0] += 1
        for place, name in enumerate(DEATHS, 1):
            sums[place] += int(row[name])
for year in sorted(years):
    print(year, *years[year])
