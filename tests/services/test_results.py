"""From the check page to a result, and what can happen to it afterwards."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from assessor.application import Application
from assessor.domain.dossier import ResitScope, State
from assessor.domain.errors import KnownError
from assessor.domain.instrument import Outcome
from assessor.domain.ratings import Place, Source
from assessor.domain.student import Student
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms
from assessor.services.assessments import Start
from assessor.services.verification import verify
from tests.services.conftest import Clock
from tests.services.stories import ACTIVITY, begun, finalised, scored

pytestmark = pytest.mark.usefixtures("noor")


def test_the_check_page_names_what_is_missing_and_gives_the_provisional_verdict(
    app: Application, fleur: Student
) -> None:
    review = app.results.review(begun(app, fleur).id)
    assert not review.is_ready
    assert review.outcome is None

    review = app.results.review(scored(app, fleur, _4_6="O", _4_7="O").id)
    assert review.is_ready
    assert review.outcome is Outcome.INSUFFICIENT
    assert review.record.decision.reason.nl == "De praktijkbeoordeling is onvoldoende, omdat model 4 onvoldoende is."


def test_making_it_final_freezes_the_dossier(app: Application, fleur: Student) -> None:
    dossier = finalised(app, fleur)

    assert dossier.state is State.FINAL
    assert dossier.result is not None
    assert dossier.result.outcome is Outcome.SUFFICIENT
    assert not dossier.result.departs
    with pytest.raises(KnownError) as refusal:
        app.assessments.rate(dossier.id, "1.1", "G")
    assert refusal.value.code == "dossier-closed"
    record = app.records.take(dossier.id)
    assert record.right is not None
    assert record.right.appointment.decision == "EC-2025-04"
    assert [event.what.nl for event in record.history] == ["Definitief gemaakt"]


def test_an_unfinished_dossier_stays_a_concept_and_nothing_is_written(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    with pytest.raises(KnownError) as refusal:
        app.results.finalise(dossier.id)
    assert refusal.value.code == "not-ready"
    assert app.work.dossier(dossier.id).state is State.CONCEPT
    assert verify(app.desk).entries == 0


def test_a_lapsed_appointment_stops_it_with_the_day_and_the_cure(
    app: Application, fleur: Student, clock: Clock
) -> None:
    dossier = scored(app, fleur)
    clock.move(days=300)
    with pytest.raises(KnownError) as refusal:
        app.results.finalise(dossier.id)
    assert refusal.value.code == "no-right-to-assess"
    assert "16 november 2026" in refusal.value.say("nl")


def test_coming_to_another_verdict_is_kept_with_its_reason(app: Application, fleur: Student) -> None:
    dossier = scored(app, fleur)
    app.assessments.choose(dossier.id, Outcome.GOOD)
    with pytest.raises(KnownError):
        app.results.finalise(dossier.id)
    app.assessments.write(dossier.id, Place.DEPARTURE, "De groep was erg onrustig. Zij hield het toch bij elkaar.")
    result, _ = app.results.finalise(dossier.id)
    assert (result.outcome, result.departs) == (Outcome.GOOD, True)


def test_a_correction_is_a_new_revision_in_which_every_change_is_recorded(
    app: Application, fleur: Student, clock: Clock
) -> None:
    dossier = finalised(app, fleur)
    with pytest.raises(KnownError):
        app.results.correct(dossier.id, "")
    clock.move(hours=1)
    app.results.correct(dossier.id, "Criterium 4.2 stond verkeerd.")
    app.assessments.rate(dossier.id, "4.2", "G")
    app.assessments.describe(dossier.id, lambda one: replace(one, supervisor="Sanne Lis"))
    app.assessments.note(dossier.id, "4.2", "Legt het in twee stappen uit.")
    app.assessments.set_sources(dossier.id, "1.2", frozenset({Source.MENTOR}))
    app.assessments.write(dossier.id, Place.STRENGTH, "Rustige uitleg.")
    assert verify(app.desk).faults == ()
    result, _ = app.results.finalise(dossier.id)

    record = app.records.take(dossier.id)
    assert record.dossier.revision == 2
    assert record.dossier.sheet.rating("4.2").mark == "G"
    assert record.dossier.supervisor == "Sanne Lis"
    assert [event.what.nl for event in record.history] == [
        "Definitief gemaakt",
        "Correctie begonnen",
        "Gewijzigd in correctie: criterium 4.2 van voldoende naar goed",
        "Gewijzigd in correctie: gegevens van de activiteit",
        "Gewijzigd in correctie: toelichting bij 4.2",
        "Gewijzigd in correctie: bron bij 1.2",
        "Gewijzigd in correctie: sterk punt",
        "Definitief gemaakt",
    ]
    assert record.history[1].reason == "Criterium 4.2 stond verkeerd."
    assert result.fingerprint != (dossier.result.fingerprint if dossier.result else "")
    assert verify(app.desk).faults == ()


def test_a_level_that_a_correction_takes_away_and_gives_back_is_told(app: Application, fleur: Student) -> None:
    dossier = finalised(app, fleur)
    app.results.correct(dossier.id, "Verkeerd gescoord.")
    app.assessments.rate(dossier.id, "4.2", None)
    app.assessments.rate(dossier.id, "4.2", "N")
    told = [event.what.en for event in app.records.take(dossier.id).history[2:]]
    assert told == [
        "Changed in correction: criterion 4.2 from sufficient to no level",
        "Changed in correction: criterion 4.2 from no level to not observed",
    ]


def test_a_correction_that_is_left_puts_everything_back(app: Application, fleur: Student) -> None:
    dossier = finalised(app, fleur)
    app.results.correct(dossier.id, "Toch even kijken.")
    app.assessments.rate(dossier.id, "4.2", "O")
    app.assessments.write(dossier.id, Place.STRENGTH, "Iets anders.")
    restored, _ = app.results.abandon_correction(dossier.id)

    assert restored.state is State.FINAL
    assert app.work.dossier(dossier.id).sheet == dossier.sheet
    assert app.work.dossier(dossier.id).result == dossier.result
    assert verify(app.desk).faults == ()


def test_a_resit_is_a_new_linked_dossier_that_takes_over_what_was_sufficient(app: Application, fleur: Student) -> None:
    failed = finalised(app, fleur, _4_1="O")
    resit, _ = app.results.resit(failed.id, ResitScope.INSUFFICIENT, replace(ACTIVITY, day=date(2026, 1, 20)))

    assert (resit.attempt, resit.previous_id) == (2, failed.id)
    assert resit.taken_over == {"1", "2", "3", "5"}
    sheet = app.work.dossier(resit.id).sheet
    assert sheet.rating("1.1").mark == "V"
    assert sheet.rating("4.1").mark is None
    with pytest.raises(KnownError) as refusal:
        app.assessments.rate(resit.id, "1.1", "G")
    assert refusal.value.code == "model-taken-over"
    assert app.records.take(resit.id).previous_number == failed.number
    assert verify(app.desk).faults == ()


@pytest.mark.parametrize(("scope", "taken_over"), [(ResitScope.ALL, set()), (ResitScope.ACTIVITY, {"1", "2"})])
def test_a_resit_says_which_models_are_scored_anew(
    app: Application, fleur: Student, scope: ResitScope, taken_over: set[str]
) -> None:
    failed = finalised(app, fleur, _4_1="O")
    resit, _ = app.results.resit(failed.id, scope, ACTIVITY)
    assert resit.taken_over == taken_over


@pytest.mark.parametrize("state", [State.NO_SHOW, State.BROKEN_OFF, State.WITHDRAWN])
def test_a_dossier_can_end_without_a_verdict(app: Application, fleur: Student, state: State) -> None:
    dossier = begun(app, fleur)
    app.assessments.rate(dossier.id, "1.1", "V")
    closed, _ = app.results.close(dossier.id, state, "De student was ziek gemeld.")

    assert closed.state is state
    assert app.records.take(dossier.id).dossier.state_reason == "De student was ziek gemeld."
    with pytest.raises(KnownError):
        app.assessments.rate(dossier.id, "1.1", "G")
    assert verify(app.desk).faults == ()
    with pytest.raises(ValueError, match="close"):
        app.results.close(dossier.id, State.FINAL, "Dat kan zo niet.")


def test_a_practice_dossier_is_never_announced(app: Application, fleur: Student) -> None:
    dossier = finalised(app, fleur)
    with pytest.raises(KnownError) as refusal:
        app.results.announce(dossier.id, date(2026, 2, 1))
    assert refusal.value.code == "practice-dossier"


@pytest.fixture
def established(app: Application, tmp_path: Path) -> None:
    """The instruments as if the institution had established them."""
    shutil.copytree(forms(), tmp_path / "forms")
    (tmp_path / "forms" / "published.toml").unlink()
    for path in (tmp_path / "forms").rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('status = "voorbeeld"', 'status = "vastgesteld"'), encoding="utf-8")
    app.desk.catalogue = Catalogue(tmp_path / "forms")


@pytest.mark.usefixtures("established")
@pytest.mark.parametrize("day", [date(2026, 1, 19), date(2026, 1, 24), date(2062, 1, 22)])
def test_a_result_is_announced_between_the_day_it_was_set_and_today(
    app: Application, fleur: Student, clock: Clock, day: date
) -> None:
    dossier = finalised(app, fleur)
    clock.move(days=3)
    with pytest.raises(KnownError, match="announcement-day") as refusal:
        app.results.announce(dossier.id, day)
    assert "20 januari 2026 tot en met vandaag" in refusal.value.say("nl")
    assert app.work.dossier(dossier.id).state is State.FINAL

    announced, _ = app.results.announce(dossier.id, date(2026, 1, 22))
    assert announced.announced_on == date(2026, 1, 22)
    assert verify(app.desk).faults == ()


def test_a_concept_has_no_result_to_correct(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    with pytest.raises(KnownError) as refusal:
        app.results.correct(dossier.id, "Zomaar iets.")
    assert refusal.value.code == "no-result"
    with pytest.raises(KnownError):
        app.results.abandon_correction(dossier.id)


def test_a_toelichting_that_stands_in_another_dossier_is_pointed_at(app: Application, fleur: Student) -> None:
    first, second = begun(app, fleur), begun(app, fleur)
    for dossier in (first, second):
        app.assessments.rate(dossier.id, "4.1", "V")
        app.assessments.note(dossier.id, "4.1", "Groet elk kind bij de deur.")
    assert "note-repeated" in {finding.code for finding in app.results.review(second.id).findings}


def test_the_paper_of_a_result_is_made_from_the_frozen_record(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = finalised(app, fleur)
    app.students.save(replace(fleur, last_name="Wolkenveld"))
    [path] = app.papers.write_dossiers([dossier.id], tmp_path / "uit", "nl")

    assert path.name == f"dossier-{dossier.number}.pdf"
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Zonnedauw" in text
    assert "Wolkenveld" not in text
    assert list((tmp_path / "uit").iterdir()) == [path]


def test_paper_that_cannot_be_written_says_so_and_leaves_nothing(
    app: Application, fleur: Student, tmp_path: Path
) -> None:
    dossier = finalised(app, fleur)
    (tmp_path / "uit").write_text("geen map")
    with pytest.raises(KnownError) as refusal:
        app.papers.write_dossiers([dossier.id], tmp_path / "uit", "nl")
    assert refusal.value.code == "cannot-write"


def test_a_stopped_job_stops_between_two_dossiers(app: Application, fleur: Student, tmp_path: Path) -> None:
    dossier = finalised(app, fleur)
    assert app.papers.write_dossiers([dossier.id] * 3, tmp_path, "en", lambda done, _: done < 1) == [
        tmp_path / f"dossier-{dossier.number}.pdf"
    ]


def test_the_assessors_of_other_programmes_start_but_cannot_finish(app: Application, fleur: Student) -> None:
    lapsed, _ = app.people.add("Bram Esdoornveld", frozenset(), trained=date(2020, 1, 1), bke=date(2020, 1, 1))
    app.people.sign_in(lapsed.id)
    dossier, _ = app.assessments.start(Start(fleur.id, ACTIVITY))
    assert "right" in {finding.place for finding in app.results.review(dossier.id).findings}


def test_text_that_was_being_typed_at_a_crash_is_not_lost_by_making_it_final(app: Application, fleur: Student) -> None:
    dossier = scored(app, fleur)
    app.assessments.keep_draft(dossier.id, "note:4.2", "Legt het in twee stappen uit.")
    app.assessments.keep_draft(dossier.id, Place.STRENGTH, "Je ziet elk kind.")
    with pytest.raises(KnownError) as refusal:
        app.results.finalise(dossier.id)
    assert refusal.value.code == "not-ready"
    places = [finding.place for finding in app.results.review(dossier.id).findings if finding.code == "draft-left"]
    assert places == ["note:4.2"]

    app.assessments.note(dossier.id, "4.2", "Legt het in twee stappen uit.")
    app.results.finalise(dossier.id)
    assert app.work.dossier(dossier.id).sheet.rating("4.2").note == "Legt het in twee stappen uit."
