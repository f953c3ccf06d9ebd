"""The heart ledger: every scan with its change, what is due, what the labels say."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from tracker.domain.entries import LvefEntry
from tracker.domain.heart_rules import LabelSays
from tracker.domain.wording import counted
from tracker.report.content import AppendixPart, Fact, HeartLedger, LvefLine
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import listed, more_of, named_day, named_moment, points, typed

_MOST_LINES = 5
_MOST_CHECKS = 2
_LONGEST_NOTE = 200
_SAYS = {
    LabelSays.NO_HOLD: "names no hold",
    LabelSays.HOLD: "names a hold",
    LabelSays.REPEAT_SOON: "asks for another scan soon",
    LabelSays.MAY_RESUME: "allows doses again",
    LabelSays.MAY_NOT_RESUME: "does not allow doses yet",
    LabelSays.ASK_ABOUT_STOPPING: "asks about stopping",
}


def heart_scans(
    inputs: ReportInputs, most_lines: int = _MOST_LINES
) -> tuple[HeartLedger | None, tuple[AppendixPart, ...]]:
    """Return the ledger, and the scans it has no room for; None without a scan and none due."""
    scans = [scan for scan in inputs.heart.scans if scan.day <= inputs.until]
    remarks = (*_due(inputs), *_labels(inputs), *_methods(inputs), *_start(inputs), *_notes(scans))
    if not scans and not remarks:
        return None, ()
    lines = tuple(_line(inputs, scan) for scan in scans)
    shown, earlier = _shown(lines, most_lines)
    ledger = HeartLedger(
        lines=shown,
        remarks=remarks if scans else ("No heart scan is written down.", *remarks),
        alt=_alt(lines),
        lower_limit=inputs.person.heart.lvef_lower_limit,
        more=more_of(len(earlier), "heart scan"),
    )
    facts = tuple(
        Fact(line.day, f"LVEF {line.value}, {line.method}, {line.change}") for line in earlier
    )
    return ledger, (AppendixPart("Other heart scans", facts),) if facts else ()


def _shown(
    lines: tuple[LvefLine, ...], most_lines: int
) -> tuple[tuple[LvefLine, ...], tuple[LvefLine, ...]]:
    """Return the first scan and the latest ones, and those between that have no room."""
    if len(lines) <= most_lines:
        return lines, ()
    latest = len(lines) - (most_lines - 1)
    return (lines[0], *lines[latest:]), lines[1:latest]


def _line(inputs: ReportInputs, scan: LvefEntry) -> LvefLine:
    baseline = inputs.heart.baseline
    if baseline is not None and scan.id == baseline.id:
        is_chosen = inputs.heart.baseline_is_chosen
        change = "start, as chosen" if is_chosen else "before HER2 drugs"
    elif baseline is None or (scan.day, scan.at) < (baseline.day, baseline.at):
        change = ""
    else:
        change = points(scan.percent - baseline.percent)
    method = inputs.library.heart_rules.texts.methods[scan.method.value]
    return LvefLine(
        day=named_day(scan.day, inputs.year),
        value=f"{typed(scan.percent)}%",
        method=method,
        change=change,
        on=scan.day,
        percent=scan.percent,
    )


def _due(inputs: ReportInputs) -> list[str]:
    checks = sorted(inputs.heart.all_checks, key=lambda check: check.due)
    sentences = []
    by_due = [(due, list(group)) for due, group in groupby(checks, key=lambda check: check.due)]
    for due, group in by_due[:_MOST_CHECKS]:
        drugs = listed(inputs.drug(check.drug) for check in group)
        late = f", overdue by {_days_ago(inputs, due)}" if group[0].overdue else ""
        sentences.append(f"Heart scan due {named_day(due, inputs.year)} ({drugs}){late}.")
        if not group[0].overdue:
            break
    booked = inputs.heart.booked_for
    if booked is not None:
        sentences.append(f"A heart scan is booked for {named_moment(booked)}.")
    return sentences


def _days_ago(inputs: ReportInputs, due: date) -> str:
    return counted((inputs.now.date() - due).days, "day")


def _labels(inputs: ReportInputs) -> list[str]:
    """Return what every label says of the latest value, in one sentence."""
    parts = [
        f"{inputs.drug(row.drug)} ({row.label} label) {_says(inputs, row.says)}"
        for row in inputs.heart.labels
    ]
    latest = inputs.heart.latest
    if not parts or latest is None or latest.day > inputs.until:
        return []
    return [f"Labels on {typed(latest.percent)}%: {'; '.join(parts)}. The team decides."]


def _says(inputs: ReportInputs, says: LabelSays) -> str:
    """Return what a label says; where it cannot be told, which one number is missing."""
    if says is not LabelSays.CANNOT_TELL:
        return _SAYS[says]
    if inputs.heart.baseline is None:
        return "cannot be read: no scan from before HER2 drugs"
    return "cannot be read: the hospital's lower limit is not written down"


def _methods(inputs: ReportInputs) -> list[str]:
    if not inputs.heart.method_changed:
        return []
    return ["The first and the latest scan were done in different ways."]


def _start(inputs: ReportInputs) -> list[str]:
    """Return what the rule would count from, where the start was chosen."""
    heart = inputs.heart
    if not heart.baseline_is_chosen:
        return []
    if heart.by_rule is None:
        return ["The start was chosen; there is no scan from before HER2 drugs."]
    if heart.baseline == heart.by_rule:
        return []
    value, day = typed(heart.by_rule.percent), named_day(heart.by_rule.day, inputs.year)
    return [f"The start was chosen; the last scan before HER2 drugs was {value}% on {day}."]


def _notes(scans: Sequence[LvefEntry]) -> list[str]:
    """Return what was noted with the latest scan."""
    if not scans or scans[-1].note is None:
        return []
    return [f"Noted with the latest scan: {shortened(scans[-1].note, _LONGEST_NOTE)}"]


def _alt(lines: Sequence[LvefLine]) -> str:
    return f"Line of LVEF: {', '.join(f'{line.value} on {line.day}' for line in lines)}."
