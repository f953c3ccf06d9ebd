"""What earlier cycles were like on the coming days, in words for Today."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain.outlook import WorstDays
from tracker.domain.symptoms import is_own, symptom_name
from tracker.domain.writers import others_words
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.text import long_day

_TWO_DAYS = 2


class Foretold(NamedTuple):
    """What is said about the coming days, and the symptoms it is about."""

    lines: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()


class Outlook:
    """Keeps what is said on a day; today's own answers do not change it."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._kept: tuple[date, Foretold] | None = None

    def foretold(self, changes: object | None = None) -> Foretold:
        """Return at most two sentences; none where earlier cycles tell nothing.

        Args:
            changes: What was stored since the last call; None: everything may be different.
        """
        today = self._companion.clock().date()
        plan_stays = isinstance(changes, Changes) and not changes.plan
        if self._kept is None or self._kept[0] != today or not plan_stays:
            found = self._companion.history.worst_days_ahead()
            symptoms = tuple(each.symptom for each in found)
            self._kept = (today, Foretold(self._sentences(found), symptoms))
        return self._kept[1]

    def _sentences(self, found: Sequence[WorstDays]) -> tuple[str, ...]:
        names = self._companion.library.symptoms
        asked = {each.symptom: each.rests_on for each in found}
        writers = self._companion.history.writers_behind(asked)
        said = (
            (
                outlook_sentence(each, symptom_name(each.symptom, names)),
                others_words(writers.get(each.symptom, ())),
            )
            for each in found
        )
        return tuple(" ".join(filter(None, both)) for both in said)


def outlook_sentence(worst: WorstDays, name: str) -> str:
    """Return what was and on which days of this cycle that falls, as no promise."""
    shown = name if is_own(worst.symptom) else name[:1].lower() + name[1:]
    cycles = f"your last {worst.of_last} cycles"
    if worst.cycles < worst.of_last:
        cycles = f"{worst.cycles} of {cycles}"
    length = worst.last_day - worst.first_day + 1
    first, last = long_day(worst.first_on), long_day(worst.last_on)
    if length == 1:
        return f"In {cycles} {shown} was worst on day {worst.first_day}. That is {first}."
    word = "and" if length == _TWO_DAYS else "to"
    days = f"days {worst.first_day} {word} {worst.last_day}"
    return f"In {cycles} {shown} was worst on {days}. That is {first} {word} {last}."
