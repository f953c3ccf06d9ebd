"""Stores what was told, what the team said, what they answered, and what helped."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.entries import ContactEntry, MedicineEntry, QuestionEntry
from tracker.domain.entry_words import Helped
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui.draft_places import ANSWER, CONTACT, OF, SAID, subject_of
from tracker.ui.keeping import DraftPlace, KeptDialog, run_kept
from tracker.ui.today.entry_lines import medicine_name
from tracker.ui.today.saver import Saver, Stored
from tracker.ui.today.telling_dialogs import ContactDialog, HelpedDialog, SaidDialog
from tracker.ui.today.watch import Watch


class Telling(QObject):
    """Each question stores before its dialog closes.

    Signals:
        closed: A dialog that keeps drafts has closed.
    """

    closed = Signal()

    def __init__(self, page: QWidget, companion: Companion, saver: Saver, watch: Watch) -> None:
        super().__init__(page)
        self._page, self._companion = page, companion
        self._saver, self._watch = saver, watch

    def ask_contact(self, begun: HalfTyped | None = None) -> None:
        """Ask whom she told; `begun` is what was typed before."""
        line = self._watch.numbers().line
        who = line.label if line is not None else self.tr("my team")
        dialog = ContactDialog(who, self._store_contact, self._page)
        self._run(CONTACT, dialog, self._companion.clock().date(), begun)

    def ask_about(self, entry: object) -> None:
        """Ask what an entry leaves open."""
        if isinstance(entry, ContactEntry):
            self._ask_what_they_said(entry)
        elif isinstance(entry, MedicineEntry):
            self._ask_whether_it_helped(entry)
        elif isinstance(entry, QuestionEntry):
            self._ask_answer(entry)

    def put_back(self, begun: HalfTyped) -> None:
        """Open the words that were begun about an entry; a note keeps them where that is gone."""
        entry_id = UUID(subject_of(begun.place))
        diary, words = self._companion.diary, begun.values.get("said", "")
        try:
            entry = diary.entry(entry_id)
        except NotUnderstoodError:
            kept = self.tr("What it was about is gone. Your words are kept as a note.")
            if self._saver.attempt(partial(diary.note, words, day=begun.day), lambda _: kept):
                self._companion.drafts.drop(begun.place, begun.day, begun.number)
            return
        if isinstance(entry, ContactEntry):
            self._ask_what_they_said(entry, begun)
        elif isinstance(entry, QuestionEntry):
            self._ask_answer(entry, begun)

    def _ask_what_they_said(self, entry: ContactEntry, begun: HalfTyped | None = None) -> None:
        about = self.tr("You told: {who}").format(who=entry.who)
        diary = self._companion.diary

        def store(words: str) -> None:
            self._saver.store(lambda: diary.what_they_said(entry.id, words), self._saved)

        said = "" if begun is not None else entry.text or ""
        dialog = SaidDialog(self.tr("What did they say?"), about, said, store, self._page)
        self._run(f"{SAID}{OF}{entry.id}", dialog, entry.day, begun)

    def _ask_answer(self, entry: QuestionEntry, begun: HalfTyped | None = None) -> None:
        diary = self._companion.diary

        def store(words: str) -> None:
            self._saver.store(lambda: diary.answer_question(entry.id, words), self._saved)

        said = "" if begun is not None else entry.answer or ""
        dialog = SaidDialog(self.tr("Write the answer"), entry.text, said, store, self._page)
        self._run(f"{ANSWER}{OF}{entry.id}", dialog, entry.day, begun)

    def _run(self, place: str, dialog: KeptDialog, day: date, begun: HalfTyped | None) -> None:
        run_kept(dialog, DraftPlace(self._companion.drafts, place, lambda: day, begun))
        self.closed.emit()

    def _ask_whether_it_helped(self, entry: MedicineEntry) -> None:
        diary = self._companion.diary

        def store(helped: Helped) -> None:
            self._saver.store(lambda: diary.did_it_help(entry.id, helped), self._saved)

        about = medicine_name(entry, self._companion.library.symptoms)
        HelpedDialog(about, store, self._page).run()

    def _store_contact(self, who: str, said: str, *, how_she_is: bool) -> None:
        alerts = None if how_she_is else ()
        told = partial(self._companion.safety.told, who, text=said or None, alerts=alerts)
        self._saver.store(told, self._contact_words if how_she_is else self._other_words)

    def _contact_words(self, stored: Stored) -> str:
        del stored
        return self.tr("Noted: you told your team. It goes in your report.")

    def _other_words(self, stored: Stored) -> str:
        del stored
        return self.tr("Noted. No alert counts as told.")

    def _saved(self, stored: Stored) -> str:
        del stored
        return self.tr("Saved")
