"""What lies in an invitation is packed and unpacked whole, and anything else is none."""

import pytest

from assessor.exchange.invitation_content import MOST_FILES, packed, unpacked


def test_values_and_files_come_back() -> None:
    values = {"title": "Rekenles ✓", "files": [1]}
    assert unpacked(packed(values, [b"", b"%PDF"])) == (values, [b"", b"%PDF"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x00",
        b"\x00\x00\x00\x09short",
        b"\x00\x00\x00\x02[]",
        b"\x00\x00\x00\x02{x",
        b"\x00\x00\x00\x00" * (MOST_FILES + 2),
        len(b"[" * 100_000).to_bytes(4, "big") + b"[" * 100_000,
    ],
)
def test_other_bytes_are_no_invitation(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no invitation|Expecting"):
        unpacked(content)
