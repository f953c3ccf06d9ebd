"""What matters most: urgent events, open alerts, what gets worse, what was severe."""

from tracker.domain.cycle_runs import comparable
from tracker.domain.patterns import PatternKind, patterns_of
from tracker.report.asked_today import asked_today
from tracker.report.content import AppendixPart, Fact, Highlight, Highlights
from tracker.report.event import Event
from tracker.report.events import events_of
from tracker.report.inputs import ReportInputs
from tracker.report.medicines_taken import taken_for
from tracker.report.nothing_severe import nothing_severe
from tracker.report.together import Together, open_alerts
from tracker.report.told import ToldWords, not_told
from tracker.report.wording import listed, more_of, named_day, named_days, plain, points, typed

_MOST_LINES = 8
_LONGEST_NAME = 60


def highlights(inputs: ReportInputs) -> tuple[Highlights, tuple[AppendixPart, ...]]:
    """Return the most telling lines and the rest for further down.

    What asked to call at once comes first: emergencies, then the latest.
    """
    events = events_of(inputs)
    alerts = open_alerts(inputs, {entry.id for event in events for entry in event.entries})
    told = ToldWords(inputs, (*events, *(alert for alert in alerts if alert.entries)))
    all_of_it: list[Event | Together] = [*events, *alerts]
    urgent = sorted((each for each in all_of_it if each.urgent), key=lambda each: each.weight[:3])
    lines = [
        *(_line(inputs, each, told) for each in urgent),
        *(_line(inputs, each, told) for each in alerts if not each.urgent),
        *_heart(inputs),
        *_getting_worse(inputs),
        *(_line(inputs, each, told) for each in events if not each.urgent),
        *asked_today(inputs),
    ]
    shown, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
    facts = tuple(
        Fact(line.when, f"{line.what}. {line.done}" if line.done else line.what) for line in rest
    )
    not_found = None if events else nothing_severe(inputs)
    section = Highlights(tuple(shown), more_of(len(rest), "event"), not_found)
    return section, (AppendixPart("More that matters", facts),) if facts else ()


def _done(inputs: ReportInputs, each: Event | Together, told: ToldWords) -> list[str | None]:
    """Return whom somebody told, and what was taken."""
    if isinstance(each, Event):
        taken = each.symptom and taken_for(inputs, each.symptom, each.days)
        return [_told(inputs, each, told), taken]
    if not each.told and each.alert.told_on is not None:  # a contact about an earlier day
        return [f"Told the team on {named_day(each.alert.told_on.date(), inputs.year)}."]
    return [_told(inputs, each, told)]


def _told(inputs: ReportInputs, each: Event | Together, told: ToldWords) -> str | None:
    """Return whom somebody told, or that nobody did of what asks for a call."""
    if words := told.of(each):
        return words
    return not_told(inputs, each.days[-1]) if each.entries and each.asks_for_a_call else None


def _line(inputs: ReportInputs, each: Event | Together, told: ToldWords) -> Highlight:
    first, last = each.days[0], each.days[-1]
    span = inputs.span_of(last) if first == last else None
    place = None if span is None else f"cycle {span.cycle}, day {span.cycle_day(last)}"
    return Highlight(
        when=named_days(first, last, inputs.year),
        what=each.what,
        done=" ".join(filter(None, _done(inputs, each, told))) or None,
        place=place,
        urgent=each.urgent,
    )


def _heart(inputs: ReportInputs) -> list[Highlight]:
    """Return a line about the latest heart scan when it lies in the days covered."""
    latest, baseline = inputs.heart.latest, inputs.heart.baseline
    if latest is None or not inputs.since <= latest.day <= inputs.until:
        return []
    words = f"LVEF {typed(latest.percent)}%"
    if baseline is not None and baseline != latest:
        change = points(latest.percent - baseline.percent)
        words += f", {change} than before treatment ({typed(baseline.percent)}%)"
        words = words.replace("no change than", "no change from")
    return [Highlight(named_day(latest.day, inputs.year), words)]


def _getting_worse(inputs: ReportInputs) -> list[Highlight]:
    """Return symptoms that rose in each of the last three cycles, or no longer clear.

    Only cycles of the running phase count: another drug or another rhythm is another story.
    """
    compared = comparable(inputs.history)
    if inputs.until != inputs.now.date() or compared is None:
        return []
    if compared.places.stop < len(inputs.history.cycles):
        return []
    lines = []
    for symptom, days in compared.by_cycle_day.items():
        patterns = patterns_of(symptom, days, compared.planned_days)
        found = {pattern.kind: pattern for pattern in patterns}
        parts = []
        if rising := found.get(PatternKind.WORSE_EACH_CYCLE):
            numbers = listed(plain(each) for each in rising.severities)
            parts.append(f"worse in each of the last three cycles ({numbers} of 4)")
        if PatternKind.NO_LONGER_CLEARS in found:
            parts.append("no longer clears before the next cycle")
        if parts:
            lines.append(
                Highlight(
                    "Over the cycles",
                    f"{inputs.with_term(symptom, _LONGEST_NAME)}: {'; '.join(parts)}",
                )
            )
    return lines
