"""The recovery key, shown once and printed: it is kept nowhere."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from tracker.ui import text, theme
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel

_GROUPS_IN_A_LINE = 4
_WRAP = int(Qt.TextFlag.TextWordWrap)
_TITLE_PT, _TEXT_PT, _KEY_PT, _GAP_PT = 20, 12, 24, 18


def _tr(source: str) -> str:
    return QCoreApplication.translate("RecoveryKey", source)


class RecoveryKeyDialog(Dialog):
    """Shows the key until the person says that she has it; Esc does not close it."""

    @staticmethod
    def tell(recovery_key: str, parent: QWidget) -> None:
        """Show the key; return when the person has it on paper."""
        RecoveryKeyDialog(recovery_key, parent).run()

    def __init__(self, recovery_key: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Your recovery key"), _tr("I have it on paper"), parent, cancel_text=""
        )
        self._key = recovery_key
        words = _tr(
            "It opens the diary when the passphrase is forgotten. Nothing else does: nobody can "
            "reset it. Print it or write it down, and keep it where you keep papers like this."
        )
        shown = _KeyLabel(in_lines(recovery_key))
        shown.setAccessibleName(_tr("Recovery key: {key}").format(key=recovery_key))
        print_it = SecondaryButton(_tr("Print it"), "print")
        print_it.clicked.connect(self._print)
        self.body.addWidget(WrappedLabel(words))
        self.body.addWidget(shown)
        self.body.addWidget(print_it, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - few print

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != Dialog.DialogCode.Accepted:
            return
        painter = QPainter(printer)
        area = printer.pageLayout().paintRectPixels(printer.resolution())
        area.moveTo(0, 0)
        paint_sheet(painter, area, self._key, date.today())  # noqa: DTZ011 - the day on the paper
        painter.end()


class _KeyLabel(WrappedLabel):
    """Letters of one width, so that they are copied without a mistake."""

    def __init__(self, shown: str) -> None:
        super().__init__(shown, "h2", strong=True)
        self.make_selectable()

    def _restyle(self) -> None:
        super()._restyle()
        font = _of_one_width(self.font())
        font.setPixelSize(theme.current().font("h2").pixelSize())
        self.setFont(font)


def in_lines(recovery_key: str) -> str:
    """Return the key as two short lines."""
    groups = recovery_key.split("-")
    lines = [
        "-".join(groups[start : start + _GROUPS_IN_A_LINE])
        for start in range(0, len(groups), _GROUPS_IN_A_LINE)
    ]
    return "\n".join(lines)


def paint_sheet(painter: QPainter, area: QRect, recovery_key: str, made_on: date) -> None:
    """Paint the page to keep: what it is, the key, and how it is used."""
    parts = (
        (_TITLE_PT, True, _tr("Recovery key of a diary")),
        (_TEXT_PT, False, _made_on(made_on)),
        (_KEY_PT, True, in_lines(recovery_key)),
        (
            _TEXT_PT,
            False,
            _tr(
                "When the passphrase is forgotten: start the program, type this key where it asks "
                "for the passphrase, and set a new passphrase in Settings, Privacy and data. "
                "Capital or small letters, with or without the dashes."
            ),
        ),
        (
            _TEXT_PT,
            False,
            _tr(
                "Whoever has this page and the computer can read the diary. Keep it where you keep "
                "important papers, not beside the computer."
            ),
        ),
    )
    left = QRect(area)
    gap = round(_GAP_PT / 72 * painter.device().logicalDpiY())
    for points, strong, words in parts:
        painter.setFont(_print_font(points, strong=strong, key=points == _KEY_PT))
        taken = painter.boundingRect(left, _WRAP, words)
        painter.drawText(left, _WRAP, words)
        left.setTop(taken.bottom() + gap)


def _made_on(day: date) -> str:
    return _tr("Made on {day}. A newer one takes its place.").format(
        day=text.long_day_with_year(day)
    )


def _print_font(points: int, *, strong: bool, key: bool) -> QFont:
    font = QFont(theme.current().font("body"))
    if key:
        font = _of_one_width(font)
    font.setPointSize(points)
    font.setBold(strong)
    return font


def _of_one_width(font: QFont) -> QFont:
    fixed = QFont(font)
    fixed.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    fixed.setStyleHint(QFont.StyleHint.Monospace)
    return fixed
