"""One job of another library, timed in that library's own environment: python _agreement_peers.py JOB CELLS.npy."""

import json
import sys
import time
import tracemalloc
import warnings

import numpy as np

warnings.filterwarnings("ignore")


def best(job, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def irrcac(cells):
    import pandas as pd
    from irrCAC.raw import CAC

    def five():
        table = CAC(pd.DataFrame(cells), weights="linear", categories=[0, 1, 2])
        names = ("bp", "conger", "fleiss", "gwet", "krippendorff")
        return [getattr(table, name)()["est"]["coefficient_value"] for name in names]

    return {"seconds": best(five, 20), "values": five()}


def alpha(cells):
    import krippendorff

    def once(metric):
        return krippendorff.alpha(cells.T, level_of_measurement=metric, value_domain=[0, 1, 2])

    values = [once("nominal"), once("ordinal")]
    return {
        "seconds": best(lambda: once("nominal"), 200),
        "ordinal": best(lambda: once("ordinal"), 200),
        "values": values,
    }


def cohen(cells):
    from sklearn.metrics import cohen_kappa_score

    pairs = [(first, second) for first in range(100) for second in range(first)][:50]

    def fifty():
        found = []
        for first, second in pairs:
            both = ~np.isnan(cells[:, first]) & ~np.isnan(cells[:, second])
            one, two = cells[both, first].astype(int), cells[both, second].astype(int)
            found.append(cohen_kappa_score(one, two, weights="linear", labels=[0, 1, 2]))
        return found

    return {"seconds": best(fifty, 3) / 50, "values": fifty()[:3]}


def correlations(cells):
    import pandas as pd
    import pingouin

    n, k = cells.shape
    frame = pd.DataFrame(
        {"item": np.repeat(np.arange(n), k), "rater": np.tile(np.arange(k), n), "score": cells.ravel()}
    )

    def six():
        return pingouin.intraclass_corr(frame, targets="item", raters="rater", ratings="score")["ICC"].tolist()

    return {"seconds": best(six, 20), "values": six()}


def sparse(codes):
    import krippendorff

    item, assessor, level = codes
    ratings = np.full((assessor.max() + 1, item.max() + 1), np.nan)
    ratings[assessor, item] = level
    counts = np.bincount(item * 3 + level).reshape(-1, 3)

    def once(**given):
        return krippendorff.alpha(level_of_measurement="nominal", value_domain=[0, 1, 2], **given)

    seconds = best(lambda: once(reliability_data=ratings), 2)
    tracemalloc.start()
    value = once(reliability_data=ratings)
    memory = tracemalloc.get_traced_memory()[1] / 1e6
    counted = best(lambda: once(value_counts=counts), 3)
    return {"seconds": seconds, "counted": counted, "megabytes": memory, "values": [value]}


if __name__ == "__main__":
    jobs = {"irrcac": irrcac, "alpha": alpha, "cohen": cohen, "correlations": correlations, "sparse": sparse}
    print(json.dumps(jobs[sys.argv[1]](np.load(sys.argv[2]))))
