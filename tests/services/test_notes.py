"""Notes are written during the activity, used while scoring, and erased when nobody can appeal any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.notes import MAX_LENGTH, Notes
from assessor.domain.ratings import Source
from assessor.domain.student import Student
from tests.services.conftest import ROLES, Clock
from tests.services.stories import begun, finalised, scored

PAGE = "09:05 Ze begroet elk kind #4.3\n09:12 Stil #4.3\n09:30 Mentor knikt #1.2\n"

pytestmark = pytest.mark.usefixtures("noor")


def announced(app: Application, dossier: Dossier, day: date) -> None:
    """As if the instrument were established: announced on this day."""
    with app.desk.workspace.writing() as unit:
        unit.dossiers.save(replace(app.work.dossier(dossier.id), state=State.ANNOUNCED, announced_on=day))


@pytest.fixture
def established(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped instruments are examples; in this story the institution has established them."""
    from assessor.domain.instrument import Instrument

    monkeypatch.setattr(Instrument, "is_example", property(lambda _self: False))


def test_each_pause_is_on_disk(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    assert app.notes.of(dossier.id) == Notes()
    app.notes.keep(dossier.id, "09:05 Ze")
    changes = app.notes.keep(dossier.id, PAGE + "\x00")
    assert app.notes.of(dossier.id) == Notes(PAGE)
    assert [(change.id, change.place) for change in changes] == [(dossier.id, "notes")]
    assert [(line.words, line.criteria) for line in app.notes.lines(dossier.id)] == [
        ("Ze begroet elk kind", ("4.3",)),
        ("Stil", ("4.3",)),
        ("Mentor knikt", ("1.2",)),
    ]


def test_nothing_of_it_lies_in_clear_on_the_disk(app: Application, fleur: Student) -> None:
    app.notes.keep(begun(app, fleur).id, "09:05 Ze begroet elk kind bij de deur")
    files = [file for file in app.desk.workspace.path.rglob("*") if file.is_file()]
    assert files
    assert not any(b"begroet" in file.read_bytes() for file in files)


def test_nobody_else_reads_or_writes_them(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    other, _ = app.people.add("Bram Esdoornveld", ROLES)
    app.people.sign_in(other.id)
    for deed in (
        lambda: app.notes.of(dossier.id),
        lambda: app.notes.lines(dossier.id),
        lambda: app.notes.keep(dossier.id, ""),
    ):
        with pytest.raises(KnownError, match="not-your-dossier"):
            deed()


def test_a_line_becomes_part_of_the_toelichting_once(app: Application, fleur: Student) -> None:
    dossier = begun(app, fleur)
    app.assessments.note(dossier.id, "1.2", "Goed gezien.")
    app.assessments.take_over(dossier.id, "1.2", " Mentor knikt ")
    rating, _ = app.assessments.take_over(dossier.id, "1.2", "Mentor knikt")
    assert rating.note == "Goed gezien. Mentor knikt"
    assert rating.sources == {Source.SEEN}
    rating, _ = app.assessments.take_over(dossier.id, "4.3", "Stil")
    assert (rating.note, rating.sources) == ("Stil", frozenset())
    app.assessments.undo(dossier.id)
    app.assessments.undo(dossier.id)
    assert app.work.dossier(dossier.id).sheet.rating("1.2").note == "Goed gezien."
    with pytest.raises(KnownError, match="criterion-unknown"):
        app.assessments.take_over(dossier.id, "9.9", "Stil")


def test_once_the_sheet_is_fixed_the_notes_can_be_read_and_not_changed(app: Application, fleur: Student) -> None:
    dossier = scored(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    app.results.finalise(dossier.id)
    assert app.notes.of(dossier.id).text == PAGE
    with pytest.raises(KnownError, match="dossier-closed"):
        app.notes.keep(dossier.id, "anders")


def test_they_are_no_part_of_the_record_and_not_on_paper(app: Application, fleur: Student, tmp_path: Path) -> None:
    from pypdf import PdfReader

    dossier = scored(app, fleur)
    app.notes.keep(dossier.id, "09:05 Krokodillentranen bij de deur")
    result, _ = app.results.finalise(dossier.id)
    with app.desk.workspace.reading() as unit:
        assert "Krokodillentranen" not in str(unit.chains.entries(dossier.id))
    paper = app.papers.write_dossier(dossier.id, tmp_path / "dossier.pdf", "nl")
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert result.fingerprint[:8] in text.replace(" ", "")
    assert "Krokodillentranen" not in text


@pytest.mark.usefixtures("established")
def test_they_are_erased_after_the_last_day_of_appeal(app: Application, fleur: Student) -> None:
    dossier = scored(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    app.results.finalise(dossier.id)
    assert app.notes.kept_until(dossier.id) is None
    assert app.notes.erase_due(date(2036, 1, 1)) == ()

    announced(app, dossier, date(2026, 1, 31))  # six weeks on is Saturday 14 March
    assert app.notes.kept_until(dossier.id) == date(2026, 3, 16)
    assert app.notes.erase_due(date(2026, 3, 16)) == ()
    assert app.notes.erase_due(date(2026, 3, 17)) == (dossier.id,)
    assert app.notes.of(dossier.id) == Notes("", date(2026, 3, 17))
    assert app.notes.erase_due(date(2026, 3, 18)) == ()


@pytest.mark.usefixtures("established")
def test_a_day_decreed_by_the_government_keeps_them_longer(app: Application, fleur: Student) -> None:
    dossier = scored(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    app.results.finalise(dossier.id)
    announced(app, dossier, date(2026, 1, 31))
    app.house_rules.set_decreed_days([date(2026, 3, 16)])
    assert app.house_rules.decreed_days == {date(2026, 3, 16)}
    assert app.notes.erase_due(date(2026, 3, 17)) == ()
    assert app.notes.erase_due(date(2026, 3, 18)) == (dossier.id,)


def test_those_of_an_oefendossier_go_six_weeks_after_definitief(app: Application, fleur: Student, clock: Clock) -> None:
    dossier = finalised(app, fleur)
    concept = begun(app, fleur)
    app.notes.keep(concept.id, PAGE)
    with app.desk.workspace.writing() as unit:
        unit.notes.put(dossier.id, PAGE, clock())
    assert app.notes.kept_until(dossier.id) == date(2026, 3, 3)
    clock.move(days=42)
    assert app.notes.erase_due() == ()
    app.house_rules.set_notes_weeks(5)
    assert app.notes.erase_due() == (dossier.id,)
    assert app.notes.of(concept.id).text == PAGE


def test_those_of_a_dossier_without_a_verdict_go_when_its_closing_cannot_be_appealed(
    app: Application, fleur: Student
) -> None:
    dossier = begun(app, fleur)
    app.notes.keep(dossier.id, PAGE)
    app.results.close(dossier.id, State.NO_SHOW, "De student was ziek.")
    assert app.notes.kept_until(dossier.id) == date(2026, 3, 3)
    assert app.notes.erase_due(date(2026, 3, 4)) == (dossier.id,)


def test_weeks_and_length_have_their_limits(app: Application, fleur: Student) -> None:
    assert app.house_rules.notes_weeks == 6
    for weeks in (0, 53):
        with pytest.raises(KnownError, match="weeks-out-of-range"):
            app.house_rules.set_notes_weeks(weeks)
    with pytest.raises(KnownError, match="notes-too-long"):
        app.notes.keep(begun(app, fleur).id, "x" * (MAX_LENGTH + 1))
