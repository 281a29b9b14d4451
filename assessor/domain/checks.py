"""The check page: what is missing, contradictory or critical in a sheet, and whether it blocks *definitief maken*.

Source: practice text, section 3 (what is required, which warnings) and the blocking and warning checks of the domain
text, section 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessor.domain.decision import Decision
from assessor.domain.dossier import Dossier
from assessor.domain.finding import Facts, Finding, Group, MentorRule, Severity, block, warn
from assessor.domain.instrument import Departure, Instrument, Kind, Outcome
from assessor.domain.model_checks import check_model
from assessor.domain.private_words import private_words
from assessor.domain.programme import PROGRAMMES
from assessor.domain.ratings import Place
from assessor.domain.student import search_key
from assessor.domain.text import Text, day_text, listing
from assessor.domain.written import written

DEPARTURE_SENTENCES = 2
"""How many sentences a departure from the rule takes at least (practice text, section 4)."""


def check(instrument: Instrument, dossier: Dossier, decision: Decision, facts: Facts) -> tuple[Finding, ...]:
    """Every finding on a dossier, blocking ones first, otherwise in the order of the form."""
    findings = [
        *_of_dossier(instrument, dossier, facts),
        *(finding for model in instrument for finding in check_model(model, dossier, decision, facts)),
        *_of_whole(instrument, dossier, decision),
        *_of_private_words(instrument, dossier, facts.private_words),
    ]
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.BLOCKING))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that stand in the way of *definitief maken*."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)


# --- the dossier itself


def _of_dossier(instrument: Instrument, dossier: Dossier, facts: Facts) -> Iterator[Finding]:
    programme = PROGRAMMES[dossier.programme]
    yield from _of_activity(instrument, dossier, facts.today)
    if not dossier.supervisor.strip():
        what = Text("Wie is de {who}?", "Who is the {who}?").fill(who=programme.supervisor)
        yield block("supervisor-missing", Group.MISSING, "placement", what)
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
        yield block("organisation-missing", Group.MISSING, "placement", what)
    if dossier.own_job:
        what = Text(
            "De student werkt in de eigen baan; de {who} kan de leidinggevende zijn. Let op afhankelijkheid.",
            "The student works in their own job; the {who} may be the manager. Mind dependence.",
        ).fill(who=programme.supervisor)
        yield warn("own-job", Group.CONTRADICTORY, "placement", what)
    if dossier.placement_end is not None and facts.today < dossier.placement_end:
        what = Text(
            "De stageperiode loopt tot {day}. Model 1 en 2 gaan over de hele periode.",
            "The placement runs until {day}. Models 1 and 2 are about the whole period.",
        ).fill(day=day_text(dossier.placement_end))
        yield warn("period-not-over", Group.CONTRADICTORY, "placement", what)
    for place in sorted(facts.drafts):
        what = Text(
            "{place}: hier staat nog getypte tekst die niet is vastgelegd. Kijk of die goed is.",
            "{place}: here stands typed text that was not recorded yet. See whether it is right.",
        ).fill(place=place.partition(":")[2] or place)
        yield block("draft-left", Group.MISSING, place, what)
    for lack in facts.lacks:
        yield block(lack.code, Group.MISSING, "right", lack.what + Text(" ", " ") + lack.cure)


def _of_activity(instrument: Instrument, dossier: Dossier, today: date) -> Iterator[Finding]:
    activity = dossier.activity
    if activity.day is None:
        yield block(
            "activity-day-missing",
            Group.MISSING,
            "activity",
            Text("De datum van de activiteit is niet ingevuld.", "The date of the activity has not been filled in."),
        )
    elif activity.day > today:
        yield block(
            "activity-in-future",
            Group.CONTRADICTORY,
            "activity",
            Text("De datum van de activiteit ligt in de toekomst.", "The date of the activity lies in the future."),
        )
    elif not instrument.covers(dossier.programme, dossier.variant, dossier.phase, activity.day):
        yield block(
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
            yield block(
                "activity-group-missing",
                Group.MISSING,
                "activity",
                Text("De groep is niet ingevuld.", "The group has not been filled in."),
            )
        if not activity.subject.strip():
            yield block(
                "activity-subject-missing",
                Group.MISSING,
                "activity",
                Text(
                    "Het onderwerp van de activiteit is niet ingevuld.",
                    "The subject of the activity has not been filled in.",
                ),
            )


# --- the whole


def _of_whole(instrument: Instrument, dossier: Dossier, decision: Decision) -> Iterator[Finding]:
    for place, what in (
        (Place.STRENGTH, Text("Schrijf één sterk punt op.", "Write down one strong point.")),
        (Place.DEVELOPMENT, Text("Schrijf één ontwikkelpunt op.", "Write down one development point.")),
    ):
        if not dossier.sheet.passage(place).strip():
            yield block(f"{place}-missing", Group.MISSING, place, what)
    if instrument.kind is Kind.PRACTICE:
        yield from _of_verdict(instrument, dossier, decision)


def _of_verdict(instrument: Instrument, dossier: Dossier, decision: Decision) -> Iterator[Finding]:
    scored = all(dossier.sheet.rating(code).mark is not None for code in instrument.criteria)
    if decision.verdict is None and scored and dossier.chosen is None:
        yield block("no-verdict", Group.CRITICAL, "verdict", decision.reason)
    if decision.advisory and dossier.chosen is None:
        yield block(
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
        yield block("departure-not-allowed", Group.CONTRADICTORY, "verdict", obstacle)
    elif _sentences(dossier.sheet.passage(Place.DEPARTURE)) < DEPARTURE_SENTENCES:
        yield block(
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
            yield warn("private-words", Group.CRITICAL, place, what)
