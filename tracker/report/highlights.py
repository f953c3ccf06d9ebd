"""What matters most: urgent events, open alerts, what gets worse, what is new, what was severe."""

from datetime import timedelta

from tracker.domain.alert_rules import AlertLevel
from tracker.domain.patterns import PatternKind, patterns_of
from tracker.report.content import AppendixPart, Fact, Highlight, Highlights
from tracker.report.events import Event, events_of
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import (
    listed,
    more_words,
    named_day,
    named_days,
    plain,
    points,
    starting_big,
    starting_small,
)

_MOST_LINES = 6
_MOST_NEW_NAMES = 5
_LONGEST_WORDS = 240


def highlights(inputs: ReportInputs) -> tuple[Highlights, tuple[AppendixPart, ...]]:
    """Return the most telling lines, urgent ones first, and the rest for the next pages."""
    events = events_of(inputs)
    lines = [
        *(_event_line(inputs, event) for event in events if event.urgent),
        *_open_alerts(inputs),
        *_heart(inputs),
        *_getting_worse(inputs),
        *_new_symptoms(inputs),
        *(_event_line(inputs, event) for event in events if not event.urgent),
    ]
    shown, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
    facts = tuple(
        Fact(line.when, f"{line.what}. {line.done}" if line.done else line.what) for line in rest
    )
    section = Highlights(tuple(shown), more_words(len(rest), "event"))
    return section, (AppendixPart("More that matters", facts),) if facts else ()


def _event_line(inputs: ReportInputs, event: Event) -> Highlight:
    span = inputs.span_of(event.first)
    when = named_days(event.first, event.last, inputs.year)
    if span is not None:
        when += f", cycle {span.cycle} day {span.cycle_day(event.first)}"
    return Highlight(when, event.what, event.done, urgent=event.urgent)


def _open_alerts(inputs: ReportInputs) -> list[Highlight]:
    """Return what matches now beyond single answers and readings, which have their own lines."""
    if inputs.alerts is None:
        return []
    when = named_day(inputs.until, inputs.year)
    together = _rules_beyond_one_entry(inputs)
    return [
        Highlight(
            when,
            shortened("; ".join(because.text for because in alert.because), _LONGEST_WORDS),
            f"Told the team on {named_day(alert.told_on.date(), inputs.year)}."
            if alert.told_on
            else None,
            urgent=alert.level.at_least(AlertLevel.CALL_NOW),
        )
        for alert in inputs.alerts.alerts
        if alert.rule in together
    ]


def _rules_beyond_one_entry(inputs: ReportInputs) -> set[str]:
    rules = inputs.library.alert_rules
    parts = (
        *rules.companions,
        *rules.weight,
        rules.adding_up,
        rules.worsening,
        rules.temperature.masked,
        rules.temperature.raised,
    )
    ids = {part.rule.id for part in parts}
    return ids | {rules.heart_scan.due.id, rules.heart_scan.overdue.id}


def _heart(inputs: ReportInputs) -> list[Highlight]:
    """Return a line about the latest heart scan when it lies in the days covered."""
    latest, baseline = inputs.heart.latest, inputs.heart.baseline
    if latest is None or not inputs.since <= latest.day <= inputs.until:
        return []
    words = f"LVEF {plain(latest.percent)}%"
    if baseline is not None and baseline != latest:
        change = points(latest.percent - baseline.percent)
        words += f", {change} than before treatment ({plain(baseline.percent)}%)"
        words = words.replace("no change than", "no change from")
    return [Highlight(named_day(latest.day, inputs.year), words)]


def _getting_worse(inputs: ReportInputs) -> list[Highlight]:
    """Return symptoms that rose in each of the last three cycles, or no longer clear."""
    if inputs.until != inputs.now.date() or not inputs.history.cycles:
        return []
    planned_days = inputs.history.cycles[-1].span.planned_days
    lines = []
    for symptom, days in inputs.history.by_cycle_day.items():
        found = {pattern.kind: pattern for pattern in patterns_of(symptom, days, planned_days)}
        parts = []
        if rising := found.get(PatternKind.WORSE_EACH_CYCLE):
            numbers = listed(plain(each) for each in rising.severities)
            parts.append(f"worse in each of the last three cycles ({numbers} of 4)")
        if PatternKind.NO_LONGER_CLEARS in found:
            parts.append("no longer clears before the next cycle")
        if parts:
            lines.append(
                Highlight("Over the cycles", f"{inputs.symptom(symptom)}: {'; '.join(parts)}")
            )
    return lines


def _new_symptoms(inputs: ReportInputs) -> list[Highlight]:
    """Return one line of the symptoms felt in the days covered and on no day before."""
    felt_before = {
        symptom
        for symptom, by_day in inputs.history.by_cycle_day.items()
        for day, row in by_day.items()
        for cycle, severity in zip(inputs.history.cycles, row, strict=False)
        if severity and cycle.span.starts_on + timedelta(days=day - 1) < inputs.since
    }
    if not felt_before:
        return []
    worst: dict[str, int] = {}
    for (symptom, _), entry in inputs.answers().items():
        if entry.severity and symptom not in felt_before:
            worst[symptom] = max(entry.severity, worst.get(symptom, 0))
    if not worst:
        return []
    by_weight = sorted(worst.items(), key=lambda each: (-each[1], each[0]))
    names = [
        f"{starting_small(inputs.symptom(symptom))} ({severity} of 4)"
        for symptom, severity in by_weight
    ]
    left = len(names) - _MOST_NEW_NAMES
    shown = names[:_MOST_NEW_NAMES] + ([f"{left} more, in the table below"] if left > 0 else [])
    return [Highlight("New in these days", starting_big(listed(shown)))]
