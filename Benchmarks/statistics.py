"""The statistics, measured beside the programs that people use for the same: reading CSV, Kaplan-Meier, change points,
DBSCAN, linkage of reports. Each answer is compared as well: a fast wrong one ends this with exit status 1.

Run by `make bench`, or alone: `python3 Benchmarks/statistics.py [csv] [durations] [changes] [places] [linkage] [growth]`.
"""

import datetime
import hashlib
import math
import os
import pathlib
import platform
import subprocess
import sys

import peers
from peers import ROOT, SCRIPTS, Missing
from race import Figures, Report, duration, megabytes, race, run

FOLDER = ROOT / ".bench"
BINARY = pathlib.Path(os.environ.get("STATISTICS_BINARY", ROOT / "Benchmarks/.build/release/statistics"))
TURNS = int(os.environ.get("TURNS", "3"))
RUNS = int(os.environ.get("RUNS", "5"))

FILES = ["ged.csv", "weekly.csv", "km.csv", "pts.csv"]
OWN_GENERATOR = ROOT / "Benchmarks/Workload/generate.py"
# A work load that others have measured on, and what they found in its table. Used where it is at hand.
SHARED_GENERATOR = ROOT.parent / "shared/bench/gen.py"
SHARED_TABLE = {"groups": 109_599, "events": 226_715, "deaths": 1_270_190}
CHANGEPOINT_ELSEWHERE = 0.00275  # seconds; R's changepoint, 1,500 counts, measured on another machine

REPORTS = 20_000
LINKED_SEED = 2020
F1 = 0.83

report = Report()


def generator() -> pathlib.Path:
    shared = SHARED_GENERATOR.exists() and os.environ.get("WORKLOAD") != "own"
    return SHARED_GENERATOR if shared else OWN_GENERATOR


def make_folder() -> None:
    """The work load's folder, which keeps itself out of version control."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / ".gitignore").write_text("*\n")


def make_work_load() -> None:
    """Writes the files, unless they are there and the same generator wrote them."""
    stamp = FOLDER / "generator"
    digest = hashlib.sha256(generator().read_bytes()).hexdigest()
    if all((FOLDER / name).exists() for name in FILES) and stamp.exists() and stamp.read_text() == digest:
        return
    make_folder()
    stamp.unlink(missing_ok=True)
    print(f"Making the work load in {FOLDER.name}/ …", file=sys.stderr, flush=True)
    subprocess.run([peers.python("numpy"), generator(), FOLDER], stdout=subprocess.DEVNULL, check=True)
    stamp.write_text(digest)


def against(ours: list, candidates: list[tuple[str, list]]) -> tuple[list[Figures], dict[str, list[Figures]]]:
    """Ours and those peers that are there, in turns. A candidate is a name and what gives its command."""
    names, commands = [], []
    for name, command in candidates:
        try:
            commands.append(command())
            names.append(name)
        except Missing as why:
            report.skip(name, why)
    figures = race([[BINARY, *ours], *commands], TURNS)
    return figures[0], dict(zip(names, figures[1:]))


def close(ours: dict, peer: dict, tolerance: float, names: list[str] | None = None) -> bool:
    """Whether all numbers agree; what a peer leaves open is passed over."""
    for name in names or peer:
        if len(ours[name]) != len(peer[name]):
            return False
        for mine, theirs in zip(ours[name], peer[name]):
            if theirs is not None and (mine is None or not math.isclose(mine, theirs, rel_tol=tolerance, abs_tol=1e-12)):
                return False
    return True


def csv() -> None:
    make_work_load()
    what = f"CSV of 350,000 × 49, {(FOLDER / 'ged.csv').stat().st_size / 1e6:.0f} MB, counted by week and side"
    in_python = lambda package: lambda: [peers.python(package), SCRIPTS / "grouping.py", package, FOLDER, RUNS]
    (ours,), others = against(["csv", FOLDER / "ged.csv", RUNS], [
        ("polars", in_python("polars")), ("duckdb", in_python("duckdb")), ("pandas", in_python("pandas")),
        ("data.table", lambda: [peers.r("data.table", "r-cran-data.table"), SCRIPTS / "grouping.R", FOLDER, RUNS])])
    for name, (peer,) in others.items():
        found = {key: value[0] if isinstance(value, list) else value for key, value in peer.answer.items()}
        same = f"the same {found['groups']:,.0f} groups, {found['events']:,.0f} events, {found['deaths']:,.0f} deaths"
        report.compare(what, ours, peer, same if ours.answer == found else None, target=1.0 if name == "polars" else None)
    report.limit(f"{what}: memory", megabytes(ours.memory), ours.memory <= 60e6, "at most 60 MB")
    if generator() == SHARED_GENERATOR:
        report.require("CSV: groups, events and deaths are those known of this table", ours.answer == SHARED_TABLE)


def durations() -> None:
    make_work_load()
    ours, others = against(["durations", FOLDER / "km.csv", RUNS], [
        ("survival", lambda: [peers.r("survival", "r-cran-survival"), SCRIPTS / "durations.R", FOLDER, RUNS]),
        ("lifelines", lambda: [peers.python("lifelines"), SCRIPTS / "durations.py", FOLDER, RUNS])])
    curve, log_rank, cox = ours
    steps = f"the same {len(curve.answer['times'])} steps"
    what = "Kaplan-Meier with its band, 2,202 durations"
    if "survival" in others:
        survfit, survdiff, coxph = others["survival"]
        same = close(curve.answer, survfit.answer, 1e-9)
        report.compare(what, curve, survfit, f"{steps}, errors, bands, median to 1e-9" if same else None, target=0.05)
        same = close(log_rank.answer, survdiff.answer, 1e-9)
        report.compare("log-rank of three groups", log_rank, survdiff, "the same statistic to 1e-9" if same else None)
        # Both stop when a further step changes the likelihood little, not at the same step.
        same = close(cox.answer, coxph.answer, 1e-6)
        report.compare("Cox with two covariates", cox, coxph, "the same coefficients to 1e-6" if same else None)
    if "lifelines" in others:
        (peer,) = others["lifelines"]
        same = close(curve.answer, peer.answer, 1e-9)
        report.compare(what, curve, peer, f"{steps} to 1e-9" if same else None)


def changes() -> None:
    make_work_load()
    penalty = 3 * math.log(1500)
    (poisson, normal), others = against(["changes", FOLDER / "weekly.csv", penalty, RUNS], [
        ("changepoint", lambda: [peers.r("changepoint", None), SCRIPTS / "changes.R", FOLDER, RUNS]),
        ("ruptures", lambda: [peers.python("ruptures"), SCRIPTS / "changes.py", "ruptures", FOLDER, RUNS])])
    found = lambda figures, family: f"the same {len(figures.answer[family])} changes"
    what = "PELT of 1,500 counts"
    if "changepoint" in others:
        (peer,) = others["changepoint"]
        same = poisson.answer["poisson"] == peer.answer["poisson"]
        report.compare(f"{what}, Poisson", poisson, peer, found(poisson, "poisson") if same else None, target=1.0)
    else:
        print(
            f"{what}, Poisson: {duration(poisson.shortest)}; R's changepoint took {duration(CHANGEPOINT_ELSEWHERE)} on "
            f"another machine, which is {poisson.shortest / CHANGEPOINT_ELSEWHERE:.2f} of that and no measurement", flush=True)
    if "ruptures" in others:
        (peer,) = others["ruptures"]
        same = normal.answer["normal"] == peer.answer["normal"]
        report.compare(f"{what}, normal", normal, peer, found(normal, "normal") if same else None, target=1.0)
    try:
        (exact,) = run([peers.python("numpy"), SCRIPTS / "changes.py", "exact", FOLDER, 1])
    except Missing as why:
        report.skip("every partition tried", why)
        return
    same = exact.answer == {**poisson.answer, **normal.answer}
    report.require("PELT: the changes are those found by trying every partition", same)


def same_clusters(ours: list, theirs: list, cores: list) -> bool:
    """The same noise, and the same cores together. A border place may belong to either of two clusters it touches."""
    if len(ours) != len(theirs) or any((mine < 0) != (other < 0) for mine, other in zip(ours, theirs)):
        return False
    pairs = {(ours[int(core)], theirs[int(core)]) for core in cores}
    return len(pairs) == len({mine for mine, _ in pairs}) == len({other for _, other in pairs})


def places() -> None:
    make_work_load()
    (ours,), others = against(["places", FOLDER / "pts.csv", RUNS], [
        ("dbscan", lambda: [peers.r("dbscan", "r-cran-dbscan"), SCRIPTS / "places.R", FOLDER, RUNS]),
        ("scikit-learn", lambda: [peers.python("scikit-learn"), SCRIPTS / "places.py", FOLDER, RUNS])])
    labels, cores = ours.answer["labels"], ours.answer["cores"]
    same = f"the same {len(set(labels) - {-1}):.0f} clusters, {labels.count(-1)} places in none"
    what = "DBSCAN of 5,000 places, on the sphere"
    if "dbscan" in others:
        plane, chord = others["dbscan"]
        agrees = same_clusters(labels, chord.answer["labels"], cores)
        # On a plane the question is a slightly easier one, with slightly another answer; the target is its time.
        report.compare(what, ours, plane, "another question", target=1.0)
        report.compare(what, ours, chord, same if agrees else None)
    if "scikit-learn" in others:
        (peer,) = others["scikit-learn"]
        agrees = cores == peer.answer["cores"] and same_clusters(labels, peer.answer["labels"], cores)
        report.compare(what, ours, peer, f"{same}, {len(cores)} cores" if agrees else None)


def linkage() -> None:
    make_folder()
    reports = FOLDER / "reports.csv"
    with open(reports, "wb") as file:
        subprocess.run([BINARY, "reports", str(REPORTS), str(LINKED_SEED)], stdout=file, check=True)
    (labelled, estimated), others = against(["linkage", REPORTS, LINKED_SEED, RUNS], [
        ("splink", lambda: [peers.python("splink"), SCRIPTS / "linkage.py", reports, 2])])
    f1 = lambda figures: f"pair F1 {figures.answer['f1']:.3f}"
    for (peer,) in others.values():
        for ours, weights in ((labelled, "labelled"), (estimated, "estimated in the run")):
            better = f"{f1(ours)} and {f1(peer)}" if ours.answer["f1"] >= peer.answer["f1"] else None
            report.compare(f"linkage of 20,000 reports, weights {weights}", ours, peer, better, target=0.05)
    report.require("linkage: the same clusters when the reports come in another order", labelled.answer["sameWhenShuffled"] == 1)

    (judged,) = run([BINARY, "judge", REPORTS, 5])
    scores = [labelled.answer["f1"], *judged.answer["f1"]]
    mean = sum(scores) / len(scores)
    report.require(
        f"linkage: pair F1 of 20,000 reports is at least {F1}, weights from 2,000 labelled pairs of another seed "
        f"(mean {mean:.3f} of {len(scores)} seeds, {min(scores):.3f} to {max(scores):.3f}; "
        f"B³ {sum(judged.answer['bCubed']) / 5:.3f}, clusters {sum(judged.answer['countErrors']) / 5:+.1%})",
        mean >= F1)


def growth() -> None:
    """The cost of linkage at constant density. Several seeds, as chance makes some simulations denser than others."""
    sizes, seeds = [125_000, 250_000, 500_000, 1_000_000], [1, 2, 3]
    figures = {}
    # The C library keeps small blocks that were given back and asks the system for large ones anew each time, which costs
    # more: here for every size alike.
    blocks = {"MALLOC_MMAP_THRESHOLD_": "131072"}
    for seed in seeds:
        for size in sizes:
            (figures[size, seed],) = run([BINARY, "linkage", size, seed, 3], **blocks)
    means = []
    for size in sizes:
        found = [figures[size, seed] for seed in seeds]
        means.append(sum(item.shortest for item in found) / len(found))
        pairs = sum(item.answer["pairs"] for item in found) / len(found)
        print(
            f"linkage of {size:,} reports: {duration(means[-1])}, {megabytes(max(item.memory for item in found))}, "
            f"{pairs / size:.2f} pairs a report, pair F1 {sum(item.answer['f1'] for item in found) / len(found):.3f}",
            flush=True)
    longest = max(figures[sizes[-1], seed].shortest for seed in seeds)
    memory = max(figures[sizes[-1], seed].memory for seed in seeds)
    report.limit("linkage of 1,000,000 reports: time", duration(longest), longest <= 10, "at most 10 s")
    report.limit("linkage of 1,000,000 reports: memory", megabytes(memory), memory <= 2 << 30, "at most 2 GiB")
    # The limit allows for noise, and for no more.
    power = exponent(sizes, means)
    report.limit("linkage: cost grows with the reports to the power of", f"{power:.2f}", power <= 1.1, "at most 1.1")
    report.require("linkage: the same clusters in another order, at every size",
                   all(item.answer["sameWhenShuffled"] == 1 for item in figures.values()))


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """The slope of the straight line through the logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y)) / sum((a - middle_x) ** 2 for a in x)


def main() -> None:
    if "STATISTICS_BINARY" not in os.environ:
        build = ["swift", "build", "-c", "release", "--package-path", ROOT / "Benchmarks", "--product", "statistics"]
        subprocess.run(build, stdout=sys.stderr, check=True)
    print(
        f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; "
        f"work load by {generator().relative_to(ROOT.parent)}", flush=True)
    parts = {part.__name__: part for part in (csv, durations, changes, places, linkage, growth)}
    for name in sys.argv[1:] or parts:
        try:
            parts[name]()
        except Missing as why:
            report.skip(name, why)
    if report.skipped:
        print(f"Skipped: {', '.join(report.skipped)}.")
    print(f"Targets not met: {'; '.join(report.missed)}." if report.missed else "Every target that was measured is met.")
    if report.wrong:
        sys.exit(f"Wrong: {'; '.join(report.wrong)}.")


if __name__ == "__main__":
    main()
