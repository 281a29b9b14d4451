"""Names and room of attachments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.attachments import MAX_DOSSIER, MAX_FILE, MAX_NAME, AttachmentKind, check_room, clean_name
from assessor.domain.errors import KnownError
from assessor.domain.text import LANGUAGES


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("lesformulier.pdf", "lesformulier.pdf"),
        ("/home/noor/lesformulier.pdf", "lesformulier.pdf"),
        ("C:\\Les\\..\\bord.png", "bord.png"),
        ("..", "bijlage"),
        ("a\x00b\u202egpj.exe", "abgpj.exe"),
        ("vraag?*.docx", "vraag.docx"),
    ],
)
def test_a_name_is_fit_to_show_and_to_save_under(name: str, kept: str) -> None:
    assert clean_name(name) == kept


@given(st.text(max_size=400))
def test_a_name_never_leads_elsewhere(name: str) -> None:
    kept = clean_name(name)
    assert 0 < len(kept) <= MAX_NAME
    assert not set(kept) & set('/\\<>:"|?*\x00\n')
    assert clean_name(kept)


def test_a_long_name_keeps_its_ending() -> None:
    assert clean_name("x" * 10_000 + ".pdf") == "x" * (MAX_NAME - 4) + ".pdf"
    assert clean_name("x" * 10_000) == "x" * MAX_NAME
    assert clean_name("x." + "y" * 10_000) == ("x." + "y" * 10_000)[:MAX_NAME]


@pytest.mark.parametrize(
    ("size", "taken", "code"),
    [
        (0, 0, "attachment-empty"),
        (MAX_FILE + 1, 0, "attachment-large"),
        (2, MAX_DOSSIER - 1, "attachments-full"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_cure(size: int, taken: int, code: str) -> None:
    with pytest.raises(KnownError) as refusal:
        check_room(size, taken)
    assert refusal.value.code == code
    assert all("MB" in refusal.value.say(language) or size == 0 for language in LANGUAGES)


def test_what_fits_exactly_is_taken() -> None:
    check_room(MAX_FILE, MAX_DOSSIER - MAX_FILE)
    assert [kind for kind in AttachmentKind if kind.is_picture] == [AttachmentKind.PNG, AttachmentKind.JPEG]
    assert all(kind.word.nl and kind.word.en for kind in AttachmentKind)
