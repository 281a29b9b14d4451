"""The scales of a form: their levels from low to high, and what each level means to the decision rule."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from assessor.domain.instrument import NOT_OBSERVED, Kind, Level, Outcome, Scale
from assessor.domain.text import Text
from assessor.instruments.table import Code, Table, any_of


class _Letter(StrEnum):
    """An outcome as a form writes it."""

    INSUFFICIENT = "O"
    SUFFICIENT = "V"
    GOOD = "G"


def read_scales(top: Table, kind: Kind | None) -> dict[str, Scale]:
    """Every ``[[scale]]`` by its code, in the order of the file."""
    scales: dict[str, Scale] = {}
    for table in top.tables("scale", required=True):
        code = table.code("code", Code.PART, "ovg")
        if code and code in scales:
            table.error("code-twice", "code", value=code)
        words = table.optional_text("not_observed") or Text("niet waargenomen", "not observed")
        scales[code] = Scale(code, _levels(table, code, kind), words)
        table.close()
    return scales


def scale_of(model: Table, scales: dict[str, Scale]) -> Scale:
    """The scale that a model names, or the only one of the form; an empty one when that cannot be known."""
    named = model.words("scale", next(iter(scales), "ovg"), required=False)
    if named is None and "scale" not in model.content:
        if len(scales) == 1:
            return next(iter(scales.values()))
        if scales:
            model.error("scale-needed", options=any_of(scales))
    elif named is not None and named not in scales:
        model.error("scale-unknown", "scale", value=named[:60], options=any_of(scales))
    return scales.get(named or "", Scale("", ()))


def unused(top: Table, scales: dict[str, Scale], used: Iterable[Scale]) -> None:
    """Warn of each scale that no model uses."""
    codes = {scale.code for scale in used}
    for place, code in enumerate(scales):
        if code and code not in codes:
            top.warning("scale-unused", "scale", place, value=code)


def _levels(scale: Table, scale_code: str, kind: Kind | None) -> tuple[Level, ...]:
    levels: list[Level] = []
    taken: set[str] = set()
    highest = Outcome.INSUFFICIENT
    tables = scale.tables("level")
    for table in tables:
        code = _level_code(table, taken)
        outcome = _outcome(table, kind)
        if outcome is not None and outcome < highest:
            table.error("level-order", level=code)
        highest = max(highest, outcome or highest)
        levels.append(Level(code, table.text("name"), outcome, table.optional_text("standard")))
        table.close()
    if len(tables) < 2:
        scale.error("level-alone", scale=scale_code)
    if any(level.outcome is not None for level in levels):
        for table, level in zip(tables, levels, strict=True):
            if "outcome" not in table.content:
                table.error("outcome-missing", level=level.code)
    return tuple(levels)


def _level_code(table: Table, taken: set[str]) -> str:
    code = table.code("code", Code.LEVEL, "V")
    if code.upper() == NOT_OBSERVED:
        table.error("level-not-observed", "code")
    elif code.upper() in taken:
        table.error("code-twice", "code", value=code)
    elif code:
        taken.add(code.upper())
    return code


def _outcome(level: Table, kind: Kind | None) -> Outcome | None:
    if level.value("outcome") is None:
        return None
    if kind is Kind.MIDTERM:
        level.error("outcome-formative", "outcome")
        return None
    letter = level.choice("outcome", _Letter)
    return Outcome.from_letter(letter.value) if letter else None
