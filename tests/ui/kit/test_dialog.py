"""The base of all dialogs: how large it is, when it closes, and that it is let go of."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from shiboken6 import delete, isValid

from tests.ui.kit.gallery import NUMBER, a_frame, settle
from tracker.ui.when_to_call import WhenToCallDialog
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel


@pytest.fixture
def host(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


class _RefusingDialog(Dialog):
    def __init__(self, parent):
        super().__init__("Your weight", "Save", parent, width=300)
        self.told = WrappedLabel("7 kg is not a body weight. " * 6)
        self.body.addWidget(self.told)
        self.told.hide()

    def check(self):
        self.told.show()
        return False


def test_a_dialog_grows_by_what_it_refuses_with_as_far_as_its_window_reaches(qtbot, host):
    host.resize(900, 600)
    dialog = _RefusingDialog(host)
    qtbot.addWidget(dialog)
    dialog.show()
    before, middle = dialog.height(), dialog.geometry().center().y()

    dialog.accept_button.click()
    settle()

    assert before + dialog.told.height() <= dialog.height() <= 600
    assert abs(dialog.geometry().center().y() - middle) <= 1
    assert dialog._scroll_area.verticalScrollBar().maximum() == 0


def in_sight(dialog, widget) -> bool:
    viewport = dialog._scroll_area.viewport()
    top = widget.mapTo(viewport, widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= viewport.height()


class _AskingDialog(Dialog):
    """A number that is asked back below it, far down in a long dialog."""

    def __init__(self, parent):
        super().__init__("Your weight", "Save", parent, width=500)
        self.body.addWidget(WrappedLabel("A long text. " * 60))
        self.field, self.yes = TextField("Weight"), SecondaryButton("Yes, save 7 kg")
        self.more = SecondaryButton("Another one")
        for part in (self.field, self.yes, self.more):
            self.body.addWidget(part)
        self.body.addWidget(WrappedLabel("A long text. " * 60))
        self.yes.hide()
        self.more.hide()

    def check(self):
        self.field.show_error("7 kg is not a usual body weight.")
        self.yes.show()
        return False


def in_a_small_window(qtbot, host) -> _AskingDialog:
    host.resize(640, 480)
    dialog = _AskingDialog(host)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_question_that_appears_in_a_small_window_is_in_sight_and_the_next_stop(
    qtbot, sheet, host, scale
):
    sheet.set_text_scale(scale)
    dialog = in_a_small_window(qtbot, host)
    dialog.field.editor.setFocus()

    dialog.accept_button.click()
    settle()

    assert in_sight(dialog, dialog.yes)
    assert in_sight(dialog, dialog.field.error)
    qtbot.keyClick(dialog.field.editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.yes


def test_what_is_wrong_is_in_sight_again_when_it_is_said_again(qtbot, sheet, host):
    sheet.set_text_scale(1.0)
    dialog = in_a_small_window(qtbot, host)
    bar = dialog._scroll_area.verticalScrollBar()

    for position in (bar.maximum(), 0):
        dialog.accept_button.click()
        settle()
        assert in_sight(dialog, dialog.field.error)
        bar.setValue(position)


def test_a_field_that_an_answer_opens_is_brought_into_sight(qtbot, sheet, host):
    sheet.set_text_scale(1.0)
    dialog = in_a_small_window(qtbot, host)

    dialog.more.show()
    settle()

    assert in_sight(dialog, dialog.more)


class _NameDialog(Dialog):
    def __init__(self, parent=None):
        super().__init__("Your name", "Save name", parent)
        self.body.addWidget(WrappedLabel("A long text. " * 400))
        self.right = False

    def check(self):
        return self.right


def test_a_dialog_stays_inside_its_window_and_keeps_its_buttons_in_sight(qtbot, host):
    host.resize(900, 600)
    dialog = _NameDialog(host)
    qtbot.addWidget(dialog)

    dialog.show()

    assert dialog.height() <= 600
    assert dialog.rect().contains(dialog.accept_button.geometry())


def test_a_dialog_with_a_wrong_answer_stays_open(qtbot, host):
    dialog = _NameDialog(host)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.accept_button.click()
    assert dialog.isVisible()

    dialog.right = True
    dialog.accept_button.click()
    assert not dialog.isVisible()


class _OneFieldDialog(Dialog):
    def __init__(self, first, parent):
        super().__init__("A medicine", "Save", parent)
        self.body.addWidget(first)


def test_what_is_typed_first_has_the_keyboard_when_a_dialog_opens(qtbot, host):
    field = TextField("What did you take?")
    dialog = _OneFieldDialog(field, host)
    qtbot.addWidget(dialog)

    dialog.show()

    assert dialog.focusWidget() is field.editor


def test_no_choice_has_the_keyboard_when_a_dialog_opens_or_enter_would_make_it(qtbot, host):
    dialog = _OneFieldDialog(ChipGroup("New day", [("7", "7 days later")]), host)
    qtbot.addWidget(dialog)

    dialog.show()

    assert dialog.focusWidget() is dialog.accept_button


def test_esc_cancels_a_dialog(qtbot, host):
    dialog = _NameDialog(host)
    qtbot.addWidget(dialog)
    QTimer.singleShot(0, dialog.reject)

    assert dialog.run() is False


def test_a_dialog_that_was_read_is_let_go_of_with_all_it_holds(host):
    dialog = _NameDialog(host)
    QTimer.singleShot(0, dialog.reject)

    dialog.run()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not isValid(dialog)
    assert host.findChildren(QDialog) == []


def test_a_dialog_ends_with_the_window_it_stands_over():
    host = QWidget()
    host.show()
    dialog = _NameDialog(host)
    QTimer.singleShot(0, lambda: delete(host))

    assert dialog.run() is False


def test_when_to_call_shows_the_boxes_in_order_and_esc_closes_it(qtbot, host):
    dialog = WhenToCallDialog(a_frame(), host)
    qtbot.addWidget(dialog)
    dialog.show()

    texts = [label.text().replace("\u00a0", " ") for label in dialog.findChildren(QLabel)]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert texts.index("Call 999 now") < texts.index("Call your 24-hour advice line now")
    assert NUMBER in texts
    assert not dialog.isVisible()
