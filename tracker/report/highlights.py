"""What matters most: urgent events, open alerts, what gets worse, what was severe."""

from uuid import UUID

from tracker.domain.alert_rules import AlertLevel, AlertRules
from tracker.domain.alerts import Alert
from tracker.domain.cycle_runs import comparable
from tracker.domain.patterns import PatternKind, patterns_of
from tracker.domain.wording import counted
from tracker.report.content import AppendixPart, Fact, Highlight, Highlights
from tracker.report.events import Event, events_of
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import listed, more_of, named_day, named_days, plain, points, typed

_MOST_LINES = 8
_LONGEST_WORDS = 240


def highlights(inputs: ReportInputs) -> tuple[Highlights, tuple[AppendixPart, ...]]:
    """Return the most telling lines, urgent ones first, and the rest for further down."""
    events = events_of(inputs)
    lines = [
        *(_event_line(inputs, event) for event in events if event.urgent),
        *_open_alerts(inputs),
        *_heart(inputs),
        *_getting_worse(inputs),
        *(_event_line(inputs, event) for event in events if not event.urgent),
    ]
    shown, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
    facts = tuple(
        Fact(line.when, f"{line.what}. {line.done}" if line.done else line.what) for line in rest
    )
    section = Highlights(tuple(shown), more_of(len(rest), "event"))
    return section, (AppendixPart("More that matters", facts),) if facts else ()


def _event_line(inputs: ReportInputs, event: Event) -> Highlight:
    first, last = event.days[0], event.days[-1]
    span = inputs.span_of(last)
    place = None if span is None else f"cycle {span.cycle}, day {span.cycle_day(last)}"
    if first == last:
        return Highlight(
            named_day(last, inputs.year), event.what, event.done, place, urgent=event.urgent
        )
    when = named_days(first, last, inputs.year)
    what = f"{event.what}, on {counted(len(event.days), 'day')}"
    return Highlight(when, what, event.done, urgent=event.urgent)


def _open_alerts(inputs: ReportInputs) -> list[Highlight]:
    """Return what matches now beyond single answers and readings, which have their own lines."""
    if inputs.alerts is None:
        return []
    together = _rules_beyond_one_entry(inputs.library.alert_rules)
    lines, said = [], set[UUID]()
    for alert in inputs.alerts.alerts:
        entries = {each.entry_id for each in alert.because}
        if alert.rule not in together or (entries and entries <= said):
            continue
        said |= entries
        lines.append(_alert_line(inputs, alert))
    return lines


def _alert_line(inputs: ReportInputs, alert: Alert) -> Highlight:
    words = "; ".join(because.text for because in alert.because) or _scan_words(inputs, alert)
    if alert.rule == inputs.library.alert_rules.adding_up.rule.id:
        words = f"Several things in one day: {words}"
    told_on = None if alert.told_on is None else named_day(alert.told_on.date(), inputs.year)
    return Highlight(
        named_day(inputs.until, inputs.year),
        shortened(words, _LONGEST_WORDS),
        told_on and f"Told the team on {told_on}.",
        urgent=alert.level.at_least(AlertLevel.CALL_NOW),
    )


def _scan_words(inputs: ReportInputs, alert: Alert) -> str:
    """Return what is said of a heart scan before the first one: no entry is behind it."""
    due = min((check.due for check in inputs.heart.all_checks), default=None)
    return alert.title if due is None else f"{alert.title} (due {named_day(due, inputs.year)})"


def _rules_beyond_one_entry(rules: AlertRules) -> set[str]:
    together = [each.rule for each in rules.companions]
    gains = [each.rule for each in rules.weight]
    changing = [rules.adding_up.rule, rules.worsening.rule]
    around_fever = [rules.temperature.masked.rule, rules.temperature.raised.rule]
    scans = [rules.heart_scan.due, rules.heart_scan.overdue]
    return {rule.id for rule in (*together, *gains, *changing, *around_fever, *scans)}


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
                    f"{inputs.with_term(symptom, _LONGEST_WORDS)}: {'; '.join(parts)}",
                )
            )
    return lines
