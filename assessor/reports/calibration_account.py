"""The annex of the groepsverslag that only a session can tell: how it went, and what earlier sessions said."""

from __future__ import annotations

from assessor.domain.calibration.record import EarlierSession, GroupRecord
from assessor.domain.calibration.round import RoundWay
from assessor.domain.text import Text, same
from assessor.paper.pen import Pen

_Share = tuple[float, float, float]


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


# ---------------------------------------------------------------- over the years


def trend(record: GroupRecord) -> list[Text]:
    """Agreement beside that of earlier sessions, where the same casus was scored (practice text, section 6.7)."""
    if not record.earlier:
        return [
            Text(
                "Dit is de eerste sessie; verloop is er vanaf de tweede.",
                "This is the first session; there is a trend from the second on.",
            )
        ]
    own = {casus.origin_id or casus.id for casus in record.casussen}
    lines = []
    for one in record.earlier:
        if one.casussen == own:
            lines.append(_compared(record, one))
        else:
            lines.append(
                Text(
                    "Niet te vergelijken: in {year} is een andere les gescoord. Neem een casus van een eerder jaar"
                    " opnieuw op.",
                    "Cannot be compared: in {year} another lesson was scored. Include a case of an earlier year again.",
                ).fill(year=one.day.year)
            )
    return list(dict.fromkeys(lines))


def _compared(record: GroupRecord, one: EarlierSession) -> Text:
    now = record.rounds[0].figures.agreement
    then = one.figures.agreement
    if now is None or then is None:
        return Text("Over {year} is niets te vergelijken.", "Of {year} nothing can be compared.").fill(
            year=one.day.year
        )
    apart = then[1] > now[2] or now[1] > then[2]
    verdict = (
        Text("De marges raken elkaar niet.", "The margins do not touch.")
        if apart
        else Text("Dit verschil kan toeval zijn.", "This difference may be chance.")
    )
    line = _share(one.day.year, then) + same("; ") + _share(record.day.day.year, now) + same(". ")
    return line + verdict


def _share(year: int, share: _Share) -> Text:
    value, low, high = (round(100 * part) for part in share)
    return Text("{year}: {p} van de 100 ({lo}–{hi})", "{year}: {p} out of 100 ({lo}–{hi})").fill(
        year=year, p=value, lo=low, hi=high
    )
