"""Intervals: what is drawn, what is left out, and that the seed decides."""

from dataclasses import replace

import numpy as np
import pytest

from assessor.agreement import chance, counts, other_figures, pairwise, pooled_figures
from assessor.agreement.calculation import Calculation
from assessor.agreement.leaving_out import jackknife_groups, units
from assessor.agreement.measures import measures
from assessor.agreement.panel import Panel
from assessor.agreement.resampling import Plan, draw, jackknife, method, percentile, resample
from assessor.agreement.result import Reason
from tests.agreement.reference import table as reference
from tests.agreement.tables import OVG, QUICK, lesson, of


def interval(table, name: str, plan: Plan):
    return measures(Calculation(table, "linear", plan), [name])[name].interval


def test_with_several_lessons_whole_lessons_are_drawn() -> None:
    table = lesson(6, 3, works=4)
    assert units(table).tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert units(lesson(6, 5)).tolist() == [0, 1, 2, 3, 4]
    assert method(table, "cluster") == "cluster"


@pytest.mark.parametrize("kind", ["two-way", "items", "assessors", "cluster"])
def test_every_kind_gives_an_interval_around_the_point(kind) -> None:
    table = lesson(10, 4, works=8, missing=0.1)
    found = measures(Calculation(table, "linear", Plan(kind, 400)), ["gwet_ac"])["gwet_ac"]
    assert found.interval is not None
    assert found.interval.method == kind
    assert found.interval.low < found.value < found.interval.high
    assert found.interval.replicates == 400


def test_resampling_both_is_wider_than_either() -> None:
    table = lesson(8, 12, seed=3)
    width = {}
    for kind in ("two-way", "items", "assessors"):
        found = interval(table, "gwet_ac", Plan(kind, 800))
        width[kind] = found.high - found.low
    assert width["two-way"] > max(width["items"], width["assessors"])


def test_the_seed_decides() -> None:
    table = lesson(8, 7)
    one, again, other = (interval(table, "fleiss_kappa", Plan(replicates=100, seed=seed)) for seed in (4, 4, 5))
    assert one == again
    assert one != other


def test_no_interval_when_none_is_asked_for() -> None:
    table = of("OV", "VV", "GO", "GG")
    for name in ("exact_agreement", "cohen_kappa", "light_kappa", "kendall_w_tie_corrected", "lin_ccc"):
        assert interval(table, name, Plan("none")) is None


def test_jackknife_for_what_is_not_pooled() -> None:
    table = of("OV", "VV", "GO", "GG", "VG", "OO", "VV")
    for name in ("cohen_kappa", "scott_pi", "light_kappa", "kendall_w_uncorrected", "lin_ccc", "bangdiwala_b"):
        found = interval(table, name, QUICK)
        assert found is not None, name
        assert found.method == "jackknife"


def test_no_jackknife_when_a_part_does_not_exist() -> None:
    # Without the last item both give one level only, and kappa no longer exists.
    found = measures(Calculation(of("VV", "VV", "GG"), plan=QUICK), ["cohen_kappa"])["cohen_kappa"]
    assert found.value == 1.0
    assert found.interval is None
    # With two works there are too few groups.
    assert interval(of("OV", "GG"), "light_kappa", QUICK) is None
    assert interval(of("OV", "GG"), "kendall_w_tie_corrected", QUICK) is None
    assert jackknife(2, float) is None
    assert jackknife(3, lambda group: None if group else 1.0) is None


def test_a_lesson_left_out_may_leave_no_square() -> None:
    table = lesson(2, 4, works=2)
    assert interval(table, "cohen_kappa", QUICK) is None


def test_many_items_are_left_out_in_blocks() -> None:
    table = of(*["OV", "VV", "GG"] * 50)
    groups, number = jackknife_groups(table)
    assert number == 100
    assert set(groups.tolist()) == set(range(100))


def test_draws_are_as_many_as_there_are_units() -> None:
    drawn = draw(np.random.default_rng(1), 50, 7)
    assert drawn.shape == (50, 7)
    assert (drawn.sum(axis=1) == 7).all()


def test_too_few_replicates_that_exist_give_no_interval() -> None:
    values = np.full(100, np.nan)
    values[:19] = 0.5
    assert percentile(values, "two-way", 0.95) is None
    values[19] = 0.7
    found = percentile(values, "two-way", 0.95)
    assert found is not None
    assert (found.replicates, found.left_out) == (20, 80)
    assert percentile(np.array([np.nan]), "two-way", 0.95) is None


@pytest.mark.parametrize("wrong", [{"kind": "both"}, {"replicates": 0}, {"confidence": 1.0}])
def test_a_plan_that_cannot_be_carried_out_is_refused(wrong) -> None:
    with pytest.raises(ValueError, match="cannot resample"):
        Plan(**wrong)


def test_a_sparse_table_counts_as_a_dense_one(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lesson(7, 4, works=3, missing=0.3)
    panel = Panel.of(OVG, "ordinal")
    dense = resample(table, panel, Plan(replicates=60))
    monkeypatch.setattr(counts, "_DENSE", 0)
    sparse = resample(table, panel, Plan(replicates=60))
    assert dense is not None
    assert sparse is not None
    for name, values in dense.values.items():
        assert np.allclose(values, sparse.values[name], equal_nan=True), name
    assert np.allclose(dense.groups, sparse.groups, equal_nan=True)


def test_blocks_change_nothing_but_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lesson(5, 6)
    whole = counts.item_totals(table.counts, Panel.of(OVG, "linear").schemes, np.eye(6) + 1)
    monkeypatch.setattr(counts, "_BLOCK", 1)
    parts = counts.item_totals(table.counts, Panel.of(OVG, "linear").schemes, np.eye(6) + 1)
    assert np.allclose(whole.rank, parts.rank)


def test_patterns_of_many_levels_do_not_fit_in_a_number() -> None:
    rng = np.random.default_rng(2)
    rows = rng.integers(0, 40, (300, 3)).tolist()
    from assessor.agreement.scale import Scale
    from assessor.agreement.table import Table

    table = Table.from_rows(rows, Scale.of(list(range(40))))
    found = counts.compress(table)
    assert found.frequency.sum() == 300
    assert np.array_equal(found.counts[:, found.of_item], table.counts)
    panel = Panel.of(table.scale, "linear")
    plain = counts.Patterns(table.counts, np.ones(300), np.arange(300))
    assert panel.points(table) == pytest.approx(panel.points(table, plain), nan_ok=True)


def test_only_the_measures_wanted_are_computed() -> None:
    table = lesson(5, 6)
    panel = Panel.of(OVG, "unweighted", ("gwet_ac", "krippendorff_alpha_ordinal"))
    assert set(panel.points(table)) == {"gwet_ac", "krippendorff_alpha_ordinal"}
    drawn = resample(table, panel, QUICK)
    assert drawn is not None
    assert set(drawn.values) == {"gwet_ac", "krippendorff_alpha_ordinal"}
    with pytest.raises(KeyError):
        Panel.of(OVG, "unweighted", ("kappa",))


def test_chance_of_one_assessor_does_not_exist() -> None:
    assert np.isnan(chance.by_assessor(np.array([[1.0, 2.0, 0.0], [0.0, 0.0, 0.0]]), np.eye(3)))


def test_tables_too_large_for_a_measure_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    table = lesson(5, 6, missing=0.1)
    monkeypatch.setattr(pairwise, "_CELLS", 0)
    found = measures(Calculation(table, plan=QUICK), ["light_kappa"])["light_kappa"]
    assert found.reason is Reason.TOO_LARGE
    monkeypatch.setattr(pooled_figures, "_MOST_PATTERNS", 0)
    assert (
        measures(Calculation(table, plan=QUICK), ["krippendorff_alpha_ordinal"])[
            "krippendorff_alpha_ordinal"
        ].standard_error
        is None
    )


def test_an_error_by_jackknife_needs_every_part() -> None:
    # Without the one item that varies, ordinal alpha does not exist.
    found = measures(Calculation(of("OO", "OO", "OG"), plan=QUICK), ["krippendorff_alpha_ordinal"])
    assert found["krippendorff_alpha_ordinal"].value is not None
    assert found["krippendorff_alpha_ordinal"].standard_error is None


def test_the_linearised_error_is_near_the_jackknife() -> None:
    table = reference("synthetic_100x40")
    shared = Calculation(table, "linear", Plan("none"))
    panel = shared.panel
    whole = counts.item_totals(table.counts, panel.schemes, np.ones((40, 40)) - np.eye(40))
    use = np.stack([replace(table, level=table.level).use] * 40)
    assert use.shape == (40, 100, 3)
    values = panel.values(whole, np.full(40, np.nan))
    for name in ("gwet_ac", "fleiss_kappa", "brennan_prediger", "krippendorff_alpha_weighted", "percent_agreement"):
        spread = np.sqrt(39 / 40 * ((values[name] - values[name].mean()) ** 2).sum())
        assert measures(shared, [name])[name].standard_error == pytest.approx(spread, rel=0.05), name


def test_concordance_needs_two_items() -> None:
    assert other_figures._concordance(np.zeros((1, 3), dtype=np.intp), "kendall_w_tie_corrected", 3) is None
