"""Where a number does not exist, the reason stands in its place; nothing crashes and nothing is shown as NaN."""

import dataclasses
import math

import pytest

from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import MEASURES, measures
from assessor.agreement.other_figures import KENDALL, TWO
from assessor.agreement.panel import CHANCE_CORRECTED, SHARES
from assessor.agreement.resampling import Plan
from assessor.agreement.result import Interval, Reason, Result, Sentence
from assessor.agreement.scale import Refused, Scale
from assessor.agreement.session import Options, report
from assessor.agreement.table import Rating, Table
from tests.agreement.reference import sets
from tests.agreement.tables import NO_INTERVAL, OVG, QUICK, figures, lesson, of, value

ICC = [name for name in MEASURES if name.startswith("icc")]
KAPPAS = ["fleiss_kappa", "conger_kappa", "cohen_kappa", "scott_pi", "light_kappa"]


def numbers(thing: object) -> list[float]:
    """Every float anywhere in a report, arrays of the engine's inside left out."""
    if isinstance(thing, float):
        return [thing]
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type | Table | Calculation):
        if type(thing).__name__ == "Pairwise":
            return []
        return [n for part in dataclasses.fields(thing) for n in numbers(getattr(thing, part.name))]
    if isinstance(thing, dict):
        return [n for part in thing.values() for n in numbers(part)]
    if isinstance(thing, tuple | list):
        return [n for part in thing for n in numbers(part)]
    return []


def cases() -> list[dict]:
    return sets()["edge_cases_contract"]["expected"]


def test_the_contract_has_the_cases_that_are_tested_here() -> None:
    assert [case["case"] for case in cases()] == [
        "all ratings identical, scale O/V/G declared",
        "item with no ratings",
        "assessor with no ratings",
        "single assessor",
        "single item (1 lesson x 1 criterion)",
        "no item with >=2 ratings",
        "empty",
        "value outside scale",
        "duplicate (assessor,item)",
        "CI lower bound below -1 or upper above 1",
        "category unused in this criterion",
        "string categories",
    ]


def test_everyone_agrees_on_everything() -> None:
    same = Table.from_rows(cases()[0]["input"], OVG)
    found = figures(same)
    for name in ("percent_agreement", "adjacent_agreement", "exact_agreement", "unanimity", "gwet_ac"):
        assert found[name].value == 1.0
    assert found["brennan_prediger"].value == 1.0
    assert found["opposite_share"].value == 0.0
    undefined = ["fleiss_kappa", "conger_kappa", "light_kappa", *ICC, *KENDALL]
    undefined += [name for name in MEASURES if name.startswith("krippendorff") and not name.endswith("ratio")]
    for name in undefined:
        assert found[name].reason is Reason.NO_VARIATION, name
        assert "geen variatie" in found[name].sentence.nl
    assert found["exact_agreement"].sentence.nl == "Alle beoordelaars gaven op elk criterium hetzelfde niveau."


def test_two_assessors_agree_on_everything() -> None:
    found = figures(of("VV", "VV", "VV", "VV"))
    assert found["cohen_kappa"].reason is Reason.NO_VARIATION
    assert found["scott_pi"].reason is Reason.NO_VARIATION
    assert found["lin_ccc"].reason is Reason.NO_VARIATION
    assert found["bangdiwala_b"].value == 1.0


def test_everyone_agrees_on_numbers_that_were_not_declared() -> None:
    found = figures(Table.from_rows([[2, 2, 2], [2, 2, 2]]))
    assert found["percent_agreement"].value == 1.0
    assert found["gwet_ac"].reason is Reason.ONE_LEVEL
    assert found["brennan_prediger"].reason is Reason.ONE_LEVEL
    assert found["opposite_share"].reason is Reason.ONE_LEVEL
    assert found["fleiss_kappa"].reason is Reason.ONE_LEVEL


def test_an_item_without_ratings_is_left_out_and_counted() -> None:
    full, hole = of("OVO", "VVG", "GGG", "OOV"), of("OVO", "VVG", "...", "GGG", "OOV")
    with_hole, without = figures(hole), figures(full)
    for name in (*SHARES[:3], *CHANCE_CORRECTED[:4], *ICC, "kendall_w_tie_corrected", "light_kappa"):
        assert with_hole[name].value == pytest.approx(without[name].value), name
    assert with_hole["fleiss_kappa"].items_left_out == 1
    assert with_hole["fleiss_kappa"].items_used == 4
    assert with_hole["fleiss_kappa"].coverage == 12 / 15


def test_an_assessor_without_ratings_changes_nothing_but_coverage() -> None:
    with_absent, without = figures(of("OV.O", "VV.G", "GG.G", "OO.V")), figures(of("OVO", "VVG", "GGG", "OOV"))
    for name in MEASURES:
        assert with_absent[name].value == pytest.approx(without[name].value), name
        assert with_absent[name].reason is without[name].reason
    assert with_absent["conger_kappa"].value is not None
    assert with_absent["conger_kappa"].coverage == 12 / 16


def test_one_absent_of_three_leaves_two_assessors() -> None:
    assert value(of("OO.", "VV.", "GV.", "OV."), "cohen_kappa") == value(of("OO", "VV", "GV", "OV"), "cohen_kappa")


@pytest.mark.parametrize("name", MEASURES)
def test_a_single_assessor_agrees_with_nobody(name: str) -> None:
    found = measures(Calculation(of("O", "V", "G"), plan=QUICK), [name])[name]
    assert found.value is None
    allowed = {Reason.FEWER_THAN_TWO_ASSESSORS, Reason.NOT_NUMBERS}
    assert found.reason in allowed
    if found.reason is Reason.FEWER_THAN_TWO_ASSESSORS:
        assert "minder dan 2 beoordelaars" in found.sentence.nl


@pytest.mark.parametrize("table", [of("O", "V", "G"), of("...", "...")], ids=["one assessor", "nobody"])
@pytest.mark.parametrize("name", MEASURES)
def test_where_nobody_can_be_compared_no_item_was_used(table: Table, name: str) -> None:
    found = measures(Calculation(table, plan=NO_INTERVAL), [name])[name]
    assert (found.items_used, found.pairs) == (0, 0)


def test_a_single_item_has_a_percentage_and_an_interval_over_assessors_only() -> None:
    one = of("OVVVGVVO")
    found = figures(one, plan=QUICK)
    exact = found["exact_agreement"]
    assert exact.value == pytest.approx(11 / 28)
    assert exact.interval is not None
    assert exact.interval.method == "assessors"
    assert exact.interval.low < 11 / 28 < exact.interval.high
    assert exact.standard_error is None
    assert exact.t_interval is None
    for name in (*CHANCE_CORRECTED, "light_kappa"):
        assert found[name].value is None
        assert found[name].reason in (Reason.ONE_ITEM, Reason.NOT_NUMBERS)
    for name in ICC:
        assert found[name].reason is Reason.ONE_ITEM
    for name in KENDALL:
        assert found[name].reason is Reason.NO_COMPLETE_ITEM
    assert figures(one, plan=Plan("items"))["exact_agreement"].interval is None


def test_two_assessors_with_one_item_in_common() -> None:
    found = figures(of("OO", "V.", ".G"))
    for name in TWO:
        assert found[name].reason is Reason.ONE_ITEM
        assert found[name].pairs == 1
    nothing_common = figures(of("O.", "V.", ".G"))
    assert nothing_common["cohen_kappa"].reason is Reason.NO_PAIR


def test_no_item_with_two_ratings() -> None:
    found = figures(of("O..", ".V.", "..G"))
    for name in MEASURES:
        assert found[name].value is None
        assert found[name].reason in (Reason.NO_PAIR, Reason.NOT_NUMBERS), name
    assert "door twee of meer beoordelaars" in found["exact_agreement"].sentence.nl


@pytest.mark.parametrize(
    "empty",
    [Table.from_ratings([], OVG), Table.from_ratings([]), of("...", "..."), Table.from_rows([[None, None]])],
    ids=["no rows", "no rows, no scale", "all missing", "all missing, no scale"],
)
def test_nothing_at_all(empty: Table) -> None:
    found = report(empty, Options(plan=QUICK))
    for name, one in found.measures.items():
        assert one.value is None, name
        assert one.reason in (Reason.NOTHING, Reason.NOT_NUMBERS, Reason.ONE_LEVEL), name
    assert found.coverage == 0.0
    assert found.components.reason is Reason.NOTHING
    assert found.planning.reason is Reason.NOTHING
    assert found.pairwise is None


def test_a_level_outside_the_scale_is_refused_with_its_row() -> None:
    with pytest.raises(Refused) as refused:
        Table.from_ratings([Rating("les 1", "4.1", "b1", "V", 2), Rating("les 1", "4.2", "b1", "X", 3)], OVG)
    assert refused.value.row == 3
    assert refused.value.sentence.nl == "Rij 3: niveau ‘X’ staat niet op de schaal (O, V, G)."


def test_two_ratings_by_one_assessor_of_one_item_are_refused_with_the_row() -> None:
    twice = [Rating("les 1", "4.1", "b1", "V", 2), Rating("les 1", "4.1", "b1", "G", 3)]
    with pytest.raises(Refused) as refused:
        Table.from_ratings(twice, OVG)
    assert refused.value.row == 3
    assert "al een niveau gegeven" in refused.value.sentence.nl
    assert "already rated" in str(refused.value)


def test_a_bound_beyond_one_is_cut_off_and_said() -> None:
    shared = Calculation(of("OOV", "VVV", "GGG", "OOO", "VGG"), plan=QUICK)
    light = measures(shared, ["light_kappa"])["light_kappa"]
    assert light.interval is not None
    assert light.interval.clipped
    assert light.interval.high == 1.0
    assert light.sentence.nl.endswith("De marge is afgekapt op 1.")
    low = Interval.clip(-1.4, 0.3, "f", 0.95)
    assert (low.low, low.high, low.clipped) == (-1.0, 0.3, True)


def test_an_unused_level_still_counts_as_declared() -> None:
    rows = ["OOV", "VVV", "OOO", "VVO", "VVV"]
    three, two = of(*rows), of(*rows, scale=Scale.of(["O", "V"]))
    assert value(three, "brennan_prediger") != value(two, "brennan_prediger")
    assert value(three, "gwet_ac") > value(two, "gwet_ac")
    assert value(three, "fleiss_kappa") == pytest.approx(value(two, "fleiss_kappa"))


def test_words_have_no_order_of_their_own() -> None:
    with pytest.raises(Refused) as refused:
        Table.from_rows([["O", "V"], ["V", "G"]])
    assert "O,V,G" in refused.value.sentence.nl


def test_measures_for_two_are_undefined_for_three() -> None:
    found = figures(of("OOV", "VVG", "GGG"))
    for name in TWO:
        assert found[name].reason is Reason.MORE_THAN_TWO_ASSESSORS


def test_two_levels_have_no_opposite() -> None:
    found = figures(of("OOV", "VVO", "VVV", scale=Scale.of(["O", "V"])))
    assert found["opposite_share"].reason is Reason.TWO_LEVELS
    assert found["opposite_share"].sentence.nl == "Niet van toepassing: deze schaal heeft twee niveaus."


def test_one_lesson_has_no_icc_and_says_so() -> None:
    found = report(lesson(8, 7), Options(plan=QUICK))
    for name in ICC:
        assert found.measures[name].sentence.nl == "Niet te berekenen met één les."
    assert found.components.reason is Reason.ONE_WORK
    assert found.measures["fleiss_kappa"].sentence.nl.endswith("Indicatief: één les.")


def test_ratios_need_a_zero() -> None:
    negative = Table.from_rows([[-1, 0], [0, 1], [1, 1], [-1, 1]])
    assert figures(negative)["krippendorff_alpha_ratio"].reason is Reason.NEGATIVE_LEVEL
    assert figures(of("OV", "VV", "GG"))["krippendorff_alpha_ratio"].reason is Reason.NOT_NUMBERS
    zeros = Table.from_rows([[0, 0], [0, 1], [1, 1]])
    assert figures(zeros)["krippendorff_alpha_ratio"].value is not None


def test_a_coefficient_of_too_few_ratings_for_components() -> None:
    found = figures(of("OV", "V.", "G."))
    assert found["icc_a_1"].reason is Reason.NO_REPETITION


@pytest.mark.parametrize(
    "table",
    [
        of("OV", "VO"),
        of("OG", "GO"),
        of("OVG"),
        of("OV.", ".VG", "O.G"),
        of("OOO", "VVV"),
        of("OOOO", "OOOO", "OOOG"),
        of("V", "V"),
        of("VVVV", "...."),
        lesson(2, 7),
        lesson(3, 2, works=2),
        lesson(5, 3, works=4, missing=0.5),
        lesson(12, 7, missing=0.9),
    ],
    ids=lambda table: f"{table.items} by {len(table.assessors)}, {len(table.level)} ratings",
)
@pytest.mark.parametrize("weights", ["unweighted", "quadratic", "ordinal"])
def test_no_table_crashes_and_no_figure_is_nan(table: Table, weights) -> None:
    found = report(table, Options(weights, QUICK))
    assert all(math.isfinite(number) for number in numbers(found))
    for one in found.measures.values():
        assert (one.value is None) != (one.reason is None)
        assert one.sentence.nl
        assert one.sentence.en
        assert one.definition.nl
        assert one.items_used + one.items_left_out == table.items


def test_a_result_cannot_hold_nonsense() -> None:
    words = Sentence("", "")
    with pytest.raises(ValueError, match="a value or a reason"):
        Result("x", 1.0, Reason.NOTHING, 1, 0, 1, 1.0, words, words)
    with pytest.raises(ValueError, match="a value or a reason"):
        Result("x", None, None, 1, 0, 1, 1.0, words, words)
    with pytest.raises(ValueError, match="no number"):
        Result("x", float("nan"), None, 1, 0, 1, 1.0, words, words)
    assert Result("x", 0.5, None, 1, 0, 1, 1.0, words, words).defined


def test_an_unknown_measure_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        measures(Calculation(of("OV", "VG"), plan=NO_INTERVAL), ["kappa"])


def test_equal_where_it_can_be_compared_is_not_equal_everywhere() -> None:
    # What both rated is V throughout, but elsewhere they gave other levels: "all ratings are equal" would be untrue.
    found = figures(of("VV", "VV", "O.", ".G"))
    for name in ("cohen_kappa", "scott_pi", "light_kappa", "krippendorff_alpha_nominal", "kendall_w_tie_corrected"):
        assert found[name].reason is Reason.NO_SPREAD, name
        assert "geen variatie" in found[name].sentence.nl
    assert figures(of("VV", "VV"))["cohen_kappa"].reason is Reason.NO_VARIATION
