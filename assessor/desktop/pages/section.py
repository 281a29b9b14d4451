"""A section of *Beheer*."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.page import Page
from assessor.services.changes import Changes


class AdministrationSection(QWidget):
    """The base of a section: it loads what it shows in `reload`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def reload(self) -> None:
        """Load what the section shows."""
        raise NotImplementedError

    def tell(self, changes: Changes) -> None:
        """Tell the other pages what changed; the page around the section knows it already."""
        owner: QWidget | None = self
        while owner is not None and not isinstance(owner, Page):
            owner = owner.parentWidget()
        self.context.hub.tell(changes, owner)
