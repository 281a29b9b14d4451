"""What a form asks is data; what a file says of itself is one line."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.dossier import InstrumentKey
from assessor.domain.dossier_forms import advised_models, dossier_form, source_name
from assessor.domain.form_parts import level_name, note_name
from assessor.domain.forms import FieldKind, FormHome, FormKind, Identity, Respondent
from assessor.domain.instrument import Instrument
from assessor.domain.programme import AD
from assessor.domain.ratings import Place, Source
from assessor.domain.text import same
from tests.domain.stories import PABO

KEY = InstrumentKey("pabo-praktijkbeoordeling", "1.0", "a" * 64)
IDENTITY = Identity("K7PWA3QHDX", "p", "mentoradvies", "mentor", KEY, "b" * 64, "nl")


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return PABO


def test_the_preparation_asks_the_activity_and_what_the_student_brings(instrument: Instrument) -> None:
    form = dossier_form(FormKind.PREPARATION, instrument, KEY)
    items = [item for model in instrument for item in model.formative]
    names = list(form.fields)
    assert form.respondent is Respondent.STUDENT
    assert names[:3] == ["activity:day", "activity:group", "activity:subject"]
    assert len(names) == 3 + len(items) * len(instrument.formative_questions) + sum(one.free_title for one in items)
    assert all(one.kind is not FieldKind.CHOICE for one in form.fields.values())
    bare = dossier_form(FormKind.PREPARATION, replace(instrument, models=advised_models(instrument)[1:]), KEY)
    assert list(bare.fields) == names[:3]


def test_the_mentor_is_asked_a_level_and_an_example_for_the_period_that_only_the_mentor_saw(
    instrument: Instrument,
) -> None:
    form = dossier_form(FormKind.ADVICE, instrument, KEY)
    codes = [one.code for model in advised_models(instrument) for one in model.criteria]
    assert [model.code for model in advised_models(instrument)] == ["1", "2"]
    assert list(form.fields) == [name for code in codes for name in (level_name(code), note_name(code))]
    level = form.fields[level_name("1.1")]
    assert [choice.code for choice in level.choices] == ["O", "V", "G", "N"]
    assert level.title.nl == "1.1 niveau"
    assert "★" not in " ".join(item.heading.nl for item in form.items)


def test_the_scoring_form_asks_all_that_the_sheet_asks(instrument: Instrument) -> None:
    form = dossier_form(FormKind.SCORES, instrument, KEY)
    assert {level_name(code) for code in instrument.criteria} <= set(form.fields)
    assert {Place.motivation(model.code) for model in instrument} <= set(form.fields)
    assert {Place.STRENGTH, Place.DEVELOPMENT, source_name("2.1", Source.MENTOR)} <= set(form.fields)
    assert source_name("3.1", Source.MENTOR) not in form.fields
    assert any("★" in item.heading.nl for item in form.items)


def test_the_fingerprint_knows_what_is_asked_and_not_how_it_is_worded(instrument: Instrument) -> None:
    form = dossier_form(FormKind.ADVICE, instrument, KEY)
    assert replace(form, title=same("Anders gezegd")).fingerprint == form.fingerprint
    assert replace(form, sections=form.sections[:1]).fingerprint != form.fingerprint
    other = replace(KEY, fingerprint="c" * 64)
    assert dossier_form(FormKind.ADVICE, instrument, other).fingerprint != form.fingerprint


def test_kinds_and_respondents_have_words() -> None:
    around_a_dossier = [kind.word.nl for kind in FormKind if kind.home is FormHome.DOSSIER]
    assert around_a_dossier == ["voorbereidingsformulier", "mentoradvies", "scoreformulier"]
    around_a_midterm = [kind.word.nl for kind in FormKind if kind.home is FormHome.MIDTERM]
    assert around_a_midterm == ["tussenevaluatie", "gespreksblad"]
    at_a_calibration = [kind.word.nl for kind in FormKind if kind.home is FormHome.CALIBRATION]
    assert at_a_calibration == ["verslag van een ruimte", "kalibreerformulier"]
    respondents = [one.word.nl for one in Respondent]
    assert respondents == ["student", "mentor", "beoordelaar", "mentor en student samen", "ruimte"]
    assert len({home.cure for home in FormHome}) == len(FormHome)


def test_an_identity_travels_as_one_line_of_ascii() -> None:
    named = replace(IDENTITY, person="Şebnem")
    assert named.to_text().isascii()
    assert Identity.from_text(named.to_text()) == named


@pytest.mark.parametrize(
    "text",
    [
        "", "{}", "[]", "12", "[" * 5_000, IDENTITY.to_text()[:-2],
        json.dumps(["assessor-form-2", *json.loads(IDENTITY.to_text())[1:]]),
        json.dumps([*json.loads(IDENTITY.to_text())[:-1], "fr"]),
        json.dumps([*json.loads(IDENTITY.to_text())[:-1], 3]),
    ],
)  # fmt: skip
def test_a_line_that_is_no_identity_is_none(text: str) -> None:
    assert Identity.from_text(text) is None


@given(st.text())
def test_any_line_is_an_identity_or_none(text: str) -> None:
    assert Identity.from_text(text) is None


def test_each_programme_has_its_own_word_for_who_fills_in() -> None:
    assert Respondent.STUDENT.called(AD).nl == "student"
    assert Respondent.SUPERVISOR.called(AD).nl == "praktijkbegeleider"
    assert Respondent.BOTH.called(AD).nl == "student en praktijkbegeleider samen"
