"""The file around the text: its date, its language, and nothing half written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.platypus import PageBreak

from assessor.paper import fonts
from assessor.paper.document import Furniture, write
from assessor.paper.pen import Pen

FURNITURE = Furniture(title="Praktijkbeoordeling – dossier 7", subject="Proef", head="dossier 7", foot="voet")


def printed(at: datetime) -> PdfReader:
    fonts.register()
    target = BytesIO()
    write([Pen("en").line("A line.")], target, FURNITURE, "en", printed_at=at)
    return PdfReader(BytesIO(target.getvalue()))


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        (UTC, "D:20260313093000+00'00'"),
        (timezone(timedelta(hours=2)), "D:20260313093000+02'00'"),
        (timezone(timedelta(hours=-3)), "D:20260313093000-03'00'"),
        (timezone(timedelta(hours=5, minutes=30)), "D:20260313093000+05'30'"),
        (None, "D:20260313093000+00'00'"),
    ],
)
def test_the_date_of_the_file_is_the_given_moment(zone, written):
    metadata = printed(datetime(2026, 3, 13, 9, 30, tzinfo=zone)).metadata
    assert metadata is not None
    assert metadata["/CreationDate"] == written
    assert metadata["/ModDate"] == written


def test_an_environment_that_sets_dates_changes_nothing(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    metadata = printed(datetime(2026, 3, 13, 9, 30, tzinfo=UTC)).metadata
    assert metadata is not None
    assert metadata["/CreationDate"].startswith("D:20260313")


def test_one_page_counts_itself_in_the_language_of_the_paper():
    reader = printed(datetime(2026, 3, 13, tzinfo=UTC))
    assert "Page 1 of 1" in reader.pages[0].extract_text()
    assert "dossier 7" not in reader.pages[0].extract_text()


def test_a_head_makes_room_for_the_stamp():
    fonts.register()
    furniture = replace(FURNITURE, head="dossier 7 · " + "een heel lange titel " * 20, stamp="Voorbeeld")
    target = BytesIO()
    story = [Pen("nl").line("een"), PageBreak(), Pen("nl").line("twee")]
    write(story, target, furniture, "nl", printed_at=datetime(2026, 3, 13, tzinfo=UTC))
    second = PdfReader(target).pages[1].extract_text()
    assert "dossier 7 · een heel lange titel" in second
    assert " …" in second
    assert "Voorbeeld" in second
