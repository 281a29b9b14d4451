"""Every window in front of a page, and every step before there is one, in the sweep (see `sweeping`).

A picture of each is written to ``artefacts/pages`` for people to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessor.application import Application
from assessor.desktop import theme
from assessor.desktop.calibration.agreeing import AgreeingStep, AgreementDialog
from assessor.desktop.calibration.closing import FinishSessionDialog
from assessor.desktop.calibration.discussing import DiscussingStep
from assessor.desktop.calibration.reporting import PapersDialog, ReportingStep
from assessor.desktop.calibration.room_papers import RoomReturnsDialog
from assessor.desktop.calibration.use_cases import Sessions
from assessor.desktop.context import Context
from assessor.desktop.dialogs.announcing import AnnounceDialog
from assessor.desktop.dialogs.attaching import ReferenceDialog, RemoveAttachmentDialog
from assessor.desktop.dialogs.closing import CloseDialog
from assessor.desktop.dialogs.correcting import CorrectDialog
from assessor.desktop.dialogs.describing import DescribeDialog
from assessor.desktop.dialogs.exporting import ExportDialog
from assessor.desktop.dialogs.finalising import FinaliseDialog
from assessor.desktop.dialogs.import_register import ImportDialog
from assessor.desktop.dialogs.keys import NewCodeDialog, PassphraseDialog
from assessor.desktop.dialogs.looking import PagesDialog, WordsDialog
from assessor.desktop.dialogs.person import PersonDialog
from assessor.desktop.dialogs.putting_back import PutBackDialog
from assessor.desktop.dialogs.resitting import ResitDialog
from assessor.desktop.dialogs.start_assessment import StartAssessmentDialog
from assessor.desktop.dialogs.student import StudentDialog
from assessor.desktop.forms.cohort import CohortFormsDialog
from assessor.desktop.forms.dialog import CameAlongDialog
from assessor.desktop.forms.sending import SendFormsDialog
from assessor.desktop.furniture.surfaces import column
from assessor.desktop.keyboard_map import KeyboardMap
from assessor.desktop.language import Translations
from assessor.desktop.manual_window import ManualWindow
from assessor.desktop.midterm.closing import CloseMidtermDialog
from assessor.desktop.midterm.entering_stages import DoneStage, HandOverStage, ResumeStage
from assessor.desktop.midterm.filling import FillingStage, HandInDialog
from assessor.desktop.midterm.receiving import ReceivingMidtermsDialog
from assessor.desktop.midterm.sending import SendingMidtermsDialog, SendMidtermsDialog
from assessor.desktop.midterm.sending import Wish as MidtermsWish
from assessor.desktop.midterm.sides import Sides
from assessor.desktop.midterm.talk_view import ConcludeDialog, TalkSheetDialog, TalkView
from assessor.desktop.opening.create import CreatePane
from assessor.desktop.opening.example import ExamplePane
from assessor.desktop.opening.pane import Pane
from assessor.desktop.opening.put_back import PutBackPane
from assessor.desktop.opening.recovery import RecoveryPane
from assessor.desktop.opening.renew import RenewPane
from assessor.desktop.opening.unlock import UnlockPane
from assessor.desktop.preferences import ThemeName
from assessor.desktop.reporting import BugDialog, KnownErrorDialog
from assessor.domain.calibration.conclusion import TalkNote
from assessor.domain.dossier import Dossier
from assessor.domain.errors import KnownError
from assessor.domain.form_answers import Way
from assessor.domain.form_post import KeptForm
from assessor.domain.forms import FormKind
from assessor.domain.instrument import Outcome
from assessor.domain.midterm.midterm import Midterm, MidtermWay
from assessor.domain.midterm.talk import Agreement, Talk
from assessor.domain.people import Person
from assessor.domain.student import Student
from assessor.domain.text import Language, Text
from assessor.services.forms.sending import Recipient
from assessor.services.midterm.talking import TalkSheet
from assessor.storage.recovery import new_code
from tests.desktop.calibration_stories import revealed
from tests.desktop.midterm_stories import MENTOR, STUDENT, both_in, one_in
from tests.desktop.sweeping import Longer, cut_off, nameless, unreached
from tests.exchange import outgoing
from tests.exchange.test_attached_pages import drawing
from tests.exchange.test_attached_words import docx
from tests.services.calibration.test_room_packages import fill_pdf
from tests.services.midterm.midterm_stories import MENTOR_SAYS, fill, sent_out
from tests.services.stories import begun, finalised

pytestmark = pytest.mark.usefixtures("no_network")

PICTURES = Path(__file__).parents[2] / "artefacts" / "pages"
SCREEN = (1366, 768)
DRESSES: list[tuple[Language, ThemeName, float]] = [
    ("nl", "light", 1.0),
    ("en", "dark", 1.0),
    ("nl", "contrast", 1.5),
]
REFUSAL = KnownError(
    "disk-full",
    Text("De schijf is vol.", "The disk is full."),
    Text("Maak ruimte vrij en probeer het opnieuw.", "Free some space and try again."),
)


class Scene:
    """What the windows are about: a student with a concept, forms that came back, attachments and a backup."""

    def __init__(self, context: Context, student: Student, folder: Path) -> None:
        self.context, self.student, self.folder = context, student, folder
        self.app: Application = context.application
        self.dossier: Dossier = begun(self.app, student)

    def final(self) -> Dossier:
        """A second dossier of the student, with its result."""
        return finalised(self.app, self.student, _4_1="O")

    def attached(self, name: str, content: bytes) -> object:
        """An attachment of the concept."""
        (self.folder / name).write_bytes(content)
        return self.app.attachments.add(self.dossier.id, self.folder / name)[0]

    def came_along(self) -> CameAlongDialog:
        """A scoring form that came back, with places that differ."""
        out = self.app.forms.send(
            [Recipient(self.student.id, self.dossier.id)], [FormKind.SCORES], self.folder / "uit", "nl"
        ).files[0]
        values = {
            "level:1.1": "V", "note:1.1": "Gezien bij de kring, waar hij elk kind aan het woord liet.",
            "strength": "Je ziet elk kind.",
        }  # fmt: skip
        out.path.write_bytes(outgoing.filled(out.path.read_bytes(), values))
        self.app.forms.accept(self.app.forms.receive([out.path]))
        return CameAlongDialog(self.context, None, self.dossier.id)

    def importing(self) -> ImportDialog:
        """A list with a row that is new and one that is refused."""
        list_ = self.folder / "studenten.csv"
        list_.write_text(
            "studentnummer;roepnaam;achternaam;opleiding;variant;fase\n600001;Sam;Ørsted;pabo;voltijd;jaar 3\n"
            "600002;Isa;Ørsted;pabo;voltijd;jaar 9\n",
            encoding="utf-8",
        )
        return ImportDialog(self.context, None, list_)

    def backup(self) -> object:
        """A backup that was just made."""
        self.app.safekeeping.back_up()
        return self.app.safekeeping.backups[0]


def _person(scene: Scene) -> QWidget:
    register = scene.app.register
    return PersonDialog(scene.context, register.line(scene.app.desk.require_actor().id), None)


def _midterm(scene: Scene) -> Midterm:
    return both_in(scene.app, scene.student)


def _filling(scene: Scene) -> FillingStage:
    line = scene.app.midterms.overview.line(one_in(scene.app, scene.student).id)
    made = FillingStage(scene.context, line, MENTOR, MidtermWay.PAPER, {})
    made.resize(1000, 720)
    return made


def _sending(scene: Scene) -> QWidget:
    """Midterms that were sent out, with a student without a placement passed over."""
    lot, _ = scene.app.students.add(Student("", "700001", "Lot", "", "Zonder", "pabo", "voltijd", "jaar-3", ""))
    ids, due = (scene.student.id, lot.id), scene.app.desk.today()
    wish = MidtermsWish(lambda: ids, scene.folder / "uit", "nl", (Way.PDF,), due, False)
    return SendingMidtermsDialog(scene.context, None, wish)


def _receiving(scene: Scene) -> QWidget:
    """A form that came back, and a file that is none."""
    files = sent_out(scene.app, scene.folder / "uit", scene.student)
    strange = scene.folder / "brief.pdf"
    strange.write_bytes(b"%PDF-1.7 niets")
    return ReceivingMidtermsDialog(scene.context, None, [fill(files[MENTOR], MENTOR_SAYS), strange])


def _talk(scene: Scene) -> TalkView:
    midterm = _midterm(scene)
    return TalkView(scene.context, midterm, scene.app.desk.instrument(midterm.instrument.fingerprint))


def _sheet(scene: Scene) -> QWidget:
    """A gespreksblad with other content than the page of the talk."""
    view = _talk(scene)
    day = scene.app.desk.today()
    said = Talk(day, ("Wij kijken hetzelfde naar de groep.", "", "", ""), (Agreement("1.1", "Kring", "", day),), True)
    kept = KeptForm("x", "y", said.values(), (), Way.PDF, scene.app.desk.now(), "", in_force=False)
    return TalkSheetDialog(view, TalkSheet(kept, said))


def _stage_of(scene: Scene, make: Callable[[Sides], QWidget]) -> QWidget:
    line = scene.app.midterms.overview.line(one_in(scene.app, scene.student).id)
    made = make(Sides(scene.context, line))
    made.resize(1000, 720)
    return made


def _alone(dialog: QWidget) -> QWidget:
    """A dialog without the step that made it, which nobody keeps."""
    dialog.setParent(None, dialog.windowFlags())
    return dialog


def _room_reports(scene: Scene) -> QWidget:
    """A report that a room sent back, with a number that is none, and a file that is no form."""
    session, packages = revealed(scene.app), scene.app.calibration.room_packages
    form = next(one for one in packages.write(session.id, scene.folder / "r", "nl") if one.name.endswith("ier.pdf"))
    fill_pdf(form, {"seen:3.2": "Het doel staat op het bord.", "hands:0:3.2:V": "veel", "hands:0:3.2:O": "2"})
    strange = scene.folder / "brief.pdf"
    strange.write_bytes(b"%PDF-1.7 niets")
    step = DiscussingStep(scene.context, Sessions.of(scene.context))
    return _alone(RoomReturnsDialog(step, session.id, packages.look(session.id, [form, strange])))


def _papers(scene: Scene) -> QWidget:
    """The reports of a session, written."""
    step, session = ReportingStep(scene.context, Sessions.of(scene.context)), revealed(scene.app)
    told = "De verslagen worden gemaakt…"
    return _alone(PapersDialog(step, session.id, scene.folder / "verslagen", "Verslagen", told))


def _finish(scene: Scene) -> QWidget:
    """The question before a session is finished."""
    step, session = ReportingStep(scene.context, Sessions.of(scene.context)), revealed(scene.app)
    return _alone(FinishSessionDialog(step, session.id))


def _agreement(scene: Scene) -> QWidget:
    step, session = AgreeingStep(scene.context, Sessions.of(scene.context)), revealed(scene.app)
    dialog = AgreementDialog(step, step.sessions.line(session.id))
    dialog.begin_with(TalkNote(session.id, "", "3.2", agreed="Eerst het doel, dan de activiteit."))
    return _alone(dialog)


MAKERS: dict[str, Callable[[Scene], QWidget]] = {
    "announce": lambda one: AnnounceDialog(one.context, None, one.final().id),
    "close": lambda one: CloseDialog(one.context, None, one.dossier.id),
    "correct": lambda one: CorrectDialog(one.context, None, one.final().id),
    "describe": lambda one: DescribeDialog(one.context, None, one.dossier),
    "export": lambda one: ExportDialog(one.context, None, "xlsx", 2, 40),
    "finalise": lambda one: FinaliseDialog(one.context, None, one.dossier.id, Outcome.INSUFFICIENT, one.student.name),
    "import": Scene.importing,
    "passphrase": lambda one: PassphraseDialog(one.context, None),
    "new-code": lambda one: NewCodeDialog(one.context, None),
    "pages": lambda one: PagesDialog(one.context, None, one.attached("les.pdf", drawing())),  # type: ignore[arg-type]
    "words": lambda one: WordsDialog(
        one.context,
        None,
        one.attached("les.docx", docx("<w:p><w:r><w:t>Lesdoel</w:t></w:r></w:p>")),  # type: ignore[arg-type]
    ),
    "reference": lambda one: ReferenceDialog(one.context, None, one.dossier.id),  # type: ignore[arg-type]
    "remove": lambda one: RemoveAttachmentDialog(one.context, None, one.attached("les.pdf", drawing())),  # type: ignore[arg-type]
    "person": _person,
    "new-person": lambda one: PersonDialog(one.context, None, None),
    "put-back": lambda one: PutBackDialog(one.context, None, one.backup(), "20 januari 2026, 14:03"),  # type: ignore[arg-type]
    "resit": lambda one: ResitDialog(one.context, None, one.app.records.take(one.final().id)),
    "start": lambda one: StartAssessmentDialog(one.context),
    "student": lambda one: StudentDialog(one.context, one.student),
    "cohort-forms": lambda one: CohortFormsDialog(one.context, None, one.student, 12),
    "came-along": Scene.came_along,
    "came-along-empty": lambda one: CameAlongDialog(one.context, None),
    "send-forms": lambda one: SendFormsDialog(one.context, None, one.dossier.id),
    "midterms-send": lambda one: SendMidtermsDialog(one.context, None),
    "midterm-send": lambda one: SendMidtermsDialog(one.context, None, one.student),
    "midterms-sending": _sending,
    "midterms-receiving": _receiving,
    "midterm-close": lambda one: CloseMidtermDialog(one.context, None, one_in(one.app, one.student).id, 1),
    "midterm-hand-in": lambda one: HandInDialog(_filling(one)),
    "midterm-paper": _filling,
    "midterm-resume": lambda one: _stage_of(one, lambda sides: ResumeStage(sides, MENTOR, closed=False)),
    "midterm-hand-over": lambda one: _stage_of(
        one, lambda sides: HandOverStage(sides, STUDENT, MENTOR, MidtermWay.COMPUTER)
    ),
    "midterm-both-in": lambda one: _stage_of(one, DoneStage),
    "midterm-conclude": lambda one: ConcludeDialog(_talk(one)),
    "midterm-sheet": _sheet,
    "calibration-room-reports": _room_reports,
    "calibration-papers": _papers,
    "calibration-finish": _finish,
    "calibration-agreement": _agreement,
    "keys": lambda one: KeyboardMap("SheetPage", one.student.name, None),
    "manual": lambda one: ManualWindow(one.context.language),
    "known-error": lambda one: KnownErrorDialog(REFUSAL, one.context.language),
    "bug": lambda _one: BugDialog(ValueError("onverwacht")),
    "opening-create": lambda one: CreatePane(one.context.jobs, one.context.language, "Assessor"),
    "opening-unlock": lambda one: UnlockPane(
        one.context.jobs, one.context.language, "Assessor", one.app.safekeeping.place
    ),
    "opening-recovery": lambda _one: RecoveryPane(new_code(), remembered=False),
    "opening-renew": lambda one: RenewPane(one.context.jobs, one.context.language, one.app),
    "opening-example": lambda one: ExamplePane(one.context.jobs, one.context.language, "Assessor"),
    "opening-put-back": lambda one: PutBackPane(
        one.context.jobs,
        one.context.language,
        "Assessor",
        [one.backup()],  # type: ignore[list-item]
    ),
}


@pytest.fixture
def dressed(
    qapp: QApplication, context: Context, noor: Person, fleur: Student, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Language, ThemeName, float], Scene]]:
    """A scene in the dress that the test asks for."""
    monkeypatch.setenv("ASSESSOR_USER_DATA", str(tmp_path / "data"))
    spoken = Translations(qapp)

    def dress(language: Language, name: ThemeName, scale: float) -> Scene:
        theme.apply(qapp, theme.load(name, scale))
        spoken.speak(language)
        return Scene(replace(context, language=language), fleur, tmp_path)

    yield dress
    spoken.silence()
    theme.apply(qapp, theme.load("light"))


def _stage(pane: Pane) -> QWidget:
    """A step as the window shows it before a workspace is open."""
    stage = QWidget()
    stage.setLayout(column(pane))
    stage.resize(*SCREEN)
    pane.begin()
    return stage


def shown(qtbot: QtBot, scene: Scene, name: str) -> QWidget:
    """The window as its user first sees it, when its jobs are done."""
    made = MAKERS[name](scene)
    if isinstance(made, Pane):
        made = _stage(made)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: scene.context.jobs.is_idle)
    for _ in range(3):
        QTest.qWait(20)
    return made


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize(("language", "look", "scale"), DRESSES, ids=str)
def test_a_window_stands_the_sweep(
    qtbot: QtBot,
    dressed: Callable[[Language, ThemeName, float], Scene],
    name: str,
    language: Language,
    look: ThemeName,
    scale: float,
) -> None:
    window = shown(qtbot, dressed(language, look, scale), name)
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(PICTURES / f"window-{name}_{language}_{look}_{scale}.png"))
    assert nameless(window) == []
    assert cut_off(window) == []
    assert window.width() <= SCREEN[0]
    assert window.height() <= SCREEN[1]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", MAKERS)
def test_forty_per_cent_longer_texts_fit_a_window(
    qtbot: QtBot, qapp: QApplication, dressed: Callable[[Language, ThemeName, float], Scene], name: str
) -> None:
    longer = Longer(qapp)
    scene = dressed("en", "light", 1.0)
    qapp.installTranslator(longer)
    try:
        window = shown(qtbot, scene, name)
        assert cut_off(window) == []
        assert window.width() <= SCREEN[0]
        assert window.height() <= SCREEN[1]
    finally:
        qapp.removeTranslator(longer)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", MAKERS)
def test_tab_reaches_everything_in_a_window(
    qtbot: QtBot, dressed: Callable[[Language, ThemeName, float], Scene], name: str
) -> None:
    window = shown(qtbot, dressed("en", "light", 1.0), name)
    if QApplication.focusWidget() is None:
        window.setFocus()
        QTest.qWait(20)
    assert unreached(window) == []
