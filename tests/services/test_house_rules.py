"""What the partnership settles is kept in the workspace and told to whoever looks."""

from assessor.application import Application
from assessor.domain.finding import MentorRule
from assessor.domain.people import Person
from assessor.domain.private_words import WORDS
from assessor.domain.ratings import Place
from assessor.domain.student import Student
from assessor.services.changes import Change
from tests.services.stories import scored


def test_the_mentor_rule_blocks_until_the_partnership_settles_otherwise(app: Application) -> None:
    assert app.house_rules.mentor_rule == MentorRule.BLOCK.value
    assert app.house_rules.set_mentor_rule(MentorRule.WARN) == (Change("setting", "mentor_rule"),)
    assert app.house_rules.mentor_rule == MentorRule.WARN.value


def test_the_words_that_are_asked_about_are_the_houses_own(app: Application, noor: Person, fleur: Student) -> None:
    assert "adhd" in app.house_rules.private_words
    dossier = scored(app, fleur)
    app.assessments.write(
        dossier.id, Place.STRENGTH, "Rustig voor een leerling met ADHD, haalt soms de voedselbank aan."
    )

    def asked() -> list[str]:
        return [one.what.nl for one in app.results.review(dossier.id).findings if one.code == "private-words"]

    assert ["‘ADHD’" in words for words in asked()] == [True]
    app.house_rules.set_private_words(["Voedselbank", ""])
    assert app.house_rules.private_words == ("voedselbank",)
    assert ["‘voedselbank’" in words for words in asked()] == [True]
    app.house_rules.set_private_words([])
    assert asked() == []
    app.house_rules.set_private_words(WORDS)
    assert app.house_rules.private_words == WORDS
