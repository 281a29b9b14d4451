"""Errors that a user can meet: what happened, where, and what to do about it."""

from __future__ import annotations

from assessor.domain.text import Language, Text


class KnownError(Exception):
    """A refusal in plain words, with its cure; everything else that is raised is a bug.

    Args:
        code: a short stable name for tests, scripts and the log, such as ``"level-unknown"``.
        what: what happened, one sentence, without personal data unless the user typed it a moment ago.
        cure: what the user can do now, one sentence.
        where: the place (file and row, key path, criterion), or None where the sentence holds it.
    """

    def __init__(self, code: str, what: Text, cure: Text, where: Text | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.what = what
        self.cure = cure
        self.where = where

    def say(self, language: Language) -> str:
        """The whole message on one line: place, what happened, cure."""
        parts = [self.where.say(language) + ":"] if self.where else []
        return " ".join([*parts, self.what.say(language), self.cure.say(language)])
