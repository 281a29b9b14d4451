"""A document to write on in: well formed, safe against what people type, and sealed with a code."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st
from msoffcrypto import OfficeFile

from assessor.paper.word import SMALLEST, WordDocument, sealed

AT = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
        assert all(ElementTree.fromstring(archive.read(name)) is not None for name in archive.namelist())
    return ["".join(text.text or "" for text in each.iter(f"{_W}t")) for each in root.iter(f"{_W}p")]


def test_headings_text_and_tables_stand_in_their_order_and_the_bytes_are_the_same() -> None:
    made = []
    for _ in range(2):
        document = WordDocument("Verslag", "nl", AT)
        document.add("Titel", "Title")
        document.add("een\ntwee & <drie>")
        document.add_table(["Kop", "Kop 2"], [["a", "b"]], (1, 3))
        document.add_room(2)
        made.append(document.content())
    assert made[0] == made[1]
    assert texts(made[0]) == ["Titel", "eentwee & <drie>", "Kop", "Kop 2", "a", "b", "", "", ""]


@given(st.text(max_size=60))
def test_whatever_people_type_makes_no_broken_document(typed: str) -> None:
    document = WordDocument("Verslag", "en", AT)
    document.add(typed)
    kept = "".join(sign for sign in typed if sign.isprintable() or sign == "\t")
    assert texts(document.content())[0] == kept


def test_the_smallest_document_can_be_sealed_and_opened_again() -> None:
    content = WordDocument("", "en", AT).content()
    assert len(content) >= SMALLEST
    file, plain = OfficeFile(BytesIO(sealed(content, "een code"))), BytesIO()
    file.load_key(password="een code", verify_password=True)
    file.decrypt(plain)
    assert plain.getvalue() == content


def test_what_could_not_be_read_again_is_not_sealed() -> None:
    with pytest.raises(ValueError, match="too small"):
        sealed(b"PK", "een code")
