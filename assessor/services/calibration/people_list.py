"""Participants from a workbook or CSV file."""

from __future__ import annotations

from pathlib import Path

from assessor.exchange.participants_file import read_participants
from assessor.services.calibration.preparing import Invited


def listed(path: Path) -> list[Invited]:
    """Everybody on a list, as people to invite; the KnownErrors of `read_participants`."""
    return [Invited(one.name, one.organisation, one.mail, None, one.aspirant) for one in read_participants(path)]
