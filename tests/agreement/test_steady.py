"""Intervals where resampling alone would mislead: few ratings an item, rare levels, and what both sides share."""

import numpy as np
import pytest
from scipy.special import ndtri, stdtrit

from assessor.agreement import leaving_out, steady
from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import MEASURES, measures
from assessor.agreement.panel import POOLED, Panel
from assessor.agreement.resampling import Plan, resample, share_interval, wilson
from assessor.agreement.scale import Scale
from assessor.agreement.session import report
from assessor.agreement.steady import variance
from assessor.agreement.table import Table
from tests.agreement.tables import OVG, QUICK, lesson, of


def mostly_two(items: int = 60, assessors: int = 16, everyone: int = 6, seed: int = 1) -> Table:
    """Everyone rates a few items; of the others two assessors each, as where texts are shared out."""
    rng = np.random.default_rng(seed)
    seen = rng.normal(0, 1, (items, 1)) + rng.normal(0, 0.3, assessors) + rng.normal(0, 0.5, (items, assessors))
    there = rng.random((items, assessors)).argsort(axis=1) < 2
    there[:everyone] = True
    item, who = np.nonzero(there)
    return Table.from_codes(OVG, item, who, np.digitize(seen, [-0.6, 0.7])[item, who], items, assessors)


@pytest.mark.parametrize("kind", ["two-way", "assessors"])
@pytest.mark.parametrize("seed", range(4))
def test_items_with_two_ratings_do_not_move_the_margin_off_the_figure(kind, seed: int) -> None:
    found = measures(Calculation(mostly_two(seed=seed), "linear", Plan(kind, 400)), MEASURES)
    for name, one in found.items():
        if one.value is not None and one.interval is not None:
            assert one.interval.low <= one.value <= one.interval.high, name
    unanimity = found["unanimity"]
    # Drawn groups are smaller and agree sooner, and items by two drop out: alone that would exclude the figure.
    assert unanimity.interval.low < unanimity.value - 0.02
    assert unanimity.interval.high > unanimity.value + 0.02


def test_replicates_lie_around_their_figure() -> None:
    table = mostly_two()
    panel = Panel.of(OVG, "linear", POOLED)
    drawn = resample(table, panel, Plan(replicates=300))
    assert drawn is not None
    for name, value in panel.points(table).items():
        assert np.nanmean(drawn.values[name]) == pytest.approx(value), name
    assert drawn.groups.mean(axis=0) == pytest.approx([panel.points(table)["exact_agreement"]])


def test_the_margin_of_shared_out_texts_is_that_of_the_texts() -> None:
    # With other assessors on every text, assessors add little of their own: the texts must not be counted three times.
    table = mostly_two(200, 40, 0)
    panel = Panel.of(OVG, "linear", ("exact_agreement",))
    both = resample(table, panel, Plan(replicates=600))
    items = resample(table, panel, Plan("items", 600))
    assert both is not None
    assert items is not None
    assert np.nanstd(both.values["exact_agreement"]) < 1.25 * items.values["exact_agreement"].std()


def test_what_items_and_assessors_share_is_counted_once() -> None:
    rng = np.random.default_rng(1)
    a, b, c = rng.normal(size=30), rng.normal(size=20), rng.normal(size=600)
    spread = leaving_out.spread
    found = variance(b, a, c, 0.95)
    one, two, both = spread(b), spread(a), spread(c)
    whole = max(one + two - both, two)
    freedom = whole**2 / (max(one - 0.75 * both, 0) ** 2 / 19 + two**2 / 29)
    assert found == pytest.approx(whole * (stdtrit(freedom, 0.975) / ndtri(0.975)) ** 2)


def test_without_any_spread_there_is_nothing_to_widen() -> None:
    assert variance(np.zeros(5), np.zeros(4), np.zeros(20), 0.95) == 0.0
    assert np.isnan(variance(np.array([np.nan, 1.0]), np.zeros(4), None, 0.95))


def test_what_is_not_known_of_cells_is_not_taken_off() -> None:
    values = np.linspace(0.1, 0.4, 20)
    assert variance(values, values, None, 0.95) == variance(values, values, np.full(9, np.nan), 0.95)
    assert variance(values, values, None, 0.95) > variance(values, values, values, 0.95)


def test_tables_too_large_keep_the_spread_that_was_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lesson(6, 3, works=6)
    panel = Panel.of(OVG, "linear", ("gwet_ac",))
    plain = resample(table, panel, QUICK)
    monkeypatch.setattr(leaving_out, "_MOST_NUMBERS", 0)
    assert leaving_out.leave_cells_out(table, panel, np.ones((18, 1))) is None
    wider = resample(table, panel, QUICK)
    monkeypatch.setattr(steady, "_MOST", 0)
    drawn = resample(table, panel, QUICK)
    assert plain is not None
    assert wider is not None
    assert drawn is not None
    assert plain.values["gwet_ac"].std() < wider.values["gwet_ac"].std()
    assert drawn.values["gwet_ac"].mean() == pytest.approx(panel.points(table)["gwet_ac"])


def test_a_score_interval_beside_wilsons_own() -> None:
    # 8 of 20 observations: statsmodels' proportion_confint(8, 20, method="wilson").
    assert wilson(0.4, 20, 0.95) == pytest.approx((0.2188065, 0.6134185), abs=1e-6)
    assert wilson(0.0, 10, 0.95) == pytest.approx((0.0, 0.2775328), abs=1e-6)
    assert wilson(1.0, 10, 0.95) == pytest.approx((0.7224672, 1.0), abs=1e-6)


def test_what_was_never_seen_is_not_ruled_out() -> None:
    table = of("OOVV", "VVVV", "GGGG", "VVGG", "OOOO", "VVVG")
    found = measures(Calculation(table, plan=QUICK), ["opposite_share", "adjacent_agreement", "unanimity"])
    never = found["opposite_share"]
    assert never.value == 0.0
    assert never.interval is not None
    assert (never.interval.low, never.interval.high) == pytest.approx(wilson(0.0, 24, 0.95))
    assert never.interval.score
    assert found["adjacent_agreement"].interval.low == pytest.approx(1.0 - never.interval.high)
    assert found["adjacent_agreement"].interval.high == 1.0
    # Each item is one observation of unanimity: 3 of 6 is rare on both sides.
    assert found["unanimity"].interval.score
    assert found["unanimity"].interval.low <= wilson(0.5, 6, 0.95)[0]


def test_everyone_agrees_within_what_so_few_can_show() -> None:
    session = report(of("VVVVVV", "VVVVVV", "OOOOOO"))
    exact = session.measures["exact_agreement"].interval
    assert (exact.low, exact.high) == pytest.approx(wilson(1.0, 18, 0.95))
    assert exact.replicates + exact.left_out == 2000


def test_a_share_in_the_middle_keeps_its_percentiles() -> None:
    drawn = np.linspace(0.3, 0.7, 101)
    found = share_interval(0.5, drawn, "items", 0.95, 1000)
    assert found is not None
    assert not found.score
    assert (found.low, found.high) == pytest.approx((0.31, 0.69))
    # Near an edge the same spread would pass it.
    edge = share_interval(0.1, drawn - 0.4, "items", 0.95, 1000)
    assert edge is not None
    assert edge.score
    assert 0.0 < edge.low < 0.1 < edge.high
    number = 0.1 * 0.9 / drawn.var()
    assert (edge.low, edge.high) == pytest.approx(wilson(0.1, number, 0.95))
    assert share_interval(0.5, np.full(50, np.nan), "items", 0.95, 10) is None


def test_levels_of_one_assessor_more_or_less_leave_a_margin_for_every_criterion() -> None:
    table = lesson(8, 4, works=6, missing=0.3)
    for group in report(table).criteria:
        exact = group.measures["exact_agreement"]
        assert exact.interval is not None
        assert exact.interval.low < exact.value < exact.interval.high


def test_a_criterion_that_one_assessor_rated_has_no_margin() -> None:
    table = of("OV.", "G..", "VVG", scale=Scale.of(["O", "V", "G"]))
    by_criterion = Table(
        table.scale, table.item, table.assessor, table.level, ("les",), ("1", "2", "3"), table.assessors,
        np.zeros(3, dtype=np.intp), np.arange(3), table.reference,
    )  # fmt: skip
    found = report(by_criterion).criteria
    assert found[1].measures["exact_agreement"].interval is None
    assert found[0].measures["exact_agreement"].interval is not None
