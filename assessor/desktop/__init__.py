"""The window: the only room that knows Qt."""

import builtins

PLAIN_IMPORT = builtins.__import__
"""Python's own import. PySide6 puts one in its place that looks at each for `__feature__`, which nobody uses here."""
