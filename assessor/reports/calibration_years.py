"""The yearly report of calibration on an instrument, without names; and the list of who calibrated when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from assessor.domain.calibration.figures import CriterionFigures
from assessor.domain.calibration.record import EarlierSession, YearsRecord
from assessor.domain.text import Language, Text, day_text, listing, same
from assessor.paper.charts.intervals import Margin, intervals
from assessor.reports.calibration_lines import action_line, agreed_line, proposal_line
from assessor.reports.calibration_trend import by_criterion, over_the_years

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from assessor.paper.pen import Pen

TITLE = Text("Jaarverslag kalibreren", "Yearly report of calibration")
TREND, CRITERIA = Text("Verloop", "Trend"), Text("Per criterium", "Per criterion")
CRITERIA_ABOUT = Text(
    "Hoe vaak twee beoordelaars hetzelfde niveau gaven, van de 100, met de marge. Alleen sessies met dezelfde casus"
    " zijn echt te vergelijken.",
    "How often two assessors gave the same level, out of 100, with the margin. Only sessions on the same case can"
    " really be compared.",
)
WAITING = Text("Wacht op een antwoord", "Waiting for an answer")
SESSIONS = Text("Sessies", "Sessions")


def write_years(record: YearsRecord, language: Language, target: BinaryIO, *, printed_at: datetime) -> None:
    """Write the yearly report as PDF (A4); no participant's name stands in it."""
    from assessor.paper import fonts
    from assessor.paper.document import WIDTH, Furniture, write
    from assessor.paper.pen import Pen
    from assessor.reports.calibration_page import EXAMPLE_STAMP, chapter, fact, opening, sentences

    fonts.register()
    pen = Pen(language, printed_at.tzinfo)
    newest = record.sessions[-1].day.year
    title = TITLE + same(f" {newest}")
    story = opening(title, record.instrument.title, pen)
    held = [fact(day_text(one.day), _held(record, place), pen) for place, one in enumerate(record.sessions)]
    story += chapter(SESSIONS, held, pen)
    story += chapter(TREND, sentences(over_the_years(record.sessions), pen), pen)
    story += chapter(CRITERIA, [*sentences([CRITERIA_ABOUT], pen), *_charts(record, pen, WIDTH)], pen)
    story += chapter(WAITING, [fact(label, line, pen) for label, line in waiting(record)] or _nothing(pen), pen)
    words = title.say(language)
    stamp = EXAMPLE_STAMP.say(language) if record.instrument.is_example else ""
    write(story, target, Furniture(words, words, words, words, stamp), language, printed_at=printed_at)


def _nothing(pen: Pen) -> list[Flowable]:
    from assessor.reports.calibration_page import sentences

    return sentences([NOTHING], pen)


NOTHING = Text("Er staat niets open.", "Nothing is open.")


def _held(record: YearsRecord, place: int) -> Text:
    one = record.sessions[place]
    models = listing([one.instrument.model(code).number for code in one.session.models])
    line = Text(
        "{title}: versie {v}, model {m}; {b} van de {n} genodigden scoorden",
        "{title}: version {v}, model {m}; {b} of the {n} invited scored",
    ).fill(title=one.session.title, v=one.instrument.version, m=models, b=one.figures.assessors, n=one.invited)
    if one.present is not None:
        line += Text(", {n} waren aanwezig", ", {n} were present").fill(n=one.present)
    again = [before for before in record.sessions[:place] if before.casussen & one.casussen]
    if again:
        line += Text(", casus van {day} opnieuw", ", case of {day} again").fill(day=day_text(again[-1].day))
    return line + same(".")


def margins(scored: Sequence[tuple[EarlierSession, CriterionFigures]]) -> list[Margin]:
    """The agreement on one criterion, a line for each session with the version that was scored."""
    return [Margin(f"{session.day.year} · v{session.instrument.version}", one.agreement) for session, one in scored]


def _charts(record: YearsRecord, pen: Pen, width: float) -> Iterator[Flowable]:
    from assessor.paper.charts.flowable import Chart
    from assessor.paper.row import headed
    from assessor.paper.styles import STRONG

    for code, scored in by_criterion(record.sessions).items():
        name = same(f"{code} ") + scored[-1][0].instrument.criteria[code].name
        yield headed([pen.line(name, STRONG)], Chart(intervals(margins(scored), width)), width)


def waiting(record: YearsRecord) -> Iterator[tuple[Text, Text]]:
    """What has no answer yet: of which session and who takes it up, and what it is."""
    before = record.open
    for agreed in before.agreements:
        yield day_text(before.days[agreed.session_id]), agreed_line(agreed) + same(" · ") + agreed.destination.word
    for proposal in before.proposals:
        yield day_text(before.days[proposal.session_id]), proposal_line(proposal) + same(f" · {proposal.owner}")
    for action in before.actions:
        yield day_text(before.days[action.session_id]), action_line(action) + same(f" · {action.owner}")


def write_who(record: YearsRecord, language: Language, target: BinaryIO) -> None:
    """Write who took part and when as XLSX; nothing of what anybody scored stands in it."""
    from assessor.reports.sheets import Sheets, Value

    days = list(dict.fromkeys(one.day for one in record.sessions))
    there, away = Text("aanwezig", "present"), Text("afwezig", "absent")
    rows: list[list[Value]] = [
        [
            one.name,
            one.organisation,
            one.days[-1].isoformat() if one.days else None,
            *(there if day in one.days else away if day in one.missed else None for day in days),
        ]
        for one in record.calibrated
    ]
    headings = [
        Text("Naam", "Name"),
        Text("Organisatie", "Organisation"),
        Text("Laatst gekalibreerd", "Last calibrated"),
        *(day_text(day) for day in days),
    ]
    book = Sheets(language)
    book.add(Text("Wie kalibreerde", "Who calibrated"), headings, rows, [32, 36, 18, *(18 for _ in days)])
    book.save(target)
