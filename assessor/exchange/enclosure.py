"""Files in a zip or in a mail that was saved (EML): hostile until checked, and opened one level deep only.

What is inside is never written to disk: each file is handed on as bytes with a name that can be shown. A zip in a zip
and a mail in a mail stay closed.
"""

from __future__ import annotations

import email
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import Final

from assessor.exchange.form_refusals import LOCKED, NO_FORM, TOO_LARGE, UNREADABLE
from assessor.exchange.refusals import refused, shown

MOST_BYTES: Final = 100_000_000
"""Of a zip or mail, and of all that is read out of it together."""
MOST_FILES: Final = 1_000
MOST_OF_ONE: Final = 20_000_000
"""Bytes of one file inside; one byte more is read, so that its reader refuses it."""
_HEADER: Final = re.compile(rb"[!-9;-~]{1,70}:[^\n]{0,998}\n")
_MIME: Final = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_HEAD: Final = 65_536
_WORKBOOK: Final = "[Content_Types].xml"
_ZIP: Final = b"PK\x03\x04"
_DAMAGED: Final = (
    # zipfile and email surface what is damaged as whatever they stumble over.
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)

Enclosed = list[tuple[str, bytes]]


def enclosed(content: bytes, name: str, suffixes: tuple[str, ...] = ()) -> Enclosed | None:
    """The PDFs and workbooks in a zip or mail, told by their content; None when the file is neither.

    Args:
        content: the file.
        name: its own name, for refusals.
        suffixes: how names end of files that are handed on as well, such as ``.csv``.

    Raises:
        KnownError: ``form-too-large`` (too many files, or too much together), ``form-locked``, ``form-unreadable``,
            ``form-none`` (nothing in it can be a form).
    """
    try:
        if content.startswith(_ZIP):
            found = _zipped(content, name, suffixes)
        elif _HEADER.match(content) and _MIME.search(content[:_HEAD]):
            found = _mailed(content, name, suffixes)
        else:
            return None
    except _DAMAGED:
        raise refused(name, UNREADABLE) from None
    if found is not None and not found:
        raise refused(name, NO_FORM)
    return found


def _zipped(content: bytes, name: str, suffixes: tuple[str, ...]) -> Enclosed | None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [one for one in archive.infolist() if not one.is_dir()]
        if any(one.filename == _WORKBOOK for one in entries):
            return None
        if len(entries) > MOST_FILES or len(content) > MOST_BYTES:
            raise refused(name, TOO_LARGE)
        if any(one.flag_bits & 1 for one in entries):
            raise refused(name, LOCKED)
        found: Enclosed = []
        room = MOST_BYTES
        for entry in entries:
            with archive.open(entry) as file:
                # What an entry says of its own size may be a lie; no more than this is ever unpacked.
                whole = file.read(MOST_OF_ONE + 1)
            room -= len(whole)
            if room < 0:
                raise refused(name, TOO_LARGE)
            if _may_be_form(whole) or entry.filename.casefold().endswith(suffixes):
                found.append((_named(name, entry.filename), whole))
        return found


def _mailed(content: bytes, name: str, suffixes: tuple[str, ...]) -> Enclosed:
    if len(content) > MOST_BYTES:
        raise refused(name, TOO_LARGE)
    found: Enclosed = []
    for number, part in enumerate(_parts(email.message_from_bytes(content))):
        if number >= MOST_FILES:
            raise refused(name, TOO_LARGE)
        whole = part.get_payload(decode=True)
        inside = str(part.get_filename() or "")
        if isinstance(whole, bytes) and (_may_be_form(whole) or inside.casefold().endswith(suffixes)):
            found.append((_named(name, inside), whole))
    return found


def _parts(mail: Message) -> Iterator[Message]:
    """The parts of a mail, but not those of a mail inside it."""
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        children = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(children, list):
            waiting += [one for one in children if isinstance(one, Message)]
        elif children is None:
            yield part


def _may_be_form(content: bytes) -> bool:
    return content.startswith(_ZIP) or b"%PDF-" in content[:1_024]


def _named(name: str, inside: str) -> str:
    """Both names, as they may be shown: of the file inside without folders."""
    last = re.split(r"[/\\]", inside)[-1]
    return f"{name}, {shown(last) or '–'}"
