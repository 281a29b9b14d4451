"""What forms of different kinds share: the names of a criterion's fields, titles, and what is the student's own."""

from __future__ import annotations

from collections.abc import Iterator

from assessor.domain.forms import Field, FieldKind, Item, Section
from assessor.domain.instrument import FormativeItem, Instrument, Model
from assessor.domain.ratings import Place
from assessor.domain.text import Text, same


def level_name(criterion: str) -> str:
    """The field of a criterion's level."""
    return f"level:{criterion}"


def note_name(criterion: str) -> str:
    """The field of what is written at a criterion: a toelichting, an example or an answer."""
    return f"note:{criterion}"


def model_title(model: Model) -> Text:
    """The heading above the criteria of a model."""
    return model.label + same(". ") + model.title


def titled(code: str, label: Text) -> Text:
    """What a screen reader says of a field: the item's code and the label."""
    return same(f"{code} ") + label


def own_section(instrument: Instrument, items: tuple[FormativeItem, ...]) -> Section | None:
    """The formative items, whose content the student decides (opleidingsplan section 2.3.3); None without any."""
    return Section(_OWN_TITLE, tuple(_own(instrument, items)), _OWN_LEAD) if items else None


def _own(instrument: Instrument, items: tuple[FormativeItem, ...]) -> Iterator[Item]:
    for item in items:
        fields = []
        if item.free_title:
            label = Text("Jouw onderwerp", "Your subject")
            fields.append(Field(Place.formative_title(item.code), FieldKind.LINE, label, titled(item.code, label)))
        for number, question in enumerate(instrument.formative_questions):
            name, title = Place.formative_answer(item.code, number), titled(item.code, question)
            fields.append(Field(name, FieldKind.TEXT, question, title, lines=3))
        yield Item(item.code, item.title, tuple(fields))


_OWN_TITLE = Text("Van jou, voor het gesprek", "Yours, for the talk")
_OWN_LEAD = Text(
    "Jij bepaalt wat hier staat. Er komt geen niveau bij en het telt niet mee.",
    "You decide what stands here. It gets no level and does not count.",
)
