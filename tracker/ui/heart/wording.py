"""The words of the Heart page: results, checks, and what asks for a call."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.domain.entries import LvefMethod
from tracker.domain.heart_rules import CheckWhy, LabelSays, RiskLevel
from tracker.domain.wording import at_start, in_sentence
from tracker.ui import text
from tracker.ui.heart.scan_rows import NextCheck, ScanRow
from tracker.ui.heart.state import Attention, AttentionKind, HeartState

_DAYS_OF_A_WEEK, _WEEKS_FROM = 7, 14
MINUS = "\N{MINUS SIGN}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("heart", words)


def percent(value: Decimal) -> str:
    """Return a result as people write it."""
    return f"{value.normalize():f}%"


def points(change: Decimal) -> str:
    """Return a change in points with its sign."""
    size = f"{abs(change).normalize():f}"
    sign = MINUS if change < 0 else "+" if change else ""
    return (
        _tr("{n} point").format(n=sign + size)
        if abs(change) == 1
        else _tr("{n} points").format(n=sign + size)
    )


def method(value: LvefMethod) -> str:
    """Return how a scan was done."""
    return {
        LvefMethod.ECHO: _tr("Echo"),
        LvefMethod.MUGA: _tr("MUGA"),
        LvefMethod.MRI: _tr("MRI"),
        LvefMethod.UNKNOWN: _tr("Method not known"),
    }[value]


def drugs(names: tuple[str, ...]) -> str:
    """Return names inside a sentence."""
    small = tuple(map(in_sentence, names))
    if len(small) > 1:
        return _tr("{first} and {last}").format(first=", ".join(small[:-1]), last=small[-1])
    return "".join(small)


def intro(state: HeartState) -> str:
    """Return the plain sentences under the title."""
    if not state.her2_drugs:
        return _tr("A heart scan shows how strongly the heart pumps with each beat.")
    return _tr(
        "{drugs} can affect how well the heart pumps. Regular scans find this early. "
        "It may not be permanent."
    ).format(drugs=at_start(drugs(state.her2_drugs)))


def attention_title(attention: Attention, state: HeartState) -> str:
    """Return the title of the card above the tiles."""
    match attention.kind:
        case AttentionKind.CALL_BEFORE_NEXT_DOSE if state.next_dose:
            return _tr(
                "Call your team before your next {drug} dose. Tell them this result."
            ).format(drug=_drug_of(attention, state))
        case AttentionKind.CALL_BEFORE_NEXT_DOSE:
            return _tr("Call your team. Tell them this result.")
        case AttentionKind.REPEAT_SOON:
            return _tr("Ask your team when the next scan should be")
        case AttentionKind.SHOW:
            return _tr("Show your team this result")
        case AttentionKind.LIMIT_MISSING:
            return _tr(
                "The diary cannot tell what the label says: your hospital's limit is missing"
            )
        case AttentionKind.ASK:
            return _tr("Ask your team about this result")


def attention_text(attention: Attention, state: HeartState) -> str:
    """Return the sentences of that card; a label's words say whose label it is."""
    if attention.statement is not None:
        return attention.statement.because
    latest, limit = state.latest, state.chart.limit
    if latest is None or latest.percent is None or latest.change_points is None:
        return ""
    parts = []
    if limit is not None and latest.percent >= limit:
        parts.append(
            _tr("{value} is still at or above your hospital's limit of {limit}.").format(
                value=percent(latest.percent), limit=percent(limit)
            )
        )
    than = (
        _tr("than the result you count from")
        if state.is_chosen
        else _tr("than before your first dose")
    )
    parts.append(
        _tr(
            "It is {n} points lower {than}, so your team may want to check it "
            "again before the next dose. Your team decides."
        ).format(n=f"{abs(latest.change_points).normalize():f}", than=than)
    )
    return " ".join(parts)


def _drug_of(attention: Attention, state: HeartState) -> str:
    if attention.statement is None:
        return ""
    return drugs((state.drug_names[attention.statement.drug],))


def away(day: date, today: date) -> str:
    """Return how far a day is, in weeks where that reads better."""
    days = (day - today).days
    if days < _WEEKS_FROM:
        return text.distance(day, today)
    return _tr("in {n} weeks").format(n=days // _DAYS_OF_A_WEEK)


def day_month_year(day: date, today: date) -> str:
    """Return a short day, with its year where that is another one."""
    shown = text.short_day(day)
    return shown if day.year == today.year else f"{shown}{text.NBSP}{day.year}"


def why(check: CheckWhy) -> str:
    """Return what a check is for."""
    return {
        CheckWhy.BASELINE: _tr("Before the first dose"),
        CheckWhy.DURING: _tr("3-month check"),
        CheckWhy.END: _tr("End of treatment"),
        CheckWhy.AFTER: _tr("After treatment"),
        CheckWhy.BY_RISK: _tr("For a high heart risk"),
        CheckWhy.AFTER_ANTHRACYCLINE: _tr("After doxorubicin or epirubicin"),
    }[check]


def row_role(row: ScanRow) -> str:
    """Return what a line of the table is."""
    if row.why is not None:
        return why(row.why)
    return _tr("Start") if row.is_baseline else _tr("Result")


def counted_from(state: HeartState) -> str:
    """Return by which rule changes are counted, or whose choice it was."""
    rule = _tr("the last scan up to the first dose of a HER2 drug")
    first, by_rule = state.baseline, state.by_rule
    if first is None or first.percent is None or not state.is_chosen:
        return _tr(
            "Changes are in points, counted from {rule}. Choose a result in the table to count "
            "from another one."
        ).format(rule=rule)
    words = _tr("Changes are in points, counted from {value} of {day}, as you chose.").format(
        value=percent(first.percent), day=day_month_year(first.on, state.today)
    )
    if by_rule is None or by_rule.percent is None:
        return _tr("{words} By the rule it would be {rule}, and there is none.").format(
            words=words, rule=rule
        )
    return _tr("{words} By the rule it would be {rule}: {value} of {day}.").format(
        words=words,
        rule=rule,
        value=percent(by_rule.percent),
        day=day_month_year(by_rule.on, state.today),
    )


def start_words(state: HeartState) -> str:
    """Return what the latest result is compared with; empty without a start."""
    first = state.baseline
    if first is None or first.percent is None:
        return ""
    words = (
        _tr("From {value} on {day}, as you chose")
        if state.is_chosen
        else _tr("From {value} before the first dose, {day}")
    )
    return words.format(value=percent(first.percent), day=day_month_year(first.on, state.today))


def notes(rows: Iterable[ScanRow]) -> str:
    """Return what was noted with results, one line each."""
    return "\n".join(
        _tr("{day}, {value}: {note}").format(
            day=f"{text.short_day(row.on)}{text.NBSP}{row.on.year}",
            value=percent(row.percent),
            note=row.note,
        )
        for row in rows
        if row.note is not None and row.percent is not None
    )


def row_result(row: ScanRow) -> str:
    """Return the result of a line, or that it is planned or due."""
    if row.percent is not None:
        return percent(row.percent)
    return _tr("Due now") if row.late else _tr("Planned")


def row_method(row: ScanRow) -> str:
    """Return how a scan was done, and that this is another way than at first."""
    if row.method is None:
        return ""
    name = method(row.method)
    return _tr("{method}, changed").format(method=name) if row.method_changed else name


def late_words(check: NextCheck, today: date) -> str:
    """Return since when a check is due."""
    return _tr("Was due {day}, {away}").format(
        day=day_month_year(check.due, today), away=text.distance(check.due, today)
    )


def says(value: LabelSays) -> str:
    """Return a label's word on the latest result; the label says it, not the app."""
    return {
        LabelSays.NO_HOLD: _tr("The label names no reason to hold doses"),
        LabelSays.HOLD: _tr("The label speaks of holding doses"),
        LabelSays.CANNOT_TELL: _tr("Cannot tell"),
        LabelSays.REPEAT_SOON: _tr("The label speaks of a repeat scan soon"),
        LabelSays.MAY_RESUME: _tr("The label lets doses go on"),
        LabelSays.MAY_NOT_RESUME: _tr("The label does not let doses go on yet"),
        LabelSays.ASK_ABOUT_STOPPING: _tr("The label speaks of ending the drug: ask your team"),
    }[value]


def risk_level(level: RiskLevel) -> str:
    """Return a level of the risk table."""
    return {
        RiskLevel.LOW: _tr("low"),
        RiskLevel.MEDIUM: _tr("medium"),
        RiskLevel.HIGH: _tr("high"),
        RiskLevel.VERY_HIGH: _tr("very high"),
    }[level]
