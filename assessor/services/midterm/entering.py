"""Filling in at this computer, one after the other, and typing in from paper: sealed as soon as it is handed in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Returned, understand
from assessor.domain.forms import Form, Respondent
from assessor.domain.midterm.midterm import Midterm, MidtermWay
from assessor.domain.text import Text
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.midterm.handing_in import HandedIn, Submission, hand_in, sides_in
from assessor.services.midterm.midterm_forms import MidtermForms
from assessor.storage.repositories.midterms import Handed
from assessor.storage.unit import Unit

CODE_SIGNS = 4
MOST_TRIES = 5
"""Wrong codes after which a draft stays closed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that lies there: since when, and whether too many wrong codes were tried."""

    saved_at: datetime
    is_closed: bool


class Entering:
    """The use cases of filling in without a file."""

    def __init__(self, desk: Desk, forms: MidtermForms) -> None:
        self._desk = desk
        self._forms = forms

    def form(self, midterm_id: str, respondent: Respondent) -> Form:
        """The form that a side fills in."""
        with self._desk.workspace.reading() as unit:
            return self._forms.form(unit, unit.midterms.get(midterm_id), respondent)

    def waiting(self, midterm_id: str, respondent: Respondent) -> Waiting | None:
        """That somebody was filling in, or None; nothing of what was written is read."""
        with self._desk.workspace.reading() as unit:
            found = unit.midterms.kept_draft(midterm_id, respondent)
        return None if found is None else Waiting(found.saved_at, found.tries >= MOST_TRIES)

    def begin(self, midterm_id: str, respondent: Respondent) -> str:
        """Begin to fill in; answers the code with which only its writer goes on later. An earlier draft is erased.

        Raises KnownErrors ``midterm-open``, ``form-is-in``.
        """
        code = "".join(str(secrets.randbelow(10)) for _ in range(CODE_SIGNS))
        with self._desk.workspace.writing() as unit:
            _require_awaited(unit, unit.midterms.get(midterm_id), respondent)
            unit.midterms.begin_draft(midterm_id, respondent, code, self._desk.now())
        return code

    def resume(self, midterm_id: str, respondent: Respondent, code: str) -> Mapping[str, str]:
        """What stood there; KnownErrors ``draft-code-wrong``, ``draft-closed``, ``draft-unknown``."""
        with self._desk.workspace.writing() as unit:
            kept = unit.midterms.kept_draft(midterm_id, respondent)
            is_closed = kept is not None and kept.tries >= MOST_TRIES
            found = None if is_closed else unit.midterms.draft(midterm_id, respondent, code.strip())
        # Raised out here, so that the wrong try stays counted.
        if is_closed:
            raise KnownError(
                "draft-closed",
                Text("Dit concept blijft dicht: er is te vaak een verkeerde code ingevuld.",
                     "This draft stays closed: too many wrong codes were tried."),
                Text("Begin opnieuw; wat er stond, wordt gewist.", "Start again; what stood there is erased."),
            )  # fmt: skip
        if found is None:
            raise KnownError(
                "draft-code-wrong",
                Text("Dit is niet de code van wie hier bezig was.", "This is not the code of who was at work here."),
                Text("Typ de vier cijfers van je code.", "Type the four digits of your code."),
            )
        return found

    def save(self, midterm_id: str, respondent: Respondent, values: Mapping[str, str]) -> None:
        """Keep what stands on the screen now, sealed."""
        with self._desk.workspace.writing() as unit:
            unit.midterms.save_draft(midterm_id, respondent, values, self._desk.now())

    def hand_in(
        self, midterm_id: str, respondent: Respondent, values: Mapping[str, str], way: MidtermWay
    ) -> tuple[HandedIn, Changes]:
        """Seal a form that was filled in at this computer, or typed in from paper.

        Args:
            midterm_id: the midterm.
            respondent: whose form it is.
            values: what stands in the fields, as people type it.
            way: at this computer by its writer, or from paper by whoever is at the keyboard (which is recorded).

        Raises KnownErrors ``midterm-open``, ``form-is-in``, ``form-nothing``.
        """
        actor = self._desk.require_actor()
        with self._desk.workspace.writing() as unit:
            midterm = unit.midterms.get(midterm_id)
            _require_awaited(unit, midterm, respondent)
            form = self._forms.form(unit, midterm, respondent)
            answers = understand(form, Returned(None, values))
            if not answers.values:
                raise KnownError(
                    "form-nothing",
                    Text("Er is nog niets ingevuld.", "Nothing was filled in yet."),
                    Text("Kies bij een criterium wat nu het best past.", "Choose at a criterion what fits best now."),
                )
            unread = {name: text for name, text in values.items() if name not in answers.values and text.strip()}
            given = Submission(respondent, Handed(answers.values, unread), way, not answers.missing)
            taken = hand_in(unit, self._desk, actor, midterm, self._forms.instrument(unit, midterm), given)
            unit.midterms.drop_draft(midterm_id, respondent)
        return taken, (Change("midterm", midterm_id),)


def _require_awaited(unit: Unit, midterm: Midterm, respondent: Respondent) -> None:
    midterm.require_sealed()
    if respondent in sides_in(unit.midterms.receipts([midterm.id]).get(midterm.id, [])):
        raise KnownError(
            "form-is-in",
            Text("Dit formulier is al binnen en ligt vast.", "This form is in already and fixed."),
            Text("Wacht op het andere formulier.", "Wait for the other form."),
        )
