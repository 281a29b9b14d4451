"""Midterms on paper: the mirror with its gespreksblad, the report, the overview; nothing of forms that are sealed."""

from __future__ import annotations

import secrets
from io import BytesIO
from pathlib import Path

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_code import new_code
from assessor.domain.form_post import SentForm
from assessor.domain.forms import FormCopy, FormKind, Identity, Respondent
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.agenda import agenda
from assessor.domain.midterm.midterm import Midterm, MidtermState
from assessor.domain.midterm.talk import talk_of
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import Language, Text
from assessor.services.desk import Desk
from assessor.services.midterm.before_practice import towards_practice
from assessor.services.midterm.midterm_forms import MidtermForms
from assessor.services.midterm.overview import ALL, Overview
from assessor.services.midterm.talking import mirror_of, previous
from assessor.services.written_file import put
from assessor.storage.repositories.midterm_lines import MidtermWish
from assessor.storage.unit import Unit


class MidtermPapers:
    """The use cases that end on paper."""

    def __init__(self, desk: Desk, forms: MidtermForms, overview: Overview) -> None:
        self._desk = desk
        self._forms = forms
        self._overview = overview

    def account(self, midterm_id: str) -> MidtermAccount:
        """Everything that paper tells; KnownError ``midterm-sealed`` before the forms are open."""
        with self._desk.workspace.reading() as unit:
            return self._account(unit, midterm_id)

    def file_name(self, midterm_id: str, language: Language) -> str:
        """A neutral file name for the paper of a midterm: the student number and the day, and no name."""
        with self._desk.workspace.reading() as unit:
            midterm = unit.midterms.get(midterm_id)
            student = unit.students.get(midterm.student_id)
        number = "".join(sign for sign in student.number if sign.isalnum() or sign == "-")
        kind = Text("tussenevaluatie", "midterm").say(language)
        return f"{kind}-{number}-{midterm.sent_at.date().isoformat()}.pdf"

    def write_mirror(self, midterm_id: str, path: Path, language: Language) -> Path:
        """Write the mirror with its fillable gespreksblad, which is known to the workspace and can come back.

        Once the midterm is afgerond nothing can be written down any more, and it is the report that comes out.
        """
        account = self.account(midterm_id)
        if account.midterm.state is MidtermState.DONE:
            return self.write_report(midterm_id, path, language)
        from assessor.exchange.form_pdf import write_form_pdf
        from assessor.exchange.joined_pdf import write_joined_pdf

        actor, now = self._desk.require_actor(), self._desk.now()
        with self._desk.workspace.writing() as unit:
            form = self._forms.form(unit, account.midterm, Respondent.BOTH)
            key = account.midterm.instrument
            code = new_code(secrets.randbelow)
            identity = Identity(
                code, account.student.id, form.kind.value, Respondent.BOTH.value, key, form.fingerprint, language
            )
            sent = SentForm(
                code, FormKind.TALK, Respondent.BOTH, account.student.id, key.fingerprint, form.fingerprint, language,
                Way.PDF, now, actor.id, account.student.id, None, midterm_id,
            )  # fmt: skip
            unit.forms.send([sent])
        supervisor = account.who(Respondent.SUPERVISOR)
        about = (
            (Text("Student", "Student"), f"{account.student.name} ({account.student.number})"),
            (Text(supervisor.nl.capitalize(), supervisor.en.capitalize()), account.midterm.supervisor),
            (Text("Terug naar", "Return to"), actor.name),
        )
        sheet = BytesIO()
        write_form_pdf(FormCopy(form, identity, tuple(one for one in about if one[1])), sheet, printed_at=now)
        front = self._report(account, language)
        try:
            return put(path, lambda target: write_joined_pdf(front, sheet.getvalue(), target))
        except KnownError:
            with self._desk.workspace.writing() as unit:
                unit.forms.forget([code])
            raise

    def write_report(self, midterm_id: str, path: Path, language: Language) -> Path:
        """Write the midterm with its talk, for both parties."""
        content = self._report(self.account(midterm_id), language)
        return put(path, lambda target: target.write(content))

    def write_for_coach(self, midterm_id: str, path: Path, language: Language) -> Path:
        """Write the report for the studiecoach: at the student's wish or with a concern, and recorded.

        Raises KnownErrors ``midterm-sealed``, ``coach-not-asked``.
        """
        account = self.account(midterm_id)
        if account.talk is None or not account.talk.may_go_to_coach:
            raise KnownError(
                "coach-not-asked",
                Text(
                    "De student heeft niet gevraagd dit te delen, en er is geen zorg gemeld.",
                    "The student did not ask to share this, and no concern was reported.",
                ),
                Text(
                    "Vink op de gesprekspagina aan wie het wil delen, of meld een zorg.",
                    "Tick on the page of the talk that it is to be shared, or report a concern.",
                ),
            )
        written = self.write_report(midterm_id, path, language)
        actor, now = self._desk.require_actor(), self._desk.now()
        with self._desk.workspace.writing() as unit:
            content = {"share": account.talk.share, "concern": account.talk.concern}
            unit.chains.append(midterm_id, kind="report-to-coach", actor_id=actor.id, at=now, content=content)
        return written

    def write_overview(self, path: Path, language: Language, wish: MidtermWish = ALL) -> Path:
        """Write who is where as a workbook; nothing of what anybody filled in."""
        from assessor.reports.midterm_overview import MidtermRow, write_midterm_overview

        today = self._desk.today()
        rows = [
            MidtermRow(
                student_number=line.student_number, student=line.student_name, cohort=line.cohort,
                programme=PROGRAMMES[line.programme].name, organisation=line.organisation, supervisor=line.supervisor,
                coordinator=line.coordinator, sent_on=line.sent_at.astimezone().date(), due=line.due, state=line.state,
                stand=line.stand, student_in=Respondent.STUDENT in line.inside,
                supervisor_in=Respondent.SUPERVISOR in line.inside, late=line.is_late(today), talked_on=line.talked_on,
                concluded_on=line.concluded_at.astimezone().date() if line.concluded_at else None,
            )
            for line in self._overview.lines(wish)
        ]  # fmt: skip
        return put(path, lambda target: write_midterm_overview(rows, target, language, made_on=today))

    def write_reminders(self, path: Path, language: Language, wish: MidtermWish = ALL) -> Path:
        """Write who is late as a workbook, each with a text ready to be mailed; KnownError ``nobody-late``."""
        from assessor.reports.midterm_overview import ReminderRow, write_midterm_reminders

        late = self._overview.reminders(wish)
        if not late:
            raise KnownError(
                "nobody-late",
                Text("Er is niemand te laat.", "Nobody is late."),
                Text(
                    "Wil je iemand eerder herinneren? Open de tussenevaluatie: de tekst staat daar klaar.",
                    "To remind somebody earlier, open the midterm evaluation: the text stands ready there.",
                ),
            )
        rows = [ReminderRow(one.occasion, one.line.student_number, one.line.organisation) for one in late]
        return put(path, lambda target: write_midterm_reminders(rows, target, language))

    # --- inside

    def _report(self, account: MidtermAccount, language: Language) -> bytes:
        from assessor.reports.midterm import write_midterm

        target = BytesIO()
        write_midterm(account, target, language, printed_at=self._desk.now())
        return target.getvalue()

    def _account(self, unit: Unit, midterm_id: str) -> MidtermAccount:
        midterm = unit.midterms.get(midterm_id)
        instrument = self._forms.instrument(unit, midterm)
        found = mirror_of(unit, midterm, instrument)
        talk = talk_of(unit.midterms.talk(midterm_id), instrument)
        earlier = previous(unit, midterm)
        return MidtermAccount(
            midterm=midterm,
            instrument=instrument,
            student=unit.students.get(midterm.student_id),
            organisation=_organisation(unit, midterm),
            coordinator=unit.people.get(midterm.coordinator_id).name,
            mirror=found,
            agenda=agenda(found, instrument),
            talk=None if talk.is_empty else talk,
            receipts=tuple(unit.midterms.receipts([midterm_id]).get(midterm_id, ())),
            before=earlier.sent_at.date() if earlier else None,
            after=towards_practice(unit, midterm, instrument),
        )


def _organisation(unit: Unit, midterm: Midterm) -> str:
    for one in unit.placements.of(midterm.student_id):
        if one.id == midterm.placement_id:
            return unit.organisations.get(one.organisation_id).name
    return ""
