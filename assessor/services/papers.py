"""Paper: dossiers as PDF, in a folder of the user's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from assessor.domain.text import Language
from assessor.services.desk import Desk
from assessor.services.records import Records
from assessor.services.written_file import written


class Papers:
    """The use cases that end on paper."""

    def __init__(self, desk: Desk, records: Records) -> None:
        self._desk = desk
        self._records = records

    def write_dossiers(
        self,
        dossier_ids: Sequence[str],
        folder: Path,
        language: Language,
        progress: Callable[[int, int], bool] | None = None,
    ) -> list[Path]:
        """Write a PDF per dossier; file names bear the dossier number only, never a name.

        Args:
            dossier_ids: the dossiers.
            folder: where the files go; it is made when it is not there.
            language: the language of the paper.
            progress: called with dossiers done and total; answers False to stop.

        Returns:
            The files written. Each file is written whole or not at all.
        """
        made = []
        for done, dossier_id in enumerate(dossier_ids):
            if progress is not None and not progress(done, len(dossier_ids)):
                break
            made.append(self.write_dossier(dossier_id, folder / self.file_name(dossier_id), language))
        return made

    def file_name(self, dossier_id: str) -> str:
        """The neutral file name of a dossier's PDF."""
        with self._desk.workspace.reading() as unit:
            dossier = unit.dossiers.get(dossier_id)
        revision = f"-r{dossier.revision}" if dossier.revision > 1 else ""
        return f"dossier-{dossier.number}{revision}.pdf"

    def write_dossier(self, dossier_id: str, path: Path, language: Language) -> Path:
        """Write one dossier as a PDF, whole or not at all (KnownError when the folder refuses)."""
        from assessor.reports.dossier import write_dossier

        record = self._records.take(dossier_id)
        with written(path) as target:
            write_dossier(record, language, target, printed_at=self._desk.now())
        return path
