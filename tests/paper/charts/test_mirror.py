"""The picture of the mirror: the talk's subject on top, letters beside colour, and the same told aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessor.domain.form_parts import level_name
from assessor.domain.forms import Respondent
from assessor.domain.instrument import Instrument, Level
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.midterm.mirror import Mirror, mirror
from assessor.domain.programme import AD, PABO
from assessor.domain.text import LANGUAGES, Language, Text
from assessor.instruments.catalogue import Catalogue
from assessor.paper.charts.mirror import WIDTH_WANTED, mirror_picture
from assessor.paper.charts.shapes import Drawing, Rectangle, Words
from assessor.paths import forms

CATALOGUE = Catalogue(forms())
PABO_FORM, AD_FORM = CATALOGUE.get("pabo-tussenevaluatie"), CATALOGUE.get("ad-tussenevaluatie")
STUDENT, MENTOR = SIDES
RICH = ("1120N1220102-21", "102012121110221")


def views(instrument: Instrument, *marks: str) -> dict[Respondent, dict[str, str]]:
    """What each side chose, a sign a criterion: 0, 1 or 2 for the levels, N, or - for left open."""
    words = {"0": "B0", "1": "B1", "2": "B2", "N": "N"}
    return {
        side: {
            level_name(code): words[sign] for code, sign in zip(instrument.criteria, row, strict=True) if sign != "-"
        }
        for side, row in zip(SIDES, marks, strict=False)
    }


def picture(found: Mirror, language: Language = "nl", width: float = WIDTH_WANTED, supervisor: Text = PABO.supervisor):
    return mirror_picture(found, supervisor, width, language)


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def letters(drawing: Drawing) -> list[tuple[str, Rectangle]]:
    """Every letter with the box that it stands in: middle words stand on the rectangle that was drawn just before."""
    found, box = [], None
    for shape in drawing.shapes:
        if isinstance(shape, Rectangle):
            box = shape
        elif shape.align == "middle" and box is not None:
            assert box.x <= shape.x <= box.x + box.width
            assert box.y <= shape.y <= box.y + box.height
            found.append((shape.text, box))
    return found


def test_what_lies_far_apart_is_at_the_top_and_stands_out() -> None:
    drawing = picture(mirror(PABO_FORM, views(PABO_FORM, *RICH)))
    said = words(drawing)
    heading = said.index("Hier kijken jullie heel anders naar")
    assert said[heading + 1 : heading + 5] == ["2.4", "Communicatie en omgang", "S", "M"]
    order = [word for word in said if word in PABO_FORM.criteria]
    assert order[:2] == ["2.4", "1.4"]
    assert sorted(order) == sorted(PABO_FORM.criteria)
    bars = {shape.meaning.nl: shape for shape in drawing.shapes if isinstance(shape, Rectangle) and _is_bar(shape)}
    far = bars["De student kiest twee stappen hoger dan de mentor."]
    near = bars["De student kiest één stap lager dan de mentor."]
    assert far.width == pytest.approx(2 * near.width)
    assert far.height > 2 * near.height
    name = next(shape for shape in drawing.shapes if isinstance(shape, Words) and shape.text.startswith("Communic"))
    assert name.bold


def _is_bar(shape: Rectangle) -> bool:
    return shape.meaning is not None and shape.meaning.nl.startswith("De student kiest")


def test_no_view_is_told_by_colour_alone_and_what_is_no_level_stands_beside_them() -> None:
    drawing = picture(mirror(PABO_FORM, views(PABO_FORM, *RICH)))
    boxes = letters(drawing)
    assert {letter for letter, _ in boxes} == {"S", "M"}
    highest = max(box.x for _, box in boxes if box.meaning is not None and "expertniveau" in box.meaning.nl)
    dashed = {box.meaning.nl: box for _, box in boxes if box.dashed and box.meaning is not None}
    assert set(dashed) == {"student: nog niet te zien", "student: niet ingevuld"}
    assert all(box.x > highest for box in dashed.values())
    assert all(letter == "S" for letter, box in boxes if box.shade == 1.0)
    assert {"nog niet te", "ingevuld"} <= set(words(drawing))


def test_columns_for_what_is_no_level_are_there_only_when_something_stands_in_them() -> None:
    drawing = picture(mirror(PABO_FORM, views(PABO_FORM, "1" * 15, "1" * 15)))
    assert "ingevuld" not in words(drawing)
    assert not any(box.dashed for _, box in letters(drawing))
    alike = [box.x for _, box in letters(drawing)[2:]]
    assert alike[0] < alike[1]
    assert alike == alike[:2] * 15


def test_words_and_letter_follow_the_programme() -> None:
    drawing = picture(mirror(AD_FORM, views(AD_FORM, *RICH)), supervisor=AD.supervisor)
    assert {letter for letter, _ in letters(drawing)} == {"S", "P"}
    assert "praktijkbegeleider" in words(drawing)
    english = picture(mirror(AD_FORM, views(AD_FORM, *RICH)), "en", supervisor=AD.supervisor)
    assert {"practice supervisor", "Here your views are far apart", "at base level"} <= set(words(english))


def test_with_one_form_only_that_one_is_drawn() -> None:
    drawing = picture(mirror(PABO_FORM, views(PABO_FORM, RICH[0])))
    assert {letter for letter, _ in letters(drawing)} == {"S"}
    assert "mentor" not in words(drawing)
    assert "mentor" not in drawing.alternative.nl


def test_a_screen_reader_hears_every_criterion_under_what_it_is() -> None:
    told = picture(mirror(PABO_FORM, views(PABO_FORM, *RICH))).alternative
    assert told.nl.startswith(
        "Hier kijken jullie heel anders naar: 2.4 Communicatie en omgang: student op weg naar expertniveau,"
        " mentor nog niet op basisniveau. Hier zien jullie allebei werk: 1.4 "
    )
    assert told.en.startswith("Here your views are far apart: 2.4 Communication and conduct: student towards")
    assert "1.5 Zorg voor leerlingen die meer of iets anders nodig hebben: student nog niet te zien" in told.nl


def test_a_long_name_is_cut_between_words_and_told_whole_when_pointed_at() -> None:
    drawing = picture(mirror(PABO_FORM, views(PABO_FORM, *RICH)))
    assert "Zorg voor leerlingen die meer of iets …" in words(drawing)
    hints = [shape.meaning.nl for shape in drawing.shapes if isinstance(shape, Rectangle) and shape.meaning is not None]
    assert any(hint.startswith("1.5 Zorg voor leerlingen die meer of iets anders nodig hebben: ") for hint in hints)
    narrow = words(picture(mirror(PABO_FORM, views(PABO_FORM, *RICH)), width=320))
    assert {"Verantwoordel…", "Zorg voor …"} <= set(narrow)
    without_room = words(picture(mirror(PABO_FORM, views(PABO_FORM, *RICH)), width=200))
    assert "Initiatief" not in without_room
    assert "2.3" in without_room


def test_models_on_another_scale_have_columns_of_their_own() -> None:
    first, second = PABO_FORM.models
    other = replace(
        second.scale,
        code="ander",
        levels=tuple(Level(f"B{n}", Text(f"stap {n}", f"step {n}")) for n in range(4)),
    )
    instrument = replace(PABO_FORM, models=(first, replace(second, scale=other)))
    found = mirror(instrument, {STUDENT: {level_name("2.1"): "B3"}, MENTOR: {level_name("2.1"): "B0"}})
    drawing = picture(found)
    said = words(drawing)
    assert said.index("2.7") > said.index("stap 3") > said.index("1.8")
    bars = [shape.meaning for shape in drawing.shapes if isinstance(shape, Rectangle) and _is_bar(shape)]
    assert [bar.en for bar in bars] == ["The student chooses three steps higher than the mentor."]


MARKS = st.text("012N-", min_size=15, max_size=15)


@settings(max_examples=60)
@given(
    MARKS,
    st.one_of(st.none(), MARKS),
    st.floats(200, 1200),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["pabo", "ad"]),
)
def test_whatever_was_chosen_nothing_leaves_the_drawing_and_every_letter_is_there(
    student, mentor, width, language, programme
) -> None:
    instrument, supervisor = (PABO_FORM, PABO.supervisor) if programme == "pabo" else (AD_FORM, AD.supervisor)
    given_marks = (student,) if mentor is None else (student, mentor)
    drawing = picture(mirror(instrument, views(instrument, *given_marks)), language, width, supervisor)
    # Two letters of the legend, and one a criterion for each view.
    assert len(letters(drawing)) == 16 * len(given_marks)
    for shape in drawing.shapes:
        assert shape.x >= -0.01
        assert 0 <= shape.y <= drawing.height
        if isinstance(shape, Rectangle) and width >= 320:
            assert shape.x + shape.width <= width + 0.01
            assert shape.y + shape.height <= drawing.height
