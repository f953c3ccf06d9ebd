"""The window program from its start to its end: made to be looked at from outside.

Arguments: a diary, a folder for what is saved, what to do ("look" or "fault"), a passphrase's file
or nothing. The last line on standard output names what the process had loaded.
"""

import json
import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.builders import NOW
from tracker.app import load_program
from tracker.domain.measurements import TemperatureUnit
from tracker.services.printing import ExportForm
from tracker.services.start import StartOptions
from tracker.ui.main_window import MainWindow

PAGES = ("today", "plan", "history", "heart", "report", "settings", "learn")
SECTIONS = ("care-team", "treatment", "heart", "display", "profiles", "data", "about")


def settle() -> None:
    for _ in range(10):
        QApplication.processEvents()


def close_dialogs() -> None:
    for each in QApplication.topLevelWidgets():
        if each.isModal():
            each.close()


def look(window: MainWindow, _folder: Path) -> None:
    """Open every page and every section of the settings."""
    for page in PAGES:
        window.show_page(page)
        settle()
    for section in SECTIONS:
        window.page("settings").show_section(section)
        settle()


def write(window: MainWindow, folder: Path) -> None:
    """Save an answer, a report and every form of export."""
    window.show_page("report")
    report = window.page("report")
    report._companion.diary.temperature("38.7", TemperatureUnit.CELSIUS)
    (folder / "visit.pdf").write_bytes(report._tools.printer.prepare(report._request()).pdf())
    report._tools.exporter.export_json(folder / "diary.json")
    person = report._companion.person().id
    for form in ExportForm:
        make = report._tools.exporter.record(person, form, report._saving.choices, NOW)
        (folder / f"record.{form.value}").write_bytes(make())


def fault(window: MainWindow, _folder: Path) -> None:
    """Have faults in a slot, in a thread and while an object goes, each with her words in it."""
    page = window.page("history")
    words = page._companion.diary.entries()

    class Going:
        def __del__(self) -> None:
            raise ValueError(words)

    def broken() -> None:
        raise ValueError(words)

    QTimer.singleShot(0, broken)
    settle()
    thread = Thread(target=broken)
    thread.start()
    thread.join()
    Going()


def loaded() -> dict[str, list[str]]:
    maps = Path("/proc/self/maps")
    files = {line.split()[-1] for line in maps.read_text().splitlines()} if maps.exists() else set()
    return {
        "modules": sorted(
            name for name, module in sys.modules.items() if getattr(module, "__spec__", None)
        ),
        "libraries": sorted(Path(each).name for each in files if ".so" in each or ".dll" in each),
    }


DEEDS = {"look": (look, write), "fault": (fault,)}


def main() -> None:
    path, folder, deed, *secret = sys.argv[1:]
    program_module = load_program()
    app = QApplication(["chemo-tracker"])
    options = StartOptions(
        diary=Path(path),
        data_folder=Path(folder),
        now=NOW,
        passphrase_file=Path(secret[0]) if secret else None,
    )
    program = program_module.Program(options)
    # A fault shows a dialog that would wait for somebody; what it says is looked for outside.
    closing = QTimer(interval=50)
    closing.timeout.connect(close_dialogs)
    closing.start()
    program.start()
    while not program.is_settled:
        app.processEvents()
    for act in DEEDS[deed]:
        act(program.window, Path(folder))
    program.close()
    sys.stdout.write(json.dumps(loaded()) + "\n")


if __name__ == "__main__":
    main()
