"""Which form belongs to a copy of a midterm: made anew from the workspace's own instrument, and kept while it runs."""

from __future__ import annotations

from assessor.domain.dossier import InstrumentKey
from assessor.domain.forms import Form, FormKind, Respondent
from assessor.domain.instrument import Instrument
from assessor.domain.midterm.form import midterm_form, talk_form
from assessor.domain.midterm.midterm import Midterm
from assessor.services.forms.desk_forms import DeskForms
from assessor.storage.unit import Unit


class MidtermForms:
    """The forms of the midterms of one workspace."""

    def __init__(self) -> None:
        self._desk_forms = DeskForms()
        self._forms: dict[tuple[str, Respondent], Form] = {}

    def keep(self, unit: Unit, instrument: Instrument) -> InstrumentKey:
        """Keep a copy of the instrument in the workspace, so that what comes back is understood years later."""
        return self._desk_forms.keep(unit, instrument)

    def key(self, instrument: Instrument) -> InstrumentKey:
        """Id, version and fingerprint of an instrument."""
        return self._desk_forms.key(instrument)

    def instrument(self, unit: Unit, midterm: Midterm) -> Instrument:
        """The instrument that a midterm froze."""
        return self._desk_forms.instrument(unit, midterm.instrument.fingerprint)

    def form(self, unit: Unit, midterm: Midterm, respondent: Respondent) -> Form:
        """The form of one side, or (for both) the gespreksblad."""
        place = (midterm.instrument.fingerprint, respondent)
        if place not in self._forms:
            instrument = self.instrument(unit, midterm)
            if respondent is Respondent.BOTH:
                self._forms[place] = talk_form(instrument, midterm.instrument)
            else:
                self._forms[place] = midterm_form(instrument, midterm.instrument, respondent)
        return self._forms[place]

    def kind(self, respondent: Respondent) -> FormKind:
        """The kind of form that a respondent fills in."""
        return FormKind.TALK if respondent is Respondent.BOTH else FormKind.MIDTERM
