"""Verification: whether every definitief dossier is still exactly what was made final.

Three questions: does each chain hold (storage), do the frozen records carry their controlegetal, and do the rows that
the program works with say what was frozen?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from assessor.domain.dossier import Dossier, State
from assessor.domain.ratings import Rating, Sheet
from assessor.domain.text import Text, same
from assessor.services.assessments import entry_content, place_of
from assessor.services.desk import Desk
from assessor.services.records import CLOSED, FROZEN, content_fingerprint, frozen_dossier
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was frozen: the dossier's number (or "" for the workspace) and what differs."""

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
        recorded = sorted(chains.anchored)
        for done, dossier_id in enumerate(recorded):
            if progress is not None and not progress(done, len(recorded)):
                break
            faults += _faults_of(unit, dossier_id)
    return Verification(len(recorded), chains.entries, tuple(faults), chains.proven)


def _number(unit: Unit, chain: str) -> str:
    if chain == WORKSPACE_CHAIN:
        return ""
    return unit.dossiers.get(chain).number


def _faults_of(unit: Unit, dossier_id: str) -> Iterator[Fault]:
    dossier = unit.dossiers.get(dossier_id)
    entries = unit.chains.entries(dossier_id)
    frozen = next((entry for entry in reversed(entries) if entry.kind in {FROZEN, CLOSED}), None)
    if frozen is None:
        yield Fault(dossier.number, Text("De vastgestelde gegevens ontbreken.", "The frozen record is missing."))
        return
    if frozen.content is None:
        return  # lawfully destroyed: the chain itself has answered for that
    expected = frozen_dossier(frozen.content)
    later = entries[entries.index(frozen) + 1 :]
    yield from _sheet_faults(dossier, _expected_sheet(expected, later))
    for column in unit.dossiers.stale(dossier_id):
        what = Text("De afgeleide kolom {column} klopt niet.", "The derived column {column} is not right.")
        yield Fault(dossier.number, what.fill(column=same(column)))
    if dossier.state is State.CONCEPT:
        return
    content = {key: value for key, value in frozen.content.items() if key not in {"reason", "state"}}
    if dossier.result is not None and dossier.result.fingerprint != content_fingerprint(content):
        yield Fault(dossier.number, Text("Het controlegetal klopt niet.", "The fingerprint does not match."))
    if dossier.result is not None and dossier.result.outcome.letter != content["outcome"]:
        yield Fault(
            dossier.number, Text("De uitslag is niet de vastgestelde.", "The outcome is not the one that was set.")
        )
    if _comparable(dossier) != _comparable(expected):
        yield Fault(
            dossier.number, Text("De gegevens van het dossier zijn gewijzigd.", "The dossier's details were changed.")
        )


def _comparable(dossier: Dossier) -> Dossier:
    return replace(
        dossier,
        state=State.CONCEPT,
        result=None,
        announced_on=None,
        counts_as_attempt=None,
        revision=1,
        state_reason="",
        sheet=Sheet(),
    )


def _expected_sheet(frozen: Dossier, later: list[Any]) -> dict[str, object]:
    sheet: dict[str, object] = {place_of(one): entry_content(one) for one in frozen.sheet.ratings.values()}
    sheet |= dict(frozen.sheet.passages)
    for entry in later:
        if entry.kind == "changed" and entry.content and entry.content["place"] not in {"description", "verdict"}:
            sheet[entry.content["place"]] = entry.content["new"]
        if entry.kind == "abandoned":
            return _expected_sheet(frozen, [])
    return {place: value for place, value in sheet.items() if value not in ("", entry_content(Rating("")))}


def _sheet_faults(dossier: Dossier, expected: dict[str, object]) -> Iterator[Fault]:
    actual: dict[str, object] = {place_of(one): entry_content(one) for one in dossier.sheet.ratings.values()}
    actual |= dict(dossier.sheet.passages)
    actual = {place: value for place, value in actual.items() if value not in ("", entry_content(Rating("")))}
    for place in sorted(expected.keys() | actual.keys()):
        if expected.get(place) != actual.get(place):
            what = Text("{place} is niet wat is vastgesteld.", "{place} is not what was frozen.")
            yield Fault(dossier.number, what.fill(place=same(place.removeprefix("rating:"))))
