"""The verbs that read the diary: alerts, heart, history."""

import argparse
from collections.abc import Iterable
from typing import Any

from tracker.cli.columns import aligned
from tracker.cli.desk import Bench
from tracker.cli.plain_plan import plain_source
from tracker.clinical.library import Library
from tracker.domain.alerts import Alert, AlertReport
from tracker.domain.entries import LvefEntry
from tracker.domain.heart import HeartOverview, LabelStatement
from tracker.domain.heart_checks import HeartCheck
from tracker.domain.heart_risk import HeartRisk
from tracker.domain.heart_wording import factor_words, not_counted
from tracker.domain.spoken_dates import day_in_words, moment_in_words
from tracker.domain.symptoms import symptom_name
from tracker.domain.trends import History

Plain = dict[str, Any]


def do_alerts(bench: Bench, _found: argparse.Namespace) -> None:
    """Print what matches the rules now, and why."""
    with bench.companion() as companion:
        report = companion.safety.current()
    bench.show(_plain_alerts(report), _alert_lines(report))


def _plain_alerts(report: AlertReport) -> Plain:
    return {
        "alerts": [_plain_alert(alert) for alert in report.alerts],
        "statement": report.statement,
    }


def _plain_alert(alert: Alert) -> Plain:
    return {
        "rule": alert.rule,
        "level": alert.level.value,
        "title": alert.title,
        "advice": alert.advice,
        "because": [{"entry": str(each.entry_id), "text": each.text} for each in alert.because],
        "source": plain_source(alert.source),
        "told_on": alert.told_on.isoformat() if alert.told_on else None,
        "interrupts": alert.interrupts,
    }


def _alert_lines(report: AlertReport) -> list[str]:
    lines: list[str] = []
    for alert in report.alerts:
        lines.append(f"{alert.level.value.upper()}: {alert.title}")
        lines.append(f"  {alert.advice}")
        lines += [f"  Because: {each.text}" for each in alert.because]
        if alert.told_on is not None:
            lines.append(f"  Told on {moment_in_words(alert.told_on)}")
        lines.append(f"  Source: {alert.source.title}, {alert.source.where}")
        lines.append("")
    return [*lines, report.statement]


def do_heart(bench: Bench, _found: argparse.Namespace) -> None:
    """Print the LVEF ledger, what is due, and what the labels say."""
    with bench.companion() as companion:
        overview = companion.heart.overview()
    bench.show(_plain_heart(overview), _heart_lines(overview, bench.library))


def _plain_scan(scan: LvefEntry | None) -> Plain | None:
    if scan is None:
        return None
    return {
        "on": scan.day.isoformat(),
        "value": f"{scan.percent:f}",
        "method": scan.method.value,
    }


def _plain_baseline(overview: HeartOverview) -> Plain | None:
    plain = _plain_scan(overview.baseline)
    if plain is not None and overview.baseline_is_chosen:
        plain["chosen"] = True
    return plain


def _plain_checks(checks: Iterable[HeartCheck]) -> list[Plain]:
    return [
        {
            "due": check.due.isoformat(),
            "why": check.why.value,
            "drug": check.drug,
            "overdue": check.overdue,
            "source": plain_source(check.source),
        }
        for check in checks
    ]


def _plain_heart(overview: HeartOverview) -> Plain:
    change, total = overview.change_points, overview.anthracycline
    equivalent = total.doxorubicin_mg_m2
    further = _plain_checks(overview.further_checks)
    return {
        "baseline": _plain_baseline(overview),
        "latest": _plain_scan(overview.latest),
        "change_points": None if change is None else f"{change:f}",
        "method_changed": overview.method_changed,
        "checks": _plain_checks(overview.checks),
        **({"further_checks": further} if further else {}),
        "labels": [_plain_label(each) for each in overview.labels],
        "risk": None if overview.risk is None else _plain_risk(overview.risk),
        "anthracycline": {
            "doxorubicin_equivalent_mg_m2": None if equivalent is None else f"{equivalent:f}",
            "factor_source": plain_source(total.factor_source),
        },
    }


def _plain_label(statement: LabelStatement) -> Plain:
    return {
        "drug": statement.drug,
        "label": statement.label.value,
        "says": statement.says.value,
        "because": statement.because,
        "source": plain_source(statement.source),
    }


def _plain_risk(risk: HeartRisk) -> Plain:
    return {
        "level": risk.level.value,
        "points": risk.points,
        "source": plain_source(risk.source),
        "because": [
            {"factor": part.factor, "points": part.weight.points, "level": part.weight.level}
            for part in risk.parts
        ],
    }


def _counted_from(overview: HeartOverview, scan: LvefEntry) -> str:
    if overview.baseline is None or scan.id != overview.baseline.id:
        return ""
    return "counted from, as chosen" if overview.baseline_is_chosen else "counted from"


def _heart_lines(overview: HeartOverview, known: Library) -> list[str]:
    lines = [*_scan_lines(overview), *_check_lines(overview, known)]
    for label in overview.labels:
        lines += ["", f"{known.drugs[label.drug].name}, {label.label.value} label: {label.says}"]
        lines.append(f"  {label.because}")
    if overview.risk is not None:
        risk, texts = overview.risk, known.heart_rules.texts
        lines += ["", f"Risk before treatment: {risk.level} ({risk.points} points)"]
        lines += [f"  {factor_words(part, texts)}" for part in risk.parts]
        if risk.unknown:
            lines.append(f"  Not known and not counted: {not_counted(risk)}")
    total = overview.anthracycline.doxorubicin_mg_m2
    if total is not None:
        lines += ["", f"Anthracyclines so far, as doxorubicin: {total:f} mg/m²"]
    return lines


def _scan_lines(overview: HeartOverview) -> list[str]:
    scans = aligned(
        (
            day_in_words(each.day),
            f"{each.percent:f} %",
            each.method.value,
            _counted_from(overview, each),
        )
        for each in overview.scans
    )
    lines = ["LVEF:", *(scans or ["  none in this diary"])]
    if overview.change_points is not None:
        lines.append(f"Change from the one it is counted from: {overview.change_points:+f} points")
    if overview.method_changed:
        lines.append("The two were done in different ways, so compare them with care.")
    return lines


def _check_lines(overview: HeartOverview, known: Library) -> list[str]:
    checks = aligned(
        (
            day_in_words(each.due),
            each.why.value,
            known.drugs[each.drug].name,
            "overdue" if each.overdue else "",
        )
        for each in overview.all_checks
    )
    return ["", "Heart checks:", *checks] if checks else []


def do_history(bench: Bench, _found: argparse.Namespace) -> None:
    """Print the worst answers per cycle, per cycle day, and since the last visit."""
    with bench.companion() as companion:
        history = companion.history.overview()
    bench.show(_plain_history(history), _history_lines(history, bench.library))


def _plain_history(history: History) -> Plain:
    return {
        "cycles": [
            {
                "phase": each.span.phase,
                "cycle": each.span.cycle,
                "from": each.span.starts_on.isoformat(),
                "to": each.span.ends_on.isoformat(),
                "worst": dict(each.worst),
            }
            for each in history.cycles
        ],
        "by_cycle_day": {
            symptom: {str(day): list(row) for day, row in days.items()}
            for symptom, days in history.by_cycle_day.items()
        },
        "unanswered_days": history.unanswered_days,
        "since_last_visit": dict(history.since_visit),
    }


def _history_lines(history: History, known: Library) -> list[str]:
    if not history.cycles:
        return ["No cycle has begun, so there is nothing to compare yet."]
    symptoms = sorted({symptom for each in history.cycles for symptom in each.worst})
    head = ("Worst per cycle", *(str(number + 1) for number in range(len(history.cycles))))
    rows = [
        (
            symptom_name(symptom, known.symptoms),
            *(str(each.worst.get(symptom, "·")) for each in history.cycles),
        )
        for symptom in symptoms
    ]
    lines = aligned([head, *rows], indent=0)
    lines += ["", "· means no answer, which is not the same as 0."]
    lines += ["", "Cycles:"]
    lines += aligned(
        (
            str(number + 1),
            f"{each.span.phase} {each.span.cycle} of {each.span.of}",
            f"{day_in_words(each.span.starts_on)} to {day_in_words(each.span.ends_on)}",
        )
        for number, each in enumerate(history.cycles)
    )
    return [*lines, "", f"Days without any answer: {history.unanswered_days} of {history.days}"]
