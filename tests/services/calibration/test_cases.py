"""What goes with a casus: attachments that stay encrypted, a reference, and a casus of an earlier year."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain import attachments
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.services.calibration.preparing import NewSession
from tests.exchange.attached import pdf
from tests.services.calibration.stories import CASUS, DAY, NAMES, prepared
from tests.services.conftest import Clock

SECRET = b"Kwetsbaarwoord"


@pytest.fixture
def fresh(app: Application, lea: Person) -> Session:
    """A session that nobody scores yet."""
    return prepared(app, NAMES)


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "lesformulier.pdf"
    path.write_bytes(pdf() + b"\n%" + SECRET)
    return path


def casus_id(app: Application, session: Session) -> str:
    return app.calibration.preparing.casussen(session.id)[0].id


def test_an_attachment_stays_encrypted_and_a_copy_in_clear_is_noted(
    app: Application, fresh: Session, lesson: Path, tmp_path: Path
) -> None:
    cases, one = app.calibration.cases, casus_id(app, fresh)
    cases.attach(one, lesson)
    (file,) = cases.files(fresh.id)[one]
    assert (file.name, file.kind) == ("lesformulier.pdf", "pdf")
    for stored in (tmp_path / "dossierkast").rglob("*"):
        assert stored.is_dir() or SECRET not in stored.read_bytes()
    copy = cases.save_copy(file.id, tmp_path / "kopie.pdf")
    assert copy.read_bytes() == lesson.read_bytes()
    assert "onversleuteld" in app.calibration.keeping.history(fresh.id)[-1][1].nl
    cases.remove(file.id)
    assert cases.files(fresh.id) == {one: []}
    with pytest.raises(KnownError, match="casus-unknown"):
        cases.remove(file.id)


def test_what_is_no_attachment_is_named(app: Application, fresh: Session, tmp_path: Path) -> None:
    cases, one = app.calibration.cases, casus_id(app, fresh)
    empty, strange = tmp_path / "leeg.pdf", tmp_path / "vreemd.bin"
    empty.write_bytes(b"")
    strange.write_bytes(b"MZ\x90\x00" + b"x" * 100)
    for path in (empty, strange, tmp_path / "nergens.pdf"):
        with pytest.raises(KnownError) as caught:
            cases.attach(one, path)
        assert caught.value.where is not None
        assert path.name in caught.value.where.nl


def test_the_files_of_a_session_stay_within_what_an_invitation_can_carry(
    app: Application, fresh: Session, lesson: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MAX_DOSSIER", 2 * lesson.stat().st_size)
    cases, one = app.calibration.cases, casus_id(app, fresh)
    cases.attach(one, lesson)
    app.calibration.preparing.add_casussen(fresh.id, [Casus("", "", "B", consent="per mail", anonymised=True)])
    other = app.calibration.preparing.casussen(fresh.id)[1].id
    cases.attach(other, lesson)
    with pytest.raises(KnownError, match="attachments-full"):
        cases.attach(other, lesson)
    assert [file.size for file in cases.files(fresh.id)[one]] == [lesson.stat().st_size]


def test_attachments_are_fixed_once_somebody_scores(app: Application, fresh: Session, lesson: Path) -> None:
    cases, one = app.calibration.cases, casus_id(app, fresh)
    cases.attach(one, lesson)
    (file,) = cases.files(fresh.id)[one]
    app.calibration.rounds.open(fresh.id)
    for ask in (lambda: cases.attach(one, lesson), lambda: cases.remove(file.id)):
        with pytest.raises(KnownError, match="session-started"):
            ask()


def test_a_casus_of_an_earlier_year_is_offered_once_with_its_files_and_reference(
    app: Application, fresh: Session, lesson: Path, clock: Clock
) -> None:
    cases, preparing, first = app.calibration.cases, app.calibration.preparing, casus_id(app, fresh)
    cases.attach(first, lesson)
    preparing.set_reference(first, {"3.1": "V"})
    clock.move(days=365)
    instrument = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    this_year, _ = preparing.start(NewSession("Nu", instrument, ("3",), date(2027, 1, 20)))
    other_model, _ = preparing.start(NewSession("Ander", instrument, ("4",), date(2027, 1, 20)))
    (offered,) = cases.earlier(this_year.id)
    assert (offered.casus.code, offered.title, offered.day) == (CASUS, "Pabo model 3", DAY)
    assert cases.earlier(other_model.id) == []
    again, _ = preparing.take_again(this_year.id, offered.casus.id)
    assert [file.name for file in cases.files(this_year.id)[again.id]] == ["lesformulier.pdf"]
    assert cases.reference(again.id) == {"3.1": "V"}
    assert preparing.casussen(this_year.id)[0].reference == {}
    assert cases.earlier(this_year.id) == []


def test_a_day_of_today_or_later_takes_another_session(app: Application, fresh: Session, clock: Clock) -> None:
    preparing = app.calibration.preparing
    (day,) = preparing.days()
    instrument = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    second, _ = preparing.start(NewSession("Tweede", instrument, ("4",), DAY, day_id=day.id))
    assert second.day_id == fresh.day_id
    clock.move(days=1)
    assert preparing.days() == []


def test_who_moves_to_another_room_leaves_the_role_behind(app: Application, fresh: Session) -> None:
    preparing = app.calibration.preparing
    first, second = preparing.rooms(fresh.id)
    assert first.moderator_id is not None
    preparing.change_room(replace(second, name="Aula"), {first.moderator_id})
    now_first, now_second = preparing.rooms(fresh.id)
    assert now_first.moderator_id is None
    assert (now_first.secretary_id, now_first.timekeeper_id) == (first.secretary_id, first.timekeeper_id)
    assert now_second.name == "Aula"
    moved = next(one for one in preparing.participants(fresh.id) if one.id == first.moderator_id)
    assert moved.room_id == second.id
