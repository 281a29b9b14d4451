"""An invitation travels as values, and scores as a file that says where it belongs and nothing else."""

from datetime import date

import pytest

from assessor.domain.calibration.casus import Casus, CasusKind
from assessor.domain.calibration.envelope import SCORES, SealedScores
from assessor.domain.calibration.invitation import Invitation
from assessor.domain.dossier import InstrumentKey

INVITATION = Invitation(
    "r1", "p1", "Ada Beuk", "AAAAA00001", "Rekenles", date(2026, 1, 20), "Breda", 1, "Lea Sluis", "00" * 32,
    InstrumentKey("pabo", "1.0", "f" * 64), ("3.1", "3.2"), (Casus("", "", "A", CasusKind.VIDEO, "Breuken"),),
)  # fmt: skip


def test_an_invitation_comes_back_from_its_values() -> None:
    assert Invitation.from_values(INVITATION.to_values()) == INVITATION
    assert INVITATION.id == "r1.p1"


@pytest.mark.parametrize("change", [{"day": "morgen"}, {"casussen": [["A", "hologram", ""]]}, {"instrument": ["x"]}])
def test_values_of_something_else_are_no_invitation(change: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Invitation.from_values(INVITATION.to_values() | change)


def test_scores_say_where_they_belong() -> None:
    scores = SealedScores("r1", "p1", b"\x00sealed\nbody")
    assert SealedScores.from_bytes(scores.to_bytes()) == scores


@pytest.mark.parametrize(
    "content",
    [b"", b"PDF", SCORES, SCORES + b"no json\n", SCORES + b'["a"]\n', SCORES + b"[1, 2]\n", SCORES + b'["a", "b"]'],
)
def test_other_files_are_no_scores(content: bytes) -> None:
    assert SealedScores.from_bytes(content) is None
