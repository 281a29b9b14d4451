"""From opened scores to what a round says of the group: figures, outcomes and sentences, without anybody's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessor.agreement.resampling import DEFAULT, Plan
from assessor.agreement.table import Rating, Table
from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.figures import Counts, CriterionFigures, GroupFigures, Movement, Told
from assessor.domain.calibration.pattern import Pattern, by_pattern
from assessor.domain.calibration.round import Round, Scores
from assessor.domain.calibration.session import FEW, Session
from assessor.domain.instrument import NOT_OBSERVED, Instrument
from assessor.reports.agreement_annex import resampled
from assessor.reports.agreement_levels import depends_on, order_to_discuss
from assessor.reports.agreement_record import AgreementRecord
from assessor.reports.agreement_text import Section, coefficients_section, main_sections, planning_section
from assessor.services.agreement import Question, record_of, scale_of
from assessor.storage.repositories.calibration_rounds import HandCounts

PLAN: Plan = DEFAULT


@dataclass(frozen=True)
class Sitting:
    """What the figures of a round rest on: the session, its casussen, and in which room everybody sits."""

    session: Session
    instrument: Instrument
    casussen: Sequence[Casus]
    room_of: Mapping[str, str | None]


def table_of(sitting: Sitting, criteria: Sequence[str], scores: Mapping[str, Scores], *, reference: bool) -> Table:
    """The scores as coded ratings; assessors are opaque ids and works are the codes of casussen.

    Sheets stand in the order of what they say, so that the same scores make the same margins whoever gave them.
    """

    def given_by(who: str) -> list[str]:
        return [scores[who].marks.get(casus.id, {}).get(code, "") for casus in sitting.casussen for code in criteria]

    order = sorted(scores, key=given_by)
    ratings = [
        Rating(casus.code, code, who, None if mark in (None, NOT_OBSERVED) else mark, None, mark == NOT_OBSERVED)
        for casus in sitting.casussen
        for code in criteria
        for who in order
        for mark in [scores[who].marks.get(casus.id, {}).get(code)]
    ]
    wanted = [
        Rating(casus.code, code, "", mark)
        for casus in sitting.casussen
        for code, mark in casus.reference.items()
        if reference and code in criteria
    ]
    return Table.from_ratings(ratings, scale_of(sitting.instrument), wanted)


def figures_of(sitting: Sitting, one: Round, scores: Mapping[str, Scores], plan: Plan = PLAN) -> GroupFigures:
    """What a round scored by form says; the reference is told of from the second round on."""
    table = table_of(sitting, one.criteria, scores, reference=one.number > 1)
    record = record_of(sitting.session.title, table, Question(instrument=sitting.instrument, plan=plan))
    by_casus = _counted(sitting, one.criteria, scores)
    return GroupFigures(
        record.session.assessors,
        table.scale.labels,
        record.levels,
        tuple(_criterion(record, code, by_casus) for code in one.criteria),
        by_casus,
        _by_room(sitting, one.criteria, scores),
        _outcomes(sitting, record),
        tuple(group.distribution.name for group in order_to_discuss(record)),
        tuple(_told(section) for section in _sections(record)),
        _share(record.session.measures["exact_agreement"].value, record.session.measures["exact_agreement"].interval),
        resampled(record),
        patterns=_patterns(sitting, one.criteria, scores),
    )


def _sections(record: AgreementRecord) -> list[Section]:
    return [*main_sections(record), planning_section(record), coefficients_section(record)]


def _told(section: Section) -> Told:
    return Told(section.heading, section.lines)


def _share(value: float | None, interval: object) -> tuple[float, float, float] | None:
    if value is None:
        return None
    low, high = getattr(interval, "low", value), getattr(interval, "high", value)
    return float(value), float(low), float(high)


def _criterion(record: AgreementRecord, code: str, by_casus: Mapping[str, Mapping[str, Counts]]) -> CriterionFigures:
    group = next(one for one in record.session.criteria if one.distribution.name == code)
    counts: Counter[str] = Counter()
    for casus in by_casus.values():
        counts.update(casus.get(code, {}))
    exact = group.measures["exact_agreement"]
    return CriterionFigures(
        code,
        dict(counts),
        group.distribution.missing,
        record.cut is not None and group.distribution.split,
        depends_on(record, code),
        _share(exact.value, exact.interval),
    )


def _counted(
    sitting: Sitting, criteria: Sequence[str], scores: Mapping[str, Scores]
) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for casus in sitting.casussen:
        for code in criteria:
            marks = (given.marks.get(casus.id, {}).get(code) for given in scores.values())
            found.setdefault(casus.id, {})[code] = dict(Counter(mark for mark in marks if mark is not None))
    return found


def _by_room(
    sitting: Sitting, criteria: Sequence[str], scores: Mapping[str, Scores]
) -> dict[str, dict[str, dict[str, int]]]:
    """Counts of each room that may be told of: never of so few people that a difference gives somebody away."""
    inside: dict[str, dict[str, Scores]] = {}
    for who, given in scores.items():
        inside.setdefault(sitting.room_of.get(who) or "", {})[who] = given
    named = sorted((room for room in inside if room and len(inside[room]) >= FEW), key=lambda room: len(inside[room]))
    rest = len(scores) - sum(len(inside[room]) for room in named)
    while named and 0 < rest < FEW:
        rest += len(inside[named.pop(0)])
    found: dict[str, dict[str, dict[str, int]]] = {}
    for room in named:
        counts = _counted(sitting, criteria, inside[room])
        found[room] = {
            code: dict(sum((Counter(casus[code]) for casus in counts.values()), Counter())) for code in criteria
        }
    return found


def _patterns(sitting: Sitting, criteria: Sequence[str], scores: Mapping[str, Scores]) -> dict[str, Pattern]:
    """Per casus the sheets without whose they are: each sorted on its own, so that no row can be followed on."""
    levels = [level.code for level in sitting.instrument.model_of[criteria[0]].scale.levels]
    found = {}
    for casus in sitting.casussen:
        sheets = [marks for given in scores.values() for marks in [given.marks.get(casus.id)] if marks]
        if len(sheets) >= FEW:
            found[casus.id] = by_pattern(sheets, criteria, levels)
    return found


def _outcomes(sitting: Sitting, record: AgreementRecord) -> dict[str, dict[str, dict[str, int]]]:
    """Per part and casus how many come to which outcome; "" is none yet."""
    if record.outcomes is None:
        return {}
    ids = {casus.code: casus.id for casus in sitting.casussen}
    return {
        part: {
            ids[work]: dict(Counter("" if one is None else one.letter for one in by_assessor.values()))
            for work, by_assessor in works.items()
        }
        for part, works in record.outcomes.verdicts.items()
    }


# --- a later round


def movement(
    first: GroupFigures,
    later: GroupFigures,
    before: Mapping[str, Scores],
    after: Mapping[str, Scores],
) -> tuple[Movement, ...]:
    """What a later round changed, criterion by criterion; sheets are compared of those who scored both."""
    return tuple(_moved(first, later, one.criterion, before, after) for one in later.criteria)


def _moved(
    first: GroupFigures, later: GroupFigures, code: str, before: Mapping[str, Scores], after: Mapping[str, Scores]
) -> Movement:
    pairs = [
        (old, new)
        for who, given in after.items()
        if who in before
        for casus, marks in given.marks.items()
        for new in [marks.get(code)]
        for old in [before[who].marks.get(casus, {}).get(code)]
        if old is not None and new is not None
    ]
    both = (sum(old != new for old, new in pairs), len(pairs)) if after else (None, None)
    return Movement(code, first.criterion(code).counts, later.criterion(code).counts, *both)


def hand_figures(one: Round, first: GroupFigures, hands: HandCounts) -> GroupFigures:
    """What a round of counted hands says: counts per criterion, casus and room, and nothing about pairs."""
    by_casus: dict[str, dict[str, Counter[str]]] = {}
    by_room: dict[str, dict[str, Counter[str]]] = {}
    for room, casussen in hands.items():
        for casus, criteria in casussen.items():
            for code, counts in criteria.items():
                by_casus.setdefault(casus, {}).setdefault(code, Counter()).update(counts)
                by_room.setdefault(room, {}).setdefault(code, Counter()).update(counts)
    total = {code: sum((casus.get(code, Counter()) for casus in by_casus.values()), Counter()) for code in one.criteria}
    found = GroupFigures(
        max((sum(counts.values()) for counts in total.values()), default=0),
        first.levels,
        first.words,
        tuple(CriterionFigures(code, dict(total[code]), 0, _is_split(total[code], first)) for code in one.criteria),
        by_casus,
        by_room,
        {},
        (),
        (),
    )
    return replace(found, movement=movement(first, found, {}, {}))


def _is_split(counts: Counter[str], first: GroupFigures) -> bool:
    """Whether hands went up for the lowest level and for another one."""
    lowest = first.levels[0]
    return bool(counts[lowest]) and any(counts[level] for level in first.levels[1:])
