"""What a move would change, each day of it. No Qt, no words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.heart_checks import HeartCheck
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Visit
from tracker.services.plan_changes import MovePreview
from tracker.ui.plan.treatment_days import TreatmentName, name_of

FEW = 4
"""So many lines are shown before the person asks for the rest."""


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A date that would be elsewhere.

    Attributes:
        name: Of a treatment day; None for a heart scan.
        is_last: It is the end of all treatment.
    """

    name: TreatmentName | None
    was: date
    now: date
    is_last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveState:
    """What the dialog shows.

    Attributes:
        lines: Each treatment day that moves, by day; the last says where it is that of all.
        scans: Each heart scan that would be due on another day.
        sentences: What the new days run into.
    """

    lines: tuple[MoveLine, ...]
    scans: tuple[MoveLine, ...]
    sentences: tuple[str, ...]

    @property
    def all_lines(self) -> tuple[MoveLine, ...]:
        """Every date that changes."""
        return (*self.lines, *self.scans)

    @property
    def few_lines(self) -> tuple[MoveLine, ...]:
        """The first treatment days and the last one."""
        return (*self.lines[: FEW - 1], self.lines[-1]) if len(self.lines) > FEW else self.lines


def move_state(
    preview: MovePreview,
    drugs: Mapping[str, DrugFacts],
    checks: tuple[Sequence[HeartCheck], Sequence[HeartCheck]] = ((), ()),
) -> MoveState:
    """Return the lines of a preview; `checks` are the heart checks before and after it."""
    lines = moved_days(preview.changed, drugs)
    last_of_all = max(visit.on for visit in preview.after.visits)
    if len(lines) > FEW and lines[-1].now == last_of_all:
        lines[-1] = replace(lines[-1], is_last=True)
    return MoveState(lines=tuple(lines), scans=_moved_scans(*checks), sentences=preview.sentences)


def moved_days(
    changed: Iterable[tuple[Visit, Visit]], drugs: Mapping[str, DrugFacts]
) -> list[MoveLine]:
    """Return a line for each treatment day that would be elsewhere, by day."""
    days = _by_days(changed)
    return [MoveLine(name_of(visits, drugs), was, now) for (was, now), visits in days]


def _moved_scans(before: Sequence[HeartCheck], after: Sequence[HeartCheck]) -> tuple[MoveLine, ...]:
    """Return the days that differ: the last scans hang on the last dose, all others on scans."""
    was, now = (sorted({each.due for each in checks}) for checks in (before, after))
    gone = [day for day in was if day not in now]
    new = [day for day in now if day not in was]
    return tuple(MoveLine(None, *days) for days in zip(gone, new, strict=False))


def _by_days(
    changed: Iterable[tuple[Visit, Visit]],
) -> list[tuple[tuple[date, date], list[Visit]]]:
    days: dict[tuple[date, date], list[Visit]] = {}
    for was, now in changed:
        days.setdefault((was.on, now.on), []).append(now)
    return sorted(days.items(), key=lambda item: item[0])
