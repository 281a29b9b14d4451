"""From the stored canonical text back to the instrument, strictly: what is not exactly right is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, NoReturn, TypeVar

from assessor.domain.errors import KnownError
from assessor.domain.instrument import (
    Criterion,
    Departure,
    Family,
    FormativeItem,
    Instrument,
    Kind,
    Level,
    Model,
    ModelRule,
    Outcome,
    Phase,
    Rule,
    Scale,
    Status,
)
from assessor.domain.text import Text

FORMAT: Final = 1
"""The version of the canonical form that this program writes, and the highest that it reads."""

_Made = TypeVar("_Made")


class _DamagedError(Exception):
    """The stored text is not a canonical instrument."""


def thaw(stored: str, freeze: Callable[[Instrument], str]) -> Instrument:
    """The instrument of a stored text, of which `freeze` must give that text again.

    Raises:
        KnownError: ``instrument-newer`` or ``instrument-damaged``.
    """
    try:
        part = _Part(json.loads(stored, object_pairs_hook=_once))
        written = part.whole("format")
        if written > FORMAT:
            raise KnownError(
                "instrument-newer",
                Text(
                    "Dit instrument is bewaard door een nieuwere versie van het programma.",
                    "This instrument was stored by a newer version of the program.",
                ),
                Text("Werk het programma bij.", "Update the program."),
            )
        instrument = _instrument(part)
        if freeze(instrument) != stored:
            raise _DamagedError
    except (_DamagedError, ValueError, RecursionError):
        # ValueError: no JSON, no date, no known kind, or a sign that UTF-8 cannot hold.
        raise damaged() from None
    return instrument


def damaged() -> KnownError:
    """The refusal of a stored text that is not what was once stored."""
    return KnownError(
        "instrument-damaged",
        Text(
            "Het bewaarde instrument is beschadigd of gewijzigd.",
            "The stored instrument is damaged or was altered.",
        ),
        Text("Zet een reservekopie terug.", "Restore a backup."),
    )


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise _DamagedError
    return content


def _refuse() -> NoReturn:
    raise _DamagedError


class _Part:
    """One JSON object, of which each value is asked for by its type.

    Unknown keys are not looked for here: comparing the frozen instrument with the stored text finds them.
    """

    def __init__(self, content: object) -> None:
        if not isinstance(content, dict):
            _refuse()
        self._content: Mapping[str, object] = content

    def _value(self, key: str) -> object:
        if key not in self._content:
            _refuse()
        return self._content[key]

    def words(self, key: str) -> str:
        value = self._value(key)
        return value if isinstance(value, str) else _refuse()

    def whole(self, key: str) -> int:
        value = self._value(key)
        return value if type(value) is int else _refuse()

    def flag(self, key: str) -> bool:
        value = self._value(key)
        return value if isinstance(value, bool) else _refuse()

    def maybe(self, key: str, take: Callable[[str], _Made]) -> _Made | None:
        return None if self._value(key) is None else take(key)

    def part(self, key: str) -> _Part:
        return _Part(self._value(key))

    def text(self, key: str) -> Text:
        return _text(self.part(key))

    def parts(self, key: str) -> list[_Part]:
        value = self._value(key)
        return [_Part(entry) for entry in value] if isinstance(value, list) else _refuse()

    def strings(self, key: str) -> tuple[str, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            _refuse()
        return tuple(value)

    def keys(self) -> list[str]:
        return list(self._content)


def _text(part: _Part) -> Text:
    return Text(part.words("nl"), part.words("en"))


def _texts(part: _Part, first: tuple[str, ...] = ()) -> dict[str, Text]:
    """Texts by key, in the order of `first` (canonical JSON sorts keys), the others after them."""
    keys = part.keys()
    return {key: part.text(key) for key in sorted(keys, key=lambda key: _place(key, first))}


def _instrument(part: _Part) -> Instrument:
    models = tuple(_model(entry) for entry in part.parts("models"))
    order = [model.code for model in models]
    return Instrument(
        id=part.words("id"),
        version=part.words("version"),
        kind=Kind(part.words("kind")),
        status=Status(part.words("status")),
        title=part.text("title"),
        programme=part.words("programme"),
        variants=part.strings("variants"),
        phases=tuple(
            Phase(entry.words("code"), entry.text("name"), entry.text("line")) for entry in part.parts("phases")
        ),
        models=models,
        valid_from=date.fromisoformat(part.words("valid_from")),
        valid_until=part.maybe("valid_until", lambda key: date.fromisoformat(part.words(key))),
        rule=part.maybe("rule", lambda key: _rule(part.part(key), order)),
        published=part.maybe("published", part.text),
        introduction=part.maybe("introduction", part.text),
        closing_questions=tuple(_text(entry) for entry in part.parts("closing_questions")),
        formative_questions=tuple(_text(entry) for entry in part.parts("formative_questions")),
        source=part.maybe("source", part.text),
    )


def _level(part: _Part) -> Level:
    return Level(
        code=part.words("code"),
        name=part.text("name"),
        outcome=part.maybe("outcome", lambda key: Outcome.from_letter(part.words(key))),
        standard=part.maybe("standard", part.text),
    )


def _model(part: _Part) -> Model:
    scale = part.part("scale")
    levels = tuple(_level(entry) for entry in scale.parts("levels"))
    order = tuple(level.code for level in levels)
    return Model(
        code=part.words("code"),
        number=part.words("number"),
        title=part.text("title"),
        ground=part.text("ground"),
        scale=Scale(scale.words("code"), levels, scale.text("not_observed")),
        criteria=tuple(_criterion(entry, order) for entry in part.parts("criteria")),
        needs_source=part.flag("needs_source"),
        needs_activity=part.flag("needs_activity"),
        formative=tuple(
            FormativeItem(entry.words("code"), entry.text("title"), entry.flag("free_title"))
            for entry in part.parts("formative")
        ),
    )


def _criterion(part: _Part, levels: tuple[str, ...]) -> Criterion:
    return Criterion(
        code=part.words("code"),
        name=part.text("name"),
        descriptors=_texts(part.part("descriptors"), levels),
        critical=part.flag("critical"),
        references=part.strings("references"),
        questions=_texts(part.part("questions")),
    )


def _rule(part: _Part, models: list[str]) -> Rule:
    rules = part.part("models")
    known = rules.keys()
    return Rule(
        family=Family(part.words("family")),
        models={code: _model_rule(rules.part(code)) for code in sorted(known, key=lambda code: _place(code, models))},
        max_insufficient_total=part.whole("max_insufficient_total"),
        max_unobserved=part.whole("max_unobserved"),
        max_unobserved_total=part.whole("max_unobserved_total"),
        good_models=part.maybe("good_models", part.whole),
        pivot=part.maybe("pivot", part.words),
        departure_within_pass=Departure(part.words("departure_within_pass")),
        departure_across_cut=Departure(part.words("departure_across_cut")),
        in_words=tuple(_text(entry) for entry in part.parts("in_words")),
    )


def _place(code: str, order: Sequence[str]) -> int:
    return order.index(code) if code in order else len(order)


def _model_rule(part: _Part) -> ModelRule:
    return ModelRule(part.whole("max_insufficient"), part.maybe("good_needed", part.whole))
