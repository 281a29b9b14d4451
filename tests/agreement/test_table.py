"""Ratings become a table: levels in the declared order, items a work's criterion, and every doubt refused."""

import numpy as np
import pytest

from assessor.agreement import weights
from assessor.agreement.result import Sentence
from assessor.agreement.scale import MOST_LEVELS, Refused, Scale, as_number
from assessor.agreement.table import Rating, Table
from tests.agreement.tables import OVG, lesson, of, value


def test_items_are_the_criteria_of_a_work() -> None:
    table = Table.from_ratings(
        [
            Rating("les 1", "4.1", "Noor", "V"),
            Rating("les 1", "4.2", "Noor", None, not_observed=True),
            Rating("les 2", "4.1", "Noor", "G"),
            Rating("les 1", "4.1", "Sam", "O"),
            Rating("les 1", "4.2", "Sam", None),
        ],
        OVG,
        reference=[Rating("les 1", "4.1", "", "V"), Rating("les 2", "4.1", "", None)],
    )
    assert [table.item_name(item) for item in range(table.items)] == ["les 1 · 4.1", "les 1 · 4.2", "les 2 · 4.1"]
    assert table.assessors == ("Noor", "Sam")
    assert table.reference.tolist() == [1, -1, -1]
    assert table.skipped.tolist() == [[1, 0]]
    assert table.coverage == 3 / 6
    assert table.grid.tolist() == [[1, 0], [-1, -1], [2, -1]]


def test_with_one_work_a_criterion_is_enough_of_a_name() -> None:
    assert lesson(2, 2).item_name(1) == "2"
    assert of("OV", "VG").item_name(0) == "1"


def test_the_row_is_the_place_when_no_row_is_given() -> None:
    with pytest.raises(Refused) as refused:
        Table.from_ratings([Rating("1", "", "a", "V"), Rating("1", "", "b", "?")], OVG)
    assert refused.value.row == 2


def test_not_observed_beside_a_level_is_a_second_rating() -> None:
    with pytest.raises(Refused):
        Table.from_ratings([Rating("1", "", "a", "V"), Rating("1", "", "a", None, not_observed=True)], OVG)


def test_two_references_that_differ_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        Table.from_ratings(
            [], OVG, [Rating("1", "", "", "V", 2), Rating("1", "", "", "V", 3), Rating("1", "", "", "G")]
        )
    assert refused.value.row == 3
    assert "ander referentieniveau" in refused.value.sentence.nl


def test_numbers_that_were_not_declared_sort_as_numbers() -> None:
    table = Table.from_rows([["10", "9,5"], [2, None]])
    assert table.scale.labels == ("2", "9,5", "10")
    assert table.scale.values == (2.0, 9.5, 10.0)
    assert not table.scale.declared


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1.0), (" 2,5 ", 2.5), ("3.5", 3.5), (4, 4.0), ("V", None), ("inf", None), ("nan", None)]
)
def test_a_number_may_have_a_comma_or_a_point(text, number) -> None:
    assert as_number(text) == number


def test_a_numeric_scale_knows_its_levels_however_they_are_written() -> None:
    scale = Scale.of([1, 2.0, "3"])
    assert scale.labels == ("1", "2", "3")
    table = Table.from_rows([["1", 1.0], ["2,0", 3]], scale)
    assert table.level.tolist() == [0, 0, 1, 2]


@pytest.mark.parametrize("levels", [[], ["O", "O"], [1, "1.0"]])
def test_a_scale_names_each_level_once(levels) -> None:
    with pytest.raises(Refused) as refused:
        Scale.of(levels)
    assert isinstance(refused.value.sentence, Sentence)
    assert refused.value.row is None


def test_a_measurement_is_no_rating_scale() -> None:
    with pytest.raises(Refused, match="no rating scale"):
        Scale.of(list(range(MOST_LEVELS + 1)))


def test_coded_arrays_make_the_same_table() -> None:
    rows = of("OVG", "V.G", "GGO")
    coded = Table.from_codes(OVG, rows.item, rows.assessor, rows.level, 3, 3)
    for name in ("fleiss_kappa", "krippendorff_alpha_ordinal", "conger_kappa"):
        assert value(coded, name) == value(rows, name)


@pytest.mark.parametrize(
    ("item", "assessor", "level", "row"),
    [
        ([0, 2], [0, 0], [0, 0], 2),
        ([0, 1], [0, -1], [0, 0], 2),
        ([0, 1], [0, 0], [3, 0], 1),
        ([0, 1, 0], [0, 0, 0], [0, 1, 2], 3),
    ],
)
def test_coded_arrays_are_checked(item, assessor, level, row) -> None:
    with pytest.raises(Refused) as refused:
        Table.from_codes(OVG, *(np.array(codes) for codes in (item, assessor, level)), 2, 2)
    assert refused.value.row == row


def test_one_criterion_of_several_works() -> None:
    table = lesson(4, 3, works=5)
    part = table.of_criterion("2")
    assert part.items == 5
    assert part.criteria == ("2",)
    assert part.grid.tolist() == table.grid[1::3].tolist()
    with pytest.raises(KeyError):
        table.of_criterion("9")


def test_choosing_items_keeps_what_was_not_observed() -> None:
    table = Table.from_ratings(
        [Rating("1", c, "a", None, not_observed=True) for c in "xyz"] + [Rating("1", "z", "b", "V")], OVG
    )
    chosen = table.choose(np.array([False, True, True]))
    assert chosen.skipped.tolist() == [[0, 0], [1, 0]]
    assert chosen.item.tolist() == [1]


def test_a_coarser_scale_has_two_sides() -> None:
    table = Table.from_ratings(
        [Rating("1", "", "a", "O"), Rating("1", "", "b", "V"), Rating("2", "", "a", "V"), Rating("2", "", "b", "G")],
        OVG,
        [Rating("1", "", "", "G")],
    )
    coarse = table.coarsen(1, ("niet", "wel"))
    assert coarse.scale.labels == ("niet", "wel")
    assert coarse.grid.tolist() == [[0, 1], [1, 1]]
    assert coarse.reference.tolist() == [1, -1]
    assert value(coarse, "exact_agreement") == 0.5
    assert value(table, "pass_fail_agreement") == 0.5
    for cut in (0, 3):
        with pytest.raises(ValueError, match="does not divide"):
            table.coarsen(cut)


def test_weights_follow_the_numbers_and_ordinal_ones_the_places() -> None:
    uneven = Scale.of([1, 2, 4])
    assert weights.disagreement(uneven, "linear")[0].tolist() == [0, 1 / 3, 1]
    assert weights.disagreement(uneven, "quadratic")[0].tolist() == [0, 1 / 9, 1]
    assert weights.disagreement(uneven, "radical")[0] == pytest.approx([0, (1 / 3) ** 0.5, 1])
    assert weights.disagreement(uneven, "ordinal")[0].tolist() == [0, 1 / 3, 1]
    assert weights.disagreement(OVG, "linear")[0].tolist() == [0, 0.5, 1]
    with pytest.raises(ValueError, match="unknown weights"):
        weights.disagreement(OVG, "cubic")  # type: ignore[arg-type]
