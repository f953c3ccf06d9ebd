"""The card "In short": what the numbers say by stated rules, each with its numbers."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.history.sentences import Sentence
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty

_BESIDE_FROM_EFF = 660


class ShortCard(Card):
    """Hidden while no rule fires.

    Signals:
        numbers_asked: The person wants to see what a sentence rests on; carries the symptom.
    """

    numbers_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("In short"), "info")
        self._shown: tuple[Sentence, ...] = ()
        self._beside = True
        self._rows: list[QBoxLayout] = []
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(2)
        self.column.addLayout(self._sentences)
        self._from = WrappedLabel("", "small", tone="text2")
        self.column.addWidget(self._from)

    def show_sentences(self, sentences: tuple[Sentence, ...], compared: str) -> None:
        """Show these sentences; `compared` says which cycles they are about."""
        self.setVisible(bool(sentences) and self._beside)
        self._from.setText(
            self.tr("{compared} The diary counts; it does not explain.").format(compared=compared)
        )
        if sentences == self._shown:
            return
        self._shown = sentences
        empty(self._sentences)
        self._rows = []
        for sentence in sentences:
            self._add(sentence)

    def show_beside(self, *, shown: bool) -> None:
        """Say whether what stands below goes with sentences at all."""
        self._beside = shown
        self.setVisible(bool(self._shown) and shown)

    def _add(self, sentence: Sentence) -> None:
        said = PartsLabel()
        said.show_parts([("•  ", False), (sentence.name, True), (sentence.text, False)])
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(said)
        words.addWidget(WrappedLabel(sentence.why, "small", tone="text2"))
        show = LinkButton(self.tr("Show the numbers"), "table")
        show.setAccessibleName(self.tr("Show the numbers: {name}").format(name=sentence.name))
        show.clicked.connect(partial(self.numbers_asked.emit, sentence.symptom))
        row = QWidget()
        line = QBoxLayout(self._direction(), row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space(4))
        line.addLayout(words, 1)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.append(line)
        self._sentences.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for line in self._rows:
            line.setDirection(self._direction())

    def _direction(self) -> QBoxLayout.Direction:
        """Return where a button goes: beside its sentence, or below where that would be narrow."""
        if theme.current().eff(self.width()) >= _BESIDE_FROM_EFF:
            return QBoxLayout.Direction.LeftToRight
        return QBoxLayout.Direction.TopToBottom
