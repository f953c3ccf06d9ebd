"""The window of one open diary: its pages, built when they are first shown."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tracker.app.destinations import descriptors
from tracker.app.diary_file import OpenDiaryFile
from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.ui.main_window import MainWindow
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message, Page
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.today.frame_content import frame_of
from tracker.ui.today.watch import Watch

if TYPE_CHECKING:
    from tracker.report.apart import Printery
    from tracker.report.press import Pressed
    from tracker.services.printing import PreparedReport
    from tracker.ui.saving import AskWhere

VERSION = "0.1.0"


def build(
    companion: Companion,
    settings: WindowSettingsFile | None,
    *,
    file: OpenDiaryFile | None,
    reopen: Callable[[], None] | None,
    shell: MainWindow | None = None,
) -> MainWindow:
    """Return the window of an open diary; `shell`, where there is one, else one not yet shown."""
    kept = settings or WindowSettingsFile(None)
    notifier = Notifier()
    watch = Watch(companion, notifier, lambda: kept.settings.alerts_off)
    opened = file or OpenDiaryFile(None, companion.library, None, lambda: "")
    maker = PageMaker(companion, watch, notifier, _Settings(kept, opened, reopen or _nothing))
    writer = kept.settings.writer
    pages = descriptors(maker.make)
    if shell is None:
        window = MainWindow(pages, lambda: frame_of(watch, writer), notifier)
    else:
        window = shell
        window.take_over(pages, lambda: frame_of(watch, writer), notifier)
    notifier.setParent(window)
    maker.window = window
    window.take_back = lambda: _take_back(companion, notifier, window)
    return window


def _take_back(companion: Companion, notifier: Notifier, window: MainWindow) -> None:
    """Take back the last change of this session, whichever page it was made on."""
    try:
        changes = companion.undo_last()
    except TrackerError as error:
        window.show_error(error)
        return
    if changes is not None:
        notifier.tell(changes)
    said = "There is nothing to take back" if changes is None else "Taken back"
    window.show_toast(Message(QCoreApplication.translate("TakingBack", said)))


class _Settings(NamedTuple):
    """What the settings work with beside the diary of one person."""

    kept: WindowSettingsFile
    file: OpenDiaryFile
    reopen: Callable[[], None]


class PageMaker:
    """Builds pages by id; each imports its own module, so an unopened one costs nothing."""

    def __init__(
        self, companion: Companion, watch: Watch, notifier: Notifier, settings: _Settings
    ) -> None:
        self._companion, self._watch = companion, watch
        self._notifier, self._settings = notifier, settings
        self._where: AskWhere | None = None
        self._printery: Printery | None = None
        self.window: MainWindow | None = None

    def make(self, page_id: str) -> Page:
        """Return a page that was not built before.

        Raises:
            KeyError: There is no such page.
        """
        makers: dict[str, Callable[[], Page]] = {
            "today": self._today,
            "plan": self._plan,
            "history": self._history,
            "heart": self._heart,
            "report": self._report,
            "settings": self._settings_page,
            "learn": self._learn,
        }
        return makers[page_id]()

    def _today(self) -> Page:
        from tracker.ui.today.page import build_page  # noqa: PLC0415 - when first shown

        kept = self._settings.kept
        return build_page(
            self._companion, self._notifier, self._watch, lambda: kept.settings.one_at_a_time
        )

    def _plan(self) -> Page:
        from tracker.ui.plan.page import build_page  # noqa: PLC0415 - when first shown
        from tracker.ui.plan.plan_printing import PlanTools  # noqa: PLC0415

        tools = PlanTools(self._plan_sheet, self._ask_where, print_pages)
        page = build_page(self._companion, self._notifier, tools)
        page.day_opened.connect(self._open_day)
        return page

    def _history(self) -> Page:
        from tracker.exchange.csv_shown import ShownTableCsv  # noqa: PLC0415
        from tracker.ui.history.page import HistoryTools, build_page  # noqa: PLC0415

        tools = HistoryTools(ShownTableCsv(), self._blank_page, self._ask_where, print_pages)
        page = build_page(self._companion, self._notifier, tools)
        page.day_opened.connect(self._open_day)
        return page

    def _heart(self) -> Page:
        from tracker.ui.heart.page import build_page  # noqa: PLC0415 - when first shown
        from tracker.ui.heart.sheet_tools import SheetTools  # noqa: PLC0415

        sheet = SheetTools(self._heart_sheet, self._ask_where, print_pages)
        return build_page(self._companion, self._notifier, sheet)

    def _report(self) -> Page:
        from tracker.report.printer import ClinicReportPrinter  # noqa: PLC0415
        from tracker.ui.report.page import ReportPage, ReportTools  # noqa: PLC0415

        tools = ReportTools(
            ClinicReportPrinter(self._companion, self._set_apart),
            self._settings.file,
            self._ask_where,
            print_pages,
            self._notifier.tell,
        )
        return ReportPage(self._companion, tools)

    def _settings_page(self) -> Page:
        from tracker.ui.settings.page import build_page  # noqa: PLC0415 - when first shown
        from tracker.ui.settings.state import SettingsTools  # noqa: PLC0415

        own = self._settings
        copies = None if own.file.copies is None else own.file.copies()
        tools = SettingsTools(own.file, self._ask_where, own.reopen, VERSION, own.file.lock, copies)
        return build_page(self._companion, self._notifier, own.kept, tools)

    def _learn(self) -> Page:
        from tracker.ui.learn.page import build_page  # noqa: PLC0415 - when first shown

        return build_page(self._companion)

    def _blank_page(self, cycle_from: date) -> "PreparedReport":
        from tracker.report.blank_diary import blank_diary  # noqa: PLC0415 - few print

        return self._set_apart(partial(blank_diary, self._companion, cycle_from))

    def _heart_sheet(self) -> "PreparedReport":
        from tracker.report.heart_sheet import heart_sheet  # noqa: PLC0415 - few print

        return self._set_apart(partial(heart_sheet, self._companion))

    def _plan_sheet(self, month: date | None) -> "PreparedReport":
        from tracker.report.month_sheet import month_sheet  # noqa: PLC0415 - few print
        from tracker.report.plan_sheet import plan_sheet  # noqa: PLC0415
        from tracker.ui.plan.calendar_view import locale_first_weekday  # noqa: PLC0415

        if month is None:
            return self._set_apart(partial(plan_sheet, self._companion))
        first_weekday = locale_first_weekday()
        return self._set_apart(partial(month_sheet, self._companion, month, first_weekday))

    def _set_apart(self, read: "Callable[[], Pressed]") -> "PreparedReport":
        """Return pages that a process of its own sets; it ends with the window or the program."""
        if self._printery is None:
            from tracker.report.apart import Printery  # noqa: PLC0415 - when first printed

            self._printery = Printery()
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(self._printery.close)
            if self.window is not None:  # another may be built in its place
                self.window.destroyed.connect(self._printery.close)
        return self._printery.takes(read)

    def _ask_where(self, suggested: str) -> Path | None:
        """Ask for a place to save; None when the person changed her mind."""
        if self._where is None:
            from tracker.ui.saving import AskWhere  # noqa: PLC0415 - when first asked

            self._where = AskWhere()
        return self._where(suggested)

    def _open_day(self, day: object) -> None:
        from tracker.ui.today.page import TodayPage  # noqa: PLC0415

        if self.window is None or not isinstance(day, date):
            return
        self.window.show_page("today")
        page = self.window.page("today")
        if isinstance(page, TodayPage):
            page.open_day(day)


def print_pages(parent: QWidget, pages: "PreparedReport") -> bool:
    """Print through the system's dialog; False when the person changed her mind.

    Raises:
        NotSavedError: The printer took nothing.
    """
    from tracker.ui import printing  # noqa: PLC0415 - few print

    return printing.print_pages(parent, pages)


def _nothing() -> None:
    """Stand in where nobody can build the window anew."""
