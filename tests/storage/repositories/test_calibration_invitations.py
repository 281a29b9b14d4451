"""An invitation with its files and answers is kept on both databases, and goes as a whole."""

import pytest

from assessor.domain.errors import KnownError
from assessor.storage.database import Database
from assessor.storage.repositories.calibration_invitations import InvitationFile, KeptInvitation
from tests.storage.partnership import ANS, NOON, minutes, settle

INVITATION = KeptInvitation("round.person", {"title": "Rekenles", "casussen": [{"code": "A"}]}, NOON, ANS.id)
FILE = InvitationFile("f1", 1, "les.pdf", "pdf")


@pytest.fixture
def kept(database: Database) -> Database:
    with database.writing() as unit:
        settle(unit)
        unit.calibration_invitations.add(INVITATION, [(FILE, b"%PDF")])
        unit.calibration_invitations.add(KeptInvitation("other", {}, minutes(1), ANS.id), [])
    return database


def test_what_was_sent_comes_back(kept: Database) -> None:
    with kept.reading() as unit:
        keep = unit.calibration_invitations
        assert keep.get(INVITATION.id) == INVITATION
        assert keep.find("nothing") is None
        assert [one.id for one in keep.of_person(ANS.id)] == ["other", INVITATION.id]
        assert {one.id for one in keep.all()} == {"other", INVITATION.id}
        assert keep.files(INVITATION.id) == [FILE]
        assert keep.content(INVITATION.id, FILE.id) == b"%PDF"
        for ask in (lambda: keep.get("nothing"), lambda: keep.content("other", FILE.id)):
            with pytest.raises(KnownError, match="invitation-unknown"):
                ask()


def test_an_answer_replaces_its_draft_and_may_be_taken_back(kept: Database) -> None:
    with kept.writing() as unit:
        keep = unit.calibration_invitations
        keep.answer(INVITATION.id, "level:1:3.1", "V")
        keep.keep_draft(INVITATION.id, "note:1:3.1", "Zag")
        assert (keep.answers(INVITATION.id), keep.drafts(INVITATION.id)) == (
            {"level:1:3.1": "V"},
            {"note:1:3.1": "Zag"},
        )
        keep.answer(INVITATION.id, "note:1:3.1", "Zag ik")
        keep.keep_draft(INVITATION.id, "note:1:3.1", "Zag ik n")
        keep.answer(INVITATION.id, "level:1:3.1", "")
        assert keep.answers(INVITATION.id) == {"note:1:3.1": "Zag ik"}
        keep.returned(INVITATION.id, minutes(5))
        assert keep.get(INVITATION.id).returned_at == minutes(5)


def test_it_goes_with_all_that_belongs_to_it(kept: Database) -> None:
    with kept.writing() as unit:
        keep = unit.calibration_invitations
        keep.answer(INVITATION.id, "level:1:3.1", "V")
        keep.erase([INVITATION.id])
        assert [one.id for one in keep.all()] == ["other"]
        assert keep.files(INVITATION.id) == []
        assert keep.answers(INVITATION.id) == {}
