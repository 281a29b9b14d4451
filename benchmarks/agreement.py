"""Agreement beside the libraries that also compute it: same data, same machine, same run; ratios are printed.

    python -m benchmarks.agreement [--coverage] [--growth]

The peers (irrCAC, krippendorff, scikit-learn, pingouin) are installed on first use in environments of their own under
build/benchmarks. All sides use one thread. Limits are ratios; a ratio under its limit fails the run.
"""

# ruff: noqa: E402
import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before numpy: products of small matrices are slower on several threads

import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
import venv
from dataclasses import replace
from pathlib import Path

import numpy as np

from assessor.agreement.icc import correlations
from assessor.agreement.pairwise import all_pairs
from assessor.agreement.panel import POOLED, Panel
from assessor.agreement.resampling import Plan, percentile, resample
from assessor.agreement.scale import Scale
from assessor.agreement.session import Options, report
from assessor.agreement.table import Rating, Table
from benchmarks._agreement_coverage import coverage

HERE = Path(__file__).parent
HOMES = HERE.parent / "build" / "benchmarks"
LIBRARIES = {
    "irrcac": ["irrCAC==0.4.4"],
    "peers": ["krippendorff", "scikit-learn", "pingouin"],
}
FIVE = ("brennan_prediger", "conger_kappa", "fleiss_kappa", "gwet_ac", "krippendorff_alpha_weighted")
SCALE = Scale.of([0, 1, 2])
failed = []


def best(job, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def peer(home, job, cells):
    """Seconds and values of a peer's job, in the environment `home`."""
    folder = HOMES / home
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        print(f"installing {', '.join(LIBRARIES[home])} ...", flush=True)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *LIBRARIES[home]], check=True)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "cells.npy"
        np.save(file, cells)
        done = subprocess.run(
            [python, HERE / "_agreement_peers.py", job, file], check=True, capture_output=True, text=True
        )
    return json.loads(done.stdout.splitlines()[-1])


def say(what, ours, theirs, limit, note=""):
    ratio = theirs / ours
    mark = "" if ratio >= limit else "   UNDER ITS LIMIT"
    if mark:
        failed.append(what)
    print(f"{what:<58} {ours * 1e3:10.3f} ms  {theirs * 1e3:12.3f} ms  {ratio:10,.1f} x (limit {limit:,}){mark} {note}")


def session(assessors=100, items=40, missing=0.1, seed=1, spread=(0.7, 0.3, 0.7)):
    rng = np.random.default_rng(seed)
    work, assessor, rest = spread
    seen = rng.normal(0, work, (items, 1)) + rng.normal(0, assessor, assessors)
    seen = seen + rng.normal(0, rest, (items, assessors))
    cells = np.digitize(seen, [-0.6, 0.7]).astype(float)
    cells[rng.random(cells.shape) < missing] = np.nan
    return cells


def of_cells(cells):
    item, assessor = np.nonzero(~np.isnan(cells))
    return Table.from_codes(SCALE, item, assessor, cells[item, assessor].astype(int), *cells.shape)


def lessons(works=8, criteria=5, assessors=100):
    cells = session(assessors, works * criteria)
    return Table.from_ratings(
        [
            Rating(f"{item // criteria}", f"{item % criteria}", f"{assessor}", int(cells[item, assessor]))
            for item in range(works * criteria)
            for assessor in range(assessors)
            if not np.isnan(cells[item, assessor])
        ],
        SCALE,
    )


def many(ratings=1_000_000, items=50_000, assessors=2000, seed=2):
    """A sparse table: every item rated by the same number of assessors, drawn without repetition."""
    rng = np.random.default_rng(seed)
    each = ratings // items
    item = np.repeat(np.arange(items), each)
    # A different start and an odd stride give every item different assessors without a loop.
    start, stride = rng.integers(0, assessors, items), 2 * rng.integers(0, assessors // (4 * each), items) + 1
    assessor = (start[item] + np.tile(np.arange(each), items) * stride[item]) % assessors
    seen = rng.normal(0, 0.7, items)[item] + rng.normal(0, 0.7, len(item))
    return Table.from_codes(SCALE, item, assessor, np.digitize(seen, [-0.6, 0.7]), items, assessors)


def near(ours, theirs):
    assert np.allclose(ours, theirs, atol=1e-4), (ours, theirs)


def five_coefficients(cells, table):
    panel = Panel.of(SCALE, "linear", FIVE)
    irrcac, alpha = peer("irrcac", "irrcac", cells), peer("peers", "alpha", cells)
    points = panel.points(table)
    near([points[name] for name in FIVE], irrcac["values"])
    # A fresh table each time, since a table remembers its counts; making it is not part of the job.
    fresh = iter([replace(table) for _ in range(1000)])
    ours = best(lambda: panel.points(next(fresh)), 1000)
    say("five coefficients / irrCAC", ours, irrcac["seconds"], 75)
    say("five coefficients / one alpha of krippendorff", ours, alpha["seconds"], 1.5)

    wide = Panel.of(SCALE, "linear", (*FIVE, "krippendorff_alpha_ordinal"))

    def replicates():
        drawn = resample(replace(table), wide, Plan("items", 2000))
        return [percentile(values, drawn.method, 0.95) for values in drawn.values.values()]

    ours = best(replicates, 60)
    say(
        "2,000 replicates of five and ordinal alpha / irrCAC",
        ours,
        2000 * irrcac["seconds"],
        5000,
        "(their one x 2,000)",
    )
    say(
        "2,000 replicates of five and ordinal alpha / krippendorff",
        ours,
        2000 * alpha["ordinal"],
        60,
        "(their one x 2,000)",
    )


def all_kappas(cells, table):
    theirs = peer("peers", "cohen", cells)
    found = all_pairs(table, "linear")
    near([found.kappa[1, 0], found.kappa[2, 0], found.kappa[2, 1]], theirs["values"])
    ours = best(lambda: all_pairs(table, "linear"), 50)
    say("4,950 pairwise weighted kappas / scikit-learn", ours, 4950 * theirs["seconds"], 10_000, "(their one x 4,950)")


def six_correlations():
    cells = session(missing=0.0)
    theirs = peer("peers", "correlations", cells)
    table = of_cells(cells)
    found = correlations(table)
    near(
        [found[name].value for name in ("icc_1", "icc_a_1", "icc_c_1", "icc_1_k", "icc_a_k", "icc_c_k")],
        theirs["values"],
    )
    say(
        "six intraclass correlations with intervals / pingouin",
        best(lambda: correlations(table), 50),
        theirs["seconds"],
        20,
    )


def a_million():
    table = many()
    panel = Panel.of(SCALE, "linear", POOLED)
    theirs = peer("peers", "sparse", np.stack([table.item, table.assessor, table.level]))
    near([panel.points(table)["krippendorff_alpha_nominal"]], theirs["values"])
    ours = best(lambda: panel.points(replace(table)), 10)
    bare = best(lambda: np.bincount(table.item, minlength=table.items), 20)
    tracemalloc.start()
    panel.points(replace(table))
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    say("1,000,000 sparse ratings, every pooled measure / krippendorff", ours, theirs["seconds"], 100)
    slow = ours / bare > 15
    large = peak >= 150
    if slow or large:
        failed.append("a million ratings")
    print(f"    one np.bincount takes {bare * 1e3:.2f} ms: {ours / bare:.1f} x that (at most 15)")
    print(
        f"    memory: {peak:.0f} MB (under 150), theirs {theirs['megabytes']:.0f} MB; given ready-made counts they need"
    )
    print(
        f"    {theirs['counted'] * 1e3:.1f} ms for one alpha, where ours reads every rating for {len(POOLED)} measures"
    )


def whole_report():
    table = lessons()
    panel = Panel.of(SCALE, "linear", POOLED)
    drawn = best(lambda: resample(replace(table), panel, Plan()), 5)
    whole = best(lambda: report(replace(table), Options("linear")), 5)
    if whole / drawn > 5:
        failed.append("whole report")
    print(
        f"{'whole report of a session / its two-way bootstrap':<58} {whole * 1e3:10.1f} ms  {drawn * 1e3:12.1f} ms"
        f"  {whole / drawn:10.2f} x (at most 5)"
    )


def growth():
    """Time by number of ratings, as a table and as a plot beside this file."""
    panel = Panel.of(SCALE, "linear", POOLED)
    points = []
    print("\n| ratings | ms | ns a rating |\n|---|---|---|")
    for ratings in (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000):
        table = many(ratings, ratings // 20)
        seconds = best(lambda table=table: panel.points(replace(table)), 3)
        points.append((ratings, seconds * 1e3))
        print(f"| {ratings:,} | {seconds * 1e3:.2f} | {seconds / ratings * 1e9:.1f} |", flush=True)
    (HERE / "agreement_growth.svg").write_text(plot(points), encoding="utf-8")


def plot(points):
    """Both axes logarithmic; the thin line has slope 1 through the last point."""

    def x(ratings):
        return 70 + 150 * (np.log10(ratings) - 4)

    def y(ms):
        return 270 - 70 * (np.log10(ms) + 1)

    last, high = points[-1]
    line = " ".join(f"{x(ratings):.1f},{y(ms):.1f}" for ratings, ms in points)
    dots = "".join(f'<circle cx="{x(ratings):.1f}" cy="{y(ms):.1f}" r="4"/>' for ratings, ms in points)
    across = "".join(
        f'<text x="{x(10**power):.0f}" y="292" text-anchor="middle">{10**power:,}</text>' for power in (4, 5, 6, 7)
    )
    levels = range(-1, 3)
    up = "".join(f'<text x="60" y="{y(10**power) + 4:.0f}" text-anchor="end">{10**power:g}</text>' for power in levels)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="580" height="320" font-family="sans-serif" font-size="12">'
        '<rect width="580" height="320" fill="white"/>'
        f'<line x1="{x(1e4):.1f}" y1="{y(high * 1e4 / last):.1f}" x2="{x(last):.1f}" y2="{y(high):.1f}" stroke="#999"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5a96" stroke-width="2"/><g fill="#1f5a96">{dots}</g>'
        f'{across}{up}<text x="300" y="312" text-anchor="middle">ratings</text><text x="8" y="18">ms</text></svg>\n'
    )


def main(arguments):
    cells = session()
    table = of_cells(cells)
    print(f"{'job':<58} {'ours':>13} {'theirs':>16} {'ratio':>12}")
    five_coefficients(cells, table)
    all_kappas(cells, table)
    six_correlations()
    a_million()
    whole_report()
    if "--growth" in arguments:
        growth()
    if "--coverage" in arguments:
        coverage()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
