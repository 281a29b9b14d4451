"""Whole days of work in a few lines, for the stories of the services' tests."""

from __future__ import annotations

from datetime import date

from assessor.application import Application
from assessor.domain.dossier import Activity, Dossier
from assessor.domain.ratings import Place, Source
from assessor.domain.student import Student
from assessor.services.assessments import Start

ACTIVITY = Activity(date(2026, 1, 19), "groep 5", "Breuken")
SEEN = frozenset({Source.SEEN})


def begun(app: Application, student: Student) -> Dossier:
    """A dossier that was just started."""
    dossier, _ = app.assessments.start(Start(student.id, ACTIVITY))
    return dossier


def scored(app: Application, student: Student, **marks: str) -> Dossier:
    """A dossier with everything filled in: voldoende but for `marks` (as _4_6="O"), noted and motivated."""
    dossier = begun(app, student)
    named = {name.strip("_").replace("_", "."): mark for name, mark in marks.items()}
    instrument = app.desk.instrument_of(dossier)
    for code, model in instrument.model_of.items():
        mark = named.get(code, "V")
        app.assessments.rate(dossier.id, code, mark)
        if mark != "V":
            app.assessments.note(dossier.id, code, f"Gezien bij criterium {code} op 19 januari.")
            if model.needs_source:
                app.assessments.set_sources(dossier.id, code, SEEN)
    for model in instrument:
        app.assessments.write(
            dossier.id, Place.motivation(model.code), "Laat dit in meerdere situaties zien, ook alleen."
        )
        if any(code in named for code in (one.code for one in model.criteria)):
            app.assessments.write(dossier.id, Place.announced(model.code), "Besproken op 3 december.")
    app.assessments.write(dossier.id, Place.STRENGTH, "Je ziet elk kind.")
    app.assessments.write(dossier.id, Place.DEVELOPMENT, "Bouw rust in bij overgangen.")
    return app.work.dossier(dossier.id)


def finalised(app: Application, student: Student, **marks: str) -> Dossier:
    """A dossier whose result was set."""
    dossier = scored(app, student, **marks)
    app.results.finalise(dossier.id)
    return app.work.dossier(dossier.id)
