"""The words of the Plan page around names, days, reasons and changes."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.domain.course import Reason
from tracker.domain.regimen import Track
from tracker.domain.wording import at_start, in_sentence
from tracker.ui import text
from tracker.ui.plan.changes_state import ChangeKind, ChangeLine
from tracker.ui.plan.timeline_words import joined
from tracker.ui.plan.treatment_days import Aim, TreatmentName

if TYPE_CHECKING:
    from tracker.ui.plan.move_state import MoveLine


def _tr(words: str) -> str:
    return QCoreApplication.translate("plan", words)


def treatment(name: TreatmentName) -> str:
    """Return the name inside a sentence: "cycle 6", "cycle 2, day 8", "dose 9"."""
    if name.cycle_day is None:
        return _tr("dose {n}").format(n=name.number)
    if name.cycle_day == 1:
        return _tr("cycle {n}").format(n=name.number)
    return _tr("cycle {n}, day {day}").format(n=name.number, day=name.cycle_day)


def treatment_title(name: TreatmentName) -> str:
    """Return the name at the start of a line; a dose says of what."""
    if name.cycle_day is not None:
        return at_start(treatment(name))
    return _tr("{drugs}, dose {n}").format(drugs=drugs_title(name.drugs), n=name.number)


def drugs_title(drugs: tuple[str, ...]) -> str:
    """Return names of drugs as a line of its own."""
    return at_start(joined(tuple(in_sentence(drug) for drug in drugs)))


def track_label(track: Track | None) -> str:
    """Return what a choice of a part of the treatment says."""
    return {
        None: _tr("Everything on this day"),
        Track.CHEMO: _tr("Chemotherapy only"),
        Track.HER2: _tr("HER2 drugs only"),
        Track.ENDOCRINE: _tr("Hormone treatment only"),
    }[track]


def aim_label(aim: Aim) -> str:
    """Return what a choice of a part of a treatment day says."""
    if aim.drug_name is not None:
        return _tr("{drug} only").format(drug=aim.drug_name)
    return track_label(aim.track)


def reason_label(reason: Reason) -> str:
    """Return a reason as a person says it."""
    return {
        Reason.LOW_COUNTS: _tr("Low blood counts"),
        Reason.INFECTION: _tr("Infection or fever"),
        Reason.OTHER_SIDE_EFFECT: _tr("Side effects"),
        Reason.HEART_RESULT: _tr("Heart result"),
        Reason.CLINIC_CLOSED: _tr("Clinic changed it"),
        Reason.HOLIDAY: _tr("Holiday"),
        Reason.OWN_CHOICE: _tr("My own choice"),
        Reason.OTHER: _tr("Something else"),
    }[reason]


def change_parts(line: ChangeLine) -> tuple[tuple[str, bool], ...]:
    """Return one change as pieces of text, bold or not."""
    what = treatment_title(line.name) if line.name is not None else _what_changed(line)
    if line.name is not None and line.name.cycle_day is not None and line.only:
        what = f"{what} ({joined(tuple(in_sentence(drug) for drug in line.only))})"
    return ((what, True), (" " + _happened(line) + _why(line) + ". ", False), (_noted(line), False))


def move_line_title(line: "MoveLine") -> str:
    """Return the first column of the preview of a move."""
    if line.name is None:
        return _tr("Heart scan")
    if line.is_last:
        return _tr("Last of all: {name}").format(name=treatment(line.name))
    return treatment_title(line.name)


def day_and_year(day: date, near: date) -> str:
    """Return a short day, with its year where that is another one than that of `near`."""
    shown = text.short_day(day)
    return shown if day.year == near.year else f"{shown}{text.NBSP}{day.year}"


def _what_changed(line: ChangeLine) -> str:
    if line.kind is not ChangeKind.OPERATION:
        return _stopped_what(line)
    done = _tr("Operation")
    return f"{done} ({line.only[0]})" if line.only else done


def _stopped_what(line: ChangeLine) -> str:
    return drugs_title(line.only) if line.only else _tr("Treatment")


def _happened(line: ChangeLine) -> str:
    near = line.recorded_on if line.name is None else line.from_on
    before = day_and_year(line.from_on, near)
    after = "" if line.to_on is None else day_and_year(line.to_on, line.from_on)
    words = {
        ChangeKind.STARTED: _tr("was put in the plan, first day {before}"),
        ChangeKind.MOVED: _tr("moved from {before} to {after}"),
        ChangeKind.GIVEN: _tr("given on {before}, as planned"),
        ChangeKind.GIVEN_ON_ANOTHER_DAY: _tr("planned for {before}, given on {after}"),
        ChangeKind.OMITTED: _tr("left out on {before}"),
        ChangeKind.STOPPED: _tr("stopped from {before}"),
        ChangeKind.VERSION: _tr("has other cycles or days, as your team gives it"),
        ChangeKind.OPERATION: _tr("on {before}"),
        ChangeKind.GOES_ON: _tr("goes on after surgery from {after}"),
    }[line.kind]
    if line.kind is ChangeKind.VERSION and line.to_on is not None:
        words = _tr("begins on {after} instead of {before}, as your team gives it")
    elif line.kind is ChangeKind.OPERATION and line.to_on is not None:
        words = _tr("moved from {before} to {after}")
    elif line.kind is ChangeKind.GOES_ON and line.to_on is None:
        words = _tr("has no day yet on which it goes on after surgery; it was {before}")
    said = words.format(before=before, after=after)
    if line.counts:
        said = _tr("{said}; the dates of treatment count from it").format(said=said)
    return _tr("{said}, later visits stay").format(said=said) if line.others_stay else said


def _why(line: ChangeLine) -> str:
    if line.reason is None or line.reason is Reason.OTHER:
        return f": {line.note}" if line.note else ""
    reason = in_sentence(reason_label(line.reason))
    return f": {reason}, {line.note}" if line.note else f": {reason}"


def _noted(line: ChangeLine) -> str:
    day = text.short_day(line.recorded_on)
    noted = _tr("Noted on {day}.").format(day=day)
    if line.by is not None:
        noted = _tr("Noted by {who} on {day}.").format(who=line.by, day=day)
    if line.taken_back_on is None:
        return noted
    back = _tr("Taken back on {day}.").format(day=text.short_day(line.taken_back_on))
    return f"{noted} {back}"
