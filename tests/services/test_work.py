"""Mijn werk: how many dossiers stand where, and lists that stay as they were left."""

from datetime import date

from assessor.application import Application
from assessor.domain.people import Person, Role
from assessor.domain.student import Student
from assessor.services.work import Filter
from assessor.storage.repositories.dossier_lines import Standing
from tests.services import stories


def test_a_dossier_moves_from_to_do_to_definitief(app: Application, noor: Person, fleur: Student) -> None:
    assert set(app.work.standings().values()) == {0}
    dossier = stories.begun(app, fleur)
    assert app.work.standings()[Standing.TO_DO] == 1
    app.assessments.rate(dossier.id, "1.1", "V")
    assert [line.standing for line in app.work.lines(Filter())] == [Standing.CONCEPT]
    whole = stories.scored(app, fleur)
    assert [line.id for line in app.work.lines(Filter(standing=Standing.COMPLETE))] == [whole.id]
    app.results.finalise(whole.id)
    counts = {standing: count for standing, count in app.work.standings().items() if count}
    assert counts == {Standing.CONCEPT: 1, Standing.FINAL: 1}
    for standing, count in app.work.standings().items():
        assert app.work.count(Filter(standing=standing)) == count
        assert {line.standing for line in app.work.lines(Filter(standing=standing))} <= {standing}


def test_my_work_is_mine(app: Application, noor: Person, fleur: Student) -> None:
    stories.begun(app, fleur)
    other, _ = app.people.add("Ties Ratel", frozenset({Role.ASSESSOR}))
    app.people.sign_in(other.id)
    assert set(app.work.standings().values()) == {0}
    assert app.work.count(Filter(mine=True)) == 0
    assert app.work.count(Filter()) == 1


def test_the_list_comes_back_as_each_person_left_it(app: Application, noor: Person) -> None:
    assert app.work.kept_filter() == Filter(mine=True)
    app.work.keep_filter(Filter("zonnedauw", mine=False, standing=Standing.COMPLETE))
    assert app.work.kept_filter() == Filter(mine=False, standing=Standing.COMPLETE)
    secretary, _ = app.people.add("Bo Lindeboom", frozenset({Role.OFFICE}))
    app.people.sign_in(secretary.id)
    assert app.work.kept_filter() == Filter()


def test_only_the_example_is_marked_as_example(app: Application, noor: Person) -> None:
    from assessor.services.desk import Desk
    from assessor.services.example import build_example

    assert not app.work.is_example()
    with app.desk.workspace.reading() as unit:
        assert unit.people.all() == [noor]
    build_example(Desk(app.desk.workspace, app.desk.catalogue, now=app.desk.now), students=4)
    assert app.work.is_example()


def test_an_instrument_knows_its_dossiers_and_phases(app: Application, noor: Person, fleur: Student) -> None:
    dossier = stories.begun(app, fleur)
    forms = {form.entry.id: form for form in app.instruments.forms()}
    assert forms["pabo-praktijkbeoordeling"].fingerprint == dossier.instrument.fingerprint
    assert app.instruments.dossiers_on(dossier.instrument.fingerprint) == 1
    assert app.instruments.dossiers_on(forms["ad-praktijkbeoordeling"].fingerprint) == 0
    assert [phase.code for phase in app.instruments.phases("pabo")] == ["jaar-1", "jaar-2", "jaar-3", "jaar-4"]
    assert [phase.code for phase in app.instruments.phases("ad", "pep")] == ["semester-1-2", "semester-3-4"]
    assert app.instruments.phases("ad", "dep") == []
    assert app.assessments.instrument_for(fleur.id, date(2026, 1, 19)).id == "pabo-praktijkbeoordeling"
