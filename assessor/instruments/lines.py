"""On which line of a TOML file each key stands, so that an author finds a problem at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assessor.instruments.problem import Path

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*(?:"((?:\\.|[^"\\\n])*)"|'([^'\n]*)'|([\w-]+))[ \t]*(\.?)""", re.ASCII)
_VALUE_PIECE = re.compile(
    r'''"""(?:\\.|[^\\])*?"""(?!")|\'\'\'.*?\'\'\'(?!\')|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n|[^"'\#\[\]{}\n]+''',
    re.DOTALL,
)


@dataclass(slots=True)
class _Scan:
    """Where the scan is: the table that the last header opened, and how many of each list of tables there are."""

    lines: dict[Path, int] = field(default_factory=dict)
    table: Path = ()
    counts: dict[Path, int] = field(default_factory=dict)

    def note(self, base: Path, parts: list[str], line: int) -> Path:
        """Note the line of a key and of each of its parents that has none; returns the whole path."""
        path = base
        for part in parts:
            path = (*path, part)
            self.lines.setdefault(path, line)
        return path

    def open(self, parts: list[str], line: int, *, is_list: bool) -> None:
        """Open the table of a header, the newest one where its parents are lists."""
        path: Path = ()
        for part in parts[:-1]:
            path = self.note(path, [part], line)
            path = self._newest(path)
        path = self.note(path, parts[-1:], line)
        if is_list:
            self.counts[path] = self.counts.get(path, 0) + 1
        self.table = self._newest(path)
        self.lines.setdefault(self.table, line)

    def _newest(self, path: Path) -> Path:
        return (*path, self.counts[path] - 1) if path in self.counts else path


def lines_of(text: str) -> dict[Path, int]:
    """Per key path the line, counted from 1, on which it first stands.

    What stands inside an inline table or a list on one line is not noted: its key is.

    Args:
        text: a file that is valid TOML, with plain newlines.
    """
    scan = _Scan()
    position, line = 0, 1
    while True:
        position, line = _past(_BLANK, text, position, line)
        if position >= len(text):
            return scan.lines
        header = 2 if text.startswith("[[", position) else 1 if text[position] == "[" else 0
        parts, position = _key(text, position + header)
        if header:
            scan.open(parts, line, is_list=header == 2)
            position += header
        else:
            scan.note(scan.table, parts, line)
            position, line = _after_value(text, position + 1, line)


def _past(pattern: re.Pattern[str], text: str, position: int, line: int) -> tuple[int, int]:
    match = pattern.match(text, position)
    end = match.end() if match else position
    return end, line + text.count("\n", position, end)


def _key(text: str, position: int) -> tuple[list[str], int]:
    """The parts of a dotted key and the position after it."""
    parts: list[str] = []
    match = _KEY_PART.match(text, position)
    while match:
        quoted, literal, bare, dot = match.groups()
        parts.append(quoted or literal or bare or "")
        position = match.end()
        match = _KEY_PART.match(text, position) if dot else None
    return parts, position


def _after_value(text: str, position: int, line: int) -> tuple[int, int]:
    """The position and line after a value, which may run over several lines inside brackets or triple quotes."""
    depth = 0
    while match := _VALUE_PIECE.match(text, position):
        piece = match.group()
        if piece == "\n" and depth == 0:
            break
        depth += (piece in "[{") - (piece in "]}")
        line += piece.count("\n")
        position = match.end()
    return position, line
