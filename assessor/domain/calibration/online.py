"""An online form of one's own: the texts to paste into it, and which column of its export answers which question.

A column's role is the name of a field of the form for all (`score_form`), `MAIL`, or `IGNORED`. Headings are questions
and may be shown; what stands below them is never looked at here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessor.domain.calibration.casus import Casus
from assessor.domain.calibration.score_form import OWN_CODE, WHO, Asked, level_name, note_name, question
from assessor.domain.form_answers import choice_of
from assessor.domain.form_code import code_of, codes_in, printed
from assessor.domain.forms import level_choices
from assessor.domain.instrument import Scale
from assessor.domain.text import LANGUAGES, Language, Text, same

MAIL, IGNORED = "mail", ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an export.

    Attributes:
        heading: the question, as the online form asked it.
        role: what it answers; `IGNORED` for nothing.
        sure: whether the role is known: somebody said it before, or the export bears the code of this round and the
            heading says it; else somebody has to say it, once.
    """

    heading: str
    role: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question to paste, what kind of answer it takes, and lines of help."""

    role: str
    text: Text
    answer: Text
    help: tuple[Text, ...] = ()


def questions(asked: Asked) -> list[Question]:
    """Everything to ask, in order."""
    short, long = Text("kort antwoord", "short answer"), Text("lang antwoord, niet verplicht", "long answer, optional")
    found = [Question(WHO, _who_text(asked), short + Text(", verplicht", ", required"))]
    for place, casus, code in asked.places():
        model = asked.instrument.model_of[code]
        descriptors = asked.instrument.criteria[code].descriptors
        hints = tuple(
            model.scale.word(mark) + same(": ") + descriptors[mark]
            for mark in model.scale.marks
            if mark in descriptors
        )  # fmt: skip
        choose = Text("keuze: ", "choice: ") + _choices(model.scale)
        found.append(Question(level_name(place, code), question(asked, casus, code), choose, hints))
        found.append(Question(note_name(place, code), _note_text(asked, casus, code), long))
    found.append(Question(OWN_CODE, _OWN_TEXT, short + Text(", niet verplicht", ", optional")))
    return found


def texts(asked: Asked, title: str, language: Language) -> str:
    """The texts to paste, as one piece."""
    lines = [title, "", *(line.say(language) for line in _HOW), ""]
    for number, one in enumerate(questions(asked), start=1):
        lines.append(f"{number}. {one.text.say(language)}")
        lines.append(f"   [{one.answer.say(language)}]")
        lines += (f"   {line.say(language)}" for line in one.help)
        lines.append("")
    return "\n".join(lines)


def columns(headings: Sequence[str], asked: Asked, remembered: Mapping[str, str]) -> tuple[Column, ...]:
    """The role of each column: remembered, else by its own words, else not sure.

    Args:
        headings: of the export, in order.
        asked: what the round asks.
        remembered: roles that somebody said before, by heading.
    """
    known = set(asked.for_all.fields) | {MAIL, IGNORED}
    # The question about the name bears the code of the round, so that no other round's export is taken for it.
    ours = any(code_of(asked.round_id) in codes_in(heading) for heading in headings)
    exact = {_plain(one.text.say(language)): one.role for one in questions(asked) for language in LANGUAGES}
    own_who = any(exact.get(_plain(heading)) == WHO for heading in headings)
    found = []
    for heading in headings:
        role = remembered.get(heading)
        sure = role in known
        if not sure:
            role = exact.get(_plain(heading), _system(_plain(heading), own_who))
            role = role if role is not None else _by_code(heading, asked)
            sure = role is not None and ours
        found.append(Column(heading, role or IGNORED, sure))
    return tuple(found)


def code_on(headings: Sequence[str]) -> str | None:
    """The form code that a heading bears: of which round the export is; None where the questions bear none."""
    return next((code for heading in headings for code in codes_in(heading)), None)


def open_roles(found: Sequence[Column], asked: Asked) -> tuple[str, ...]:
    """Roles that no column has and that a form is incomplete without: every level, and who it is."""
    roles = {one.role for one in found}
    wanted = [level_name(place, code) for place, _casus, code in asked.places()]
    who = () if roles & {WHO, MAIL} else (WHO,)
    return (*who, *(role for role in wanted if role not in roles))


def doubled_roles(found: Sequence[Column]) -> tuple[str, ...]:
    """Roles that more than one column has."""
    roles = [one.role for one in found if one.role != IGNORED]
    return tuple(dict.fromkeys(role for role in roles if roles.count(role) > 1))


def is_answer(heading: str, asked: Asked) -> bool:
    """Whether it is a level and no question: then the export has no row of headings, and nothing of it may be shown."""
    scales = {one.scale for one in asked.instrument}
    return any(choice_of(level_choices(scale), heading) is not None for scale in scales)


def answers(found: Sequence[Column], cells: Sequence[str]) -> dict[str, str]:
    """What a row says, by role; an online form writes *anonymous* where it knows nobody."""
    row = {one.role: cell for one, cell in zip(found, cells, strict=False) if one.role != IGNORED and cell.strip()}
    return {role: cell for role, cell in row.items() if role not in (WHO, MAIL) or _plain(cell) not in _NOBODY}


# --- what a heading says


def _who_text(asked: Asked) -> Text:
    words = Text(
        "Je naam, of de code uit je uitnodiging (formulier {code})",
        "Your name, or the code of your invitation (form {code})",
    )
    return words.fill(code=printed(code_of(asked.round_id)))


def _choices(scale: Scale) -> Text:
    return Text(*(" · ".join(one.word.say(language) for one in level_choices(scale)) for language in LANGUAGES))


def _note_text(asked: Asked, casus: Casus, code: str) -> Text:
    name = code if len(asked.casussen) == 1 else f"{casus.code} · {code}"
    return same(f"{name} ") + Text("Toelichting: wat zag je?", "Note: what did you see?")


def _by_code(heading: str, asked: Asked) -> str | None:
    """The level or note of the only criterion whose code the heading begins with."""
    found = [
        note_name(place, code) if _NOTE.search(heading) else level_name(place, code)
        for place, casus, code in asked.places()
        if _begins(heading, casus, code, several=len(asked.casussen) > 1)
    ]
    return found[0] if len(found) == 1 else None


def _begins(heading: str, casus: Casus, code: str, *, several: bool) -> bool:
    case = rf"(?:(?:casus|case)\W+)?{re.escape(casus.code)}\W+"
    before = case if several else f"(?:{case})?"
    pattern = rf"\W*{before}(?:criterium\W+|criterion\W+)?{re.escape(code)}(?![\w]|\.\d)"
    return re.match(pattern, heading, re.IGNORECASE) is not None


def _system(plain: str, own_who: bool) -> str | None:
    """The role of a column that online forms add by themselves; None when it is none."""
    if plain in _MAILS:
        return MAIL
    if plain in _NAMES:
        return IGNORED if own_who else WHO
    return IGNORED if plain in _ADDED else None


def _plain(words: str) -> str:
    bare = unicodedata.normalize("NFKD", words.casefold())
    return " ".join(re.findall(r"[a-z0-9.]+", "".join(sign for sign in bare if not unicodedata.combining(sign))))


def role_text(role: str, asked: Asked) -> Text:
    """A role in words."""
    if role == IGNORED:
        return Text("niet gebruiken", "do not use")
    if role == MAIL:
        return Text("mailadres van wie scoorde", "mail address of who scored")
    return next(one.text for one in questions(asked) if one.role == role)


def roles(asked: Asked) -> Iterator[tuple[str, Text]]:
    """Every role with its words, the most used first."""
    for role in (IGNORED, WHO, MAIL):
        yield role, role_text(role, asked)
    for one in questions(asked):
        if one.role != WHO:
            yield one.role, one.text


_OWN_TEXT = Text("Een code die jij kiest voor je eigen verslag", "A code of your choice for your own report")
_NOTE = re.compile(r"toelicht|wat zag|opmerking|note\b|explanation|comment|what did you see", re.IGNORECASE)
_NAMES = {"naam", "name", "volledige naam", "full name", "je naam", "your name"}
_MAILS = {"e mail", "email", "mail", "e mailadres", "email address", "mailadres", "gebruikersnaam", "username"}
_ADDED = {
    "id", "begintijd", "starttijd", "start time", "tijd van voltooien", "voltooiingstijd", "completion time",
    "tijd van laatste wijziging", "last modified time", "taal", "language", "tijdstempel", "timestamp", "score",
    "totaalpunten", "total points", "feedback over test", "quiz feedback", "duur", "duration",
}  # fmt: skip
_NOBODY = {"anonymous", "anoniem"}
_HOW = (
    Text(
        "Maak een onlineformulier (zoals Microsoft Forms) en plak elke vraag letterlijk, met de code ervoor: dan"
        " herkent het programma de kolommen van de export.",
        "Make an online form (such as Microsoft Forms) and paste each question literally, with its code in front: then"
        " the program recognises the columns of the export.",
    ),
    Text(
        "Wie het onlineformulier beheert, kan alle antwoorden zien: laat dat iemand doen die niet meescoort.",
        "Whoever runs the online form can see all answers: let somebody do so who does not score.",
    ),
    Text(
        "Download de antwoorden als Excel-bestand en lees dat in bij Verzamelen. Nog een keer inlezen mag: wat al"
        " binnen is, komt er niet dubbel in.",
        "Download the answers as an Excel file and read it at Collect. You may read it again: what is in already is"
        " not taken twice.",
    ),
)
