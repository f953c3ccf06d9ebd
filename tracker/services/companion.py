"""Everything one person can do in one open diary, built once at the edge."""

from typing import TYPE_CHECKING
from uuid import UUID

from tracker.clinical.library import Library
from tracker.domain.people import Person
from tracker.services.changes import Changes
from tracker.services.desk import Clock, Desk
from tracker.services.drafts import Drafts
from tracker.services.heart import Heart
from tracker.services.history import HistoryService
from tracker.services.ports import Storage
from tracker.services.profile import Profile
from tracker.services.safety import Safety
from tracker.services.symptom_diary import SymptomDiary
from tracker.services.treatment_plan import TreatmentPlan

if TYPE_CHECKING:
    from tracker.services.foreign_symptoms import ForeignSymptoms
    from tracker.services.past import Past
    from tracker.services.versions import Versions


class Companion:
    """The services of one person.

    Attributes:
        clock: The only clock; everything shown is a function of the diary and its moment.
    """

    def __init__(
        self,
        storage: Storage,
        library: Library,
        clock: Clock,
        person_id: UUID,
        by: str = "self",
    ) -> None:
        desk = Desk(storage, library, clock, person_id, by)
        self._desk = desk
        self.library = library
        self.clock = clock
        self.plan = TreatmentPlan(desk)
        self.diary = SymptomDiary(desk, self.plan)
        self.safety = Safety(desk, self.plan, self.diary)
        self.heart = Heart(desk, self.plan)
        self.history = HistoryService(desk, self.plan)
        self.profile = Profile(desk)
        self.drafts = Drafts(desk)

    @property
    def past(self) -> "Past":
        """The bin, and the history of each entry."""
        from tracker.services.past import Past  # noqa: PLC0415 - few ask for it

        return Past(self._desk)

    @property
    def versions(self) -> "Versions":
        """Entries of which an import brought another version."""
        from tracker.services.versions import Versions  # noqa: PLC0415 - few ask for it

        return Versions(self._desk)

    @property
    def foreign(self) -> "ForeignSymptoms":
        """Symptoms that another program kept."""
        from tracker.services.foreign_symptoms import ForeignSymptoms  # noqa: PLC0415 - few import

        return ForeignSymptoms(self._desk)

    def undo_last(self) -> Changes | None:
        """Take back the last action of this session, whatever it was; None: none is left.

        Raises:
            NotSavedError: The disk refused; the action can still be taken back.
        """
        return self._desk.undo_last()

    def person(self) -> Person:
        """Return the person as stored now."""
        return self._desk.person()

    def people(self) -> tuple[Person, ...]:
        """Return all people of the diary in the order in which they were added."""
        return self._desk.storage.people()

    def revision(self) -> int:
        """Return a number that grows with every action in the file, whoever does it."""
        return self._desk.storage.revision()
