"""An empty diary page of one cycle, in large print, to be filled in with a pen."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tracker.domain.cycles import CycleSpan
from tracker.domain.measurements import SIGNS
from tracker.domain.people import CareTeam
from tracker.domain.schedule import Plan
from tracker.domain.symptoms import symptom_name
from tracker.report.clinic_report import paper_for
from tracker.report.sheets import TypesetSheet
from tracker.report.wording import card_words, named_moment, short_day
from tracker.services.companion import Companion
from tracker.services.paper_diary import own_word_rows, paper_cycle, paper_days, paper_symptoms

_DAYS_OF_A_WEEK = 7
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class BlankDay:
    """The head of one column."""

    number: str
    day: str
    is_treatment: bool
    is_low_counts: bool


@dataclass(frozen=True, slots=True)
class BlankWeek:
    """One sheet: seven days across."""

    title: str
    days: tuple[BlankDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankDiary(TypesetSheet):
    """Everything that is printed; words only, nothing in it is markup.

    Attributes:
        symptoms: Names of the rows.
        own_rows: Rows below them for words of one's own.
        call: Whom to call and from which temperature on; empty lines are left out.
        sample: The mark of an invented person; None on a real diary.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    template: ClassVar[str] = "blank.typ"
    person: str
    cycle: str
    paper: str
    symptoms: tuple[str, ...]
    own_rows: int
    temperature: str
    weeks: tuple[BlankWeek, ...]
    call: tuple[str, ...]
    printed: str
    sample: str | None
    made_at: int


def blank_diary(companion: Companion, cycle_from: date) -> BlankDiary:
    """Return the pages of the cycle that begins on `cycle_from`, with the person's own rows.

    Raises:
        NotUnderstoodError: No cycle begins on this day.
    """
    span = paper_cycle(companion, cycle_from)
    person, now = companion.person(), companion.clock()
    definitions = companion.library.symptoms
    unit = person.care.units.temperature
    names = [symptom_name(each, definitions) for each in paper_symptoms(companion, span)]
    return BlankDiary(
        person=person.name,
        cycle=f"{span.phase}, cycle {span.cycle} of {span.of}",
        paper=paper_for(person.care.country).value,
        symptoms=tuple(map(_short, names)),
        own_rows=own_word_rows(names),
        temperature=f"Temperature in {SIGNS[unit]}",
        weeks=_weeks(companion.plan.all(), span),
        call=_call(person.care),
        printed=f"Printed {named_moment(now)}",
        sample="Sample: an invented person" if person.is_sample else None,
        made_at=int(now.timestamp()),
    )


def _short(name: str) -> str:
    """Return a name that fits into two lines of its cell; she knows her own words."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _weeks(plans: tuple[Plan, ...], span: CycleSpan) -> tuple[BlankWeek, ...]:
    treatment = {visit.on for plan in plans for visit in plan.visits}
    low = [window for plan in plans for window in plan.windows if window.what == "low-counts"]
    days = paper_days(span)
    made = []
    for start in range(0, len(days), _DAYS_OF_A_WEEK):
        week = days[start : start + _DAYS_OF_A_WEEK]
        columns = tuple(
            BlankDay(
                f"Day {span.cycle_day(day)}",
                short_day(day, day.year),
                day in treatment,
                any(window.starts_on <= day <= window.ends_on for window in low),
            )
            for day in week
        )
        title = f"Days {start + 1} to {start + len(week)}, from {short_day(week[0])}"
        made.append(BlankWeek(title, columns))
    return tuple(made)


def _call(care: CareTeam) -> tuple[str, ...]:
    lines = []
    if care.contacts:
        first = care.contacts[0]
        lines.append(f"{first.label}: {first.phone}")
    if care.fever_card is not None:
        lines.append(
            f"Your card says: call at {card_words(care.fever_card, care.units.temperature)}."
        )
    return tuple(lines)
