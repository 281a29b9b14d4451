"""What assessors wrote with their scores on a criterion, without whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from assessor.desktop.calibration.reveal_view import Revealed
from assessor.desktop.furniture.surfaces import Card
from assessor.desktop.furniture.words import label
from assessor.services.calibration.rounds import Remark

_TR = "Remarks"


def remarks_card(shown: Revealed, code: str, remarks: Sequence[Remark]) -> Card:
    """The remarks on a criterion under the level that they go with, the lowest first."""
    title = QCoreApplication.translate(_TR, "What assessors wrote, without names")
    card = Card(label(title, "label"), spacing=6)
    scale, several = shown.instrument.model_of[code].scale, len(shown.casussen) > 1
    for (casus, mark), together in groupby(remarks, key=lambda one: (one.casus, one.mark)):
        level = shown.context.say(scale.word(mark)) if mark else QCoreApplication.translate(_TR, "not scored")
        heading = f"{casus} · {level}" if several else level
        card.body.addWidget(label(heading[:1].upper() + heading[1:], "small"))
        for text, number in Counter(one.text for one in together).items():
            card.body.addWidget(label(f"“{text}”" if number == 1 else f"“{text}” ({number}×)"))
    return card
