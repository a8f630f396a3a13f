"""Writes a work load for the statistics into a folder: `python generate.py FOLDER`. The same numbers each time.

    ged.csv     350,000 rows of 49 columns, about 246 MB, laid out as UCDP GED 23.1: long quoted texts, quotes in quotes
    weekly.csv  1,500 weekly counts in six regimes, one number a line
    km.csv      2,202 lengths of time with censoring and three groups: time,event,group
    pts.csv     5,000 places, four in five of them in forty towns: lat,lon
"""

import csv
import datetime
import pathlib
import sys

import numpy

SEED = 19940512
EVENTS = 350_000
CONFLICTS = 150
FIRST_DAY, LAST_DAY = datetime.date(1989, 1, 1), datetime.date(2024, 12, 31)

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob").split()

REGIONS = ["Africa", "Americas", "Asia", "Europe", "Middle East"]
HEADLINES = [
    'Ministry accuses the other side of "provocation" near {place}',
    "Sniper fire along the line, one wounded in {place}",
    "Shells hit {place} for a third night, residents say",
    "Both sides report losses at {place}, neither confirms its own",
    'Observers: "no confirmation" of fighting around {place}',
]


def events(path: pathlib.Path, random: numpy.random.Generator) -> None:
    # A few conflicts hold most events, and a conflict's events lie around one place.
    weight = 1 / numpy.arange(1, CONFLICTS + 1) ** 0.9
    conflicts = random.choice(CONFLICTS, EVENTS, p=weight / weight.sum())
    days = (random.beta(2.0, 1.1, EVENTS) * ((LAST_DAY - FIRST_DAY).days + 1)).astype(int)
    kinds = random.choice([1, 2, 3], EVENTS, p=[0.7, 0.16, 0.14])
    date_precisions = random.choice([1, 2, 3, 4, 5], EVENTS, p=[0.76, 0.14, 0.04, 0.04, 0.02])
    place_precisions = random.integers(1, 8, EVENTS)
    deaths = random.negative_binomial(0.6, 0.17, EVENTS)
    massacres = random.random(EVENTS) < 0.01
    deaths[massacres] += random.integers(20, 400, massacres.sum())
    opponents = random.integers(0, 4, EVENTS)
    latitudes = random.uniform(-30, 45, CONFLICTS)[conflicts] + random.normal(0, 1, EVENTS)
    longitudes = random.uniform(-80, 110, CONFLICTS)[conflicts] + random.normal(0, 1, EVENTS)
    calendar = [(FIRST_DAY + datetime.timedelta(days=day)).isoformat() for day in range(13_160)]

    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for index in range(EVENTS):
            conflict, day, precision = int(conflicts[index]), int(days[index]), int(date_precisions[index])
            killed, opponent = int(deaths[index]), int(opponents[index])
            latitude, longitude = float(latitudes[index]), float(longitudes[index])
            country, date = conflict % 60, calendar[day]
            government, rebels = f"Government of Land {country}", f"Front {conflict}.{opponent}"
            place = f"Ağdərə {index % 700}" if conflict % 9 == 0 else f"Village {index % 700}"
            headline = HEADLINES[index % len(HEADLINES)].format(place=place)
            offices = ["Reuters News", "Agence France Presse"][: 1 + index % 2]
            articles = ";".join(f'"{office}, {date}, {headline}"' for office in offices)
            writer.writerow([
                index + 1, f"LND-{date[:4]}-{conflict}-{index}", date[:4], 1, "Clear", kinds[index],
                conflict, conflict + 11_000, f"Land {country}: territory {conflict}",
                conflict * 4 + opponent, conflict * 4 + opponent + 12_000, f"{government} - {rebels}",
                country, country + 100, government, conflict, conflict * 4 + opponent + 1_000, rebels,
                len(offices), articles, ";".join(offices), ";".join([date] * len(offices)), headline,
                "defence ministry, hospital staff", place_precisions[index], place,
                f"heights east of {place}, district {conflict % 30}, a few kilometres behind the line",
                f"Province {conflict % 30}", f"District {index % 350}", f"{latitude:.6f}", f"{longitude:.6f}",
                f"POINT ({longitude:.6f} {latitude:.6f})",
                int((latitude + 90) * 2) * 720 + int((longitude + 180) * 2) + 1, f"Land {country}", country + 100,
                REGIONS[country % len(REGIONS)], 1 + (index % 7 == 0), precision, f"{date} 00:00:00.000",
                f"{calendar[day + (2 * precision if precision > 2 else 0)]} 00:00:00.000",
                killed // 3, killed - killed // 3, 0, 0, killed, killed + index % 4, max(0, killed - index % 2),
                country + 100, ""])


def counts(path: pathlib.Path, random: numpy.random.Generator) -> None:
    regimes = [(240, 1.5), (300, 7.0), (180, 3.0), (330, 16.0), (200, 5.0), (250, 0.8)]
    weeks = numpy.concatenate([random.poisson(mean, length) for length, mean in regimes])
    path.write_text("".join(f"{week}\n" for week in weeks))


def durations(path: pathlib.Path, random: numpy.random.Generator) -> None:
    count = 2_202
    ends = numpy.ceil(random.weibull(0.55, count) * 220).astype(int)
    # What is still going on when the data were closed is censored there.
    closing = random.integers(1, 4_000, count)
    groups = random.choice([1, 2, 3], count, p=[0.75, 0.17, 0.08])
    lines = [f"{min(end, last)},{int(end <= last)},{group}\n" for end, last, group in zip(ends, closing, groups)]
    path.write_text("time,event,group\n" + "".join(lines))


def places(path: pathlib.Path, random: numpy.random.Generator) -> None:
    towns = numpy.column_stack([random.uniform(39, 41, 40), random.uniform(46, 47.5, 40)])
    near = towns[random.integers(0, 40, 4_000)] + random.normal(0, 1, (4_000, 2)) * [0.028, 0.037]
    apart = numpy.column_stack([random.uniform(39, 41, 1_000), random.uniform(46, 47.5, 1_000)])
    lines = [f"{latitude:.6f},{longitude:.6f}\n" for latitude, longitude in numpy.concatenate([near, apart])]
    path.write_text("lat,lon\n" + "".join(lines))


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    # One stream of numbers a file: changing one leaves the others as they are.
    streams = [numpy.random.default_rng([SEED, stream]) for stream in range(4)]
    for write, name, random in zip((events, counts, durations, places), ("ged", "weekly", "km", "pts"), streams):
        write(folder / f"{name}.csv", random)


if __name__ == "__main__":
    main()
