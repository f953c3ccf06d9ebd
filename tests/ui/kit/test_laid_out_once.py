"""A page is laid out at the widths it has and no oftener, and is there before it speaks."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.page_scroll import PageScroll

_LIKES = 2000


class _Text(QWidget):
    """Would like to be very wide; notes each width at which its height is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()
        painting.wrap_by_width(self)

    def sizeHint(self) -> QSize:
        return QSize(_LIKES, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, 20)

    def heightForWidth(self, width: int) -> int:
        self.asked.add(width)
        return 20


class _Button(SecondaryButton):
    """Counts how often it asks for a new layout."""

    told = 0

    def updateGeometry(self) -> None:  # noqa: N802
        self.told += 1
        super().updateGeometry()


class _Speaking(QWidget):
    """Says what happens to it in turn."""

    def __init__(self, happened: list[str]) -> None:
        super().__init__()
        self._happened = happened

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._happened.append("painted")


def test_nothing_on_a_page_is_laid_out_at_a_width_it_never_has(qtbot):
    page, columns, card, text = PageScroll(), Columns(), Card(), _Text()
    card.column.addWidget(text)
    columns.left.addWidget(card)
    columns.right.addWidget(Card())
    page.column.addWidget(columns)
    qtbot.addWidget(page)
    page.resize(1280, 800)

    with qtbot.waitExposed(page):
        page.show()

    assert text.width() in text.asked
    assert max(text.asked) <= page.width()


def test_a_button_as_wide_as_it_would_like_asks_for_no_new_layout_and_a_narrow_one_does(qtbot):
    button = _Button("Save this and everything that was written before it")
    qtbot.addWidget(button)
    natural = button.sizeHint()
    button.resize(natural)
    with qtbot.waitExposed(button):
        button.show()
    before = button.told

    button.resize(natural.width() + 40, natural.height())
    wide = button.told
    button.resize(natural.width() // 2, natural.height())

    assert wide == before
    assert button.told > wide
    assert button.sizeHint().height() > natural.height()


def test_a_screen_reader_is_told_what_is_on_a_page_once_the_page_is_painted(qtbot, monkeypatch):
    happened: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: happened.append(event.message())
    )
    widget = _Speaking(happened)
    qtbot.addWidget(widget)

    AccessibleAnnouncer(widget).polite("Saved")
    widget.show()

    qtbot.waitUntil(lambda: "Saved" in happened)
    assert happened[0] == "painted"
