"""Which form went to whom is known when it comes back, and of two versions both stay."""

from dataclasses import replace

import pytest

from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Problem, Way
from assessor.domain.form_post import KeptForm, SentForm
from assessor.domain.forms import FormKind, Respondent
from assessor.domain.text import Text, same
from assessor.storage.database import Database
from tests.storage.partnership import ANDRE, ANS, INSTRUMENT, NOON, ZOE, minutes, start

SENT = SentForm(
    "K7PWA3QHDX", FormKind.ADVICE, Respondent.SUPERVISOR, ANDRE.id, INSTRUMENT.fingerprint, "f" * 64, "nl", Way.PDF,
    NOON, ANS.id, student_id=ANDRE.id,
)  # fmt: skip
PROBLEM = Problem("answer-no-choice", same("1.1"), Text("‘V+’ …", "‘V+’ …"), Text("Kies.", "Choose."))
KEPT = KeptForm("k1", SENT.code, {"level:1.1": "V", "note:1.1": "“Ștefan”"}, (PROBLEM,), Way.PDF, minutes(5), ANS.id)


def test_what_went_out_is_found_by_its_code(database: Database) -> None:
    other = replace(SENT, code="0000000000", student_id=None, subject="midterm", language="en", way=Way.WORKBOOK)
    with database.writing() as unit:
        unit.forms.send([SENT, other])
        unit.forms.send([])
    with database.reading() as unit:
        assert unit.forms.sent([SENT.code, other.code, "ZZZZZZZZZZ"]) == {SENT.code: SENT, other.code: other}


def test_around_a_dossier_stand_its_own_forms_and_the_loose_ones_of_its_student(database: Database) -> None:
    with database.writing() as unit:
        dossier, second = start(unit), start(unit)
        own = replace(SENT, code="1", dossier_id=dossier.id, sent_at=minutes(1))
        of_other = replace(SENT, code="2", dossier_id=second.id)
        of_zoe = replace(SENT, code="3", student_id=ZOE.id)
        of_midterm = replace(SENT, code="4", subject="midterm")
        unit.forms.send([SENT, own, of_other, of_zoe, of_midterm])
    with database.reading() as unit:
        assert unit.forms.around(dossier.id, ANDRE.id) == [own, SENT]


def test_of_two_versions_both_stay_and_one_counts(database: Database) -> None:
    second = replace(KEPT, id="k2", answers={"level:1.1": "G"}, received_at=minutes(9))
    with database.writing() as unit:
        unit.forms.send([SENT])
        unit.forms.keep(KEPT)
        unit.forms.keep(second)
    with database.reading() as unit:
        assert unit.forms.kept([SENT.code, "other"]) == {SENT.code: [second, replace(KEPT, in_force=False)]}
    with database.writing() as unit:
        unit.forms.put_in_force(KEPT.id)
        dossier = start(unit)
        unit.forms.mark_taken(KEPT.id, dossier.id, minutes(10))
    with database.reading() as unit:
        assert not unit.forms.get("k2").in_force
        assert unit.forms.get("k1") == replace(KEPT, dossier_id=dossier.id, taken_at=minutes(10))
        assert unit.forms.get("k1").problems == (PROBLEM,)


def test_one_that_is_kept_beside_leaves_the_first_in_force(database: Database) -> None:
    with database.writing() as unit:
        unit.forms.send([SENT])
        unit.forms.keep(KEPT)
        unit.forms.keep(replace(KEPT, id="k2", in_force=False))
    with database.reading() as unit:
        assert unit.forms.get("k1").in_force


def test_a_copy_that_did_not_go_out_is_forgotten(database: Database) -> None:
    with database.writing() as unit:
        unit.forms.send([SENT])
        unit.forms.forget([SENT.code])
    with database.reading() as unit:
        assert unit.forms.sent([SENT.code]) == {}


def test_an_unknown_one_is_told(database: Database) -> None:
    with database.reading() as unit, pytest.raises(KnownError, match="returned-form-unknown"):
        unit.forms.get("nobody")
