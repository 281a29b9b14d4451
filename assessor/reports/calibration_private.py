"""The private report of one participant: encrypted with their own code, in the sentences of section 6.5."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.record import PrivateRecord
from assessor.domain.form_code import printed
from assessor.domain.instrument import NOT_OBSERVED
from assessor.domain.text import Language, Text, day_text, listing, same
from assessor.reports.calibration_proof import PROOF, proof_lines

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.pen import Pen

TITLE = Text("Voor jou", "For you")
FEWEST_FOR_HALO = 6
MOST_DIFFERENT = 12
"""Differences that one sentence lists; the table under it shows them all."""
_AWAY = Text("n.w.", "n.o.")


def write_private(record: PrivateRecord, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the report as an encrypted PDF that opens with the participant's code."""
    write_sealed(_story(record, language, printed_at), record, TITLE, language, target, printed_at)


def write_sealed(
    story: list[Flowable],
    record: PrivateRecord,
    title: Text,
    language: Language,
    target: BinaryIO,
    printed_at: datetime,
) -> None:
    """Write a PDF encrypted (AES-256) with the participant's code.

    A code of the invitation may be typed with its hyphen or without: one of them is what PDF calls the owner's.
    """
    from pypdf import PdfReader, PdfWriter

    from assessor.paper.document import write
    from assessor.reports.calibration_page import furniture

    plain = BytesIO()
    write(story, plain, furniture(title, record.day, record.instrument, language), language, printed_at=printed_at)
    writer = PdfWriter(clone_from=PdfReader(plain))
    invited = record.code == record.participant.code
    writer.encrypt(record.code, printed(record.code) if invited else secrets.token_hex(16), algorithm="AES-256")
    writer.write(target)


def _story(record: PrivateRecord, language: Language, printed_at: datetime) -> list[Flowable]:
    from reportlab.platypus import PageBreak

    from assessor.paper import fonts
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_page import chapter, opening, sentences, session_name

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    subtitle = same(f"{record.participant.name} · ") + session_name(record.session, record.day)
    found = [*opening(TITLE, subtitle, pen), *chapter(_BESIDE, sentences(list(told(record)), pen), pen)]
    found += chapter(Text("Jouw scores", "Your scores"), list(_scores(record, pen)), pen)
    if record.participant.aspirant:
        return found
    proof = chapter(PROOF, proof_lines(record, pen), pen)
    return [*found, PageBreak(), *_reflection(pen), PageBreak(), *proof]


_BESIDE = Text("Jouw scores naast de groep", "Your scores beside the group")


def told(record: PrivateRecord) -> Iterator[Text]:
    """The sentences of figure 5."""
    yield Text(
        "Alleen jij krijgt deze pagina. Je bestuur en de examencommissie krijgen haar niet. Na {day} wordt zij gewist.",
        "Only you get this page. Your board and the examination board do not. After {day} it is erased.",
    ).fill(day=day_text(record.erased_after))
    yield _FEW if record.few else _as_most(record)
    if not record.few:
        yield record.severity
    yield _use(record)
    if record.halo and record.scored >= FEWEST_FOR_HALO:
        yield _HALO
    if record.changed is not None:
        yield _changed(record)
    if record.reference is not None:
        yield Text(
            "Bij {a} van de {k} criteria gaf je hetzelfde niveau als de referentie van het voorbereidingsteam.",
            "On {a} of the {k} criteria you gave the same level as the reference of the preparing team.",
        ).fill(a=record.reference[0], k=record.reference[1])


def _as_most(record: PrivateRecord) -> Text:
    if not record.compared:
        return Text(
            "Bij geen enkel criterium gaven de meeste anderen één niveau.",
            "On no criterion did most others give one level.",
        )
    line = Text(
        "Bij {a} van de {k} criteria gaf je het niveau dat de meeste anderen gaven.",
        "On {a} of the {k} criteria you gave the level that most others gave.",
    ).fill(a=record.as_most, k=record.compared)
    if not record.different:
        return line
    several = len(record.casussen) > 1
    parts = [
        same(f"{one.casus} · {one.criterion}" if several else one.criterion)
        + Text(" (jij {own}, meeste anderen {most})", " (you {own}, most others {most})").fill(
            own=one.own, most=one.most
        )
        for one in record.different[:MOST_DIFFERENT]
    ]
    more = len(record.different) - len(parts)
    if more > 0:
        parts.append(Text("nog {n} keer", "{n} more times").fill(n=more))
    return line + Text(" Anders scoorde je: {parts}.", " You scored otherwise: {parts}.").fill(parts=listing(parts))


def _use(record: PrivateRecord) -> Text:
    own = [
        Text("{n} keer {word}", "{n} times {word}").fill(n=n, word=w)
        for n, w in zip(record.use, record.levels, strict=True)
    ]
    if record.few:
        return Text("Je gaf {own}.", "You gave {own}.").fill(own=listing(own))
    others = [_decimal(n) + same(" ") + word for n, word in zip(record.use_of_others, record.levels, strict=True)]
    return Text(
        "Je gaf {own}. In de groep was dat gemiddeld {others}.",
        "You gave {own}. In the group that was {others} on average.",
    ).fill(own=listing(own), others=listing(others))


def _decimal(number: float) -> Text:
    written = f"{number:.1f}"
    return Text(written.replace(".", ","), written)


_FEW = Text(
    "Met zo weinig beoordelaars staat de groep hier niet: dan zou te zien zijn wat één ander gaf.",
    "With so few assessors the group is not shown here: it would show what one other gave.",
)
_HALO = Text(
    "Je niveaus verschillen onderling minder dan bij de meeste anderen. Dat kan bij deze les passen. Het kan ook een"
    " halo-effect zijn: één indruk kleurt de rest. Welk criterium zou je met terugwerkende kracht los van de rest"
    " scoren?",
    "Your levels differ less among themselves than those of most others. That may fit this lesson. It may also be a"
    " halo effect: one impression colours the rest. Which criterion would you, looking back, score apart from the"
    " rest?",
)


def _changed(record: PrivateRecord) -> Text:
    changed = record.changed or ()
    if not changed:
        return Text(
            "Je liet je scores na de bespreking zoals ze waren.",
            "After the discussion you left your scores as they were.",
        )
    parts = [
        Text("{code} van {before} naar {after}", "{code} from {before} to {after}").fill(
            code=one.criterion, before=one.before, after=one.after
        )
        for one in changed
    ]
    count = (
        Text("één score", "one score") if len(changed) == 1 else Text("{n} scores", "{n} scores").fill(n=len(changed))
    )
    return Text(
        "Na de bespreking veranderde je {count}: {parts}.", "After the discussion you changed {count}: {parts}."
    ).fill(count=count, parts=listing(parts))


def _scores(record: PrivateRecord, pen: Pen) -> Iterator[Flowable]:
    """Every criterion: own level, own words, and how the group lies."""
    from assessor.reports.calibration_page import fact

    several = len(record.casussen) > 1
    for casus in record.casussen:
        for code, mark in record.marks.get(casus.id, {}).items():
            word = record.instrument.model_of[code].scale.word(mark)
            group = _group(record, casus.id, code)
            note = record.notes.get(casus.id, {}).get(code, "")
            line = word if record.few else word + Text(". Groep: {group}", ". Group: {group}").fill(group=group)
            label = (
                f"{casus.code} · {code}"
                if several
                else f"{code} {record.instrument.criteria[code].name.say(pen.language)}"
            )
            yield fact(label, line.say(pen.language) + (f"\n“{note}”" if note else ""), pen)


def _group(record: PrivateRecord, casus_id: str, code: str) -> Text:
    counts = record.group.get(casus_id, {}).get(code, {})
    scale = record.instrument.model_of[code].scale
    marks = [*(level.code for level in scale.levels), NOT_OBSERVED]
    parts = [
        Text("{n} {word}", "{n} {word}").fill(n=counts[mark], word=_AWAY if mark == NOT_OBSERVED else scale.word(mark))
        for mark in marks
        if counts.get(mark)
    ]
    return listing(parts)


# ---------------------------------------------------------------- to look back on


QUESTIONS = (
    Text("Waar en waarom scoorde je anders dan de groep?", "Where and why did you score otherwise than the group?"),
    Text("Wat veranderde er door de bespreking, en waardoor?", "What did the discussion change, and why?"),
    Text(
        "Welk beoordelaarseffect herken je bij jezelf (halo, eerste indruk, mildheid of strengheid, volgorde)?",
        "Which assessor effect do you recognise in yourself (halo, first impression, leniency or severity, order)?",
    ),
    Text("Wat betekent dit voor hoe jij beoordeelt?", "What does this mean for how you assess?"),
    Text("Wat zou je aan het formulier veranderen?", "What would you change in the form?"),
    Text("Welke literatuur gebruikte je?", "Which literature did you use?"),
)


def _reflection(pen: Pen) -> Iterator[Flowable]:
    """Room to write; a candidate for the BKE has a report of its own for this."""
    from reportlab.platypus import Spacer

    from assessor.paper.styles import STEP
    from assessor.reports.calibration_page import chapter, sentences

    yield from chapter(Text("Om op terug te kijken", "To look back on"), sentences([_ABOUT], pen), pen)
    for question in QUESTIONS:
        yield from sentences([question], pen)
        yield Spacer(0, 18 * STEP)


_ABOUT = Text(
    "Wat hier komt, is van jou. De vragen volgen wat een kandidaat voor de BKE in het kalibratieverslag laat zien.",
    "What comes here is yours. The questions follow what a BKE candidate shows in the calibration report.",
)
