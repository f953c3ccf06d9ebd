"""A published text in words: what it is, where in it, and how far it was checked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.sources import SeenHow, Source
from tracker.ui import text, theme
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.selectable_text import SelectableText

_GAP = 3


class SourceLines(QWidget):
    """Names one source; its address can be copied but leads nowhere, the program is offline."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(WrappedLabel(source.title, strong=True))
        issuer = self.tr("{publisher}, {published}").format(
            publisher=source.publisher, published=source.published
        )
        where = self.tr("Where in it: {place}").format(place=source.where)
        for words in (issuer, where, self._checked(source)):
            self._column.addWidget(WrappedLabel(words, tone="text2"))
        if source.url is not None:
            name = self.tr("Address of {title}").format(title=source.title)
            self._column.addWidget(SelectableText(name, source.url))
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _checked(self, source: Source) -> str:
        day = text.long_day_with_year(source.checked_on)
        words = {
            SeenHow.SEEN: self.tr("Read in the text itself on {day}."),
            SeenHow.SEEN_IN_COPY: self.tr(
                "Read in a copy of the text, not in the text itself, on {day}."
            ),
            SeenHow.RECALLED: self.tr(
                "Written from memory on {day}. Nobody has compared it with the text yet."
            ),
        }
        return words[source.seen].format(day=day)

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(_GAP))
