"""What an assessor may say after the result was set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessor.domain.decision import decide
from assessor.domain.dossier import ResitScope, Result, State
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome, Status
from assessor.domain.people import Person, Role
from assessor.domain.ratings import Rating, Source
from assessor.domain.record import Record
from assessor.domain.saying import what_to_say
from assessor.domain.student import Student
from tests.domain.stories import PABO, dossier_on

STUDENT = Student("s1", "500001", "Fleur", "", "Zonnedauw", "pabo", "voltijd", "jaar-1", study_coach="Ties Berkenlaan")
NOOR = Person("p1", "Noor Wilgenhout", frozenset({Role.ASSESSOR}))


def record_with(outcome: Outcome, *, official: bool = True, coach: str = "Ties Berkenlaan") -> Record:
    instrument = replace(PABO, status=Status.ESTABLISHED) if official else PABO
    result = Result(outcome, departs=False, set_at=datetime(2026, 1, 20, tzinfo=UTC), fingerprint="ab" * 32)
    dossier = replace(dossier_on(instrument), state=State.FINAL, result=result)
    return Record(
        dossier, replace(STUDENT, study_coach=coach), NOOR, instrument, decide(instrument, dossier.sheet.marks)
    )


def test_after_a_pass_the_date_of_the_official_result_is_named() -> None:
    saying = what_to_say(record_with(Outcome.SUFFICIENT))

    assert saying.say[1].nl == "Zeg erbij: dit is nog geen officiële uitslag; die krijg je uiterlijk 9 februari 2026."
    assert len(saying.do) == 1


def test_after_an_insufficient_the_study_coach_is_called_today() -> None:
    saying = what_to_say(record_with(Outcome.INSUFFICIENT))
    assert saying.do[0].nl == "Bel vandaag de studiecoach (Ties Berkenlaan). Een tweede beoordelaar kijkt mee."
    assert what_to_say(record_with(Outcome.INSUFFICIENT, coach="")).do[0].nl.startswith("Bel vandaag de studiecoach. ")


def test_a_practice_dossier_promises_no_result() -> None:
    assert "oefendossier" in what_to_say(record_with(Outcome.GOOD, official=False)).say[1].nl


def test_once_announced_the_day_is_said() -> None:
    record = record_with(Outcome.GOOD)
    announced = replace(record, dossier=replace(record.dossier, announced_on=date(2026, 2, 1)))
    assert "1 februari 2026" in what_to_say(announced).say[1].nl
    assert record.is_provisional
    assert not announced.is_provisional


def test_a_concept_has_nothing_to_say() -> None:
    record = record_with(Outcome.GOOD)
    with pytest.raises(ValueError, match="result"):
        what_to_say(replace(record, dossier=replace(record.dossier, result=None)))


def test_a_closed_dossier_refuses_changes_in_its_own_words() -> None:
    dossier = replace(dossier_on(PABO), state=State.NO_SHOW)
    with pytest.raises(KnownError) as refusal:
        dossier.require_open()
    assert "niet verschenen" in refusal.value.what.nl
    assert not dossier.state.has_result


def test_scopes_and_sources_have_words() -> None:
    assert ResitScope.INSUFFICIENT.word.nl == "alleen de onvoldoende modellen"
    assert Source.TALK.word.nl == "gesprek met student"
    assert Rating("1.1", "V").is_observed
    assert not Rating("1.1", "N").is_observed
    assert dossier_on(PABO).sheet.rating("9.9") == Rating("9.9")
    assert dossier_on(PABO).sheet.passage("nowhere") == ""
