"""Forms of a session, as participants send them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from assessor.application import Application
from assessor.domain.calibration.score_form import level_name, note_name
from assessor.domain.calibration.session import Session
from assessor.domain.form_answers import Way
from assessor.domain.form_code import printed
from tests.exchange import outgoing
from tests.services.calibration.stories import CODES


def sent(app: Application, session: Session, folder: Path, *, personal: bool, way: Way = Way.PDF) -> dict[str, Path]:
    """The forms of the open round by the code that they print."""
    written = app.calibration.inviting.write_forms(session.id, folder, "nl", personal=personal, ways=(way,))
    return {path.stem[-11:]: path for path in written.files if not path.stem.startswith("uitnodigingen")}


def of(app: Application, session: Session, name: str) -> str:
    """The printed code of somebody."""
    people = app.calibration.preparing.participants(session.id)
    return printed(next(one.code for one in people if one.name == name))


def values(marks: str, note: str = "", codes: Sequence[str] = CODES, **more: str) -> dict[str, str]:
    """Answers by field name, one sign a criterion; a space is left empty."""
    given = {level_name(1, code): mark for code, mark in zip(codes, marks, strict=False) if mark != " "}
    if note:
        given[note_name(1, codes[0])] = note
    return given | more


def pdf(path: Path, answers: Mapping[str, str], name: str = "") -> Path:
    """A PDF filled in and saved under a name of one's own."""
    target = path.with_name(name or path.name)
    target.write_bytes(outgoing.filled(path.read_bytes(), answers))
    return target


def workbook(
    path: Path, answers: Mapping[str, str], name: str = "", alter: Callable[[Any], None] | None = None
) -> Path:
    """A workbook filled in, perhaps altered, and saved."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_col=1, max_col=4):
        if row[0].value in answers:
            row[3].value = answers[str(row[0].value)]
    if alter is not None:
        alter(book)
    target = path.with_name(name or path.name)
    book.save(target)
    return target


def mail(path: Path, *files: Path) -> Path:
    """A saved mail with files attached."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Mijn scores", "iemand@voorbeeld.nl"
    message.set_content("Zie bijlage.")
    for file in files:
        message.add_attachment(
            file.read_bytes(), maintype="application", subtype="octet-stream", filename=file.name
        )  # fmt: skip
    path.write_bytes(message.as_bytes())
    return path


def export(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """The export of an online form."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    target = BytesIO()
    book.save(target)
    path.write_bytes(target.getvalue())
    return path
