"""One symptom of the check-in: name, yesterday, the scale, and advice right under it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import IconLabel
from tracker.ui.widgets.row_caption import RowCaption
from tracker.ui.widgets.severity import SeverityScale

_STACK_BELOW_EFF = 494
_NAME_MIN, _NAME_MAX = 140, 240
_GAP, _PADDING = 6, 4


class _RowAdvice(Card):
    """The soft amber box that stands under its cause."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("reminder", parent)
        self._label = PartsLabel(tone=self.text_tone)
        self._label.make_selectable()
        self._row = QHBoxLayout()
        self._row.addWidget(
            IconLabel("phone", tone="warnText", size=18), 0, Qt.AlignmentFlag.AlignVCenter
        )
        self._row.addWidget(self._label, 1)
        self._row.setSpacing(8)
        self.column.addLayout(self._row)
        self.column.setContentsMargins(12, 5, 6, 5)

    def put(self, widget: QWidget) -> None:
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_parts(self, parts: Sequence[tuple[str, bool]]) -> None:
        self._label.show_parts(parts)

    def _restyle_card(self) -> None:
        self.update()


class SymptomRow(QWidget):
    """A row that shows and asks; it stores nothing and shows what it is told.

    Args:
        symptom_id: Handed back with the signals through `row.symptom_id`.
        name: In the person's words.
        words: Five, what each level means.

    Signals:
        answered: 0 to 4.
        cleared: The answer was taken back.
        skipped: The person would rather not say.
        went_on: As that of the scale.
        moved_on: 1 next row, -1 previous row.
    """

    answered = Signal(int)
    cleared = Signal()
    skipped = Signal()
    went_on = Signal()
    moved_on = Signal(int)

    def __init__(
        self, symptom_id: str, name: str, words: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.symptom_id = symptom_id
        self._heights: dict[int, int] = {}
        self.scale = SeverityScale(name, words, self)
        self.caption = RowCaption(name, () if self.scale.words_fit else self.scale.spoken, self)
        self._advice: _RowAdvice | None = None
        self._announcer = AccessibleAnnouncer(self)
        painting.wrap_by_width(self)
        self.scale.answered.connect(self._show_meaning)
        self.scale.cleared.connect(self._show_meaning)
        self.scale.answered.connect(self.answered)
        self.scale.cleared.connect(self.cleared)
        self.scale.skipped.connect(self.skipped)
        self.scale.went_on.connect(self.went_on)
        self.scale.moved_on.connect(self.moved_on)
        if not self.scale.words_fit:
            self.scale.level_word_focused.connect(self.caption.show_hint)
        theme.current().changed.connect(self._restyle)

    def set_answer(self, level: int | None) -> None:
        """Show an answer; its meaning stays written in the row."""
        self.scale.set_answer(level)
        self._show_meaning()

    def show_reason(self, text: str) -> None:
        """Show for example "often with docetaxel, usually days 2 to 5"; "" for nothing."""
        self.caption.show_reason(text)
        self.scale.setAccessibleDescription(text)

    def show_yesterday(
        self, text: str, spoken: str | None = None, shorter: Sequence[str] = ()
    ) -> None:
        """Show for example "Yesterday: mild"; "" for nothing; the rest as for what is saved."""
        self.caption.show_status(text, "text2", spoken, shorter)
        self._refit()

    def show_saved(self, text: str, spoken: str | None = None) -> None:
        """Show for example "Saved 9:40", in green; `spoken` says the same in more words."""
        self.caption.show_status(text, "okText", spoken)
        self._refit()

    def show_not_saved(self, text: str) -> None:
        """Show that the answer is still only on the screen."""
        self.caption.show_status(text, "urgentText")
        self._refit()
        self._announcer.assertive(text)

    def put_into_advice(self, widget: QWidget) -> None:
        """Put something at the end of the amber box."""
        self._box().put(widget)

    def show_advice(self, parts: Sequence[tuple[str, bool]] | None) -> None:
        """Show plain (False) and bold (True) pieces in an amber box; None hides the box."""
        if parts is not None:
            self._box().show_parts(parts)
            self._box().show()
            self._announcer.polite("".join(text for text, _ in parts))
        elif self._has_advice():
            self._box().hide()
        else:
            return
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        width = theme.current().px(_STACK_BELOW_EFF)
        return QSize(width, painting.wrapped_height(self, width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.scale.minimumSizeHint().width(), self.scale.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:  # asked dozens of times while a page is laid out
            _, _, advice = self._rects(width)
            height = advice.bottom() + 1 + theme.current().space(_PADDING)
            self._heights[width] = height
        return height

    def updateGeometry(self) -> None:  # noqa: N802
        self._heights.clear()
        super().updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        painting.take_new_width(self, event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painting.begin(self).fillRect(line, theme.current().tokens("border"))

    def _show_meaning(self) -> None:
        level = self.scale.answer
        told = bool(level) and not self.scale.words_fit
        self.caption.show_answer_word(self.scale.meaning(level) if level and told else "")
        self._refit()

    def _refit(self) -> None:
        """Make room for a status that is longer than the usual one; few are."""
        if not self.isVisible():  # it is measured when it is placed
            self._heights.clear()
        elif self.caption.heightForWidth(self.caption.width()) != self.caption.height():
            self.updateGeometry()
            self._place()

    def _box(self) -> _RowAdvice:
        """Return the amber box; few rows ever need theirs, so it is made then."""
        if self._advice is None:
            self._advice = _RowAdvice(self)
            self._advice.hide()
        return self._advice

    def _has_advice(self) -> bool:
        return self._advice is not None and not self._advice.isHidden()

    def _place(self) -> None:
        caption, scale, advice = self._rects(self.width())
        self.caption.setGeometry(caption)
        self.scale.setGeometry(scale)
        if self._advice is not None:
            self._advice.setGeometry(advice)

    def _rects(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Return where caption, scale and advice go at a width."""
        sheet = theme.current()
        gap, top = sheet.space(_GAP), sheet.space(_PADDING)
        scale_height = self.scale.sizeHint().height()
        beside = width - sheet.px(_NAME_MIN)
        if sheet.eff(width) < _STACK_BELOW_EFF or beside < self.scale.natural_width():
            height = self.caption.heightForWidth(width)
            caption = QRect(0, top, width, height)
            scale = QRect(0, top + height + gap, width, scale_height)
        else:
            left = width - self.scale.natural_width()
            name = min(sheet.px(_NAME_MAX), max(sheet.px(_NAME_MIN), left))
            height = max(scale_height, self.caption.heightForWidth(name - gap))
            caption_height = self.caption.heightForWidth(name - gap)
            caption = QRect(0, top + (height - caption_height) // 2, name - gap, caption_height)
            scale = QRect(name, top + (height - scale_height) // 2, width - name, scale_height)
        bottom = max(caption.bottom(), scale.bottom()) + 1
        if not self._has_advice():
            return caption, scale, QRect(0, bottom, width, 0)
        box = self._box().heightForWidth(width)
        return caption, scale, QRect(0, bottom + gap, width, box)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()
