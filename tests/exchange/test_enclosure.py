"""Forms that come back in a zip or in a mail, and zips and mails that mean harm."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned
from assessor.domain.forms import FormKind
from assessor.exchange import enclosure
from assessor.exchange.returned_form import read_returned
from tests.exchange import outgoing


def form() -> bytes:
    return outgoing.filled(outgoing.pdf(outgoing.copy(FormKind.ADVICE)), {"level:1.1": "V"})


def zipped(*files: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return target.getvalue()


def mail(*files: tuple[str, bytes]) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "mentor@school.example", "Het advies"
    message.set_content("Hierbij het advies.")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def read(folder: Path, name: str, content: bytes) -> list[tuple[str, str]]:
    """Of each file its name, and "form" or the code of its refusal."""
    path = folder / name
    path.write_bytes(content)
    return [(told, "form" if isinstance(one, Returned) else one.code) for told, one in read_returned(path)]


def test_each_form_in_a_zip_or_a_mail_is_read(tmp_path: Path) -> None:
    workbook = outgoing.workbook(outgoing.copy(FormKind.SCORES))
    files = (("terug/advies.pdf", form()), ("scores.xlsx", workbook), ("lees mij.txt", b"groet"))
    wanted = [("advies.pdf", "form"), ("scores.xlsx", "form")]
    assert read(tmp_path, "alles.zip", zipped(*files)) == [(f"alles.zip, {name}", one) for name, one in wanted]
    assert read(tmp_path, "post.eml", mail(*files).as_bytes()) == [(f"post.eml, {name}", one) for name, one in wanted]
    assert read(tmp_path, "scores.xlsx", workbook) == [("scores.xlsx", "form")]


def test_names_are_shortened_and_hold_no_folders(tmp_path: Path) -> None:
    (name, _), (other, _) = read(
        tmp_path, "a.zip", zipped((f"../{'x' * 10_000}.pdf", form()), ("..\\..\\b.pdf", form()))
    )
    assert len(name) < 60
    assert other == "a.zip, b.pdf"


def test_what_lies_deeper_stays_closed(tmp_path: Path) -> None:
    inner = zipped(("advies.pdf", form()))
    (answer,) = read(tmp_path, "dubbel.zip", zipped(("binnen.zip", inner)))
    assert answer[1] != "form"
    forwarded = mail()
    forwarded.add_attachment(mail(("advies.pdf", form())))
    assert read(tmp_path, "door.eml", forwarded.as_bytes()) == [("door.eml", "form-none")]


def test_too_many_files_and_too_much_of_them_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = zipped(*((f"{number}.pdf", b"") for number in range(enclosure.MOST_FILES + 1)))
    assert read(tmp_path, "veel.zip", many) == [("veel.zip", "form-too-large")]
    bomb = zipped(*((f"{number}.pdf", b"%PDF-" + bytes(21_000_000)) for number in range(6)))
    assert len(bomb) < 200_000
    assert read(tmp_path, "bom.zip", bomb) == [("bom.zip", "form-too-large")]
    monkeypatch.setattr(enclosure, "MOST_FILES", 2)
    parts = mail(*(("a.pdf", form()) for _ in range(3))).as_bytes()
    assert read(tmp_path, "veel.eml", parts) == [("veel.eml", "form-too-large")]


def test_what_is_damaged_or_locked_is_named(tmp_path: Path) -> None:
    whole = zipped(("advies.pdf", form()))
    assert read(tmp_path, "half.zip", whole[: len(whole) // 2]) == [("half.zip", "form-unreadable")]
    locked = bytearray(whole)
    locked[6] |= 1
    locked[whole.rindex(b"PK\x01\x02") + 8] |= 1
    assert read(tmp_path, "slot.zip", bytes(locked)) == [("slot.zip", "form-locked")]
    assert read(tmp_path, "leeg.zip", zipped(("lees mij.txt", b"groet"))) == [("leeg.zip", "form-none")]
    deep = b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (one, one) for one in range(3_000)
    )
    assert read(tmp_path, "diep.eml", deep)[0][1] in {"form-none", "form-unreadable"}


def test_a_file_that_is_neither_is_left_to_its_reader() -> None:
    assert enclosure.enclosed(form(), "a.pdf") is None
    assert enclosure.enclosed(b"naam: Anna\n", "a.txt") is None
    with pytest.raises(KnownError):
        enclosure.enclosed(b"PK\x03\x04", "a.zip")
