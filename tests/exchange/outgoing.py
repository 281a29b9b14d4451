"""Copies of forms as they go out, and ways in which they are filled in elsewhere."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

from assessor.domain.dossier import InstrumentKey
from assessor.domain.dossier_forms import dossier_form
from assessor.domain.form_code import new_code
from assessor.domain.forms import FormCopy, FormKind, Identity
from assessor.domain.text import Language, Text
from assessor.exchange.form_fields import field_name
from assessor.exchange.form_pdf import write_form_pdf
from assessor.exchange.form_workbook import write_form_workbook
from assessor.instruments import canonical
from tests.domain.stories import AD, PABO

PRINTED = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
ABOUT = (
    (Text("Student", "Student"), "Şebnem Łukasz van Zonnedauw"),
    (Text("Stage", "Placement"), "De Wilgenroos, Zomerdam"),
)


def copy(kind: FormKind, language: Language = "nl", *, ad: bool = False, seed: int = 1) -> FormCopy:
    """One copy of a form, with a name that a plain letter type lacks."""
    instrument = AD if ad else PABO
    key = InstrumentKey(instrument.id, instrument.version, canonical.fingerprint(instrument))
    form = dossier_form(kind, instrument, key)
    code = new_code(random.Random(seed).randrange)
    identity = Identity(code, "p" * 32, kind.value, form.respondent.value, key, form.fingerprint, language)
    return FormCopy(form, identity, ABOUT)


def pdf(one: FormCopy) -> bytes:
    """The copy as fillable PDF."""
    target = BytesIO()
    write_form_pdf(one, target, printed_at=PRINTED)
    return target.getvalue()


def workbook(one: FormCopy) -> bytes:
    """The copy as workbook."""
    target = BytesIO()
    write_form_workbook(one, target)
    return target.getvalue()


def filled(content: bytes, values: Mapping[str, str]) -> bytes:
    """A PDF with answers, as a viewer saves it."""
    writer = PdfWriter(clone_from=BytesIO(content))
    named = {field_name(name): value for name, value in values.items()}
    for page in writer.pages:
        here = {str(one.get_object().get("/T")) for one in page.get("/Annots", ())}
        mine = {name: value for name, value in named.items() if name in here}
        if mine:
            writer.update_page_form_field_values(page, mine, auto_regenerate=True)
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    """What a writer makes."""
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def fields(content: bytes) -> dict[str, object]:
    """Every field of a PDF by its name in the file."""
    return dict(PdfReader(BytesIO(content)).get_fields() or {})


def flattened(content: bytes) -> bytes:
    """A PDF as a printer makes it: the words, and no fields."""
    writer = PdfWriter(clone_from=BytesIO(content))
    del writer.root_object["/AcroForm"]
    writer.remove_annotations(subtypes=None)
    return saved(writer)


def words(content: bytes) -> str:
    """Everything that a PDF's pages say, on one line."""
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def write_answers(book: Workbook, values: Mapping[str, str]) -> None:
    """Type answers into the workbook of a form."""
    sheet = book.worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    for name, value in values.items():
        sheet.cell(rows[name], 4).value = value
