"""The way between the pages: a list, a rail, a bar, or one menu button."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.frame import Frame
from tracker.ui.page import PageDescriptor
from tracker.ui.text import tool_tip
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import ButtonLook, IconButton, LinkButton, SecondaryButton
from tracker.ui.widgets.call_card import CallButton, CallCard
from tracker.ui.widgets.labels import IconLabel, WrappedLabel
from tracker.ui.widgets.nav_button import NavButton, NavMode

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_LIST_WIDTH, _RAIL_WIDTH, _BAR_HEIGHT = 228, 92, 72
_LIST_EFF_WIDTH, _LIST_EFF_HEIGHT = 1120, 560
_RAIL_EFF_WIDTH, _RAIL_EFF_HEIGHT = 620, 520
_SETTINGS = "settings"
_PERSON_LINES = 3


class _PersonButton(LinkButton):
    """Whose diary this is, and who writes in it; leads to where that is changed."""

    look = ButtonLook("text", None, "surface2", None, padding=10, centered=False)

    def __init__(self) -> None:
        super().__init__("", "person")
        self._line = ""

    def show_line(self, line: str) -> None:
        """Show as much of it as three lines hold; the rest is in the tool tip and is spoken."""
        self._line = line
        self.setAccessibleName(line)
        self.setToolTip(tool_tip(line))
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - self._around()
        font = self._text_font()
        most = _PERSON_LINES * QFontMetrics(font).lineSpacing() + 1
        line = _with_words_within(self._line, QFontMetrics(font), room)
        shown = painting.shortened(font, line, room, most)
        if shown.replace("&", "&&") != self.text():
            self.setText(shown.replace("&", "&&"))
            self.updateGeometry()


def _with_words_within(line: str, metrics: QFontMetrics, room: int) -> str:
    """Return a line whose words end with "…" where one alone is wider than the room."""
    parts = re.split(r"(?<=[ -])", line)
    return "".join(
        part
        if metrics.horizontalAdvance(part.rstrip()) <= room
        else metrics.elidedText(part.rstrip(), Qt.TextElideMode.ElideRight, room) + " "
        for part in parts
    ).rstrip()


class _Brand(QWidget):
    """The sign and, where there is room, the name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._name = WrappedLabel(name, "h3")
        self._row.addWidget(IconLabel("logo", size=26))
        self._row.addWidget(self._name, 1)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def set_mode(self, mode: NavMode) -> None:
        self.setVisible(mode in (NavMode.LIST, NavMode.RAIL))
        self._name.setVisible(mode is NavMode.LIST)

    def _restyle(self) -> None:
        space = theme.current().space
        self._row.setContentsMargins(space(2), space(2), 0, space(6))
        self._row.setSpacing(space(12))


class Navigation(QWidget):
    """All destinations, the person, and the number to call.

    Signals:
        page_chosen: Carries the page's id, and a place in it or "".
        call_pressed: "When to call" was asked for.
        lock_pressed: The diary is to be locked.
    """

    page_chosen = Signal(str, str)
    call_pressed = Signal()
    lock_pressed = Signal()

    def __init__(
        self, app_name: str, pages: Sequence[PageDescriptor], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mode = NavMode.LIST
        self._pages = tuple(page for page in pages if page.in_navigation)
        self._names = {page.id: page.label for page in pages}
        self._buttons = {page.id: NavButton(page.label, page.icon, self) for page in self._pages}
        self._brand = _Brand(app_name)
        self._menu_button = SecondaryButton("", "menu")
        self._menu_button.clicked.connect(self._open_menu)
        self._call_card, self._call_button = CallCard(), CallButton()
        self._person = _PersonButton()
        self._foot = QHBoxLayout()
        self._lock: IconButton | None = None
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._build()
        theme.current().changed.connect(self._restyle)
        self.set_mode(NavMode.LIST)

    @property
    def mode(self) -> NavMode:
        """The shape it has now."""
        return self._mode

    def mode_within(self, window: QSize) -> NavMode:
        """Return the shape that fits a window of this size."""
        eff = theme.current().eff
        width, height = eff(window.width()), eff(window.height())
        if width >= _LIST_EFF_WIDTH and height >= _LIST_EFF_HEIGHT:
            return NavMode.LIST
        if width >= _RAIL_EFF_WIDTH and height >= _RAIL_EFF_HEIGHT:
            return NavMode.RAIL
        return NavMode.BAR if self._bar_width() <= window.width() else NavMode.MENU

    def _bar_width(self) -> int:
        """Return how wide a bar with all names must be."""
        space = theme.current().space
        for button in self._buttons.values():
            button.set_mode(NavMode.BAR)
        names = sum(button.minimumSizeHint().width() for button in self._buttons.values())
        gaps = space(4) * (len(self._buttons) + 1) + 2 * space(12)
        for button in self._buttons.values():
            button.set_mode(self._mode)
        lock = 0 if self._lock is None else self._lock.sizeHint().width() + space(4)
        return names + gaps + self._call_button.sizeHint().width() + lock

    def set_mode(self, mode: NavMode) -> None:
        """Take the shape that fits the window."""
        self._mode = mode
        across = mode in (NavMode.BAR, NavMode.MENU)
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        for button in self._buttons.values():
            self._box.setStretchFactor(button, 1 if across else 0)
            button.set_mode(mode)
            button.setVisible(mode is not NavMode.MENU)
        self._brand.set_mode(mode)
        self._spring.setVisible(mode is not NavMode.BAR)
        self._menu_button.setVisible(mode is NavMode.MENU)
        self._call_card.setVisible(mode is NavMode.LIST)
        self._person.setVisible(mode is NavMode.LIST)
        self._call_button.setVisible(mode is not NavMode.LIST)
        self._restyle()

    def show_frame(self, frame: Frame) -> None:
        """Show badges, the number and the person."""
        for page_id, button in self._buttons.items():
            button.set_badge(frame.badges.get(page_id))
        self._call_card.show_line(frame.advice_line)
        self._call_button.show_line(frame.advice_line)
        self._person.show_line(person_line(self, frame))

    def offer_lock(self) -> None:
        """Have a button that locks the diary, in every shape."""
        if self._lock is None:
            self._lock = IconButton("lock", self.tr("Lock the diary now"))
            self._lock.clicked.connect(self.lock_pressed)
            self._foot.addWidget(self._lock)

    def mark(self, page_id: str) -> None:
        """Show which page is open."""
        for key, button in self._buttons.items():
            button.mark_current(current=key == page_id)
        name = self._names.get(page_id, "")
        self._menu_button.setText(name)
        self._menu_button.setAccessibleName(self.tr("Pages, now {name}").format(name=name))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.current().tokens
        painter = painting.begin(self)
        painter.fillRect(self.rect(), tokens("sidebar"))
        if self._mode in (NavMode.BAR, NavMode.MENU):
            line = QRectF(0, self.height() - 1, self.width(), 1)
        else:
            line = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(line, tokens("border"))

    def _build(self) -> None:
        self._box.addWidget(self._brand)
        self._box.addWidget(self._menu_button)
        for button in self._buttons.values():
            button.clicked.connect(self._choose)
            self._box.addWidget(button)
        self._spring = QWidget()
        self._box.addWidget(self._spring, 1)
        self._box.addWidget(self._call_card)
        self._box.addWidget(self._call_button)
        self._foot.addWidget(self._person, 1)
        self._box.addLayout(self._foot)
        self._call_card.pressed.connect(self.call_pressed)
        self._call_button.clicked.connect(self.call_pressed)
        self._call_card.number_wanted.connect(self._go_to_care_team)
        self._person.clicked.connect(self._go_to_profiles)

    def _choose(self) -> None:
        for page_id, button in self._buttons.items():
            if button is self.sender():
                self.page_chosen.emit(page_id, "")

    def _go_to_care_team(self) -> None:
        self.page_chosen.emit(_SETTINGS, "care-team")

    def _go_to_profiles(self) -> None:
        self.page_chosen.emit(_SETTINGS, "profiles")

    def _open_menu(self) -> None:
        # In the narrowest windows alone, when it is pressed.
        from PySide6.QtGui import QAction  # noqa: PLC0415
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        menu = QMenu(self)
        menu.setFont(theme.current().font("body"))
        menu.setStyleSheet(_menu_shape())
        for page in self._pages:
            badge = self._buttons[page.id].accessibleDescription()
            label = f"{page.label} ({badge})" if badge else page.label
            action = QAction(label, menu)
            action.setData(page.id)
            menu.addAction(action)
        menu.triggered.connect(self._choose_action)
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def _choose_action(self, action: "QAction") -> None:
        self.page_chosen.emit(str(action.data()), "")

    def _restyle(self) -> None:
        sheet = theme.current()
        space = sheet.space
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        across = self._mode in (NavMode.BAR, NavMode.MENU)
        self.setSizePolicy(free if across else fixed, fixed if across else free)
        self.setMinimumSize(0, 0)
        self.setMaximumSize(16777215, 16777215)
        if across:
            self.setFixedHeight(sheet.px(_BAR_HEIGHT))
            self._box.setContentsMargins(space(12), space(6), space(12), space(6))
        else:
            self.setFixedWidth(sheet.px(_LIST_WIDTH if self._mode is NavMode.LIST else _RAIL_WIDTH))
            side = space(14) if self._mode is NavMode.LIST else space(8)
            self._box.setContentsMargins(side, space(12), side, space(14))
        self._box.setSpacing(space(4))
        self.updateGeometry()
        self.update()


def _menu_shape() -> str:
    """Return lines high enough to hit; a menu lives too briefly to see the theme change."""
    sheet = theme.current()
    height = (sheet.target() - QFontMetrics(sheet.font("body")).height()) // 2 + 1
    color = {name: sheet.tokens(name).name() for name in ("surface", "text", "primarySoft")}
    return (
        f"QMenu {{ background: {color['surface']}; color: {color['text']}; }}"
        f"QMenu::item {{ padding: {height}px {sheet.space(20)}px; }}"
        f"QMenu::item:selected {{ background: {color['primarySoft']}; color: {color['text']}; }}"
    )


def person_line(speaker: QWidget, frame: Frame) -> str:
    """Return whose diary it is, and who writes in it when that is somebody else."""
    if frame.logging_as is None:
        return frame.person
    return speaker.tr("Logging as {writer} for {person}").format(
        writer=frame.logging_as, person=frame.person
    )
