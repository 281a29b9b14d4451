"""What lies in an invitation once it is open: values, and the files of its casussen; hostile until checked."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any, Final

MOST_BYTES: Final = 120_000_000
MOST_FILES: Final = 200
_LENGTH: Final = struct.Struct(">I")


def packed(values: Mapping[str, Any], files: Sequence[bytes]) -> bytes:
    """Values and files as one piece: the length of each before it."""
    parts = [json.dumps(dict(values), ensure_ascii=False).encode(), *files]
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def unpacked(content: bytes) -> tuple[Mapping[str, Any], list[bytes]]:
    """Values and files again; ValueError when the piece is none."""
    parts: list[bytes] = []
    at = 0
    while at < len(content):
        if len(content) - at < _LENGTH.size or len(parts) > MOST_FILES:
            raise ValueError("no invitation")
        (size,) = _LENGTH.unpack_from(content, at)
        at += _LENGTH.size
        if size > len(content) - at:
            raise ValueError("no invitation")
        parts.append(content[at : at + size])
        at += size
    try:
        values = json.loads(parts[0]) if parts else None
    except RecursionError:
        values = None
    if not isinstance(values, dict):
        raise ValueError("no invitation")
    return values, parts[1:]
