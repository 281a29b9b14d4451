"""Attachments: what came with a dossier, kept inside the workspace and nowhere in clear until somebody saves a copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assessor.domain.attachments import (
    MAX_FILE,
    MAX_REFERENCE,
    Attachment,
    AttachmentKind,
    check_room,
    clean_name,
)
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.text import Text, same
from assessor.services.changes import Change, Changes
from assessor.services.desk import Desk
from assessor.services.records import seal
from assessor.services.written_file import written
from assessor.storage.links import WORKSPACE_CHAIN
from assessor.storage.unit import Unit

if TYPE_CHECKING:
    from assessor.exchange.attached_pages import PagePicture

PLACE = "attachments"
"""Where a change of the attachments stands within its dossier."""
EXPORTED = "exported"
"""The kind of the workspace chain's entry for a copy that was saved in clear."""


class Attachments:
    """The use cases of *Bijlagen*."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, dossier_id: str) -> list[Attachment]:
        """The attachments of a dossier, the oldest first, without their content."""
        with self._desk.workspace.reading() as unit:
            return unit.attachments.of(dossier_id)

    def content(self, attachment_id: str) -> bytes:
        """The bytes of an attachment, to show on the screen; they stay in memory."""
        with self._desk.workspace.reading() as unit:
            return unit.attachments.content(attachment_id)

    def page(self, attachment_id: str, page: int, most: tuple[int, int]) -> PagePicture:
        """A page of an attached PDF, counted from 0, as a picture of at most so many pixels; it stays in memory.

        Raises KnownErrors ``attachment-not-shown``, ``attachment-unknown``.
        """
        from assessor.exchange.attached_pages import picture_of

        return picture_of(self.content(attachment_id), page, most)

    def words(self, attachment_id: str) -> str:
        """The words of an attached document or workbook; they stay in memory.

        Raises KnownErrors ``attachment-not-shown``, ``attachment-unknown``.
        """
        from assessor.exchange.attached_words import words_of

        with self._desk.workspace.reading() as unit:
            kind = unit.attachments.get(attachment_id).kind
            content = unit.attachments.content(attachment_id)
        return words_of(content, kind)

    def add(self, dossier_id: str, path: Path) -> tuple[Attachment, Changes]:
        """Take a file in; its content tells what it is. The file itself stays where it is.

        Raises KnownErrors ``attachment-unreadable``, ``attachment-large``, ``attachments-full``, ``attachment-empty``,
        ``attachment-program``, ``attachment-unknown-kind``, ``attachment-twice``, ``not-your-dossier``.
        """
        from assessor.exchange.attached_file import count_pages, recognise

        content = read_upload(path)
        try:
            check_room(len(content), 0)
            kind = recognise(content)
        except KnownError as refusal:
            raise _named(refusal, path.name) from None
        pages = count_pages(content) if kind is AttachmentKind.PDF else None
        return self._add(self._new(dossier_id, path.name, kind, content, pages=pages), content)

    def refer(self, dossier_id: str, reference: str, name: str = "") -> tuple[Attachment, Changes]:
        """Note where a video is to be found: an address or a file name; nothing is fetched.

        Args:
            dossier_id: the dossier.
            reference: where it is, at most `MAX_REFERENCE` signs.
            name: what to call it; "" for the reference itself.

        Raises KnownErrors ``reference-missing``, ``attachment-twice``, ``not-your-dossier``.
        """
        reference = " ".join(reference.split())
        if not reference or len(reference) > MAX_REFERENCE:
            raise KnownError(
                "reference-missing",
                Text(
                    "Hier hoort te staan waar de video is te vinden.", "This must say where the video is to be found."
                ),
                Text(
                    "Vul een webadres of bestandsnaam in, van ten hoogste {most} tekens.",
                    "Enter a web address or file name of at most {most} signs.",
                ).fill(most=MAX_REFERENCE),
            )
        made = self._new(dossier_id, name.strip() or reference, AttachmentKind.REFERENCE, reference.encode())
        return self._add(replace(made, size=0, reference=reference), None)

    def remove(self, attachment_id: str) -> Changes:
        """Take an attachment away; only while the dossier is a concept."""
        with self._desk.workspace.writing() as unit:
            attachment = unit.attachments.get(attachment_id)
            dossier = self._own(unit, attachment.dossier_id)
            dossier.require_open()
            unit.attachments.remove(attachment_id)
            self._record(unit, dossier, "detached", attachment)
        return (Change("dossier", attachment.dossier_id, PLACE),)

    def save_copy(self, attachment_id: str, path: Path) -> Path:
        """Write a copy outside the workspace, in clear, whole or not at all; it is noted who did so and when.

        Raises KnownErrors ``attachment-unknown``, ``cannot-write``.
        """
        actor = self._desk.require_actor()
        with self._desk.workspace.reading() as unit:
            attachment = unit.attachments.get(attachment_id)
            content = unit.attachments.content(attachment_id)
        if attachment.kind is AttachmentKind.REFERENCE:
            content = f"{attachment.reference}\n".encode()
        noted = {"what": "attachment", "dossier": attachment.dossier_id, "imprint": attachment.imprint}

        def note() -> None:
            with self._desk.workspace.writing() as unit:
                unit.chains.append(
                    WORKSPACE_CHAIN, kind=EXPORTED, actor_id=actor.id, at=self._desk.now(), content=noted
                )

        write_noted(path, content, note)
        return path

    # --- inside

    def _new(
        self, dossier_id: str, name: str, kind: AttachmentKind, content: bytes, *, pages: int | None = None
    ) -> Attachment:
        return Attachment(
            id=self._desk.new_id(),
            dossier_id=dossier_id,
            name=clean_name(name),
            kind=kind,
            size=len(content),
            imprint=hashlib.sha256(content).hexdigest(),
            added_at=self._desk.now(),
            added_by=self._desk.require_actor().id,
            pages=pages,
        )

    def _add(self, attachment: Attachment, content: bytes | None) -> tuple[Attachment, Changes]:
        where = same(attachment.name)
        with self._desk.workspace.writing() as unit:
            dossier = self._own(unit, attachment.dossier_id)
            if any(other.imprint == attachment.imprint for other in unit.attachments.of(dossier.id)):
                raise KnownError(
                    "attachment-twice",
                    Text("Deze bijlage zit al bij het dossier.", "This attachment is with the dossier already."),
                    Text("Je hoeft niets te doen.", "There is nothing left to do."),
                    where,
                )
            if content is not None:
                try:
                    check_room(attachment.size, unit.attachments.room_taken(dossier.id))
                except KnownError as refusal:
                    raise _named(refusal, attachment.name) from None
            unit.attachments.add(attachment, content)
            self._record(unit, dossier, "attached", attachment)
        return attachment, (Change("dossier", dossier.id, PLACE),)

    def _own(self, unit: Unit, dossier_id: str) -> Dossier:
        dossier = unit.dossiers.get(dossier_id)
        cure = Text("Alleen die beoordelaar beheert de bijlagen.", "Only that assessor keeps its attachments.")
        self._desk.require_own(dossier, cure)
        return dossier

    def _record(self, unit: Unit, dossier: Dossier, kind: str, attachment: Attachment) -> None:
        """From *definitief* on everything is recorded, so also what comes and goes in a correction."""
        if dossier.state.is_open and dossier.revision == 1:
            return
        content = {"imprint_of_file": attachment.imprint, "file_kind": attachment.kind.value}
        seal(unit, dossier.id, kind, content, actor_id=self._desk.require_actor().id, at=self._desk.now())


def _named(refusal: KnownError, name: str) -> KnownError:
    return KnownError(refusal.code, refusal.what, refusal.cure, same(clean_name(name)))


def read_upload(path: Path) -> bytes:
    """The file's bytes, but no more than show that it is too large."""
    try:
        with path.open("rb") as source:
            return source.read(MAX_FILE + 1)
    except OSError:
        raise KnownError(
            "attachment-unreadable",
            Text("Dit bestand kan niet worden gelezen.", "This file cannot be read."),
            Text("Kies een bestand dat je zelf kunt openen.", "Choose a file that you can open yourself."),
            same(clean_name(path.name)),
        ) from None


def write_noted(path: Path, content: bytes, note: Callable[[], None]) -> None:
    """Write the copy beside its place, note it, and only then put it there: none lies about that was not noted."""
    with written(path) as target:
        target.write(content)
        target.flush()
        note()
