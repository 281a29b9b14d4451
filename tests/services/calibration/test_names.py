"""A search through every file of a session finds no name where none may be."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assessor.application import Application
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.conclusion import Destination, TalkNote
from assessor.domain.calibration.round import ReturnWay
from assessor.domain.calibration.session import Session
from assessor.services.calibration.preparing import Invited, NewSession
from tests.services.calibration.stories import CASUS, DAY, NAMES, SHEETS, sheet

WITH_NAMES = re.compile(
    r"presentielijst\.pdf|verzendlijst\.xlsx|wie-kalibreerde\.xlsx|deelname-[0-9a-f]{8}\.pdf"
    r"|ruimte-\d-verslagformulier\.(pdf|xlsx)"
)
"""Files that are lists or proofs of who was there; what anybody scored never stands in them."""
SEALED = re.compile(r"(verslag|bke)-[0-9a-f]{8}\.(pdf|docx)")
MAILS = tuple(f"{name.split()[0].casefold()}@school.example" for name in NAMES)


@pytest.fixture
def folder(app: Application, lea: object, tmp_path: Path) -> Path:
    """Everything that a session writes, in one folder."""
    session = played(app)
    calibration, out = app.calibration, tmp_path / "uit"
    calibration.papers.write(session.id, out, "nl")
    calibration.room_packages.write(session.id, out / "ruimtes", "nl")
    calibration.years.write(session.instrument.id, out, "nl")
    return out


def played(app: Application) -> Session:
    c = app.calibration
    form = app.desk.catalogue.get("pabo-praktijkbeoordeling")
    session, _ = c.preparing.start(NewSession("Pabo model 3", form, ("3",), DAY, "Zomerdam"))
    c.preparing.add_casussen(session.id, [Casus("", "", CASUS, consent="mail", anonymised=True)])
    named = enumerate(zip(NAMES, MAILS, strict=True))
    people = [Invited(name, "De Eik", mail, None, place < 2) for place, (name, mail) in named]
    c.preparing.invite(session.id, people)
    c.preparing.make_rooms(session.id)
    for _ in range(2):
        c.rounds.open(session.id)
        asked = c.rounds.board(session.id).round
        assert asked is not None
        incoming = [
            sheet(name, marks[: len(asked.criteria)], note="Zag een Kwetsbaarwoord", codes=asked.criteria)
            for name, marks in zip(NAMES, SHEETS, strict=True)
        ]
        c.rounds.receive(session.id, incoming, ReturnWay.PDF)
        c.rounds.close(session.id)
        c.rounds.reveal(session.id)
    c.concluding.note(TalkNote(session.id, "", "3.1", seen="Drie doelen"))
    c.concluding.agree(session.id, "Eerst de groep", Destination.CONSTRUCTION, "3.1")
    return session


def words_of(path: Path) -> str:
    """All that a file holds: its words as they are read, and its bytes as they lie there."""
    content = path.read_bytes()
    raw = content.decode("latin-1")
    if path.suffix == ".pdf":
        reader = PdfReader(BytesIO(content))
        if not reader.is_encrypted:
            raw += " ".join(page.extract_text() for page in reader.pages) + repr(reader.get_fields())
            raw += repr(reader.metadata) + repr(reader.outline)
    elif is_zipfile(path):
        with ZipFile(path) as parts:
            raw += " ".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    return raw


def told(text: str) -> list[str]:
    parts = {part for name in NAMES for part in name.split() if len(part) > 3} | set(MAILS)
    return sorted(part for part in (*parts, *NAMES) if part in text)


def test_no_name_stands_where_none_may_be(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 3 + 8 + 2 * 3 + 1 + 3 + 2
    for path in files:
        assert told(path.name) == [], path.name
        if not WITH_NAMES.fullmatch(path.name):
            assert told(words_of(path)) == [], path.name


def test_lists_of_names_hold_no_score_and_no_words_of_anybody(folder: Path) -> None:
    lists = [path for path in folder.rglob("*") if WITH_NAMES.fullmatch(path.name)]
    assert {path.name[:8] for path in lists} >= {"presenti", "verzendl", "wie-kali", "deelname", "ruimte-1"}
    for path in lists:
        words = words_of(path)
        assert told(words), path.name
        assert "Kwetsbaarwoord" not in words
        if not path.name.startswith("ruimte"):
            assert "onvoldoende" not in words


def test_what_is_ones_own_is_sealed_and_what_is_of_the_group_holds_nobodys_words(folder: Path) -> None:
    for path in folder.rglob("*.*"):
        if path.is_file():
            assert "Kwetsbaarwoord" not in words_of(path), path.name
        if SEALED.fullmatch(path.name) and path.suffix == ".pdf":
            assert PdfReader(path).decrypt("") == 0
        if SEALED.fullmatch(path.name) and path.suffix == ".docx":
            assert not is_zipfile(path), "a compound file that is encrypted"


def test_writing_can_be_stopped_and_the_list_holds_what_is_there(app: Application, lea: object, tmp_path: Path) -> None:
    session = played(app)
    seen: list[tuple[int, int]] = []

    def stop_at_three(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 3

    written = app.calibration.papers.write(session.id, tmp_path, "nl", stop_at_three)
    assert written.stopped
    assert seen == [(0, 8), (1, 8), (2, 8), (3, 8)]
    private = [path for path in written.files if path.name.startswith("verslag-")]
    assert len(private) == 3
    rows = list(load_workbook(tmp_path / "persoonlijk" / "verzendlijst.xlsx").worksheets[0].values)
    assert len(rows) == 1 + 3
