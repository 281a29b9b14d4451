"""Faults found in other programs; each must not be made here."""

import numpy as np
import pytest

from assessor.agreement.calculation import Calculation
from assessor.agreement.counts import both_totals, counting, item_totals
from assessor.agreement.icc import correlations
from assessor.agreement.pairwise import Meetings, all_pairs, indicators, kappas
from assessor.agreement.panel import Panel
from assessor.agreement.resampling import Plan, resample
from assessor.agreement.result import Reason
from assessor.agreement.scale import Refused, Scale
from assessor.agreement.table import Table
from assessor.agreement.weights import disagreement
from tests.agreement.reference import table
from tests.agreement.tables import OVG, figures, of, value


def test_a_missing_rating_is_no_level_of_its_own() -> None:
    holes = of("OO.", "VV.", ".GG", "O.O", "VG.", "G.G")
    counted_as_level = Table.from_rows(
        [["-" if mark is None else mark for mark in row] for row in _rows("OO.", "VV.", ".GG", "O.O", "VG.", "G.G")],
        Scale.of(["O", "V", "G", "-"]),
    )
    right, wrong = value(holes, "fleiss_kappa"), value(counted_as_level, "fleiss_kappa")
    # By hand: five of six pairs agree; shares O 1/3, V 1/4, G 5/12; chance 25/72.
    assert right == pytest.approx((5 / 6 - 25 / 72) / (1 - 25 / 72))
    assert wrong is not None
    assert abs(right - wrong) > 0.3


def _rows(*words: str) -> list[list[str | None]]:
    return [[None if mark == "." else mark for mark in word] for word in words]


def test_an_item_with_a_missing_rating_still_counts_in_the_icc() -> None:
    holes = Table.from_rows([[9, 2, 5, 8], [6, 1, 3, None], [8, 4, 6, 8], [7, None, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
    dropped = Table.from_rows([[9, 2, 5, 8], [8, 4, 6, 8], [10, 5, 6, 9], [6, 2, 4, 7]])
    found = figures(holes)["icc_a_1"]
    assert found.items_used == 6
    assert found.value != pytest.approx(figures(dropped)["icc_a_1"].value, abs=1e-3)
    assert "REML" in found.definition.nl
    # lme4 and the mixed-model equations solved directly give the same components.
    assert found.value == pytest.approx(_direct_icc(holes), abs=1e-6)


def _direct_icc(of_table: Table) -> float:
    """ICC(A,1) by plain search over the restricted likelihood with the full covariance matrix."""
    y = of_table.scale.numbers()[of_table.level]
    items = (of_table.item[:, None] == of_table.item).astype(float)
    people = (of_table.assessor[:, None] == of_table.assessor).astype(float)

    def deviance(logs: np.ndarray) -> float:
        a, b, c = np.exp(logs)
        whole = a * items + b * people + c * np.eye(len(y))
        inverse = np.linalg.inv(whole)
        weight = inverse.sum()
        mean = inverse.sum(axis=0) @ y / weight
        rest = y - mean
        return float(np.linalg.slogdet(whole)[1] + np.log(weight) + rest @ inverse @ rest)

    best, step = np.zeros(3), 1.0
    while step > 1e-9:
        moves = [best + step * move for move in np.vstack([np.eye(3), -np.eye(3)])]
        scores = [deviance(move) for move in moves]
        if min(scores) < deviance(best) - 1e-15:
            best = moves[int(np.argmin(scores))]
        else:
            step /= 2
    a, b, c = np.exp(best)
    return a / (a + b + c)


def test_two_ratings_are_never_averaged() -> None:
    from assessor.agreement.table import Rating

    with pytest.raises(Refused):
        Table.from_ratings([Rating("1", "", "b", "O"), Rating("1", "", "b", "G")], OVG)


def test_a_pair_without_a_common_item_is_left_out_not_a_crash() -> None:
    apart = all_pairs(of("OO.", "VV.", "GO.", "..G"), "unweighted")
    assert apart.cell(apart.kappa, 0, 2) is None
    assert apart.cell(apart.items, 0, 2) == 0.0
    value_of, there, left_out = apart.light()
    assert (there, left_out) == (1, 2)
    assert value_of == pytest.approx(apart.kappa[0, 1])


def test_unanimous_data_and_one_item_do_not_fail() -> None:
    assert figures(of("GGG", "GGG"))["percent_agreement"].value == 1.0
    assert figures(of("OVVG"))["percent_agreement"].value == pytest.approx(1 / 6)


def test_alpha_of_complete_data_with_three_assessors() -> None:
    found = value(table("krippendorff_1980_p139"), "krippendorff_alpha_nominal")
    assert found == pytest.approx(0.642, abs=5e-4)
    assert found != pytest.approx(0.635, abs=1e-3)
    video = value(table("irr_video"), "krippendorff_alpha_nominal")
    assert video != pytest.approx(0.0397, abs=1e-3)


def test_interval_of_the_absolute_icc_of_means() -> None:
    interval = correlations(table("shrout_fleiss_1979"))["icc_a_k"].interval
    assert interval is not None
    assert interval.low == pytest.approx(0.0711, abs=1e-4)
    assert interval.low != pytest.approx(0.0394, abs=1e-3)
    assert interval.high == pytest.approx(0.9272, abs=1e-4)


def test_kappa_at_chance_is_zero() -> None:
    # Every combination of three levels once: the chance term is a sum of products, not a product of sums.
    squares = of(*[one + two for one in "OVG" for two in "OVG"])
    for name in ("cohen_kappa", "scott_pi", "fleiss_kappa", "gwet_ac", "brennan_prediger"):
        assert value(squares, name) == pytest.approx(0.0), name


def test_two_identical_assessors_agree_completely() -> None:
    twins = of("OO", "VV", "GG", "VV")
    for name in ("percent_agreement", "cohen_kappa", "krippendorff_alpha_ordinal", "lin_ccc", "bangdiwala_b"):
        assert value(twins, name) == pytest.approx(1.0), name


def test_no_sentinel_stands_in_a_matrix_of_kappas() -> None:
    found = all_pairs(of("OO", "OO", "OO"), "unweighted")
    assert found.cell(found.kappa, 0, 1) is None
    assert found.cell(found.agreement, 0, 1) == 1.0
    assert found.light() == (None, 0, 1)


def test_copies_of_one_assessor_do_not_agree_with_themselves() -> None:
    # Three assessors who never agree: drawing one of them twice must not make a pair that agrees.
    quarrel = of("OVG", "VGO", "GOV", "OGV")
    drawn = resample(quarrel, Panel.of(OVG, "unweighted"), Plan("two-way", 400))
    assert drawn is not None
    exact = drawn.values["exact_agreement"]
    alone = np.isnan(exact)
    assert 0 < alone.sum() < 100  # one assessor drawn three times: undefined, left out and counted
    assert np.all(exact[~alone] == 0.0)


def test_the_bootstrap_lies_around_the_point_and_not_above_it() -> None:
    big = table("synthetic_100x40")
    panel = Panel.of(big.scale, "unweighted")
    drawn = resample(big, panel, Plan("assessors", 500))
    assert drawn is not None
    point = panel.points(big)["exact_agreement"]
    assert drawn.values["exact_agreement"].mean() == pytest.approx(point, abs=0.002)


def test_totals_with_every_assessor_once_are_the_plain_totals() -> None:
    big = table("gwet_raw4raters")
    schemes = np.stack([disagreement(big.scale, "ordinal"), disagreement(big.scale, "unweighted")])
    plain = item_totals(big.counts, schemes, np.ones((1, big.items)))
    both = both_totals(counting(big), schemes, np.ones((1, big.items)), np.ones((1, 4))).totals
    for one, two in zip(
        (plain.rated, plain.paired, plain.shares, plain.pairable, plain.disagreement, plain.pooled, plain.unanimous),
        (both.rated, both.paired, both.shares, both.pairable, both.disagreement, both.pooled, both.unanimous),
        strict=True,
    ):
        assert np.allclose(one, two)
    assert np.allclose(plain.rank, both.rank)


def test_a_pair_is_the_same_whether_alone_or_among_all() -> None:
    big = table("gwet_raw5observers")
    matrix = disagreement(big.scale, "linear")
    found = kappas(Meetings.of(indicators(big), matrix), matrix)
    for first in range(5):
        for second in range(5):
            rows = [[None if one < 0 else int(one) for one in cells] for cells in big.grid[:, [first, second]].tolist()]
            alone = Calculation(Table.from_rows(rows, big.scale), "linear", Plan("none"))
            from assessor.agreement.measures import measures

            cohen = measures(alone, ["cohen_kappa"])["cohen_kappa"]
            if first == second:
                assert found.cell(found.kappa, first, second) is None
            elif cohen.reason is Reason.ONE_ITEM:
                assert found.items[first, second] < 2
            else:
                assert found.cell(found.kappa, first, second) == pytest.approx(cohen.value)
