"""What there is to read on a criterion: levels, earlier agreements, and what assessors wrote without whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from assessor.desktop.calibration.reveal_view import Revealed
from assessor.desktop.furniture.surfaces import Card, column
from assessor.desktop.furniture.words import label
from assessor.desktop.theme import GRID
from assessor.domain.calibration.record import FollowUp
from assessor.domain.text import day_text
from assessor.services.calibration.rounds import Remark


def remarks_card(shown: Revealed, code: str, remarks: Sequence[Remark]) -> Card:
    """The remarks on a criterion under the level that they go with, the lowest first."""
    title = QCoreApplication.translate("Remarks", "What assessors wrote, without names")
    card = Card(label(title, "label"), spacing=6)
    scale, several = shown.instrument.model_of[code].scale, len(shown.casussen) > 1
    for (casus, mark), together in groupby(remarks, key=lambda one: (one.casus, one.mark)):
        level = shown.context.say(scale.word(mark)) if mark else QCoreApplication.translate("Remarks", "not scored")
        heading = f"{casus} · {level}" if several else level
        card.body.addWidget(label(heading[:1].upper() + heading[1:], "small"))
        for text, number in Counter(one.text for one in together).items():
            card.body.addWidget(label(f"“{text}”" if number == 1 else f"“{text}” ({number}×)"))
    return card


def criterion_words(shown: Revealed, code: str, earlier: FollowUp) -> QWidget | None:
    """What each level of a criterion says, and what earlier sessions agreed on it; None where there is nothing."""
    say, scale = shown.context.say, shown.instrument.model_of[code].scale
    descriptors = shown.instrument.criteria[code].descriptors
    lines = [
        label(f"{mark}  {say(scale.word(mark))}: {say(descriptors[mark])}")
        for mark in scale.marks
        if mark in descriptors
    ]
    for one in earlier.agreements:
        if one.criterion == code:
            when = day_text(earlier.days[one.session_id])
            words = QCoreApplication.translate("Remarks", "Agreed on {day}: {text} [{status}]")
            lines.append(label(words.format(day=say(when), text=one.text, status=say(one.status.word)), "muted"))
    if not lines:
        return None
    made = QWidget()
    made.setLayout(column(*lines, None, spacing=GRID))
    return made
