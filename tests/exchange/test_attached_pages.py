"""The pages of an attached PDF as pictures, whatever was put into it."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from assessor.domain.errors import KnownError
from assessor.exchange import page_drawing
from assessor.exchange.attached_pages import picture_of

MOST = (300, 1200)


def drawing(*, locked: bool = False) -> bytes:
    """Two pages: a black square on the first, a field with an answer on the second."""
    target = io.BytesIO()
    canvas = Canvas(target, (100, 200))
    canvas.rect(0, 100, 50, 100, stroke=0, fill=1)
    canvas.showPage()
    canvas.acroForm.textfield(name="groep", x=10, y=10, width=80, height=180, value="MMMMMMM", fontSize=20)
    canvas.showPage()
    canvas.save()
    if not locked:
        return target.getvalue()
    writer, closed = PdfWriter(PdfReader(target)), io.BytesIO()
    writer.encrypt("geheim", algorithm="AES-256")
    writer.write(closed)
    return closed.getvalue()


def nested(depth: int = 12, times: int = 40) -> bytes:
    """A page that draws a drawing many times, which draws another many times, and so on."""
    form = "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]{resources}/Length {length}>>stream\n{body}\nendstream"
    again = "/X Do " * times
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        f"<</Length {len(again)}>>stream\n{again}\nendstream",
    ]
    for level in range(depth):
        body = again if level < depth - 1 else "0 0 100 100 re f"
        resources = f"/Resources<</XObject<</X {6 + level} 0 R>>>>" if level < depth - 1 else ""
        objects.append(form.format(resources=resources, length=len(body), body=body))
    written = "%PDF-1.7\n" + "".join(f"{place} 0 obj{one}\nendobj\n" for place, one in enumerate(objects, start=1))
    return (written + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n%%EOF").encode()


def test_a_page_is_drawn_as_large_as_fits() -> None:
    first = picture_of(drawing(), 0, MOST)
    assert (first.width, first.height, first.pages, len(first.pixels)) == (300, 600, 2, 300 * 600 * 4)
    assert first.pixels[:3] == b"\x00\x00\x00"
    assert first.pixels[-4:-1] == b"\xff\xff\xff"
    narrow = picture_of(drawing(), 0, (300, 100))
    assert (narrow.width, narrow.height) == (50, 100)


def test_what_was_filled_in_shows_and_past_the_last_page_is_the_last() -> None:
    second = picture_of(drawing(), 1, MOST)
    assert second.pixels != b"\xff" * len(second.pixels)
    assert picture_of(drawing(), 9, MOST) == second
    assert picture_of(drawing(), -1, MOST) == picture_of(drawing(), 0, MOST)


def test_drawing_by_itself_is_the_same() -> None:
    """The child is a program of its own; here its drawing is done without one."""
    target = io.BytesIO()
    page_drawing.draw(io.BytesIO(drawing()), target, 0, MOST)
    assert target.getvalue().endswith(picture_of(drawing(), 0, MOST).pixels)


def test_an_installed_program_draws_when_it_is_asked_to() -> None:
    asked = [sys.executable, "-m", "assessor", page_drawing.ASKED, "0", "300", "1200"]
    drawn = subprocess.run(asked, input=drawing(), capture_output=True, check=True).stdout
    assert drawn.endswith(picture_of(drawing(), 0, MOST).pixels)


@pytest.mark.parametrize(
    "content",
    [drawing(locked=True), drawing()[:300], b"%PDF-1.7\n" + bytes(1_000), nested()],
    ids=["locked", "cut", "empty", "nested without end"],
)
def test_what_cannot_be_drawn_says_so(content: bytes) -> None:
    with pytest.raises(KnownError, match="attachment-not-shown") as refusal:
        picture_of(content, 0, MOST, longest=5)
    assert "Sla een kopie op" in refusal.value.cure.nl


def test_a_page_of_kilometres_is_drawn_no_larger_than_asked() -> None:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(14_000, 10)
    writer.write(target)
    drawn = picture_of(target.getvalue(), 0, MOST)
    assert (drawn.width, drawn.height) == (300, 1)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(KnownError, match="attachment-not-shown"):
        picture_of(drawing(), 0, MOST, longest=0.0001)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it starts is not this test's program, so nothing is drawn; but it is started by its own argument."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/nowhere/assessor")
    with pytest.raises(KnownError, match="attachment-not-shown"):
        picture_of(drawing(), 0, MOST)
