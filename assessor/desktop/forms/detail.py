"""The right half of *Wat kwam er mee*: one form, why it cannot be taken in, or what it would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QWidget

from assessor.desktop.context import Context
from assessor.desktop.forms.arrivals import Arrival
from assessor.desktop.forms.differences import Differences
from assessor.desktop.furniture.buttons import button
from assessor.desktop.furniture.surfaces import Banner, clear, column, row
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.form_answers import Problem
from assessor.domain.form_proposals import Proposal

_SHOWN_PROBLEMS = 5


class Detail(QWidget):
    """One form.

    Signals:
        taking: the user takes over the ticked places (or only keeps the form, when nothing is ticked).
        choosing: the user wants this version to count.
    """

    taking = Signal()
    choosing = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.arrival: Arrival | None = None
        self.title, self.subtitle = label("", "heading"), label("", "muted")
        self._banners = column(spacing=GRID)
        self.explanation = label("", "muted")
        self.differences = Differences(self)
        self.differences.chosen.connect(self._tell_button)
        self.all = button(self.tr("Tick all"), lambda: self.differences.tick_all(True), kind="quiet", name="tick-all")
        self.none = button(self.tr("Tick none"), lambda: self.differences.tick_all(False), kind="quiet", name="none")
        self.take = button(self.tr("Take over"), self.taking.emit, kind="primary", shortcut="Ctrl+Return", name="take")
        self.choose = button(self.tr("Let this version count"), self.choosing.emit, name="choose")
        layout = column(self.title, self.subtitle, self._banners, self.explanation, spacing=GRID)
        layout.addWidget(self.differences, 1)
        self._filler = QWidget()
        layout.addWidget(self._filler, 1)
        layout.addLayout(row(self.all, self.none, None, self.choose, self.take))
        self.setLayout(layout)
        self.show_arrival(None, ())

    def show_arrival(self, arrival: Arrival | None, proposals: Sequence[Proposal], *, fits: bool = False) -> None:
        """Show one form.

        Args:
            arrival: the form, None for nothing.
            proposals: what it would change.
            fits: whether there is an open dossier into which it can go.
        """
        self.arrival = arrival
        clear(self._banners)
        for part in (self.title, self.subtitle, self.explanation, self.differences, self.all, self.none):
            part.setVisible(arrival is not None)
        self.choose.setVisible(arrival is not None and arrival.kept is not None and not arrival.kept.in_force)
        self.take.setVisible(False)
        if arrival is None:
            self._filler.show()
            return
        self.title.setText(arrival.title(self._context.language))
        self.subtitle.setText(self._subtitle(arrival))
        self._show_banners(arrival)
        offered = bool(proposals)
        for part in (self.differences, self.all, self.none):
            part.setVisible(offered)
        self._filler.setVisible(not offered)
        self.differences.show_proposals(proposals, self._context.language, ticked=not arrival.is_advice)
        self.explanation.setText(self._explanation(arrival, offered=offered, fits=fits))
        self.explanation.setVisible(bool(self.explanation.text()))
        received = arrival.received
        self.take.setVisible(offered if received is None else received.is_acceptable)
        self._tell_button()

    def _subtitle(self, arrival: Arrival) -> str:
        parts = [arrival.about()]
        if arrival.received is not None and arrival.sent is not None:
            parts.append(arrival.received.file)
        if arrival.kept is not None:
            moment = QDateTime.fromSecsSinceEpoch(int(arrival.kept.received_at.timestamp()))
            said = self._context.locale.toString(moment, QLocale.FormatType.ShortFormat)
            parts.append(self.tr("received {moment}").format(moment=said))
        return " · ".join(part for part in parts if part)

    def _show_banners(self, arrival: Arrival) -> None:
        language = self._context.language
        refusal = arrival.received.refusal if arrival.received is not None else None
        if refusal is not None:
            words = f"{refusal.what.say(language)} {refusal.cure.say(language)}"
            self._banners.addWidget(Banner("insufficient", words))
        if arrival.problems:
            self._banners.addWidget(Banner("warning", self._problems(arrival.problems)))

    def _problems(self, problems: Sequence[Problem]) -> str:
        language = self._context.language
        lines = [
            ": ".join(part for part in (one.where.say(language), f"{one.what.say(language)}") if part)
            for one in problems[:_SHOWN_PROBLEMS]
        ]
        left = len(problems) - len(lines)
        lines += [self.tr("and %n more", "", left)] if left > 0 else []
        return "\n".join([self.tr("Not taken over, because it is not clear:"), *lines])

    def _explanation(self, arrival: Arrival, *, offered: bool, fits: bool) -> str:
        if arrival.kept is None and arrival.received is None:
            return self.tr("This form was sent. Drop the file here when it comes back.")
        if arrival.received is not None and not arrival.received.is_acceptable:
            return ""
        if not fits:
            return self.tr("There is no open dossier for it yet. Keep the form; it waits for the dossier.")
        if arrival.is_advice:
            return self.tr(
                "The advice stands beside each criterion; its levels are never taken over. Tick the examples that you "
                "want in your explanation, with the mentor as source."
            )
        return "" if offered else self.tr("Everything in this form stands in the dossier already.")

    def _tell_button(self) -> None:
        count = len(self.differences.places) if self.differences.isVisibleTo(self) else 0
        received = self.arrival is not None and self.arrival.received is not None
        self.take.setText(self.tr("Take over %n", "", count) if count else self.tr("Keep"))
        self.take.setEnabled(bool(count) or received)
