"""The instruments that can be chosen here: those that are broken too, and the check of one that is being written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessor.domain.instrument import Instrument, Kind, Phase
from assessor.instruments import canonical
from assessor.instruments.catalogue import Entry
from assessor.instruments.problem import Problem
from assessor.instruments.reader import Reading
from assessor.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the catalogue: `instrument` is None when its file cannot be used; then `problems` tells why."""

    entry: Entry
    instrument: Instrument | None
    problems: tuple[Problem, ...] = ()
    fingerprint: str = ""


class Instruments:
    """The use cases of the page *Instrumenten*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def forms(self) -> list[Form]:
        """Every form by id and then version, oldest first, also those that cannot be used."""
        catalogue = self._desk.catalogue
        return [_form(entry, catalogue.reading(entry)) for entry in catalogue.entries()]

    def check(self, path: Path) -> Reading:
        """Read a form that someone is writing, with every problem; KnownError ``form-unreadable`` when it cannot be."""
        return self._desk.catalogue.check(path)

    def dossiers_on(self, fingerprint: str) -> int:
        """How many dossiers were scored with the form of this fingerprint."""
        with self._desk.workspace.reading() as unit:
            return unit.dossiers.count_on(fingerprint)

    def phases(self, programme: str, variant: str = "") -> list[Phase]:
        """The phases in which a student of the programme (and variant, if one is named) can be assessed."""
        phases: dict[str, Phase] = {}
        for instrument in self._desk.catalogue.instruments(Kind.PRACTICE):
            fits = instrument.programme == programme and (not variant or variant in instrument.variants)
            if fits:
                phases |= {phase.code: phase for phase in instrument.phases}
        return list(phases.values())


def _form(entry: Entry, reading: Reading) -> Form:
    found = reading.instrument
    return Form(entry, found, reading.problems, "" if found is None else canonical.fingerprint(found))
