"""The whole example in steps that can be shown and stopped: the partnership, and two dossiers scored in full."""

from __future__ import annotations

from collections.abc import Callable

from assessor.services.assessments import Assessments
from assessor.services.desk import Desk
from assessor.services.example.building import STUDENTS, build_example
from assessor.services.example.demonstration import demonstrate
from assessor.services.records import Records
from assessor.services.results import Results

STEPS = 4
"""Steps that are reported: the empty workspace, the partnership, and a dossier of each programme."""


def fill_example(desk: Desk, progress: Callable[[int, int], bool], *, students: int = STUDENTS) -> bool:
    """Fill a new workspace with the example; nobody is at its keyboard afterwards.

    Args:
        desk: of a workspace without people or students.
        progress: called with steps done and steps in all; answers False to stop.
        students: how many there are to be.

    Returns:
        Whether the example is whole; False when it was stopped.
    """
    if not progress(1, STEPS):
        return False
    build_example(desk, students=students)
    assessments, results = Assessments(desk), Results(desk, Records(desk))
    for done, programme in enumerate(("pabo", "ad"), start=2):
        if not progress(done, STEPS):
            return False
        demonstrate(desk, assessments, results, programme)
    desk.actor = None
    progress(STEPS, STEPS)
    return True
