"""The models of a form with their criteria and formative items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessor.domain.instrument import Criterion, FormativeItem, Kind, Model, Scale
from assessor.domain.text import Text
from assessor.instruments.scales import scale_of
from assessor.instruments.sharing import Lookup, shared_name, shared_texts
from assessor.instruments.table import Code, Table, any_of
from assessor.instruments.wording import advise

RESPONDENTS = ("mentor", "student")
"""Who fills in a midterm evaluation: the mentor (in the Ad the praktijkbegeleider) and the student."""

_LEVELS = Text("een tekst per niveau", "a text per level")
_QUESTIONS = Text("een vraag per invuller", "a question per respondent")


@dataclass(slots=True)
class Surroundings:
    """What the parts of one form share while it is read."""

    kind: Kind | None
    scales: dict[str, Scale]
    lookup: Lookup
    taken: set[str] = field(default_factory=set)
    """The codes of models, criteria and formative items so far, in small letters."""

    def take(self, table: Table, prefix: str, example: str) -> str:
        """The code of a part, which no other part of the same sort has (``prefix`` tells models from the rest)."""
        code = table.code("code", Code.PART, example)
        if code:
            key = prefix + code.casefold()
            if key in self.taken:
                table.error("code-twice", "code", value=code)
            self.taken.add(key)
        return code


def read_models(top: Table, around: Surroundings) -> tuple[Model, ...]:
    """Every ``[[model]]`` in the order of the file."""
    return tuple(_model(table, around) for table in top.tables("model", required=True))


def _model(table: Table, around: Surroundings) -> Model:
    code = around.take(table, "model ", "1")
    number = table.code("number", Code.PART, "1") if "number" in table.content else code
    scale = scale_of(table, around.scales)
    model = Model(
        code=code,
        number=number,
        title=table.text("title"),
        ground=table.text("ground"),
        scale=scale,
        criteria=tuple(_criterion(entry, scale, around) for entry in table.tables("criterion", required=True)),
        needs_source=table.flag("needs_source"),
        needs_activity=table.flag("needs_activity"),
        formative=tuple(_formative(entry, around) for entry in table.tables("formative")),
    )
    table.value("number")
    table.close()
    return model


def _formative(table: Table, around: Surroundings) -> FormativeItem:
    item = FormativeItem(around.take(table, "", "F1"), table.text("title"), table.flag("free_title"))
    table.close()
    return item


def _criterion(table: Table, scale: Scale, around: Surroundings) -> Criterion:
    code = around.take(table, "", "1.1")
    name = shared_name(table, around.lookup)
    critical = table.flag("critical")
    if critical and around.kind is Kind.MIDTERM:
        table.warning("critical-formative", "critical")
    criterion = Criterion(
        code=code,
        name=table.text("name") if name is None else name,
        descriptors=_descriptors(table, code, scale, around),
        critical=critical,
        references=table.references("references", '["PE"]'),
        questions=_questions(table, code, around),
    )
    table.close()
    return criterion


def _descriptors(table: Table, criterion: str, scale: Scale, around: Surroundings) -> Mapping[str, Text]:
    texts = shared_texts(table, "descriptor", around.lookup)
    if texts is None:
        texts = _own_texts(table, "descriptor", _LEVELS)
        advise(table, texts, scale)
    elif not texts:
        return {}
    codes = [level.code for level in scale.levels]
    for level in texts:
        if codes and level not in codes:
            steps = ("descriptor", level) if isinstance(table.content["descriptor"], dict) else ("descriptor",)
            table.error("descriptor-unknown", *steps, criterion=criterion, level=level[:60], options=any_of(codes))
    if texts or around.kind is not Kind.MIDTERM:
        for level in codes:
            if level and level not in texts:
                table.error("descriptor-missing", criterion=criterion, level=level)
    return {level: texts[level] for level in codes if level in texts}


def _questions(table: Table, criterion: str, around: Surroundings) -> Mapping[str, Text]:
    if around.kind is Kind.PRACTICE and table.value("question") is not None:
        table.error("question-summative", "question")
        return {}
    texts = shared_texts(table, "question", around.lookup)
    if texts is None:
        texts = _own_texts(table, "question", _QUESTIONS, RESPONDENTS)
    elif not texts:
        return {}
    if around.kind is Kind.MIDTERM:
        for respondent in RESPONDENTS:
            if respondent not in texts:
                table.error("question-missing", criterion=criterion, respondent=respondent)
    return {respondent: texts[respondent] for respondent in RESPONDENTS if respondent in texts}


def _own_texts(table: Table, key: str, expected: Text, known: tuple[str, ...] | None = None) -> dict[str, Text]:
    """The texts under a key by level or respondent; any key is welcome where `known` is None."""
    inner = table.table(key, expected, f'{key}.{known[0] if known else "V"}.nl = "..."', required=False)
    if inner is None:
        return {}
    asked = inner.content if known is None else known
    texts = {entry: inner.optional_text(entry, under=f"{key}.") for entry in asked}
    inner.close()
    return {entry: text for entry, text in texts.items() if text is not None}
