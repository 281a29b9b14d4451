"""The pen writes what people and program say as safe markup of one language."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from assessor.domain.text import Text
from assessor.paper import fonts
from assessor.paper.pen import Pen
from assessor.paper.styles import BODY

PEN = Pen("nl", ZoneInfo("Europe/Amsterdam"))


def test_markup_is_escaped_and_lines_are_kept():
    assert PEN.written(" a < b & c\n\n\n\nnieuw\nregel ") == "a &lt; b &amp; c<br/><br/>nieuw<br/>regel"


def test_a_text_is_said_in_the_language_of_the_paper():
    words = Text("goed & wel", "well & good")
    assert PEN.say(words) == "goed &amp; wel"
    assert Pen("en").bold(words) == "<b>well &amp; good</b>"


def test_what_is_bold_is_set_in_semibold():
    fonts.register()
    assert [fragment.fontName for fragment in Paragraph(PEN.bold("goed"), BODY).frags] == [fonts.SEMIBOLD]


def test_days_and_moments_are_told_in_the_zone_of_the_printer():
    assert PEN.day(date(2026, 3, 12)) == "12 maart 2026"
    assert PEN.day(None) == "–"
    assert PEN.moment(datetime(2026, 3, 12, 23, 30, tzinfo=UTC)) == "13 maart 2026, 00:30"
    assert Pen("en").moment(datetime(2026, 3, 12, 23, 30, tzinfo=UTC)) == "12 March 2026, 23:30"


@given(st.text(max_size=200))
def test_whatever_is_written_is_sound_markup(text):
    ET.fromstring(f"<p>{PEN.written(text)}</p>")
