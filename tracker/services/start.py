"""What the program is started with, and whose diary is meant."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import NotUnderstoodError

if TYPE_CHECKING:  # this file is read before the first paint of the window
    from datetime import datetime

    from tracker.domain.people import Person
    from tracker.services.desk import Clock


class StartOptions(NamedTuple):
    """The options that stand before the verb.

    Attributes:
        diary: None: the one in the data folder.
        person: Needed only where the diary holds several people.
        now: None: the computer's clock.
        data_folder: None: the platform's own place.
        sample: An invented person's diary, kept nowhere.
    """

    diary: Path | None = None
    person: str | None = None
    now: "datetime | None" = None
    as_json: bool = False
    passphrase_file: Path | None = None
    data_folder: Path | None = None
    sample: bool = False


def clock_of(options: StartOptions, sample_now: "datetime | None" = None) -> "Clock":
    """Return the only clock of this run; the sample lives on its own day unless one is named."""
    fixed = options.now or (sample_now if options.sample else None)
    if fixed is None:
        from datetime import datetime  # noqa: PLC0415 - as above

        return lambda: datetime.now().astimezone()
    return lambda: fixed


def choose_person(people: "Sequence[Person]", named: str | None) -> "Person":
    """Return the person that is meant, by name or id.

    Raises:
        NotUnderstoodError: Nobody or several people fit.
    """
    if named is None:
        if len(people) == 1:
            return people[0]
        raise NotUnderstoodError(
            f"The diary holds several people ({_names(people)}); nothing was done; "
            "say which one with --person NAME."
            if people
            else "The diary holds nobody yet; nothing was done; make a new one with “init”."
        )
    wanted = named.strip().casefold()
    fitting = [each for each in people if wanted in (each.name.casefold(), str(each.id))]
    if len(fitting) == 1:
        return fitting[0]
    how_many = "several people" if fitting else "nobody"
    raise NotUnderstoodError(
        f"The diary holds {how_many} called “{named[:80]}”; nothing was done; "
        f"choose from {_names(people)}."
    )


def _names(people: "Sequence[Person]") -> str:
    names = [each.name for each in people]
    same = {name for name in names if names.count(name) > 1}
    return ", ".join(
        f"{each.name} {each.id}" if each.name in same else each.name for each in people
    )
