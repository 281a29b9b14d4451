"""The line under a sheet's name that tells from which forms it was filled in beforehand, and which wait to be seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.desktop.wording import Wording
from assessor.domain.form_post import KeptForm
from assessor.domain.forms import FormKind
from assessor.services.forms.post import Post


class CameLine(QWidget):
    """What came along with one dossier, in a sentence; out of sight while nothing did.

    Signals:
        wanted: the user wants to see it.
    """

    wanted = Signal()

    def __init__(self, context: Context, dossier_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._dossier_id, self._words = context, dossier_id, Wording(context)
        self.told = label("", "small")
        self.look = button(self.tr("See what came along"), self.wanted.emit, kind="link", name="came")
        layout = row(spacing=GRID)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.look)
        self.setLayout(layout)
        self.show_stored()

    def show_stored(self) -> None:
        """Look again what came and what became of it."""
        around = self._context.application.forms.around(self._dossier_id)
        known = [(post, kept) for post in around for kept in post.kept if kept.in_force]
        taken = [self._named(*one) for one in known if self._is_used(*one)]
        waiting = [self._named(*one) for one in known if not self._is_used(*one)]
        sentences = []
        if taken:
            sentences.append(self.tr("Filled in from: {forms}.").format(forms=", ".join(taken)))
        if waiting:
            sentences.append(self.tr("To be taken over: {forms}.").format(forms=", ".join(waiting)))
        self.told.setText(" ".join(sentences))
        self.setVisible(bool(known))

    def _is_used(self, post: Post, kept: KeptForm) -> bool:
        """Advice is used as soon as it is there: it stands beside the criteria."""
        return kept.dossier_id == self._dossier_id or post.sent.kind is FormKind.ADVICE

    def _named(self, post: Post, kept: KeptForm) -> str:
        return self.tr("{form} ({day})").format(
            form=self._context.say(post.sent.kind.word), day=self._words.day(kept.received_at.date())
        )
