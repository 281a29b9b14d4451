"""Which column of an online form's export answers what: by its own words, as somebody said, or to be asked."""

import pytest

from assessor.domain.calibration.online import (
    IGNORED,
    MAIL,
    answers,
    code_on,
    columns,
    doubled_roles,
    is_answer,
    open_roles,
    questions,
    role_text,
    roles,
    texts,
)
from assessor.domain.calibration.score_form import WHO
from tests.domain.calibration.test_score_form import asked

ONE, TWO = asked("A"), asked("A", "B")
PASTED = [each.text.nl for each in questions(ONE)]


def found(*headings: str, remembered: dict[str, str] | None = None, two: bool = False) -> list[tuple[str, bool]]:
    return [(each.role, each.sure) for each in columns(headings, TWO if two else ONE, remembered or {})]


def test_pasted_questions_are_known() -> None:
    whole = columns(PASTED, ONE, {})
    assert all(each.sure for each in whole)
    assert open_roles(whole, ONE) == ()
    assert doubled_roles(whole) == ()
    assert [each.role for each in whole] == [each.role for each in questions(ONE)]
    assert code_on(PASTED) == ONE.identity(None, "nl").code
    assert code_on(["Naam", "3.1"]) is None


def test_the_systems_own_columns_are_known_and_a_name_counts_where_no_question_asks_it() -> None:
    assert found("ID", "E-mail", "Naam", *PASTED)[:3] == [(IGNORED, True), (MAIL, True), (IGNORED, True)]
    assert found("Naam", "Email address") == [(WHO, False), (MAIL, False)]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("3.1", "level:1:3.1"),
        ("Criterium 3.1: sfeer", "level:1:3.1"),
        ("casus A, 3.2 taal", "level:1:3.2"),
        ("3.1 Licht je keuze toe (toelichting)", "note:1:3.1"),
        ("3.10 bestaat niet", IGNORED),
        ("31", IGNORED),
        ("Wat vond je van 3.1?", IGNORED),
    ],
)
def test_a_heading_that_begins_with_a_code_is_offered_and_not_trusted(heading: str, role: str) -> None:
    assert found(heading) == [(role, False)]


def test_with_two_cases_a_code_alone_says_too_little() -> None:
    assert found("3.1 sfeer", "B: 3.1 sfeer", two=True) == [(IGNORED, False), ("level:2:3.1", False)]


def test_what_somebody_said_is_remembered_and_what_no_longer_exists_is_asked_again() -> None:
    said = {"Wie?": WHO, "Hoe ging het?": IGNORED, "Oud": "level:9:3.1"}
    assert found("Wie?", "Hoe ging het?", "Oud", remembered=said) == [(WHO, True), (IGNORED, True), (IGNORED, False)]


def test_what_lacks_and_what_stands_twice_is_told() -> None:
    some = columns(["3.1", "A 3.1", "3.2"], ONE, {})
    assert open_roles(some, ONE) == (WHO, "level:1:4.1")
    assert doubled_roles(some) == ("level:1:3.1",)
    assert open_roles(columns(["E-mail"], ONE, {}), ONE)[0] != WHO


def test_a_row_says_what_it_says_and_nobody_is_nobody() -> None:
    some = columns(["E-mail", "Naam", "3.1", "Los"], ONE, {})
    assert answers(some, ["anonymous", " Ada ", "goed", "x"]) == {WHO: " Ada ", "level:1:3.1": "goed"}
    assert answers(some, ["a@b.nl", "Anoniem"]) == {MAIL: "a@b.nl"}


def test_a_level_is_no_heading() -> None:
    assert is_answer(" Voldoende ", ONE)
    assert is_answer("n.w.", ONE)
    assert not is_answer("3.1 Voldoende sfeer", ONE)
    assert not is_answer("", ONE)


def test_every_role_has_words_and_the_texts_name_the_danger() -> None:
    offered = dict(roles(TWO))
    assert list(offered)[:3] == [IGNORED, WHO, MAIL]
    assert offered["level:2:3.1"].nl.startswith("B · 3.1 ")
    assert role_text("note:1:3.1", ONE).nl == "3.1 Toelichting: wat zag je?"
    words = texts(ONE, "Sessie", "nl")
    assert words.startswith("Sessie\n")
    assert "kan alle antwoorden zien" in words
    assert all(each in words for each in PASTED)
