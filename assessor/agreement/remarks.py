"""Sentences that belong to a session or a profile as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from assessor.agreement.planning import Planning
from assessor.agreement.profile import Profile
from assessor.agreement.result import Reason, Result, Sentence
from assessor.agreement.severity import FEWEST_SCORES
from assessor.agreement.table import Table
from assessor.agreement.verbal import Membership
from assessor.agreement.wording import FEW_ASSESSORS, decimal

_HIGH_AGREEMENT, _LOW_KAPPA, _SKEWED = 0.6, 0.4, 0.7


def remarks(table: Table) -> tuple[Sentence, ...]:
    """What stands above the figures: who rated what, what the margin means, and what one lesson cannot say."""
    found = [heading(table)]
    found.append(
        Sentence(
            "De marge laat zien hoeveel het cijfer zou schommelen als andere beoordelaars hadden gescoord. Hoe minder"
            " scores, hoe breder de marge.",
            "The margin shows how much the figure would move had other assessors rated. The fewer ratings, the wider"
            " the margin.",
        )
    )
    if len(table.works) == 1:
        found.append(
            Sentence(
                "Alle cijfers gaan over deze ene les. Over andere lessen zeggen ze nog niets.",
                "All figures are about this one lesson. Of other lessons they say nothing yet.",
            )
        )
    few = len(table.active)
    if 2 <= few < FEW_ASSESSORS:
        found.append(
            Sentence(
                f"Met {few} beoordelaars zegt een percentage te weinig. Daarom staan hier aantallen.",
                f"With {few} assessors a percentage says too little. Therefore counts stand here.",
            )
        )
    return tuple(found)


def heading(table: Table) -> Sentence:
    """How many assessors scored what, what is missing and how often "niet waargenomen" was chosen."""
    assessors, works, criteria = len(table.active), len(table.works), len(table.criteria)
    cells, away = table.items * len(table.assessors), len(table.skipped)
    missing = cells - len(table.level) - away
    who = _many(assessors, "{n} beoordelaar scoorde", "{n} beoordelaars scoorden")
    what = _works(works) if table.criteria == ("",) else _joined(_works(works), _criteria(criteria))
    return Sentence(
        f"{who} {what.nl}. {missing} van de {cells} scores {'ontbreekt' if missing == 1 else 'ontbreken'}; {away} keer"
        " is ‘niet waargenomen’ gekozen.",
        f"{_many(assessors, '{n} assessor', '{n} assessors')} rated {what.en}. {missing} of the {cells} ratings"
        f" {'is' if missing == 1 else 'are'} missing; ‘not observed’ was chosen {_many(away, 'once', '{n} times')}.",
    )


def _works(number: int) -> Sentence:
    return Sentence(_many(number, "{n} les", "{n} lessen"), _many(number, "{n} lesson", "{n} lessons"))


def _criteria(number: int) -> Sentence:
    return Sentence(_many(number, "{n} criterium", "{n} criteria"), _many(number, "{n} criterion", "{n} criteria"))


def _joined(works: Sentence, criteria: Sentence) -> Sentence:
    return Sentence(f"{works.nl} op {criteria.nl}", f"{works.en} on {criteria.en}")


def _many(number: int, one: str, more: str) -> str:
    return (one if number == 1 else more).format(n=number)


def prevalence(table: Table, found: Mapping[str, Result]) -> Sentence | None:
    """Why kappa is low although agreement is high: one level was given most of the time (Feinstein & Cicchetti 1990).

    Said when at least 60 of 100 pairs agree, Fleiss' kappa is below .40 and one level has 70 % of the ratings.
    """
    exact, kappa = found["exact_agreement"].value, found["fleiss_kappa"].value
    if exact is None or kappa is None or exact < _HIGH_AGREEMENT or kappa >= _LOW_KAPPA:
        return None
    given = table.counts.sum(axis=1)
    share = float(given.max() / given.sum())
    if share < _SKEWED:
        return None
    level, part, pairs = table.scale.word(int(given.argmax())), round(100 * share), round(100 * exact)
    return Sentence(
        f"{part} % van de scores is {level.nl}. Daardoor is ook door toeval veel gelijk en valt kappa laag uit, hoewel"
        f" twee beoordelaars in {pairs} van de 100 gevallen hetzelfde niveau gaven.",
        f"{part} % of the ratings is {level.en}. Much is therefore equal by chance too, and kappa turns out low,"
        f" although two assessors gave the same level in {pairs} out of 100 cases.",
    )


def word(found: Membership | None) -> Sentence:
    """A word beside a measure, or that it is too uncertain for one."""
    if found is None or found.word is None:
        return Sentence("Te onzeker voor een woord.", "Too uncertain for a word.")
    name = found.ladder.name
    return Sentence(
        f"Met ten minste 95 % zekerheid {found.word.nl} overeenstemming (schaal van {name.nl}, methode Gwet).",
        f"With at least 95 % certainty: {found.word.en.lower()} agreement (scale of {name.en}, Gwet's method).",
    )


def severity(profile: Profile, lessons: int = 0) -> Sentence:
    """The one line about stricter or milder; with `lessons` it says that it holds for these only."""
    own, n = profile.severity, profile.scores
    if own.value is None or own.interval is None:
        said: Sentence = (own.reason or Reason.NOTHING).value
        return said
    if n < FEWEST_SCORES:
        scored = _criteria(n)
        return Sentence(
            f"Je scoorde {scored.nl}. Dat is te weinig voor een uitspraak over strenger of milder.",
            f"You rated {scored.en}. That is too little to say anything about stricter or milder.",
        )
    if own.error == 0.0:
        # Nothing is left to shrink towards: a difference of 0 with a margin from 0 to 0 would read as certain.
        return Sentence(
            f"Of je strenger of milder bent dan de groep, is met deze {n} scores niet te zeggen: in strengheid"
            " verschillen de beoordelaars hier niet meer van elkaar dan door toeval te verwachten is.",
            f"Whether you are stricter or milder than the group cannot be said from these {n} ratings: in severity the"
            " assessors differ here no more than can be expected by chance.",
        )
    d, low, high = (decimal(number) for number in (own.value, *own.interval))
    if own.word is None:
        return Sentence(
            f"Of je strenger of milder bent dan de groep, is met deze {n} scores niet te zeggen (verschil {d.nl}"
            f" niveau, marge {low.nl} tot {high.nl}).",
            f"Whether you are stricter or milder than the group cannot be said from these {n} ratings (difference"
            f" {d.en} of a level, margin {low.en} to {high.en}).",
        )
    size = decimal(abs(own.value))
    strict = own.word == "stricter"
    begin = {0: "Je scoorde", 1: "Bij deze les scoorde je"}.get(lessons, "Bij deze lessen scoorde je")
    return Sentence(
        f"{begin} {'strenger' if strict else 'milder'} dan de groep: gemiddeld {size.nl} niveau"
        f" {'lager' if strict else 'hoger'} (marge {low.nl} tot {high.nl}).",
        f"{_for(lessons)}{'were stricter' if strict else 'rated more mildly'} than the group: on average {size.en} of a"
        f" level {'lower' if strict else 'higher'} (margin {low.en} to {high.en}).",
    )


def _for(lessons: int) -> str:
    return {0: "You ", 1: "On this lesson you "}.get(lessons, "On these lessons you ")


def planning(found: Planning) -> Sentence:
    """How many assessors are needed for .70 and .90."""
    if found.reason is not None:
        if found.reason is Reason.ONE_WORK:
            return Sentence(
                "Niet te berekenen met één les: daarvoor moeten dezelfde beoordelaars meer lessen scoren.",
                "Cannot be computed from one lesson: the same assessors must rate more lessons for it.",
            )
        said: Sentence = found.reason.value
        return said
    reached = [(decimal(line), number) for line, number in found.reached.items() if number is not None]
    nl, en = [], []
    if reached:
        parts = [_reached(mark, number, first=not place) for place, (mark, number) in enumerate(reached)]
        lessons = _works(found.works)
        nl.append(f"{', '.join(part.nl for part in parts)} (geschat op {lessons.nl}).")
        en.append(f"{', '.join(part.en for part in parts)} (estimated from {lessons.en}).")
    missed = [line for line, number in found.reached.items() if number is None]
    if missed:  # what does not reach the lowest of them reaches none
        mark = decimal(min(missed))
        nl.append(f"Ook met {len(found.curve)} beoordelaars wordt {mark.nl} niet bereikt.")
        en.append(f"Even {len(found.curve)} assessors do not reach {mark.en}.")
    if found.rough:
        nl.append(f"Ruwe schatting: {found.works} lessen is weinig.")
        en.append(f"A rough estimate: {found.works} lessons are few.")
    return Sentence(" ".join(nl), " ".join(en))


def _reached(mark: Sentence, number: int, *, first: bool) -> Sentence:
    if first:
        return Sentence(
            f"Met {_many(number, '{n} beoordelaar', '{n} beoordelaars')} per praktijkbeoordeling wordt een"
            f" betrouwbaarheid van {mark.nl} bereikt",
            f"With {_many(number, '{n} assessor', '{n} assessors')} per assessment a reliability of {mark.en} is"
            " reached",
        )
    return Sentence(f"met {number} een van {mark.nl}", f"with {number} one of {mark.en}")
