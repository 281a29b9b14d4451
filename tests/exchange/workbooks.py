"""Workbooks as people save them, and as nobody should."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def workbook(path: Path, rows: Rows, change: Callable[[Workbook], None] | None = None) -> Path:
    """A workbook with these cells on its only sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    if change is not None:
        change(book)
    book.save(path)
    return path


def with_part(path: Path, part: str, replace: Callable[[bytes], bytes]) -> Path:
    """The same workbook with the content of one part replaced."""
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            given = old.read(one)
            new.writestr(one.filename, replace(given) if one.filename == part else given)
    return path
