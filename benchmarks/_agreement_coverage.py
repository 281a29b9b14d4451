"""How often nominal 95 % intervals hold the value of the population that the samples were drawn from."""

import numpy as np

from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import measures
from assessor.agreement.panel import Panel
from assessor.agreement.resampling import Plan
from assessor.agreement.scale import Scale
from assessor.agreement.table import Table

SCALE = Scale.of([0, 1, 2])
SHOWN = ("exact_agreement", "opposite_share", "unanimity", "gwet_ac", "krippendorff_alpha_ordinal")
# What a share of pairs or of items estimates is its mean over samples of that size; a coefficient is biased in small
# samples and means the value of the population.
SHARES = SHOWN[:3]
SPREADS = ((0.7, 0.3, 0.7), (1.0, 0.5, 0.3), (0.5, 0.1, 0.5))
DENSE = ((8, 6), (8, 30), (20, 12), (40, 100))
SPARSE = ((60, 7, 10), (60, 16, 6), (180, 16, 17))


def sample(items, assessors, spread, seed, everyone=None):
    """A table of 95 % of the ratings; with `everyone`, all rate that many items and two rate each of the others."""
    rng = np.random.default_rng(seed)
    work, assessor, rest = spread
    seen = rng.normal(0, work, (items, 1)) + rng.normal(0, assessor, assessors)
    cells = np.digitize(seen + rng.normal(0, rest, (items, assessors)), [-0.6, 0.7])
    there = rng.random(cells.shape) >= 0.05
    if everyone is not None:
        there[everyone:] = rng.random((items - everyone, assessors)).argsort(axis=1) < 2
    item, who = np.nonzero(there)
    return Table.from_codes(SCALE, item, who, cells[item, who], items, assessors)


def truths(items, assessors, spread, everyone):
    panel = Panel.of(SCALE, "linear", SHOWN)
    whole = panel.points(sample(6000, 1000, spread, 99))
    several = [panel.points(sample(items, assessors, spread, 5000 + seed, everyone)) for seed in range(600)]
    means = {name: float(np.nanmean([one[name] for one in several])) for name in SHARES}
    return {**whole, **means}


def holds(interval, truth):
    return interval is not None and interval.low <= truth <= interval.high


def row(items, assessors, spread, everyone, rounds):
    """Per column, how often the interval held the value."""
    truth = truths(items, assessors, spread, everyone)
    held = dict.fromkeys((*SHOWN, "items", "assessors", "t"), 0)
    for seed in range(rounds):
        table = sample(items, assessors, spread, seed, everyone)
        for kind, names in (("two-way", SHOWN), ("items", ("gwet_ac",)), ("assessors", ("gwet_ac",))):
            found = measures(Calculation(table, "linear", Plan(kind, 400, seed), wanted=names), names)
            for name in names:
                held[name if kind == "two-way" else kind] += holds(found[name].interval, truth[name])
        held["t"] += holds(found["gwet_ac"].t_interval, truth["gwet_ac"])
    return " | ".join(f"{100 * one / rounds:.0f}" for one in held.values())


def coverage(rounds=300):
    print(
        "\n| works, assessors, rest (sd) | items | assessors | same level | lowest against highest | unanimity | AC2 |"
    )
    print("ordinal alpha | AC2: items only | assessors only | Gwet's t |")
    print("|---" * 11 + "|")
    for spread in SPREADS:
        for items, assessors, everyone in (*((*one, None) for one in DENSE), *SPARSE):
            design = f"{items}" if everyone is None else f"{items}, of which {items - everyone} by two"
            shares = row(items, assessors, spread, everyone, rounds)
            print(f"| {', '.join(map(str, spread))} | {design} | {assessors} | {shares} |", flush=True)
