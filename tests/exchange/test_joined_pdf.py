"""The mirror with the gespreksblad behind it is one file, and that file is still the gespreksblad."""

from __future__ import annotations

import random
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from assessor.domain.form_answers import Way, understand
from assessor.domain.form_code import new_code, printed
from assessor.domain.forms import FormCopy, Identity
from assessor.domain.midterm.form import talk_form
from assessor.domain.midterm.talk import Agreement, Talk, TalkPlace, talk_of
from assessor.domain.text import Language
from assessor.exchange.form_fields import IDENTITY_FIELD, field_name
from assessor.exchange.form_pdf import write_form_pdf
from assessor.exchange.joined_pdf import write_joined_pdf
from assessor.exchange.returned_form import read_content, read_returned
from assessor.reports.midterm import write_midterm
from tests.exchange import outgoing
from tests.reports.midterms import PRINTED, account

ACCOUNTS = {"pabo": account(), "ad": account("ad")}


def copy(programme: str = "pabo", language: Language = "nl") -> FormCopy:
    one = ACCOUNTS[programme]
    form = talk_form(one.instrument, one.midterm.instrument)
    code = new_code(random.Random(6).randrange)
    identity = Identity(
        code, "p" * 32, form.kind.value, form.respondent.value, form.instrument, form.fingerprint, language
    )
    return FormCopy(form, identity)


def parts(programme: str = "pabo", language: Language = "nl") -> tuple[bytes, bytes]:
    """The mirror and the gespreksblad, each by itself."""
    mirror, form = BytesIO(), BytesIO()
    write_midterm(ACCOUNTS[programme], mirror, language, printed_at=PRINTED)
    write_form_pdf(copy(programme, language), form, printed_at=PRINTED)
    return mirror.getvalue(), form.getvalue()


def joined(programme: str = "pabo", language: Language = "nl") -> bytes:
    target = BytesIO()
    write_joined_pdf(*parts(programme, language), target)
    return target.getvalue()


def test_the_pages_of_the_mirror_stand_in_front_and_the_rest_is_the_form_as_it_was() -> None:
    front, form = parts()
    whole, mirror, alone = (PdfReader(BytesIO(content)) for content in (joined(), front, form))
    pages = [page.extract_text() for page in whole.pages]
    assert pages == [page.extract_text() for page in (*mirror.pages, *alone.pages)]
    assert whole.metadata is not None
    assert whole.metadata.title == f"Gespreksblad van student en mentor {printed(copy().identity.code)}"
    assert whole.root_object["/Lang"] == "nl"
    assert "/NeedAppearances" not in whole.root_object["/AcroForm"].get_object()
    assert [page.get("/Tabs") for page in whole.pages] == [None] * len(mirror.pages) + ["/W"] * len(alone.pages)
    outline = [str(entry.title) for entry in whole.outline]
    assert outline == [str(entry.title) for entry in mirror.outline] + ["Gespreksblad van student en mentor"]
    assert whole.get_destination_page_number(whole.outline[-1]) == len(mirror.pages)
    assert joined() == joined()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("programme", ["pabo", "ad"])
def test_filled_in_and_sent_back_it_is_recognised_and_read(programme: str, language: Language, tmp_path: Path) -> None:
    content = joined(programme, language)
    code = next(iter(ACCOUNTS[programme].instrument.criteria))
    values = {
        TalkPlace.DAY: "1-12-2026",
        TalkPlace.answer(0): "Rust in de groep – “samen”, Łukasz\nen Şebnem",
        TalkPlace.criterion(0): code,
        TalkPlace.what(0): "Elke maandag één vraag.",
        TalkPlace.by(0): "12 januari 2027",
    }
    writer = PdfWriter(clone_from=BytesIO(outgoing.filled(content, values)))
    tick = next(
        one.get_object()
        for one in writer.root_object["/AcroForm"].get_object()["/Fields"]
        if one.get_object()["/T"] == field_name(TalkPlace.SHARE)
    )
    tick.update({NameObject("/V"): NameObject("/Yes"), NameObject("/AS"): NameObject("/Yes")})
    path = tmp_path / "retour.pdf"
    path.write_bytes(outgoing.saved(writer))
    ((_, returned),) = read_returned(path)
    one = copy(programme, language)
    assert returned.identity == one.identity
    answers = understand(one.form, returned)
    assert answers.problems == ()
    assert talk_of(answers.values, ACCOUNTS[programme].instrument) == Talk(
        date(2026, 12, 1),
        ("Rust in de groep – “samen”, Łukasz\nen Şebnem", "", "", ""),
        (Agreement(code, "Elke maandag één vraag.", "", date(2027, 1, 12)),),
        share=True,
    )


def test_every_field_is_there_once_and_empty() -> None:
    found = outgoing.fields(joined())
    assert set(found) == {IDENTITY_FIELD, *(field_name(name) for name in copy().form.fields)}
    returned = read_content(joined(), "leeg.pdf")
    assert (returned.identity, dict(returned.values), returned.problems) == (copy().identity, {}, ())


def test_a_flat_print_of_it_is_named_by_the_code_on_its_last_pages() -> None:
    writer = PdfWriter(clone_from=BytesIO(outgoing.flattened(joined())))
    writer.metadata = None
    returned = read_content(outgoing.saved(writer), "print.pdf")
    assert len(writer.pages) > 4
    assert (returned.way, returned.identity, returned.printed) == (Way.FLAT, None, (copy().identity.code,))
