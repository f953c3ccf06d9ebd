"""A table of words whose rows grow rather than cut a word, at any size of text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QWidget

from tracker.ui import theme
from tracker.ui.history.plain_table import PlainTable
from tracker.ui.widgets import painting

_AROUND, _ABOVE_AND_BELOW, _BESIDE_ICON = 12, 12, 8


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in one column; read from the model once, for it is asked for at each width.

    Attributes:
        is_marked: A sign stands before the words of some cells.
    """

    place: int
    head: str
    cells: tuple[str, ...]
    is_marked: bool


@dataclass(frozen=True, slots=True)
class _Column:
    """One column as it was measured, in pixels.

    Attributes:
        beside: What stands in its cells beside the words.
        words: Its width where no word of a cell is cut.
        least: Its width where no word of its name is cut either.
        whole: Its width where everything stands on one line.
    """

    place: int
    head: str
    cells: tuple[str, ...]
    beside: int
    words: int
    least: int
    whole: int


class WrappingTable(PlainTable):
    """Columns are as wide as their words ask for; where there is less room, words go below.

    Where not even the single words of all columns have room the last column goes, and then long
    names of columns are shortened: the chosen row is read out whole.
    """

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        self._words: tuple[_Words, ...] = ()
        super().__init__(name, parent)
        self.setModel(model)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setDefaultAlignment(header.defaultAlignment() | Qt.TextFlag.TextWordWrap)
        model.modelReset.connect(self._read)

    def _read(self) -> None:
        model = self.model()
        self._words = tuple(_words_of(model, place) for place in range(model.columnCount()))
        self._spread()

    def _spread(self) -> None:
        room = self.viewport().width()
        if not self._words:
            return
        columns = [self._measured(each) for each in self._words]
        fits = sum(each.least for each in columns) <= room
        self.setColumnHidden(columns[-1].place, not fits)
        shown = columns if fits else columns[:-1]
        if sum(each.least for each in shown) > room:
            shown = [replace(each, least=each.words) for each in shown]
        self._share(room, shown)
        self._make_high(shown)

    def _share(self, room: int, columns: Sequence[_Column]) -> None:
        """Give each column what it needs, and its part of what is left over."""
        least, whole = sum(each.least for each in columns), sum(each.whole for each in columns)
        if whole <= room:
            for each in columns:
                self.setColumnWidth(each.place, each.whole + (room - whole) // len(columns))
            return
        part = (room - least) / max(1, whole - least)
        for each in columns:
            width = each.least + int((each.whole - each.least) * part)
            # Where there is too little even so, each has too little, and none is out of sight.
            self.setColumnWidth(each.place, width if part >= 0 else each.least * room // least)

    def _make_high(self, columns: Sequence[_Column]) -> None:
        """Make each row as high as its highest cell, and the head as its highest name."""
        sheet = theme.current()
        space, usual = sheet.space(_ABOVE_AND_BELOW), self.verticalHeader().defaultSectionSize()
        highest = [0.0] * self.model().rowCount()
        name, is_cut = 0.0, False
        for each in columns:
            width = self.columnWidth(each.place)
            measure = partial(painting.text_height, sheet.font("small"), width=width - each.beside)
            heights = {words: measure(words) for words in set(each.cells)}
            highest = [
                max(height, heights[words])
                for height, words in zip(highest, each.cells, strict=True)
            ]
            strong, room = sheet.font("small", strong=True), width - sheet.space(_AROUND)
            name = max(name, painting.text_height(strong, each.head, room))
            is_cut = is_cut or painting.widest_word(strong, each.head) > room
        for row, height in enumerate(highest):
            self.setRowHeight(row, max(usual, round(height) + space))
        header, elide = self.horizontalHeader(), Qt.TextElideMode
        header.setTextElideMode(elide.ElideRight if is_cut else elide.ElideNone)
        header.setFixedHeight(round(name) + space)

    def _measured(self, words: _Words) -> _Column:
        sheet = theme.current()
        around = sheet.space(_AROUND)
        beside = around + (self.iconSize().width() + _BESIDE_ICON if words.is_marked else 0)
        strong, font = sheet.font("small", strong=True), sheet.font("small")
        head, texts = words.head, set(words.cells)
        word = max((painting.widest_word(font, each) for each in texts), default=0.0)
        line = max((painting.text_width(font, each) for each in texts), default=0.0)
        return _Column(
            words.place,
            head,
            words.cells,
            beside,
            round(word + beside) + 1,
            round(max(word + beside, painting.widest_word(strong, head) + around)) + 1,
            round(max(line + beside, painting.text_width(strong, head) + around)) + 1,
        )


def _words_of(model: QAbstractItemModel, place: int) -> _Words:
    cells = [model.index(row, place) for row in range(model.rowCount())]
    return _Words(
        place,
        str(model.headerData(place, Qt.Orientation.Horizontal) or ""),
        tuple(str(cell.data() or "") for cell in cells),
        any(cell.data(Qt.ItemDataRole.DecorationRole) for cell in cells),
    )
