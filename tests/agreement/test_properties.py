"""Laws that hold for every table."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessor.agreement import counts
from assessor.agreement.calculation import Calculation
from assessor.agreement.leaving_out import leave_assessors_out, leave_cells_out, leave_items_out, members_of, units
from assessor.agreement.measures import MEASURES, measures
from assessor.agreement.panel import Panel
from assessor.agreement.resampling import Plan
from assessor.agreement.result import Reason
from assessor.agreement.scale import Scale
from assessor.agreement.table import Table
from assessor.agreement.weights import WEIGHTS, disagreement
from tests.agreement.tables import NO_INTERVAL

ICC = [name for name in MEASURES if name.startswith("icc")]
POINTS = [name for name in MEASURES if name not in ICC]
NOMINAL = (
    "percent_agreement",
    "exact_agreement",
    "unanimity",
    "cohen_kappa",
    "light_kappa",
    "conger_kappa",
    "scott_pi",
    "fleiss_kappa",
    "brennan_prediger",
    "gwet_ac",
    "krippendorff_alpha_nominal",
    "bangdiwala_b",
)
# Alpha and Gwet's statistics of small samples change when every item is doubled; these do not.
STEADY = (
    "percent_agreement",
    "exact_agreement",
    "adjacent_agreement",
    "opposite_share",
    "unanimity",
    "cohen_kappa",
    "light_kappa",
    "conger_kappa",
    "scott_pi",
    "fleiss_kappa",
    "brennan_prediger",
    "gwet_ac",
    "bangdiwala_b",
    "lin_ccc",
)


@st.composite
def tables(draw, *, most_assessors: int = 5, most_items: int = 7, missing: bool = True) -> Table:
    levels = draw(st.integers(2, 5))
    items, assessors = draw(st.integers(1, most_items)), draw(st.integers(2, most_assessors))
    mark = st.integers(0, levels - 1)
    cell = st.one_of(st.none(), mark) if missing else mark
    rows = draw(st.lists(st.lists(cell, min_size=assessors, max_size=assessors), min_size=items, max_size=items))
    return Table.from_rows(rows, Scale.of(list(range(levels))))


def values(table: Table, weights="unweighted", names=POINTS) -> dict[str, float | Reason]:
    found = measures(Calculation(table, weights, NO_INTERVAL), names)
    return {name: one.value if one.reason is None else one.reason for name, one in found.items()}


def same(one: dict, two: dict) -> None:
    for name, value in one.items():
        if isinstance(value, Reason):
            assert two[name] is value, name
        else:
            assert two[name] == pytest.approx(value, abs=1e-9), name


def with_columns(table: Table, order: list[int]) -> Table:
    place = np.argsort(order)
    return replace(table, assessor=place[table.assessor])


weights = st.sampled_from(WEIGHTS)


@given(tables(), weights, st.randoms(use_true_random=False))
def test_assessors_may_stand_in_any_order(table: Table, way, random) -> None:
    order = list(range(len(table.assessors)))
    random.shuffle(order)
    same(values(table, way), values(with_columns(table, order), way))


@given(tables(), weights, st.randoms(use_true_random=False))
def test_items_may_stand_in_any_order(table: Table, way, random) -> None:
    order = list(range(table.items))
    random.shuffle(order)
    same(values(table, way), values(replace(table, item=np.argsort(order)[table.item]), way))


@given(tables(), st.randoms(use_true_random=False))
def test_nominal_measures_do_not_know_the_order_of_levels(table: Table, random) -> None:
    order = list(range(len(table.scale)))
    random.shuffle(order)
    same(values(table, names=NOMINAL), values(replace(table, level=np.array(order)[table.level]), names=NOMINAL))


@given(tables(), weights)
def test_turning_the_scale_around_changes_no_share_or_coefficient(table: Table, way) -> None:
    turned = replace(table, level=len(table.scale) - 1 - table.level)
    names = [name for name in POINTS if name != "krippendorff_alpha_ratio"]
    same(values(table, way, names), values(turned, way, names))


@given(tables(missing=False), weights)
def test_every_item_twice_leaves_what_it_should(table: Table, way) -> None:
    assume(table.items > 1)
    double = Table.from_rows(
        [[int(mark) for mark in row] for row in np.vstack([table.grid, table.grid]).tolist()], table.scale
    )
    one, two = values(table, way, STEADY), values(double, way, STEADY)
    same(one, two)


@given(tables(most_assessors=2, missing=False), weights)
def test_identical_assessors_with_variation_give_one(table: Table, way) -> None:
    twin = replace(table, level=table.level[table.item * 2])
    assume(len(set(twin.level.tolist())) > 1)
    found = values(twin, way, [name for name in POINTS if name != "krippendorff_alpha_ratio"])
    for name, value in found.items():
        if name == "opposite_share":
            assert value in (0.0, Reason.TWO_LEVELS)
        elif name != "kendall_w_uncorrected":  # ties keep it under 1
            assert value == pytest.approx(1.0), name
    for name, value in values(twin, way, ICC).items():
        assert value == pytest.approx(1.0, abs=1e-6), name


@given(tables(), weights)
def test_figures_stay_within_their_bounds(table: Table, way) -> None:
    for name, value in values(table, way).items():
        if isinstance(value, Reason):
            continue
        assert math.isfinite(value)
        assert value <= 1.0 + 1e-12, name
        if name in ("percent_agreement", "exact_agreement", "adjacent_agreement", "opposite_share", "unanimity"):
            assert value >= 0.0


@given(tables(), weights)
def test_no_undefined_figure_leaks_as_a_number(table: Table, way) -> None:
    for one in measures(Calculation(table, way, Plan(replicates=20)), MEASURES).values():
        assert (one.value is None) == (one.reason is not None)
        assert one.value is None or math.isfinite(one.value)
        for interval in (one.interval, one.t_interval):
            if interval is not None and one.value is not None:
                assert min(one.value, -1.0) <= interval.low <= interval.high <= 1.0
                # Twenty replicates of a few ratings are few; other intervals always hold their figure.
                assert interval.replicates or interval.low - 1e-9 <= one.value <= interval.high + 1e-9


@given(tables(most_items=5), weights)
def test_counting_patterns_changes_nothing(table: Table, way) -> None:
    plain = Panel.of(table.scale, way).points(table)
    repeated = replace(
        table,
        item=np.concatenate([table.item + n * table.items for n in range(60)]),
        assessor=np.tile(table.assessor, 60),
        level=np.tile(table.level, 60),
        work_of=np.arange(table.items * 60),
        criterion_of=np.zeros(table.items * 60, dtype=np.intp),
        reference=np.full(table.items * 60, -1),
    )
    panel = Panel.of(table.scale, way)
    compressed = panel.points(repeated)
    n = repeated.items
    uncompressed = panel.points(repeated, counts.Patterns(repeated.counts, np.ones(n), np.arange(n)))
    for name in plain:
        assert compressed[name] == pytest.approx(uncompressed[name], nan_ok=True), name
        if not name.startswith("krippendorff"):
            assert compressed[name] == pytest.approx(plain[name], nan_ok=True), name


@given(tables(), weights)
def test_leaving_an_assessor_out_is_the_table_without_that_assessor(table: Table, way) -> None:
    panel = Panel.of(table.scale, way)
    found = leave_assessors_out(table, panel).values
    for assessor in range(len(table.assessors)):
        kept = table.assessor != assessor
        rest = replace(table, item=table.item[kept], assessor=table.assessor[kept], level=table.level[kept])
        points = panel.points(rest)
        for name, value in points.items():
            if name == "unanimity" and np.isnan(value):
                continue
            assert found[name][assessor] == pytest.approx(value, nan_ok=True, abs=1e-9), name


def without(table: Table, gone: np.ndarray) -> Table:
    return replace(table, item=table.item[~gone], assessor=table.assessor[~gone], level=table.level[~gone])


def exact_in(table: Table, groups: np.ndarray) -> list[float]:
    panel = Panel.of(table.scale, "unweighted", ("exact_agreement",))
    parts = [without(table, groups[table.item] != group) for group in range(int(groups.max()) + 1)]
    return [panel.points(part)["exact_agreement"] for part in parts]


@given(tables(most_items=6), weights, st.booleans())
def test_leaving_a_cell_out_is_the_table_without_those_ratings(table: Table, way, by_work: bool) -> None:
    if by_work and table.items > 2:
        # Two works of several criteria: then all that an assessor said of a work goes at once.
        table = replace(table, works=("1", "2"), work_of=np.arange(table.items) % 2)
    panel, groups = Panel.of(table.scale, way), np.arange(table.items) % 2
    found = leave_cells_out(table, panel, members_of(groups))
    assert found is not None
    cell = units(table)[table.item] * len(table.assessors) + table.assessor
    for place, key in enumerate(np.unique(cell)):
        rest = without(table, cell == key)
        for name, value in panel.points(rest).items():
            assert found.values[name][place] == pytest.approx(value, nan_ok=True, abs=1e-9), name
        assert found.groups[place] == pytest.approx(exact_in(rest, groups), nan_ok=True, abs=1e-9)


@given(tables(), weights)
def test_leaving_an_item_out_is_the_table_without_that_item(table: Table, way) -> None:
    panel, groups = Panel.of(table.scale, way), np.arange(table.items) % 2
    found = leave_items_out(table, panel, members_of(groups))
    for item in range(table.items):
        rest = without(table, table.item == item)
        for name, value in panel.points(rest).items():
            if name == "conger_kappa":  # an assessor who is left without ratings keeps counting there
                continue
            assert found.values[name][item] == pytest.approx(value, nan_ok=True, abs=1e-9), name
        assert found.groups[item] == pytest.approx(exact_in(rest, groups), nan_ok=True, abs=1e-9)


@given(st.integers(1, 12), weights)
def test_weights_are_symmetric_with_nothing_on_the_diagonal(levels: int, way) -> None:
    matrix = disagreement(Scale.of(list(range(levels))), way)
    assert np.array_equal(matrix, matrix.T)
    assert not np.diag(matrix).any()
    assert matrix.max() == (1.0 if levels > 1 else 0.0)
    assert matrix.min() >= 0.0


@given(tables())
def test_more_lenient_weights_never_lower_agreement(table: Table) -> None:
    linear, quadratic = (
        values(table, "linear", ["percent_agreement"]),
        values(table, "quadratic", ["percent_agreement"]),
    )
    radical = values(table, "radical", ["percent_agreement"])
    shares = [one["percent_agreement"] for one in (radical, linear, quadratic)]
    if not isinstance(shares[0], Reason):
        assert shares == sorted(shares)


@given(tables(), st.integers(0, 5))
def test_the_same_seed_gives_the_same_interval(table: Table, seed: int) -> None:
    plan = Plan(replicates=30, seed=seed)
    one, two = (measures(Calculation(table, "linear", plan), ["gwet_ac"])["gwet_ac"] for _ in range(2))
    assert one == two
