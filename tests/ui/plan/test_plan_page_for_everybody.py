"""The Plan page at every size, by keyboard alone, for shaking hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tracker.ui.theme import Theme


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [620, 918, 1052])
def test_nothing_runs_off_the_side_at_any_size(sheet: Theme, shown, width, scale):
    sheet.set_text_scale(scale)
    shown.page.resize(width, 700)
    QApplication.processEvents()

    area = shown.page.scroll_area

    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_everything_that_takes_the_keyboard_has_a_name(shown):
    for widget in shown.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name.strip(), widget


def test_every_button_is_large_enough(sheet: Theme, shown):
    for button in shown.page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= sheet.target(), button.text()
            assert button.width() >= sheet.target(), button.text()
