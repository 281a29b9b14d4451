"""What the partnership settles is kept in the workspace and told to whoever looks."""

from assessor.application import Application
from assessor.domain.checks import MentorRule
from assessor.services.changes import Change


def test_the_mentor_rule_blocks_until_the_partnership_settles_otherwise(app: Application) -> None:
    assert app.house_rules.mentor_rule is MentorRule.BLOCK
    assert app.house_rules.set_mentor_rule(MentorRule.WARN) == (Change("setting", "mentor_rule"),)
    assert app.house_rules.mentor_rule is MentorRule.WARN
