"""The post of forms: which copy went to whom, and what came back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessor.domain.form_answers import Problem, Way, digest_of
from assessor.domain.forms import FormKind, Identity, Respondent
from assessor.domain.text import Language


@dataclass(frozen=True, slots=True)
class SentForm:
    """One copy that went out.

    Attributes:
        code: the form code.
        person: an opaque code of whom it is about, also in the file.
        subject: what it belongs to beside student and dossier, opaque; "" for what comes with a student.
        instrument: fingerprint of the instrument.
        fingerprint: of the form.
        way: PDF or workbook.
        sent_by: id of who sent it.
    """

    code: str
    kind: FormKind
    respondent: Respondent
    person: str
    instrument: str
    fingerprint: str
    language: Language
    way: Way
    sent_at: datetime
    sent_by: str
    student_id: str | None = None
    dossier_id: str | None = None
    subject: str = ""

    def is_meant_by(self, identity: Identity) -> bool:
        """Whether a file that bears this code also says the rest as it went out."""
        said = (identity.person, identity.kind, identity.respondent, identity.instrument.fingerprint)
        return (*said, identity.fingerprint) == (
            self.person,
            self.kind.value,
            self.respondent.value,
            self.instrument,
            self.fingerprint,
        )


@dataclass(frozen=True)
class KeptForm:
    """What came back of a copy and was accepted; it is never changed.

    Attributes:
        code: that of the copy.
        answers: values by field name.
        problems: what was not understood.
        received_by: id of who accepted it.
        in_force: whether it is the one that counts; of a copy that came back in two versions both are kept.
        dossier_id: the dossier into which it was taken over last, None while it was not.
    """

    id: str
    code: str
    answers: Mapping[str, str]
    problems: tuple[Problem, ...]
    way: Way
    received_at: datetime
    received_by: str
    in_force: bool = True
    dossier_id: str | None = None
    taken_at: datetime | None = None

    @property
    def digest(self) -> str:
        """The sha256 in hex of the answers."""
        return digest_of(self.answers)
