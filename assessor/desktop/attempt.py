"""Jobs whose refusal belongs in the place that asked, and not in a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from assessor.desktop.jobs import Progress
from assessor.domain.errors import KnownError

Answer = TypeVar("Answer")


def attempt(work: Callable[[Progress], Answer]) -> Callable[[Progress], Answer | KnownError]:
    """The same job, but a known error is its answer; anything else is still a bug and looks like one."""

    def attempted(progress: Progress) -> Answer | KnownError:
        try:
            return work(progress)
        except KnownError as refusal:
            return refusal

    return attempted
