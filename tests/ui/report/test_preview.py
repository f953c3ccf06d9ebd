"""The pages in the window: turned, looked at closer, never squeezed."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea

from tracker.ui import theme
from tracker.ui.report.closer_look import CloserLookDialog
from tracker.ui.report.preview import Preview
from tracker.ui.report.sheet import Sheet
from tracker.ui.widgets.buttons import PlainIconButton
from tracker.ui.widgets.empty_state import Skeleton

WIDE, HIGH = 210, 297


def a_page(color="#7A52BE"):
    page = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    page.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def preview(qtbot):
    theme.current().apply(QApplication.instance())
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(500, 500)
    preview.show()
    return preview


def button(preview, words):
    (found,) = [
        each for each in preview.findChildren(PlainIconButton) if each.accessibleName() == words
    ]
    return found


def test_the_page_in_sight_is_the_one_that_is_looked_at_closer(preview, monkeypatch):
    looked_at = []
    monkeypatch.setattr(
        CloserLookDialog, "run", lambda dialog: looked_at.append(dialog.windowTitle())
    )
    assert not button(preview, "Look closer").isEnabled()

    preview.show_pages((a_page(), a_page()))
    button(preview, "Next page").click()
    button(preview, "Look closer").click()

    assert looked_at == ["Page 2 of 2"]


def test_pages_that_were_refused_are_not_waited_for_any_longer(preview):
    waiting = preview.findChild(Skeleton)
    assert waiting.isVisible()

    preview.show_pages((a_page(),))
    preview.show_pages(())

    assert not waiting.isVisible()
    assert not button(preview, "Look closer").isEnabled()
    assert "Page" not in preview.findChild(Sheet).accessibleName()


def test_a_page_looked_at_closer_is_read_to_its_end_with_the_keyboard(qtbot, preview):
    page = QPixmap()
    page.loadFromData(a_page())
    dialog = CloserLookDialog(page, "Page 1 of 1", preview)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() > 0

    places = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(dialog.focusWidget(), key)
        places.append(bar.value())

    assert dialog.focusWidget().accessibleName() == "Page 1 of 1"
    assert places[0] < places[1] < places[2] <= places[3] == bar.maximum()
    assert places[4] == 0


def test_a_page_in_too_low_a_place_is_cut_off_and_not_squeezed(preview):
    page = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    page.fill(QColor("#FFFFFF"))
    for row in range(HIGH // 2, HIGH):
        for column in range(WIDE):
            page.setPixelColor(column, row, QColor("#000000"))
    sheet = Sheet(preview)
    sheet.show_page(QPixmap.fromImage(page))

    sheet.setGeometry(0, 0, WIDE, HIGH // 2 - 4)

    drawn = sheet.grab().toImage()
    assert drawn.pixelColor(WIDE // 2, drawn.height() - 6) == QColor("#FFFFFF")
