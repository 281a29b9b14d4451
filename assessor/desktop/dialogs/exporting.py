"""What of the list is to be saved, as what, and in which language; the file itself is chosen next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.dialogs.asking import AskingDialog
from assessor.desktop.furniture.form import Choice, FormRows
from assessor.desktop.furniture.surfaces import Banner
from assessor.domain.text import Language
from assessor.services.changes import Changes
from assessor.services.exports import Kind

Form = Literal["table", "pdf"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants saved: the chosen rows or everything found, as which kind, in which language."""

    only_chosen: bool
    kind: Kind | Literal["pdf"]
    language: Language


class ExportDialog(AskingDialog):
    """Asks what goes out.

    Args:
        context: what every page is given.
        parent: the page.
        form: a table of many dossiers, or a PDF of each.
        chosen: how many rows are chosen.
        found: how many dossiers the list found.
    """

    def __init__(self, context: Context, parent: QWidget | None, form: Form, chosen: int, found: int) -> None:
        if form == "pdf":
            words = (
                QCoreApplication.translate("ExportDialog", "Save PDFs"),
                QCoreApplication.translate("ExportDialog", "A PDF of each assessment, named by its number."),
                QCoreApplication.translate("ExportDialog", "Choose a folder…"),
            )
        else:
            words = (
                QCoreApplication.translate("ExportDialog", "Save as workbook"),
                QCoreApplication.translate(
                    "ExportDialog",
                    "A row for each assessment, a row for each criterion, and what each column means.",
                ),
                QCoreApplication.translate("ExportDialog", "Choose a file…"),
            )
        super().__init__(context, parent, *words)
        as_pdf = form == "pdf"
        self.which = Choice(
            [
                ("chosen", self.tr("%n chosen", "", chosen)),
                ("found", self.tr("all %n found", "", found)),
            ],
            "chosen" if chosen > 1 else "found",
        )
        self.kind = Choice(
            [("pdf", "PDF")]
            if as_pdf
            else [
                ("xlsx", self.tr("workbook (xlsx)")),
                ("csv", self.tr("CSV, a row for each assessment")),
                ("criteria.csv", self.tr("CSV, a row for each criterion")),
            ]
        )
        self.language = Choice([("nl", self.tr("Dutch")), ("en", self.tr("English"))], context.language)
        rows = FormRows()
        rows.add(self.tr("Assessments"), self.which)
        if not as_pdf:
            rows.add(self.tr("As"), self.kind)
        rows.add(self.tr("Language"), self.language)
        self.body.addLayout(rows)
        self.body.addWidget(
            Banner("warning", self.tr("What you save here is not encrypted. That you saved it is recorded."))
        )
        self.which.setFocus()

    def carry_out(self) -> Changes:
        """Nothing is done yet: the file is chosen next."""
        return ()

    @property
    def wish(self) -> Wish:
        """What was asked for."""
        kinds: dict[str, Kind | Literal["pdf"]] = {
            "pdf": "pdf",
            "xlsx": "xlsx",
            "csv": "csv",
            "criteria.csv": "criteria.csv",
        }
        language: Language = "nl" if self.language.code == "nl" else "en"
        return Wish(self.which.code == "chosen", kinds[self.kind.code], language)
