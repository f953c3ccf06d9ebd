"""Who, where in treatment, what comes next, who wrote; and the honest foot of the page."""

from collections import Counter
from datetime import date, timedelta

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import AppointmentEntry
from tracker.domain.entry_words import EnteredAs
from tracker.domain.regimen import Setting, Track
from tracker.domain.schedule import Plan, VisitStatus
from tracker.domain.wording import counted
from tracker.report.content import Fact
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import listed, named_day, named_days, starting_small

_LONGEST_NAME = 60
_LONGEST_REGIMEN = 90
_MOST_WRITERS = 3
_MOST_COURSES = 2


def person_words(inputs: ReportInputs) -> str:
    """Return the name, with the year of birth where it is known."""
    name = shortened(inputs.person.name, _LONGEST_NAME)
    born_on = inputs.person.born_on
    return f"{name}, born {born_on.year}" if born_on else name


def answered_words(inputs: ReportInputs) -> str:
    """Return `27 of 29 days answered`; a skip is an answer.

    Days that were wholly copied, or set to none in one tap, are counted beside it.
    """
    by_day: dict[date, set[EnteredAs | None]] = {}
    for (_, day), entry in inputs.answers.items():
        by_day.setdefault(day, set()).add(entry.entered_as)
    days = (inputs.until - inputs.since).days + 1
    words = f"{len(by_day)} of {counted(days, 'day')} answered"
    tapped = sum(1 for how in by_day.values() if None not in how)
    return f"{words}, {tapped} of them in one tap" if tapped else words


def facts(inputs: ReportInputs) -> tuple[Fact, ...]:
    """Return the four facts under the name; one that is not known is left out."""
    found = (
        Fact("Treatment", _treatment(inputs)),
        Fact(named_day(inputs.until, inputs.year), _where(inputs)),
        Fact("Next", _next(inputs)),
        Fact("Written by", _writers(inputs)),
    )
    return tuple(fact for fact in found if fact.text)


def footer(inputs: ReportInputs) -> tuple[str, ...]:
    """Return the sentences that say what kind of paper this is."""
    names = [shortened(name, _LONGEST_NAME) for name in _by_writer(inputs)]
    others = len(names) - _MOST_WRITERS
    writers = listed([*names[:_MOST_WRITERS], *([f"{others} others"] if others > 0 else [])])
    sentences = [
        "This is a diary, not a medical device and not a hospital record.",
        "It says what was written down and decides nothing.",
        "The numbers 0 to 4 stand for this diary's own words, not for CTCAE grades.",
    ]
    if writers:
        sentences.append(f"Entered by {writers}.")
    return tuple(sentences)


def _treatment(inputs: ReportInputs) -> str:
    plans = [plan for plan in inputs.plans if plan.course.starts_on <= inputs.until]
    if not plans:
        return "No course is written down" + (f"; {_surgery(inputs)}" if _surgery(inputs) else "")
    latest, *before = reversed(plans[-_MOST_COURSES:])
    words = [_course_words(inputs, latest)]
    words += [f"before that {starting_small(_course_name(plan))}" for plan in before]
    earlier = len(plans) - len(words)
    return "; ".join([*words, f"{counted(earlier, 'course')} earlier"] if earlier else words)


def _course_words(inputs: ReportInputs, plan: Plan) -> str:
    regimen, name = plan.course.regimen, _course_name(plan)
    if all(visit.track is Track.ENDOCRINE for visit in plan.visits):
        return f"{name} since {named_day(plan.course.starts_on, inputs.year)}"
    lengths = {phase.cycle_days for phase in regimen.phases}
    every = f" every {counted(lengths.pop(), 'day')}" if len(lengths) == 1 else ""
    setting = "after" if plan.course.setting is Setting.ADJUVANT else "before"
    return f"{name}{every}, {setting} {_surgery(inputs) or 'surgery'}"


def _course_name(plan: Plan) -> str:
    return shortened(plan.course.regimen.name.split(":")[0], _LONGEST_REGIMEN)


def _surgery(inputs: ReportInputs) -> str:
    surgery = inputs.person.definitive_surgery
    return f"surgery on {named_day(surgery.on, inputs.year)}" if surgery else ""


def _where(inputs: ReportInputs) -> str:
    span = inputs.span_of(inputs.until)
    if span is None:
        return _outside(inputs)
    words = f"{span.phase} cycle {span.cycle} of {span.of}, day {span.cycle_day(inputs.until)}"
    windows = [
        window
        for plan in inputs.plans
        for window in plan.windows
        if window.what == "low-counts" and window.starts_on <= inputs.until <= window.ends_on
    ]
    if windows:
        days = named_days(windows[0].starts_on, windows[0].ends_on, inputs.year)
        words += f"; counts usually low {days}"
    elif span.cycle_day(inputs.until) > span.planned_days:
        words += "; waiting for the next dose"
    return words


def _outside(inputs: ReportInputs) -> str:
    begun: list[CycleSpan] = [
        span for span in inputs.treatment_spans if span.ends_on < inputs.until
    ]
    if not begun:
        return "Before the first cycle" if inputs.treatment_spans else ""
    last = max(begun, key=lambda span: span.ends_on)
    days = (inputs.until - last.ends_on) // timedelta(days=1)
    return f"{counted(days, 'day')} after {last.phase} cycle {last.cycle} of {last.of}"


def _next(inputs: ReportInputs) -> str:
    planned = [
        visit
        for plan in inputs.plans
        for visit in plan.visits
        if visit.status is VisitStatus.PLANNED and visit.on > inputs.until
    ]
    parts: list[tuple[date, str]] = []
    if planned:
        first = min(visit.on for visit in planned)
        drugs = sorted({inputs.drug(visit.drug) for visit in planned if visit.on == first})
        parts.append((first, f"{named_day(first, inputs.year)}: {listed(drugs)}"))
    ahead = [
        entry
        for entry in inputs.entries
        if isinstance(entry, AppointmentEntry) and entry.starts_at > inputs.now
    ]
    if ahead:
        soonest = min(ahead, key=lambda entry: entry.starts_at)
        on = soonest.starts_at.date()
        when = f"{named_day(on, inputs.year)}, {soonest.starts_at:%H:%M}"
        parts.append((on, f"{when}: {shortened(soonest.title, _LONGEST_NAME)}"))
    return "; ".join(words for _, words in sorted(parts))


def _by_writer(inputs: ReportInputs) -> list[str]:
    numbers = Counter(
        inputs.written_by(entry.by)
        for entry in inputs.entries
        if inputs.since <= entry.day <= inputs.until
    )
    return [name for name, _ in numbers.most_common()]


def _writers(inputs: ReportInputs) -> str:
    numbers = Counter(
        inputs.written_by(entry.by)
        for entry in inputs.entries
        if inputs.since <= entry.day <= inputs.until
    )
    if not numbers:
        return ""
    names = numbers.most_common()
    if len(names) == 1:
        return shortened(names[0][0], _LONGEST_NAME)
    words = [
        f"{shortened(name, _LONGEST_NAME)} ({counted(number, 'entry', 'entries')})"
        for name, number in names[:_MOST_WRITERS]
    ]
    left = len(names) - _MOST_WRITERS
    return ", ".join(words) + (f" and {left} more" if left > 0 else "")
