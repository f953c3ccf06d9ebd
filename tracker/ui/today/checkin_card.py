"""How are you today? Six symptoms first, the others behind one button; each tap saves."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tracker.domain.symptoms import is_own
from tracker.ui import theme
from tracker.ui.today import answer_words
from tracker.ui.today.checkin_parts import DayButton, DayHead, GroupHeading
from tracker.ui.today.rows import ROWS_AT_FIRST, RowState
from tracker.ui.today.symptom_block import SymptomBlock
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading, WrappedLabel

_ABOVE_HEAD, _BELOW_HEAD = 6, 2  # its buttons are far taller than their words
_SAME_ICON, _NONE_ICON = "copy", "check"


class CheckInCard(Card):
    """Asks; what is answered goes out as signals and comes back as state.

    Signals:
        answered, cleared, skipped, flagged: As `SymptomBlock`.
        same_requested: Copy yesterday's answers.
        none_requested: All symptoms that have no answer yet are none.
        own_requested: Add a symptom of one's own.
        skip_requested: Choose symptoms one would rather not answer.
    """

    answered = Signal(str, int)
    cleared = Signal(str)
    skipped = Signal(str)
    flagged = Signal(str, tuple)
    same_requested = Signal()
    none_requested = Signal()
    own_requested = Signal()
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._blocks: dict[str, SymptomBlock] = {}
        self._headings: dict[str, Heading] = {}
        self._states: tuple[RowState, ...] = ()
        self._number: str | None = None
        self._said, self._waits = "", False
        self._all_shown, self._opened, self._hidden = False, set[str](), 0
        self._title = Heading(self.tr("How are you today?"), 2)
        self._title.setWordWrap(False)
        self._same = DayButton(self.tr("Same as yesterday"), _SAME_ICON)
        self._none = DayButton(self.tr("No symptoms"), _NONE_ICON)
        self._more = LinkButton("", "chevron-down")
        self._own = LinkButton(self.tr("Add your own"), "plus")
        self._skip = LinkButton(self.tr("I'd rather not say"), "eye")
        self._saves = WrappedLabel(self.tr("Each tap saves."), "small", tone="text2")
        self._rows = QVBoxLayout()
        self._statement = WrappedLabel(style="small", tone="text2")
        self._build()
        self._same.clicked.connect(self.same_requested)
        self._none.clicked.connect(self.none_requested)
        self._more.clicked.connect(self._toggle_more)
        self._own.clicked.connect(self.own_requested)
        self._skip.clicked.connect(self.skip_requested)

    @property
    def visible_symptoms(self) -> tuple[str, ...]:
        """The symptoms that are asked on the screen now, in order."""
        return tuple(block.symptom for block in self._shown())

    def block(self, symptom: str) -> SymptomBlock | None:
        """Return the row of a symptom; None when it is not asked."""
        return self._blocks.get(symptom)

    def show_saved(self, symptom: str, moment: datetime) -> None:
        """Say at once that an answer is on the disk; all else follows with the next `show_rows`."""
        block = self._blocks.get(symptom)
        if block is not None:
            block.row.show_saved(answer_words.saved_at(moment))

    def show_rows(self, rows: Sequence[RowState], number: str | None) -> None:
        """Show the rows; a row's widgets are made when it is first needed."""
        symptoms = tuple(row.symptom for row in rows)
        if not set(self._blocks) <= set(symptoms):
            self._remove_all()
        self._states, self._number = tuple(rows), number
        self._place()

    def show_texts(
        self, title: str, statement: str, *, is_today: bool, has_yesterday: bool
    ) -> None:
        """Show the question for the opened day, and what an empty list of alerts means."""
        self._title.setText(title)
        self._said = statement
        self._show_statement()
        same = self.tr("Same as yesterday") if is_today else self.tr("Same as the day before")
        self._same.setText(same)
        self._same.setEnabled(has_yesterday)

    def show_waiting(self, *, on: bool) -> None:
        """Say that something is not saved yet, in the place of what was found in what is saved."""
        if on != self._waits:
            self._waits = on
            self._show_statement()

    def make_room(self, *, on: bool) -> None:
        """Leave room for the questions where the text is large: one line for the whole head."""
        self._same.set_icon_name(None if on else _SAME_ICON)
        self._none.set_icon_name(None if on else _NONE_ICON)

    def focus_first(self) -> None:
        """Give the keyboard to the first symptom without an answer, or to the first of all.

        So digits typed after it go on and overwrite nothing.
        """
        shown = self._shown()
        if not self._focus_open(shown):
            for block in shown[:1]:
                block.focus()

    def show_more(self) -> None:
        """Show all side effects, with the keyboard at the first that came; the next time, fewer."""
        before = set(self.visible_symptoms)
        self._toggle_more()
        new = [block for block in self._shown() if block.symptom not in before]
        if new:  # the page may just have been opened: where the row will stand is known then
            QTimer.singleShot(0, new[0], new[0].focus)
        else:
            self._more.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rest_on_first(self) -> bool:
        """Let digits answer the first open symptom on the screen; False where none is open.

        Enter answers nothing there.
        """
        for block in self._shown():
            if block.is_open:
                block.row.scale.rest()
                return True
        return False

    def _remove_all(self) -> None:
        for part in (*self._blocks.values(), *self._headings.values()):
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._blocks, self._headings = {}, {}

    def _place(self) -> None:
        """Make, show and hide blocks; the order never changes."""
        position = hidden = 0
        named = ""
        for index, row in enumerate(self._states):
            if row.group != named:
                named = row.group
                position += self._place_heading(named, position)
            wanted = self._is_wanted(index, row)
            block = self._blocks.get(row.symptom)
            if block is None and wanted:
                block = self._make(row)
                self._rows.insertWidget(position, block)
            if block is not None:
                position += 1
                block.show_state(row, self._number)
                if wanted == block.isHidden():
                    block.setVisible(wanted)
            hidden += not wanted
        self._hidden = hidden
        self._label_more()

    def _place_heading(self, group: str, position: int) -> int:
        """Name a part of the body above its rows; return how many places in the column it takes."""
        if not group:
            return 0
        heading = self._headings.get(group)
        if heading is None and self._is_open(group):
            heading = self._headings[group] = GroupHeading(group, 3, tone="text2")
            self._rows.insertWidget(position, heading)
        if heading is None:
            return 0
        heading.setVisible(self._is_open(group))
        return 1

    def _is_open(self, group: str) -> bool:
        """Whether a part of the body is shown whole."""
        return self._all_shown or group in self._opened

    def _is_wanted(self, index: int, row: RowState) -> bool:
        first = index < ROWS_AT_FIRST or self._is_open(row.group)
        return first or row.now or is_own(row.symptom) or row.answer is not None

    def _make(self, row: RowState) -> SymptomBlock:
        block = SymptomBlock(row, self)
        block.answered.connect(self.answered)
        block.cleared.connect(self.cleared)
        block.skipped.connect(self.skipped)
        block.flagged.connect(self.flagged)
        block.went_on.connect(self._go_on)
        block.moved_on.connect(self._move)
        self._blocks[row.symptom] = block
        return block

    def _label_more(self) -> None:
        hidden = self._hidden
        if not hidden:
            self._more.setText(self.tr("Show fewer"))
            self._more.set_icon_name("chevron-up")
        else:
            self._more.setText(self.tr("Show {n} more side effects").format(n=hidden))
            self._more.set_icon_name("chevron-down")
        self._more.setVisible(bool(self._all_shown or self._opened or hidden))

    def _toggle_more(self) -> None:
        self._all_shown = bool(self._hidden)
        self._opened.clear()
        self._place()

    def _in_order(self) -> list[SymptomBlock]:
        symptoms = (row.symptom for row in self._states)
        return [self._blocks[symptom] for symptom in symptoms if symptom in self._blocks]

    def _show_statement(self) -> None:
        waits = self.tr(
            "Something on this page is not saved yet. Only what is saved is looked at. If you "
            "feel unwell or worried, call {who}. Nobody watches this diary."
        ).format(who=self._number or self.tr("your team"))
        self._statement.setText(waits if self._waits and self._said else self._said)

    def _shown(self) -> list[SymptomBlock]:
        return [block for block in self._in_order() if not block.isHidden()]

    def _go_on(self) -> None:
        """Go to the next symptom without an answer: first those on the screen, then the others."""
        shown, sender = self._shown(), self.sender()
        after = shown[shown.index(sender) + 1 :] if sender in shown else shown
        if any(block.is_open for block in after):
            self._focus_open(after)
        elif (focused := QApplication.focusWidget()) is not None:
            # No digit may write over it; and it is painted before the next rows are made.
            focused.clearFocus()
            QTimer.singleShot(0, self, self._go_on_elsewhere)

    def _go_on_elsewhere(self) -> None:
        if not self._focus_open(()):
            self._own.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_open(self, shown: Sequence[SymptomBlock]) -> bool:
        """Go to the first open one of these, or open the next part of the body that has one."""
        found = next((block for block in shown if block.is_open), None) or self._open_next()
        if found is not None:
            found.focus()
        return found is not None

    def _open_next(self) -> SymptomBlock | None:
        """Show the first part of the body that is not all on the screen; return its first row."""
        visible = set(self.visible_symptoms)
        for row in self._states:
            if row.symptom not in visible:
                self._opened.add(row.group)
                self._place()
                # Where it will stand decides whether it must be scrolled into sight.
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
                return self._blocks[row.symptom]
        return None

    def _move(self, step: int) -> None:
        shown, sender = self._shown(), self.sender()
        if sender in shown:
            shown[min(len(shown) - 1, max(0, shown.index(sender) + step))].focus()

    def _restyle_card(self) -> None:
        super()._restyle_card()
        margins = self.column.contentsMargins()
        margins.setTop(theme.current().space(_ABOVE_HEAD))
        self.column.setContentsMargins(margins)

    def _build(self) -> None:
        self._rows.setSpacing(0)
        asked = QVBoxLayout()
        asked.setSpacing(_BELOW_HEAD)
        asked.addWidget(DayHead(self._title, (self._same, self._none)))
        asked.addLayout(self._rows)
        self.column.addLayout(asked)
        foot = QWidget()
        flow = FlowLayout(foot, gap=4)
        for button in (self._more, self._own, self._skip):
            flow.addWidget(button)
        for part in (foot, self._saves, self._statement):
            self.column.addWidget(part)
