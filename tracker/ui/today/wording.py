"""The sentences of the Today page."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain.alerts import Alert, AlertLevel
from tracker.domain.entries import TemperatureEntry
from tracker.domain.heart_rules import CheckWhy
from tracker.domain.regimen import DrugFacts
from tracker.domain.schedule import Visit
from tracker.domain.wording import at_start, in_sentence
from tracker.ui import text
from tracker.ui.today.cycle_state import CycleStatus, Place
from tracker.ui.today.state import HeartReminder, TodayState

Parts = list[tuple[str, bool]]


def _tr(source: str) -> str:
    return QCoreApplication.translate("Today", source)


def day_title(day: date, today: date) -> str:
    """Return the heading of the page; another year is named."""
    return text.long_day(day) if day.year == today.year else text.long_day_with_year(day)


def drug_name(drug: str, drugs: Mapping[str, DrugFacts]) -> str:
    """Return a drug's name as it starts a sentence."""
    name = drugs[drug].name if drug in drugs else drug
    return at_start(name)


def drug_in_sentence(drug: str, drugs: Mapping[str, DrugFacts]) -> str:
    """Return a drug's name as it stands inside a sentence; T-DM1 keeps its capitals."""
    name = drugs[drug].name if drug in drugs else drug
    return in_sentence(name)


def status_title(status: CycleStatus, drugs: Mapping[str, DrugFacts]) -> str:
    """Return where the day lies, in the fewest words."""
    if status.place is Place.NO_PLAN:
        return _tr("No treatment plan yet")
    if status.place is Place.BEFORE:
        return _tr("Treatment has not started yet")
    if status.place is Place.AFTER:
        return _tr("After your last planned treatment")
    if status.her2_dose is not None:
        drug, dose, of = status.her2_dose
        name = drug_name(drug, drugs)
        where = _tr("{drug} dose {dose} of {of}").format(drug=name, dose=dose, of=of)
    else:
        where = _tr("Cycle {cycle} of {of}").format(cycle=status.cycle, of=status.of)
    return _tr("{where} · Day {day}").format(where=where, day=status.cycle_day)


def said_on_the_phone(state: TodayState) -> str:
    """Return the treatment and where it is today; "" outside a cycle."""
    status = state.status_today
    if status.place is not Place.IN_CYCLE:
        return ""
    words = _tr("{phase}, cycle {cycle} of {of}, day {day}")
    return words.format(phase=status.phase, cycle=status.cycle, of=status.of, day=status.cycle_day)


def status_advice(status: CycleStatus, today: date, call_at: str) -> Parts:
    """Return one or two short sentences; `call_at` is the number of the card with its unit."""
    call = _tr("Call if it is {number} or higher.").format(number=call_at)
    take = _tr("If you feel unwell, take your temperature.")
    if status.place is Place.NO_PLAN:
        return [(_tr("Add your plan to see cycles and dates here. "), False), (take, True)]
    if status.place is not Place.IN_CYCLE:
        return [*_next_sentence(status, today), (take, True), (" " + call, False)]
    if status.low_counts is not None and status.low_counts.inside:
        window = _tr("Blood counts are usually lowest from day {first} to day {last}. ").format(
            first=status.low_counts.first_day, last=status.low_counts.last_day
        )
        return [(window, False), (take, True), (" " + call, False)]
    return [*_outside_sentence(status, today), (take, True), (" " + call, False)]


def _outside_sentence(status: CycleStatus, today: date) -> Parts:
    if status.waiting and status.next_on is not None:
        waiting = _tr("This cycle is longer than planned; the next treatment is {day}. ")
        return [(waiting.format(day=text.short_day(status.next_on)), False)]
    low = status.low_counts
    if low is not None and status.cycle_day is not None and status.cycle_day < low.first_day:
        ahead = _tr("Your low-count days are expected from {day} (day {number}). ")
        return [(ahead.format(day=text.short_day(low.starts_on), number=low.first_day), False)]
    return _next_sentence(status, today)


def _next_sentence(status: CycleStatus, today: date) -> Parts:
    if status.next_on is None:
        return []
    if status.next_on < today:
        past = _tr("The first treatment after this day was {day}. ")
        return [(past.format(day=text.short_day(status.next_on)), False)]
    sentence = _tr("Your next treatment is {day}, {distance}. ").format(
        day=text.short_day(status.next_on), distance=text.distance(status.next_on, today)
    )
    return [(sentence, False)]


def strip_spoken(status: CycleStatus, *, is_today: bool) -> str:
    """Return what a screen reader says for the cycle strip."""
    sentence = _tr("This cycle: day {day} of {of}.").format(
        day=status.cycle_day, of=status.planned_days
    )
    if not is_today:
        sentence = _tr("The opened day is day {day} of {of} of its cycle.").format(
            day=status.cycle_day, of=status.planned_days
        )
    if status.low_counts is not None:
        sentence += " " + _tr("Low-count window days {first} to {last}.").format(
            first=status.low_counts.first_day, last=status.low_counts.last_day
        )
    return sentence


def drugs_of(visits: Sequence[Visit], drugs: Mapping[str, DrugFacts]) -> str:
    """Return the drugs of one day, for example "Docetaxel, carboplatin and trastuzumab"."""
    names = [drug_in_sentence(visit.drug, drugs) for visit in visits]
    joined = join_words(list(dict.fromkeys(names)))
    return at_start(joined)


def join_words(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "and"
        return "".join(words)
    return _tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def advice_parts(alert: Alert, number: str | None) -> Parts:
    """Return what stands under a symptom; "mention" has no number to call."""
    switched_off = not alert.interrupts and alert.told_on is None
    if alert.level is AlertLevel.MENTION or switched_off:
        return [(f"{alert.title}.", False)]
    if alert.told_on is not None:
        told = _tr("You told your team {when}. Do what they said; call again if it gets worse.")
        return [(told.format(when=text.clock_time(alert.told_on)), False)]
    return _with_bold_number(alert.advice, number)


def _with_bold_number(advice: str, number: str | None) -> Parts:
    """Return the advice with the phone number bold and never broken at a line end."""
    if number is None or number not in advice:
        return [(advice, False)]
    before, _, after = advice.partition(number)
    return [(before, False), (text.whole(number), True), (after, False)]


def last_temperature_line(entry: TemperatureEntry | None, today: date) -> str:
    """Return for example "Last: 36.5 °C, Tue 26 May"."""
    if entry is None:
        return _tr("No reading yet")
    when = (
        _tr("today {time}").format(time=text.clock_time(entry.at))
        if entry.day == today
        else text.short_day(entry.day)
    )
    return _tr("Last: {value}, {when}").format(value=str(entry.temperature), when=when)


_REASONS = {
    CheckWhy.BY_RISK: "A guideline speaks of it for a high heart risk.",
    CheckWhy.AFTER_ANTHRACYCLINE: "It is the one after doxorubicin or epirubicin.",
}


def heart_reminder(reminder: HeartReminder, today: date) -> tuple[str, str]:
    """Return title and sentence of the reminder."""
    title, words = _heart_sentence(reminder, today)
    if reason := _REASONS.get(reminder.check.why):
        words = f"{words} {_tr(reason)}"
    if reminder.dose_tomorrow:
        call = _tr("A dose is planned for tomorrow: call your team before it, and say so.")
        words = f"{words} {call}"
    return title, words


def _heart_sentence(reminder: HeartReminder, today: date) -> tuple[str, str]:
    due = reminder.check.due
    if reminder.booked_for is not None:
        booked = _tr("Booked for {day} at {time}. Add the result when you have it.")
        moment = reminder.booked_for
        return _tr("Heart scan is booked"), booked.format(
            day=text.short_day(moment.date()), time=text.clock_time(moment)
        )
    if reminder.overdue:
        late = _tr("It was due {day}, {distance}. Ask your team to book it.")
        return _tr("Heart scan is due"), late.format(
            day=text.short_day(due), distance=text.distance(due, today)
        )
    soon = _tr("It is due {day}, {distance}. Ask your team if it is booked.")
    return _tr("Heart scan is due soon"), soon.format(
        day=text.short_day(due), distance=text.distance(due, today)
    )


def checkin_title(day: date, today: date) -> str:
    """Return the question for the opened day, which stands above in full."""
    return _tr("How are you today?") if day == today else _tr("How were you that day?")


def logged_title(state: TodayState) -> str:
    """Return the title of the list of what was written about the day."""
    return _tr("Logged today") if state.is_today else _tr("Logged for this day")


def counts_line(state: TodayState) -> str:
    """Return for example "3 marked none, 1 not answered"; "" for nothing."""
    parts = []
    if state.marked_none:
        parts.append(_tr("{n} marked none").format(n=state.marked_none))
    if state.skipped:
        parts.append(_tr("{n} you would rather not say").format(n=state.skipped))
    return ", ".join(parts)
