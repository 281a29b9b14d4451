"""Midterm evaluations as they come from practice, on the shipped forms: invented students, schools and words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from assessor.domain.dossier import InstrumentKey
from assessor.domain.form_parts import level_name, note_name
from assessor.domain.forms import Respondent
from assessor.domain.instrument import Instrument
from assessor.domain.midterm.account import MidtermAccount
from assessor.domain.midterm.agenda import agenda
from assessor.domain.midterm.midterm import SIDES, Midterm, MidtermWay, Receipt
from assessor.domain.midterm.mirror import mirror
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.ratings import Place
from assessor.domain.student import Student
from assessor.instruments import canonical
from assessor.instruments.catalogue import Catalogue
from assessor.paths import forms

CATALOGUE = Catalogue(forms())
PRINTED = datetime(2026, 12, 2, 14, 3, tzinfo=ZoneInfo("Europe/Amsterdam"))
SENT = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
IN = datetime(2026, 11, 26, 15, 20, tzinfo=UTC)
STUDENT, MENTOR = SIDES
RICH = ("1120N1220102-21", "102012121110221")
EQUAL = ("1" * 15, "1" * 15)

_STUDENT_NOTES = (
    (
        "Dinsdag in de kring merkte ik dat twee leerlingen zich niet veilig voelden om iets te zeggen. Ik ben erbij"
        " gaan zitten en heb ze om de beurt gevraagd."
    ),
    "",
    "Ik vraag de volgende dag terug wat ze nog weten en bouw daarop voort.",
    "Bij de wissel van instructie naar verwerking wordt het vaak rumoerig. Ik wacht dan te lang met ingrijpen.",
    "Nog niet aan toegekomen.",
)
_MENTOR_NOTES = (
    "Leerlingen komen uit zichzelf naar haar toe, ook na een conflict op het plein.",
    "Zij gebruikt de groepskaart bij de voorbereiding; in de les zie ik dat nog niet terug.",
    "De lijn over drie weken rekenen was helder: elke les begon met wat er de vorige keer bleef liggen.",
    (
        "Ik neem over bij de overgangen en bij het naar buiten gaan. Ze ziet het wel, maar komt laat in actie. Wat"
        " helpt: vooraf samen een signaal afspreken."
    ),
    "",
    "",
    "Bij het tienminutengesprek zat ze naast mij en vatte ze zelf samen wat we hadden afgesproken.",
)

TALK = Talk(
    date(2026, 12, 1),
    (
        "Dat de groep haar vertrouwt, en dat overgangen nog lastig zijn.",
        (
            "Over communicatie: de student vindt dat zij duidelijk is, de mentor mist dat zij zelf om overleg vraagt.\n"
            "Het voorbeeld van de gymles hielp."
        ),
        "Elke week een dagdeel zelf leiden.",
        "",
    ),
    (
        Agreement("2.4", "Elke maandag zelf het overleg openen met één vraag.", "Een vast kwartier", date(2027, 1, 12)),
        Agreement("1.4", "Overgangen vooraf op papier zetten en nabespreken."),
    ),
    share=True,
)


def views(instrument: Instrument, *marks: str, notes: bool = True) -> dict[Respondent, dict[str, str]]:
    """What each side filled in: a sign a criterion (0, 1, 2, N, or - for open), and examples here and there."""
    levels = {"0": "B0", "1": "B1", "2": "B2", "N": "N"}
    found = {}
    for side, row, written in zip(SIDES, marks, (_STUDENT_NOTES, _MENTOR_NOTES), strict=False):
        answers = {
            level_name(code): levels[sign]
            for code, sign in zip(instrument.criteria, row, strict=True)
            if sign in levels
        }
        if notes:
            answers |= {
                note_name(code): written[number % len(written)]
                for number, code in enumerate(instrument.criteria)
                if written[number % len(written)]
            }
        found[side] = answers
    if notes:
        found[STUDENT] |= {
            Place.formative_answer("F1", 0): "Ik heb in het leerteam een werkvorm voor rekentaal ingebracht.",
            Place.formative_answer("F1", 1): "Twee collega’s gebruiken de werkvorm nu ook.",
            Place.formative_title("F3"): "Muziek bij de start van de dag",
            Place.formative_answer("F3", 0): "Elke ochtend één lied, met een leerling die kiest.",
        }
    return found


def account(
    programme: str = "pabo",
    marks: tuple[str, ...] = RICH,
    *,
    before: tuple[str, str] | None = None,
    talk: Talk | None = None,
    notes: bool = True,
    reason: str = "",
    **student: str,
) -> MidtermAccount:
    """A midterm evaluation with its forms side by side, or the one that is there when there is a reason."""
    instrument = CATALOGUE.get(f"{programme}-tussenevaluatie")
    is_pabo = programme == "pabo"
    key = InstrumentKey(instrument.id, instrument.version, canonical.fingerprint(instrument))
    filled = views(instrument, *marks, notes=notes)
    sent = Midterm(
        "m1", "s1", "p1", key, "Mees Molenaar" if is_pabo else "Noor Veldkamp", "c1", SENT, date(2026, 12, 4)
    )
    midterm = sent.closed(IN, list(filled), reason) if reason else sent.opened(IN, list(filled))
    if talk is not None and talk.day is not None:
        midterm = midterm.talked(talk.day)
    earlier = None if before is None else views(instrument, *before, notes=False)
    found = mirror(instrument, filled, earlier)
    receipts = tuple(
        Receipt(
            side.value, "m1", side, MidtermWay.PAPER if side is MENTOR else MidtermWay.PDF, side is MENTOR, IN, "c1"
        )
        for side in filled
    )
    one = Student(
        "s1", "340127", "Şebnem", "van der", "Łukasik" if is_pabo else "Heide", programme, instrument.variants[0],
        instrument.phases[1].code, "2025-2026", "Ans Rietveld",
    )  # fmt: skip
    return MidtermAccount(
        midterm, instrument, replace(one, **student), "De Wilgenroos, Zomerdam" if is_pabo else "IKC De Waterlelie",
        "Ties Berkhout", found, agenda(found, instrument), talk, receipts, None if before is None else date(2026, 6, 3),
    )  # fmt: skip
