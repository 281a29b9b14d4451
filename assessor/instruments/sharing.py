"""Text shared by reference: ``"@pabo-praktijkbeoordeling/1.0#2.1"`` stands for the text of that criterion.

A reference names a version, so that a form stays what it is when the other one gets a newer version. What is frozen
with a dossier is always the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from assessor.domain.instrument import Criterion, Instrument
from assessor.domain.text import Text
from assessor.instruments.problem import quoted
from assessor.instruments.table import Table, any_of

Lookup = Callable[[str, str], Instrument | None]
"""From id and version to a form that can be read, or None."""

_REFERENCE: Final = re.compile(r"@(?P<form>[a-z0-9-]+)/(?P<version>[0-9.]+)#(?P<criterion>[A-Za-z0-9._-]+)")


def nowhere(form: str, version: str) -> Instrument | None:  # noqa: ARG001 - a Lookup by its shape
    """The lookup of a form that stands alone: every reference is unknown."""
    return None


def shared_name(table: Table, lookup: Lookup) -> Text | None:
    """The name that the criterion shares, None when it writes its own."""
    value = table.value("name")
    if not isinstance(value, str):
        return None
    criterion = _criterion(table, "name", value, lookup)
    return criterion.name if criterion else Text("", "")


def shared_texts(table: Table, key: str, lookup: Lookup) -> Mapping[str, Text] | None:
    """The descriptors or questions (``key``) that the criterion shares, None when it writes its own."""
    value = table.value(key)
    if not isinstance(value, str):
        return None
    criterion = _criterion(table, key, value, lookup)
    if criterion is None:
        return {}
    texts = criterion.descriptors if key == "descriptor" else criterion.questions
    if not texts:
        table.error("sharing-empty", key, value=quoted(value), key=key)
    return texts


def _criterion(table: Table, key: str, value: str, lookup: Lookup) -> Criterion | None:
    match = _REFERENCE.fullmatch(value)
    if match is None:
        table.error("sharing-shape", key, value=quoted(value))
        return None
    form = lookup(match["form"], match["version"])
    if form is None:
        table.error("sharing-form", key, value=quoted(value))
        return None
    criterion = form.criteria.get(match["criterion"])
    if criterion is None:
        table.error("sharing-criterion", key, value=quoted(value), options=any_of(form.criteria))
    return criterion
