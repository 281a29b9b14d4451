"""``students``: who is in the workspace, adding one by hand, and many from a file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from assessor.commands import students_import
from assessor.commands.parser import SOUGHT, Menu, Parser, whole_number
from assessor.commands.shell import Json, Shell
from assessor.domain.programme import PROGRAMMES
from assessor.domain.text import Text

if TYPE_CHECKING:
    from assessor.domain.student import Student


def add(menu: Menu) -> None:
    """What can be typed about students."""
    noun = menu.noun("students", Text("studenten", "students"))
    _add_options(noun.command("add", Text("een student toevoegen", "add a student"), add_one, workspace=True))
    listing = noun.command("list", Text("studenten zoeken", "search students"), list_some, workspace=True)
    listing.option("--search", about=SOUGHT, default="")
    listing.option("--programme", about=Text("opleiding", "programme"), choices=sorted(PROGRAMMES))
    listing.option("--limit", about=Text("hoeveel regels", "how many lines"), type=whole_number, default=50)
    students_import.add(noun)


def _add_options(parser: Parser) -> None:
    for name, about in (
        ("--number", Text("studentnummer", "student number")),
        ("--first-name", Text("voornaam", "first name")),
        ("--last-name", Text("achternaam", "last name")),
        ("--variant", Text("variant, zoals voltijd", "variant, such as voltijd")),
        ("--phase", Text("fase of semester, zoals jaar-2", "phase or semester, such as jaar-2")),
    ):
        parser.option(name, about=about, required=True)
    parser.option("--programme", about=Text("opleiding", "programme"), required=True)
    parser.option("--prefix", about=Text("tussenvoegsel", "prefix of the last name"), default="")
    parser.option("--cohort", about=Text("cohort, zoals 2025-2026", "cohort, such as 2025-2026"), default="")
    parser.option("--study-coach", about=Text("studiecoach", "study coach"), default="")


def add_one(arguments: argparse.Namespace, shell: Shell) -> int:
    """Add a student by hand."""
    from assessor.commands.opening import opened
    from assessor.domain.student import Student

    asked = Student(
        id="",
        number=arguments.number,
        first_name=arguments.first_name,
        prefix=arguments.prefix,
        last_name=arguments.last_name,
        programme=arguments.programme,
        variant=arguments.variant,
        phase=arguments.phase,
        cohort=arguments.cohort,
        study_coach=arguments.study_coach,
    )
    with opened(arguments, shell) as application:
        student, _changes = application.students.add(asked)
    shell.answer({"student": as_json(student)})
    shell.say(Text("{name} is toegevoegd.", "{name} has been added.").fill(name=student.name))
    return 0


def list_some(arguments: argparse.Namespace, shell: Shell) -> int:
    """Students by name, as many as asked for, and how many there are."""
    from assessor.commands.opening import opened

    with opened(arguments, shell) as application:
        found = application.students.search(arguments.search, arguments.programme, arguments.limit)
        total = application.students.count(arguments.search, arguments.programme)
    shell.answer({"students": [as_json(student) for student in found], "total": total})
    shell.table(
        [(one.number, one.sorted_name, PROGRAMMES[one.programme].name, one.variant, one.phase) for one in found]
    )
    shell.say(Text("{shown} van {total}", "{shown} of {total}").fill(shown=len(found), total=total))
    return 0


def as_json(student: Student) -> Json:
    """A student as commands answer it."""
    return {
        "id": student.id,
        "number": student.number,
        "name": student.name,
        "first_name": student.first_name,
        "prefix": student.prefix,
        "last_name": student.last_name,
        "programme": student.programme,
        "variant": student.variant,
        "phase": student.phase,
        "cohort": student.cohort,
        "study_coach": student.study_coach,
    }
