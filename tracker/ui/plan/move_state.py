"""What a move would change, boiled down to a few lines. No Qt, no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Visit
from tracker.services.plan_changes import MovePreview
from tracker.ui.plan.treatment_days import TreatmentName, name_of

_LINES_FOR_LATER = 3


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One treatment day that would be elsewhere; `is_last` for the end of all treatment."""

    name: TreatmentName
    was: date
    now: date
    is_last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveState:
    """What the dialog shows.

    Attributes:
        lines: The first few, then the last dose of all.
        more: How many treatment days between them move as well.
        sentences: What the new days run into.
    """

    lines: tuple[MoveLine, ...]
    more: int
    sentences: tuple[str, ...]


def move_state(preview: MovePreview, drugs: Mapping[str, DrugFacts]) -> MoveState:
    """Return the lines of a preview."""
    days = _by_days(preview.changed)
    lines = [MoveLine(name_of(visits, drugs), was, now) for (was, now), visits in days]
    first, rest = lines[:_LINES_FOR_LATER], lines[_LINES_FOR_LATER:]
    if rest:
        last = rest[-1]
        first.append(MoveLine(last.name, last.was, last.now, is_last=True))
    return MoveState(lines=tuple(first), more=max(0, len(rest) - 1), sentences=preview.sentences)


def _by_days(
    changed: Iterable[tuple[Visit, Visit]],
) -> list[tuple[tuple[date, date], list[Visit]]]:
    days: dict[tuple[date, date], list[Visit]] = {}
    for was, now in changed:
        days.setdefault((was.on, now.on), []).append(now)
    return sorted(days.items(), key=lambda item: item[0])
