"""Writes the example partnership into a workspace in one unit of work, with chains that verify like any other."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor.domain.dossier import InstrumentKey
from assessor.domain.errors import KnownError
from assessor.domain.text import Text
from assessor.instruments import canonical
from assessor.services.desk import Desk
from assessor.services.example.calendar import StudyYears
from assessor.services.example.partnership import Partnership, make_partnership
from assessor.services.example.past import Chronicle, Form, Past
from assessor.services.records import CLOSED, FROZEN
from assessor.services.work import EXAMPLE
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.repositories.chains import ANCHORED, NewEntry
from assessor.storage.repositories.dossiers import NewDossier
from assessor.storage.unit import Unit

STUDENTS = 660
FEWEST_STUDENTS = 2
MOST_STUDENTS = 100_000


@dataclass(frozen=True, slots=True)
class Built:
    """How much of everything was made."""

    boards: int
    organisations: int
    assessors: int
    people: int
    """Everyone in the register, the assessors among them."""
    pabo: int
    ad: int
    dossiers: int
    final: int

    @property
    def students(self) -> int:
        """Students of both programmes."""
        return self.pabo + self.ad


def build_example(desk: Desk, seed: int = 2026, students: int = STUDENTS) -> Built:
    """Fill a new workspace with the example partnership.

    Args:
        desk: of a workspace without people or students; its clock decides the study years.
        seed: the same seed and day make the same partnership.
        students: how many, from `FEWEST_STUDENTS` to `MOST_STUDENTS` (KnownError ``example-size``).
    """
    if not FEWEST_STUDENTS <= students <= MOST_STUDENTS:
        raise KnownError(
            "example-size",
            Text("Zoveel studenten kan het voorbeeld niet hebben.", "The example cannot have that many students."),
            Text("Kies een aantal van {low} tot en met {high}.", "Choose a number from {low} to {high}.").fill(
                low=FEWEST_STUDENTS, high=MOST_STUDENTS
            ),
        )
    draw = random.Random(seed)  # noqa: S311 - an example that can be repeated, no secret
    forms = {code: _form(desk, f"{code}-praktijkbeoordeling") for code in ("pabo", "ad")}
    years = StudyYears(desk.today(), max(form.instrument.valid_from for form in forms.values()))
    partnership = make_partnership(draw, years, students)
    past = Chronicle(draw, years, partnership, forms).write()
    with desk.workspace.bulk() as unit:
        _write_partnership(unit, partnership)
        for form in forms.values():
            unit.instruments.keep(form.key, canonical.canonical(form.instrument))
        _write_past(unit, past, forms)
        unit.settings.set(EXAMPLE, {"seed": seed, "students": students})
    return Built(
        len(partnership.boards),
        len(partnership.organisations),
        sum(person.is_assessor for person in partnership.people),
        len(partnership.people),
        sum(student.programme == "pabo" for student in partnership.students),
        sum(student.programme == "ad" for student in partnership.students),
        len(past.dossiers),
        sum(dossier.state.has_result for dossier, _span in past.dossiers),
    )


def _form(desk: Desk, form: str) -> Form:
    instrument = desk.catalogue.get(form)
    return Form(instrument, InstrumentKey(instrument.id, instrument.version, canonical.fingerprint(instrument)))


def _write_partnership(unit: Unit, partnership: Partnership) -> None:
    unit.boards.save_all(partnership.boards)
    unit.organisations.save_all(partnership.organisations)
    unit.people.save_all(partnership.people)
    unit.appointments.save_all(partnership.appointments)
    unit.students.save_all(partnership.students)
    unit.placements.save_all(partnership.placements)


def _write_past(unit: Unit, past: Past, forms: dict[str, Form]) -> None:
    for year, count in sorted(Counter(dossier.number[:4] for dossier, _span in past.dossiers).items()):
        unit.dossiers.next_numbers(int(year), count)
    totals = {code: len(form.instrument.criteria) for code, form in forms.items()}
    unit.dossiers.add_all([NewDossier(dossier, totals[dossier.programme], span) for dossier, span in past.dossiers])
    sealed = _sealed(unit, past.entries)
    recorded = unit.chains.append_all(sealed)
    unit.chains.append_all(
        [
            NewEntry(
                WORKSPACE_CHAIN,
                ANCHORED,
                entry.actor_id,
                entry.at,
                {"chain": entry.chain, "position": entry.position, "hash": entry.hash},
            )
            for entry in recorded
            if entry.kind in {FROZEN, CLOSED}
        ]
    )


def _sealed(unit: Unit, entries: Sequence[NewEntry]) -> list[NewEntry]:
    """The entries with the imprint of their dossier's rows, as `assessor.services.records.seal` adds it."""
    imprints: dict[str, str] = {}
    sealed = []
    for entry in entries:
        if entry.chain not in imprints:
            imprints[entry.chain] = unit.dossiers.imprint(entry.chain)
        sealed.append(replace(entry, content={**entry.content, "imprint": imprints[entry.chain]}))
    return sealed
