"""Draws one day of the month calendar."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import icons, theme
from tracker.ui.plan.calendar_model import DAY_ROLE
from tracker.ui.plan.calendar_words import ICONS, chip_labels, day_labels, longest_day_labels
from tracker.ui.plan.month_state import CalendarDay, Happening, Kind
from tracker.ui.plan.timeline_parts import Stage
from tracker.ui.widgets import painting
from tracker.ui.widgets.hatching import paint_hatch

_RADIUS, _CHIP_RADIUS = 8, 6
_CHIP_HEIGHT, _CHIP_GAP, _ICON = 24, 4, 14
_HEAD, _SIDE = 30, 6


class _ChipLook(NamedTuple):
    fill: str | None
    outline: str | None
    ink: str
    dashed: bool = False
    struck: bool = False


_GIVEN = _ChipLook("primary", None, "onPrimary")
_PLANNED = _ChipLook("primarySoft", "primary", "primary", dashed=True)
_OMITTED = _ChipLook("surface2", "control", "text2", struck=True)


def _look(happening: Happening) -> _ChipLook:
    if happening.kind is Kind.TREATMENT:
        return {Stage.GIVEN: _GIVEN, Stage.OMITTED: _OMITTED}.get(happening.stage, _PLANNED)
    if happening.kind is Kind.SCAN:
        if happening.stage is Stage.CURRENT:
            return _ChipLook("warnSoft", "warn", "warnText")
        planned = happening.stage is Stage.PLANNED
        return _ChipLook("heartSoft", "heart", "heart", dashed=planned)
    if happening.kind is Kind.MOVED:
        return _ChipLook(None, "control", "text2", dashed=True)
    if happening.kind is Kind.RADIOTHERAPY:
        return _ChipLook("radiationSoft", "radiation", "text")
    return _ChipLook("surface2", "control", "text")


class CalendarDelegate(QStyledItemDelegate):
    """A rounded cell: date, cycle day, at most two chips, hatched foot in the low-count window."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        day = index.data(DAY_ROLE)
        if not isinstance(day, CalendarDay):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(option.rect).adjusted(2, 2, -2, -2)
        _paint_ground(painter, cell, day)
        if day.in_month:
            _paint_head(painter, cell, day)
            _paint_chips(painter, cell, day)
        else:
            _paint_number(painter, cell, day, theme.current().tokens("text3"))
        # The view knows what the option says as well, whose `QStyle` has hundreds of names to make.
        view = self._view
        _paint_ring(
            painter,
            cell,
            day,
            is_chosen=view.selectionModel().isSelected(index),
            has_keys=view.hasFocus() and view.currentIndex() == index,
        )
        painter.restore()


def least_cell_height() -> int:
    """Return the height of a cell in px: a date and two chips."""
    return theme.current().px(86)


def _paint_ground(painter: QPainter, cell: QRectF, day: CalendarDay) -> None:
    tokens = theme.current().tokens
    tinted = day.low_counts and day.in_month
    fill = "surface" if day.in_month else "bg"
    box = painting.Box(tokens("lowcountSoft" if tinted else fill), tokens("border"), 1, _RADIUS)
    painting.paint_box(painter, cell, box)
    if not tinted:
        return
    path = QPainterPath()
    path.addRoundedRect(cell.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    foot = QRectF(cell)
    foot.setTop(cell.bottom() - theme.current().px(8))
    paint_hatch(painter, path, foot, tokens("lowcount"))


def _paint_head(painter: QPainter, cell: QRectF, day: CalendarDay) -> None:
    sheet = theme.current()
    _paint_number(painter, cell, day, sheet.tokens("text"))
    font = sheet.font("tiny")
    for label, longest in zip(day_labels(day), longest_day_labels(), strict=False):
        if painting.text_width(font, longest) <= _room_for_label(cell):
            width = painting.text_width(font, label)
            painter.setFont(font)
            painter.setPen(sheet.tokens("text2"))
            left = cell.right() - width - sheet.px(_SIDE)
            rect = QRectF(left, cell.top(), width + 1, sheet.px(_HEAD))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), label)
            return


def _room_for_label(cell: QRectF) -> float:
    """Return the room beside the widest date, so that all cells use the same form."""
    sheet = theme.current()
    number = painting.text_width(sheet.font("body", strong=True), "30")
    return cell.width() - 2 * sheet.px(_SIDE) - number - sheet.px(2)


def _paint_number(painter: QPainter, cell: QRectF, day: CalendarDay, color: QColor) -> None:
    sheet = theme.current()
    painter.setFont(sheet.font("body", strong=True))
    painter.setPen(color)
    rect = QRectF(cell.left() + sheet.px(_SIDE), cell.top(), cell.width(), sheet.px(_HEAD))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), str(day.on.day))


def _paint_chips(painter: QPainter, cell: QRectF, day: CalendarDay) -> None:
    px = theme.current().px
    top = cell.top() + px(30)
    room = cell.bottom() - px(2) - top
    places = max(1, int((room + px(2)) // px(_CHIP_HEIGHT + 2)))
    shown = day.happenings[:places]
    for place, happening in enumerate(shown):
        rect = QRectF(
            cell.left() + px(4),
            top + place * px(_CHIP_HEIGHT + 2),
            cell.width() - px(8),
            px(_CHIP_HEIGHT),
        )
        more = len(day.happenings) - len(shown) if place == len(shown) - 1 else 0
        _paint_chip(painter, rect, happening, more)


def _paint_chip(painter: QPainter, rect: QRectF, happening: Happening, more: int) -> None:
    sheet = theme.current()
    look = _look(happening)
    fill = sheet.tokens(look.fill) if look.fill else None
    line = sheet.tokens(look.outline) if look.outline else None
    box = painting.Box(fill, line, 1.4, _CHIP_RADIUS, dashed=look.dashed)
    painting.paint_box(painter, rect, box)
    font = QFont(sheet.font("tiny", strong=True))
    font.setStrikeOut(look.struck)
    side, gap, padding = sheet.px(_ICON), sheet.px(_CHIP_GAP), sheet.px(5)
    extra = f" +{more}" if more else ""
    room = rect.width() - 2 * padding
    label, with_icon = _fitting(font, happening, extra, room, side + gap)
    left = rect.left() + padding
    if with_icon:
        icon = QRectF(left, rect.center().y() - side / 2, side, side)
        if not label:
            icon.moveCenter(rect.center())
        icons.draw(painter, ICONS[happening.kind], sheet.tokens(look.ink), icon)
        left += side + gap
    painter.setFont(font)
    painter.setPen(QPen(sheet.tokens(look.ink)))
    words = QRectF(left, rect.top(), rect.right() - left, rect.height())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), label)


def _fitting(
    font: QFont, happening: Happening, extra: str, room: float, icon_room: float
) -> tuple[str, bool]:
    """Return the longest label that fits, and whether the icon fits before it."""
    for label in chip_labels(happening):
        width = painting.text_width(font, label + extra)
        if width + icon_room <= room:
            return label + extra, True
        if label and width <= room:
            return label + extra, False
    return extra.strip(), not extra


def _paint_ring(
    painter: QPainter, cell: QRectF, day: CalendarDay, *, is_chosen: bool, has_keys: bool
) -> None:
    tokens = theme.current().tokens
    if day.is_today:
        painting.paint_box(painter, cell, painting.Box(None, tokens("text"), 2.6, _RADIUS))
    if not is_chosen or (day.is_today and not has_keys):
        return
    inner = cell.adjusted(3, 3, -3, -3) if day.is_today else cell
    tone = "focus" if has_keys else "primary"
    painting.paint_box(painter, inner, painting.Box(None, tokens(tone), 2.4, _RADIUS - 2))
