"""Which form belongs to a copy: made anew from the workspace's own instrument, and kept while the program runs."""

from __future__ import annotations

import hashlib

from assessor.domain.dossier import Dossier, InstrumentKey
from assessor.domain.dossier_forms import dossier_form
from assessor.domain.forms import Form, FormKind
from assessor.domain.instrument import Instrument
from assessor.instruments import canonical
from assessor.storage.unit import Unit


class DeskForms:
    """The forms of one workspace."""

    def __init__(self) -> None:
        self._forms: dict[tuple[FormKind, str], Form] = {}
        self._kept: dict[tuple[str, str], tuple[InstrumentKey, bytes]] = {}
        self._instruments: dict[str, Instrument] = {}

    def keep(self, unit: Unit, instrument: Instrument) -> InstrumentKey:
        """Keep a copy of the instrument in the workspace, so that what comes back is understood years later."""
        key, whole = self._canonical(instrument)
        unit.instruments.keep(key, whole)
        return key

    def key(self, instrument: Instrument) -> InstrumentKey:
        """Id, version and fingerprint of an instrument."""
        return self._canonical(instrument)[0]

    def _canonical(self, instrument: Instrument) -> tuple[InstrumentKey, bytes]:
        name = (instrument.id, instrument.version)
        if name not in self._kept:
            whole = canonical.canonical(instrument)
            self._kept[name] = InstrumentKey(*name, hashlib.sha256(whole).hexdigest()), whole
        return self._kept[name]

    def instrument(self, unit: Unit, fingerprint: str) -> Instrument:
        """The instrument of which the workspace keeps a copy."""
        if fingerprint not in self._instruments:
            self._instruments[fingerprint] = canonical.from_json(unit.instruments.canonical(fingerprint).decode())
        return self._instruments[fingerprint]

    def form(self, kind: FormKind, instrument: Instrument, key: InstrumentKey) -> Form:
        """The form of a kind on an instrument."""
        place = (kind, key.fingerprint)
        if place not in self._forms:
            self._forms[place] = dossier_form(kind, instrument, key)
        return self._forms[place]

    def sent_form(self, unit: Unit, kind: FormKind, fingerprint: str) -> Form:
        """The form of a kind on an instrument of which the workspace keeps a copy."""
        place = (kind, fingerprint)
        if place not in self._forms:
            instrument = self.instrument(unit, fingerprint)
            key = InstrumentKey(instrument.id, instrument.version, fingerprint)
            self._forms[place] = dossier_form(kind, instrument, key)
        return self._forms[place]

    def instrument_of(self, unit: Unit, dossier: Dossier) -> Instrument:
        """The instrument that a dossier froze."""
        return self.instrument(unit, dossier.instrument.fingerprint)
