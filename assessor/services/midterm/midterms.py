"""Everything that can be done with midterm evaluations, in one place for the desktop and the commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.domain.form_answers import Way
from assessor.domain.midterm.foresight import Foresight
from assessor.domain.text import Language
from assessor.services.changes import Changes
from assessor.services.desk import Desk
from assessor.services.forms.outbox import Progress
from assessor.services.midterm.midterm_forms import MidtermForms

if TYPE_CHECKING:
    from assessor.services.midterm.entering import Entering
    from assessor.services.midterm.kept_wish import KeptWish
    from assessor.services.midterm.overview import Overview
    from assessor.services.midterm.papers import MidtermPapers
    from assessor.services.midterm.receiving import Arrived
    from assessor.services.midterm.sending import MidtermSending
    from assessor.services.midterm.talking import Talking


def _go_on(_done: int, _total: int) -> bool:
    return True


class Midterms:
    """The use cases of midterm evaluations, each group loaded when it is first asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._forms = MidtermForms()

    def send(
        self,
        student_ids: Sequence[str],
        folder: Path,
        language: Language,
        *,
        ways: Sequence[Way] = (Way.PDF,),
        due: date | None = None,
        again: bool = False,
        progress: Progress = _go_on,
    ) -> tuple[MidtermSending, Changes]:
        """Send the midterm of these students out: a personal file per side, with its covering text and a list.

        Args:
            student_ids: whose newest placement is looked back on; a side whose form is in already gets nothing.
            folder: where the files go, in a folder per organisation; file names bear numbers and codes only.
            language: of forms and texts.
            ways: PDF, workbook or both.
            due: the day by which the forms are asked back.
            again: whether a placement that has had its midterm gets another one.
            progress: called with files done and total; answers False to stop.

        Returns:
            What was written and who was passed over with the reason. Raises KnownErrors ``cannot-write`` and
            ``disk-full``; what was written until then stays and is known.
        """
        from assessor.services.changes import Change
        from assessor.services.midterm.sending import Sender

        sender = Sender(self._desk, self._forms, folder, language, ways, due)
        sent = sender.send(student_ids, progress, again=again)
        return sent, tuple(Change("midterm", one) for one in sent.midterm_ids)

    def receive(self, paths: Sequence[Path], progress: Progress = _go_on) -> tuple[list[Arrived], Changes]:
        """Read what came back in files, folders, zips and mails, and seal it; of each file how it was taken."""
        from assessor.services.midterm.receiving import Receiving

        return Receiving(self._desk, self._forms).receive(paths, progress)

    def foresight(self, dossier_id: str) -> Mapping[str, Foresight]:
        """What the midterm before a practice assessment said, by criterion code; empty when there was none."""
        from assessor.services.midterm.before_practice import foresight_before

        with self._desk.workspace.reading() as unit:
            return foresight_before(unit, unit.dossiers.get(dossier_id))

    @cached_property
    def entering(self) -> Entering:
        """Filling in at this computer, and typing in from paper."""
        from assessor.services.midterm.entering import Entering

        return Entering(self._desk, self._forms)

    @cached_property
    def overview(self) -> Overview:
        """Where every midterm stands, who is late, and closing early."""
        from assessor.services.midterm.overview import Overview

        return Overview(self._desk, self._forms)

    @cached_property
    def kept_wish(self) -> KeptWish:
        """How the person at the keyboard left the list."""
        from assessor.services.midterm.kept_wish import KeptWish

        return KeptWish(self._desk)

    @cached_property
    def talking(self) -> Talking:
        """The mirror and the page of the talk."""
        from assessor.services.midterm.talking import Talking

        return Talking(self._desk, self._forms)

    @cached_property
    def papers(self) -> MidtermPapers:
        """Mirror, report and overview as files."""
        from assessor.services.midterm.papers import MidtermPapers

        return MidtermPapers(self._desk, self._forms, self.overview)
