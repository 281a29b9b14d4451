"""Every form that this machine knows: the shipped ones and those of the institution, read when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessor.domain.errors import KnownError
from assessor.domain.instrument import Instrument, Kind, Status
from assessor.domain.text import same
from assessor.instruments import refusals
from assessor.instruments.problem import Problem, problem
from assessor.instruments.published import FILE, published_in

if TYPE_CHECKING:
    # Reading a form takes a dozen modules; a workspace is opened long before one is read.
    from assessor.instruments.reader import Published, Reading

_RANK: Final = {Status.ESTABLISHED: 2, Status.EXAMPLE: 1, Status.CONCEPT: 0}

_KIND: Final = re.compile(rb'^kind[ \t]*=[ \t]*"(\w+)"', re.MULTILINE)

_LONGEST_CHAIN: Final = 16
"""How many forms may hang together by references."""

_Stamp = tuple[tuple[Path, int, int], ...]
_Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A form by its place ``<id>/<version>.toml``, not yet read; `own` when it is the institution's."""

    id: str
    version: str
    path: Path
    own: bool = False

    @property
    def name(self) -> _Name:
        """Id and version."""
        return self.id, self.version

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, so that 1.10 comes after 1.9."""
        return _numbers(self.version)


class Catalogue:
    """The forms in one or two folders; each is read when it is first asked for, and again when a file changed.

    Args:
        folder: the shipped forms, with ``published.toml`` beside them.
        own: the institution's forms, in the same layout; it may be absent.
        published: fingerprints of published versions beyond the shipped list, such as those that a workspace keeps.
    """

    def __init__(self, folder: Path, own: Path | None = None, published: Published | None = None) -> None:
        self._folder = folder
        self._own = own
        self._extra = published or {}
        self._stamp: _Stamp | None = None
        self._entries: dict[_Name, Entry] = {}
        self._rivals: list[Entry] = []
        self._published: Published = {}
        self._readings: dict[_Name, Reading] = {}
        self._open: set[_Name] = set()

    def entries(self) -> tuple[Entry, ...]:
        """Every form by id and then version, oldest first, without reading any."""
        self._refresh()
        return tuple(sorted([*self._entries.values(), *self._rivals], key=lambda entry: (entry.id, entry.order)))

    def versions(self, form: str) -> tuple[str, ...]:
        """The versions of a form, oldest first; empty when it is unknown."""
        self._refresh()
        return tuple(sorted((version for known, version in self._entries if known == form), key=_numbers))

    def reading(self, entry: Entry) -> Reading:
        """What came of an entry's file, with all its problems."""
        self._refresh()
        if entry in self._rivals:
            from assessor.instruments.reader import Reading

            return Reading(None, (problem("version-taken", "version", id=entry.id, version=entry.version),))
        return self._reading(entry)

    def instruments(self, kind: Kind | None = None) -> tuple[Instrument, ...]:
        """Every form that can be read, by id and then version; those of one kind when it is named.

        A form that plainly says that it is of another kind is not read at all, since reading them all takes a moment.
        """
        entries = (entry for entry in self.entries() if entry not in self._rivals and self._may_be(entry, kind))
        readings = (self._reading(entry).instrument for entry in entries)
        return tuple(one for one in readings if one is not None and kind in (None, one.kind))

    def _may_be(self, entry: Entry, kind: Kind | None) -> bool:
        if kind is None or entry.name in self._readings:
            return True
        try:
            said = _KIND.search(_content(entry.path))
        except KnownError:
            return True
        return said is None or said[1].decode() == kind.value

    def broken(self) -> tuple[tuple[Entry, tuple[Problem, ...]], ...]:
        """Every form that cannot be used, with its problems."""
        readings = [(entry, self.reading(entry)) for entry in self.entries()]
        return tuple((entry, reading.problems) for entry, reading in readings if reading.instrument is None)

    def get(self, form: str, version: str | None = None) -> Instrument:
        """One form by its id, in its newest version unless one is named.

        Raises:
            KnownError: ``instrument-unknown`` or ``version-unknown``, with what there is instead.
            InvalidForm: the file has errors.
        """
        versions = self.versions(form)
        if not versions:
            raise refusals.unknown(form, sorted({known for known, _ in self._entries}))
        if version is not None and version not in versions:
            raise refusals.unknown_version(form, version, versions)
        name = (form, versions[-1] if version is None else version)
        return self._reading(self._entries[name]).accepted(same("/".join(name)))

    def choose(self, kind: Kind, programme: str, variant: str, phase: str, day: date) -> Instrument:
        """The form for a student on a day: established before example before concept, then the newest.

        Raises:
            KnownError: ``instrument-other-year`` when there is one that is not valid on that day, ``instrument-none``
                when there is none for this kind, programme, variant and phase.
        """
        fitting = [
            instrument
            for instrument in self.instruments(kind)
            if instrument.covers(programme, variant, phase, instrument.valid_from)
        ]
        valid = [instrument for instrument in fitting if instrument.covers(programme, variant, phase, day)]
        if valid:
            return max(valid, key=_preference)
        if fitting:
            raise refusals.other_year(min(fitting, key=lambda instrument: _days_away(instrument, day)), day)
        raise refusals.none_for(kind, programme, variant, phase, broken=bool(self.broken()))

    def check(self, path: Path) -> Reading:
        """Read a form anywhere on the disk against this catalogue, as its author checks it.

        Raises:
            KnownError: ``form-unreadable`` when there is no such file or it cannot be opened.
        """
        from assessor.instruments.reader import read

        self._refresh()
        return read(_content(path), self._lookup, self._published)

    def _refresh(self) -> None:
        """Look at the folders; when a file changed all are read again, for one form may share another's text."""
        shipped, own = _forms_in(self._folder), _forms_in(self._own)
        stamp = _stamped([*shipped, *own, self._folder / FILE])
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self._published = {**self._extra, **published_in(self._folder)}
        self._readings.clear()
        self._entries.clear()
        self._rivals.clear()
        for path in (*shipped, *own):
            entry = Entry(path.parent.name, path.stem, path, own=path in own)
            if entry.name in self._entries:
                self._rivals.append(entry)
            else:
                self._entries[entry.name] = entry

    def _reading(self, entry: Entry) -> Reading:
        from assessor.instruments.reader import Reading, read

        if entry.name not in self._readings:
            self._open.add(entry.name)
            try:
                reading = read(_content(entry.path), self._lookup, self._published)
            except KnownError as refusal:
                reading = Reading(None, (Problem(refusal.code, "", refusal.what, refusal.cure),))
            finally:
                self._open.discard(entry.name)
            self._readings[entry.name] = _in_its_place(reading, entry)
        return self._readings[entry.name]

    def _lookup(self, form: str, version: str) -> Instrument | None:
        """A form that another shares text with; None also for one that is being read, so that no circle is walked."""
        entry = self._entries.get((form, version))
        if entry is None or entry.name in self._open or len(self._open) > _LONGEST_CHAIN:
            return None
        return self._reading(entry).instrument


def _in_its_place(reading: Reading, entry: Entry) -> Reading:
    from assessor.instruments.reader import Reading

    found = reading.instrument
    if found is None or (found.id, found.version) == entry.name:
        return reading
    place = problem("place-differs", "id", place="/".join(entry.name), content=f"{found.id}/{found.version}")
    return Reading(None, (*reading.problems, place))


def _forms_in(folder: Path | None) -> list[Path]:
    return [] if folder is None else sorted(folder.glob("*/*.toml"))


def _stamped(paths: Iterable[Path]) -> _Stamp:
    """What tells one state of the files from another: which there are, when they changed, how large they are."""
    stamp = []
    for path in paths:
        try:
            state = path.stat()
        except OSError:
            continue  # Gone or closed to us since it was listed: that is a state too.
        stamp.append((path, state.st_mtime_ns, state.st_size))
    return tuple(stamp)


def _content(path: Path) -> bytes:
    """The file, or just enough of one that is too large to be refused for it."""
    from assessor.instruments.reader import MOST_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise refusals.unreadable(path.name) from None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else -1 for part in version.split("."))


def _preference(instrument: Instrument) -> tuple[int, date, tuple[int, ...]]:
    return _RANK[instrument.status], instrument.valid_from, _numbers(instrument.version)


def _days_away(instrument: Instrument, day: date) -> int:
    edge = instrument.valid_from if day < instrument.valid_from else instrument.valid_until or day
    return abs((day - edge).days)
