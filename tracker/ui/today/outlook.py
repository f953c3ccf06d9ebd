"""What earlier cycles were like on the coming days, in words for Today."""

from datetime import date

from tracker.domain.outlook import WorstDays
from tracker.domain.symptoms import is_own, symptom_name
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.text import long_day

_TWO_DAYS = 2


class Outlook:
    """Keeps the lines of a day; today's own answers do not change them."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._kept: tuple[date, tuple[str, ...]] | None = None

    def lines(self, changes: object | None = None) -> tuple[str, ...]:
        """Return at most two sentences; empty where earlier cycles tell nothing.

        Args:
            changes: What was stored since the last call; None: everything may be different.
        """
        today = self._companion.clock().date()
        plan_stays = isinstance(changes, Changes) and not changes.plan
        if self._kept is None or self._kept[0] != today or not plan_stays:
            self._kept = (today, outlook_lines(self._companion))
        return self._kept[1]


def outlook_lines(companion: Companion) -> tuple[str, ...]:
    """Return a sentence for each symptom that was worst on days that come now."""
    definitions = companion.library.symptoms
    return tuple(
        outlook_sentence(each, symptom_name(each.symptom, definitions))
        for each in companion.history.worst_days_ahead()
    )


def outlook_sentence(worst: WorstDays, name: str) -> str:
    """Return what was and on which days of this cycle that falls, as no promise."""
    shown = name if is_own(worst.symptom) else name[:1].lower() + name[1:]
    cycles = f"your last {worst.cycles} cycles"
    length = worst.last_day - worst.first_day + 1
    first, last = long_day(worst.first_on), long_day(worst.last_on)
    if length == 1:
        return f"In {cycles} {shown} was worst on day {worst.first_day}. That is {first}."
    word = "and" if length == _TWO_DAYS else "to"
    days = f"days {worst.first_day} {word} {worst.last_day}"
    return f"In {cycles} {shown} was worst on {days}. That is {first} {word} {last}."
