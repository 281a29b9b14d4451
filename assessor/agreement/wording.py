"""Definitions and plain sentences beside the figures, in Dutch and English.

The sentences about a session follow the partnership's own wording of calibration; coefficients are named with the
choice made where respected tools differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessor.agreement.result import Interval, Sentence

FEW_ASSESSORS = 6
"""Below this many assessors percentages give way to counts of pairs."""

_WEIGHTS = {
    "unweighted": Sentence("elk verschil telt even zwaar", "every difference weighs the same"),
    "linear": Sentence("lineaire gewichten", "linear weights"),
    "quadratic": Sentence("kwadratische gewichten", "quadratic weights"),
    "ordinal": Sentence("ordinale gewichten", "ordinal weights"),
    "radical": Sentence("wortelgewichten", "radical weights"),
}

_SHARES = {
    "percent_agreement": Sentence(
        "Gemiddelde over criteria van de overeenstemming tussen twee beoordelaars, met de gekozen gewichten (Gwet).",
        "Mean over items of the agreement of two assessors, under the chosen weights (Gwet).",
    ),
    "exact_agreement": Sentence(
        "Gemiddelde over criteria van het aandeel paren met hetzelfde niveau (Gwet).",
        "Mean over items of the share of pairs at the same level (Gwet).",
    ),
    "adjacent_agreement": Sentence(
        "Gemiddelde over criteria van het aandeel paren dat hooguit één niveau verschilt.",
        "Mean over items of the share of pairs at most one level apart.",
    ),
    "opposite_share": Sentence(
        "Gemiddelde over criteria van het aandeel paren met het laagste tegenover het hoogste niveau.",
        "Mean over items of the share of pairs with the lowest against the highest level.",
    ),
    "far_share": Sentence(
        "Gemiddelde over criteria van het aandeel paren waartussen twee of meer niveaus liggen.",
        "Mean over items of the share of pairs with two or more levels between them.",
    ),
    "pass_fail_agreement": Sentence(
        "Gemiddelde over criteria van het aandeel paren aan dezelfde kant van de grens.",
        "Mean over items of the share of pairs on the same side of the cut.",
    ),
    "unanimity": Sentence(
        "Aandeel van de criteria met twee of meer scores waarop alle beoordelaars hetzelfde niveau gaven.",
        "Share of the items with two or more ratings on which all assessors gave the same level.",
    ),
}

_COEFFICIENTS = {
    "cohen_kappa": Sentence(
        "Cohens kappa over wat beide beoordelaars scoorden.", "Cohen's kappa over what both assessors rated."
    ),
    "light_kappa": Sentence(
        "Lights kappa: gemiddelde van Cohens kappa over alle paren beoordelaars waarvoor die bestaat.",
        "Light's kappa: mean of Cohen's kappa over all pairs of assessors for which it exists.",
    ),
    "conger_kappa": Sentence(
        "Congers kappa: als Fleiss, maar met de eigen verdeling van iedere beoordelaar.",
        "Conger's kappa: as Fleiss, but with each assessor's own distribution.",
    ),
    "scott_pi": Sentence(
        "Scotts pi over wat beide beoordelaars scoorden.", "Scott's pi over what both assessors rated."
    ),
    "fleiss_kappa": Sentence(
        "Fleiss’ kappa met ontbrekende scores (Gwet).", "Fleiss' kappa with missing ratings (Gwet)."
    ),
    "brennan_prediger": Sentence(
        "Brennan en Prediger: toeval is één gedeeld door het aantal afgesproken niveaus.",
        "Brennan and Prediger: chance is one over the number of declared levels.",
    ),
    "gwet_ac": Sentence(
        "Gwets AC1 of AC2 op de afgesproken niveaus: minder gevoelig voor een scheve verdeling van de niveaus.",
        "Gwet's AC1 or AC2 on the declared levels: less sensitive to a skewed distribution of the levels.",
    ),
    "krippendorff_alpha_nominal": Sentence(
        "Krippendorffs alfa (nominaal): elk verschil telt even zwaar.",
        "Krippendorff's alpha (nominal): every difference weighs the same.",
    ),
    "krippendorff_alpha_ordinal": Sentence(
        "Krippendorffs alfa (ordinaal, zijn maat van rangen naar frequentie).",
        "Krippendorff's alpha (ordinal, his metric of ranks by frequency).",
    ),
    "krippendorff_alpha_interval": Sentence(
        "Krippendorffs alfa (interval): niveaus als getallen met gelijke stappen.",
        "Krippendorff's alpha (interval): levels as numbers with equal steps.",
    ),
    "krippendorff_alpha_ratio": Sentence(
        "Krippendorffs alfa (ratio): niveaus als getallen met een nulpunt.",
        "Krippendorff's alpha (ratio): levels as numbers with a zero.",
    ),
    "krippendorff_alpha_weighted": Sentence(
        "Krippendorffs alfa met vaste gewichten (Gwet).", "Krippendorff's alpha with fixed weights (Gwet)."
    ),
    "bangdiwala_b": Sentence(
        "Bangdiwala’s B over wat beide beoordelaars scoorden.", "Bangdiwala's B over what both assessors rated."
    ),
    "kendall_w_uncorrected": Sentence(
        "Kendalls W zonder correctie voor gelijke rangen, over wat alle beoordelaars scoorden.",
        "Kendall's W without correction for ties, over what all assessors rated.",
    ),
    "kendall_w_tie_corrected": Sentence(
        "Kendalls W met correctie voor gelijke rangen, over wat alle beoordelaars scoorden.",
        "Kendall's W with correction for ties, over what all assessors rated.",
    ),
    "lin_ccc": Sentence(
        "Lins concordantiecoëfficiënt over wat beide beoordelaars scoorden.",
        "Lin's concordance correlation coefficient over what both assessors rated.",
    ),
    "icc_1": Sentence("ICC(1), bij Shrout en Fleiss ICC(1,1).", "ICC(1), ICC(1,1) in Shrout and Fleiss."),
    "icc_a_1": Sentence(
        "ICC(A,1), bij Shrout en Fleiss ICC(2,1): hoe goed één beoordelaar de lessen van elkaar onderscheidt,"
        " strengheid meegerekend.",
        "ICC(A,1), ICC(2,1) in Shrout and Fleiss: how well one assessor tells the lessons apart, strictness counted.",
    ),
    "icc_c_1": Sentence(
        "ICC(C,1), bij Shrout en Fleiss ICC(3,1): hoe goed één beoordelaar de lessen van elkaar onderscheidt,"
        " strengheid buiten beschouwing gelaten.",
        "ICC(C,1), ICC(3,1) in Shrout and Fleiss: how well one assessor tells the lessons apart, strictness left out.",
    ),
    "icc_1_k": Sentence("ICC(k), bij Shrout en Fleiss ICC(1,k).", "ICC(k), ICC(1,k) in Shrout and Fleiss."),
    "icc_a_k": Sentence("ICC(A,k), bij Shrout en Fleiss ICC(2,k).", "ICC(A,k), ICC(2,k) in Shrout and Fleiss."),
    "icc_c_k": Sentence("ICC(C,k), bij Shrout en Fleiss ICC(3,k).", "ICC(C,k), ICC(3,k) in Shrout and Fleiss."),
}
_FOLLOW = {
    "percent_agreement",
    "cohen_kappa",
    "light_kappa",
    "conger_kappa",
    "scott_pi",
    "fleiss_kappa",
    "brennan_prediger",
    "gwet_ac",
    "krippendorff_alpha_weighted",
}
NAMES = (*_SHARES, *_COEFFICIENTS)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence needs to know of the table.

    Attributes:
        assessors: Assessors with ratings.
        agreeing: Agreeing pairs behind a share, to be shown when assessors are few.
        pairs: Pairs compared.
        lowest: The lowest level in running text.
        highest: The highest level in running text.
        one_work: Whether all ratings are of one lesson on several criteria.
        weights: Name of the weights.
        remark: What is peculiar to the way of computing (REML with missing cells, words as steps), or None.
    """

    assessors: int
    agreeing: int
    pairs: int
    lowest: Sentence
    highest: Sentence
    one_work: bool
    weights: str
    remark: Sentence | None = None


REML_REMARK = Sentence(
    "Met ontbrekende scores, uit variantiecomponenten (REML); k is het harmonisch gemiddelde aantal scores.",
    "With missing ratings, from variance components (REML); k is the harmonic mean number of ratings.",
)
SEEN_REMARK = Sentence(
    "De niveaus zijn die welke voorkwamen; er is geen schaal opgegeven.",
    "The levels are those that occurred; no scale was declared.",
)


def joined(*sentences: Sentence | None) -> Sentence:
    """One text out of several sentences, leaving out what is None."""
    there = [one for one in sentences if one is not None]
    return Sentence(" ".join(one.nl for one in there), " ".join(one.en for one in there))


def definition(name: str, facts: Facts) -> Sentence:
    """Which definition a measure follows."""
    base = _SHARES.get(name) or _COEFFICIENTS[name]
    weights = None
    if name in _FOLLOW:
        way = _WEIGHTS[facts.weights]
        weights = Sentence(f"Gewichten: {way.nl}.", f"Weights: {way.en}.")
    return joined(base, weights, facts.remark)


def decimal(value: float) -> Sentence:
    """Two decimals, with the comma or the point of the language and a real minus sign."""
    text = f"{value:.2f}".replace("-", "−")
    text = "0.00" if text == "−0.00" else text
    return Sentence(text.replace(".", ","), text)


def _margin(interval: Interval | None) -> Sentence:
    if interval is None:
        return Sentence("", "")
    low, high = round(100 * interval.low), round(100 * interval.high)
    return Sentence(f" (marge {low}–{high})", f" (margin {low}–{high})")


_OF_100 = {
    "percent_agreement": Sentence(
        "Kies twee beoordelaars: gemiddeld stemmen zij voor {p} van de 100 overeen{m}, naar de gekozen gewichten.",
        "Pick two assessors: on average they agree for {p} out of 100{m}, under the chosen weights.",
    ),
    "exact_agreement": Sentence(
        "Kies twee beoordelaars: in {p} van de 100 gevallen geven zij een criterium hetzelfde niveau{m}.",
        "Pick two assessors: in {p} out of 100 cases they give a criterion the same level{m}.",
    ),
    "adjacent_agreement": Sentence(
        "In {p} van de 100 gevallen verschillen twee beoordelaars hooguit één niveau{m}.",
        "In {p} out of 100 cases two assessors are at most one level apart{m}.",
    ),
    "opposite_share": Sentence(
        "In {p} van de 100 gevallen geeft de een {low} en de ander {high}{m}.",
        "In {p} out of 100 cases one gives {low} and the other {high}{m}.",
    ),
    "far_share": Sentence(
        "In {p} van de 100 gevallen liggen twee of meer niveaus tussen beide{m}.",
        "In {p} out of 100 cases two or more levels lie between both{m}.",
    ),
    "pass_fail_agreement": Sentence(
        "Over wel of niet voldoende zijn twee beoordelaars het in {p} van de 100 gevallen eens{m}.",
        "On a pass or not, two assessors agree in {p} out of 100 cases{m}.",
    ),
    "unanimity": Sentence(
        "Op {p} van de 100 criteria gaven alle beoordelaars hetzelfde niveau{m}.",
        "On {p} out of 100 criteria all assessors gave the same level{m}.",
    ),
}
# Of one pair, and of more.
_FEW = {
    "exact_agreement": (
        Sentence("{pairs} gaf hetzelfde niveau.", "{pairs} gave the same level."),
        Sentence("{pairs} gaven hetzelfde niveau.", "{pairs} gave the same level."),
    ),
    "adjacent_agreement": (
        Sentence("{pairs} verschilt hooguit één niveau.", "{pairs} is at most one level apart."),
        Sentence("{pairs} verschillen hooguit één niveau.", "{pairs} are at most one level apart."),
    ),
    "opposite_share": (
        Sentence("{pairs}: de een {low}, de ander {high}.", "{pairs}: one {low}, the other {high}."),
        Sentence("{pairs}: de een {low}, de ander {high}.", "{pairs}: one {low}, the other {high}."),
    ),
    "far_share": (
        Sentence(
            "Bij {pairs} liggen twee of meer niveaus tussen beide.",
            "In {pairs} two or more levels lie between both.",
        ),
        Sentence(
            "Bij {pairs} liggen twee of meer niveaus tussen beide.",
            "In {pairs} two or more levels lie between both.",
        ),
    ),
    "pass_fail_agreement": (
        Sentence("{pairs} is het eens over wel of niet voldoende.", "{pairs} agrees on a pass or not."),
        Sentence("{pairs} zijn het eens over wel of niet voldoende.", "{pairs} agree on a pass or not."),
    ),
}
COUNTED = tuple(_FEW)
"""Shares that are told as counts of pairs when assessors are few."""


def of_pairs(agreeing: int, pairs: int) -> Sentence:
    """So many of all pairs: 3 van de 6 paren."""
    if pairs == 1:
        return Sentence(f"{agreeing} van 1 paar", f"{agreeing} of 1 pair")
    return Sentence(f"{agreeing} van de {pairs} paren", f"{agreeing} of the {pairs} pairs")


def sentence(name: str, value: float, interval: Interval | None, facts: Facts) -> Sentence:
    """What a figure says."""
    if name in _SHARES:
        return _share_sentence(name, value, interval, facts)
    number, low = decimal(value), _COEFFICIENTS[name]
    label = Sentence(low.nl.split(":")[0].rstrip("."), low.en.split(":")[0].rstrip("."))
    margin = Sentence("", "")
    if interval is not None:
        ends = decimal(interval.low), decimal(interval.high)
        margin = Sentence(f" (marge {ends[0].nl} tot {ends[1].nl})", f" (margin {ends[0].en} to {ends[1].en})")
    base = Sentence(f"{label.nl}: {number.nl}{margin.nl}.", f"{label.en}: {number.en}{margin.en}.")
    lone = Sentence("Indicatief: één les.", "Indicative: one lesson.") if facts.one_work else None
    return joined(base, _clipped(interval), lone)


def _clipped(interval: Interval | None) -> Sentence | None:
    if interval is None or not interval.clipped:
        return None
    ends = [text for bound, text in ((-1.0, "−1"), (1.0, "1")) if bound in (interval.low, interval.high)]
    return Sentence(f"De marge is afgekapt op {' en '.join(ends)}.", f"The margin is cut off at {' and '.join(ends)}.")


def _share_sentence(name: str, value: float, interval: Interval | None, facts: Facts) -> Sentence:
    if name == "exact_agreement" and value == 1.0:
        return Sentence(
            "Alle beoordelaars gaven op elk criterium hetzelfde niveau.",
            "All assessors gave the same level on every criterion.",
        )
    if name == "opposite_share" and value == 0.0:
        return Sentence(
            f"Nergens stond {facts.lowest.nl} tegenover {facts.highest.nl}.",
            f"Nowhere did {facts.lowest.en} stand against {facts.highest.en}.",
        )
    ends = facts.lowest, facts.highest
    if facts.assessors < FEW_ASSESSORS and name in _FEW:
        text, pairs = _FEW[name][facts.agreeing != 1 and facts.pairs != 1], of_pairs(facts.agreeing, facts.pairs)
        return Sentence(
            text.nl.format(pairs=pairs.nl, low=ends[0].nl, high=ends[1].nl),
            text.en.format(pairs=pairs.en, low=ends[0].en, high=ends[1].en),
        )
    text, margin, part = _OF_100[name], _margin(interval), round(100 * value)
    less = Sentence("minder dan 1", "fewer than 1") if part == 0 < value else Sentence(str(part), str(part))
    return Sentence(
        text.nl.format(p=less.nl, m=margin.nl, low=ends[0].nl, high=ends[1].nl),
        text.en.format(p=less.en, m=margin.en, low=ends[0].en, high=ends[1].en),
    )
