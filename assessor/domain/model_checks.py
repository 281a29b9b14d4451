"""What the check page asks of a model: levels, toelichting and bron, its motivering, and whether it was announced.

Source: practice text, section 3 (what is required, which warnings) and section 5 (what an appeal asks).
"""

from __future__ import annotations

from collections.abc import Iterator

from assessor.domain.decision import Decision
from assessor.domain.dossier import Dossier
from assessor.domain.finding import Facts, Finding, Group, block, warn
from assessor.domain.instrument import NOT_OBSERVED, Criterion, Model, Outcome
from assessor.domain.ratings import Place
from assessor.domain.text import Text, listing

MIN_MOTIVATION_WORDS = 3
"""Below this a motivering is no sentence."""
SHORT_MOTIVATION_WORDS = 8
"""Below this a motivering gets a warning: it will not carry a verdict before an appeals board."""
NOTED_GOOD_CRITERIA = 2
"""How many of its good criteria need a toelichting when a model is good."""


def check_model(model: Model, dossier: Dossier, decision: Decision, facts: Facts) -> Iterator[Finding]:
    """Every finding on one model; what a resit took over is not looked at again."""
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
        yield warn("all-the-same", Group.CONTRADICTORY, f"rating:{model.criteria[0].code}", what)


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
    yield warn("insufficient-not-announced", Group.CRITICAL, Place.announced(model.code), what)


def _of_criterion(model: Model, criterion: Criterion, dossier: Dossier, facts: Facts) -> Iterator[Finding]:
    rating = dossier.sheet.rating(criterion.code)
    place, note = f"rating:{criterion.code}", f"note:{criterion.code}"
    named = Text("{code} {name}", "{code} {name}").fill(code=criterion.code, name=criterion.name)

    def say(nl: str, en: str) -> Text:
        return Text(nl, en).fill(named=named, model=model.label)

    if rating.mark is None:
        yield block("unscored", Group.MISSING, place, say("{named}: nog niet gescoord.", "{named}: not scored yet."))
        return
    noted = bool(rating.note.strip())
    outcome = model.scale.outcome(rating.mark)
    if rating.mark == NOT_OBSERVED and not noted:
        yield block(
            "reason-missing",
            Group.MISSING,
            note,
            say("{named}: schrijf waarom dit niet is waargenomen.", "{named}: write why this was not observed."),
        )
    if outcome is Outcome.INSUFFICIENT and not noted:
        yield block(
            "note-missing",
            Group.MISSING,
            note,
            say(
                "{named}: een onvoldoende vraagt om een toelichting.", "{named}: an insufficient needs an explanation."
            ),
        )
    if model.needs_source and noted and rating.is_observed and not rating.sources:
        yield block(
            "source-missing",
            Group.MISSING,
            f"source:{criterion.code}",
            say("{named}: kies de bron van deze toelichting.", "{named}: choose the source of this explanation."),
        )
    if criterion.critical and outcome is Outcome.INSUFFICIENT:
        yield warn(
            "critical-insufficient",
            Group.CRITICAL,
            place,
            say(
                "{named} is een kritisch criterium en is onvoldoende. Daardoor is {model} onvoldoende.",
                "{named} is a critical criterion and is insufficient. That makes {model} insufficient.",
            ),
        )
    if criterion.critical and rating.mark == NOT_OBSERVED:
        yield warn(
            "critical-not-observed",
            Group.CRITICAL,
            place,
            say(
                "{named} is een kritisch criterium en is niet waargenomen. Plan een aanvullende observatie.",
                "{named} is a critical criterion and was not observed. Plan an additional observation.",
            ),
        )
    if criterion.code in facts.repeated:
        yield warn(
            "note-repeated",
            Group.CONTRADICTORY,
            note,
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
        yield block("motivation-missing", Group.MISSING, place, what)
    elif words < SHORT_MOTIVATION_WORDS:
        what = Text(
            "{model}: de motivering is erg kort. Begrijpt de student hieruit het oordeel?",
            "{model}: the motivation is very short. Does it make the verdict clear to the student?",
        ).fill(model=model.label)
        yield warn("motivation-short", Group.MISSING, place, what)


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
    yield block("good-notes-missing", Group.MISSING, f"note:{bare[0].code}", what)
