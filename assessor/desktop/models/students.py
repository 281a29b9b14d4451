"""The table of students."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assessor.desktop.context import Context
from assessor.desktop.models.paged import Column, PagedTable
from assessor.desktop.wording import Wording
from assessor.domain.student import Student


class StudentTable(PagedTable[Student]):
    """Students that a search asks for, by last name; `sought` is that of the rows that are shown."""

    def __init__(self, context: Context) -> None:
        self.sought: tuple[str, str | None] = ("", None)
        words = Wording(context)
        students = context.application.students
        columns: list[Column[Student]] = [
            Column(
                QCoreApplication.translate("StudentTable", "Name"),
                lambda student: student.sorted_name,
                speak=lambda student: student.name,
            ),
            Column(QCoreApplication.translate("StudentTable", "Number"), lambda student: student.number),
            Column(
                QCoreApplication.translate("StudentTable", "Programme"),
                lambda student: words.course(student.programme, student.phase),
            ),
        ]
        super().__init__(
            columns,
            lambda limit, offset: students.search(*self.sought, limit, offset),
            lambda: students.count(*self.sought),
        )
