"""What the Settings page shows and changes, without Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tracker.domain.measurements import parse_number
from tracker.domain.people import CareTeam, Contact, HeartProfile, LabelRegion

if TYPE_CHECKING:  # few import
    from tracker.services.arriving_plans import PlanChanged
    from tracker.services.exchanging import Arrival
    from tracker.services.foreign_symptoms import ForeignTable
    from tracker.services.progress import Progress

LINE_LABEL = "24-hour advice line"


class DiaryFile(Protocol):
    """What the page may do with the whole file."""

    def location(self) -> Path | None:
        """Return where it lies; None for a diary that is kept nowhere."""

    def check(self) -> str:
        """Read it from end to end and return a sentence about it."""

    def export_json(self, path: Path) -> str | None:
        """Write everything into a new file; say so where it is too large to come back."""

    def bring_in(
        self,
        path: Path,
        now: datetime,
        agreed: "tuple[PlanChanged, ...]",
        progress: "Progress",
    ) -> "Arrival":
        """Add what a diary file holds, all or nothing; in any thread.

        What changes plans otherwise than agreed waits, and nothing is stored.
        """

    def read_table(self, path: Path) -> "ForeignTable":
        """Read a table of another program; nothing is stored."""


class DiaryLock(Protocol):
    """What the page may do with the passphrase of the diary.

    Raises:
        TrackerError: Refused, in one sentence; the diary is as it was.
    """

    def is_set(self) -> bool:
        """Return whether the diary is encrypted."""

    def set(self, words: str) -> str:
        """Encrypt the diary and return the recovery key; the window must be built anew."""

    def change(self, words: str, new: str) -> None:
        """Open the diary by another passphrase from now on."""

    def renew_recovery_key(self, words: str) -> str:
        """Return a new recovery key; the old one opens the diary no more."""

    def remove(self, words: str) -> None:
        """Take the encryption off; the window must be built anew."""

    def keyring_is_usable(self) -> bool:
        """Return whether this computer has a keyring that keeps secrets safe."""

    def keyring_opens(self) -> bool:
        """Return whether the keyring opens this diary on this computer."""

    def let_keyring_open(self, words: str) -> None:
        """Let the keyring open the diary from now on."""

    def ask_again(self) -> None:
        """Let the keyring open the diary no more."""

    def lock_now(self) -> None:
        """Show the lock page."""

    def minutes(self) -> int:
        """Return after how many idle minutes it locks; 0: never."""

    def lock_after(self, minutes: int) -> None:
        """Lock after so many idle minutes; 0: never."""

    def number_shown(self) -> bool:
        """Return whether the team's number may stand outside the encrypted diary."""

    def show_number(self, *, shown: bool) -> None:
        """Keep the team's number for the lock page, or take it out."""


class CopyContents(Protocol):
    """What a copy of the diary holds."""

    @property
    def entries(self) -> int:
        """How many entries."""

    @property
    def last_day(self) -> date | None:
        """The latest day that any entry is about; None without entries."""


class DiaryCopies(Protocol):
    """What the page may do with the copies of the diary.

    Raises:
        TrackerError: Refused, in one sentence; the diary is as it was.
    """

    def latest(self) -> tuple[datetime, Path] | None:
        """Return the latest copy; None while there is none."""

    def second_folder(self) -> Path | None:
        """Return the folder of the person's choice; None while she chose none."""

    def choose_folder(self, folder: Path | None) -> None:
        """Keep copies in this folder as well from now on."""

    def trouble(self) -> str | None:
        """Return why today's copy was not made everywhere; None when nothing is wrong."""

    def make_now(self) -> CopyContents:
        """Make a copy in each folder and return what it holds."""

    def rehearse(self) -> CopyContents:
        """Open the latest copy as a restore would and return what it holds."""

    def contents(self, copy: Path) -> CopyContents:
        """Return what a copy holds."""

    def go_back(self, copy: Path) -> None:
        """Put the copy in the place of the diary; what is there now is kept beside it."""

    def to_take_along(self, path: Path) -> CopyContents:
        """Write the whole diary into one new file for another computer and open it to check."""

    def all_copies(self) -> tuple[Path, ...]:
        """Return all copies of the diary that this program made and can reach now."""

    def delete_everything(self, *, with_copies: bool) -> None:
        """Delete the diary, and its copies where that is wanted; the window is gone after it."""


@dataclass(frozen=True, slots=True)
class SettingsTools:
    """What the page works with beside the diary of one person.

    Attributes:
        ask_file: Asks where to save, by a suggested name; None when she changed her mind.
        reopen: Opens the window anew for another person or another writer.
        lock: None for a diary that is kept nowhere.
        copies: None for a diary that is kept nowhere.
    """

    file: DiaryFile
    ask_file: Callable[[str], Path | None]
    reopen: Callable[[], None]
    version: str
    lock: DiaryLock | None = None
    copies: DiaryCopies | None = None


def with_line(care: CareTeam, phone: str) -> CareTeam:
    """Return the care team with another 24-hour number; "" takes it out."""
    label = care.contacts[0].label if care.contacts else LINE_LABEL
    first = (Contact(label, phone),) if phone else ()
    return replace(care, contacts=(*first, *care.contacts[1:]))


def with_team_name(care: CareTeam, name: str) -> CareTeam:
    """Return the care team with another name for whoever answers the 24-hour number."""
    if not care.contacts:
        return care
    first = replace(care.contacts[0], label=name or LINE_LABEL)
    return replace(care, contacts=(first, *care.contacts[1:]))


def with_second_number(care: CareTeam, label: str, phone: str) -> CareTeam:
    """Return the care team with another second number; an empty one goes."""
    second = (Contact(label or "Team", phone),) if phone else ()
    return replace(care, contacts=(*care.contacts[:1], *second, *care.contacts[2:]))


def line_of(care: CareTeam) -> Contact | None:
    """Return the number that is shown on every page."""
    return care.contacts[0] if care.contacts else None


def with_limit(heart: HeartProfile, typed: str) -> HeartProfile:
    """Return the heart profile with another lower limit; "" means not known.

    Raises:
        NotUnderstoodError: Not a number.
    """
    limit: Decimal | None = parse_number(typed.removesuffix("%")) if typed else None
    return replace(heart, lvef_lower_limit=limit)


def with_label(heart: HeartProfile, label: str) -> HeartProfile:
    """Return the heart profile with another label first."""
    return replace(heart, label=LabelRegion(label))


def with_factor(heart: HeartProfile, factor: str, *, present: bool) -> HeartProfile:
    """Return the heart profile with one risk factor more or less; from then on it was asked."""
    known = [each for each in heart.risk_factors or () if each != factor]
    return replace(heart, risk_factors=(*known, factor) if present else tuple(known))
