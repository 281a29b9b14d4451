"""The key file opens for the right secret, tells damage from a wrong secret, and trusts nothing it reads."""

import json

import pytest

from assessor.domain.errors import KnownError
from assessor.storage.header import Header, _checksum, read_header

KEY = bytes(range(32))
HEADER = Header("b" * 32, ()).with_secret("passphrase", "wachtzin", KEY).with_secret("recovery", "CODE", KEY)


def json_of(content: bytes) -> object:
    """What the bytes say, or nothing: a changed space between two values changes nothing."""
    try:
        return json.loads(content)
    except ValueError:
        return None


def test_the_key_comes_out_for_the_right_secret_only() -> None:
    header = read_header(HEADER.to_bytes())
    assert header == HEADER
    assert header.unwrap("passphrase", "wachtzin") == KEY
    assert header.unwrap("recovery", "CODE") == KEY
    assert header.unwrap("passphrase", "Wachtzin") is None
    assert header.unwrap("recovery", "wachtzin") is None


def test_a_new_passphrase_replaces_the_former() -> None:
    header = HEADER.with_secret("passphrase", "nieuw", KEY)
    assert header.unwrap("passphrase", "nieuw") == KEY
    assert header.unwrap("passphrase", "wachtzin") is None
    assert header.unwrap("recovery", "CODE") == KEY


def test_nothing_secret_stands_in_it() -> None:
    text = HEADER.to_bytes()
    assert KEY not in text
    assert KEY.hex().encode() not in text
    assert b"wachtzin" not in text


def test_every_altered_byte_is_told_as_damage() -> None:
    content = HEADER.to_bytes()
    for place in range(0, len(content), 3):
        altered = bytearray(content)
        altered[place] ^= 1
        if json_of(bytes(altered)) == json_of(content):
            continue
        with pytest.raises(KnownError, match="header-damaged"):
            read_header(bytes(altered))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff", b'{"checksum": 1}', b"[" * 100_000])
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    with pytest.raises(KnownError, match="header-damaged"):
        read_header(content)


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("format",), 2, "workspace-newer"),
        (("program",), "other", "header-damaged"),
        (("slots", 0, "kdf", "name"), "scrypt", "workspace-newer"),
        (("slots", 0, "kdf", "memory_kib"), 2**40, "header-damaged"),
        (("slots", 0, "kdf", "passes"), 10**9, "header-damaged"),
        (("slots", 0, "kdf", "salt"), "AAAA", "header-damaged"),
        (("slots", 0, "nonce"), "?", "header-damaged"),
        (("slots",), 3, "header-damaged"),
        (("workspace",), "../../elders", "header-damaged"),
        (("workspace",), 7, "header-damaged"),
    ],
)
def test_a_hostile_key_file_with_a_right_checksum_is_refused(
    path: tuple[str | int, ...], value: object, code: str
) -> None:
    body = json.loads(HEADER.to_bytes())
    body.pop("checksum")
    place = body
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(KnownError, match=code):
        read_header(json.dumps(body | {"checksum": _checksum(body)}).encode())


def test_a_wrap_belongs_to_its_workspace() -> None:
    stolen = Header("c" * 32, HEADER.slots)
    assert stolen.unwrap("passphrase", "wachtzin") is None
