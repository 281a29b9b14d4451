"""What was not understood of scores that were taken: told without what stood there, which is kept under the seal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessor.domain.calibration.score_form import Asked, level_name, note_name
from assessor.domain.form_answers import Answers, Problem, cleaned
from assessor.domain.forms import MOST_SIGNS, FieldKind, Form
from assessor.domain.text import Text

_ROW = re.compile(r"rij (\d+)")
_ANEW = Text(
    "Vraag om een verbeterd formulier; beide blijven bewaard en jij kiest welk telt.",
    "Ask for a mended form; both are kept and you choose which counts.",
)
_NO_LEVEL = Text(
    "Hier staat iets dat geen niveau is; het is verzegeld bewaard bij de toelichting.",
    "Here stands something that is no level; it was kept with the note, sealed.",
)
_CUT = Text(
    "Deze tekst is te lang; het begin is verzegeld bewaard.", "This text is too long; its beginning was kept, sealed."
)
_MARKED = "‘{written}’ (niet als niveau te lezen)"


def masked(form: Form, answers: Answers) -> tuple[Problem, ...]:
    """The problems of a form, so that none repeats an answer or anything else that was typed into the file."""
    return tuple(_mask(form, one) for one in answers.problems)


def kept_notes(asked: Asked, written: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """The notes by field name: as understood, and with what was written instead of a level."""
    found = dict(values)
    for place, _casus, code in asked.places():
        note = note_name(place, code)
        whole = cleaned(written.get(note, ""))
        if whole and note not in values:
            found[note] = whole[: MOST_SIGNS[FieldKind.TEXT]]
        odd = cleaned(written.get(level_name(place, code), ""))
        if odd and level_name(place, code) not in values:
            line = _MARKED.format(written=odd[:200])
            found[note] = f"{found[note]}\n{line}" if note in found else line
    return found


def _mask(form: Form, one: Problem) -> Problem:
    what = {"answer-no-choice": _NO_LEVEL, "answer-long": _CUT}.get(one.code, one.what)
    return replace(one, where=_where(form, one), what=what, cure=_ANEW)


def _where(form: Form, one: Problem) -> Text:
    """The field's own title, or the row; never a label out of the file."""
    if one.where in set(_titles(form)):
        return one.where
    field = form.fields.get(one.where.nl)
    if field is not None:
        return field.title
    row = _ROW.match(one.where.nl)
    return Text("rij {row}", "row {row}").fill(row=row[1]) if row is not None else Text("", "")


def _titles(form: Form) -> Iterator[Text]:
    return (field.title for field in form.fields.values())
