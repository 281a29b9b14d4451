"""The sheet of a dossier with 36 noted criteria, from asked for to drawn. Limit: 150 ms; a key press: 20 ms.

    python -m benchmarks.sheet

Drawn is: built, laid out, and painted once. Both figures are shown: the sheet as it opens (the model in hand), and all
five models one after the other. A key press is from the event to the level committed and its button shown.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

LIMIT_MS, KEY_LIMIT_MS = 150.0, 20.0
ROUNDS = 12


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from assessor.desktop.context import Context, Hub
    from assessor.desktop.main import begin
    from assessor.desktop.sheet.page import SheetPage
    from benchmarks.rating import opened

    with tempfile.TemporaryDirectory() as folder:
        app, window = begin([])
        application, dossier_id = opened(Path(folder) / "workspace")
        for code in application.desk.instrument_of(application.work.dossier(dossier_id)).criteria:
            application.assessments.rate(dossier_id, code, "V")
            application.assessments.note(dossier_id, code, f"Bij {code} gezien op dinsdag, met de halve groep erbij.")
        context = Context(application, "nl", Hub(), window, window.jobs, window.tell_error)  # type: ignore[arg-type]
        first, everything, keys = [], [], []
        for round_ in range(ROUNDS + 1):
            window.takeCentralWidget()
            start = time.perf_counter()
            page = SheetPage(context, dossier_id)
            window.setCentralWidget(page)
            window.show()
            page.grab()
            drawn = time.perf_counter()
            for model in page.instrument:
                page.show_pane(model.code)
                page.grab()
            done = time.perf_counter()
            card = page.stack.currentWidget().cards[round_ % 6]  # type: ignore[union-attr]
            QTest.keyClick(card, Qt.Key.Key_G if round_ % 2 else Qt.Key.Key_V)
            pressed = time.perf_counter()
            if round_:
                first.append(drawn - start)
                everything.append(done - start)
                keys.append(pressed - done)
        application.close()
    medians = [statistics.median(times) * 1e3 for times in (first, everything, keys)]
    print(f"sheet as it opens {medians[0]:.0f} ms, all five models {medians[1]:.0f} ms (limit {LIMIT_MS:.0f})")
    worst = max(keys) * 1e3
    print(f"key press to committed and shown: {medians[2]:.1f} ms, worst {worst:.1f} ms (limit {KEY_LIMIT_MS:.0f})")
    app.quit()
    return 0 if medians[0] <= LIMIT_MS and medians[2] <= KEY_LIMIT_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
