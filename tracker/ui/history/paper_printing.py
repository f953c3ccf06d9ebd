"""Sends pages to a printer."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tracker.services.printing import PreparedReport

_PIXELS_PER_INCH = 300


def print_lying(parent: QWidget, pages: PreparedReport) -> bool:
    """Ask for a printer and print pages that lie; False when the person changed her mind."""
    return _print(parent, pages, QPageLayout.Orientation.Landscape)


def print_standing(parent: QWidget, pages: PreparedReport) -> bool:
    """Ask for a printer and print pages that stand; False when the person changed her mind."""
    return _print(parent, pages, QPageLayout.Orientation.Portrait)


def _print(parent: QWidget, pages: PreparedReport, way: QPageLayout.Orientation) -> bool:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(way)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    for number, page in enumerate(pages.pictures(_PIXELS_PER_INCH)):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(QPoint(0, 0), size), image)
    painter.end()
    return True
