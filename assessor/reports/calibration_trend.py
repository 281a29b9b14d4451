"""Agreement over the years in sentences (practice text, section 6.7): only where the same casus was scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assessor.agreement.kept import difference, shifts
from assessor.domain.calibration.figures import CriterionFigures, GroupFigures
from assessor.domain.calibration.record import EarlierSession, GroupRecord
from assessor.domain.text import Text, day_text, same

_Share = tuple[float, float, float]
FIRST = Text(
    "Dit is de eerste sessie; verloop is er vanaf de tweede.",
    "This is the first session; there is a trend from the second on.",
)


def trend(record: GroupRecord) -> list[Text]:
    """The session of a groepsverslag beside every earlier one."""
    if not record.earlier:
        return [FIRST]
    now = EarlierSession(
        record.day.day,
        record.session,
        record.rounds[0].figures,
        frozenset(casus.origin_id or casus.id for casus in record.casussen),
        record.instrument,
    )
    return _once([line for one in record.earlier for line in compared(one, now)])


def over_the_years(sessions: Sequence[EarlierSession]) -> list[Text]:
    """Each session beside the last one before it in which the same models of the same casus were scored."""
    if len(sessions) < 2:
        return [FIRST]
    lines: list[Text] = []
    for place, now in enumerate(sessions[1:], start=1):
        alike = [one for one in sessions[:place] if _is_alike(one, now)]
        lines += compared(alike[-1] if alike else sessions[place - 1], now)
    return _once(lines)


def compared(before: EarlierSession, now: EarlierSession) -> list[Text]:
    """Two sessions beside each other, or why they cannot be compared."""
    if not _is_alike(before, now):
        return [
            Text(
                "Niet te vergelijken: in {year} is een andere les gescoord. Neem een casus van een eerder jaar opnieuw"
                " op.",
                "Cannot be compared: in {year} another lesson was scored. Include a case of an earlier year again.",
            ).fill(year=before.day.year)
        ]
    first, second = before.figures.agreement, now.figures.agreement
    if first is None or second is None:
        nothing = Text("Over {year} is niets te vergelijken.", "Of {year} nothing can be compared.")
        return [nothing.fill(year=before.day.year)]
    line = _share(before.day.year, first) + same("; ") + _share(now.day.year, second) + same(". ")
    verdict = _CHANCE if difference(first, second).may_be_chance else _MORE
    return [line + verdict, *_shifted(before, now), *_reworded(before, now)]


def by_criterion(sessions: Sequence[EarlierSession]) -> dict[str, list[tuple[EarlierSession, CriterionFigures]]]:
    """Every criterion with the sessions in which it was scored, the earliest first."""
    found: dict[str, list[tuple[EarlierSession, CriterionFigures]]] = {}
    for session in sessions:
        for one in session.figures.criteria:
            found.setdefault(one.criterion, []).append((session, one))
    return found


def _is_alike(one: EarlierSession, other: EarlierSession) -> bool:
    return one.casussen == other.casussen and one.session.models == other.session.models


def _shifted(before: EarlierSession, now: EarlierSession) -> Iterator[Text]:
    words = dict(zip(now.figures.levels, now.figures.words, strict=True))
    for level, old, new in shifts(_given(before.figures), _given(now.figures), now.figures.levels):
        yield Text(
            "Let op: in {year} is vaker {word} gegeven ({x} % tegen {y} %). De overeenstemming kan daardoor zijn"
            " veranderd.",
            "Mind: in {year} {word} was given more often ({x} % against {y} %). Agreement may have changed by that.",
        ).fill(year=now.day.year, word=words[level], x=round(100 * new), y=round(100 * old))


def _given(figures: GroupFigures) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in figures.criteria:
        total.update(one.counts)
    return total


def _reworded(before: EarlierSession, now: EarlierSession) -> Iterator[Text]:
    """Criteria of which the words are not those that were scored before."""
    for one in now.figures.criteria:
        old, new = before.instrument.criteria.get(one.criterion), now.instrument.criteria[one.criterion]
        if old is not None and (old.name, old.descriptors) != (new.name, new.descriptors):
            yield Text(
                "Let op: de tekst van {code} is sinds {day} gewijzigd.",
                "Mind: the words of {code} have changed since {day}.",
            ).fill(code=one.criterion, day=day_text(before.day))


def _share(year: int, share: _Share) -> Text:
    value, low, high = (round(100 * part) for part in share)
    return Text("{year}: {p} van de 100 ({lo}–{hi})", "{year}: {p} out of 100 ({lo}–{hi})").fill(
        year=year, p=value, lo=low, hi=high
    )


def _once(lines: Sequence[Text]) -> list[Text]:
    return list(dict.fromkeys(lines))


_CHANCE = Text("Dit verschil kan toeval zijn.", "This difference may be chance.")
_MORE = Text(
    "Dit verschil is groter dan door toeval te verwachten is.", "This difference is larger than chance would make it."
)
