"""Scores 200 ratings in a workspace and says each one after it was saved; meant to be killed on the way.

python -m tests.end_to_end.killed_child WORKSPACE PASSPHRASE DOSSIER PERSON
"""

from __future__ import annotations

import sys
from itertools import cycle, islice
from pathlib import Path

from assessor.application import open_application
from assessor.storage.keys import Passphrase


def main(workspace: str, passphrase: str, dossier: str, person: str) -> None:
    application = open_application(Path(workspace), Passphrase(passphrase), holder="kind")
    application.people.sign_in(person)
    codes = list(application.desk.instrument_of(application.work.dossier(dossier)).criteria)
    for code, mark in islice(zip(cycle(codes), cycle("VGONVGV"), strict=False), 200):
        application.assessments.rate(dossier, code, mark)
        sys.stdout.write(f"{code} {mark}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
