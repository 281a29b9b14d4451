"""Published and independently computed values, and the tables they belong to."""

import json
from functools import cache
from pathlib import Path

from assessor.agreement.calculation import Calculation
from assessor.agreement.resampling import Plan
from assessor.agreement.scale import Level, Scale
from assessor.agreement.table import Table

_FILE = Path(__file__).parents[1] / "data" / "agreement_reference.json"
ITEM_TABLES = {"items_x_raters", "items_x_raters_numeric", "items_x_category_counts", "contingency_table"}
COMPACT = "items_x_raters, one string per item, '.'=missing"


@cache
def whole_file() -> dict:
    return json.loads(_FILE.read_text(encoding="utf-8"))


@cache
def sets() -> dict[str, dict]:
    return {one["name"]: one for one in whole_file()["datasets"]}


def aliases() -> dict[str, str]:
    return {name: alias.split()[0] for name, alias in whole_file()["coefficient_names"].items()}


def rows(name: str) -> list[list[Level | None]] | None:
    """The ratings of a set, an item a row; None when the set is no table of items."""
    one = sets()[name]
    levels = one.get("categories")
    if one["layout"] == COMPACT:
        return [[None if mark == "." else int(mark) for mark in item] for item in one["matrix_compact"]]
    if one["layout"] == "contingency_table":
        return [
            [levels[first], levels[second]]
            for first, line in enumerate(one["matrix"])
            for second, times in enumerate(line)
            for _ in range(times)
        ]
    if one["layout"] == "items_x_category_counts":
        return [
            [level for level, times in zip(levels, line, strict=True) for _ in range(times)] for line in one["matrix"]
        ]
    return one["matrix"] if one["layout"] in ITEM_TABLES else None


@cache
def table(name: str) -> Table:
    given = rows(name)
    assert given is not None
    levels = sets()[name].get("categories")
    return Table.from_rows(given, Scale.of(levels) if levels else None)


def calculation(name: str, weights: str) -> Calculation:
    # Made anew each time: what was kept from before a change in the engine would hide the change.
    return Calculation(table(name), weights, Plan("none"))
