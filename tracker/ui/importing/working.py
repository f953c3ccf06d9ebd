"""Long work beside the window, with how far it is and a button that stops it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import StoppedError
from tracker.services.progress import Progress
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.progress_line import ProgressLine

_SHORT_SECONDS = 0.25
_STEPS = 1000
_Result = TypeVar("_Result")


class Working(Dialog):
    """Runs one piece of work and closes by itself; nothing else can be done meanwhile.

    Signals:
        progressed: How much is done, from 0 to 1; sent by the thread that works.
        ended: The work is over, well or not.
    """

    progressed = Signal(float)
    ended = Signal()

    @classmethod
    def carry_out(cls, title: str, work: Callable[[Progress], _Result], parent: QWidget) -> _Result:
        """Return what the work returns; work that is over at once shows nothing.

        Raises:
            TrackerError: It was refused, or stopped by the person.
            Exception: The work has a fault, which is raised here as it was there.
        """
        dialog = cls(title, parent)
        with ThreadPoolExecutor(1) as pool:
            working = pool.submit(dialog._do, work)
            done, _ = wait((working,), _SHORT_SECONDS)
            if done:
                dialog.deleteLater()
            else:
                dialog.run()
        return working.result()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, title, parent, cancel_text=self.tr("Stop"))
        self._wanted = True
        self._said = WrappedLabel(self.tr("Nothing is changed before all of it is read."))
        self._bar = ProgressLine(title)
        self._bar.setRange(0, _STEPS)
        self.accept_button.hide()
        self.body.addWidget(self._bar)
        self.body.addWidget(self._said)
        self.progressed.connect(self._show)
        self.ended.connect(self._end_well)

    def reject(self) -> None:
        """Ask the work to stop; the dialog closes when it has."""
        self._wanted = False
        self._said.setText(self.tr("Stopping…"))

    def _do(self, work: Callable[[Progress], _Result]) -> _Result:
        try:
            return work(self._tell)
        finally:
            self.ended.emit()

    def _tell(self, done: float) -> None:
        if not self._wanted:
            raise StoppedError("Stopped; nothing was imported.")
        self.progressed.emit(done)

    def _show(self, done: float) -> None:
        self._bar.setValue(round(done * _STEPS))

    def _end_well(self) -> None:
        super().accept()
