"""Placements that rows of students tell of, held against those that the register has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessor.domain.student import Placement, Student
from assessor.domain.text import Text, same
from assessor.exchange.register_columns import Field, compact
from assessor.exchange.register_days import short
from assessor.exchange.register_names import straight_name
from assessor.exchange.register_refusals import ORGANISATION_NEEDED, PERIOD_NEEDED, PERIOD_REVERSED
from assessor.exchange.register_words import yes_or_no
from assessor.services.register_import.organisations import Organisations, Wanted
from assessor.services.register_import.plan import Difference
from assessor.services.register_import.row import Row
from assessor.services.register_import.standing import Standing

_TELLING = (Field.SUPERVISOR, Field.START, Field.END, Field.GROUP)
_YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}


@dataclass(frozen=True, slots=True)
class Placed:
    """What a row does to a student's placements; `where` is the organisation, "" when it tells of none."""

    where: str = ""
    differences: tuple[Difference, ...] = ()


class Placements:
    """The placements that a file names."""

    def __init__(self, standing: Standing, organisations: Organisations, new_id: Callable[[], str]) -> None:
        self._standing = standing
        self._organisations = organisations
        self._new_id = new_id
        self.written: list[Placement] = []

    def plan(self, row: Row, student: Student, *, is_new: bool) -> Placed:
        """What a row makes of the placements of a student; raises `Unfit`, and then nothing is taken over.

        Args:
            row: the row.
            student: as the student will be.
            is_new: whether the student is, so that nothing differs from anything.
        """
        supervisor = row.said(Field.SUPERVISOR)
        own_job = row.understood(Field.OWN_JOB, yes_or_no) if row.said(Field.OWN_JOB) else None
        start, end = row.period()
        if not row.said(Field.ORGANISATION):
            if own_job or any(row.said(field) for field in _TELLING):
                raise row.unfit(ORGANISATION_NEEDED, Field.ORGANISATION)
            return Placed()
        wanted = Wanted.of(row)
        is_school = student.programme == "pabo" or "school" in compact(row.table.heading_of(Field.ORGANISATION))
        entry = self._organisations.find(wanted, row, is_school=is_school)
        known = _known(self._standing.placements.get(student.id, ()), entry.now.id, start, end)
        self._require_period(row, known, start, end)
        organisation_id = self._organisations.enrol(entry, wanted, row, is_school=is_school)
        blank = Placement("", student.id, "", "", start or date.min, end or date.min)
        before = known or blank
        after = replace(
            before,
            id=before.id or self._new_id(),
            organisation_id=organisation_id,
            supervisor=straight_name(supervisor) if supervisor else before.supervisor,
            start=start or before.start,
            end=end or before.end,
            group=row.said(Field.GROUP) or before.group,
            own_job=before.own_job if own_job is None else own_job,
        )
        if after != known:
            self.written.append(after)
        return Placed(entry.now.name, () if is_new else tuple(self._differences(known, after)))

    @staticmethod
    def _require_period(row: Row, known: Placement | None, start: date | None, end: date | None) -> None:
        for field, day in ((Field.START, start), (Field.END, end)):
            if day is None and known is None:
                raise row.unfit(PERIOD_NEEDED.filled(column=field.word), field)
        if known is not None and (end or known.end) < (start or known.start):
            raise row.unfit(PERIOD_REVERSED, Field.END if end else Field.START)

    def _differences(self, before: Placement | None, after: Placement) -> Iterator[Difference]:
        if before is None:
            where = self._organisations.name_of(after.organisation_id)
            yield Difference(Field.ORGANISATION, same(""), _period(where, after))
            return
        if before.organisation_id != after.organisation_id:
            names = [same(self._organisations.name_of(one.organisation_id)) for one in (before, after)]
            yield Difference(Field.ORGANISATION, *names)
        if before.supervisor != after.supervisor:
            yield Difference(Field.SUPERVISOR, same(before.supervisor), same(after.supervisor))
        if before.start != after.start:
            yield Difference(Field.START, short(before.start), short(after.start))
        if before.end != after.end:
            yield Difference(Field.END, short(before.end), short(after.end))
        if before.group != after.group:
            yield Difference(Field.GROUP, same(before.group), same(after.group))
        if before.own_job != after.own_job:
            yield Difference(Field.OWN_JOB, _YES_NO[before.own_job], _YES_NO[after.own_job])


def _known(own: Sequence[Placement], organisation_id: str, start: date | None, end: date | None) -> Placement | None:
    """The placement that a row is about: there and then, or else of the same start elsewhere; None for a new one."""
    there = [one for one in own if one.organisation_id == organisation_id]
    if start is None:
        # Without a start the latest one there is meant, unless the row speaks of a later time.
        return next((one for one in reversed(there) if end is None or end >= one.start), None)
    exact = [one for one in there if one.start == start]
    overlapping = [one for one in there if start <= one.end and (end is None or end >= one.start)]
    elsewhere = [one for one in own if one.start == start]
    return next(iter(exact or overlapping or elsewhere), None)


def _period(where: str, placement: Placement) -> Text:
    start, end = short(placement.start), short(placement.end)
    return Text(f"{where}, {start.nl} t/m {end.nl}", f"{where}, {start.en} to {end.en}")
