"""The pooled measures of one table under one choice of weights, all from the same totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assessor.agreement import pooled
from assessor.agreement.chance import by_assessor
from assessor.agreement.counts import Patterns, Totals, compress, item_totals
from assessor.agreement.scale import Scale
from assessor.agreement.table import Floats, Table
from assessor.agreement.weights import Weights, across, beyond, disagreement, interval_metric, ratio_metric

SHARES = (
    "percent_agreement",
    "exact_agreement",
    "adjacent_agreement",
    "opposite_share",
    "far_share",
    "pass_fail_agreement",
    "unanimity",
)
CHANCE_CORRECTED = (
    "conger_kappa",
    "fleiss_kappa",
    "brennan_prediger",
    "gwet_ac",
    "krippendorff_alpha_nominal",
    "krippendorff_alpha_ordinal",
    "krippendorff_alpha_interval",
    "krippendorff_alpha_ratio",
    "krippendorff_alpha_weighted",
)
POOLED = SHARES + CHANCE_CORRECTED


_WEIGHTED = {
    "percent_agreement",
    "conger_kappa",
    "fleiss_kappa",
    "brennan_prediger",
    "gwet_ac",
    "krippendorff_alpha_weighted",
}
_COEFFICIENTS = {
    "fleiss_kappa": pooled.fleiss,
    "brennan_prediger": pooled.brennan_prediger,
    "gwet_ac": pooled.gwet,
}


@dataclass(frozen=True, slots=True)
class Panel:
    """The measures wanted and the disagreement matrices behind them.

    Attributes:
        schemes: Distinct matrices, unweighted first, shape (schemes, levels, levels).
        place: Which of them each measure uses; a measure without a matrix has -1.
    """

    schemes: Floats
    place: dict[str, int]

    @classmethod
    def of(cls, scale: Scale, weights: Weights, names: Sequence[str] = POOLED, cut: int = 1) -> Panel:
        """Panel of some measures for a scale; equal matrices are kept once.

        Args:
            scale: The declared levels.
            weights: Weights of the measures that follow them.
            names: The measures wanted.
            cut: First level code that is a pass, for the agreement on pass or fail.

        Raises:
            KeyError: A name that is no pooled measure.
        """
        q = len(scale)
        exact, chosen = disagreement(scale, "unweighted"), disagreement(scale, weights)
        matrices = {
            "exact_agreement": exact,
            "adjacent_agreement": beyond(q, 2),
            "opposite_share": beyond(q, max(q - 1, 1)),
            "far_share": beyond(q, 3),
            "pass_fail_agreement": across(q, cut),
            "krippendorff_alpha_nominal": exact,
            "krippendorff_alpha_interval": interval_metric(scale),
            "krippendorff_alpha_ratio": ratio_metric(scale),
            **dict.fromkeys(_WEIGHTED, chosen),
        }
        distinct = {exact.tobytes(): 0}
        place = {}
        for name in names:
            free = name in ("unanimity", "krippendorff_alpha_ordinal")
            place[name] = -1 if free else distinct.setdefault(matrices[name].tobytes(), len(distinct))
        return cls(np.stack([np.frombuffer(key).reshape(q, q) for key in distinct]), place)

    def matrix(self, name: str) -> Floats:
        """Disagreement matrix of a measure."""
        found: Floats = self.schemes[self.place[name]]
        return found

    @property
    def needs_ranks(self) -> bool:
        """Whether a measure asks for ranks or unanimity."""
        return -1 in self.place.values()

    @property
    def needs_chance(self) -> bool:
        """Whether a measure asks for the distribution of each assessor apart."""
        return "conger_kappa" in self.place

    @property
    def chance_matrix(self) -> Floats | None:
        """Disagreement matrix of the measure that asks for each assessor apart, or None without one."""
        return self.matrix("conger_kappa") if self.needs_chance else None

    def chance(self, use: Floats) -> Floats:
        """Chance disagreement between different assessors, shape (1,).

        Args:
            use: How often each assessor gave each level, shape (assessors, levels).
        """
        return np.array([by_assessor(use, self.matrix("conger_kappa"))])

    def values(self, totals: Totals, chance: Floats | None) -> dict[str, Floats]:
        """The measures, each of shape (replicates,), NaN where one does not exist.

        Args:
            totals: Totals computed with `schemes`.
            chance: Chance disagreement between different assessors, shape (replicates,), where `needs_chance`.
        """
        means = pooled.Means.of(totals)
        return {name: self._value(name, means, chance) for name in self.place}

    def _value(self, name: str, means: pooled.Means, chance: Floats | None) -> Floats:
        place = self.place[name]
        if name == "unanimity":
            return pooled.unanimity(means)
        if name == "krippendorff_alpha_ordinal":
            return pooled.krippendorff_ordinal(means)
        if name in ("opposite_share", "far_share"):
            return 1.0 - pooled.agreement(means, place)
        if name in SHARES:
            return pooled.agreement(means, place)
        matrix = self.schemes[place]
        if name == "conger_kappa" and chance is not None:
            return pooled.conger(means, place, chance)
        found: Floats = _COEFFICIENTS.get(name, pooled.krippendorff)(means, place, matrix)
        return found

    def points(self, table: Table, patterns: Patterns | None = None) -> dict[str, float]:
        """The measures of a table, NaN where one does not exist."""
        found = patterns or compress(table)
        totals = item_totals(found.counts, self.schemes, found.frequency[None], ranks=self.needs_ranks)
        chance = self.chance(table.use) if self.needs_chance else None
        return {name: float(value[0]) for name, value in self.values(totals, chance).items()}
