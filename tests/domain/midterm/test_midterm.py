"""A midterm evaluation: sealed until both are in, then a talk, then the end; and never a verdict."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.forms import Respondent
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermState, MidtermWay

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
KEY = InstrumentKey("pabo-tussenevaluatie", "1.0", "a" * 64)
MIDTERM = Midterm("m1", "s1", "p1", KEY, "Mees Molenaar", "c1", NOW, date(2026, 12, 11))
STUDENT, MENTOR = SIDES


def test_it_opens_by_itself_once_both_are_in() -> None:
    assert MIDTERM.opened(NOW, {STUDENT}) == MIDTERM
    with pytest.raises(KnownError, match="midterm-sealed"):
        MIDTERM.require_open()
    both = MIDTERM.opened(NOW, {STUDENT, MENTOR})
    both.require_open()
    assert (both.state, both.is_sealed, both.stand.nl) == (MidtermState.BOTH_IN, False, "beide ingediend")
    assert both.opened(NOW.replace(hour=12), SIDES) == both


def test_a_coordinator_closes_early_with_a_reason_and_only_then() -> None:
    with pytest.raises(KnownError, match="close-reason-needed"):
        MIDTERM.closed(NOW, {STUDENT}, "  ")
    one = MIDTERM.closed(NOW, {STUDENT}, " De mentor is langdurig ziek. ")
    assert (one.state, one.reason) == (MidtermState.BOTH_IN, "De mentor is langdurig ziek.")
    assert one.stand.nl == "één formulier, met reden gesloten"
    with pytest.raises(KnownError, match="midterm-open") as refusal:
        one.closed(NOW, {STUDENT}, "Nog eens")
    assert "één formulier" in refusal.value.what.nl
    none = MIDTERM.closed(NOW, (), "De student is gestopt.")
    assert (none.state, none.stand.nl) == (MidtermState.DONE, "afgerond, met reden gesloten")
    assert none.is_sealed


def test_the_talk_comes_after_the_forms_and_the_end_after_the_talk() -> None:
    with pytest.raises(KnownError, match="midterm-sealed"):
        MIDTERM.talked(date(2026, 12, 1))
    both = MIDTERM.opened(NOW, SIDES)
    with pytest.raises(KnownError, match="midterm-not-talked"):
        both.concluded(NOW)
    with pytest.raises(KnownError, match="talk-too-early") as refusal:
        both.talked(date(2026, 11, 26))
    assert "27 november 2026" in refusal.value.what.nl
    held = both.talked(date(2026, 12, 1))
    assert held.talked(date(2026, 12, 2)).talked_on == date(2026, 12, 2)
    assert held.talked(None) == both
    done = held.concluded(NOW)
    assert (done.state, done.concluded_at) == (MidtermState.DONE, NOW)
    for act in (lambda: done.talked(date(2026, 12, 3)), lambda: done.concluded(NOW)):
        with pytest.raises(KnownError, match="midterm-concluded"):
            act()


def test_late_is_who_is_still_awaited_after_the_day() -> None:
    assert not MIDTERM.is_late(date(2026, 12, 11))
    assert MIDTERM.is_late(date(2026, 12, 12))
    assert not replace(MIDTERM, due=None).is_late(date(2027, 1, 1))
    assert not MIDTERM.opened(NOW, SIDES).is_late(date(2027, 1, 1))


def test_states_and_ways_have_words() -> None:
    assert [one.word.nl for one in MidtermState] == [one.value for one in MidtermState]
    assert [one.word.en for one in MidtermWay] == ["PDF form", "workbook", "at this computer", "typed in from paper"]
    assert Respondent.BOTH not in SIDES
