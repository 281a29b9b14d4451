"""Other people's statistics on random tables; run with `make oracles`."""

import numpy as np
import pytest

from assessor.agreement.calculation import Calculation
from assessor.agreement.measures import measures
from assessor.agreement.pairwise import all_pairs
from assessor.agreement.scale import Scale
from assessor.agreement.table import Table
from tests.agreement.tables import NO_INTERVAL

pytestmark = [pytest.mark.oracles, pytest.mark.filterwarnings("ignore")]
SEEDS = range(25)


def random_cells(seed: int, *, missing: float, assessors: int | None = None) -> np.ndarray:
    rng = np.random.default_rng(seed)
    people = assessors or int(rng.integers(2, 8))
    truth = rng.integers(0, 4, (int(rng.integers(8, 30)), 1))
    cells = np.clip(truth + rng.integers(-1, 2, (len(truth), people)), 0, 3).astype(float)
    cells[rng.random(cells.shape) < missing] = np.nan
    return cells


def of_cells(cells: np.ndarray) -> Table:
    rows = [[None if np.isnan(one) else int(one) for one in row] for row in cells]
    return Table.from_rows(rows, Scale.of([0, 1, 2, 3]))


def ours(cells: np.ndarray, name: str, weights="unweighted") -> float | None:
    return measures(Calculation(of_cells(cells), weights, NO_INTERVAL), [name])[name].value


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval", "ratio"])
def test_krippendorff(seed: int, metric: str) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    cells = random_cells(seed, missing=0.3)
    theirs = krippendorff.alpha(cells.T, level_of_measurement=metric, value_domain=[0, 1, 2, 3])
    assert ours(cells, f"krippendorff_alpha_{metric}") == pytest.approx(theirs)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("weights", "theirs"), [("unweighted", None), ("linear", "linear"), ("quadratic", "quadratic")]
)
def test_cohen_beside_scikit_learn(seed: int, weights, theirs) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    cells = random_cells(seed, missing=0.0, assessors=4)
    found = all_pairs(of_cells(cells), weights)
    for first in range(4):
        for second in range(first):
            kappa = metrics.cohen_kappa_score(
                cells[:, first], cells[:, second], weights=theirs, labels=[0.0, 1.0, 2.0, 3.0]
            )
            assert found.cell(found.kappa, first, second) == pytest.approx(kappa)


@pytest.mark.parametrize("seed", SEEDS)
def test_fleiss_and_its_two_assessor_error_beside_statsmodels(seed: int) -> None:
    rater = pytest.importorskip("statsmodels.stats.inter_rater")
    cells = random_cells(seed, missing=0.0)
    counts = np.stack([(cells == level).sum(axis=1) for level in range(4)], axis=1)
    assert ours(cells, "fleiss_kappa") == pytest.approx(rater.fleiss_kappa(counts))
    two = random_cells(seed, missing=0.0, assessors=2)
    square = np.zeros((4, 4))
    np.add.at(square, (two[:, 0].astype(int), two[:, 1].astype(int)), 1)
    theirs = rater.cohens_kappa(square)
    found = measures(Calculation(of_cells(two), "unweighted", NO_INTERVAL), ["cohen_kappa"])["cohen_kappa"]
    assert found.value == pytest.approx(theirs.kappa)
    assert found.standard_error == pytest.approx(theirs.std_kappa)


@pytest.mark.parametrize("seed", SEEDS)
def test_correlations_beside_pingouin(seed: int) -> None:
    pingouin = pytest.importorskip("pingouin")
    pandas = pytest.importorskip("pandas")
    cells = random_cells(seed, missing=0.0)
    n, k = cells.shape
    frame = pandas.DataFrame(
        {"item": np.repeat(np.arange(n), k), "rater": np.tile(np.arange(k), n), "score": cells.ravel()}
    )
    theirs = pingouin.intraclass_corr(frame, targets="item", raters="rater", ratings="score")["ICC"].to_numpy()
    names = ("icc_1", "icc_a_1", "icc_c_1", "icc_1_k", "icc_a_k", "icc_c_k")
    for name, value in zip(names, theirs, strict=True):
        assert ours(cells, name) == pytest.approx(value), name
