"""The pages that stand where no diary is open: the first start, trouble, and after deleting all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tracker.errors import TrackerError, may_be_damaged
from tracker.ui.settings.window_settings import WindowSettingsFile

if TYPE_CHECKING:
    from tracker.app.copies import CopyOffer
    from tracker.storage.envelope import Secret
    from tracker.ui.setup.state import SetupAnswers
    from tracker.ui.setup.trouble_page import TroublePage


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramHooks:
    """What these pages ask of the program.

    Attributes:
        path: Where the diary is, or is to be.
        use: Mean another diary file from now on.
        open_diary: Open the diary and show its pages.
        go_back: Put a copy in the place of the diary, and open it.
        pause: Let go of the file for a moment; the window stays.
        let_go: Close the diary.
        passphrase: What opens the diary; None: nothing was given, or it is not needed.
        remember: Open the diary with this from now on.
        clock: Says what time it is.
        show: Put a page on the screen.
    """

    path: Callable[[], Path]
    use: Callable[[Path], None]
    open_diary: Callable[[], None]
    go_back: Callable[[Path], None]
    pause: Callable[[], None]
    let_go: Callable[[], None]
    passphrase: "Callable[[], Secret | None]"
    remember: "Callable[[Secret | None], None]"
    clock: Callable[[], datetime]
    show: Callable[[QWidget], None]


class WithoutDiary(QObject):
    """Shows them, and does what their buttons say."""

    def __init__(self, hooks: ProgramHooks, settings: WindowSettingsFile, parent: QObject) -> None:
        super().__init__(parent)
        self._hooks, self._settings = hooks, settings

    def show_setup(self) -> None:
        """Ask what a new diary has to know."""
        from tracker.app.session import make_diary  # noqa: PLC0415 - only at the first start
        from tracker.clinical.library import library  # noqa: PLC0415
        from tracker.ui.setup.page import SetupPage  # noqa: PLC0415

        path, now = self._hooks.path(), self._hooks.clock()

        def create(answers: "SetupAnswers") -> str | None:
            recovery_key = make_diary(path, answers, self._settings, now)
            self._hooks.remember(answers.passphrase)
            return recovery_key

        page = SetupPage(library(), now.date(), create)
        page.finished.connect(self._hooks.open_diary)
        page.other_requested.connect(self._bring_over)
        self._hooks.show(page)

    def show_trouble(self, error: TrackerError) -> None:
        """Say why the diary does not open, and offer the ways out."""
        from tracker.ui.setup.trouble_page import TroublePage  # noqa: PLC0415 - seldom needed

        page = TroublePage(error, self._offers(error), can_salvage=self._can_salvage(error))
        page.copy_chosen.connect(self._go_back)
        page.salvage_requested.connect(self._salvage)
        self._show_ways_out(page, self._hooks.open_diary)

    def _show_ways_out(self, page: "TroublePage", try_again: Callable[[], None]) -> None:
        page.retried.connect(try_again)
        page.other_requested.connect(self.choose_other)
        page.new_requested.connect(self._choose_new)
        self._hooks.show(page)

    def delete_everything(self, *, with_copies: bool) -> None:
        """Delete the open diary, and its copies that can be reached where that is wanted.

        Raises:
            TrackerError: Refused; the diary is as it was.
        """
        from tracker.app.deleting import delete_everything  # noqa: PLC0415 - once at most

        self._hooks.pause()
        left = delete_everything(
            self._hooks.path(), self._settings, self._hooks.passphrase(), with_copies=with_copies
        )
        QTimer.singleShot(0, self, lambda: self._say_deleted(left))

    def finish_deleting(self) -> None:
        """Remove the file of a diary that was emptied by a deletion which was interrupted."""
        try:
            self.delete_everything(with_copies=False)
        except TrackerError as error:
            self.show_trouble(error)

    def _say_deleted(self, left: Sequence[Path]) -> None:
        from tracker.ui.setup.deleted_page import DeletedPage  # noqa: PLC0415 - once at most

        self._hooks.let_go()
        page = DeletedPage(left)
        page.new_requested.connect(self.show_setup)
        page.leave_requested.connect(QApplication.closeAllWindows)
        self._hooks.show(page)

    def choose_other(self) -> None:
        """Ask for another diary file and open it."""
        chosen = self._ask_for_file()
        if chosen is not None:
            self._hooks.use(chosen)
            self._hooks.open_diary()

    def _bring_over(self) -> None:
        """Take the file of another computer into the place of this one's diary, and open it."""
        from tracker.storage.moving import bring_over  # noqa: PLC0415 - once in the life of a diary

        chosen = self._ask_for_file()
        if chosen is None:
            return
        try:
            bring_over(chosen, self._hooks.path())
        except TrackerError as error:
            self._say_not_brought(error)
            return
        self._hooks.open_diary()

    def _say_not_brought(self, error: TrackerError) -> None:
        """Say why; no diary is here yet, so there is none to salvage, and a file is asked again."""
        from tracker.ui.setup.trouble_page import TroublePage  # noqa: PLC0415 - seldom needed

        self._show_ways_out(TroublePage(error), self._bring_over)

    def _choose_new(self) -> None:
        from tracker.app.diary_questions import ask_where_to_begin  # noqa: PLC0415 - seldom needed

        chosen = ask_where_to_begin(QApplication.activeWindow(), self._hooks.path())
        if chosen is not None:
            self._hooks.use(chosen)
            self.show_setup()

    def _ask_for_file(self) -> Path | None:
        from tracker.app.diary_questions import ask_for_another  # noqa: PLC0415 - seldom needed

        return ask_for_another(QApplication.activeWindow(), self._hooks.path())

    def _offers(self, error: TrackerError) -> tuple["CopyOffer", ...]:
        """Return the copies to go back to; none where the file itself is well."""
        if not may_be_damaged(error):
            return ()
        from tracker.app.copies import offers  # noqa: PLC0415 - seldom needed

        return offers(self._hooks.path(), self._settings, self._hooks.passphrase())

    def _can_salvage(self, error: TrackerError) -> bool:
        """Return whether a file that does not open still says that it is a diary of ours."""
        from tracker.storage.diary_file import read_header  # noqa: PLC0415 - seldom needed

        if not may_be_damaged(error):
            return False
        try:
            read_header(self._hooks.path())
        except TrackerError:
            return False
        return True

    def _go_back(self, copy: Path) -> None:
        try:
            self._hooks.go_back(copy)
        except TrackerError as error:
            self.show_trouble(error)

    def _salvage(self) -> None:
        """Write what the damaged diary still gives into a new one; say what is lost."""
        from tracker.storage.files import free_name  # noqa: PLC0415 - seldom needed
        from tracker.storage.salvage import salvage  # noqa: PLC0415
        from tracker.ui.setup.salvaged_page import SalvagedPage  # noqa: PLC0415

        path = self._hooks.path()
        target = free_name(path.with_name(f"{path.stem}-salvaged{path.suffix}"))
        try:
            found = salvage(path, target, self._hooks.passphrase())
        except TrackerError as error:
            self.show_trouble(error)
            return
        page = SalvagedPage(found, target)
        page.opened.connect(self._open_salvaged)
        page.back_requested.connect(self._hooks.open_diary)
        self._hooks.show(page)

    def _open_salvaged(self, path: Path) -> None:
        self._hooks.use(path)
        self._hooks.open_diary()
