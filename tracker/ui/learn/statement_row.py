"""One statement of the Learn page; its sources unfold under it."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.learn.state import StatementState
from tracker.ui.widgets.buttons import ButtonLook, LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.selectable_text import SelectableText
from tracker.ui.widgets.source_lines import SourceLines

_TEXT_SHARE = 0.8
_FOLD_BELOW_EFF = 560


class _SourceButton(LinkButton):
    """Stands so near the edge that it lines up with the text when it is below."""

    look = ButtonLook("primary", None, "surface2", None, padding=6)


class StatementRow(QWidget):
    """Text at the left, the button for its sources at the right, or below where it is narrow."""

    def __init__(self, statement: StatementState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statement = statement
        self._sources: Card | None = None
        label = self.tr("Sources") if len(statement.sources) > 1 else self.tr("Source")
        self.source_button = _SourceButton(label, "chevron-down")
        self.source_button.setCheckable(True)
        self.source_button.setAccessibleName(
            self.tr("{sources} of: {statement}").format(sources=label, statement=statement.text)
        )
        self.source_button.toggled.connect(self._unfold)
        columns = Columns(_TEXT_SHARE, _FOLD_BELOW_EFF)
        self._text = WrappedLabel(statement.text)
        columns.left.addWidget(self._text)
        columns.right.addWidget(self.source_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(columns)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard reaches, in the order in which it is read."""
        inside = self._sources.findChildren(SelectableText) if self._sources is not None else []
        return [self.source_button, *inside]

    def _unfold(self, opened: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.source_button.set_icon_name("chevron-up" if opened else "chevron-down")
        if opened and self._sources is None:
            self._sources = Card("inset")
            for source in self._statement.sources:
                self._sources.column.addWidget(SourceLines(source))
            self._column.addWidget(self._sources)
            for before, after in pairwise(self.stops()):
                QWidget.setTabOrder(before, after)
        if self._sources is not None:
            self._sources.setVisible(opened)
        self.updateGeometry()

    def _restyle(self) -> None:
        # As high as the button, so that a single line stands beside its middle.
        self._text.setMinimumHeight(theme.current().target())
        self._column.setSpacing(theme.current().space(4))
