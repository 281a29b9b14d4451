"""Writing copies of forms to files: each is known to the workspace before its file exists, and written whole or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_post import SentForm
from assessor.domain.forms import FormCopy
from assessor.domain.text import Text, same
from assessor.services.desk import Desk
from assessor.services.written_file import written
from assessor.storage.unit import Unit

Progress = Callable[[int, int], bool]

AT_ONCE = 50
"""Recipients whose codes are committed together, before their files are written."""
SUFFIX = {Way.PDF: "pdf", Way.WORKBOOK: "xlsx"}

_Whom = TypeVar("_Whom")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One copy that is about to be written.

    Attributes:
        copy: the form and whose it is.
        path: its file; the name bears numbers and codes only.
        sent: what the workspace knows of it.
        letter: a covering text that comes beside it as a text file; "" for none.
    """

    copy: FormCopy
    path: Path
    sent: SentForm
    letter: str = ""


class Outbox:
    """Writes the files of one sending; `written` holds what is there, also after a stop or a refusal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._now = desk.now()
        self.written: list[Outgoing] = []

    def send(
        self,
        recipients: Sequence[_Whom],
        copies_for: Callable[[Unit, _Whom], Iterable[Outgoing]],
        total: int,
        progress: Progress,
    ) -> bool:
        """Write the copies of each recipient.

        Args:
            recipients: for whom.
            copies_for: makes the copies of one of them, and may note more in the same unit of work.
            total: how many files there will be, for the progress.
            progress: called with files done and total; answers False to stop.

        Returns:
            Whether everything was written; what was not is forgotten again.
        """
        for start in range(0, len(recipients), AT_ONCE):
            with self._desk.workspace.writing() as unit:
                copies = [copy for one in recipients[start : start + AT_ONCE] for copy in copies_for(unit, one)]
                unit.forms.send([copy.sent for copy in copies])
            before = len(self.written)
            self._write(copies, total, progress)
            if len(self.written) - before < len(copies):
                return False
        return True

    def _write(self, copies: Sequence[Outgoing], total: int, progress: Progress) -> None:
        before = len(self.written)
        try:
            for copy in copies:
                if not progress(len(self.written), total):
                    break
                if copy.letter:
                    with written(copy.path.with_suffix(".txt")) as target:
                        target.write(copy.letter.encode())
                with written(copy.path) as target:
                    target.write(self._content(copy))
                self.written.append(copy)
        finally:
            left = [copy.sent.code for copy in copies[len(self.written) - before :]]
            if left:
                with self._desk.workspace.writing() as unit:
                    unit.forms.forget(left)

    def _content(self, outgoing: Outgoing) -> bytes:
        target = BytesIO()
        if outgoing.sent.way is Way.PDF:
            from assessor.exchange.form_pdf import write_form_pdf

            write_form_pdf(outgoing.copy, target, printed_at=self._now)
        else:
            from assessor.exchange.form_workbook import write_form_workbook

            write_form_workbook(outgoing.copy, target)
        return target.getvalue()


def make_folder(folder: Path) -> None:
    """Make the folder where it is not there (KnownError ``cannot-write`` when it refuses)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise KnownError(
            "cannot-write",
            Text("In deze map kan niets worden opgeslagen.", "Nothing can be saved in this folder."),
            Text("Kies een andere map.", "Choose another folder."),
            same(folder.name),
        ) from None
