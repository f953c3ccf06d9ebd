"""Sends pages to a printer through the dialog of the system."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tracker.errors import NotSavedError
from tracker.services.printing import PreparedReport

_PIXELS_PER_INCH = 300
_MM_PER_INCH = 25.4


def print_pages(parent: QWidget, prepared: PreparedReport) -> bool:
    """Ask for a printer and print; False when the person changed her mind.

    Raises:
        NotSavedError: The printer took nothing.
    """
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        pages = [QImage.fromData(page) for page in prepared.pictures(_PIXELS_PER_INCH)]
    finally:
        QGuiApplication.restoreOverrideCursor()
    printer = printer_for(pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    draw(printer, chosen(printer, pages))
    return True


def printer_for(pages: Sequence[QImage]) -> QPrinter:
    """Return a printer set to the paper of the pages, standing or lying; it prints to the edge.

    The pages bring margins of their own, wider than those that printers need.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    first = pages[0]
    sides = sorted(
        side * _MM_PER_INCH / _PIXELS_PER_INCH for side in (first.width(), first.height())
    )
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    paper = QPageSize.id(QSizeF(*sides), QPageSize.Unit.Millimeter, fuzzy)
    printer.setPageSize(QPageSize(paper))
    lies = first.width() > first.height()
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setFullPage(True)
    return printer


def chosen(printer: QPrinter, pages: Sequence[QImage]) -> Sequence[QImage]:
    """Return the pages that were chosen in the dialog; all where none were."""
    first, last = printer.fromPage(), printer.toPage()
    if printer.printRange() is not QPrinter.PrintRange.PageRange or first < 1:
        return pages
    return pages[first - 1 : last]


def draw(printer: QPrinter, pages: Sequence[QImage]) -> None:
    """Draw one picture on each sheet, as large as the paper and not out of shape.

    Raises:
        NotSavedError: The printer took nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise NotSavedError(
            "The printer did not take the pages; nothing was printed; your diary is safe; "
            "look at the printer, or save a PDF and print that."
        )
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(paper.topLeft(), size)
        place.moveCenter(paper.center())
        painter.drawImage(place, page)
    painter.end()
