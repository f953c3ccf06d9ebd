"""The month calendar in words: what a cell says in little room, and what it says aloud."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.wording import in_sentence
from tracker.ui import text
from tracker.ui.plan.month_state import CalendarDay, Happening, Kind
from tracker.ui.plan.timeline_parts import Stage
from tracker.ui.plan.timeline_words import joined

ICONS = {
    Kind.TREATMENT: "infusion",
    Kind.SURGERY: "surgery",
    Kind.SCAN: "heart",
    Kind.APPOINTMENT: "clock",
    Kind.RADIOTHERAPY: "radiotherapy",
    Kind.MOVED: "arrow-right",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("calendar", words)


def day_labels(day: CalendarDay) -> tuple[str, ...]:
    """Return the label of the cycle day, long form first; empty outside treatment."""
    if day.cycle_day is None:
        return ()
    return (_tr("Day {n}").format(n=day.cycle_day), _tr("D{n}").format(n=day.cycle_day))


def longest_day_labels() -> tuple[str, ...]:
    """Return the widest label of each form, so that all cells of a month use the same."""
    return (_tr("Day {n}").format(n=20), _tr("D{n}").format(n=20))


def chip_labels(happening: Happening) -> tuple[str, ...]:
    """Return what a chip says, long form first; the last one is nothing: the icon alone."""
    number = happening.number
    labels: tuple[str, ...]
    match happening.kind:
        case Kind.TREATMENT if happening.is_cycle:
            labels = (_tr("Cycle {n}").format(n=number), _tr("C{n}").format(n=number))
        case Kind.TREATMENT:
            labels = (*happening.titles[:1], _tr("Dose {n}").format(n=number))
        case Kind.MOVED:
            labels = (_tr("C{n} moved").format(n=number), _tr("Moved"))
        case Kind.SURGERY:
            labels = (_tr("Surgery"),)
        case Kind.RADIOTHERAPY:
            labels = (_tr("Radiotherapy"), _tr("Radio"))
        case Kind.APPOINTMENT:
            labels = (" ".join(happening.titles), happening.titles[0])
        case Kind.SCAN:
            labels = _scan_labels(happening)
    return (*labels, "")


def _scan_labels(happening: Happening) -> tuple[str, ...]:
    if happening.titles:
        return (_tr("Scan {result}").format(result=happening.titles[0]), happening.titles[0])
    if happening.stage is Stage.CURRENT:
        return (_tr("Scan due"), _tr("Due"))
    return (_tr("Heart scan"), _tr("Scan"))


def spoken_day(day: CalendarDay) -> str:
    """Return the whole cell aloud: "Wednesday 27 May, cycle 5 day 9, low-count window"."""
    parts = [text.long_day(day.on).replace(text.NBSP, " ")]
    if day.is_today:
        parts.append(_tr("today"))
    if day.cycle is not None:
        parts.append(_tr("cycle {n} day {day}").format(n=day.cycle, day=day.cycle_day))
    if day.waiting:
        parts.append(_tr("waiting for the next cycle"))
    if day.low_counts:
        parts.append(_tr("low-count window"))
    parts += [happening_words(each) for each in day.happenings]
    return ", ".join(parts)


def happening_words(happening: Happening) -> str:
    """Return one thing of a day in words, for the day's card and for screen readers."""
    titles = happening.titles
    match happening.kind:
        case Kind.TREATMENT:
            drugs = joined(tuple(in_sentence(title) for title in titles))
            return f"{drugs}, {_stage_words(happening.stage)}"
        case Kind.MOVED:
            return _tr("cycle {n} was moved away from this day").format(n=happening.number)
        case Kind.SURGERY:
            return _tr("surgery: {name}").format(name=titles[0]) if titles else _tr("surgery")
        case Kind.RADIOTHERAPY:
            return _tr("radiotherapy")
        case Kind.APPOINTMENT:
            return _tr("{time} {title}").format(time=titles[0], title=titles[1])
        case Kind.SCAN:
            return _scan_words(happening)


def _scan_words(happening: Happening) -> str:
    if happening.titles:
        return _tr("heart scan, {result}").format(result=happening.titles[0])
    if happening.stage is Stage.CURRENT:
        return _tr("a heart scan was due")
    return _tr("heart scan planned")


def _stage_words(stage: Stage) -> str:
    return {
        Stage.GIVEN: _tr("given"),
        Stage.CURRENT: _tr("given"),
        Stage.PLANNED: _tr("planned"),
        Stage.OMITTED: _tr("left out"),
    }[stage]
