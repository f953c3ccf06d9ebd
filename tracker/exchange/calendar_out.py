"""The diary's days as an iCalendar file (RFC 5545) for the calendar a person already uses.

Calendars are shared with family and work, so an event is called "Appointment" and says no more
unless the person wants details. SEQUENCE counts the changes of that very event; what was left out,
stopped or taken back stays in the file as cancelled, so that it goes from calendars that have it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from re import compile as pattern
from typing import TYPE_CHECKING
from uuid import uuid5

from tracker.exchange.calendar_events import (
    CalendarEvent,
    appointment_events,
    visit_events,
)
from tracker.exchange.calendar_heart import heart_events
from tracker.services.whole_record import WholeRecord

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCT = "-//Personal diary//Calendar export 1//EN"  # a name that gives nothing away
_PRIVATE_TITLE = "Appointment"
_REMINDER_TITLE = "Reminder"
_SAMPLE = "Sample of an invented person"
_ONE_DAY = timedelta(days=1)
_COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_BYTE_ORDER_MARK = "\ufeff"  # no letter; readers take it away
_LINE_ENDS = pattern("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = pattern("[\x00-\x08\x0e-\x1b\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCounts:
    """How many events of each sort a calendar holds; the reminder is none of them.

    Attributes:
        cancelled: How many of all these are there only to go from calendars that have them.
    """

    visits: int
    heart_checks: int
    appointments: int
    cancelled: int

    @property
    def events(self) -> int:
        """All of them."""
        return self.visits + self.heart_checks + self.appointments


def calendar(
    record: WholeRecord, *, details: bool = False, check_in_at: time | None = None
) -> bytes:
    """Return the file; the same diary, moment and choices give the same bytes.

    Args:
        record: Whose days.
        details: Names of drugs and appointments; without them nobody can tell what a day is for.
        check_in_at: When to be reminded every day, wherever she is; None: not at all.
    """
    return counted_calendar(record, details=details, check_in_at=check_in_at)[0]


def counted_calendar(
    record: WholeRecord, *, details: bool, check_in_at: time | None, check_in_ends: bool = False
) -> tuple[bytes, CalendarCounts]:
    """Return the file as `calendar` does, and what is in it.

    Where `check_in_ends`, the reminder is there as cancelled, for a calendar that has it: nothing
    in the diary keeps whether one was ever asked for.
    """
    sorts = [tuple(events(record)) for events in (visit_events, heart_events, appointment_events)]
    events = sorted(
        chain.from_iterable(sorts), key=lambda event: (_day(event.facts.starts), str(event.uid))
    )
    visits, heart_checks, appointments = map(len, sorts)
    counts = CalendarCounts(
        visits=visits,
        heart_checks=heart_checks,
        appointments=appointments,
        cancelled=sum(event.facts.is_cancelled for event in events),
    )
    reminder = None
    if check_in_at is not None or check_in_ends:
        reminder = _reminder(record, check_in_at)
    return _file(events, record, details=details, reminder=reminder), counts


def _file(
    events: Sequence[CalendarEvent],
    record: WholeRecord,
    *,
    details: bool,
    reminder: "Event | None",
) -> bytes:
    # 60 ms that only this export needs.
    from icalendar import Calendar  # noqa: PLC0415

    from tracker.exchange.calendar_text import CalendarText  # noqa: PLC0415

    written = Calendar()
    written.add("prodid", PRODUCT)
    written.add("version", "2.0")
    written.add("x-wr-calname", CalendarText(_calendar_name(record, details=details)))
    _add_time_zones(written, events)
    for event in events:
        written.add_component(_event(event, record, details=details))
    if reminder is not None:
        written.add_component(reminder)
    content: bytes = written.to_ical()
    return content


def _calendar_name(record: WholeRecord, *, details: bool) -> str:
    name = f"Treatment of {record.person.name}" if details else "Appointments"
    return _one_line(f"{_SAMPLE}: {name}" if record.person.is_sample else name)


def _event(event: CalendarEvent, record: WholeRecord, *, details: bool) -> "Event":
    facts = event.facts
    title = facts.title if details else _PRIVATE_TITLE
    about = [facts.about] if details and facts.about else []
    if record.person.is_sample:
        about.append(_SAMPLE)
    written = _new_event(str(event.uid), record, _one_line(title))
    written.add("sequence", event.changes)
    written.add("dtstart", facts.starts)
    if not isinstance(facts.starts, datetime):
        written.add("dtend", facts.starts + _ONE_DAY)
    settled = "CONFIRMED" if facts.is_settled else "TENTATIVE"
    written.add("status", "CANCELLED" if facts.is_cancelled else settled)
    if about:
        from tracker.exchange.calendar_text import CalendarText  # noqa: PLC0415 - few export

        written.add("description", CalendarText(_text("\n".join(about))))
    return written


def _reminder(record: WholeRecord, at: time | None) -> "Event":
    """Return a reminder without a time zone: eight in the evening is eight wherever she is.

    None: it is cancelled.
    """
    from icalendar import Alarm  # noqa: PLC0415

    uid = uuid5(record.person.id, "check-in")
    written = _new_event(str(uid), record, _REMINDER_TITLE)
    # Nothing keeps which reminders were asked for before; a later file always counts as a change.
    # A moment of the format has no parts of a second. An end comes after what it ends.
    seconds = max(0, (record.now - _COUNTED_FROM) // timedelta(seconds=1))
    written.add("sequence", 2 * seconds + (at is None))
    written.add("dtstart", datetime.combine(record.now.date(), at or time(0)))
    written.add("duration", timedelta(minutes=5))
    written.add("rrule", {"freq": "daily"})
    written.add("transp", "TRANSPARENT")
    if at is None:
        written.add("status", "CANCELLED")
        return written
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _REMINDER_TITLE)
    alarm.add("trigger", timedelta(0))
    written.add_component(alarm)
    return written


def _new_event(uid: str, record: WholeRecord, title: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    from tracker.exchange.calendar_text import CalendarText  # noqa: PLC0415

    written = Event()
    written.add("uid", uid)
    written.add("dtstamp", record.now.astimezone(UTC).replace(microsecond=0))
    written.add("summary", CalendarText(title))
    written.add("class", "PRIVATE")
    return written


def _add_time_zones(written: "Calendar", events: Iterable[CalendarEvent]) -> None:
    """Describe each time zone over the years in which it is used, in the order of their names."""
    from icalendar import Timezone  # noqa: PLC0415

    moments = [each.facts.starts for each in events if isinstance(each.facts.starts, datetime)]
    zones = {str(each.tzinfo): each.tzinfo for each in moments if each.tzinfo is not UTC}
    for name, zone in sorted(zones.items()):
        if zone is None or name == "UTC":
            continue
        years = [each.year for each in moments if str(each.tzinfo) == name]
        first, last = date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)
        written.add_component(Timezone.from_tzinfo(zone, name, first, last))


def _day(starts: date | datetime) -> tuple[date, str]:
    if isinstance(starts, datetime):
        return starts.date(), starts.astimezone(UTC).isoformat()
    return starts, ""


def _text(text: str) -> str:
    """Return a text without what ends a line for some readers, or is no text for any."""
    lines = _LINE_ENDS.sub("\n", text.replace(_BYTE_ORDER_MARK, ""))
    return _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", lines)


def _one_line(text: str) -> str:
    return _text(text).replace("\n", " ")
