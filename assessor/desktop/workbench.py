"""The workbench: rail on the left, pages on the right; pages are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from assessor.desktop.context import Context, Part, Section
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.page import Page
from assessor.desktop.rail import Rail
from assessor.services.changes import Changes

if TYPE_CHECKING:
    from assessor.desktop.dialogs.asking import AskingDialog


class Workbench(QWidget):
    """Where a signed-in person works; it is the `Navigator` of its pages.

    Signals:
        left: the person wants to lock the window.
        helping: the person wants to see the keys and the manual.
        redressed: language, theme or text size changed, so that everything must be built anew.
    """

    left = Signal()
    redressed = Signal()
    helping = Signal()

    def __init__(self, context: Context, *, recovered: bool = False) -> None:
        super().__init__()
        context.navigator = self
        self.context = context
        self._recovered = recovered
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._section: Section = "start"
        actor = context.application.desk.actor
        self.rail = Rail(actor.name if actor is not None else "", self)
        self.rail.chosen.connect(self.go)
        self.rail.leaving.connect(self.sign_out)
        self.rail.helping.connect(self.helping)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("pages")
        layout = row(self.rail, spacing=0)
        layout.addWidget(self.stack, 1)
        self.setLayout(layout)
        self.setAcceptDrops(True)
        context.hub.changed.connect(self._changed)
        self.go("start")

    # --- the way to pages

    def go(self, section: Section) -> None:
        """Show a section of the rail."""
        if self._may_leave():
            self._section = section
            self._show(section, lambda: self._new_section(section))
        self.rail.show_section(self._section)

    def open_dossier(self, dossier_id: str, part: Part = "sheet", place: str = "") -> None:
        """Show a dossier's sheet, check page or result."""
        if not self._may_leave():
            return
        self._section = "assessments"
        self.rail.show_section(self._section)
        if part == "sheet":
            self._open_sheet(dossier_id, place)
        elif part == "check":
            from assessor.desktop.pages.check import CheckPage

            check = self._show("check", lambda: CheckPage(self.context))
            if isinstance(check, CheckPage):
                check.show_dossier(dossier_id)
        else:
            from assessor.desktop.pages.result import ResultPage

            result = self._show("result", lambda: ResultPage(self.context))
            if isinstance(result, ResultPage):
                result.show_dossier(dossier_id)

    def start_assessment(self, student_id: str | None = None) -> None:
        """Ask what a new practice assessment needs."""
        from assessor.desktop.dialogs.start_assessment import StartAssessmentDialog

        if self._may_leave():
            StartAssessmentDialog(self.context, student_id, self).exec()

    def open_midterm(self, midterm_id: str) -> None:
        """Show a midterm evaluation."""
        from assessor.desktop.midterm.page import MidtermsPage

        self.go("midterms")
        page = self.stack.currentWidget()
        if isinstance(page, MidtermsPage):
            page.show_midterm(midterm_id)

    def open_student(self, student_id: str) -> None:
        """Show a student among the students."""
        from assessor.desktop.pages.students import StudentsPage

        self.go("students")
        page = self.stack.currentWidget()
        if isinstance(page, StudentsPage):
            page.show_student(student_id)

    def lend(self) -> None:
        """Take the rail away, and its keys with it: somebody else sits here."""
        self.rail.hide()

    def take_back(self) -> None:
        """Bring the rail back; where a PIN guards this person's work, the window locks first."""
        self.rail.show()
        actor = self.context.application.desk.require_actor()
        if self.context.application.people.has_pin(actor.id):
            self.sign_out()

    def sign_out(self) -> None:
        """Lock the window."""
        if self._may_leave():
            self.left.emit()

    def redress(self) -> None:
        """Build everything anew in another dress."""
        if self._may_leave():
            self.redressed.emit()

    def take_focus(self) -> None:
        """Put the focus where work starts on the page on screen."""
        current = self.stack.currentWidget()
        if isinstance(current, Page):
            current.take_focus()

    # --- inside

    def _new_section(self, section: Section) -> Page:
        if section == "start":
            from assessor.desktop.pages.start import StartPage

            return StartPage(self.context, recovered=self._recovered)
        return self._page_of(section)

    def _page_of(self, section: Section) -> Page:
        made: Page
        if section == "assessments":
            from assessor.desktop.pages.assessments import AssessmentsPage

            made = AssessmentsPage(self.context)
        elif section == "midterms":
            from assessor.desktop.midterm.page import MidtermsPage

            made = MidtermsPage(self.context)
        elif section == "students":
            from assessor.desktop.pages.students import StudentsPage

            made = StudentsPage(self.context)
        elif section == "instruments":
            from assessor.desktop.pages.instruments import InstrumentsPage

            made = InstrumentsPage(self.context)
        elif section == "calibration":
            from assessor.desktop.pages.calibration import CalibrationPage

            made = CalibrationPage(self.context)
        else:
            from assessor.desktop.pages.administration import AdministrationPage

            made = AdministrationPage(self.context)
        return made

    def _open_sheet(self, dossier_id: str, place: str) -> None:
        from assessor.desktop.sheet.page import SheetPage

        known = self._pages.get("sheet")
        stored = self.context.application.work.dossier(dossier_id)
        if isinstance(known, SheetPage) and (known.dossier.id, known.dossier.state) != (stored.id, stored.state):
            self._drop("sheet")
        fresh = "sheet" not in self._pages
        sheet = self._show("sheet", lambda: SheetPage(self.context, dossier_id))
        if not isinstance(sheet, SheetPage):
            return
        if fresh:
            sheet.details_wanted.connect(self._describe)
            sheet.closing_wanted.connect(self._close_without_verdict)
            sheet.forms_wanted.connect(self.show_forms)
        if place:
            sheet.show_place(place)

    def _describe(self, dossier_id: str) -> None:
        from assessor.desktop.dialogs.describing import DescribeDialog

        self._ask(DescribeDialog(self.context, self, self.context.application.work.dossier(dossier_id)))

    def show_forms(self, dossier_id: str | None = None, files: Sequence[Path] = ()) -> None:
        """Show what came along with a student, or (without a dossier) what is in the files that were dropped."""
        from assessor.desktop.forms.dialog import CameAlongDialog

        if self._may_leave():
            dialog = CameAlongDialog(self.context, self, dossier_id)
            dialog.open()
            if files:
                dialog.take_files(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that can be forms, wherever on the window nothing else takes them."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See what came back in the files."""
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        # Once the hand that dragged them has let go.
        QTimer.singleShot(0, self, lambda: self.show_forms(None, files))

    def _close_without_verdict(self, dossier_id: str) -> None:
        from assessor.desktop.dialogs.closing import CloseDialog

        if self._ask(CloseDialog(self.context, self, dossier_id)):
            self._drop("sheet")
            self.open_dossier(dossier_id, "result")

    def _ask(self, dialog: AskingDialog) -> bool:
        accepted = bool(dialog.exec())
        if accepted:
            self.context.hub.tell(dialog.changes)
        return accepted

    def _show(self, key: str, make: Callable[[], Page]) -> Page:
        page = self._pages.get(key)
        if page is None:
            page = make()
            self._pages[key] = page
            self.stack.addWidget(page)
            if key != "sheet":
                page.reload()
        elif key in self._stale:
            page.reload()
        self._stale.discard(key)
        self.stack.setCurrentWidget(page)
        page.take_focus()
        return page

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key)
        self.stack.removeWidget(page)
        page.deleteLater()

    def _may_leave(self) -> bool:
        current = self.stack.currentWidget()
        return current.leave() if isinstance(current, Page) else True

    def leave(self) -> bool:
        """Record what is being typed on any page; False when some of it could not be stored."""
        left = [page.leave() for page in self._pages.values()]
        return all(left)

    def _changed(self, changes: Changes, initiator: QObject | None) -> None:
        for key, page in self._pages.items():
            if page is initiator:
                continue
            if page is self.stack.currentWidget():
                page.refresh(changes)
            else:
                self._stale.add(key)
