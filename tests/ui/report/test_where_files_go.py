"""Where a file goes: asked, never over another by accident, and shown where it lies."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices, QImage, QTransform
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from tests.journeys.dialog_answers import InDialog
from tests.report.handmade_report import HANDMADE
from tracker.errors import NotSavedError
from tracker.report.content import Paper
from tracker.report.typesetting import press_of
from tracker.ui import printing, show_in_folder, theme
from tracker.ui.saving import AskWhere
from tracker.ui.widgets.toast import Toast

INCHES = {Paper.A4: (8.27, 11.69), Paper.LETTER: (8.5, 11.0)}


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme.current().apply(qapp)


def test_a_name_typed_without_an_ending_gets_the_one_of_its_kind(tmp_path):
    dialog = AskWhere().dialog("Ana-2026-05-12.ics")

    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "ics"
    assert dialog.nameFilters()[0] == "Calendar (*.ics)"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    assert dialog.selectedFiles() == [str(tmp_path / "mine.ics")]


@pytest.mark.parametrize(
    ("answer", "overwritten"),
    [(QMessageBox.StandardButton.Yes, True), (QMessageBox.StandardButton.No, False)],
)
def test_a_file_is_written_over_only_after_another_question(qtbot, tmp_path, answer, overwritten):
    there = tmp_path / "there.pdf"
    there.write_bytes(b"there")
    dialog = AskWhere().dialog("there.pdf")
    qtbot.addWidget(dialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("there")
    asked = InDialog(lambda box: box.dialog.button(answer).click())

    dialog.accept()

    assert asked.done()
    assert (dialog.result() == QFileDialog.DialogCode.Accepted) is overwritten


def test_the_next_file_is_offered_in_the_folder_of_the_last_one(tmp_path):
    ask = AskWhere()
    answers = InDialog(lambda box: (box.dialog.setDirectory(str(tmp_path)), box.dialog.accept()))

    assert ask("first.pdf") == tmp_path / "first.pdf"
    assert answers.done()
    assert Path(ask.dialog("second.pdf").directory().absolutePath()) == tmp_path


def test_a_file_that_was_saved_can_be_shown_in_its_folder(qtbot, tmp_path, monkeypatch):
    host = QWidget()
    qtbot.addWidget(host)
    toast = Toast(host)
    host.show()
    shown = []
    monkeypatch.setattr(show_in_folder, "show_in_folder", lambda path: shown.append(path) or True)

    toast.show_message("Saved", file=tmp_path / "a.pdf")
    button = named(toast, "Show in folder")
    button.click()

    assert shown == [tmp_path / "a.pdf"]
    toast.show_message("Something else")
    assert not button.isVisible()


def test_a_folder_that_does_not_open_is_said_with_the_place(qtbot, tmp_path, monkeypatch):
    host = QWidget()
    qtbot.addWidget(host)
    toast = Toast(host)
    host.show()
    monkeypatch.setattr(show_in_folder, "show_in_folder", lambda _path: False)

    toast.show_message("Saved", file=tmp_path / "a.pdf")
    named(toast, "Show in folder").click()

    assert str(tmp_path / "a.pdf") in toast.text


def test_without_a_file_manager_the_folder_alone_is_opened_and_never_the_file(
    tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    file = tmp_path / "a b.pdf"
    file.write_bytes(b"")

    assert show_in_folder.show_in_folder(file)

    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def named(widget, words):
    (button,) = [each for each in widget.findChildren(QAbstractButton) if each.text() == words]
    return button


def pages_of(paper):
    pictures = press_of(HANDMADE, paper=paper).pictures(300)
    return [QImage.fromData(picture) for picture in pictures]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_printed_page_fills_the_paper_of_the_report(tmp_path, paper):
    pages = pages_of(paper)
    printer = printing.printer_for(pages)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    printing.draw(printer, [*pages, *pages])

    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 2
    box = printed.pages[0].mediabox
    assert (float(box.width) / 72, float(box.height) / 72) == pytest.approx(INCHES[paper], abs=0.02)


def test_a_lying_sheet_is_printed_lying(tmp_path):
    lying = [page.transformed(QTransform().rotate(90)) for page in pages_of(Paper.A4)]
    printer = printing.printer_for(lying)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    printing.draw(printer, lying)

    box = PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert box.width > box.height


def test_only_the_pages_that_were_chosen_are_printed():
    pages = pages_of(Paper.A4) * 3
    printer = printing.printer_for(pages)
    assert printing.chosen(printer, pages) == pages

    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)

    assert len(printing.chosen(printer, pages)) == 2


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(tmp_path):
    pages = pages_of(Paper.A4)
    printer = printing.printer_for(pages)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))

    with pytest.raises(NotSavedError, match="nothing was printed"):
        printing.draw(printer, pages)
