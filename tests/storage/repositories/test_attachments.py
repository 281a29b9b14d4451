"""Attachments come back byte for byte, and are gone when they are removed."""

import pytest
from sqlalchemy import func, select

from assessor.domain.attachments import Attachment, AttachmentKind
from assessor.domain.errors import KnownError
from assessor.storage import tables
from assessor.storage.database import Database
from tests.storage.partnership import ANS, NOON, minutes, start

CONTENT = bytes(range(256)) * 64


def attached(dossier_id: str, number: int = 1, **changes: object) -> Attachment:
    values = {
        "id": f"{number:032}", "dossier_id": dossier_id, "name": "lesformulier.pdf", "kind": AttachmentKind.PDF,
        "size": len(CONTENT), "imprint": "0" * 64, "added_at": minutes(number), "added_by": ANS.id, "pages": 2,
    }  # fmt: skip
    return Attachment(**(values | changes))  # type: ignore[arg-type]


def test_an_attachment_comes_back_byte_for_byte(database: Database) -> None:
    with database.writing() as unit:
        dossier, other = start(unit).id, start(unit).id
        form = attached(dossier, 2)
        video = attached(
            dossier,
            1,
            kind=AttachmentKind.REFERENCE,
            size=0,
            pages=None,
            name="Les breuken",
            reference="kast B, band 4",
        )
        unit.attachments.add(form, CONTENT)
        unit.attachments.add(video)
        unit.attachments.add(attached(other, 3), b"%PDF-")
    with database.reading() as unit:
        assert unit.attachments.of(dossier) == [video, form]
        assert unit.attachments.get(form.id) == form
        assert unit.attachments.content(form.id) == CONTENT
        assert unit.attachments.content(video.id) == b""
        assert unit.attachments.room_taken(dossier) == len(CONTENT)
        assert unit.attachments.room_taken("nobody") == 0


def test_a_removed_attachment_leaves_nothing(database: Database) -> None:
    with database.writing() as unit:
        dossier = start(unit).id
        unit.attachments.add(attached(dossier), CONTENT)
        unit.attachments.remove(attached(dossier).id)
        left = select(func.count()).select_from(tables.attachment_contents)
        assert unit.connection.execute(left).scalar_one() == 0
        with pytest.raises(KnownError, match="attachment-unknown"):
            unit.attachments.get(attached(dossier).id)
        assert unit.attachments.of(dossier) == []


def test_when_it_was_added_is_kept_with_its_zone(database: Database) -> None:
    with database.writing() as unit:
        unit.attachments.add(attached(start(unit).id, 0), CONTENT)
    with database.reading() as unit:
        assert unit.attachments.get("0" * 32).added_at == NOON
