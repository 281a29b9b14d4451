"""Each room gets its papers, fills in its report in a viewer or a spreadsheet, and the lead takes it over."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter

from assessor.application import Application
from assessor.domain.calibration.conclusion import Destination
from assessor.domain.calibration.room import Room
from assessor.domain.calibration.round import ReturnWay, RoundWay
from assessor.domain.calibration.session import Session
from assessor.domain.errors import KnownError
from assessor.domain.people import Person
from assessor.exchange.form_fields import field_name
from assessor.services.calibration.room_returns import RoomReturn
from assessor.services.forms.receiving import Again
from tests.services.calibration.stories import NAMES, all_in, prepared, revealed, sheet


def papers(app: Application, session: Session, folder: Path) -> dict[str, Path]:
    return {path.name: path for path in app.calibration.room_packages.write(session.id, folder, "nl")}


def fill_pdf(path: Path, values: dict[str, str]) -> None:
    writer = PdfWriter(clone_from=PdfReader(path))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {field_name(name): value for name, value in values.items()})
    with path.open("wb") as target:
        writer.write(target)


def fill_workbook(path: Path, values: dict[str, str]) -> None:
    book = load_workbook(path)
    sheet_ = book.worksheets[0]
    for row in sheet_.iter_rows(min_row=1):
        if row[0].value in values:
            sheet_.cell(row[0].row, 4).value = values[str(row[0].value)]
    book.save(path)


def first_room(app: Application, session: Session) -> Room:
    return app.calibration.preparing.rooms(session.id)[0]


def said(found: RoomReturn) -> list[str]:
    return [f"{one.where.nl}: {one.now.nl} > {one.then.nl}" for one in found.differences]


def test_a_room_gets_its_agenda_and_a_form_and_no_name_stands_on_the_package(
    app: Application, session: Session, tmp_path: Path
) -> None:
    revealed(app, session)
    files = papers(app, session, tmp_path)
    assert sorted(files) == [
        "ruimte-1-groepspakket.pdf", "ruimte-1-verslagformulier.pdf", "ruimte-1-verslagformulier.xlsx",
        "ruimte-2-groepspakket.pdf", "ruimte-2-verslagformulier.pdf", "ruimte-2-verslagformulier.xlsx",
    ]  # fmt: skip
    pages = PdfReader(files["ruimte-1-groepspakket.pdf"]).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in ("Agenda", "Bespreken: 3.1 Beginsituatie", "9 min", "Iedereen komt aan het woord.",
                  "met zo weinig mensen is te raden wie wat gaf", "Wie gaf onvoldoende?"):  # fmt: skip
        assert words in text
    assert not [name for name in NAMES for part in name.split() if part in text]


def test_what_a_room_wrote_is_shown_first_and_then_taken_over(
    app: Application, session: Session, tmp_path: Path
) -> None:
    revealed(app, session)
    files, packages = papers(app, session, tmp_path), app.calibration.room_packages
    room = first_room(app, session)
    people = [one for one in app.calibration.preparing.participants(session.id) if one.room_id == room.id]
    fill_pdf(
        files["ruimte-1-verslagformulier.pdf"],
        {
            f"present:{people[0].id}": "/Yes", "seen:3.1": "Een lijst met namen", "agreed:3.1": "=Eerst de groep",
            "destination:3.1": "toetsconstructiedocument", "hands:0:3.1:V": "4",
        },
    )  # fmt: skip
    (found,) = packages.look(session.id, [files["ruimte-1-verslagformulier.pdf"]])
    assert found.is_acceptable
    assert found.room == room
    assert said(found) == [
        "Aanwezig: 0 aanwezig > 1 aanwezig", "3.1 · Wat zagen we:  > Een lijst met namen",
        "3.1 · Afspraak:  > =Eerst de groep", "3.1 · Waarheen de afspraak gaat:  > voor toetsconstructiedocument",
    ]  # fmt: skip
    assert ["geen ronde open" in one.nl for one in found.left] == [True]
    assert app.calibration.concluding.talk(session.id) == []

    packages.accept(session.id, [found])
    (note,) = app.calibration.concluding.talk(session.id)
    assert (note.room_id, note.seen, note.agreed) == (room.id, "Een lijst met namen", "=Eerst de groep")
    ((agreed,), _, _) = app.calibration.concluding.yielded(session.id)
    assert (agreed.text, agreed.criterion, agreed.destination) == ("=Eerst de groep", "3.1", Destination.CONSTRUCTION)
    present = {one.id: one.present for one in app.calibration.preparing.participants(session.id)}
    assert [present[one.id] for one in people] == [True, *[False] * (len(people) - 1)]

    (again,) = packages.look(session.id, [files["ruimte-1-verslagformulier.pdf"]])
    assert again.again is Again.SAME
    fill_pdf(files["ruimte-1-verslagformulier.pdf"], {"seen:3.1": "Toch iets anders"})
    (other,) = packages.look(session.id, [files["ruimte-1-verslagformulier.pdf"]])
    assert other.again is Again.DIFFERENT
    assert said(other)[0] == "3.1 · Wat zagen we: Een lijst met namen > Toch iets anders"
    packages.accept(session.id, [other])
    assert len(app.calibration.concluding.yielded(session.id)[0]) == 1, "the same agreement is there once"
    with app.desk.workspace.reading() as unit:
        (kept,) = unit.forms.kept([other.code]).values()
    assert sorted(one.in_force for one in kept) == [False, True], "both versions stay"


def test_hands_that_a_room_counted_are_taken_over_while_that_round_is_open(
    app: Application, session: Session, tmp_path: Path
) -> None:
    revealed(app, session)
    files, room = papers(app, session, tmp_path), first_room(app, session)
    app.calibration.rounds.open(session.id, RoundWay.HANDS, ["3.1"])
    fill_workbook(
        files["ruimte-1-verslagformulier.xlsx"],
        {"hands:0:3.1:O": "1", "hands:0:3.1:V": "3.0", "hands:0:3.2:V": "2", "hands:0:3.1:G": "veel"},
    )
    (casus,) = app.calibration.preparing.casussen(session.id)
    app.calibration.hands.count(session.id, room.id, casus.id, "3.1", {"V": 4})
    (found,) = app.calibration.room_packages.look(session.id, [files["ruimte-1-verslagformulier.xlsx"]])
    assert "3.1 · Handen: V 4 > O 1, V 3" in said(found), "what was typed before is not replaced unseen"
    assert found.answers is not None
    assert [one.what.nl for one in found.answers.problems] == ["‘veel’ is geen aantal."]
    app.calibration.room_packages.accept(session.id, [found])
    app.calibration.rounds.close(session.id, "één ruimte")
    figures, _ = app.calibration.rounds.reveal(session.id)
    assert figures.by_room == {room.id: {"3.1": {"O": 1, "V": 3}}}, "3.2 is not counted in this round"


def test_a_report_of_another_session_or_another_form_is_named(
    app: Application, session: Session, tmp_path: Path
) -> None:
    revealed(app, session)
    files = papers(app, session, tmp_path)
    other = prepared(app, NAMES)
    with pytest.raises(KnownError, match="round-open"):
        app.calibration.room_packages.write(other.id, tmp_path, "nl")
    app.calibration.rounds.open(other.id)
    all_in(app, other)
    app.calibration.rounds.close(other.id)
    with pytest.raises(KnownError, match="round-sealed"):
        app.calibration.room_packages.write(other.id, tmp_path, "nl")
    app.calibration.rounds.reveal(other.id)
    stray = tmp_path / "los.pdf"
    stray.write_bytes(b"geen formulier")
    look = app.calibration.room_packages.look(
        other.id, [files["ruimte-1-verslagformulier.xlsx"], stray, files["ruimte-1-groepspakket.pdf"]]
    )
    assert [one.refusal.code for one in look if one.refusal is not None] == [
        "form-other-session", "form-none", "form-none",
    ]  # fmt: skip
    (empty,) = app.calibration.room_packages.look(session.id, [files["ruimte-2-verslagformulier.pdf"]])
    assert empty.refusal is not None
    assert empty.refusal.code == "form-empty"


def test_a_room_that_is_large_enough_sees_how_it_scored_itself(app: Application, lea: Person, tmp_path: Path) -> None:
    names = [f"Deelnemer {number}" for number in range(12)]
    session = prepared(app, names)
    app.calibration.rounds.open(session.id)
    marks = ["OVVVVVV" if number % 2 else "GVVVVVV" for number in range(12)]
    app.calibration.rounds.receive(
        session.id, [sheet(name, given) for name, given in zip(names, marks, strict=True)], ReturnWay.PDF
    )
    app.calibration.rounds.close(session.id)
    app.calibration.rounds.reveal(session.id)
    files = papers(app, session, tmp_path)
    text = " ".join(PdfReader(files["ruimte-1-groepspakket.pdf"]).pages[0].extract_text().split())
    assert "Scores van de 6 mensen in deze ruimte" in text
