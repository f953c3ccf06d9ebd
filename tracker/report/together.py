"""What matches now beyond one answer or reading: several together, a rise, a gain, a heart scan."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from uuid import UUID

from tracker.domain.alert_measurements import too_much_more_than
from tracker.domain.alert_rules import AlertLevel, AlertRules
from tracker.domain.alerts import Alert, Because
from tracker.domain.entries import (
    AnyEntry,
    ContactEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.wording import at_start
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.urgency import is_urgent
from tracker.report.wording import listed, named_day, reading_words, starting_small, typed
from tracker.report.writers import writer_of

_LONGEST_NAME = 60
_MOST_FACTS = 4
_AFTER_MEDICINE = "after-fever-medicine"


@dataclass(frozen=True, slots=True)
class Together:
    """One alert in few words.

    Attributes:
        entries: Those it names.
        days: Of these; the last day covered where there are none.
        told: The contact it was told with; empty where that lies before the days covered.
    """

    entries: tuple[AnyEntry, ...]
    days: tuple[date, ...]
    what: str
    alert: Alert
    told: tuple[ContactEntry, ...]

    @property
    def urgent(self) -> bool:
        """It asks to call now, or is an emergency."""
        return is_urgent(self.alert.level)

    @property
    def asks_for_a_call(self) -> bool:
        """It asks to call, today at the latest."""
        return self.alert.level.at_least(AlertLevel.CALL_TODAY)

    @property
    def weight(self) -> tuple[int, int, int]:
        """What sorts it among events: its level, then the day, the latest first."""
        return (self.alert.level.rank, 0, -self.days[-1].toordinal())


def open_alerts(inputs: ReportInputs, in_full: Collection[UUID]) -> list[Together]:
    """Return them, the worst first; what one of them says, a later one does not repeat.

    Args:
        inputs: The diary.
        in_full: Ids of the entries that have a line of their own, which says more of them.
    """
    if inputs.alerts is None:
        return []
    beyond = _rules_beyond_one_entry(inputs.library.alert_rules)
    found, said = [], set[UUID]()
    for alert in inputs.alerts.alerts:
        new = [each for each in alert.because if each.entry_id not in said]
        if alert.rule in beyond and (new or not alert.because):
            found.append(_together(inputs, alert, new, in_full))
            said.update(each.entry_id for each in new)
    return found


def _together(
    inputs: ReportInputs, alert: Alert, reasons: Sequence[Because], in_full: Collection[UUID]
) -> Together:
    by_id = {entry.id: entry for entry in inputs.entries}
    entries = [by_id[each.entry_id] for each in reasons if each.entry_id in by_id]
    told = tuple(each for each in inputs.contacts if each.at == alert.told_on)
    scan = inputs.library.alert_rules.heart_scan
    if alert.rule in {scan.due.id, scan.overdue.id}:
        return Together((), (inputs.until,), _scan_words(inputs, alert), alert, told)
    days = tuple(sorted({entry.day for entry in entries})) or (inputs.until,)
    named = _worst_of_each(entries)
    facts = [
        _number(inputs, entry) + ("" if entry.id in in_full else _more(inputs, entry))
        for entry in named[:_MOST_FACTS]
    ]
    # An answer about a day long before the days covered is not among the entries.
    facts += [each.text for each in reasons if each.entry_id not in by_id]
    names = [_name(inputs, entry) for entry in named[_MOST_FACTS:]]
    words = (
        f"{', '.join(facts)}, and {len(names)} more: {listed(names)}" if names else listed(facts)
    )
    what = at_start(f"{_heading(inputs, alert, reasons)}{words}")
    return Together(tuple(entries), days, what, alert, told)


def _worst_of_each(entries: Sequence[AnyEntry]) -> list[AnyEntry]:
    """Return one entry of each symptom, and one temperature: a fever typed twice is one cause."""
    worst: dict[str, AnyEntry] = {}
    for entry in entries:
        subject = entry.symptom if isinstance(entry, SymptomEntry) else type(entry).__name__
        if subject not in worst or _weight(worst[subject]) < _weight(entry):
            worst[subject] = entry
    return list(worst.values())


def _weight(entry: AnyEntry) -> tuple[Decimal, date, datetime]:
    """Return what sorts entries about one thing: the higher, then the later."""
    value = Decimal(0)
    if isinstance(entry, SymptomEntry):
        value = Decimal(entry.severity or 0)
    elif isinstance(entry, TemperatureEntry):
        value = entry.temperature.celsius_shown
    return (value, entry.day, entry.at)


def _heading(inputs: ReportInputs, alert: Alert, reasons: Sequence[Because]) -> str:
    if alert.rule == inputs.library.alert_rules.adding_up.rule.id:
        above = ", with the above" if len(reasons) < len(alert.because) else ""
        return f"Several things in one day{above}: "
    return "Together: " if len(reasons) > 1 else ""


def _name(inputs: ReportInputs, entry: AnyEntry) -> str:
    if isinstance(entry, SymptomEntry):
        return starting_small(shortened(inputs.symptom(entry.symptom), _LONGEST_NAME))
    return "weight" if isinstance(entry, WeightEntry) else "temperature"


def _number(inputs: ReportInputs, entry: AnyEntry) -> str:
    """Return `nausea 3 of 4`, `temperature 38.4 °C` or `weight 75 kg`."""
    name = _name(inputs, entry)
    if isinstance(entry, SymptomEntry):
        return name if entry.severity is None else f"{name} {entry.severity} of 4"
    if isinstance(entry, TemperatureEntry):
        unit = inputs.person.care.units.temperature
        return f"{name} {reading_words(entry.temperature, unit)}"
    if isinstance(entry, WeightEntry):
        return f"{name} {typed(entry.weight.value)} {entry.weight.unit}"
    return name


def _more(inputs: ReportInputs, entry: AnyEntry) -> str:
    """Return in brackets what came with it, what it was before, and who else wrote it."""
    parts = []
    if isinstance(entry, SymptomEntry):
        definition = inputs.symptoms.get(entry.symptom)
        flags = [definition.flag_text(flag) for flag in entry.flags] if definition else []
        parts = [*map(starting_small, flags), *_rise(inputs, entry)]
    elif isinstance(entry, TemperatureEntry) and _AFTER_MEDICINE in entry.flags:
        parts.append("after a fever medicine")
    elif isinstance(entry, WeightEntry):
        parts += _gain(inputs, entry)
    if writer := writer_of(entry):
        parts.append(f"{writer} wrote this")
    return f" ({'; '.join(parts)})" if parts else ""


def _rise(inputs: ReportInputs, entry: SymptomEntry) -> list[str]:
    """Return the last answer about an earlier day where it got worse by so many levels."""
    given = inputs.severities.get(entry.symptom, {})
    earlier = (day for day, level in given.items() if day < entry.day and level is not None)
    last = max(earlier, default=None)
    if last is None or entry.severity is None:
        return []
    rose_by = entry.severity - (given[last] or 0)
    if rose_by < inputs.library.alert_rules.worsening.by_levels:
        return []
    return [f"it was {given[last]} on {named_day(last, inputs.year)}"]


def _gain(inputs: ReportInputs, entry: WeightEntry) -> list[str]:
    earlier = [
        each
        for each in inputs.entries
        if isinstance(each, WeightEntry) and (each.day, each.at) < (entry.day, entry.at)
    ]
    rules = inputs.library.alert_rules.weight
    found = filter(None, (too_much_more_than(earlier, entry, rule) for rule in rules))
    return [
        f"it was {typed(before.weight.value)} {before.weight.unit} "
        f"on {named_day(before.day, inputs.year)}"
        for before in islice(found, 1)
    ]


def _scan_words(inputs: ReportInputs, alert: Alert) -> str:
    """Return for example `A heart scan is late (due Tue 3 February)`."""
    due = min((check.due for check in inputs.heart.all_checks), default=None)
    return alert.title if due is None else f"{alert.title} (due {named_day(due, inputs.year)})"


def _rules_beyond_one_entry(rules: AlertRules) -> set[str]:
    together = [each.rule for each in rules.companions]
    gains = [each.rule for each in rules.weight]
    changing = [rules.adding_up.rule, rules.worsening.rule]
    around_fever = [rules.temperature.masked.rule, rules.temperature.raised.rule]
    scans = [rules.heart_scan.due, rules.heart_scan.overdue]
    return {rule.id for rule in (*together, *gains, *changing, *around_fever, *scans)}
