"""The check page: what is missing, contradictory or critical in a sheet, and whether it blocks *definitief maken*.

Source: practice text, section 3 (what is required, which warnings) and the blocking and warning checks of the domain
text, section 5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from assessor.domain.decision import Decision
from assessor.domain.dossier import Dossier
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Departure, Instrument, Kind, Model, Outcome
from assessor.domain.midterm.foresight import Foresight
from assessor.domain.private_words import WORDS, private_words
from assessor.domain.programme import PROGRAMMES
from assessor.domain.ratings import Place
from assessor.domain.register import Lack
from assessor.domain.student import search_key
from assessor.domain.text import Text, day_text, listing
from assessor.domain.written import written

MIN_MOTIVATION_WORDS = 3
"""Below this a motivering is no sentence."""
SHORT_MOTIVATION_WORDS = 8
"""Below this a motivering gets a warning: it will not carry a verdict before an appeals board."""
NOTED_GOOD_CRITERIA = 2
"""How many of its good criteria need a toelichting when a model is good."""
DEPARTURE_SENTENCES = 2
"""How many sentences a departure from the rule takes at least (practice text, section 4)."""


class Severity(StrEnum):
    """Whether a finding must be mended before *definitief maken*."""

    BLOCKING = "blokkerend"
    WARNING = "waarschuwing"


class Group(StrEnum):
    """The three headings of the check page."""

    MISSING = "ontbreekt"
    CONTRADICTORY = "tegenstrijdig"
    CRITICAL = "kritisch"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check page; `place` is where the page jumps to.

    A place is ``rating:CODE``, a place of a passage (`Place`), ``activity``, ``placement``, ``right``, ``instrument``
    or ``verdict``.
    """

    code: str
    severity: Severity
    group: Group
    place: str
    what: Text


class MentorRule(StrEnum):
    """The house rule when assessor and mentor are the same person (practice text, section 1)."""

    BLOCK = "blokkeren"
    WARN = "waarschuwen"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks need to know besides the sheet itself."""

    today: date
    assessor_name: str
    lacks: tuple[Lack, ...] = ()
    """What the assessor lacks for the right to assess; empty when the right stands."""
    repeated: frozenset[str] = frozenset()
    """Codes of the criteria whose toelichting stands word for word in another dossier."""
    mentor_rule: MentorRule = MentorRule.BLOCK
    private_words: tuple[str, ...] = WORDS
    """The house's list of words that suggest health, religion or private life."""
    midterm: Mapping[str, Foresight] = field(default_factory=lambda: MappingProxyType({}))
    """What the midterm before it said, by criterion code; empty when there was none."""
    drafts: frozenset[str] = frozenset()
    """Places where text was being typed when the program stopped, not recorded yet."""


def check(instrument: Instrument, dossier: Dossier, decision: Decision, facts: Facts) -> tuple[Finding, ...]:
    """Every finding on a dossier, blocking ones first, otherwise in the order of the form."""
    findings = [
        *_of_dossier(instrument, dossier, facts),
        *(finding for model in instrument for finding in _of_model(model, dossier, decision, facts)),
        *_of_whole(instrument, dossier, decision),
        *_of_private_words(instrument, dossier, facts.private_words),
    ]
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.BLOCKING))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that stand in the way of *definitief maken*."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)


def _block(code: str, group: Group, place: str, what: Text) -> Finding:
    return Finding(code, Severity.BLOCKING, group, place, what)


def _warn(code: str, group: Group, place: str, what: Text) -> Finding:
    return Finding(code, Severity.WARNING, group, place, what)


# --- the dossier itself


def _of_dossier(instrument: Instrument, dossier: Dossier, facts: Facts) -> Iterator[Finding]:
    programme = PROGRAMMES[dossier.programme]
    yield from _of_activity(instrument, dossier, facts.today)
    if not dossier.supervisor.strip():
        what = Text("Wie is de {who}?", "Who is the {who}?").fill(who=programme.supervisor)
        yield _block("supervisor-missing", Group.MISSING, "placement", what)
    elif search_key([dossier.supervisor]).split() == search_key([facts.assessor_name]).split():
        what = Text(
            "Je bent ook de {who} van deze student. Laat een andere beoordelaar dit dossier afronden.",
            "You are also this student's {who}. Have another assessor finish this dossier.",
        ).fill(who=programme.supervisor)
        severity = Severity.BLOCKING if facts.mentor_rule is MentorRule.BLOCK else Severity.WARNING
        yield Finding("assessor-is-mentor", severity, Group.CONTRADICTORY, "placement", what)
    if dossier.organisation_id is None:
        what = Text("De {what} is niet ingevuld.", "The {what} has not been filled in.").fill(
            what=programme.organisation
        )
        yield _block("organisation-missing", Group.MISSING, "placement", what)
    if dossier.own_job:
        what = Text(
            "De student werkt in de eigen baan; de {who} kan de leidinggevende zijn. Let op afhankelijkheid.",
            "The student works in their own job; the {who} may be the manager. Mind dependence.",
        ).fill(who=programme.supervisor)
        yield _warn("own-job", Group.CONTRADICTORY, "placement", what)
    if dossier.placement_end is not None and facts.today < dossier.placement_end:
        what = Text(
            "De stageperiode loopt tot {day}. Model 1 en 2 gaan over de hele periode.",
            "The placement runs until {day}. Models 1 and 2 are about the whole period.",
        ).fill(day=day_text(dossier.placement_end))
        yield _warn("period-not-over", Group.CONTRADICTORY, "placement", what)
    for place in sorted(facts.drafts):
        what = Text(
            "{place}: hier staat nog getypte tekst die niet is vastgelegd. Kijk of die goed is.",
            "{place}: here stands typed text that was not recorded yet. See whether it is right.",
        ).fill(place=place.partition(":")[2] or place)
        yield _block("draft-left", Group.MISSING, place.replace("note:", "rating:"), what)
    for lack in facts.lacks:
        yield _block(lack.code, Group.MISSING, "right", lack.what + Text(" ", " ") + lack.cure)


def _of_activity(instrument: Instrument, dossier: Dossier, today: date) -> Iterator[Finding]:
    activity = dossier.activity
    if activity.day is None:
        yield _block(
            "activity-day-missing",
            Group.MISSING,
            "activity",
            Text("De datum van de activiteit is niet ingevuld.", "The date of the activity has not been filled in."),
        )
    elif activity.day > today:
        yield _block(
            "activity-in-future",
            Group.CONTRADICTORY,
            "activity",
            Text("De datum van de activiteit ligt in de toekomst.", "The date of the activity lies in the future."),
        )
    elif not instrument.covers(dossier.programme, dossier.variant, dossier.phase, activity.day):
        yield _block(
            "instrument-not-valid",
            Group.CONTRADICTORY,
            "instrument",
            Text(
                "Dit instrument gold niet op de dag van de activiteit of niet voor deze fase. Begin een dossier met het"
                " juiste instrument.",
                "This instrument was not valid on the day of the activity, or not for this phase. Start a dossier with"
                " the right one.",
            ),
        )
    if any(model.needs_activity for model in instrument):
        if not activity.group.strip():
            yield _block(
                "activity-group-missing",
                Group.MISSING,
                "activity",
                Text("De groep is niet ingevuld.", "The group has not been filled in."),
            )
        if not activity.subject.strip():
            yield _block(
                "activity-subject-missing",
                Group.MISSING,
                "activity",
                Text(
                    "Het onderwerp van de activiteit is niet ingevuld.",
                    "The subject of the activity has not been filled in.",
                ),
            )


# --- a model


def _of_model(model: Model, dossier: Dossier, decision: Decision, facts: Facts) -> Iterator[Finding]:
    if model.code in dossier.taken_over:
        return
    for criterion in model.criteria:
        yield from _of_criterion(model, criterion, dossier, facts)
    verdict = decision.models[model.code].verdict
    yield from _of_motivation(model, dossier)
    if verdict is Outcome.GOOD:
        yield from _of_good_model(model, dossier, decision)
    if verdict is Outcome.INSUFFICIENT:
        yield from _of_warning_before(model, dossier, facts)
    marks = {dossier.sheet.rating(criterion.code).mark for criterion in model.criteria}
    if len(marks) == 1 and len(model.criteria) > 1 and marks.isdisjoint({None, NOT_OBSERVED}):
        what = Text(
            "{model}: alle criteria in dit model hebben hetzelfde niveau. Klopt dat?",
            "{model}: all criteria in this model have the same level. Is that right?",
        ).fill(model=model.label)
        yield _warn("all-the-same", Group.CONTRADICTORY, f"rating:{model.criteria[0].code}", what)


def _of_warning_before(model: Model, dossier: Dossier, facts: Facts) -> Iterator[Finding]:
    """Whether the student was warned before, in the midterm or in a talk (what an appeal asks first, section 5)."""
    if not model.needs_source or dossier.sheet.passage(Place.announced(model.code)):
        return
    insufficient = [
        criterion.code
        for criterion in model.criteria
        if model.scale.outcome(dossier.sheet.rating(criterion.code).mark or NOT_OBSERVED) is Outcome.INSUFFICIENT
    ]
    surprising = [code for code in insufficient if code not in facts.midterm or not facts.midterm[code].announced]
    if not surprising:
        return
    what = Text(
        "{model}: deze onvoldoende is niet eerder vastgelegd. Beschrijf wanneer dit met de student is besproken.",
        "{model}: this insufficient has not been recorded before. Describe when it was discussed with the student.",
    )
    if facts.midterm:
        what += Text(" De tussenevaluatie kondigde {codes} niet aan.", " The midterm did not announce {codes}.")
    what = what.fill(model=model.label, codes=listing(surprising))
    yield _warn("insufficient-not-announced", Group.CRITICAL, Place.announced(model.code), what)


def _of_criterion(model: Model, criterion: Criterion, dossier: Dossier, facts: Facts) -> Iterator[Finding]:
    rating, place = dossier.sheet.rating(criterion.code), f"rating:{criterion.code}"
    named = Text("{code} {name}", "{code} {name}").fill(code=criterion.code, name=criterion.name)

    def say(nl: str, en: str) -> Text:
        return Text(nl, en).fill(named=named, model=model.label)

    if rating.mark is None:
        yield _block("unscored", Group.MISSING, place, say("{named}: nog niet gescoord.", "{named}: not scored yet."))
        return
    noted = bool(rating.note.strip())
    outcome = model.scale.outcome(rating.mark)
    if rating.mark == NOT_OBSERVED and not noted:
        yield _block(
            "reason-missing",
            Group.MISSING,
            place,
            say("{named}: schrijf waarom dit niet is waargenomen.", "{named}: write why this was not observed."),
        )
    if outcome is Outcome.INSUFFICIENT and not noted:
        yield _block(
            "note-missing",
            Group.MISSING,
            place,
            say(
                "{named}: een onvoldoende vraagt om een toelichting.", "{named}: an insufficient needs an explanation."
            ),
        )
    if model.needs_source and noted and rating.is_observed and not rating.sources:
        yield _block(
            "source-missing",
            Group.MISSING,
            place,
            say("{named}: kies de bron van deze toelichting.", "{named}: choose the source of this explanation."),
        )
    if criterion.critical and outcome is Outcome.INSUFFICIENT:
        yield _warn(
            "critical-insufficient",
            Group.CRITICAL,
            place,
            say(
                "{named} is een kritisch criterium en is onvoldoende. Daardoor is {model} onvoldoende.",
                "{named} is a critical criterion and is insufficient. That makes {model} insufficient.",
            ),
        )
    if criterion.critical and rating.mark == NOT_OBSERVED:
        yield _warn(
            "critical-not-observed",
            Group.CRITICAL,
            place,
            say(
                "{named} is een kritisch criterium en is niet waargenomen. Plan een aanvullende observatie.",
                "{named} is a critical criterion and was not observed. Plan an additional observation.",
            ),
        )
    if criterion.code in facts.repeated:
        yield _warn(
            "note-repeated",
            Group.CONTRADICTORY,
            place,
            say(
                "{named}: deze toelichting staat woordelijk ook in een ander dossier.",
                "{named}: this explanation stands word for word in another dossier as well.",
            ),
        )


def _of_motivation(model: Model, dossier: Dossier) -> Iterator[Finding]:
    place = Place.motivation(model.code)
    words = len(dossier.sheet.passage(place).split())
    if words < MIN_MOTIVATION_WORDS:
        what = Text(
            "{model}: schrijf een motivering van ten minste één zin.",
            "{model}: write a motivation of at least one sentence.",
        ).fill(model=model.label)
        yield _block("motivation-missing", Group.MISSING, place, what)
    elif words < SHORT_MOTIVATION_WORDS:
        what = Text(
            "{model}: de motivering is erg kort. Begrijpt de student hieruit het oordeel?",
            "{model}: the motivation is very short. Does it make the verdict clear to the student?",
        ).fill(model=model.label)
        yield _warn("motivation-short", Group.MISSING, place, what)


def _of_good_model(model: Model, dossier: Dossier, decision: Decision) -> Iterator[Finding]:
    good = decision.models[model.code].tally.good
    noted = [criterion for criterion in good if dossier.sheet.rating(criterion.code).note.strip()]
    if len(noted) >= min(NOTED_GOOD_CRITERIA, len(good)):
        return
    bare = [criterion for criterion in good if criterion not in noted]
    what = Text(
        "{model} is goed: schrijf bij ten minste twee goede criteria een toelichting (bijvoorbeeld {codes}).",
        "{model} is good: explain at least two of its good criteria (for example {codes}).",
    ).fill(model=model.label, codes=listing([criterion.code for criterion in bare[:NOTED_GOOD_CRITERIA]]))
    yield _block("good-notes-missing", Group.MISSING, f"rating:{bare[0].code}", what)


# --- the whole


def _of_whole(instrument: Instrument, dossier: Dossier, decision: Decision) -> Iterator[Finding]:
    for place, what in (
        (Place.STRENGTH, Text("Schrijf één sterk punt op.", "Write down one strong point.")),
        (Place.DEVELOPMENT, Text("Schrijf één ontwikkelpunt op.", "Write down one development point.")),
    ):
        if not dossier.sheet.passage(place).strip():
            yield _block(f"{place}-missing", Group.MISSING, place, what)
    if instrument.kind is Kind.PRACTICE:
        yield from _of_verdict(instrument, dossier, decision)


def _of_verdict(instrument: Instrument, dossier: Dossier, decision: Decision) -> Iterator[Finding]:
    scored = all(dossier.sheet.rating(code).mark is not None for code in instrument.criteria)
    if decision.verdict is None and scored and dossier.chosen is None:
        yield _block("no-verdict", Group.CRITICAL, "verdict", decision.reason)
    if decision.advisory and dossier.chosen is None:
        yield _block(
            "verdict-not-chosen",
            Group.MISSING,
            "verdict",
            Text(
                "Bij dit instrument bepaal jij het oordeel. Kies het en motiveer het.",
                "With this instrument the verdict is yours. Choose it and motivate it.",
            ),
        )
    if dossier.chosen is None or (dossier.chosen == decision.verdict and not decision.advisory):
        return
    obstacle = departure_obstacle(instrument, decision, dossier.chosen)
    if obstacle is not None:
        yield _block("departure-not-allowed", Group.CONTRADICTORY, "verdict", obstacle)
    elif _sentences(dossier.sheet.passage(Place.DEPARTURE)) < DEPARTURE_SENTENCES:
        yield _block(
            "departure-reason-missing",
            Group.MISSING,
            Place.DEPARTURE,
            _MOTIVATE_OWN if decision.advisory else _MOTIVATE_DEPARTURE,
        )


_MOTIVATE_DEPARTURE = Text(
    "Je komt tot een ander oordeel dan de regel. Motiveer dat in ten minste twee zinnen.",
    "You come to another verdict than the rule. Motivate that in at least two sentences.",
)
_MOTIVATE_OWN = Text(
    "Bij dit instrument bepaal jij het oordeel. Motiveer het in ten minste twee zinnen.",
    "With this instrument the verdict is yours. Motivate it in at least two sentences.",
)


def departure_obstacle(instrument: Instrument, decision: Decision, chosen: Outcome) -> Text | None:
    """Why the assessor may not come to `chosen` instead of the rule's verdict; None when it is allowed."""
    if instrument.rule is None or decision.advisory or chosen == decision.verdict:
        return None
    if decision.verdict is None:
        return Text(
            "De regel geeft nog geen oordeel, dus afwijken kan nog niet.",
            "The rule gives no verdict yet, so there is nothing to depart from.",
        )
    across = Outcome.INSUFFICIENT in (decision.verdict, chosen)
    allowed = instrument.rule.departure_across_cut if across else instrument.rule.departure_within_pass
    if allowed is Departure.NEVER:
        return Text(
            "Dit instrument laat geen ander oordeel toe dan de regel geeft.",
            "This instrument allows no other verdict than the rule gives.",
        )
    if allowed is Departure.AFTER_SECOND_LOOK:
        return Text(
            "Over de grens voldoende-onvoldoende afwijken kan pas na een tweede blik. Overleg met de examencommissie.",
            "Departing across the line sufficient-insufficient takes a second look. Consult the examination board.",
        )
    return None


def _sentences(text: str) -> int:
    return sum(1 for part in text.replace("!", ".").replace("?", ".").split(".") if len(part.split()) >= 2)


# --- what need not stand in a dossier


def _of_private_words(instrument: Instrument, dossier: Dossier, words: tuple[str, ...]) -> Iterator[Finding]:
    """Ask about words on health, religion or private life; of what a resit took over nothing can be changed."""
    for place, named, text in written(instrument, dossier):
        found = private_words(text, words)
        if found:
            what = Text(
                "{named}: hier staat {words}. Schrijf alleen over gezondheid, geloof of privézaken als het oordeel erop"
                " rust.",
                "{named}: this says {words}. Write about health, religion or private matters only if the verdict rests"
                " on it.",
            ).fill(named=named, words=listing([f"‘{word}’" for word in found]))
            yield _warn("private-words", Group.CRITICAL, place, what)
