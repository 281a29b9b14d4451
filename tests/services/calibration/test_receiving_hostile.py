"""Damaged and altered files are hostile until checked: each is told as a sentence, and none tells what stood in it."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from assessor.application import Application
from assessor.domain.calibration.session import Session
from assessor.domain.form_answers import Way
from tests.services.calibration.returns import export, mail, pdf, sent, values, workbook
from tests.services.calibration.stories import CODES, NAMES
from tests.services.calibration.test_receiving import said, take

SECRET = "Kwetsbaarwoord"


@pytest.fixture
def returned(app: Application, session: Session, tmp_path: Path) -> list[Path]:
    """One of each kind, sound."""
    answers = values("OVGVVVV", SECRET)
    form = pdf(next(iter(sent(app, session, tmp_path / "a", personal=True).values())), answers)
    book = workbook(next(iter(sent(app, session, tmp_path / "b", personal=True, way=Way.WORKBOOK).values())), answers)
    online = export(tmp_path / "e.xlsx", [["Naam", *CODES, "Slot"], [NAMES[0], *"OVGVVVV", SECRET]])
    table = tmp_path / "t.csv"
    rows = "".join(f"A,{code},{NAMES[3]},V,{SECRET}\n" for code in CODES)
    table.write_text(f"work,criterion,assessor,level,note\n{rows}", encoding="utf-8")
    return [form, book, online, table, mail(tmp_path / "m.eml", form, book)]


def damaged(content: bytes, draw: random.Random) -> bytes:
    """The same with some bytes changed, and sometimes without its end."""
    found = bytearray(content)
    for _ in range(draw.randint(1, 20)):
        at = draw.randrange(len(found))
        found[at : at + draw.randint(0, 8)] = bytes(draw.randrange(256) for _ in range(draw.randint(0, 8)))
    return bytes(found[: draw.randrange(1, len(found))] if draw.random() < 0.2 else found)


def altered(content: bytes, draw: random.Random) -> bytes:
    """A workbook that is still a zip, with signs of its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, draw) if part and draw.random() < 0.3 else part)
    return target.getvalue()


def test_no_damage_stops_the_others_or_tells_what_stood_there(
    app: Application, session: Session, returned: list[Path], tmp_path: Path
) -> None:
    draw = random.Random(5)
    inbox = tmp_path / "in"
    inbox.mkdir()
    for number in range(80):
        path = draw.choice(returned)
        content = path.read_bytes()
        change = altered if path.suffix == ".xlsx" and draw.random() < 0.6 else damaged
        (inbox / f"{number}{path.suffix}").write_bytes(change(content, draw))
    files = take(app, session, inbox)
    assert len(files) >= 80
    assert SECRET not in said(files)
    assert all(file.refusal is not None or file.taken for file in files)
