"""Proof that no form was changed while it was sealed."""

from __future__ import annotations

from collections.abc import Iterator

from assessor.domain.text import Text
from assessor.storage.unit import Unit


def faults(unit: Unit) -> Iterator[tuple[str, Text]]:
    """Per midterm (the beginning of its id) what is no longer as it was sealed."""
    kept: dict[str, dict[str, str]] = {}
    for name, (midterm_id, imprint) in unit.midterms.imprints().items():
        kept.setdefault(midterm_id, {})[name] = imprint
    for midterm_id in sorted(unit.midterms.ids()):
        there = kept.get(midterm_id, {})
        sealed = {
            str(entry.content["return"]): str(entry.content["sealed"])
            for entry in unit.chains.entries(midterm_id)
            if entry.kind == "form-sealed" and entry.content is not None
        }
        if any(sealed.get(name) != imprint for name, imprint in there.items()):
            yield midterm_id[:8], Text("Een verzegeld formulier is veranderd.", "A sealed form was altered.")
        if sealed.keys() - there.keys():
            yield midterm_id[:8], Text("Een verzegeld formulier ontbreekt.", "A sealed form is missing.")
