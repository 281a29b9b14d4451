"""A form as an author writes it, small enough to see whole, and the slips that authors make in it."""

from __future__ import annotations

from assessor.domain.instrument import Instrument
from assessor.instruments.catalogue import Catalogue
from assessor.instruments.reader import Problem, Reading, read
from assessor.paths import forms

SHIPPED = ("ad-praktijkbeoordeling", "ad-tussenevaluatie", "pabo-praktijkbeoordeling", "pabo-tussenevaluatie")

PRACTICE = """\
id = "eigen-formulier"
version = "1.0"
kind = "praktijkbeoordeling"
status = "concept"
programme = "pabo"
variants = ["voltijd", "deeltijd"]
valid_from = 2025-09-01
title.nl = "Eigen formulier"
title.en = "Own form"

[[phase]]
code = "jaar-1"
name.nl = "Jaar 1"
name.en = "Year 1"
line.nl = "met hulp"
line.en = "with help"

[[scale]]
code = "drie"

[[scale.level]]
code = "O"
outcome = "O"
name.nl = "onvoldoende"
name.en = "insufficient"

[[scale.level]]
code = "V"
outcome = "V"
name.nl = "voldoende"
name.en = "sufficient"

[[scale.level]]
code = "G"
outcome = "G"
name.nl = "goed"
name.en = "good"

[rule]
family = "kritisch_met_begrensde_compensatie"
max_insufficient_total = 1
max_unobserved = 0
max_unobserved_total = 1
good_models = 1
pivot = "1"
departure.within_pass = "niet"

[rule.models]
1 = { max_insufficient = 1, good_needed = 2 }

[[rule.in_words]]
nl = "Eén onvoldoende mag."
en = "One insufficient is allowed."

[[model]]
code = "1"
title.nl = "Beroepshouding"
title.en = "Professional attitude"
ground.nl = "Kijk naar de hele periode."
ground.en = "Look at the whole period."

[[model.formative]]
code = "F1"
title.nl = "Mijn bijdrage"
title.en = "My contribution"

[[model.criterion]]
code = "1.1"
critical = true
references = ["BH"]
name.nl = "Betrouwbaarheid"
name.en = "Reliability"
descriptor.O.nl = "Komt te laat."
descriptor.O.en = "Comes late."
descriptor.V.nl = "Komt op tijd."
descriptor.V.en = "Comes on time."
descriptor.G.nl = "Komt te vroeg en zet alles klaar."
descriptor.G.en = "Comes early and sets out everything."

[[model.criterion]]
code = "1.2"
name.nl = "Initiatief"
name.en = "Initiative"
descriptor.O.nl = "Wacht af."
descriptor.O.en = "Waits."
descriptor.V.nl = "Pakt taken op."
descriptor.V.en = "Takes up tasks."
descriptor.G.nl = "Komt met een plan."
descriptor.G.en = "Comes with a plan."
"""

MIDTERM = """\
id = "eigen-tussenstand"
version = "1.0"
kind = "tussenevaluatie"
status = "concept"
programme = "pabo"
variants = ["voltijd"]
valid_from = 2025-09-01
title.nl = "Tussenstand"
title.en = "Half way"

[[phase]]
code = "jaar-1"
name.nl = "Jaar 1"
name.en = "Year 1"
line.nl = "met hulp"
line.en = "with help"

[[scale]]
code = "groei"

[[scale.level]]
code = "B0"
name.nl = "nog niet"
name.en = "not yet"

[[scale.level]]
code = "B1"
name.nl = "op niveau"
name.en = "at level"

[[model]]
code = "1"
title.nl = "Beroepshouding"
title.en = "Professional attitude"
ground.nl = "Kijk naar de periode tot nu toe."
ground.en = "Look at the period so far."

[[model.criterion]]
code = "1.1"
name.nl = "Betrouwbaarheid"
name.en = "Reliability"
question.mentor.nl = "Waaraan merk je dat?"
question.mentor.en = "How do you notice?"
question.student.nl = "Welke afspraak kostte moeite?"
question.student.en = "Which agreement was hard?"
"""

Slip = tuple[str, str]
"""What stood in the form, and what the author made of it."""


def slipped(text: str, *slips: Slip) -> str:
    """The form after the slips; each must hit something that is there."""
    for old, new in slips:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def reading(text: str, *slips: Slip) -> Reading:
    """What comes of the form after the slips."""
    return read(slipped(text, *slips).encode())


def accepted(text: str, *slips: Slip) -> Instrument:
    """The instrument of a form that must have no error."""
    found = reading(text, *slips)
    assert found.errors == ()
    return found.accepted()


def only_problem(text: str, *slips: Slip) -> Problem:
    """The one problem of a form that must have exactly one."""
    problems = reading(text, *slips).problems
    assert len(problems) == 1, [(problem.code, problem.path) for problem in problems]
    return problems[0]


def line_of(text: str, words: str) -> int:
    """The line, counted from 1, on which the words first stand."""
    return text[: text.index(words)].count("\n") + 1


def shipped() -> Catalogue:
    """The forms that come with the program."""
    return Catalogue(forms())


def shipped_text(form: str) -> str:
    """The text of a shipped form."""
    return (forms() / form / "1.0.toml").read_text(encoding="utf-8")
