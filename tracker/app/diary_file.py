"""What the settings may do with the whole diary file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from tracker.clinical.library import Library
from tracker.errors import DiaryNotOpenedError
from tracker.services.ports import Storage

if TYPE_CHECKING:
    from tracker.services.arriving_plans import PlanChanged
    from tracker.services.exchanging import Arrival
    from tracker.services.foreign_symptoms import ForeignTable
    from tracker.services.printing import AttachedForm, Attachment, ExportChoices, ExportForm
    from tracker.services.progress import Progress
    from tracker.services.whole_record import WholeRecord
    from tracker.ui.settings.state import DiaryCopies, DiaryLock


class OpenDiaryFile(NamedTuple):
    """The file behind an open diary.

    Attributes:
        storage: None where a window was built without its file.
        path: None for a sample, which is kept nowhere.
        check_soundness: Reads it from end to end and returns a sentence about it.
        lock: Its passphrase; None for a diary that is kept nowhere.
        copies: Gives its copies; None for a diary that is kept nowhere.
    """

    storage: Storage | None
    library: Library
    path: Path | None
    check_soundness: Callable[[], str]
    lock: "DiaryLock | None" = None
    copies: "Callable[[], DiaryCopies] | None" = None

    def location(self) -> Path | None:
        """Return where it lies; None for a diary that is kept nowhere."""
        return self.path

    def check(self) -> str:
        """Read it from end to end and return a sentence about it.

        Raises:
            DiaryNotOpenedError: It is damaged.
        """
        return self.check_soundness()

    def whole_diary(self) -> bytes:
        """Return everything in it as the JSON of the contract.

        Raises:
            DiaryNotOpenedError: This window was built without its file.
        """
        if self.storage is None:
            raise DiaryNotOpenedError("This window has no diary file; nothing was written.")
        from tracker.exchange.diary_json import write_diaries  # noqa: PLC0415 - seldom needed
        from tracker.services.exchanging import everything  # noqa: PLC0415

        return write_diaries(everything(self.storage, self.library)).encode()

    def too_large_to_import(self, content: bytes) -> str | None:
        """Return a sentence where no program would read that diary in again."""
        from tracker.exchange.diary_json import too_large_to_import  # noqa: PLC0415 - as above

        return too_large_to_import(content)

    def record(
        self, person_id: UUID, form: "ExportForm", choices: "ExportChoices", now: datetime
    ) -> Callable[[], bytes]:
        """Read what one person has in the diary; what comes back writes it, in any thread.

        Raises:
            DiaryNotOpenedError: This window was built without its file, or the person is gone.
        """
        from tracker.exchange.exports import written  # noqa: PLC0415 - seldom needed

        return partial(written, self._record_of(person_id, now), form, choices)

    def attachments(
        self, person_id: UUID, forms: "Sequence[AttachedForm]", now: datetime
    ) -> "Callable[[], tuple[Attachment, ...]]":
        """Read the same for files inside a report; what comes back writes them, in any thread.

        Raises:
            DiaryNotOpenedError: As `record`.
        """
        if not forms:
            return tuple
        from tracker.exchange.attachments import attachments  # noqa: PLC0415 - seldom needed

        return partial(attachments, self._record_of(person_id, now), tuple(forms))

    def _record_of(self, person_id: UUID, now: datetime) -> "WholeRecord":
        from tracker.services.whole_record import whole_record  # noqa: PLC0415 - seldom needed

        if self.storage is None:
            raise DiaryNotOpenedError("This window has no diary file; nothing was written.")
        for person in self.storage.people():
            if person.id == person_id:
                return whole_record(self.storage, self.library, person, now)
        raise DiaryNotOpenedError("This person is no longer in the diary; nothing was written.")

    def bring_in(
        self,
        path: Path,
        now: datetime,
        agreed: "tuple[PlanChanged, ...]",
        progress: "Progress",
    ) -> "Arrival":
        """Add what a diary file holds, all or nothing; in any thread.

        What changes plans otherwise than agreed waits, and nothing is stored.

        Raises:
            NotUnderstoodError: The file is no diary; names the place.
            StoppedError: The one who looks on wants no more of it; nothing was added.
            NotSavedError: The disk refused; nothing was added.
        """
        from tracker.exchange.diary_json import read_diary_file  # noqa: PLC0415 - seldom needed
        from tracker.services.bringing_in import Import, bring_in  # noqa: PLC0415

        storage = self.storage
        if storage is None:
            raise DiaryNotOpenedError("This window has no diary file; nothing was imported.")
        wanted = Import(
            read=partial(read_diary_file, path, self.library, now.date()),
            opened=lambda: storage,
            store=storage.apply,
            agreed=agreed,
        )
        return bring_in(wanted, self.library, now, progress)

    def read_table(self, path: Path) -> "ForeignTable":
        """Read a table of another program; nothing is stored.

        Raises:
            NotUnderstoodError: It is no table; names the row.
        """
        from tracker.exchange.foreign_table import read_table  # noqa: PLC0415 - seldom needed

        return read_table(path)

    def export_json(self, path: Path) -> str | None:
        """Write everything into a new file that only its owner may read.

        Returns:
            A sentence where the file is too large to be imported again.

        Raises:
            NotSavedError: The place refused.
        """
        from tracker.private_files import write_whole  # noqa: PLC0415 - seldom needed

        content = self.whole_diary()
        write_whole(path, content)
        return self.too_large_to_import(content)
