"""The bin: what was removed, to be put back or deleted for good."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.domain.wording import counted
from tracker.errors import TrackerError
from tracker.ui.past.wording import BinLine
from tracker.ui.widgets.buttons import DangerButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.message_box import MessageBox

_SHOWN_AT_ONCE = 30


class DeleteDialog(Dialog):
    """Asks once more, for nothing brings back what is deleted here."""

    def __init__(self, how_many: str, parent: QWidget | None = None) -> None:
        title = self.tr("Delete {n} for good?").format(n=how_many)
        super().__init__(title, self.tr("Delete for good"), parent, danger=True)
        words = self.tr(
            "They go with their history and cannot be put back. Copies of the diary that were "
            "made before still hold them."
        )
        self.body.addWidget(WrappedLabel(words))


class BinDialog(Dialog):
    """Lists what was removed, the last first.

    Args:
        read: Returns what lies in the bin now.
        put_back: Puts entries back into the diary.
        delete: Deletes entries for good.
    """

    def __init__(
        self,
        read: Callable[[], tuple[BinLine, ...]],
        put_back: Callable[[tuple[UUID, ...]], None],
        delete: Callable[[tuple[UUID, ...]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Bin"), self.tr("Close"), parent, cancel_text="", width=760)
        self._read, self._put_back, self._delete = read, put_back, delete
        self._shown = _SHOWN_AT_ONCE
        self._refusal = MessageBox("error", "")
        self._refusal.hide()
        self._list = Card("plain")
        self._empty = DangerButton("")
        self._empty.clicked.connect(self._delete_all)
        words = self.tr(
            "What you remove from the diary stays here for 30 days. Then it is deleted for good."
        )
        for part in (WrappedLabel(words, tone="text2"), self._refusal, self._list):
            self.body.addWidget(part)
        self.body.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_lines()

    def _show_lines(self) -> None:
        lines = self._read()
        empty(self._list.column)
        for line in lines[: self._shown]:
            self._list.column.addWidget(self._row(line))
        if not lines:
            self._list.column.addWidget(WrappedLabel(self.tr("The bin is empty.")))
        if len(lines) > self._shown:
            more = SecondaryButton(
                self.tr("Show {n} more").format(n=min(_SHOWN_AT_ONCE, len(lines) - self._shown))
            )
            more.clicked.connect(self._show_more)
            self._list.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._empty.setVisible(bool(lines))
        self._empty.setText(self.tr("Delete {n} for good").format(n=_counted(lines)))

    def _row(self, line: BinLine) -> Card:
        row = Card("inset")
        row.column.addWidget(WrappedLabel(line.words, strong=True))
        row.column.addWidget(WrappedLabel(line.removed, "small", tone="text2"))
        put_back = SecondaryButton(self.tr("Put back"), "undo")
        put_back.setAccessibleName(self.tr("Put back: {words}").format(words=line.words))
        put_back.clicked.connect(partial(self._act, self._put_back, (line.entry_id,)))
        buttons = QHBoxLayout()
        buttons.addWidget(put_back)
        buttons.addStretch(1)
        row.column.addLayout(buttons)
        return row

    def _act(self, act: Callable[[tuple[UUID, ...]], None], ids: tuple[UUID, ...]) -> None:
        try:
            act(ids)
        except TrackerError as error:
            self._refusal.show_text(self.tr("This did not work"), str(error))
            self._refusal.show()
            return
        self._refusal.hide()
        self._show_lines()

    def _delete_all(self) -> None:
        lines = self._read()
        if DeleteDialog(_counted(lines), self).run():
            self._act(self._delete, tuple(line.entry_id for line in lines))

    def _show_more(self) -> None:
        self._shown += _SHOWN_AT_ONCE
        self._show_lines()


def _counted(lines: Sequence[BinLine]) -> str:
    return counted(len(lines), "entry", "entries")
