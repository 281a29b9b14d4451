"""The annex of the groepsverslag that only a session can tell: how its figures came about."""

from __future__ import annotations

from assessor.domain.calibration.record import GroupRecord
from assessor.domain.calibration.round import RoundWay
from assessor.domain.text import Text, same
from assessor.paper.pen import Pen


def account(record: GroupRecord, pen: Pen) -> list[Text]:
    """How the figures came about (practice text, section 6.10; after GRRAS: Kottner and others, 2011)."""
    first = record.rounds[0]
    at = first.round.revealed_at
    lines = [
        Text(
            "Beoordelaars scoorden los van elkaar, vóór de onthulling van {moment}.",
            "Assessors scored independently, before the reveal of {moment}.",
        ).fill(moment=pen.moment(at) if at is not None else "–")
    ]
    if first.figures.late:
        lines.append(_late(first.figures.late))
    if first.figures.not_in:
        lines.append(_not_in(first.figures.not_in, first.round.reason))
    if first.figures.paper:
        lines.append(_paper(first.figures.paper))
    lines += [
        Text("Ronde {n} is {way}.", "Round {n} was {way}.").fill(n=one.round.number, way=one.round.way.word)
        for one in record.rounds[1:]
    ]
    if any(one.round.way is RoundWay.HANDS for one in record.rounds[1:]):
        lines.append(_HANDS)
    lines.append(_AWAY)
    lines.append(first.figures.margins)
    lines.append(
        Text(
            "Instrument {id} versie {v}; programma {software}. Opgezet naar GRRAS (Kottner e.a., 2011).",
            "Instrument {id} version {v}; program {software}. Set up after GRRAS (Kottner and others, 2011).",
        ).fill(id=record.instrument.id, v=record.instrument.version, software=record.software)
    )
    return [*lines, _ALONE]


def _late(number: int) -> Text:
    if number == 1:
        return Text("Eén formulier kwam later en telt niet mee.", "One form came later and does not count.")
    return Text("{z} formulieren kwamen later en tellen niet mee.", "{z} forms came later and do not count.").fill(
        z=number
    )


def _not_in(number: int, reason: str) -> Text:
    line = Text("{n} genodigden scoorden niet", "{n} of the invited did not score")
    if number == 1:
        line = Text("Eén genodigde scoorde niet", "One of the invited did not score")
    why = Text("; reden om toch te sluiten: {reason}.", "; why the round was closed all the same: {reason}.")
    return line.fill(n=number) + (why.fill(reason=reason) if reason else same("."))


def _paper(number: int) -> Text:
    return Text(
        "{w} zijn van papier ingevoerd door de sessieleider; of zij los van elkaar zijn ingevuld, is niet te"
        " controleren.",
        "{w} were typed in from paper by the lead of the session; whether they were filled in independently cannot be"
        " checked.",
    ).fill(w=number)


_HANDS = Text("Bij handen tellen ziet iedereen elkaar.", "When hands are counted, everybody sees each other.")
_AWAY = Text(
    "‘Niet waargenomen’ telt als ontbrekend en staat apart vermeld.",
    "‘Not observed’ counts as missing and is shown apart.",
)
_ALONE = Text(
    "Wat iedere beoordelaar afzonderlijk deed, staat niet in dit verslag: dat is voor die beoordelaar zelf.",
    "What each assessor did is not in this report: that is for that assessor alone.",
)
