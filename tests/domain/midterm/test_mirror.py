"""The mirror shows in five seconds what the talk is about, in the words of the programme."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_parts import level_name, note_name
from assessor.domain.forms import FieldKind, Respondent
from assessor.domain.instrument import Outcome
from assessor.domain.midterm.agenda import agenda
from assessor.domain.midterm.foresight import Course, course, foresight, towards
from assessor.domain.midterm.form import midterm_form, talk_form
from assessor.domain.midterm.letter import Occasion, covering, reminder, subject
from assessor.domain.midterm.midterm import SIDES
from assessor.domain.midterm.mirror import Contrast, mirror
from assessor.domain.midterm.talk import Agreement, Talk, TalkPlace, require_agreements, talk_of
from assessor.domain.programme import AD, PABO
from assessor.domain.ratings import Place, Rating, Sheet
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from tests.domain.stories import PABO as PRACTICE
from tests.domain.stories import dossier_on

CATALOGUE = Catalogue(forms())
PABO_FORM, AD_FORM = CATALOGUE.get("pabo-tussenevaluatie"), CATALOGUE.get("ad-tussenevaluatie")
KEY = InstrumentKey("pabo-tussenevaluatie", "1.0", "a" * 64)
STUDENT, MENTOR = SIDES
MARKS = st.sampled_from(["B0", "B1", "B2", "N", None])


def levels(**marks: str) -> dict[str, str]:
    """Levels as a form brings them, given as _1_1="B0"."""
    return {level_name(name.strip("_").replace("_", ".")): mark for name, mark in marks.items()}


# --- forms


@pytest.mark.parametrize("instrument", [PABO_FORM, AD_FORM], ids=["pabo", "ad"])
def test_each_side_has_its_own_questions_and_no_level_is_preselected(instrument) -> None:
    student, mentor = (midterm_form(instrument, KEY, side) for side in SIDES)
    code = next(iter(instrument.criteria))
    asked = instrument.criteria[code].questions
    assert student.fields[note_name(code)].label == asked["student"]
    assert mentor.fields[note_name(code)].label == asked["mentor"]
    assert [choice.code for choice in mentor.fields[level_name(code)].choices] == ["B0", "B1", "B2", "N"]
    assert mentor.fields[level_name(code)].choices[-1].word.nl == "nog niet te zien"
    own = [item.code for item in student.items if item.code.startswith("F")]
    assert own == ["F1", "F2", "F3"]
    assert not [item for item in mentor.items if item.code.startswith("F")]
    assert student.fingerprint != mentor.fingerprint
    assert "zonder te overleggen" in student.lead[0].nl


def test_the_words_follow_the_programme() -> None:
    assert midterm_form(AD_FORM, KEY, MENTOR).title.nl == "Tussenevaluatie – praktijkbegeleider"
    assert midterm_form(PABO_FORM, KEY, MENTOR).title.nl == "Tussenevaluatie – mentor"
    assert talk_form(AD_FORM, KEY).title.nl == "Gespreksblad van student en praktijkbegeleider"


def test_a_form_without_questions_and_without_own_items_asks_for_an_example() -> None:
    practice = CATALOGUE.get("pabo-praktijkbeoordeling")
    form = midterm_form(practice, KEY, STUDENT)
    assert form.fields[note_name("5.1")].label.nl == "Geef een voorbeeld."
    assert sum(item.code.startswith("F") for item in form.items) == 3


# --- contrasts


def test_far_apart_comes_first_and_a_level_that_was_not_seen_is_no_difference() -> None:
    found = mirror(
        PABO_FORM,
        {
            STUDENT: levels(_1_1="B0", _1_2="B2", _1_3="B1", _1_4="B0", _1_5="B1", _1_6="N", _1_7="B2", _1_8="B1"),
            MENTOR: levels(_1_1="B2", _1_2="B1", _1_3="B0", _1_4="B0", _1_5="B1", _1_6="B1", _1_7="B2", _2_1="B1"),
        },
    )
    lying = {line.criterion.code: (line.steps, line.contrast) for line in found.lines}
    assert lying["1.1"] == (-2, Contrast.FAR_APART)
    assert lying["1.2"] == (1, Contrast.STUDENT_HIGHER)
    assert lying["1.4"] == (0, Contrast.BOTH_LOWEST)
    assert lying["1.5"] == (0, Contrast.ALIKE)
    assert lying["1.6"] == lying["1.8"] == lying["2.1"] == (None, Contrast.NOT_COMPARABLE)
    assert lying["1.7"] == (0, Contrast.SHARED_STRENGTH)
    # Of one step apart, what somebody sees at the lowest level comes first.
    assert [line.criterion.code for line in found.subjects] == ["1.1", "1.4", "1.3", "1.2"]
    assert [line.criterion.code for line in found.strengths] == ["1.7"]
    assert [one for one, _ in found.grouped] == sorted(one for one, _ in found.grouped)
    assert all(one.word.nl for one in Contrast)


def test_what_moved_since_the_previous_period_is_told_per_side() -> None:
    now = {STUDENT: levels(_1_1="B2"), MENTOR: levels(_1_1="B1")}
    before = {STUDENT: levels(_1_1="B0"), MENTOR: levels(_1_1="B2")}
    first = mirror(PABO_FORM, now, before).lines[0]
    assert (first.student_change, first.mentor_change) == (2, -1)
    alone = mirror(PABO_FORM, now).lines[0]
    assert (alone.student_change, alone.mentor_change) == (None, None)


def test_one_hand_for_two_roles_is_noticed() -> None:
    same = levels(_1_1="B1") | {note_name("1.1"): "In de kring."}
    assert mirror(PABO_FORM, {STUDENT: same, MENTOR: same}).identical
    own = {**same, Place.formative_title("F3"): "Muziek"}
    assert mirror(PABO_FORM, {STUDENT: own, MENTOR: same}).identical
    other = {**same, note_name("1.1"): "Bij gym."}
    assert not mirror(PABO_FORM, {STUDENT: same, MENTOR: other}).identical
    assert not mirror(PABO_FORM, {STUDENT: {}, MENTOR: {}}).identical
    assert not mirror(PABO_FORM, {STUDENT: same}).identical


def test_own_items_have_answers_and_no_level() -> None:
    answers = {Place.formative_title("F3"): "Muziek in de groep", Place.formative_answer("F1", 1): "Ik durf meer."}
    own = mirror(PABO_FORM, {STUDENT: answers}).own
    assert [(one.own_title, [given for _, given in one.answers]) for one in own] == [
        ("", ["Ik durf meer."]),
        ("Muziek in de groep", []),
    ]


@given(st.lists(st.tuples(MARKS, MARKS), min_size=15, max_size=15))
def test_swapping_both_sides_turns_every_difference_round(marks) -> None:
    views = [
        {level_name(code): pair[side] for code, pair in zip(PABO_FORM.criteria, marks, strict=True) if pair[side]}
        for side in (0, 1)
    ]
    one = mirror(PABO_FORM, {STUDENT: views[0], MENTOR: views[1]})
    other = mirror(PABO_FORM, {STUDENT: views[1], MENTOR: views[0]})
    assert [line.steps for line in one.lines] == [None if it.steps is None else -it.steps for it in other.lines]
    assert {line.criterion.code for line in one.subjects} == {line.criterion.code for line in other.subjects} or len(
        one.subjects
    ) == 5


# --- agenda


def test_the_agenda_starts_with_a_strength_and_ends_with_agreements() -> None:
    found = mirror(
        AD_FORM,
        {
            STUDENT: levels(_A1_1="B2", _A1_2="B0", _A1_3="B1", _A1_4="B0", _A1_5="B1"),
            MENTOR: levels(_A1_1="B2", _A1_2="B2", _A1_3="B0", _A1_4="B0", _A1_5="B2"),
        },
    )
    items = agenda(found, AD_FORM)
    assert [item.criterion for item in items] == ["", "A1.2", "A1.4", "A1.3", "A1.5", "", ""]
    assert items[0].heading.nl == "Begin met wat goed gaat"
    assert items[1].question.nl.startswith(
        "De student kiest ‘nog niet op basisniveau’, de praktijkbegeleider ‘op weg naar expertniveau’."
    )
    assert "Wat zou de praktijkbegeleider nog willen zien?" in items[3].question.nl
    assert "nog niet ziet" in items[4].question.nl
    assert "A1.6" in items[5].question.nl
    assert items[-1].heading.nl == "Sluit af met afspraken"


def test_with_one_form_the_agenda_asks_only_for_agreements() -> None:
    found = mirror(PABO_FORM, {STUDENT: levels(_1_1="B1")})
    assert [item.heading.nl for item in agenda(found, PABO_FORM)] == ["Sluit af met afspraken"]


# --- towards the practice assessment


def test_the_practice_assessment_lies_higher_or_lower_and_never_equal_to_goed() -> None:
    scale = PABO_FORM.models[0].scale
    assert course(scale, "B0", Outcome.INSUFFICIENT) is Course.IN_LINE
    assert course(scale, "B1", Outcome.INSUFFICIENT) is Course.LOWER
    assert course(scale, "B1", Outcome.SUFFICIENT) is Course.IN_LINE
    assert course(scale, "B2", Outcome.SUFFICIENT) is Course.LOWER
    assert {course(scale, mark, Outcome.GOOD) for mark in ("B0", "B1", "B2")} == {Course.HIGHER}
    assert course(scale, "N", Outcome.GOOD) is course(scale, None, Outcome.GOOD) is course(scale, "B1", None) is None
    assert course(scale, "Z", Outcome.GOOD) is None
    assert "goed" not in "".join(one.word.nl for one in Course)


def test_an_insufficient_is_announced_when_a_side_chose_the_lowest_level() -> None:
    views = {STUDENT: levels(_2_1="B0", _2_2="B1"), MENTOR: levels(_2_1="B1") | {note_name("2.1"): "Te laat."}}
    found = foresight(PABO_FORM, views)
    assert (found["2.1"].announced, found["2.2"].announced) == (True, False)
    assert (found["2.1"].mentor, found["2.1"].example) == ("B1", "Te laat.")
    assert (found["2.2"].mentor, "2.3" in found) == (None, False)
    assert found["2.1"].course(Outcome.INSUFFICIENT) is Course.LOWER
    assert found["2.2"].course(Outcome.GOOD) is Course.HIGHER


def test_the_practice_assessment_that_followed_is_told_by_course() -> None:
    said = foresight(PABO_FORM, {STUDENT: {}, MENTOR: levels(_1_1="B0", _1_2="B1", _1_3="B2", _1_4="N", _1_5="B1")})
    marks = {"1.1": "V", "1.2": "V", "1.3": "V", "1.4": "G", "1.5": None}
    sheet = Sheet({code: Rating(code, mark) for code, mark in marks.items()})
    after = towards(said, CATALOGUE.get("pabo-praktijkbeoordeling"), replace(dossier_on(PRACTICE), sheet=sheet))
    assert (after.codes(Course.HIGHER), after.codes(Course.IN_LINE), after.codes(Course.LOWER)) == (
        ("1.1",), ("1.2",), ("1.3",),
    )  # fmt: skip
    assert after.day is not None
    elsewhere = towards(said, CATALOGUE.get("ad-praktijkbeoordeling"), dossier_on(PRACTICE))
    assert elsewhere.courses == {}


# --- the talk


def test_the_talk_comes_back_from_its_values() -> None:
    talk = Talk(
        date(2026, 12, 1),
        ("Rust in de groep.", "", "", "Samen, in januari."),
        (Agreement("2.3", "Elke week een initiatief", "Tijd op maandag", date(2027, 1, 12)), Agreement("1.1")),
        share=True,
    )
    assert talk_of(talk.values(), PABO_FORM) == talk
    assert talk.may_go_to_coach
    assert not talk.is_empty
    assert talk_of({}, PABO_FORM).is_empty
    assert Talk(concern=True).may_go_to_coach
    assert not Talk().may_go_to_coach
    known = talk_form(PABO_FORM, KEY).fields
    assert set(talk.values()) <= set(known)
    assert known[TalkPlace.DAY].kind is FieldKind.DAY


@pytest.mark.parametrize(
    ("codes", "refusal"),
    [(["1.1"] * 4, "agreements-too-many"), (["1.1", "1.1"], "agreement-twice"), (["9.9"], "agreement-criterion")],
)
def test_at_most_three_agreements_each_on_another_criterion(codes: list[str], refusal: str) -> None:
    with pytest.raises(KnownError, match=refusal):
        require_agreements(Talk(agreements=tuple(Agreement(code, "x") for code in codes)), PABO_FORM)
    require_agreements(Talk(agreements=(Agreement("1.1", "x"), Agreement("", "y"))), PABO_FORM)


# --- letters


def test_the_covering_text_speaks_the_words_of_the_programme() -> None:
    phase = AD_FORM.phases[0]
    to_supervisor = Occasion(
        AD, MENTOR, "Noor Veld", "Sem Heide", "Ties Berk", phase, date(2026, 12, 11), "a.pdf", "Sem"
    )  # fmt: skip
    text = covering(to_supervisor)
    assert text.nl.startswith("Beste Noor Veld,\n\nDe stage van Sem Heide is halverwege")
    for part in ("Jouw taken dit semester", phase.line.nl, "uiterlijk 11 december 2026", "a.pdf", "Ties Berk"):
        assert part in text.nl
    assert text.nl.count("Sem Heide") == 1
    assert f"Sem zit in {phase.name.nl.lower()}" in text.nl
    assert "{" not in text.nl + text.en
    to_student = Occasion(PABO, STUDENT, "Sem Heide", "Sem Heide", "Ties Berk", PABO_FORM.phases[1])
    assert "Jouw taken" not in covering(to_student).nl
    assert "Je mentor vult een eigen formulier in." in covering(to_student).nl
    assert "Je zit in jaar 2" in covering(to_student).nl
    nobody = Occasion(PABO, MENTOR, "", "Sem Heide", "Ties Berk")
    assert covering(nobody).nl.startswith("Beste mentor,")
    assert "nog niet ontvangen" in reminder(nobody).nl
    assert "Sem Heide" in reminder(nobody).nl
    assert "Sem Heide" not in subject(nobody).nl
    assert reminder(to_student).en.startswith("Dear Sem Heide,")
    assert "Open het bestand, vul het in" in reminder(to_supervisor).nl


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ((Way.PDF,), "Open het bestand in een pdf-lezer, vul het in, sla het op en stuur het als bijlage terug."),
        ((Way.WORKBOOK,), "Open het bestand in Excel of LibreOffice, vul het in"),
        ((Way.PDF, Way.WORKBOOK), "Gebruik dan de werkmap die erbij zit. Eén van de twee is genoeg."),
    ],
)
def test_the_covering_text_says_with_what_the_file_opens(ways: tuple[Way, ...], said: str) -> None:
    occasion = Occasion(PABO, MENTOR, "Noor Veld", "Sem Heide", "Ties Berk", ways=ways)
    assert said in covering(occasion).nl


@pytest.mark.parametrize("side", SIDES)
def test_who_fills_in_a_print_reads_what_there_is_to_choose(side: Respondent) -> None:
    lead = midterm_form(PABO_FORM, KEY, side).lead[1]
    assert "past: ‘nog niet op basisniveau’, ‘op basisniveau’ of ‘op weg naar expertniveau’." in lead.nl
    assert "kies dan ‘nog niet te zien’" in lead.nl
    assert "‘at base level’ or ‘towards expert level’" in lead.en
