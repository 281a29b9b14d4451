"""Students of a file held against the register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assessor.domain.instrument import Phase
from assessor.domain.programme import PROGRAMMES
from assessor.domain.student import Placement, Student
from assessor.domain.text import Text, same
from assessor.exchange.refusals import shown
from assessor.exchange.register_columns import Field, Kind
from assessor.exchange.register_days import cohort_of
from assessor.exchange.register_names import straight_name
from assessor.exchange.register_refusals import COHORT_UNKNOWN, NUMBER_UNCLEAR, TWICE_IN_FILE
from assessor.exchange.register_words import phase_of, programme_of, variant_of
from assessor.services.register_import.organisations import Organisations
from assessor.services.register_import.placements import Placements
from assessor.services.register_import.plan import Difference, Effect, PlannedRow
from assessor.services.register_import.row import Row
from assessor.services.register_import.standing import Standing

Phases = Callable[[str, str], Sequence[Phase]]
"""The phases of an opleiding and a variant ("" for any)."""

_NUMBER = re.compile(r"(?=.*\d)[\w./-]{1,30}")
_ROUNDED = re.compile(r"\d[.,]?\d*[eE]\+?\d+|\d+[.,]\d+")
"""A number that a spreadsheet has rounded: 5.00001e+20."""


class Students:
    """The students that a file names, and what it makes of them."""

    def __init__(
        self,
        standing: Standing,
        organisations: Organisations,
        phases: Phases,
        new_id: Callable[[], str],
        rows: Iterable[Row],
    ) -> None:
        self._standing = standing
        self._phases = phases
        self._new_id = new_id
        self._placements = Placements(standing, organisations, new_id)
        self._numbered: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            self._numbered[row.said(Field.NUMBER)].append(row.number)
        self._known_phases: dict[tuple[str, str], Sequence[Phase]] = {}
        self._abouts: dict[tuple[str, str, str], Text] = {}
        self.written: list[Student] = []

    @property
    def placements(self) -> list[Placement]:
        """The placements that are new or change."""
        return self._placements.written

    def plan(self, row: Row) -> PlannedRow:
        """What becomes of a row; raises `Unfit`."""
        number = row.needed(Field.NUMBER)
        if not _NUMBER.fullmatch(number) or _ROUNDED.fullmatch(number):
            raise row.unfit(NUMBER_UNCLEAR.filled(words=shown(number)), Field.NUMBER)
        others = [str(other) for other in self._numbered[number] if other != row.number]
        if len(self._numbered[number]) > 1:
            rows = ", ".join(others[:3]) or str(row.number)
            raise row.unfit(TWICE_IN_FILE.filled(who=shown(number), rows=rows), Field.NUMBER)
        before = self._standing.students.get(number)
        student = self._student(row, number, before)
        placed = self._placements.plan(row, student, is_new=before is None)
        if student != before:
            self.written.append(student)
        if before is None:
            about = self._about(student) + (same(f"; {placed.where}") if placed.where else same(""))
            return PlannedRow(Kind.STUDENTS, row.table.sheet, row.number, student.sorted_name, Effect.ADDED, about)
        differences = (*self._differences(before, student), *placed.differences)
        effect = Effect.CHANGED if differences else Effect.UNCHANGED
        return PlannedRow(
            Kind.STUDENTS, row.table.sheet, row.number, student.sorted_name, effect, differences=differences
        )

    # --- parts

    def _student(self, row: Row, number: str, before: Student | None) -> Student:
        blank = Student("", number, "", "", "", "", "", "")
        student = self._named(row, before or blank)
        programme, variant, phase = self._course(row, before)
        coach = row.said(Field.STUDY_COACH)
        return replace(
            student,
            id=before.id if before else self._new_id(),
            programme=programme,
            variant=variant,
            phase=phase,
            cohort=self._cohort(row) or student.cohort,
            study_coach=straight_name(coach) if coach else student.study_coach,
        )

    def _named(self, row: Row, before: Student) -> Student:
        name = row.name()
        if name is None:
            if not before.id:
                row.needed(Field.LAST_NAME if row.has(Field.LAST_NAME) else Field.NAME)
            first = row.said(Field.FIRST_NAME)
            return replace(before, first_name=first) if first else before
        first = name.first or before.first_name
        if not first:
            row.needed(Field.FIRST_NAME)
        prefix = name.prefix
        if prefix is None:
            prefix = before.prefix if before.last_name == name.last else ""
        return replace(before, first_name=first, prefix=prefix, last_name=name.last)

    def _course(self, row: Row, before: Student | None) -> tuple[str, str, str]:
        """Opleiding, variant and fase; what the row leaves open stays as it was."""
        if row.said(Field.PROGRAMME) or before is None:
            programme, variant = row.understood(Field.PROGRAMME, programme_of)
        else:
            programme, variant = before.programme, ""
        same_programme = before is not None and before.programme == programme
        if row.said(Field.VARIANT):
            variant = row.understood(Field.VARIANT, lambda said: variant_of(said, programme))
        elif not variant and before is not None and same_programme:
            variant = before.variant
        elif not variant:
            row.needed(Field.VARIANT)
        if before is not None and same_programme and not row.said(Field.PHASE):
            return programme, variant, before.phase
        phases = self._phases_of(programme, variant)
        return programme, variant, row.understood(Field.PHASE, lambda said: phase_of(said, programme, phases))

    def _phases_of(self, programme: str, variant: str) -> Sequence[Phase]:
        key = programme, variant
        if key not in self._known_phases:
            self._known_phases[key] = self._phases(programme, variant) or self._phases(programme, "")
        return self._known_phases[key]

    @staticmethod
    def _cohort(row: Row) -> str:
        said = row.said(Field.COHORT)
        cohort = cohort_of(said) if said else ""
        if cohort is None:
            raise row.unfit(COHORT_UNKNOWN.filled(words=shown(said)), Field.COHORT)
        return cohort

    def _about(self, student: Student) -> Text:
        key = student.programme, student.variant, student.phase
        if key not in self._abouts:
            variant, phase = self._course_words(student)
            phase = Text(phase.nl[:1].lower() + phase.nl[1:], phase.en[:1].lower() + phase.en[1:])
            self._abouts[key] = PROGRAMMES[student.programme].name + same(", ") + variant + same(", ") + phase
        return same(f"{student.number}; ") + self._abouts[key]

    def _course_words(self, student: Student) -> tuple[Text, Text]:
        phases = self._phases_of(student.programme, student.variant)
        phase = next((one.name for one in phases if one.code == student.phase), same(student.phase))
        return PROGRAMMES[student.programme].variants.get(student.variant, same(student.variant)), phase

    def _differences(self, before: Student, after: Student) -> Iterator[Difference]:
        if before == after:
            return
        for field, attribute in _PLAIN.items():
            was, becomes = getattr(before, attribute), getattr(after, attribute)
            if was != becomes:
                yield Difference(field, same(was), same(becomes))
        if before.programme != after.programme:
            names = [PROGRAMMES[one.programme].name for one in (before, after)]
            yield Difference(Field.PROGRAMME, *names)
        for place, field in enumerate((Field.VARIANT, Field.PHASE)):
            if getattr(before, field.value) != getattr(after, field.value):
                yield Difference(field, self._course_words(before)[place], self._course_words(after)[place])


_PLAIN = {
    Field.FIRST_NAME: "first_name",
    Field.PREFIX: "prefix",
    Field.LAST_NAME: "last_name",
    Field.COHORT: "cohort",
    Field.STUDY_COACH: "study_coach",
}
