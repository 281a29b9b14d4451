"""A form as PDF goes out empty, is filled in by whatever viewer, and comes back; what is hostile is refused by name."""

import logging
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned, Way, understand
from assessor.domain.form_code import printed
from assessor.domain.forms import FieldKind, FormHome, FormKind
from assessor.domain.midterm.form import talk_form
from assessor.exchange import form_pdf_reader, returned_form
from assessor.exchange.form_fields import IDENTITY_FIELD, field_name
from assessor.exchange.returned_form import read_content
from tests.domain.stories import PABO
from tests.exchange import outgoing

ADVICE = outgoing.copy(FormKind.ADVICE)
SENT = outgoing.pdf(ADVICE)
WRITTEN = "Zag ik bij rekenen – “samen” met Łukasz en Ștefan;\n= geen formule, wél €5."


def code_of(content: bytes, name: str = "retour.pdf") -> str:
    with pytest.raises(KnownError) as refusal:
        read_content(content, name)
    assert refusal.value.where is not None
    assert name in refusal.value.where.nl
    return refusal.value.code


def changed(change: Any) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(SENT))
    change(writer)
    return outgoing.saved(writer)


def field_of(writer: PdfWriter, name: str) -> DictionaryObject:
    form = writer.root_object["/AcroForm"].get_object()
    return next(one.get_object() for one in form["/Fields"] if one.get_object()["/T"] == field_name(name))


def with_value(name: str, value: Any) -> Returned:
    return read_content(changed(lambda writer: field_of(writer, name).update({NameObject("/V"): value})), "x.pdf")


# --- out


@pytest.mark.parametrize("kind", [kind for kind in FormKind if kind.home is FormHome.DOSSIER])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_goes_out_empty_and_named(kind: FormKind, language: Any) -> None:
    one = outgoing.copy(kind, language, ad=True)
    found = outgoing.fields(outgoing.pdf(one))
    assert set(found) == {IDENTITY_FIELD, *(field_name(name) for name in one.form.fields)}
    for name, field in one.form.fields.items():
        entry: Any = found[field_name(name)]
        assert str(entry.get("/V", "")).strip() in {"", "/Off"}
        assert entry["/TU"] == field.title.say(language)
        assert not int(entry.get("/Ff", 0)) & 2  # not required
        if field.kind is FieldKind.CHOICE:
            assert [option[1] for option in entry["/Opt"]] == [" ", *(c.word.say(language) for c in field.choices)]


def test_each_page_prints_the_code_and_takes_tab_in_the_order_of_the_form() -> None:
    reader = PdfReader(BytesIO(SENT))
    passed: list[str] = []
    for page in reader.pages:
        assert printed(ADVICE.identity.code) in page.extract_text()
        assert page["/Tabs"] == "/W"
        passed += [str(one.get_object()["/T"]) for one in cast("Any", page["/Annots"])]
    assert passed == [IDENTITY_FIELD, *(field_name(name) for name in ADVICE.form.fields)]
    assert "Şebnem Łukasz van Zonnedauw" in reader.pages[0].extract_text()


def test_title_and_properties_bear_the_code_and_no_name() -> None:
    metadata = PdfReader(BytesIO(SENT)).metadata
    assert metadata is not None
    assert metadata.title == f"Advies van de mentor {printed(ADVICE.identity.code)}"
    assert "Zonnedauw" not in str(dict(metadata))


# --- and back


def test_what_was_filled_in_comes_back_as_it_was_typed() -> None:
    content = outgoing.filled(SENT, {"level:1.1": "V", "note:1.1": WRITTEN, "level:2.7": "N"})
    returned = read_content(content, "retour.pdf")
    assert returned.identity == ADVICE.identity
    answers = understand(ADVICE.form, returned)
    assert answers.values == {"level:1.1": "V", "note:1.1": WRITTEN, "level:2.7": "N"}
    assert answers.problems == ()


def test_a_level_can_be_taken_back() -> None:
    once = outgoing.filled(SENT, {"level:1.1": "V"})
    assert read_content(outgoing.filled(once, {"level:1.1": " "}), "x").values == {}


def test_ticks_come_back_also_from_a_viewer_that_only_shows_them() -> None:
    scores = outgoing.copy(FormKind.SCORES)
    writer = PdfWriter(clone_from=BytesIO(outgoing.pdf(scores)))
    by_value, by_look = (field_of(writer, f"source:1.1:{source}") for source in ("mentor", "stukken"))
    by_value.update({NameObject("/V"): NameObject("/Yes"), NameObject("/AS"): NameObject("/Yes")})
    by_look.pop("/V", None)
    by_look.update({NameObject("/AS"): NameObject("/Yes")})
    answers = understand(scores.form, read_content(outgoing.saved(writer), "x.pdf"))
    assert answers.values == {"source:1.1:mentor": "ja", "source:1.1:stukken": "ja"}


def test_a_tick_that_was_taken_back_in_a_viewer_that_draws_boxes_anew_is_no_tick() -> None:
    # So Evince leaves a box behind in a file that asks for new looks: one look, under a name that is no state of it.
    scores = outgoing.copy(FormKind.SCORES)
    writer = PdfWriter(clone_from=BytesIO(outgoing.pdf(scores)))
    box = field_of(writer, "source:1.1:mentor")
    look = box["/AP"]["/N"]["/Off"]
    box.update({NameObject("/V"): NameObject("/Off"), NameObject("/AS"): NameObject("/N")})
    box[NameObject("/AP")] = DictionaryObject({NameObject("/N"): look})
    answers = understand(scores.form, read_content(outgoing.saved(writer), "x.pdf"))
    assert (answers.values, answers.problems) == ({}, ())


def test_the_edge_of_a_field_stays_where_a_viewer_counts_in_whole_points() -> None:
    edges = [one.get_object()["/BS"]["/W"] for page in PdfReader(BytesIO(SENT)).pages for one in page["/Annots"]]
    assert {edge for edge in edges if edge} == {1}


def test_no_viewer_is_asked_to_draw_the_fields_anew_since_it_would_wipe_out_ticks() -> None:
    assert "/NeedAppearances" not in PdfReader(BytesIO(SENT)).root_object["/AcroForm"].get_object()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (TextStringObject("goed"), "goed"),
        (ArrayObject([TextStringObject("V")]), "V"),
        (ArrayObject([TextStringObject("O"), TextStringObject("V")]), "O / V"),
        (NumberObject(3), "3"),
        (ByteStringObject("Zoë".encode()), "Zoë"),
        (ByteStringObject(b"\xfe\xff" + "Łukasz".encode("utf-16-be")), "Łukasz"),
    ],
)
def test_every_shape_of_an_answer_is_text(value: Any, text: str) -> None:
    assert with_value("note:1.1", value).values == {"note:1.1": text}


def test_a_long_answer_may_lie_in_a_stream() -> None:
    def change(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(b"\xfe\xff" + "Een lang verhaal".encode("utf-16-be"))
        field_of(writer, "note:1.1").update({NameObject("/V"): writer._add_object(stream)})

    assert read_content(changed(change), "x.pdf").values == {"note:1.1": "Een lang verhaal"}


@pytest.mark.parametrize("value", [ByteStringObject(b"\xff\xfe\x00"), DictionaryObject()])
def test_an_answer_in_no_known_encoding_is_named(value: Any) -> None:
    returned = with_value("note:1.1", value)
    assert returned.values == {}
    assert [problem.code for problem in returned.problems] == ["answer-unreadable"]


def test_nothing_is_nothing() -> None:
    assert with_value("note:1.1", NullObject()).values == {}


def test_a_viewer_may_put_fields_in_families() -> None:
    def change(writer: PdfWriter) -> None:
        form = writer.root_object["/AcroForm"].get_object()
        child = DictionaryObject({NameObject("/T"): TextStringObject("1"), NameObject("/V"): TextStringObject("G")})
        family = DictionaryObject(
            {
                NameObject("/T"): TextStringObject("level:1"),
                NameObject("/Kids"): ArrayObject([writer._add_object(child)]),
            }
        )
        form["/Fields"].append(writer._add_object(family))

    assert read_content(changed(change), "x.pdf").values == {"level:1.1": "G"}


def test_a_flat_print_is_named_by_its_printed_code() -> None:
    def flatten(writer: PdfWriter) -> None:
        del writer.root_object["/AcroForm"]
        writer.remove_annotations(subtypes=None)

    returned = read_content(changed(flatten), "print.pdf")
    assert (returned.way, returned.identity, returned.printed) == (Way.FLAT, None, (ADVICE.identity.code,))


# --- hostile


def test_scripts_are_refused_wherever_they_hide() -> None:
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")})
    after = DictionaryObject({NameObject("/S"): NameObject("/GoTo"), NameObject("/Next"): script})
    triggers = DictionaryObject({NameObject("/K"): script})
    names = DictionaryObject({NameObject("/JavaScript"): DictionaryObject()})
    for place in (
        lambda writer: writer.root_object.update({NameObject("/Names"): names}),
        lambda writer: writer.root_object.update({NameObject("/OpenAction"): script}),
        lambda writer: writer.root_object.update({NameObject("/OpenAction"): after}),
        lambda writer: field_of(writer, "note:1.1").update({NameObject("/AA"): triggers}),
    ):
        assert code_of(changed(place)) == "form-scripted"


def test_actions_that_go_round_end() -> None:
    def change(writer: PdfWriter) -> None:
        action = DictionaryObject({NameObject("/S"): NameObject("/GoTo")})
        reference = writer._add_object(action)
        action[NameObject("/Next")] = reference
        writer.root_object[NameObject("/OpenAction")] = reference

    assert code_of(changed(change)) == "form-scripted"


def test_xfa_passwords_and_size_are_refused() -> None:
    def rebuild(writer: PdfWriter) -> None:
        writer.root_object["/AcroForm"].get_object()[NameObject("/XFA")] = ArrayObject([])

    def grow(writer: PdfWriter) -> None:
        writer.root_object["/Pages"].get_object()[NameObject("/Count")] = NumberObject(10_000)

    assert code_of(changed(rebuild)) == "form-rebuilt"
    assert code_of(changed(lambda writer: writer.encrypt("geheim"))) == "form-locked"
    assert code_of(changed(grow)) == "form-too-large"
    assert code_of(b"%PDF-1.7" + b" " * returned_form.MOST_BYTES) == "form-too-large"
    with pytest.raises(KnownError, match="form-too-large"):
        form_pdf_reader.read_form_pdf(b" " * (form_pdf_reader.MOST_BYTES + 1), "x.pdf")


def test_another_pdf_and_another_file_are_no_forms() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    assert code_of(outgoing.saved(writer)) == "form-none"
    assert code_of(b"hallo", "brief.txt") == "form-none"
    assert code_of(b"%PDF-1.4 en dan niets meer") == "form-unreadable"


def test_a_name_of_ten_thousand_signs_is_named_once_and_passed_over() -> None:
    def change(writer: PdfWriter) -> None:
        for name in ("level:1.1", "level:1.2"):
            field_of(writer, name)[NameObject("/T")] = TextStringObject("a" * 10_000)

    returned = read_content(changed(change), "x.pdf")
    assert [problem.code for problem in returned.problems] == ["field-name-long"]


def test_families_that_go_round_and_fields_without_end_are_refused() -> None:
    def around(writer: PdfWriter) -> None:
        one = field_of(writer, "note:1.1")
        one[NameObject("/Kids")] = ArrayObject([one.indirect_reference])

    def many(writer: PdfWriter) -> None:
        form = writer.root_object["/AcroForm"].get_object()
        form[NameObject("/Fields")] = ArrayObject([form["/Fields"][0]] * 4_000)

    assert code_of(changed(around)) == "form-too-large"
    assert code_of(changed(many)) == "form-too-large"


def test_an_answer_of_a_million_signs_is_cut_and_then_named() -> None:
    returned = with_value("note:1.1", TextStringObject("x" * 1_000_000))
    assert len(returned.values["note:1.1"]) == form_pdf_reader.MOST_SIGNS + 1
    assert [one.code for one in understand(ADVICE.form, returned).problems] == ["answer-long"]


def test_fields_that_are_no_list_hold_nothing() -> None:
    def change(writer: PdfWriter) -> None:
        form = writer.root_object["/AcroForm"].get_object()
        form[NameObject("/Fields")] = ArrayObject([form["/Fields"][0], NumberObject(7)])

    assert read_content(changed(change), "x.pdf").identity == ADVICE.identity
    empty = changed(lambda w: w.root_object["/AcroForm"].get_object().update({NameObject("/Fields"): NumberObject(1)}))
    assert read_content(empty, "x.pdf").printed == (ADVICE.identity.code,)


def test_what_the_reader_of_pdf_mutters_is_heard_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    content = outgoing.filled(SENT, {"note:1.1": "Geheim over Fleur"})
    with caplog.at_level(logging.DEBUG):
        start = content.rindex(b"startxref")
        returned = read_content(content[:start] + b"startxref\n7\n%%EOF\n", "x.pdf")
    assert returned.values == {"note:1.1": "Geheim over Fleur"}
    assert [record for record in caplog.records if record.name.startswith("pypdf")] == []


FILLED = outgoing.filled(SENT, {"level:1.1": "V", "note:1.1": WRITTEN})


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_copy_is_read_or_refused_and_never_breaks_anything(data: st.DataObject) -> None:
    content = bytearray(FILLED)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        how = data.draw(st.sampled_from(["flip", "cut", "drop", "repeat", "insert"]))
        span = data.draw(st.integers(1, 400))
        if how == "flip":
            content[place] ^= data.draw(st.integers(1, 255))
        elif how == "cut":
            del content[place:]
        elif how == "drop":
            del content[place : place + span]
        elif how == "repeat":
            content[place:place] = content[place : place + span]
        else:
            content[place:place] = data.draw(st.binary(min_size=1, max_size=20))
        if not content:
            break
    assert outcome(bytes(content)) in {"read", "form-unreadable", "form-none", "form-locked", "form-scripted"}


def outcome(content: bytes) -> str:
    """What becomes of a file: read, or the code of its refusal."""
    try:
        returned = read_content(content, "retour.pdf")
    except KnownError as refusal:
        return refusal.code
    return "read" if returned.identity is not None or returned.printed else "nothing"


def test_a_list_of_criteria_is_wide_enough_to_read() -> None:
    sheet = replace(ADVICE, form=talk_form(PABO, ADVICE.form.instrument))
    reader = PdfReader(BytesIO(outgoing.pdf(sheet)))
    widths = {}
    for page in reader.pages:
        for one in cast("Any", page["/Annots"]):
            left, _, right, _ = (float(side) for side in one.get_object()["/Rect"])
            widths[str(one.get_object()["/T"])] = right - left
    assert widths["agreement:0:criterion"] > 200
    assert widths["agreement:0:what"] > 200
    assert widths["agreement:0:by"] < 140
