"""A filled-in PDF as answers by field name; hostile until checked: size, locks, scripts, cycles, encodings.

Nothing in the file is run or followed. What stands in its fields is text and stays text.
"""

from __future__ import annotations

import logging
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from assessor.domain.form_answers import Problem, Returned, Way
from assessor.domain.form_code import codes_in
from assessor.domain.forms import Identity
from assessor.domain.text import same
from assessor.exchange.form_fields import IDENTITY_FIELD, MOST_NAME, form_name
from assessor.exchange.form_refusals import (
    LOCKED,
    NO_FORM,
    REBUILT,
    SCRIPTED,
    TOO_LARGE,
    UNREADABLE,
    long_name,
    unreadable_answer,
)
from assessor.exchange.refusals import refused, shown

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BYTES: Final = 20_000_000
MOST_PAGES: Final = 100
MOST_FIELDS: Final = 3_000
MOST_SIGNS: Final = 20_000
"""Signs of one answer that are read at all."""
_DEEPEST: Final = 8
_PRINTED_PAGES: Final = 3
_SCRIPTS: Final = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData"}

_DAMAGED: Final = (
    # pypdf stumbles over a damaged or hostile file in as many ways as there are files.
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read_form_pdf(content: bytes, name: str) -> Returned:
    """Read a PDF that came back.

    Args:
        content: the file.
        name: the file's own name, for refusals.

    Raises:
        KnownError: ``form-too-large``, ``form-unreadable``, ``form-locked``, ``form-scripted``, ``form-rebuilt``,
            ``form-none`` (neither fields nor a printed form code are ours).
    """
    if len(content) > MOST_BYTES:
        raise refused(name, TOO_LARGE)
    from pypdf.errors import PyPdfError

    with _quiet():
        try:
            return _read(content, name)
        except (PyPdfError, *_DAMAGED):
            raise refused(name, UNREADABLE) from None


def _read(content: bytes, name: str) -> Returned:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise refused(name, LOCKED)
    root = reader.root_object
    if len(_pages(root)) > MOST_PAGES:
        raise refused(name, TOO_LARGE)
    walk = _Walk(name)
    walk.require_no_script(root)
    form = _object(root.get("/AcroForm"))
    if isinstance(form, dict):
        if "/XFA" in form:
            raise refused(name, REBUILT)
        walk.enter(form.get("/Fields"), "", 0)
    identity = Identity.from_text(walk.values.pop(IDENTITY_FIELD, ""))
    if identity is not None:
        return Returned(identity, walk.values, tuple(walk.problems))
    printed = _printed(reader)
    if not printed:
        raise refused(name, NO_FORM)
    return Returned(None, {}, (), Way.FLAT, printed)


def _pages(root: Any) -> range:  # noqa: ANN401 - pypdf's objects
    """As many as the document says that it has pages."""
    count = _object(_object(root["/Pages"])["/Count"])
    return range(max(0, int(count)))


def _printed(reader: PdfReader) -> tuple[str, ...]:
    """The form codes in the title, on the first pages, and on the last: a paper may stand in front of a form."""
    title = reader.metadata.title if reader.metadata is not None else None
    pages = len(reader.pages)
    looked = {*range(min(_PRINTED_PAGES, pages)), *range(max(0, pages - _PRINTED_PAGES), pages)}
    words = [title or "", *(reader.pages[number].extract_text() for number in sorted(looked))]
    return codes_in("\n".join(words))


@dataclass
class _Walk:
    """A walk through the fields of a document, which may lie in families and may go round."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: int = 0

    def enter(self, fields: Any, family: str, depth: int) -> None:  # noqa: ANN401 - pypdf's objects
        """Read the fields of one family."""
        listed = _object(fields)
        if not isinstance(listed, list):
            return
        for entry in listed:
            self.seen += 1
            if self.seen > MOST_FIELDS or depth > _DEEPEST:
                raise refused(self.name, TOO_LARGE)
            one = _object(entry)
            if isinstance(one, dict):
                self._read(one, family, depth)

    def _read(self, one: Any, family: str, depth: int) -> None:  # noqa: ANN401 - pypdf's objects
        self.require_no_script(one)
        own = _object(one.get("/T"))
        full = family
        if isinstance(own, str):
            full = f"{family}.{own}" if family else str(own)
        if len(full) > MOST_NAME:
            if not any(problem.code == "field-name-long" for problem in self.problems):
                self.problems.append(long_name())
            return
        kids = [_object(kid) for kid in _object(one.get("/Kids")) or ()]
        if any(isinstance(kid, dict) and "/T" in kid for kid in kids):
            self.enter(one.get("/Kids"), full, depth + 1)
            return
        self._keep(form_name(full), one, kids)

    def _keep(self, name: str, one: Any, kids: list[Any]) -> None:  # noqa: ANN401 - pypdf's objects
        value = _text(_object(one.get("/V")))
        if value is None:
            self.problems.append(unreadable_answer(same(shown(name))))
            return
        if not value and _object(one.get("/FT")) == "/Btn":
            value = next((state for part in (one, *kids) if (state := _shown_state(part))), "")
        value = value[: MOST_SIGNS + 1]
        if value.strip() and name:
            self.values[name] = value

    def require_no_script(self, holder: Any) -> None:  # noqa: ANN401 - pypdf's objects
        """Refuse (KnownError ``form-scripted``) an object with an action that would do something by itself."""
        for key in ("/OpenAction", "/AA", "/A"):
            if _acts(_object(holder.get(key)), 0):
                raise refused(self.name, SCRIPTED)
        names = _object(holder.get("/Names"))
        if isinstance(names, dict) and "/JavaScript" in names:
            raise refused(self.name, SCRIPTED)


def _acts(action: Any, depth: int) -> bool:  # noqa: ANN401 - pypdf's objects
    if not isinstance(action, dict) or depth > 3:
        return depth > 3
    if "/JS" in action or _object(action.get("/S")) in _SCRIPTS:
        return True
    return any(_acts(_object(part), depth + 1) for key, part in action.items() if key not in ("/D", "/Parent", "/P"))


def _object(one: Any) -> Any:  # noqa: ANN401 - pypdf's objects
    """What a reference refers to."""
    return None if one is None else one.get_object()


def _shown_state(part: Any) -> str:  # noqa: ANN401 - pypdf's objects
    """The state in which a box is shown, "" for off.

    A viewer that draws a box anew may leave one look and a name that is none of its states; that says nothing.
    """
    from pypdf.generic import StreamObject

    if not isinstance(part, dict):
        return ""
    looks, state = _object(part.get("/AP")), _object(part.get("/AS"))
    states = _object(looks.get("/N")) if isinstance(looks, dict) else None
    is_state = isinstance(states, dict) and not isinstance(states, StreamObject) and state in states
    return str(state)[1:] if is_state and state != "/Off" else ""


def _text(value: Any) -> str | None:  # noqa: ANN401 - pypdf's objects
    """The text of an answer, "" when there is none, None when it cannot be read."""
    from pypdf.generic import NameObject, NullObject, StreamObject, TextStringObject

    text: str | None = str(value)
    if value is None or isinstance(value, NullObject) or value == "/Off":
        text = ""
    elif isinstance(value, TextStringObject):
        text = _mended(value, value.original_bytes) if value.autodetect_pdfdocencoding else str(value)
    elif isinstance(value, NameObject):
        text = str(value)[1:]
    elif isinstance(value, StreamObject):
        text = _decoded(value.get_data())
    elif isinstance(value, bytes):
        text = _decoded(value)
    elif isinstance(value, list):
        parts = [_text(_object(part)) for part in value]
        text = None if None in parts else " / ".join(part for part in parts if part and part.strip())
    elif isinstance(value, dict):
        text = None
    return text


def _mended(text: str, raw: bytes) -> str:
    """The text, or what it says in UTF-8 where a viewer wrote that without saying so."""
    if text.isascii():
        return str(text)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return str(text)


def _decoded(raw: bytes) -> str | None:
    for mark, encoding in ((b"\xfe\xff", "utf-16"), (b"\xff\xfe", "utf-16"), (b"", "utf-8-sig")):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what pypdf says to log and warnings, which may hold what somebody typed."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
