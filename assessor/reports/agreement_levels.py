"""The figures about levels: *Zelfde niveau*, lowest against highest, and *Bespreek eerst*."""

from __future__ import annotations

import numpy as np

from assessor.agreement.criterion import Distribution
from assessor.agreement.session import Group
from assessor.agreement.wording import of_pairs
from assessor.domain.outcomes import WHOLE
from assessor.domain.text import Text, listing, same
from assessor.reports.agreement_record import AgreementRecord
from assessor.reports.agreement_words import assessors, columns, given, hundred, is_few, many, margin, said, title_of

MOST_LINES, MOST_DISCUSSED, _OFTEN = 40, 8, 3


def groups(record: AgreementRecord) -> tuple[Group, ...]:
    """What is listed line by line: the criteria, or the works where each is one item."""
    session = record.session
    return session.works if session.table.criteria == ("",) else session.criteria


def same_level(record: AgreementRecord) -> list[Text]:
    """How often two assessors give the same level, in all and line by line."""
    lines = [said(record.session.measures["exact_agreement"].sentence)]
    if record.session.measures["exact_agreement"].value is None:
        return lines
    shown = groups(record)
    lines += [_line(record, group) for group in shown[:MOST_LINES]]
    if len(shown) > MOST_LINES:
        lines.append(
            Text("Er zijn nog {n} regels; zij staan hier niet.", "{n} more lines are left out here.").fill(
                n=len(shown) - MOST_LINES
            )
        )
    return lines + _not_observed(record)


def _line(record: AgreementRecord, group: Group) -> Text:
    lie, exact = group.distribution, group.measures["exact_agreement"]
    start = title_of(record, lie) + same(": ")
    if exact.value is None:
        return start + Text("niet te vergelijken", "nothing to compare") + columns(record, lie)
    if is_few(record):
        return start + said(of_pairs(lie.same_pairs, lie.pairs)) + columns(record, lie)
    part = Text("{p} van de 100", "{p} out of 100").fill(p=hundred(exact.value))
    return start + part + _bounds(group) + columns(record, lie)


def _bounds(group: Group) -> Text:
    interval = group.measures["exact_agreement"].interval
    if interval is None:
        return same("")
    return same(f" ({round(100 * interval.low)}–{round(100 * interval.high)})")


def _not_observed(record: AgreementRecord) -> list[Text]:
    """On which criteria "niet waargenomen" was chosen: by whoever did with few assessors, else by two or more."""
    least = 1 if is_few(record) else 2
    lies = [one.distribution for one in record.session.criteria if one.distribution.not_observed >= least]
    if len(record.session.works) > 1:
        return _most_unseen(sorted(lies, key=lambda lie: -lie.not_observed)[:_OFTEN])
    return [
        Text(
            "Bij {code} {chose} {n} van de {b} beoordelaars ‘niet waargenomen’; bespreek of dit criterium in deze casus"
            " te zien was.",
            "At {code} {n} of the {b} assessors chose ‘not observed’; discuss whether this criterion could be seen in"
            " this case.",
        ).fill(
            code=lie.name,
            chose="koos" if lie.not_observed == 1 else "kozen",
            n=lie.not_observed,
            b=record.session.assessors,
        )
        for lie in lies
    ]


def _most_unseen(lies: list[Distribution]) -> list[Text]:
    if not lies:
        return []
    codes = [Text("{code} ({n} keer)", "{code} ({n} times)").fill(code=lie.name, n=lie.not_observed) for lie in lies]
    text = Text("‘Niet waargenomen’ is het vaakst gekozen bij {codes}.", "‘Not observed’ was chosen most at {codes}.")
    return [text.fill(codes=listing(codes))]


def far_apart_title(record: AgreementRecord) -> Text:
    """Heading of the figure on levels that lie far apart, in the words of the scale."""
    if not 3 <= len(record.levels) <= 4:
        return Text("Ver uit elkaar", "Far apart")
    low, high = record.levels[0], record.levels[-1]
    line = Text("{low} tegenover {high}", "{low} against {high}").fill(low=low, high=high)
    return Text(line.nl[:1].upper() + line.nl[1:], line.en[:1].upper() + line.en[1:])


def far_apart(record: AgreementRecord) -> list[Text]:
    """How often levels lie far apart, and on which criteria most."""
    session = record.session
    wide = len(record.levels) > 3
    found = session.measures["far_share" if wide else "opposite_share"]
    if found.value is None:
        return [said(found.sentence)]
    if not found.value and wide:
        return [Text("Nergens lagen twee of meer niveaus tussen beide.", "Nowhere did two or more levels lie between.")]
    if not found.value:
        return [
            Text("Nergens stond {low} tegenover {high}.", "Nowhere did {low} stand against {high}.").fill(
                low=record.levels[0], high=record.levels[-1]
            )
        ]
    if is_few(record):
        return [said(found.sentence)]
    between = Text("liggen twee of meer niveaus tussen beide", "two or more levels lie between both")
    against = Text("geeft de een {low} en de ander {high}", "one gives {low} and the other {high}").fill(
        low=record.levels[0], high=record.levels[-1]
    )
    return [
        Text("In {p} van de 100 gevallen {what}{m}{where}.", "In {p} out of 100 cases {what}{m}{where}.").fill(
            p=hundred(found.value), what=between if wide else against, m=margin(found.interval), where=_most(record)
        )
    ]


def _most(record: AgreementRecord) -> Text:
    """Where levels lie far apart most often; nothing without criteria."""
    table = record.session.table
    if len(table.criteria) < 2:
        return same("")
    least = 3 if len(table.scale) > 3 else 2
    counts = table.counts
    pairs = sum(
        (
            counts[low] * counts[high]
            for low in range(len(counts))
            for high in range(low + least, len(counts))
        ),
        np.zeros(table.items),
    )  # fmt: skip
    each = np.bincount(table.criterion_of, pairs, len(table.criteria))
    order = [int(place) for place in np.argsort(-each, kind="stable")[:_OFTEN] if each[place] > 0]
    codes = listing([table.criteria[place] for place in order])
    return Text(", het vaakst bij {codes}", ", most often at {codes}").fill(codes=codes)


def order_to_discuss(record: AgreementRecord) -> list[Group]:
    """What assessors differ on, what moves the outcome most first."""
    differing = [group for group in groups(record) if (group.distribution.disagreement_share or 0.0) > 0]
    return sorted(differing, key=lambda group: _urgency(record, group), reverse=True)


def discuss_first(record: AgreementRecord) -> list[Text]:
    """The criteria whose disagreement moves the outcome most, those split over the pass mark first."""
    ordered = order_to_discuss(record)
    if not ordered:
        return [Text("Er zijn geen verschillen om te bespreken.", "There are no differences to discuss.")]
    split = record.cut is not None and any(group.distribution.split for group in ordered)
    lines = [] if split else [_none_split(record)]
    lines += [_discussed(record, group) for group in ordered[:MOST_DISCUSSED]]
    lines += _works(record)
    return [
        *lines,
        Text(
            "Verschil is het onderwerp van gesprek, niet het probleem.",
            "Difference is the subject of the talk, not the problem.",
        ),
    ]


def _works(record: AgreementRecord) -> list[Text]:
    """The lessons on which assessors differ most, of those that many rated; nothing with one lesson."""
    session = record.session
    if len(session.works) < 2 or groups(record) is session.works:
        return []
    many = max(group.distribution.pairs for group in session.works) / 2
    apart = [
        (found.value, group.distribution.name)
        for group in session.works
        if group.distribution.pairs >= many and (found := group.measures["exact_agreement"]).value is not None
    ]
    names = [name for value, name in sorted(apart, key=lambda one: one[0])[:_OFTEN] if value < 1]
    if not names:
        return []
    return [
        Text(
            "Per les verschillen beoordelaars het meest over: {works}.", "By lesson, assessors differ most on: {works}."
        ).fill(works=listing(names))
    ]


def _none_split(record: AgreementRecord) -> Text:
    if record.cut is None:
        return Text("Begin met de grootste spreiding of kies zelf.", "Begin with the widest spread or choose yourself.")
    return Text(
        "Geen criterium is verdeeld over de grens. Begin met de grootste spreiding of kies zelf.",
        "No criterion is split over the pass mark. Begin with the widest spread or choose yourself.",
    )


def _urgency(record: AgreementRecord, group: Group) -> tuple[bool, int, float]:
    lie = group.distribution
    depends = depends_on(record, lie.name)
    return record.cut is not None and lie.split, depends or 0, lie.disagreement_share or 0.0


def depends_on(record: AgreementRecord, criterion: str) -> int | None:
    """Sheets whose outcome hangs on this criterion; None where that was not tried."""
    found = record.outcomes
    if found is None or not found.weights or record.instrument is None:
        return None
    scored = found.main == WHOLE or record.instrument.model_of[criterion].code in found.parts
    weight = found.weights.get(criterion)
    return weight.depends if scored and weight is not None else None


def _discussed(record: AgreementRecord, group: Group) -> Text:
    lie = group.distribution
    line = title_of(record, lie) + same(": ") + given(record, lie) + same(".")
    if record.cut is None:
        return line + Text(" Hier zit {p} % van alle verschil.", " Here lies {p} % of all difference.").fill(
            p=hundred(lie.disagreement_share or 0.0)
        )
    return line + _consequence(record, group) + _lowest(record, group)


def _consequence(record: AgreementRecord, group: Group) -> Text:
    depends, lie = depends_on(record, group.distribution.name), group.distribution
    one_work = len(record.session.works) == 1
    if depends is None:
        return Text(" Verdeeld over de grens.", " Split over the pass mark.") if lie.split else same("")
    who = _who(depends, one_work=one_work)
    if lie.split:
        return Text(
            " Verdeeld over de grens; bij {who} hangt de uitslag hiervan af.",
            " Split over the pass mark; for {who} the outcome hangs on it.",
        ).fill(who=who)
    if depends:
        return Text(" Bij {who} hangt de uitslag hiervan af.", " For {who} the outcome hangs on it.").fill(who=who)
    return Text(" Dit verandert de uitslag niet.", " This does not change the outcome.")


def _who(number: int, *, one_work: bool) -> Text:
    if one_work:
        return assessors(number)
    return many(number, Text("{n} scorelijst", "{n} sheet"), Text("{n} scorelijsten", "{n} sheets"))


def _lowest(record: AgreementRecord, group: Group) -> Text:
    share = group.distribution.specific[0]
    lone = group.distribution.counts[0] < 2
    if share is None or lone or is_few(record) or not group.distribution.split:
        return same("")
    return Text(
        " Gaf iemand hier {low}, dan deed een ander dat in {p} van de 100 gevallen ook.",
        " If someone gave {low} here, another did so too in {p} out of 100 cases.",
    ).fill(low=record.levels[0], p=hundred(share))
