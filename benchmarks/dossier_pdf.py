"""The PDF of a dossier against bare platypus with the same flowables, in one run. Limit: 1.5 times.

    python -m benchmarks.dossier_pdf

Bare platypus builds the flowables of one dossier (36 criteria, a toelichting at each) with reportlab's own template: no
furniture, outline, page count or stamps. Both sides make their flowables anew each time, since a build uses them up.
The second ratio holds the program against plain paragraphs: the same texts in the same styles, one under the other,
without grid, marks and rows that stay together; that is what the layout itself costs.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from assessor.paper.marks import LevelMark
from assessor.paper.row import Row
from assessor.paper.styles import MARGIN
from assessor.reports.dossier import story, write_dossier
from tests.reports import samples

LIMIT = 1.5
ROUNDS = 15


def main() -> int:
    form = samples.instrument()
    record = samples.record(form, samples.marks(form, "G"))
    texts = list(_texts(story(record, "nl", samples.PRINTED)))

    def ours() -> None:
        write_dossier(record, "nl", BytesIO(), printed_at=samples.PRINTED)

    def same_flowables() -> None:
        _bare(story(record, "nl", samples.PRINTED))

    def plain_paragraphs() -> None:
        _bare([Paragraph(markup, style) for markup, style in texts])

    times = _interleaved(ours, same_flowables, plain_paragraphs)
    program, bare, plain = (statistics.median(of_one) for of_one in times)
    print(f"dossier as PDF: {program * 1000:.0f} ms; bare platypus, same flowables: {bare * 1000:.0f} ms")
    print(f"ratio to the same flowables in bare platypus: {program / bare:.2f} (limit {LIMIT})")
    print(f"ratio to plain paragraphs with the same texts: {program / plain:.2f}")
    return 0 if program / bare <= LIMIT else 1


def _bare(flowables: list[Flowable]) -> None:
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN - 6)
    SimpleDocTemplate(BytesIO(), pagesize=A4, **margins).build(flowables)


def _texts(flowables: list[Flowable]) -> Iterator[tuple[str, object]]:
    for flowable in flowables:
        if isinstance(flowable, Row):
            for cell in flowable.cells:
                yield from _texts(list(cell.flowables))
        elif isinstance(flowable, LevelMark):
            yield from _texts([flowable.word])
        elif isinstance(flowable, Paragraph):
            yield flowable.text, flowable.style


def _interleaved(*jobs: Callable[[], None]) -> list[list[float]]:
    """Seconds of each job, taken in turns so that a busy machine weighs on all alike; the first round warms up."""
    times: list[list[float]] = [[] for _ in jobs]
    for round_ in range(ROUNDS + 1):
        for of_one, job in zip(times, jobs, strict=True):
            start = time.perf_counter()
            job()
            if round_:
                of_one.append(time.perf_counter() - start)
    return times


if __name__ == "__main__":
    raise SystemExit(main())
