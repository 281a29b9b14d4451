"""The annex of the report on agreement: planning, trend, coefficients, and the account of how it was computed."""

from __future__ import annotations

from assessor.agreement import remarks
from assessor.agreement.result import Reason, Result
from assessor.domain.text import Text, listing, same
from assessor.reports.agreement_levels import groups
from assessor.reports.agreement_record import AgreementRecord
from assessor.reports.agreement_words import decimal, is_few, said

_COEFFICIENTS = ("krippendorff_alpha_ordinal", "gwet_ac", "fleiss_kappa", "conger_kappa")
_ICC = ("icc_a_1", "icc_c_1")
_WEIGHTS = {
    "unweighted": Text("elk verschil telt even zwaar", "every difference weighs the same"),
    "linear": Text("lineaire gewichten", "linear weights"),
    "quadratic": Text("kwadratische gewichten", "quadratic weights"),
    "ordinal": Text("ordinale gewichten", "ordinal weights"),
    "radical": Text("wortelgewichten", "radical weights"),
}
_SAMPLED = {
    "two-way": Text("bootstrap over beoordelaars en criteria", "bootstrap over assessors and criteria"),
    "works": Text("bootstrap over beoordelaars en lessen", "bootstrap over assessors and lessons"),
    "items": Text("bootstrap over criteria", "bootstrap over criteria"),
    "assessors": Text("bootstrap over beoordelaars", "bootstrap over assessors"),
    "cluster": Text("bootstrap over lessen", "bootstrap over lessons"),
}


def planning(record: AgreementRecord) -> list[Text]:
    """How many assessors are needed."""
    return [said(remarks.planning(record.session.planning))]


def trend(record: AgreementRecord) -> list[Text]:
    """Agreement over sessions, and what may have changed it."""
    if record.trend is None:
        return [
            Text(
                "Dit is de eerste sessie; verloop is er vanaf de tweede.",
                "This is the first session; there is a trend from the second on.",
            )
        ]
    lines = [said(record.trend.sentence)]
    for change in record.trend.changes:
        told = said(change.sentence)
        if not told.is_empty:
            between = same(f"{change.before} – {change.now}: ") if len(record.trend.changes) > 1 else same("")
            lines.append(between + told)
    return lines


def coefficients(record: AgreementRecord) -> list[Text]:
    """The coefficients, each with its margin, one plain sentence and, when it is sure enough, a word."""
    session = record.session
    several = session.components.works > 1
    lines = [
        Text(
            "Deze maten trekken af wat door toeval al gelijk zou zijn. 1 is volledig gelijk, 0 is niet meer dan toeval,"
            " onder 0 is minder dan toeval.",
            "These measures take off what would be equal by chance. 1 is fully equal, 0 is no more than chance, below 0"
            " is less than chance.",
        )
    ]
    names = [*_COEFFICIENTS, *(_ICC if several else ())]
    lines += [_coefficient(record, name) for name in names if session.measures[name].defined]
    lines += _undefined(record, names)
    if not several:
        lines.append(Text("ICC: niet te berekenen met één les.", "ICC: cannot be computed from one lesson."))
    if session.prevalence is not None:
        lines.append(said(session.prevalence))
    if not several:
        lines.append(Text("Indicatief: één les.", "Indicative: one lesson."))
    return [*lines, _YARDSTICK]


_YARDSTICK = Text(
    "Ter vergelijking: getrainde observatoren in een internationaal onderzoek gaven op een vierpuntsschaal in ongeveer"
    " 52 van de 100 gevallen hetzelfde niveau. Dat is geen norm.",
    "For comparison: trained observers in an international study gave the same level on a scale of four in about 52"
    " out of 100 cases. That is no norm.",
)


def _undefined(record: AgreementRecord, names: list[str]) -> list[Text]:
    """Which coefficients do not exist, those with the same reason together."""
    together: dict[Reason, list[Text]] = {}
    for name in names:
        reason = record.session.measures[name].reason
        if reason is not None:
            together.setdefault(reason, []).append(_told(record, name)[0])
    return [listing(labels) + same(": ") + said(reason.value).lowered for reason, labels in together.items()]


def _coefficient(record: AgreementRecord, name: str) -> Text:
    found = record.session.measures[name]
    label, meaning = _told(record, name)
    if found.value is None:
        raise ValueError(f"{name} has no value to tell")
    line = label + same(" ") + decimal(found.value) + _margin(record, name, found) + same(": ") + meaning
    word = record.session.words.get(name)
    if word is not None:
        line += same(" ") + said(remarks.word(word))
    return line + _clipped(found)


def _margin(record: AgreementRecord, name: str, found: Result) -> Text:
    number = Text("{m} scores", "{m} ratings").fill(m=record.session.ratings)
    if found.interval is None:
        return same(" (") + number + same(")") if name == "krippendorff_alpha_ordinal" else same("")
    low, high = decimal(found.interval.low), decimal(found.interval.high)
    bounds = Text(" (marge {low} tot {high}", " (margin {low} to {high}").fill(low=low, high=high)
    return bounds + (same("; ") + number if name == "krippendorff_alpha_ordinal" else same("")) + same(")")


def _clipped(found: Result) -> Text:
    if found.interval is None or not found.interval.clipped:
        return same("")
    ends = [text for bound, text in ((-1.0, "−1"), (1.0, "1")) if bound in (found.interval.low, found.interval.high)]
    return Text(" De marge is afgekapt op {end}.", " The margin is cut off at {end}.").fill(end="/".join(ends))


def _told(record: AgreementRecord, name: str) -> tuple[Text, Text]:
    """What a coefficient is called and what it says."""
    weights = record.session.options.weights
    way = _WEIGHTS[weights]
    low, high, next_lowest = record.levels[0], record.levels[-1], record.levels[min(1, len(record.levels) - 1)]
    kind = "1" if weights == "unweighted" else "2"
    weighted = Text("{way}", "{way}").fill(way=way)
    told = {
        "krippendorff_alpha_ordinal": (
            Text("Krippendorffs alfa (ordinaal)", "Krippendorff's alpha (ordinal)"),
            Text(
                "{low} tegenover {high} telt zwaarder dan {next} tegenover {high}.",
                "{low} against {high} weighs more than {next} against {high}.",
            ).fill(low=low, high=high, next=next_lowest)
            if len(record.levels) > 2
            else Text("elk verschil telt even zwaar.", "every difference weighs the same."),
        ),
        "gwet_ac": (
            Text("Gwets AC{kind} ({way})", "Gwet's AC{kind} ({way})").fill(kind=kind, way=way),
            Text(
                "minder gevoelig voor een scheve verdeling van de niveaus.",
                "less sensitive to a skewed distribution of the levels.",
            ),
        ),
        "fleiss_kappa": (Text("Fleiss’ kappa", "Fleiss' kappa"), weighted + same(".")),
        "conger_kappa": (
            Text("Congers kappa", "Conger's kappa"),
            Text(
                "als Fleiss, maar met de eigen verdeling van iedere beoordelaar.",
                "as Fleiss, but with each assessor's own distribution.",
            ),
        ),
        "icc_a_1": (
            same("ICC(A,1)"),
            Text(
                "hoe goed één beoordelaar de lessen van elkaar onderscheidt, strengheid meegerekend.",
                "how well one assessor tells the lessons apart, strictness counted.",
            ),
        ),
        "icc_c_1": (
            same("ICC(C,1)"),
            Text(
                "hoe goed één beoordelaar de lessen van elkaar onderscheidt, strengheid buiten beschouwing gelaten.",
                "how well one assessor tells the lessons apart, strictness left out.",
            ),
        ),
    }
    return told[name]


def account(record: AgreementRecord) -> list[Text]:
    """How the figures came about (after GRRAS: Kottner and others, 2011), as far as the ratings themselves tell."""
    lines = [
        Text(
            "Of de beoordelaars los van elkaar scoorden, staat niet bij deze scores. ‘Niet waargenomen’ telt als"
            " ontbrekend en staat apart vermeld.",
            "Whether the assessors rated independently is not told by these ratings. ‘Not observed’ counts as missing"
            " and is shown apart.",
        ),
        resampled(record),
    ]
    program = Text("Programma", "Program")
    if record.instrument is not None:
        program = Text("Instrument {id} versie {v}; programma", "Instrument {id} version {v}; program").fill(
            id=record.instrument.id, v=record.instrument.version
        )
    lines.append(
        program
        + Text(
            " {software}. Opgezet naar GRRAS (Kottner e.a., 2011).",
            " {software}. Set up after GRRAS (Kottner and others, 2011).",
        ).fill(software=record.software)
    )
    lines.append(
        Text(
            "Wat iedere beoordelaar afzonderlijk deed, staat niet in dit verslag: dat is voor die beoordelaar zelf.",
            "What each assessor did is not in this report: that is for that assessor alone.",
        )
    )
    return lines


def resampled(record: AgreementRecord) -> Text:
    """How the margins came about."""
    session = record.session
    interval = session.measures["exact_agreement"].interval
    if interval is None:
        return Text("Er zijn geen marges berekend.", "No margins were computed.")
    plan = session.options.plan
    fell = Text("{out} herhaling viel weg", "{out} replicate was left out")
    if session.left_out != 1:
        fell = Text("{out} herhalingen vielen weg", "{out} replicates were left out")
    told = Text("Marges: {way}, {n} herhalingen, startgetal {seed}; ", "Margins: {way}, {n} replicates, seed {seed}; ")
    return (told + fell + _near_the_end(record)).fill(
        way=_way(record, interval.method), n=plan.replicates, seed=plan.seed, out=session.left_out
    )


def _near_the_end(record: AgreementRecord) -> Text:
    """That shares near 0 or 100 have another margin, where one was shown."""
    if is_few(record):
        return same(".")
    shown = [*record.session.measures.values(), *(group.measures["exact_agreement"] for group in groups(record))]
    shown += [figure for figures in record.outcome_figures.values() for figure in figures.values()]
    if not any(one.interval is not None and one.interval.score for one in shown):
        return same(".")
    return Text(
        ". Dicht bij 0 of 100 laten herhalingen te weinig zien; daar is de marge die van Wilson.",
        ". Near 0 or 100 replicates show too little; there the margin is Wilson's.",
    )


def _way(record: AgreementRecord, method: str) -> Text:
    table = record.session.table
    by_work = 1 < len(table.works) < table.items
    return _SAMPLED["works" if method == "two-way" and by_work else method]
