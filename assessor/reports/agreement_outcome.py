"""The figure *Zelfde uitslag*: what the decision rule makes of each sheet, and which criterion tipped it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assessor.agreement.result import Result
from assessor.agreement.wording import of_pairs
from assessor.domain.instrument import Outcome
from assessor.domain.outcomes import WHOLE, Outcomes
from assessor.domain.text import Text, listing, same
from assessor.reports.agreement_record import AgreementRecord
from assessor.reports.agreement_words import hundred, is_few, margin, said, works

_MOST_WORKS, _MOST_FLIPS = 12, 5
_Counts = Counter[Outcome | None]


def same_outcome(record: AgreementRecord) -> list[Text]:
    """The sentences of the figure, or why it does not exist."""
    found = record.outcomes
    if found is None:
        return [_why_none(record)]
    lines = [] if found.main == WHOLE else [_only_models(record, found)]
    shown = found.parts[:1] if found.main == WHOLE else found.parts
    for part in shown:
        lines += _part(record, found, part)
    lines += _flips(record, found)
    if record.instrument is not None and record.instrument.is_example:
        lines.append(
            Text(
                "Berekend met de regel van een voorbeeldinstrument; deze uitslag heeft geen formele betekenis.",
                "Computed with the rule of an example instrument; this outcome has no formal meaning.",
            )
        )
    return lines


def _why_none(record: AgreementRecord) -> Text:
    if record.instrument is None:
        return Text(
            "Niet te berekenen: bij deze scores is geen instrument met een beslisregel genoemd.",
            "Cannot be computed: no instrument with a decision rule was named for these ratings.",
        )
    if record.instrument.rule is None:
        return Text(
            "Voor dit instrument is geen beslisregel vastgelegd.", "No decision rule is laid down for this instrument."
        )
    return Text(
        "Niet te berekenen: van geen enkel model zijn alle criteria gescoord.",
        "Cannot be computed: of no model were all criteria scored.",
    )


def _only_models(record: AgreementRecord, found: Outcomes) -> Text:
    models = listing([_number(record, part) for part in found.parts])
    if len(found.parts) == 1:
        return Text(
            "Alleen model {m} is gescoord. Dit is het oordeel over model {m}, niet over een hele praktijkbeoordeling.",
            "Only model {m} was scored. This is the verdict on model {m}, not on a whole practice assessment.",
        ).fill(m=models)
    return Text(
        "Alleen de modellen {m} zijn gescoord. Dit zijn de oordelen over die modellen, niet over een hele"
        " praktijkbeoordeling.",
        "Only models {m} were scored. These are the verdicts on those models, not on a whole practice assessment.",
    ).fill(m=models)


def _number(record: AgreementRecord, part: str) -> str:
    return part if record.instrument is None or part == WHOLE else record.instrument.model(part).number


def _part(record: AgreementRecord, found: Outcomes, part: str) -> list[Text]:
    by_work = {work: Counter(by_assessor.values()) for work, by_assessor in found.verdicts[part].items()}
    start = same("")
    if len(found.parts) > 1 and part != WHOLE:
        start = Text("Model {m}. ", "Model {m}. ").fill(m=_number(record, part))
    counted = [_one_work(next(iter(by_work.values())))] if len(by_work) == 1 else _several_works(by_work)
    lines = [start + counted[0], *counted[1:], _agreement(record, part, by_work)]
    reference = _beside_reference(found, part)
    return lines if reference is None else [*lines, reference]


def _one_work(given: _Counts) -> Text:
    low = given[Outcome.INSUFFICIENT]
    waiting = given[None]
    line = Text(
        "Volgens de beslisregel {give} {low} {who} deze les onvoldoende, {middle} voldoende en {high} goed",
        "By the decision rule {low} {who} {give} this lesson insufficient, {middle} sufficient and {high} good",
    ).fill(
        give=Text("geeft", "gives") if low == 1 else Text("geven", "give"),
        who=Text("beoordelaar", "assessor") if low == 1 else Text("beoordelaars", "assessors"),
        low=low,
        middle=given[Outcome.SUFFICIENT],
        high=given[Outcome.GOOD],
    )
    if not waiting:
        return line + same(".")
    have = Text("heeft", "has") if waiting == 1 else Text("hebben", "have")
    return line + Text("; {n} {have} nog geen oordeel.", "; {n} {have} no verdict yet.").fill(n=waiting, have=have)


def _several_works(by_work: dict[str, _Counts]) -> list[Text]:
    there = {work: {outcome for outcome in given if outcome is not None} for work, given in by_work.items()}
    compared = [work for work, given in by_work.items() if sum(given.values()) - given[None] > 1]
    agreed = sum(len(there[work]) == 1 for work in compared)
    far = [work for work in by_work if {Outcome.INSUFFICIENT, Outcome.GOOD} <= there[work]]
    get = Text(" krijgt", " gets") if len(far) == 1 else Text(" krijgen", " get")
    lines = [
        Text(
            "Bij {a} van de {works} waarover twee of meer beoordelaars een oordeel hebben, geven zij allemaal dezelfde"
            " uitslag; {far} van de een onvoldoende en van de ander goed.",
            "For {a} of the {works} on which two or more assessors have a verdict, all give the same outcome; {far}"
            " insufficient from one and good from another.",
        ).fill(
            a=same(str(agreed)) if agreed else Text("geen", "none"),
            works=works(len(compared)),
            far=works(len(far)) + get if far else Text("geen enkele les krijgt", "no lesson gets"),
        )
    ]
    split = sorted((work for work in compared if len(there[work]) > 1), key=lambda work: _order(by_work[work]))
    lines += [same(f"{work}: ") + _listed(by_work[work]) for work in split[:_MOST_WORKS]]
    if len(split) > _MOST_WORKS:
        lines.append(
            Text("Ook over {works} verschilt de uitslag.", "The outcome also differs on {works}.").fill(
                works=Text("{n} andere", "{n} others").fill(n=len(split) - _MOST_WORKS)
            )
        )
    return lines


def _order(given: _Counts) -> int:
    """Works split most over the pass mark first."""
    return -min(given[Outcome.INSUFFICIENT], given[Outcome.SUFFICIENT] + given[Outcome.GOOD])


def _listed(given: _Counts) -> Text:
    parts = [
        Text("{n} {outcome}", "{n} {outcome}").fill(n=given[outcome], outcome=outcome.word)
        for outcome in Outcome
        if given[outcome]
    ]
    waiting = [Text("{n} nog geen oordeel", "{n} no verdict yet").fill(n=given[None])] if given[None] else []
    return listing([*parts, *waiting]) + same(".")


def _agreement(record: AgreementRecord, part: str, by_work: dict[str, _Counts]) -> Text:
    exact, passing = (record.outcome_figures[part][name] for name in ("exact_agreement", "pass_fail_agreement"))
    if exact.value is None or passing.value is None:
        return Text(
            "Niet te berekenen: minder dan twee beoordelaars hebben een oordeel.",
            "Cannot be computed: fewer than two assessors have a verdict.",
        )
    if is_few(record):
        same_pairs, sides, pairs = _pairs(by_work.values())
        come = Text("komt", "comes") if 1 in (same_pairs, pairs) else Text("komen", "come")
        are = Text("is", "agrees") if 1 in (sides, pairs) else Text("zijn", "agree")
        return Text(
            "{a} {come} tot dezelfde uitslag; over wel of niet voldoende {are} {c} het eens.",
            "{a} {come} to the same outcome; on a pass or not {c} {are}.",
        ).fill(a=said(of_pairs(same_pairs, pairs)), c=said(of_pairs(sides, pairs)), come=come, are=are)
    return Text(
        "Twee beoordelaars komen in {p} van de 100 gevallen tot dezelfde uitslag{m}. Over wel of niet voldoende zijn"
        " zij het in {q} van de 100 gevallen eens{k}.",
        "Two assessors come to the same outcome in {p} out of 100 cases{m}. On a pass or not they agree in {q} out of"
        " 100 cases{k}.",
    ).fill(p=_share(exact), m=margin(exact.interval), q=_share(passing), k=margin(passing.interval))


def _share(result: Result) -> Text:
    return hundred(result.value or 0.0)


def _pairs(given: Iterable[_Counts]) -> tuple[int, int, int]:
    """Pairs of assessors with the same outcome, on the same side of the pass mark, and in all."""
    alike = sides = pairs = 0
    for one in given:
        low, rest = one[Outcome.INSUFFICIENT], one[Outcome.SUFFICIENT] + one[Outcome.GOOD]
        alike += sum(_two(one[outcome]) for outcome in Outcome)
        sides += _two(low) + _two(rest)
        pairs += _two(low + rest)
    return alike, sides, pairs


def _two(number: int) -> int:
    return number * (number - 1) // 2


def _beside_reference(found: Outcomes, part: str) -> Text | None:
    higher = lower = compared = 0
    for work, wanted in found.reference[part].items():
        if wanted is None:
            continue
        for outcome in found.verdicts[part].get(work, {}).values():
            if outcome is not None:
                compared += 1
                higher += outcome > wanted
                lower += outcome < wanted
    if not compared:
        return None
    one_work = len(found.verdicts[part]) == 1
    who = Text("beoordelaars", "assessors") if one_work else Text("scorelijsten", "sheets")
    return Text(
        "{a} van de {b} {who} {come} tot een andere uitslag dan de referentie: {x} hoger, {y} lager.",
        "{a} of the {b} {who} {come} to another outcome than the reference: {x} higher, {y} lower.",
    ).fill(
        a=higher + lower,
        b=compared,
        who=who,
        come=Text("komt", "comes") if higher + lower == 1 else Text("komen", "come"),
        x=higher,
        y=lower,
    )


def _flips(record: AgreementRecord, found: Outcomes) -> list[Text]:
    """Which single insufficient mark tipped an insufficient outcome."""
    parts = (WHOLE,) if found.main == WHOLE else found.parts
    one_work = len(found.verdicts[found.main]) == 1
    lines = []
    for code, weight in sorted(found.weights.items(), key=lambda pair: -pair[1].decisive)[:_MOST_FLIPS]:
        part = WHOLE if found.main == WHOLE or record.instrument is None else record.instrument.model_of[code].code
        if not weight.decisive or part not in parts:
            continue
        failed = sum(
            outcome is Outcome.INSUFFICIENT for one in found.verdicts[part].values() for outcome in one.values()
        )
        lines.append(
            Text(
                "Voor {who} met onvoldoende gaf {code} de doorslag: zonder die ene onvoldoende was de uitslag"
                " voldoende.",
                "For {who} with insufficient, {code} tipped it: without that one insufficient the outcome was"
                " sufficient.",
            ).fill(who=_of_the(weight.decisive, failed, one_work=one_work), code=code)
        )
    return lines


def _of_the(number: int, all_of_them: int, *, one_work: bool) -> Text:
    if all_of_them == 1:
        return Text("de enige beoordelaar", "the only assessor") if one_work else Text("de ene lijst", "the one sheet")
    return Text("{n} van de {all} {who}", "{n} of the {all} {who}").fill(
        n=number,
        all=all_of_them,
        who=Text("beoordelaars", "assessors") if one_work else Text("scorelijsten", "sheets"),
    )
