"""Attachments of dossiers; their bytes are read only when somebody opens one."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from assessor.domain.attachments import Attachment, AttachmentKind
from assessor.storage import tables
from assessor.storage.failures import unknown
from assessor.storage.rows import AnyRow


class Attachments:
    """What was attached to dossiers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, attachment: Attachment, content: bytes | None = None) -> None:
        """Keep an attachment; a reference has no content."""
        row = {
            "id": attachment.id,
            "dossier_id": attachment.dossier_id,
            "name": attachment.name,
            "kind": attachment.kind.value,
            "size": attachment.size,
            "imprint": attachment.imprint,
            "pages": attachment.pages,
            "reference": attachment.reference,
            "added_at": attachment.added_at,
            "added_by": attachment.added_by,
        }
        self._connection.execute(insert(tables.attachments).values(row))
        if content is not None:
            bytes_row = {"attachment_id": attachment.id, "content": content}
            self._connection.execute(insert(tables.attachment_contents).values(bytes_row))

    def of(self, dossier_id: str) -> list[Attachment]:
        """The attachments of a dossier, the oldest first."""
        attachments = tables.attachments
        query = select(attachments).where(attachments.c.dossier_id == dossier_id)
        rows = self._connection.execute(query.order_by(attachments.c.added_at, attachments.c.name, attachments.c.id))
        return [_attachment(row) for row in rows]

    def get(self, attachment_id: str) -> Attachment:
        """One attachment; KnownError ``attachment-unknown`` when none has this id."""
        attachments = tables.attachments
        row = self._connection.execute(select(attachments).where(attachments.c.id == attachment_id)).one_or_none()
        if row is None:
            raise unknown("attachment")
        return _attachment(row)

    def content(self, attachment_id: str) -> bytes:
        """The bytes of an attachment, b"" of a reference."""
        contents = tables.attachment_contents
        query = select(contents.c.content).where(contents.c.attachment_id == attachment_id)
        return bytes(self._connection.execute(query).scalar_one_or_none() or b"")

    def room_taken(self, dossier_id: str) -> int:
        """Bytes that the attachments of a dossier take."""
        attachments = tables.attachments
        query = select(func.coalesce(func.sum(attachments.c.size), 0)).where(attachments.c.dossier_id == dossier_id)
        return int(self._connection.execute(query).scalar_one())

    def remove(self, attachment_id: str) -> None:
        """Take an attachment away with its bytes."""
        contents, attachments = tables.attachment_contents, tables.attachments
        self._connection.execute(delete(contents).where(contents.c.attachment_id == attachment_id))
        self._connection.execute(delete(attachments).where(attachments.c.id == attachment_id))


def _attachment(row: AnyRow) -> Attachment:
    return Attachment(
        id=row.id,
        dossier_id=row.dossier_id,
        name=row.name,
        kind=AttachmentKind(row.kind),
        size=row.size,
        imprint=row.imprint,
        added_at=row.added_at,
        added_by=row.added_by,
        pages=row.pages,
        reference=row.reference,
    )
