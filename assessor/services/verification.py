"""Verification: whether every definitief dossier is still exactly what was made final.

Three questions: does each chain hold (storage), do the frozen records carry their controlegetal, and do the rows that
the program works with say what was frozen?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessor.domain.dossier import Dossier, State
from assessor.domain.errors import KnownError
from assessor.domain.ratings import Rating
from assessor.domain.text import Text, same
from assessor.services.assessments import entry_content, place_of
from assessor.services.calibration.keeping import faults as calibration_faults
from assessor.services.desk import Desk
from assessor.services.midterm.integrity import faults as midterm_faults
from assessor.services.records import CLOSED, FROZEN, content_fingerprint, frozen_dossier
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.repositories.chains import ChainEntry
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was frozen, and of what: a dossier's number, a session's or midterm's id, or ""."""

    dossier: str
    what: Text


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at and what was found; integrity is proven up to the last anchor, not after it."""

    dossiers: int
    entries: int
    faults: tuple[Fault, ...]
    proven: Text
    """Up to where integrity is proven, in one sentence."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing differs."""
        return not self.faults


def verify(desk: Desk, progress: Callable[[int, int], bool] | None = None) -> Verification:
    """Verify the whole workspace.

    Args:
        desk: the desk of the workspace.
        progress: called with dossiers done and total; answers False to stop.
    """
    chains = desk.workspace.verify()
    with desk.workspace.reading() as unit:
        faults = [Fault(_number(unit, finding.chain), finding.what) for finding in chains.findings]
        sessions = {session.id for session in unit.calibration_sessions.all()}
        others = sessions | unit.midterms.ids()
        recorded = sorted({*chains.anchored, *unit.dossiers.settled()} - others)
        for done, dossier_id in enumerate(recorded):
            if progress is not None and not progress(done, len(recorded)):
                break
            faults += _faults_of(unit, dossier_id)
        faults += [Fault(session, what) for session, what in calibration_faults(unit)]
        faults += [Fault(midterm, what) for midterm, what in midterm_faults(unit)]
    return Verification(len(recorded), chains.entries, tuple(faults), chains.proven)


def _number(unit: Unit, chain: str) -> str:
    if chain == WORKSPACE_CHAIN:
        return ""
    try:
        return unit.dossiers.get(chain).number
    except (KnownError, ValueError):
        return chain[:8]


def _faults_of(unit: Unit, dossier_id: str) -> Iterator[Fault]:
    """What differs; a row that no longer reads as a dossier at all is a fault as well."""
    number = dossier_id[:8]
    try:
        dossier = unit.dossiers.get(dossier_id)
        number = dossier.number
        entries = unit.chains.entries(dossier_id)
        frozen = next((entry for entry in reversed(entries) if entry.kind in {FROZEN, CLOSED}), None)
        if frozen is None:
            yield Fault(number, Text("De vastgestelde gegevens ontbreken.", "The frozen record is missing."))
        elif frozen.content is not None:  # else lawfully destroyed: the chain itself answers for that
            yield from _faults_against(unit, dossier, frozen.content, entries)
    except (KnownError, ValueError, KeyError, TypeError):
        yield Fault(number, Text("De gegevens zijn niet meer te lezen.", "The record cannot be read any more."))


def _faults_against(
    unit: Unit, dossier: Dossier, frozen: Mapping[str, Any], entries: list[ChainEntry]
) -> Iterator[Fault]:
    unit.instruments.canonical(dossier.instrument.fingerprint)
    if unit.instruments.key(dossier.instrument.fingerprint) != dossier.instrument:
        yield Fault(dossier.number, Text("Het bewaarde instrument is een ander.", "The stored instrument is another."))
    if dossier.result is not None and dossier.result.fingerprint != content_fingerprint(frozen):
        yield Fault(dossier.number, Text("Het controlegetal klopt niet.", "The fingerprint does not match."))
    last = entries[-1].content
    if last is not None and last.get("imprint") != unit.dossiers.imprint(dossier.id):
        named = [*_altered_places(dossier, frozen)] if dossier.state is not State.CONCEPT else []
        yield from named or [Fault(dossier.number, _ALTERED)]
    for column in unit.dossiers.stale(dossier.id):
        what = Text("De afgeleide kolom {column} klopt niet.", "The derived column {column} is not right.")
        yield Fault(dossier.number, what.fill(column=same(column)))


_ALTERED = Text("De gegevens van het dossier zijn gewijzigd.", "The dossier's details were changed.")


def _altered_places(dossier: Dossier, frozen: Mapping[str, Any]) -> Iterator[Fault]:
    before, now = _places(frozen_dossier(frozen)), _places(dossier)
    for place in sorted(before.keys() | now.keys()):
        if before.get(place) != now.get(place):
            what = Text("{place} is niet wat is vastgesteld.", "{place} is not what was frozen.")
            yield Fault(dossier.number, what.fill(place=same(place.removeprefix("rating:"))))


def _places(dossier: Dossier) -> dict[str, object]:
    sheet: dict[str, object] = {place_of(one): entry_content(one) for one in dossier.sheet.ratings.values()}
    sheet |= dict(dossier.sheet.passages)
    return {place: value for place, value in sheet.items() if value not in ("", entry_content(Rating("")))}
