"""Forms that went out, and what came back of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Problem, Way
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.forms import FormKind, Respondent
from assessor.domain.text import Text
from assessor.storage import tables
from assessor.storage.rows import AnyRow

_MANY = 500
"""How many codes one query asks for."""


class Forms:
    """The post: copies by their form code, and what was accepted of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- out

    def send(self, sent: Sequence[SentForm]) -> None:
        """Note that these copies go out."""
        if sent:
            self._connection.execute(insert(tables.sent_forms), [_sent_row(one) for one in sent])

    def forget(self, codes: Collection[str]) -> None:
        """Forget copies that did not go out after all; nothing may have come back of them."""
        self._connection.execute(delete(tables.sent_forms).where(tables.sent_forms.c.code.in_(sorted(codes))))

    def sent(self, codes: Collection[str]) -> dict[str, SentForm]:
        """The copies that went out under these codes; a code that is not known is left out."""
        found: dict[str, SentForm] = {}
        wanted = sorted(codes)
        for start in range(0, len(wanted), _MANY):
            part = tables.sent_forms.c.code.in_(wanted[start : start + _MANY])
            rows = self._connection.execute(select(tables.sent_forms).where(part))
            found |= {row.code: _sent(row) for row in rows}
        return found

    def around(self, dossier_id: str, student_id: str) -> list[SentForm]:
        """The copies that belong to a dossier, or to its student and to no dossier yet, the newest first."""
        table = tables.sent_forms
        loose = and_(table.c.student_id == student_id, table.c.dossier_id.is_(None), table.c.subject == "")
        query = select(table).where(or_(table.c.dossier_id == dossier_id, loose))
        rows = self._connection.execute(query.order_by(table.c.sent_at.desc(), table.c.code))
        return [_sent(row) for row in rows]

    def of_subject(self, subject: str) -> list[SentForm]:
        """The copies that belong to a subject, such as a midterm, the newest first."""
        table = tables.sent_forms
        query = select(table).where(table.c.subject == subject)
        rows = self._connection.execute(query.order_by(table.c.sent_at.desc(), table.c.code))
        return [_sent(row) for row in rows]

    # --- back

    def keep(self, kept: KeptForm) -> None:
        """Keep what came back; when it is in force, what came back before of the same copy no longer is."""
        if kept.in_force:
            self._lay_aside(kept.code)
        self._connection.execute(insert(tables.returned_forms), _kept_row(kept))

    def kept(self, codes: Collection[str]) -> dict[str, list[KeptForm]]:
        """What came back of these copies, the newest first; a copy of which nothing came back is left out."""
        found: dict[str, list[KeptForm]] = {}
        table, wanted = tables.returned_forms, sorted(codes)
        for start in range(0, len(wanted), _MANY):
            query = select(table).where(table.c.code.in_(wanted[start : start + _MANY]))
            for row in self._connection.execute(query.order_by(table.c.received_at.desc(), table.c.id)):
                found.setdefault(row.code, []).append(_kept(row))
        return found

    def get(self, kept_id: str) -> KeptForm:
        """One form that came back; KnownError ``returned-form-unknown`` when there is none."""
        table = tables.returned_forms
        row = self._connection.execute(select(table).where(table.c.id == kept_id)).one_or_none()
        if row is None:
            raise KnownError(
                "returned-form-unknown",
                Text("Dit formulier is er niet.", "There is no such form."),
                Text("Kies een formulier uit de lijst.", "Choose a form from the list."),
            )
        return _kept(row)

    def put_in_force(self, kept_id: str) -> None:
        """Let this one count, and no other of the same copy."""
        self._lay_aside(self.get(kept_id).code)
        table = tables.returned_forms
        self._connection.execute(update(table).where(table.c.id == kept_id).values(in_force=True))

    def mark_taken(self, kept_id: str, dossier_id: str, at: datetime) -> None:
        """Note into which dossier it was taken over, and when."""
        table = tables.returned_forms
        change = update(table).where(table.c.id == kept_id).values(dossier_id=dossier_id, taken_at=at)
        self._connection.execute(change)

    def _lay_aside(self, code: str) -> None:
        table = tables.returned_forms
        self._connection.execute(update(table).where(table.c.code == code).values(in_force=False))


def _sent_row(one: SentForm) -> dict[str, object]:
    return {
        "code": one.code,
        "kind": one.kind.value,
        "respondent": one.respondent.value,
        "person": one.person,
        "subject": one.subject,
        "student_id": one.student_id,
        "dossier_id": one.dossier_id,
        "instrument_fingerprint": one.instrument,
        "fingerprint": one.fingerprint,
        "language": one.language,
        "way": one.way.value,
        "sent_at": one.sent_at,
        "sent_by": one.sent_by,
    }


def _sent(row: AnyRow) -> SentForm:
    return SentForm(
        code=row.code,
        kind=FormKind(row.kind),
        respondent=Respondent(row.respondent),
        person=row.person,
        instrument=row.instrument_fingerprint,
        fingerprint=row.fingerprint,
        language=row.language,
        way=Way(row.way),
        sent_at=row.sent_at,
        sent_by=row.sent_by,
        student_id=row.student_id,
        dossier_id=row.dossier_id,
        subject=row.subject,
    )


def _kept_row(one: KeptForm) -> dict[str, object]:
    return {
        "id": one.id,
        "code": one.code,
        "answers": dict(one.answers),
        "problems": [_problem_row(problem) for problem in one.problems],
        "way": one.way.value,
        "received_at": one.received_at,
        "received_by": one.received_by,
        "in_force": one.in_force,
        "dossier_id": one.dossier_id,
        "taken_at": one.taken_at,
    }


def _kept(row: AnyRow) -> KeptForm:
    return KeptForm(
        id=row.id,
        code=row.code,
        answers=row.answers,
        problems=tuple(_problem(one) for one in row.problems),
        way=Way(row.way),
        received_at=row.received_at,
        received_by=row.received_by,
        in_force=row.in_force,
        dossier_id=row.dossier_id,
        taken_at=row.taken_at,
    )


def _problem_row(problem: Problem) -> dict[str, object]:
    texts = {"where": problem.where, "what": problem.what, "cure": problem.cure}
    return {"code": problem.code, **{name: [text.nl, text.en] for name, text in texts.items()}}


def _problem(row: Mapping[str, list[str]]) -> Problem:
    return Problem(str(row["code"]), *(Text(*row[name]) for name in ("where", "what", "cure")))
