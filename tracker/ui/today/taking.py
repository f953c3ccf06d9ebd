"""Takes what is typed into the fields of the page: a temperature, a note, a question."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.measurements import TemperatureUnit
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.services.changes import Saved
from tracker.services.companion import Companion
from tracker.ui.today import answer_words
from tracker.ui.today.draft_keeper import Days
from tracker.ui.today.saver import Saver, Stored
from tracker.ui.today.temperature_reading import probably_meant
from tracker.ui.today.view import TodayView


class Taking(QObject):
    """What is refused stays in its field, with a sentence, or with what was probably meant.

    Args:
        companion: Whose diary it is.
        saver: Stores.
        view: Has the fields.
        days: Knows which day is open.
        parent: The page.

    Signals:
        refused: The form that now says why, or asks what was meant.
    """

    refused = Signal(QWidget)

    def __init__(
        self, companion: Companion, saver: Saver, view: TodayView, days: Days, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._companion, self._saver, self._days = companion, saver, days
        self._temperature, self._note = view.temperature, view.note
        view.temperature.submitted.connect(self._take_temperature)
        view.note.submitted.connect(self._take_note)

    def _take_temperature(self, typed: str, unit: TemperatureUnit) -> None:
        card = self._temperature
        flags = ("after-fever-medicine",) if card.after_medicine else ()
        take = partial(
            self._companion.diary.temperature, typed, unit, day=self._days.day, flags=flags
        )
        try:
            self._saver.store(take, self._saved_words)
        except NotUnderstoodError as error:
            meant = probably_meant(typed, unit)
            if meant is None:
                card.show_error(str(error))
            else:
                card.ask_back(meant)
            self.refused.emit(card)
        except TrackerError as error:
            self._saver.refuse(error, partial(self._take_temperature, typed, unit))
        else:
            card.show_stored(typed)

    def _saved_words(self, stored: Stored) -> str:
        entry = stored.entry if isinstance(stored, Saved) else None
        return answer_words.saved_entry(entry, self._companion.library.symptoms)

    def _take_note(self, text: str, is_question: bool) -> None:  # noqa: FBT001 - a signal's argument
        diary = self._companion.diary
        write = diary.question if is_question else diary.note
        said = self.tr("Question saved") if is_question else self.tr("Note saved")
        try:
            self._saver.store(partial(write, text, day=self._days.day), lambda _: said)
        except NotUnderstoodError as error:
            self._note.show_error(str(error))
            self.refused.emit(self._note)
        except TrackerError as error:
            self._saver.refuse(error, partial(self._take_note, text, is_question))
        else:
            self._note.show_stored()
