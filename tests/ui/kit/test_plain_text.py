"""What people type is shown as typed: never as markup, never turning its neighbors round."""

import ast
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

import tracker.ui
from tests.builders import SUMMER, Clock, a_companion, a_person
from tests.ui.kit.gallery import settle
from tracker.app.window import build
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import CareTeam, Contact, Surgery
from tracker.services.companion import Companion
from tracker.ui import text
from tracker.ui.main_window import MainWindow
from tracker.ui.settings.page import SettingsPage
from tracker.ui.when_to_call import WhenToCallDialog
from tracker.ui.why_dialog import WhyDialog
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import IconButton, SecondaryButton

OVERRIDE = "\u202e"
HOSTILE = f'<b>bold</b><img src="file:///etc/hostname"><a href="https://x.test">{OVERRIDE}&amp;'
SEEN = HOSTILE.replace(OVERRIDE, "")
PAGES = ("today", "plan", "history", "heart", "report", "settings", "learn")
SOURCES = sorted(Path(tracker.ui.__file__).parent.rglob("*.py"))

# The one label of the kit is always plain text, bold pieces included.
ALLOWED = {
    "QLabel": {"widgets/labels.py"},
    # Opens the folder of a file that was just saved, never the file and no address.
    "QDesktopServices": {"show_in_folder.py"},
}
MARKUP = {
    "AutoText", "MarkdownText", "RichText", "QErrorMessage", "QLabel", "QMessageBox",
    "QStaticText", "QTextBrowser", "QTextEdit", "QWhatsThis", "appendHtml", "insertHtml",
    "setHtml", "setMarkdown", "setStatusTip", "setWhatsThis",
}  # fmt: skip
NETWORK = {"QDesktopServices", "setOpenExternalLinks", "linkActivated"}


@pytest.fixture
def companion() -> Companion:
    """A diary with hostile text in every place that takes words."""
    contacts = (Contact(HOSTILE, HOSTILE), Contact(f"Ward {HOSTILE}", "020 7946 0123"))
    care = CareTeam(contacts=contacts, emergency_number=HOSTILE)
    operation = Surgery(date(2026, 4, 1), name=HOSTILE)
    companion = a_companion(
        clock=Clock(datetime(2026, 5, 30, 20, tzinfo=SUMMER)),
        # As an imported or damaged file may hold it; the profile page itself refuses some of this.
        person=a_person(name=HOSTILE, care=care, surgeries=(operation,)),
    )
    diary = companion.diary
    today = date(2026, 5, 30)
    for day in (today, today - timedelta(days=1)):
        diary.answer(f"own:{HOSTILE}", 4, note=HOSTILE, day=day, by=HOSTILE)
        diary.answer("vomiting", 4, note=HOSTILE, day=day)
    diary.temperature("39.5", TemperatureUnit.CELSIUS)
    diary.note(HOSTILE)
    diary.question(HOSTILE)
    diary.medicine(HOSTILE, amount=HOSTILE)
    diary.appointment(HOSTILE, datetime(2026, 6, 3, 9, tzinfo=SUMMER))
    diary.lvef("60", day=today)
    companion.plan.move(DoseTarget(), 3, date(2026, 6, 22), Reason.OTHER, HOSTILE)
    return companion


@pytest.fixture
def window(qtbot, companion) -> MainWindow:
    main = build(companion, None, file=None, reopen=None)
    qtbot.addWidget(main)
    main.show()
    return main


def labels_read_as_markup(root: QWidget) -> list[str]:
    """Return the texts of labels that Qt could read as markup."""
    plain = Qt.TextFormat.PlainText
    return [each.text() for each in root.findChildren(QLabel) if each.textFormat() is not plain]


def tool_tips_read_as_markup(root: QWidget) -> list[str]:
    tips = [widget.toolTip() for widget in root.findChildren(QWidget)]
    return [tip for tip in tips if Qt.mightBeRichText(tip)]


def labels_that_turn_text_round(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if OVERRIDE in label.text()]


def words_of(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel))


@pytest.mark.parametrize("page_id", PAGES)
def test_no_page_reads_typed_words_as_markup_or_lets_them_turn_text_round(window, page_id):
    window.show_page(page_id)
    settle()

    assert labels_read_as_markup(window) == []
    assert tool_tips_read_as_markup(window) == []
    assert labels_that_turn_text_round(window) == []


@pytest.mark.parametrize("page_id", ["today", "plan"])
def test_typed_words_are_seen_as_they_were_typed(window, page_id):
    window.show_page(page_id)
    settle()

    assert SEEN in words_of(window.page(page_id)).replace(text.NBSP, " ")


def test_no_section_of_the_settings_reads_typed_words_as_markup(window):
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)

    for section in ("care-team", "heart", "display", "profiles", "data", "about"):
        page.show_section(section)
        assert labels_read_as_markup(page) == []
        assert tool_tips_read_as_markup(page) == []


def test_neither_when_to_call_nor_the_reasons_read_typed_words_as_markup(window, companion):
    alerts = companion.safety.current().alerts
    assert any(SEEN in each.text.replace(OVERRIDE, "") for a in alerts for each in a.because)

    for dialog in (WhenToCallDialog(window._frame, window), WhyDialog(alerts, window)):
        assert labels_read_as_markup(dialog) == []
        assert labels_that_turn_text_round(dialog) == []
        dialog.deleteLater()


def test_a_bold_piece_is_plain_text_and_spoken_plainly(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    label = PartsLabel()
    label.setParent(holder)

    label.show_parts([(HOSTILE, True), ("\nand", False)])

    assert labels_read_as_markup(holder) == []
    assert label.text() == f"{SEEN}\nand"


def test_a_button_shows_an_ampersand_and_no_override(qtbot):
    button = SecondaryButton(f"Fish & chips {OVERRIDE}3")
    qtbot.addWidget(button)

    assert button.shown_text == "Fish & chips 3"


def test_a_tool_tip_made_of_typed_words_is_no_markup(qtbot):
    button = IconButton("close", f"Remove {HOSTILE}")
    qtbot.addWidget(button)

    assert not Qt.mightBeRichText(button.toolTip())
    assert button.accessibleName() == f"Remove {HOSTILE}"


def test_words_that_run_from_right_to_left_stay_whole():
    hebrew = "\u05e9\u05dc\u05d5\u05dd \u200f3"

    assert text.without_overrides(hebrew) == hebrew


def _names(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.Name):
            yield node.id, node.lineno


def _place(path: Path) -> str:
    return path.relative_to(Path(tracker.ui.__file__).parent).as_posix()


def test_only_the_label_of_the_kit_knows_markup_and_nothing_follows_a_link():
    used = [
        (name, f"{_place(path)}:{line}")
        for path in SOURCES
        for name, line in _names(path)
        if name in MARKUP | NETWORK and _place(path) not in ALLOWED.get(name, ())
    ]

    assert used == []


def test_every_tool_tip_goes_through_the_function_that_takes_its_markup_away():
    bare = [
        f"{_place(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "setToolTip"
        and "tool_tip(" not in ast.unparse(node.args[0])
    ]

    assert bare == []
