"""The programmes and the words that differ between them (practice text, section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessor.domain.text import Text


@dataclass(frozen=True, slots=True)
class Programme:
    """An opleiding with its variants and its own words."""

    code: str
    name: Text
    variants: Mapping[str, Text]
    supervisor: Text
    child: Text
    activity: Text
    organisation: Text
    professional: Text
    preparation: Text


PABO = Programme(
    code="pabo",
    name=Text("pabo", "primary teacher training (pabo)"),
    variants={
        "voltijd": Text("voltijd", "full-time"),
        "deeltijd": Text("deeltijd", "part-time"),
        "zij-instroom": Text("zij-instroom en maatwerk", "lateral entry and made to measure"),
    },
    supervisor=Text("mentor", "mentor"),
    child=Text("leerling", "pupil"),
    activity=Text("les of activiteit", "lesson or activity"),
    organisation=Text("school", "school"),
    professional=Text("leraar", "teacher"),
    preparation=Text("lesvoorbereiding", "lesson preparation"),
)

AD = Programme(
    code="ad",
    name=Text("Ad", "associate degree (Ad)"),
    variants={
        "pep": Text("Pedagogisch Educatief Professional", "Pedagogical Educational Professional"),
        "dep": Text("Didactisch Educatief Professional", "Didactic Educational Professional"),
    },
    supervisor=Text("praktijkbegeleider", "practice supervisor"),
    child=Text("kind", "child"),
    activity=Text("activiteit", "activity"),
    organisation=Text("organisatie", "organisation"),
    professional=Text("professional", "professional"),
    preparation=Text("activiteitvoorbereiding", "activity preparation"),
)

PROGRAMMES: Mapping[str, Programme] = {programme.code: programme for programme in (PABO, AD)}
