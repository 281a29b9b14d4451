"""Forms as other programs of Debian fill them in and save them: what they write is read as it was meant.

Poppler is what Evince and Okular fill in with, MuPDF draws and writes by itself, pdftk stands on iText, and qpdf lays a
file out anew. Each is tried where it is installed; the first three need no window.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned, Way, understand
from assessor.domain.form_code import printed
from assessor.domain.forms import FormKind
from assessor.exchange.form_fields import field_name
from assessor.exchange.returned_form import read_content
from tests.exchange import outgoing

ADVICE = outgoing.copy(FormKind.ADVICE)
NOTE = "Groet elk kind – “ook” Łukasz; = geen formule, wél €5."
XFDF = """<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>{}</fields></xfdf>"""
MUPDF = """
var pdf = new PDFDocument(scriptArgs[0]);
for (var page = 0; page < pdf.countPages(); page++) {
    var widgets = pdf.loadPage(page).getWidgets(), box = null;
    for (var place in widgets) {
        box = widgets[place].getRect();
        if (box[2] - box[0] > 200) { widgets[place].setTextValue(scriptArgs[2]); widgets[place].update(); }
    }
}
pdf.save(scriptArgs[1], "compress");
"""
POPPLER = """
import sys, gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
pdf = Poppler.Document.new_from_file("file://" + sys.argv[1], None)
for number in range(pdf.get_n_pages()):
    page = pdf.get_page(number)
    for one in page.get_form_field_mapping():
        name = one.field.get_name()
        if name == sys.argv[3]:
            one.field.choice_select_item(2)
        if name == sys.argv[4]:
            one.field.text_set_text(sys.argv[5])
pdf.save("file://" + sys.argv[2])
"""


def ran(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "mentoradvies.pdf"
    path.write_bytes(outgoing.pdf(ADVICE))
    return path


def read(path: Path) -> Returned:
    return read_content(path.read_bytes(), path.name)


def with_pdftk(sent: Path, *options: str) -> Path:
    names = {field_name("level:1.1"): "V", field_name("note:1.1"): NOTE, field_name("level:1.2"): "goed!"}
    fields = "".join(f'<field name="{name}"><value>{value}</value></field>' for name, value in names.items())
    (sent.parent / "data.xfdf").write_text(XFDF.format(fields), encoding="utf-8")
    back = sent.with_name("retour.pdf")
    ran("pdftk", sent, "fill_form", sent.parent / "data.xfdf", "output", back, *options)
    return back


@needs("pdftk")
def test_filled_in_with_pdftk(sent: Path) -> None:
    answers = understand(ADVICE.form, read(with_pdftk(sent, "need_appearances")))
    assert answers.values == {"level:1.1": "V", "note:1.1": NOTE, "level:1.2": "G"}
    assert read(sent.with_name("retour.pdf")).identity == ADVICE.identity


@needs("pdftk")
@needs("qpdf")
def test_laid_out_anew_by_qpdf(sent: Path) -> None:
    back = with_pdftk(sent)
    ran("qpdf", "--object-streams=generate", "--linearize", back, back.with_name("anders.pdf"))
    assert understand(ADVICE.form, read(back.with_name("anders.pdf"))) == understand(ADVICE.form, read(back))


@needs("pdftk")
def test_flattened_by_pdftk_is_a_print_that_is_named(sent: Path) -> None:
    returned = read(with_pdftk(sent, "flatten"))
    assert returned.identity is None
    assert returned.printed == (ADVICE.identity.code,)


@needs("mutool")
def test_filled_in_with_mupdf(sent: Path) -> None:
    (sent.parent / "fill.js").write_text(MUPDF, encoding="utf-8")
    back = sent.with_name("retour.pdf")
    ran("mutool", "run", sent.parent / "fill.js", sent, back, NOTE)
    answers = understand(ADVICE.form, read(back))
    notes = [name for name in ADVICE.form.fields if name.startswith("note:")]
    assert {name: answers.values.get(name) for name in notes} == dict.fromkeys(notes, NOTE)
    assert read(back).way is Way.PDF


@needs("pdftoppm")
def test_filled_in_with_the_library_of_evince_and_okular(sent: Path) -> None:
    python = "/usr/bin/python3"
    asked = subprocess.run(
        [python, "-c", "import gi; gi.require_version('Poppler', '0.18')"], check=False, capture_output=True
    )
    if asked.returncode:
        pytest.skip("Poppler's binding for Python is not installed")
    back = sent.with_name("retour.pdf")
    ran(python, "-c", POPPLER, sent, back, field_name("level:1.1"), field_name("note:1.1"), NOTE)
    assert understand(ADVICE.form, read(back)).values == {"level:1.1": "V", "note:1.1": NOTE}


@needs("pdftk")
def test_locked_with_a_password_is_refused(sent: Path) -> None:
    back = with_pdftk(sent, "user_pw", "geheim")
    with pytest.raises(KnownError, match="form-locked"):
        read(back)
    assert printed(ADVICE.identity.code) not in back.name
